//! Bringing back what is out of use, unless its name was taken meanwhile.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Fate, Moved, Thing, place_of, record, today, undo, within};
use crate::domain::audit::Subject;
use crate::domain::id::{KpiId, ObjectiveId, PerspectiveId, ScorecardId};
use crate::domain::name::Name;
use crate::service::{
    Actor, Conflict, Error, NotFound, Noun, Result, Services, access, objective, perspective, scorecard,
};
use crate::store::archive::Gone;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Something that can be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// What.
    pub thing: Thing,
    /// Its name.
    pub name: String,
    /// Its key, where it is a KPI.
    pub key: Option<String>,
    /// The name of what it stood in; empty for a scorecard.
    pub within: String,
}

/// What somebody may bring back of a kind, by name.
pub async fn offered(services: &Services, viewer: &Actor, subject: Subject) -> Result<Vec<Offered>> {
    let mut reader = services.read().await?;
    gone(&mut reader, viewer, subject).await
}

async fn gone(connection: &mut Connection, viewer: &Actor, subject: Subject) -> Result<Vec<Offered>> {
    let all = access::scorecards(connection, viewer).await?;
    let managed = access::managed(connection, viewer).await?;
    let mine = |card: &ScorecardId| managed.contains(card) && all.iter().any(|other| other.id == *card);
    let server = viewer.server;
    Ok(match subject {
        Subject::Scorecard => access::archived_scorecards(connection, viewer)
            .await?
            .into_iter()
            .map(|card| Offered {
                thing: Thing::Scorecard(card.id),
                name: card.name,
                key: None,
                within: String::new(),
            })
            .collect(),
        Subject::Perspective => store::archive::perspectives(connection, server)
            .await?
            .into_iter()
            .filter(|gone| mine(&gone.scorecard))
            .map(|gone| named(Thing::Perspective(gone.id), gone.name, gone.within))
            .collect(),
        Subject::Objective => store::archive::objectives(connection, server)
            .await?
            .into_iter()
            .filter(|gone| mine(&gone.scorecard))
            .map(|gone| named(Thing::Objective(gone.id), gone.name, gone.within))
            .collect(),
        Subject::Kpi => store::archive::kpis(connection, server)
            .await?
            .into_iter()
            .filter(|kpi| mine(&kpi.gone.scorecard))
            .map(|kpi| Offered {
                key: Some(kpi.key),
                ..named(Thing::Kpi(kpi.gone.id), kpi.gone.name, kpi.gone.within)
            })
            .collect(),
        Subject::Settings | Subject::Review | Subject::Decision | Subject::Initiative | Subject::Alert => Vec::new(),
    })
}

fn named(thing: Thing, name: String, within: String) -> Offered {
    Offered {
        thing,
        name,
        key: None,
        within,
    }
}

/// Brings back what somebody named.
pub async fn restore_named(services: &Services, actor: &Actor, subject: Subject, typed: &str) -> Result<Moved> {
    let mut reader = services.read().await?;
    let all = gone(&mut reader, actor, subject).await?;
    drop(reader);
    let key = typed.trim().to_lowercase();
    let by_key = all
        .iter()
        .find(|offered| offered.key.as_ref().is_some_and(|own| own.to_lowercase() == key))
        .map(|offered| offered.thing);
    let known = |offered: &Offered| (offered.thing.row(), offered.name.clone());
    let thing = match by_key {
        Some(thing) => thing,
        None => access::one_of(noun(subject), typed, all, known)?.thing,
    };
    restore(services, actor, thing).await
}

fn noun(subject: Subject) -> Noun {
    match subject {
        Subject::Perspective => Noun::Perspective,
        Subject::Objective => Noun::Objective,
        Subject::Kpi => Noun::Kpi,
        Subject::Scorecard
        | Subject::Settings
        | Subject::Review
        | Subject::Decision
        | Subject::Initiative
        | Subject::Alert => Noun::Scorecard,
    }
}

/// Brings something back into use from today.
pub async fn restore(services: &Services, actor: &Actor, thing: Thing) -> Result<Moved> {
    bring_back(services, actor, thing, None).await
}

pub(super) async fn bring_back(
    services: &Services,
    actor: &Actor,
    thing: Thing,
    archived_at: Option<DateTime<Utc>>,
) -> Result<Moved> {
    let mut write = services.write().await?;
    let (card, moved) = match thing {
        Thing::Scorecard(id) => card_back(services, &mut write, actor, id).await?,
        Thing::Perspective(id) => perspective_back(services, &mut write, actor, id).await?,
        Thing::Objective(id) => objective_back(services, &mut write, actor, id).await?,
        Thing::Kpi(id) => kpi_back(services, &mut write, actor, id).await?,
    };
    if let Some(at) = archived_at {
        undo::resume(&mut write, actor, (&card, thing), at).await?;
    }
    record(services, &mut write, actor, (card.id, &moved), (None, services.now())).await?;
    services.keep_cycle(write).await?;
    Ok(moved)
}

type Back = (Scorecard, Moved);

