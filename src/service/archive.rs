//! Taking things out of use, and back: from a day on, so that earlier periods keep their numbers. Nothing that has a
//! history is ever deleted. What is out of use is not asked for, and its alerts end without a word.

mod restore;
mod undo;

use chrono::{DateTime, NaiveDate, Utc};

use super::audit::{self, Entry};
use super::{Actor, Conflict, Error, Result, Services, access, alert, checkin, scorecard};
use crate::domain::audit::{Subject, Verb};
use crate::domain::id::{KpiId, ObjectiveId, PerspectiveId, ScorecardId};
use crate::domain::zone;
use crate::store::kpi::{Place, Placed};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use restore::{Offered, offered, restore, restore_named};
pub use undo::take_back;

/// What can be taken out of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A scorecard, with all that is in it.
    Scorecard(ScorecardId),
    /// A perspective, with its objectives.
    Perspective(PerspectiveId),
    /// An objective, with its KPIs.
    Objective(ObjectiveId),
    /// A KPI.
    Kpi(KpiId),
}

impl Thing {
    /// What kind of thing it is.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Scorecard(_) => Subject::Scorecard,
            Self::Perspective(_) => Subject::Perspective,
            Self::Objective(_) => Subject::Objective,
            Self::Kpi(_) => Subject::Kpi,
        }
    }

    /// The number in the database.
    #[must_use]
    pub fn row(self) -> i64 {
        match self {
            Self::Scorecard(id) => id.get(),
            Self::Perspective(id) => id.get(),
            Self::Objective(id) => id.get(),
            Self::Kpi(id) => id.get(),
        }
    }
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is out of use, and can come back.
    Archived,
    /// It had no history, and is gone.
    Removed,
    /// It is in use again.
    Restored,
}

/// Something that went out of use, or came back, and what went with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub thing: Thing,
    /// What became of it.
    pub fate: Fate,
    /// Its name.
    pub name: String,
    /// The scorecard it is part of.
    pub scorecard: String,
    /// How many objectives went with it.
    pub objectives: usize,
    /// How many KPIs went with it.
    pub kpis: usize,
    /// How many scorecards that were below it stay.
    pub children: usize,
}

/// Takes a scorecard out of use with all that is in it. What cascades from it stays.
pub async fn scorecard(services: &Services, actor: &Actor, typed: &str, reason: Option<&str>) -> Result<Moved> {
    let mut write = services.write().await?;
    let card = access::scorecard(&mut write, actor, Some(typed), None).await?;
    access::manage(&mut write, actor, &card).await?;
    let (objectives, kpis) = within(&mut write, actor, &card).await?;
    refuse_read(&mut write, actor, &card.name, &kpis).await?;
    let all = access::scorecards(&mut write, actor).await?;
    store::archive::scorecard(&mut write, actor.server, card.id, Some(services.now())).await?;
    let moved = Moved {
        thing: Thing::Scorecard(card.id),
        fate: Fate::Archived,
        name: card.name.clone(),
        scorecard: card.name.clone(),
        objectives: objectives.len(),
        kpis: kpis.len(),
        children: all.iter().filter(|other| other.parent == Some(card.id)).count(),
    };
    finish(services, &mut write, actor, (&card, &moved, reason), &kpis).await?;
    services.keep(write).await?;
    Ok(moved)
}

/// Takes a perspective out of use from today with its objectives; deletes it where it never had one.
pub async fn perspective(
    services: &Services,
    actor: &Actor,
    place: (Option<&str>, Option<i64>),
    typed: &str,
    reason: Option<&str>,
) -> Result<Moved> {
    let mut write = services.write().await?;
    let (perspective, card) = access::placed_perspective(&mut write, actor, place, typed, store::PRESENT).await?;
    access::manage(&mut write, actor, &card).await?;
    let (mut objectives, mut kpis) = within(&mut write, actor, &card).await?;
    objectives.retain(|(_, within)| *within == perspective.id);
    kpis.retain(|placed| objectives.iter().any(|(id, _)| *id == placed.objective));
    refuse_read(&mut write, actor, &perspective.name, &kpis).await?;
    let removed = store::archive::delete_empty(&mut write, actor.server, perspective.id).await?;
    if !removed {
        let today = today(services, &card);
        store::archive::perspective(&mut write, actor.server, perspective.id, Some(today)).await?;
    }
    let moved = Moved {
        thing: Thing::Perspective(perspective.id),
        fate: if removed { Fate::Removed } else { Fate::Archived },
        name: perspective.name,
        scorecard: card.name.clone(),
        objectives: objectives.len(),
        kpis: kpis.len(),
        children: 0,
    };
    finish(services, &mut write, actor, (&card, &moved, reason), &kpis).await?;
    services.keep(write).await?;
    Ok(moved)
}

