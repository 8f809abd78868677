//! Writes what a file of KPIs makes and changes.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::tree::{Path, Tree};
use super::{Placing, Plan, Step};
use crate::domain::id::{ObjectiveId, PersonId, ScorecardId};
use crate::domain::zone;
use crate::service::audit::{self, facts::Brought};
use crate::service::import::people::Who;
use crate::service::{Actor, Error, Result, Services, access, formula, person, scorecard};
use crate::store::kpi::Place;
use crate::store::objective::Drive;
use crate::store::{self, Connection};

/// Writes a plan: scorecards, perspectives, objectives, KPIs, targets, arrows.
pub(in crate::service::import) async fn carry_out(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (plan, people): (Plan, &[person::Named]),
) -> Result<()> {
    let Plan {
        steps,
        drives,
        mut tree,
        ..
    } = plan;
    let missing = tree.missing();
    tree.write(services, write, actor).await?;
    let mut met = HashMap::new();
    for named in people {
        met.insert(named.user, person::named(write, actor.server, named).await?);
    }
    let days = days(services, write, actor).await?;
    let ground = Ground {
        tree: &tree,
        met: &met,
        days: &days,
        today: services.now().date_naive(),
    };
    write_kpis(services, write, actor, &steps, &ground).await?;
    write_formulas(services, write, actor, &steps).await?;
    for (cause, effect) in &drives {
        let drive = Drive {
            cause: objective(&tree, cause)?,
            effect: objective(&tree, effect)?,
            lag: 0,
        };
        store::objective::drive(write, actor.server, drive).await?;
    }
    record(services, write, actor, (&steps, &drives, &tree), &missing).await
}

/// Writes down what the file did, one entry a scorecard.
async fn record(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (steps, drives, tree): (&[Step], &[(Path, Path)], &Tree),
    missing: &[(usize, usize)],
) -> Result<()> {
    let placed = store::kpi::all(write, actor.server, store::PRESENT).await?;
    let home: HashMap<String, ScorecardId> = placed
        .iter()
        .map(|placed| (placed.kpi.key.folded(), placed.scorecard))
        .collect();
    let mut brought: HashMap<ScorecardId, Brought> = HashMap::new();
    for step in steps {
        let Some(card) = home.get(&step.after.key.folded()) else {
            continue;
        };
        let brought = brought.entry(*card).or_default();
        match step.before {
            None => brought.kpis += 1,
            Some(_) => brought.kpis_changed += 1,
        }
        brought.targets += step.targets.len();
    }
    for (cause, _) in drives {
        if let Some(card) = tree.card(&cause.scorecard).and_then(|card| card.id) {
            brought.entry(card).or_default().links += 1;
        }
    }
    for (card, (perspectives, objectives)) in tree.cards.iter().zip(missing) {
        let Some(id) = card.id else { continue };
        let mut brought = brought.remove(&id).unwrap_or_default();
        (brought.perspectives, brought.objectives) = (*perspectives, *objectives);
        if !brought.is_empty() {
            audit::record_brought(services, write, actor, (id, card.name.as_str()), brought).await?;
        }
    }
    Ok(())
}

/// What steps are written onto.
struct Ground<'a> {
    tree: &'a Tree,
    /// The rows of people who were strangers, by Discord's user id.
    met: &'a HashMap<i64, PersonId>,
    /// The day that each scorecard's calendar shows.
    days: &'a HashMap<ScorecardId, NaiveDate>,
    /// The day in UTC.
    today: NaiveDate,
}

/// Writes the KPIs, then where they stand, then their targets.
async fn write_kpis(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    steps: &[Step],
    ground: &Ground<'_>,
) -> Result<()> {
    let server = actor.server;
    let new: Vec<_> = steps
        .iter()
        .filter(|step| step.before.is_none())
        .map(|step| (&step.after, ground.day(step)))
        .collect();
    let added = store::import::kpis(write, server, &new).await?;
    let (mut places, mut targets) = (Vec::new(), Vec::new());
    for step in steps {
        let (id, from) = match &step.before {
            Some(before) => (before.id, ground.day(step)),
            None => (
                added.get(&step.after.key.folded()).copied().ok_or(Error::NotHere)?,
                store::BEGINNING,
            ),
        };
        if step.before.as_ref().is_some_and(|before| *before != step.after) {
            store::kpi::update(write, server, &step.after).await?;
        }
        if let Some(placing) = &step.place {
            places.push((id, from, place(placing, ground)?));
        }
        targets.extend(step.targets.iter().map(|set| (id, set.target)));
    }
    store::import::places(write, server, &places).await?;
    store::import::targets(write, server, &targets, (actor.person, services.now())).await?;
    Ok(())
}

/// Sets the formulas, once everything they can read is there.
async fn write_formulas(services: &Services, write: &mut Connection, actor: &Actor, steps: &[Step]) -> Result<()> {
    for step in steps {
        let Some(formula) = &step.formula else { continue };
        let key = step.after.key.folded();
        let found = store::kpi::by_key(write, actor.server, &key, store::PRESENT).await?;
        let placed = found.ok_or(Error::NotHere)?;
        let card = access::scorecard_by_id(write, actor, placed.scorecard).await?;
        formula::set(services, write, actor, (&placed, &card), formula).await?;
    }
    Ok(())
}

impl Ground<'_> {
    /// The day it is where a KPI will stand.
    fn day(&self, step: &Step) -> NaiveDate {
        let path = step.place.as_ref().map(|place| &place.path);
        let card = path.and_then(|path| self.tree.card(&path.scorecard)?.id);
        card.and_then(|card| self.days.get(&card).copied())
            .unwrap_or(self.today)
    }
}

fn place(placing: &Placing, ground: &Ground<'_>) -> Result<Place> {
    let row = |who: Who| match who {
        Who::Known(person) => Some(person),
        Who::Stranger(user) => ground.met.get(&user).copied(),
    };
    Ok(Place {
        objective: objective(ground.tree, &placing.path)?,
        owner: placing.owner.and_then(row),
        deputy: placing.deputy.and_then(row),
        weight: placing.weight,
    })
}

fn objective(tree: &Tree, path: &Path) -> Result<ObjectiveId> {
    tree.objective(path)
        .and_then(|objective| objective.id)
        .ok_or(Error::NotHere)
}

/// The day that each scorecard's calendar shows.
async fn days(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
) -> Result<HashMap<ScorecardId, NaiveDate>> {
    let cards = access::scorecards(connection, actor).await?;
    Ok(cards
        .iter()
        .map(|card| (card.id, zone::day_of(services.now(), scorecard::zone_of(card))))
        .collect())
}