async fn card_back(services: &Services, write: &mut Connection, actor: &Actor, id: ScorecardId) -> Result<Back> {
    let archived = access::archived_scorecards(write, actor).await?;
    let card = archived.into_iter().find(|card| card.id == id);
    let card = card.ok_or_else(|| missing(Noun::Scorecard))?;
    scorecard::refuse_taken(write, actor.server, &Name::parse(&card.name)?, None).await?;
    store::archive::scorecard(write, actor.server, id, None).await?;
    // The next look works out what of its cycle is due by now.
    store::scorecard::set_next_step(write, actor.server, id, services.now()).await?;
    let (objectives, kpis) = within(write, actor, &card).await?;
    let moved = back(Thing::Scorecard(id), &card, &card.name, (objectives.len(), kpis.len()));
    Ok((card, moved))
}

async fn perspective_back(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    id: PerspectiveId,
) -> Result<Back> {
    let all = store::archive::perspectives(write, actor.server).await?;
    let (gone, card) = managed(write, actor, all, (id, Noun::Perspective)).await?;
    let existing = store::perspective::of_scorecard(write, actor.server, card.id, store::PRESENT).await?;
    if existing.len() >= perspective::MOST {
        return Err(full(Noun::Perspective, perspective::MOST));
    }
    perspective::refuse_taken(&existing, &Name::parse(&gone.name)?, None)?;
    store::archive::perspective(write, actor.server, id, None).await?;
    let (mut objectives, mut kpis) = within(write, actor, &card).await?;
    objectives.retain(|(_, within)| *within == id);
    kpis.retain(|placed| objectives.iter().any(|(objective, _)| *objective == placed.objective));
    bridge(write, actor, &kpis, (gone.since, today(services, &card))).await?;
    let moved = back(
        Thing::Perspective(id),
        &card,
        &gone.name,
        (objectives.len(), kpis.len()),
    );
    Ok((card, moved))
}

async fn objective_back(services: &Services, write: &mut Connection, actor: &Actor, id: ObjectiveId) -> Result<Back> {
    let all = store::archive::objectives(write, actor.server).await?;
    let (gone, card) = managed(write, actor, all, (id, Noun::Objective)).await?;
    let perspectives = store::perspective::of_scorecard(write, actor.server, card.id, store::PRESENT).await?;
    let home = perspectives
        .into_iter()
        .find(|perspective| perspective.name == gone.within);
    let home = home.ok_or_else(|| missing(Noun::Objective))?.id;
    let mut siblings = store::objective::of_scorecard(write, actor.server, card.id, store::PRESENT).await?;
    siblings.retain(|other| other.perspective == home);
    if siblings.len() >= objective::MOST {
        return Err(full(Noun::Objective, objective::MOST));
    }
    objective::refuse_taken(&siblings, &Name::parse(&gone.name)?, None)?;
    store::archive::objective(write, actor.server, id, None).await?;
    let (_, mut kpis) = within(write, actor, &card).await?;
    kpis.retain(|placed| placed.objective == id);
    bridge(write, actor, &kpis, (gone.since, today(services, &card))).await?;
    let moved = back(Thing::Objective(id), &card, &gone.name, (0, kpis.len()));
    Ok((card, moved))
}

async fn kpi_back(services: &Services, write: &mut Connection, actor: &Actor, id: KpiId) -> Result<Back> {
    let all = store::archive::kpis(write, actor.server).await?;
    let place = all.iter().find(|kpi| kpi.gone.id == id).map(|kpi| kpi.place);
    let all = all.into_iter().map(|kpi| kpi.gone).collect();
    let (gone, card) = managed(write, actor, all, (id, Noun::Kpi)).await?;
    let place = place.ok_or_else(|| missing(Noun::Kpi))?;
    store::archive::kpi(write, actor.server, (id, place), (today(services, &card), false)).await?;
    let moved = back(Thing::Kpi(id), &card, &gone.name, (0, 0));
    Ok((card, moved))
}

/// Keeps the days between going and coming back out of the KPIs' numbers.
async fn bridge(
    write: &mut Connection,
    actor: &Actor,
    kpis: &[Placed],
    (since, today): (NaiveDate, NaiveDate),
) -> Result<()> {
    if since >= today {
        return Ok(());
    }
    for placed in kpis {
        let kpi = (placed.kpi.id, place_of(placed));
        store::archive::kpi(write, actor.server, kpi, (since, true)).await?;
        store::archive::kpi(write, actor.server, kpi, (today, false)).await?;
    }
    Ok(())
}

/// The one with a row, and its scorecard, where somebody manages that.
async fn managed<I: PartialEq>(
    write: &mut Connection,
    actor: &Actor,
    all: Vec<Gone<I>>,
    (id, noun): (I, Noun),
) -> Result<(Gone<I>, Scorecard)> {
    let gone = all.into_iter().find(|gone| gone.id == id);
    let gone = gone.ok_or_else(|| missing(noun))?;
    let card = access::scorecard_by_id(write, actor, gone.scorecard).await?;
    access::manage(write, actor, &card).await?;
    Ok((gone, card))
}

fn back(thing: Thing, card: &Scorecard, name: &str, (objectives, kpis): (usize, usize)) -> Moved {
    Moved {
        thing,
        fate: Fate::Restored,
        name: name.to_owned(),
        scorecard: card.name.clone(),
        objectives,
        kpis,
        children: 0,
    }
}

fn missing(noun: Noun) -> Error {
    NotFound {
        noun,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}

fn full(noun: Noun, most: usize) -> Error {
    Conflict::Full { noun, most }.into()
}