/// Takes an objective out of use from today with its KPIs.
pub async fn objective(services: &Services, actor: &Actor, typed: &str, reason: Option<&str>) -> Result<Moved> {
    let mut write = services.write().await?;
    let (objective, card) = access::objective(&mut write, actor, typed, store::PRESENT).await?;
    access::manage(&mut write, actor, &card).await?;
    let (_, mut kpis) = within(&mut write, actor, &card).await?;
    kpis.retain(|placed| placed.objective == objective.id);
    refuse_read(&mut write, actor, &objective.name, &kpis).await?;
    let today = today(services, &card);
    store::archive::objective(&mut write, actor.server, objective.id, Some(today)).await?;
    let moved = Moved {
        thing: Thing::Objective(objective.id),
        fate: Fate::Archived,
        name: objective.name,
        scorecard: card.name.clone(),
        objectives: 0,
        kpis: kpis.len(),
        children: 0,
    };
    finish(services, &mut write, actor, (&card, &moved, reason), &kpis).await?;
    services.keep(write).await?;
    Ok(moved)
}

/// Takes a KPI out of use from today.
pub async fn kpi(services: &Services, actor: &Actor, typed: &str, reason: Option<&str>) -> Result<Moved> {
    let mut write = services.write().await?;
    let (placed, card) = access::kpi(&mut write, actor, typed, store::PRESENT).await?;
    access::manage(&mut write, actor, &card).await?;
    refuse_read(
        &mut write,
        actor,
        placed.kpi.name.as_str(),
        std::slice::from_ref(&placed),
    )
    .await?;
    let kpi = (placed.kpi.id, place_of(&placed));
    store::archive::kpi(&mut write, actor.server, kpi, (today(services, &card), true)).await?;
    let moved = Moved {
        thing: Thing::Kpi(placed.kpi.id),
        fate: Fate::Archived,
        name: placed.kpi.name.to_string(),
        scorecard: card.name.clone(),
        objectives: 0,
        kpis: 0,
        children: 0,
    };
    finish(services, &mut write, actor, (&card, &moved, reason), &[placed]).await?;
    services.keep(write).await?;
    Ok(moved)
}

/// The objectives of a scorecard, each with its perspective, and its KPIs.
async fn within(
    connection: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
) -> Result<(Vec<(ObjectiveId, PerspectiveId)>, Vec<Placed>)> {
    let objectives = store::objective::of_scorecard(connection, actor.server, card.id, store::PRESENT).await?;
    let kpis = store::kpi::of_scorecard(connection, actor.server, card.id, store::PRESENT).await?;
    let objectives = objectives.iter().map(|objective| (objective.id, objective.perspective));
    Ok((objectives.collect(), kpis))
}

/// Fails where formulas of other KPIs read some that are to go. One that does not exist for somebody is not in their way:
/// its formula gives nothing from then on, and says why.
async fn refuse_read(connection: &mut Connection, actor: &Actor, name: &str, kpis: &[Placed]) -> Result<()> {
    let going: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    let mut readers = Vec::new();
    for reader in store::formula::readers_now(connection, actor.server, &going).await? {
        if going.contains(&reader) {
            continue;
        }
        match access::kpi_by_id(connection, actor, reader, store::PRESENT).await {
            Ok((placed, _)) => readers.push(placed.kpi.name.to_string()),
            Err(Error::NotFound(_)) => {}
            Err(other) => return Err(other),
        }
    }
    if readers.is_empty() {
        return Ok(());
    }
    let name = name.to_owned();
    Err(Conflict::Read { name, readers }.into())
}

/// Ends what was under way about the KPIs that went, and writes down what was done.
async fn finish(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, moved, reason): (&Scorecard, &Moved, Option<&str>),
    kpis: &[Placed],
) -> Result<()> {
    let now = services.now();
    for placed in kpis {
        alert::end_archived(write, actor, placed.kpi.id, now).await?;
        checkin::handed_over(write, actor.server, placed.kpi.id).await?;
    }
    record(services, write, actor, (card.id, moved), (reason, now)).await
}

async fn record(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, moved): (ScorecardId, &Moved),
    (reason, now): (Option<&str>, DateTime<Utc>),
) -> Result<()> {
    let verb = match moved.fate {
        Fate::Archived => Verb::Archived,
        Fate::Removed => Verb::Removed,
        Fate::Restored => Verb::Restored,
    };
    let known = (Some(moved.thing.row()), moved.name.as_str());
    let entry = Entry::new(verb, moved.thing.subject(), known)
        .within(card)
        .because(reason)
        .at(now);
    audit::record(services, write, actor, entry).await
}

fn place_of(placed: &Placed) -> Place {
    Place {
        objective: placed.objective,
        owner: placed.owner,
        deputy: placed.deputy,
        weight: placed.weight,
    }
}

fn today(services: &Services, card: &Scorecard) -> NaiveDate {
    zone::day_of(services.now(), scorecard::zone_of(card))
}
