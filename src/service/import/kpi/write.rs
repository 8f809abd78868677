//! Writes what a file of KPIs makes and changes.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::tree::{Path, Tree};
use super::{Placing, Plan, Step};
use crate::domain::id::{ObjectiveId, PersonId, ScorecardId};
use crate::domain::zone;
use crate::service::import::people::Who;
use crate::service::{Actor, Error, Result, Services, access, person, scorecard};
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
    tree.write(services, write, actor).await?;
    let mut met = HashMap::new();
    for named in people {
        met.insert(named.user, person::named(write, actor.server, named).await?);
    }
    let days = days(services, write, actor).await?;
    for step in &steps {
        carry_out_step(
            services,
            write,
            actor,
            step,
            &Ground {
                tree: &tree,
                met: &met,
                days: &days,
            },
        )
        .await?;
    }
    for (cause, effect) in &drives {
        let drive = Drive {
            cause: objective(&tree, cause)?,
            effect: objective(&tree, effect)?,
            lag: 0,
        };
        store::objective::drive(write, actor.server, drive).await?;
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
}

async fn carry_out_step(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    step: &Step,
    ground: &Ground<'_>,
) -> Result<()> {
    let server = actor.server;
    let today = services.now().date_naive();
    let day = |path: &Path| {
        let card = ground.tree.card(&path.scorecard).and_then(|card| card.id);
        card.and_then(|card| ground.days.get(&card).copied()).unwrap_or(today)
    };
    let id = if let Some(before) = &step.before {
        if *before != step.after {
            store::kpi::update(write, server, &step.after).await?;
        }
        before.id
    } else {
        let created_on = step.place.as_ref().map_or(today, |place| day(&place.path));
        store::kpi::insert(write, server, &step.after, created_on).await?
    };
    if let Some(placing) = &step.place {
        let from = if step.before.is_some() {
            day(&placing.path)
        } else {
            store::BEGINNING
        };
        store::kpi::place(write, server, id, from, place(placing, ground)?).await?;
    }
    for set in &step.targets {
        store::target::set(write, server, id, &set.target, (actor.person, services.now())).await?;
    }
    Ok(())
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
