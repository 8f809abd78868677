//! The buttons about what is to be done: decisions, initiatives, alerts.

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, Http};

use super::id::Act;
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, form, view};
use crate::service::{alert, consent, decision, initiative, review};

/// Takes a press that is about something to be done.
pub async fn press(http: &Http, press: &ComponentInteraction, door: &Door, act: Act) -> Result<(), Failure> {
    let post = match act {
        Act::Alert(id, how) => {
            alert::begin(&door.services, &door.actor, id).await?;
            let form = form::alert::form(&door.voice, id, how);
            return Ok(Press::Component(press).respond(http, form).await?);
        }
        Act::ChooseAlert => {
            let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind else {
                return Ok(());
            };
            let Some(id) = values.first().and_then(|value| value.parse().ok()) else {
                return Ok(());
            };
            let listed = alert::one(&door.services, &door.actor, id).await?;
            let post = view::alert::chosen(&door.voice, &listed);
            return Ok(Press::Component(press).answer(http, post, Place::Aside).await?);
        }
        Act::Comment(server, id) => {
            review::may_comment(&door.services, &door.actor, id).await?;
            let form = form::sponsor::form(&door.voice, server, id);
            return Ok(Press::Component(press).respond(http, form).await?);
        }
        Act::Consent(_, draft, said) => {
            let names = consent::answer(&door.services, &door.actor, draft, said).await?;
            view::consent::answered(&door.voice, &names, said)
        }
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
