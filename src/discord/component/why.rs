//! The buttons and selects around a proof: `Why?` opens one beside what is explained, the others turn it.

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, Http};

use super::{Id, Jump};
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, view};
use crate::service::why;

/// Takes a press.
pub async fn press(http: &Http, press: &ComponentInteraction, door: &Door, id: Id) -> Result<(), Failure> {
    let (services, viewer) = (&door.services, &door.actor);
    let (found, page, place) = match id {
        Id::WhyKpi { kpi, first_day } => {
            let found = why::of_kpi(services, viewer, kpi, first_day).await?;
            (found, 0, Place::Aside)
        }
        Id::Why { jump, page } => {
            let (jump, page) = chosen(press).map_or((jump, page), |jump| (jump, Some(0)));
            let Jump {
                card,
                period,
                view,
                focus,
            } = jump;
            let found = why::of(services, viewer, (card, focus), (period.kind, period.first_day, view)).await?;
            let place = if page.is_some() { Place::Here } else { Place::Aside };
            (found, page.unwrap_or(0), place)
        }
        _ => return Ok(()),
    };
    let post = view::why::page(&door.voice, &found, page);
    Press::Component(press).answer(http, post, place).await?;
    Ok(())
}

/// What was chosen in the select of steps.
fn chosen(press: &ComponentInteraction) -> Option<Jump> {
    match &press.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => Jump::chosen(values.first()?),
        _ => None,
    }
}
