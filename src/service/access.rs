//! Who may see and do what. Every lookup of something that a person named starts here, so that what they may not see
//! does not exist for them.

mod find;

use chrono::NaiveDate;

use super::{Actor, Error, Need, NotFound, Noun, Result};
use crate::domain::id::{KpiId, PersonId, ScorecardId};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use find::one_of;
pub use find::{kpi, objective, perspective, placed_perspective, reference, scorecard};

/// The scorecards that exist for somebody, by name.
pub async fn scorecards(connection: &mut Connection, viewer: &Actor) -> Result<Vec<Scorecard>> {
    Ok(store::scorecard::all(connection, viewer.server).await?)
}

/// The archived scorecards that somebody may bring back, by name.
pub async fn archived_scorecards(connection: &mut Connection, viewer: &Actor) -> Result<Vec<Scorecard>> {
    let all = scorecards(connection, viewer).await?;
    let mut archived = store::scorecard::archived(connection, viewer.server).await?;
    archived.retain(|card| manages_among(&all, viewer, card));
    Ok(archived)
}

/// The scorecard of a row.
pub async fn scorecard_by_id(connection: &mut Connection, viewer: &Actor, id: ScorecardId) -> Result<Scorecard> {
    let found = store::scorecard::by_id(connection, viewer.server, id).await?;
    found.ok_or_else(|| {
        NotFound {
            noun: Noun::Scorecard,
            typed: String::new(),
            close: Vec::new(),
        }
        .into()
    })
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
    let placed = store::kpi::by_id(connection, viewer.server, id, on).await?;
    let placed = placed.ok_or_else(|| {
        Error::from(NotFound {
            noun: Noun::Kpi,
            typed: String::new(),
            close: Vec::new(),
        })
    })?;
    let card = scorecard_by_id(connection, viewer, placed.scorecard).await?;
    Ok((placed, card))
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

/// Fails unless somebody may enter values of a KPI: its owner, its deputy, or who manages its scorecard.
pub async fn log(connection: &mut Connection, actor: &Actor, placed: &Placed, card: &Scorecard) -> Result<()> {
    let own = placed.owner == Some(actor.person) || placed.deputy == Some(actor.person);
    if own || manages(connection, actor, card).await? {
        return Ok(());
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

/// Whether somebody manages a scorecard or an ancestor of it, or administers the server.
pub async fn manages(connection: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<bool> {
    if actor.administrator || card.manager == actor.person {
        return Ok(true);
    }
    Ok(store::scorecard::managed_above(connection, actor.server, card.id, actor.person).await?)
}

/// The same where all scorecards of the server are at hand.
pub(super) fn manages_among(all: &[Scorecard], actor: &Actor, card: &Scorecard) -> bool {
    if actor.administrator || card.manager == actor.person {
        return true;
    }
    let mut above = card.parent;
    for _ in 0..all.len() {
        let Some(parent) = above.and_then(|id| all.iter().find(|card| card.id == id)) else {
            break;
        };
        if parent.manager == actor.person {
            return true;
        }
        above = parent.parent;
    }
    false
}

/// How a person of the server is called.
pub async fn name_of(connection: &mut Connection, viewer: &Actor, person: PersonId) -> Result<String> {
    let found = store::person::by_id(connection, viewer.server, person).await?;
    Ok(found.map(|person| person.name).unwrap_or_default())
}
