//! The buttons of a server that has no scorecard yet: a ready set, a file, or an empty one.

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, Http};

use super::id::Start;
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, form, view};
use crate::service::scorecard::Create;
use crate::service::template;

/// Does what was pressed, or shows what it needs to know.
pub async fn press(http: &Http, press: &ComponentInteraction, door: &Door, start: Start) -> Result<(), Failure> {
    let answer = Press::Component(press);
    match start {
        Start::Choose => {
            answer
                .answer(http, view::start::choose(door.voice.words), Place::Aside)
                .await?;
        }
        Start::Template => {
            let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind else {
                return Ok(());
            };
            let chosen = values.first().map_or("", String::as_str);
            let created = template::start(&door.services, &door.actor, chosen, &Create::default()).await?;
            answer
                .answer(http, view::scorecard::created(&door.voice, &created), Place::Here)
                .await?;
        }
        Start::Import => {
            answer
                .answer(http, view::start::import(door.voice.words), Place::Aside)
                .await?;
        }
        Start::Empty => {
            answer
                .respond(http, form::new_scorecard(&door.voice, &door.server_name))
                .await?;
        }
    }
    Ok(())
}
