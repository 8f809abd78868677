//! The buttons around a server's structure: its first scorecard, what was archived, and the trail of changes.

use serenity::all::{ComponentInteraction, Http};

use super::{Id, start};
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, view};
use crate::service::{archive, audit, away};

/// Takes a press that is about structure.
pub async fn press(http: &Http, press: &ComponentInteraction, door: &Door, id: Id) -> Result<(), Failure> {
    let post = match id {
        Id::Start(way) => return start::press(http, press, door, way).await,
        Id::Restore(thing) => {
            let moved = archive::take_back(&door.services, &door.actor, thing).await?;
            view::archive::moved(&door.voice, &moved)
        }
        Id::Audit(filter) => {
            let page = audit::page(&door.services, &door.actor, filter).await?;
            view::audit::page(&door.voice, &page)
        }
        Id::Back(person) => {
            let ended = away::end(&door.services, &door.actor, person).await?;
            view::away::ended(&door.voice, &ended)
        }
        _ => return Ok(()),
    };
    Press::Component(press).answer(http, post, Place::Here).await?;
    Ok(())
}
