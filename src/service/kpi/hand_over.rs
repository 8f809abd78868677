//! Giving a KPI to another owner.

use super::{Shown, describe, place_of, record};
use crate::domain::audit::{Verb, between};
use crate::domain::zone;
use crate::service::audit::facts;
use crate::service::person::Named;
use crate::service::{Actor, Invalid, Result, Services, access, checkin, review, scorecard};
use crate::store;
use crate::store::kpi::Place;

/// Gives a KPI to another owner from today; gives it before and after.
pub async fn hand_over(services: &Services, actor: &Actor, typed: &str, to: &Named) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let (placed, card) = access::kpi(&mut write, actor, typed, store::PRESENT).await?;
    access::log(&mut write, actor, &placed, &card).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    let before = describe(&mut write, actor, placed.kpi.id, today).await?;
    let owner = crate::service::person::named(&mut write, actor.server, to).await?;
    if placed.owner == Some(owner) {
        return Err(Invalid::NothingToChange.into());
    }
    let place = Place {
        owner: Some(owner),
        ..place_of(&placed)
    };
    store::kpi::place(&mut write, actor.server, placed.kpi.id, today, place).await?;
    checkin::handed_over(&mut write, actor.server, placed.kpi.id).await?;
    review::ask_anew(services, &mut write, (actor.server, &card), placed.kpi.id).await?;
    let after = describe(&mut write, actor, placed.kpi.id, today).await?;
    let changes = between(&facts::kpi(&before), &facts::kpi(&after));
    record(services, &mut write, actor, (Verb::HandedOver, &after.placed), changes).await?;
    services.keep(write).await?;
    Ok((before, after))
}
