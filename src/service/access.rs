//! Who may see and do what. Every lookup of something that a person named starts here, so that what they may not see
//! does not exist for them.

mod find;

use std::collections::HashSet;

use chrono::NaiveDate;

use super::person::{Presence, Who};
use super::{Actor, Error, Need, NotFound, Noun, Result};
use crate::domain::id::{KpiId, PersonId, ScorecardId};
use crate::domain::scorecard::Visibility;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use find::one_of;
pub use find::{kpi, objective, perspective, placed_perspective, reference, scorecard};

/// The scorecards that exist for somebody, by name.
pub async fn scorecards(connection: &mut Connection, viewer: &Actor) -> Result<Vec<Scorecard>> {
    let hidden = hidden(connection, viewer).await?;
    let mut all = store::scorecard::all(connection, viewer.server).await?;
    all.retain(|card| !hidden.contains(&card.id));
    Ok(all)
}

/// The scorecards that do not exist for somebody: private ones in which they have no part, and whose readers they are
/// not among. Whoever administers the server is no exception.
async fn hidden(connection: &mut Connection, viewer: &Actor) -> Result<HashSet<ScorecardId>> {
    let who = (viewer.person, viewer.roles.as_slice());
    let hidden = store::reader::hidden(connection, viewer.server, who).await?;
    Ok(hidden.into_iter().collect())
}

/// Whether a scorecard exists for somebody.
pub async fn reads(connection: &mut Connection, viewer: &Actor, card: &Scorecard) -> Result<bool> {
    Ok(card.visibility == Visibility::Open || !hidden(connection, viewer).await?.contains(&card.id))
}

/// The archived scorecards that somebody may bring back, by name.
pub async fn archived_scorecards(connection: &mut Connection, viewer: &Actor) -> Result<Vec<Scorecard>> {
    let managed = managed(connection, viewer).await?;
    let mut archived = store::scorecard::archived(connection, viewer.server).await?;
    archived.retain(|card| managed.contains(&card.id));
    Ok(archived)
}

/// The scorecard of a row.
pub async fn scorecard_by_id(connection: &mut Connection, viewer: &Actor, id: ScorecardId) -> Result<Scorecard> {
    if let Some(card) = store::scorecard::by_id(connection, viewer.server, id).await?
        && reads(connection, viewer, &card).await?
    {
        return Ok(card);
    }
    Err(gone(Noun::Scorecard, id.get()))
}

/// The refusal of a row that does not exist for somebody.
fn gone(noun: Noun, row: i64) -> Error {
    let typed = reference(row);
    let close = Vec::new();
    NotFound { noun, typed, close }.into()
}

/// The scorecard of a row, where it exists for somebody.
async fn seen(connection: &mut Connection, viewer: &Actor, id: ScorecardId) -> Result<Option<Scorecard>> {
    match scorecard_by_id(connection, viewer, id).await {
        Ok(card) => Ok(Some(card)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The KPI of a row, where somebody may see it.
pub async fn kpi_by_id(
    connection: &mut Connection,
    viewer: &Actor,
    id: KpiId,
    on: NaiveDate,
) -> Result<(Placed, Scorecard)> {
    let Some(placed) = store::kpi::by_id(connection, viewer.server, id, on).await? else {
        return Err(gone(Noun::Kpi, id.get()));
    };
    match seen(connection, viewer, placed.scorecard).await? {
        Some(card) => Ok((placed, card)),
        None => Err(gone(Noun::Kpi, id.get())),
    }
}

/// Fails unless somebody administers the server.
pub fn administer(actor: &Actor) -> Result<()> {
    if actor.administrator {
        Ok(())
    } else {
        Err(Need::Administrator.into())
    }
}

/// Fails unless somebody manages a scorecard or an ancestor of it, or administers the server.
pub async fn manage(connection: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<()> {
    if manages(connection, actor, card).await? {
        return Ok(());
    }
    let manager = name_of(connection, actor, card.manager).await?;
    Err(Need::Manager {
        scorecard: card.name.clone(),
        manager,
    }
    .into())
}

/// Fails unless somebody may enter values of a KPI: its owner, its deputy, who manages its scorecard, or
/// whom the one who answers, or the manager, named for an absence.
pub async fn log(connection: &mut Connection, actor: &Actor, placed: &Placed, card: &Scorecard) -> Result<()> {
    let own = placed.owner == Some(actor.person) || placed.deputy == Some(actor.person);
    if own || manages(connection, actor, card).await? {
        return Ok(());
    }
    let answers = placed.owner.unwrap_or(card.manager);
    for away in [answers, card.manager] {
        if store::away::stands_in(connection, actor.server, (actor.person, away)).await? {
            return Ok(());
        }
    }
    let owner = match placed.owner {
        Some(owner) => Some(name_of(connection, actor, owner).await?),
        None => None,
    };
    Err(Need::Owner {
        kpi: placed.kpi.name.to_string(),
        owner,
    }
    .into())
}

/// Whether somebody manages a scorecard or an ancestor of it, or administers the server. What does not exist for them
/// they do not manage.
pub async fn manages(connection: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<bool> {
    if !reads(connection, actor, card).await? {
        return Ok(false);
    }
    if actor.administrator || card.manager == actor.person {
        return Ok(true);
    }
    Ok(store::scorecard::managed_above(connection, actor.server, card.id, actor.person).await?)
}

/// All scorecards that somebody manages so, archived ones too.
pub(super) async fn managed(connection: &mut Connection, actor: &Actor) -> Result<HashSet<ScorecardId>> {
    let who = (actor.person, actor.administrator);
    let managed = store::scorecard::managed(connection, actor.server, who).await?;
    let hidden = hidden(connection, actor).await?;
    Ok(managed.into_iter().filter(|card| !hidden.contains(card)).collect())
}

/// How a person of the server is called.
pub async fn name_of(connection: &mut Connection, viewer: &Actor, person: PersonId) -> Result<String> {
    let found = store::person::by_id(connection, viewer.server, person).await?;
    Ok(found.map(|person| person.name).unwrap_or_default())
}

/// The same with whether they are in the server; nobody where there is none.
pub async fn who(connection: &mut Connection, viewer: &Actor, person: Option<PersonId>) -> Result<Option<Who>> {
    let Some(person) = person else {
        return Ok(None);
    };
    let found = store::person::by_id(connection, viewer.server, person).await?;
    Ok(Some(found.map_or_else(
        || Who::from(""),
        |person| Who {
            presence: if person.left { Presence::Left } else { Presence::Here },
            name: person.name,
        },
    )))
}
