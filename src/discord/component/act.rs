//! The buttons about what is to be done: decisions and initiatives.

use serenity::all::{ComponentInteraction, Http};

use super::id::Act;
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, form, view};
use crate::service::{decision, initiative};

/// Takes a press that is about something to be done.
pub async fn press(http: &Http, press: &ComponentInteraction, door: &Door, act: Act) -> Result<(), Failure> {
    let post = match act {
        Act::Begin(kpi) => {
            initiative::begin(&door.services, &door.actor, kpi).await?;
            let form = form::initiative::form(&door.voice, kpi);
            return Ok(Press::Component(press).respond(http, form).await?);
        }
        Act::Decision(id, took) => {
            let told = decision::take_back(&door.services, &door.actor, id, took).await?;
            view::decision::taken_back(&door.voice, &told, took)
        }
    };
    Press::Component(press).answer(http, post, Place::Here).await?;
    Ok(())
}
