//! The buttons around a server's structure and its past: the first scorecard, what was archived, the trail of changes,
//! what became of values.

use serenity::all::{ComponentInteraction, Http};

use super::{Id, start};
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, view};
use crate::service::{actual, archive, audit, away, person};

/// Takes a press that is about structure or the past.
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
        Id::Forget => {
            person::forget(&door.services, &door.actor).await?;
            view::forget::done(&door.voice, &door.server_name)
        }
        Id::Back(whose) => {
            let ended = away::end(&door.services, &door.actor, whose).await?;
            view::away::ended(&door.voice, &ended)
        }
        Id::History(looked) => {
            let history = actual::history_page(&door.services, &door.actor, looked).await?;
            view::history::page(&door.voice, &history)
        }
        _ => return Ok(()),
    };
    Press::Component(press).answer(http, post, Place::Here).await?;
    Ok(())
}
