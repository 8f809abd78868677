//! Giving a KPI to another owner.

use super::{Shown, describe, place_of, record};
use crate::domain::audit::{Verb, between};
use crate::domain::id::{KpiId, PersonId};
use crate::domain::kpi::Kpi;
use crate::domain::zone;
use crate::service::audit::facts;
use crate::service::notice::TellContent;
use crate::service::person::Named;
use crate::service::{Actor, Invalid, Result, Services, access, checkin, notice, reader, review, scorecard};
use crate::store::kpi::{Place, Placed};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Gives a KPI to another owner from today; gives it before and after.
pub async fn hand_over(services: &Services, actor: &Actor, typed: &str, to: &Named) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let (placed, card) = access::kpi(&mut write, actor, typed, store::PRESENT).await?;
    access::log(&mut write, actor, &placed, &card).await?;
    let owner = crate::service::person::named(&mut write, actor.server, to).await?;
    let given = give(services, &mut write, actor, (&placed, &card), owner).await?;
    services.keep(write).await?;
    Ok(given)
}

/// Gives all KPIs of a person to somebody else, where whoever asks may hand them over; by their order in the scorecards.
/// The new owner is told once.
pub async fn hand_over_all(
    services: &Services,
    actor: &Actor,
    (from, to): (&Named, &Named),
) -> Result<Vec<(Shown, Shown)>> {
    let mut write = services.write().await?;
    let owner = crate::service::person::named(&mut write, actor.server, to).await?;
    // Whoever left is not met here: they would count as one who is in the server.
    let former = store::person::by_user(&mut write, actor.server, from.user).await?;
    let former = former.map(|person| person.id);
    let mut given = Vec::new();
    for card in access::scorecards(&mut write, actor).await? {
        for placed in store::kpi::of_scorecard(&mut write, actor.server, card.id, store::PRESENT).await? {
            let theirs = placed.owner.is_some() && placed.owner == former && placed.owner != Some(owner);
            if theirs && access::log(&mut write, actor, &placed, &card).await.is_ok() {
                given.push(give(services, &mut write, actor, (&placed, &card), owner).await?);
            }
        }
    }
    if given.is_empty() {
        let name = from.name.clone();
        return Err(Invalid::NothingToHandOver { name }.into());
    }
    if owner != actor.person {
        let news = TellContent::HandedOver {
            by: access::name_of(&mut write, actor, actor.person).await?,
            from: from.name.clone(),
            kpis: given
                .iter()
                .map(|(_, after)| after.placed.kpi.name.to_string())
                .collect(),
        };
        let what = format!("handed-over:{}:{}", from.user, services.now().timestamp_millis());
        notice::tell(services, &mut write, actor.server, (&what, news), &[owner]).await?;
    }
    services.keep(write).await?;
    Ok(given)
}

/// The same to somebody whom the bot knows, by their row.
pub async fn hand_over_to(services: &Services, actor: &Actor, kpi: KpiId, to: PersonId) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let (placed, card) = access::kpi_by_id(&mut write, actor, kpi, store::PRESENT).await?;
    access::log(&mut write, actor, &placed, &card).await?;
    let known = store::person::by_id(&mut write, actor.server, to).await?;
    if known.as_ref().is_none_or(|person| !person.is_here()) {
        let name = known.map(|person| person.name).unwrap_or_default();
        return Err(Invalid::NotAPerson { name }.into());
    }
    let given = give(services, &mut write, actor, (&placed, &card), to).await?;
    services.keep(write).await?;
    Ok(given)
}

/// Whom a KPI can be handed over to: everybody whom the bot knows in the server but its owner. The deputy and the manager
/// come first, the others by name.
pub async fn successors(services: &Services, actor: &Actor, kpi: KpiId) -> Result<(Kpi, Vec<(PersonId, String)>)> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi_by_id(&mut reader, actor, kpi, store::PRESENT).await?;
    access::log(&mut reader, actor, &placed, &card).await?;
    let mut people = store::person::all(&mut reader, actor.server).await?;
    people.retain(|person| person.is_here() && Some(person.id) != placed.owner);
    people.sort_by_key(|person| (placed.deputy != Some(person.id), card.manager != person.id));
    let people = people.into_iter().map(|person| (person.id, person.name));
    Ok((placed.kpi, people.collect()))
}

async fn give(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (placed, card): (&Placed, &Scorecard),
    owner: PersonId,
) -> Result<(Shown, Shown)> {
    let today = zone::day_of(services.now(), scorecard::zone_of(card));
    let before = describe(write, actor, placed.kpi.id, today).await?;
    if placed.owner == Some(owner) {
        return Err(Invalid::NothingToChange.into());
    }
    reader::may_entrust(write, actor, card, owner).await?;
    let place = Place {
        owner: Some(owner),
        ..place_of(placed)
    };
    store::kpi::place(write, actor.server, placed.kpi.id, today, place).await?;
    checkin::handed_over(write, actor.server, placed.kpi.id).await?;
    review::ask_anew(services, write, (actor.server, card), placed.kpi.id).await?;
    // Whoever read a private scorecard only for this KPI reads it no longer: it is told as it is known.
    let mut after = before.clone();
    after.placed.owner = Some(owner);
    after.owner = access::who(write, actor, Some(owner)).await?;
    let changes = between(&facts::kpi(&before), &facts::kpi(&after));
    record(services, write, actor, (Verb::HandedOver, &after.placed), changes).await?;
    Ok((before, after))
}
