//! Perspectives of a scorecard: adding, renaming, weighing, reordering.

use super::audit::{self, Entry, facts};
use super::{Actor, Conflict, Invalid, Noun, Result, Services, access, scorecard};
use crate::domain::audit::{Facts, Subject, Verb, between};
use crate::domain::id::ScorecardId;
use crate::domain::name::Name;
use crate::domain::weight::Weight;
use crate::domain::zone;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most perspectives of a scorecard.
pub(super) const MOST: usize = 12;

/// What has changed, and the perspectives as they stand now.
#[derive(Debug, Clone)]
pub struct Changed {
    /// The scorecard's name.
    pub scorecard: String,
    /// The perspective before the change; none for a new one.
    pub before: Option<Perspective>,
    /// The perspective after it.
    pub after: Perspective,
    /// All of them in order.
    pub all: Vec<Perspective>,
}

/// What may change of a perspective.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Its new name.
    pub name: Option<String>,
    /// Its new weight, from today.
    pub weight: Option<Weight>,
}

/// Adds a perspective after the last.
pub async fn add(
    services: &Services,
    actor: &Actor,
    card: Option<&str>,
    channel: Option<i64>,
    wanted: &Edit,
) -> Result<Changed> {
    let mut write = services.write().await?;
    let card = managed(&mut write, actor, card, channel).await?;
    let name = Name::parse(wanted.name.as_deref().unwrap_or_default())?;
    let existing = list(services, &mut write, actor, &card).await?;
    if existing.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Perspective,
            most: MOST,
        }
        .into());
    }
    refuse_taken(&existing, &name, None)?;
    let id = store::perspective::insert(&mut write, actor.server, card.id, name.as_str(), &name.unique()).await?;
    if let Some(weight) = wanted.weight {
        store::perspective::weigh(&mut write, actor.server, id, store::BEGINNING, weight).await?;
    }
    let changed = changed(services, &mut write, actor, &card, (None, id)).await?;
    services.keep(write).await?;
    Ok(changed)
}

/// Renames or weighs a perspective.
pub async fn edit(
    services: &Services,
    actor: &Actor,
    (card, channel): (Option<&str>, Option<i64>),
    typed: &str,
    wanted: &Edit,
) -> Result<Changed> {
    if wanted.name.is_none() && wanted.weight.is_none() {
        return Err(Invalid::NothingToChange.into());
    }
    let mut write = services.write().await?;
    let on = store::PRESENT;
    let (before, card) = access::placed_perspective(&mut write, actor, (card, channel), typed, on).await?;
    access::manage(&mut write, actor, &card).await?;
    if let Some(name) = &wanted.name {
        let name = Name::parse(name)?;
        let existing = list(services, &mut write, actor, &card).await?;
        refuse_taken(&existing, &name, Some(before.id))?;
        store::perspective::rename(&mut write, actor.server, before.id, name.as_str(), &name.unique()).await?;
    }
    if let Some(weight) = wanted.weight {
        let today = zone::day_of(services.now(), scorecard::zone_of(&card));
        store::perspective::weigh(&mut write, actor.server, before.id, today, weight).await?;
    }
    let id = before.id;
    let changed = changed(services, &mut write, actor, &card, (Some(before), id)).await?;
    services.keep(write).await?;
    Ok(changed)
}

/// Puts a perspective at a place, from 1; the others make room.
pub async fn reorder(
    services: &Services,
    actor: &Actor,
    (card, channel): (Option<&str>, Option<i64>),
    typed: &str,
    place: usize,
) -> Result<Changed> {
    let mut write = services.write().await?;
    let on = store::PRESENT;
    let (before, card) = access::placed_perspective(&mut write, actor, (card, channel), typed, on).await?;
    access::manage(&mut write, actor, &card).await?;
    let mut order = list(services, &mut write, actor, &card).await?;
    order.retain(|perspective| perspective.id != before.id);
    let at = place.saturating_sub(1).min(order.len());
    order.insert(at, before.clone());
    for (position, perspective) in (0_i64..).zip(&order) {
        store::perspective::place(&mut write, actor.server, perspective.id, position).await?;
    }
    let id = before.id;
    let changed = changed(services, &mut write, actor, &card, (Some(before), id)).await?;
    services.keep(write).await?;
    Ok(changed)
}

async fn managed(write: &mut Connection, actor: &Actor, card: Option<&str>, channel: Option<i64>) -> Result<Scorecard> {
    let card = access::scorecard(write, actor, card, channel).await?;
    access::manage(write, actor, &card).await?;
    Ok(card)
}

async fn list(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
) -> Result<Vec<Perspective>> {
    let today = zone::day_of(services.now(), scorecard::zone_of(card));
    let id: ScorecardId = card.id;
    Ok(store::perspective::of_scorecard(connection, actor.server, id, today).await?)
}

/// Writes down what has changed, and gives it.
async fn changed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    (before, id): (Option<Perspective>, crate::domain::id::PerspectiveId),
) -> Result<Changed> {
    let all = list(services, write, actor, card).await?;
    let after = all.iter().find(|perspective| perspective.id == id).cloned();
    let after = after.ok_or(super::Error::NotHere)?;
    let (verb, was) = match &before {
        Some(before) => (Verb::Changed, facts::perspective(before)),
        None => (Verb::Created, Facts::new()),
    };
    let entry = Entry::new(verb, Subject::Perspective, (Some(id.get()), &after.name)).within(card.id);
    let changes = between(&was, &facts::perspective(&after));
    audit::record(services, write, actor, entry.with(changes)).await?;
    Ok(Changed {
        scorecard: card.name.clone(),
        before,
        after,
        all,
    })
}

pub(super) fn refuse_taken(
    existing: &[Perspective],
    name: &Name,
    except: Option<crate::domain::id::PerspectiveId>,
) -> Result<()> {
    let same = |other: &Perspective| {
        Some(other.id) != except && Name::parse(&other.name).is_ok_and(|taken| taken.unique() == name.unique())
    };
    if existing.iter().any(same) {
        return Err(Conflict::Taken {
            noun: Noun::Perspective,
            name: name.to_string(),
        }
        .into());
    }
    Ok(())
}
