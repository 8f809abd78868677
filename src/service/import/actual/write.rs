//! Writes what a file of actuals changes, and what follows from it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Plan, Step, World};
use crate::domain::actual::Source;
use crate::domain::id::{DraftId, KpiId, ScorecardId};
use crate::domain::period::Period;
use crate::service::actual::Ledger;
use crate::service::alert::{self, ImportTold, Moved};
use crate::service::formula::{self, Recomputed};
use crate::service::review::closed::{self, Because};
use crate::service::{Actor, Result, Services, checkin, review, scorecard};
use crate::store::actual::NewRevision;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Writes the revisions, lets alerts follow, and brings posted digests up to date, once each.
pub(in crate::service::import) async fn carry_out(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (plan, draft, reason): (Plan, DraftId, Option<&str>),
) -> Result<ImportTold> {
    let Plan { steps, world } = plan;
    let revision = |step| revision(actor, step);
    let revisions: Vec<NewRevision<'_>> = steps.iter().map(revision).collect();
    store::import::actuals(write, actor.server, &revisions, services.now()).await?;
    let placed: HashMap<KpiId, &Placed> = world.kpis.values().map(|placed| (placed.kpi.id, placed)).collect();
    let mut moved = moved(services, write, actor, (&steps, &world), &placed).await?;
    let ids: BTreeSet<KpiId> = steps.iter().map(|step| step.kpi).collect();
    let computed = formula::follow(services, write, actor, &Vec::from_iter(ids)).await?;
    moved.extend(computed.iter().filter_map(|computed| newest(services, computed)));
    restate(services, write, actor, (&steps, &computed, reason)).await?;
    let told = alert::follow_import(services, write, actor, (moved, draft)).await?;
    let mut changed: BTreeMap<ScorecardId, HashSet<Period>> = BTreeMap::new();
    for step in &steps {
        if let Some(placed) = placed.get(&step.kpi) {
            changed.entry(placed.scorecard).or_default().insert(step.period);
        }
    }
    for (id, periods) in changed {
        if let Some(card) = world.cards.iter().find(|card| card.id == id) {
            let periods: Vec<Period> = periods.into_iter().collect();
            review::refresh(services, write, (actor.server, card), &periods).await?;
            let of_card = |step: &&Step| placed.get(&step.kpi).is_some_and(|placed| placed.scorecard == id);
            if let Some(first) = steps.iter().find(of_card) {
                review::restated(services, write, (actor, card), (first.kpi, &periods), reason).await?;
            }
        }
    }
    for computed in &computed {
        let (card, periods) = (&computed.after.card, &computed.periods[..]);
        review::refresh(services, write, (actor.server, card), periods).await?;
        let changed = (computed.after.kpi().id, periods);
        review::restated(services, write, (actor, card), changed, None).await?;
    }
    let values: Vec<_> = steps.iter().map(|step| (step.kpi, step.period.first_day())).collect();
    checkin::answered_all(write, actor.server, &values).await?;
    alert::came_in(write, actor.server, &values, services.now()).await?;
    Ok(told)
}

/// Marks the closed reviews that show what changed.
async fn restate(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (steps, computed, reason): (&[Step], &[Recomputed], Option<&str>),
) -> Result<()> {
    let (mut changed, mut late): (BTreeMap<KpiId, Vec<Period>>, BTreeMap<KpiId, Vec<Period>>) = Default::default();
    for step in steps.iter().filter(|step| step.before.as_ref() != Some(&step.after)) {
        let periods = if step.before.is_some() { &mut changed } else { &mut late };
        periods.entry(step.kpi).or_default().push(step.period);
    }
    let because = if changed.is_empty() {
        Because::Late
    } else {
        Because::Changed(reason)
    };
    for (periods, because) in [(&changed, Because::Changed(reason)), (&late, Because::Late)] {
        for (kpi, periods) in periods {
            closed::mark_periods(services, write, actor, (*kpi, periods, because)).await?;
        }
    }
    for computed in computed {
        let (kpi, periods) = (computed.after.kpi().id, computed.periods.as_slice());
        closed::mark_periods(services, write, actor, (kpi, periods, because)).await?;
    }
    Ok(())
}

fn revision<'a>(actor: &Actor, step: &'a Step) -> NewRevision<'a> {
    NewRevision {
        kpi: step.kpi,
        first_day: step.period.first_day(),
        actual: Some(&step.after),
        note: step.note.as_deref(),
        author: actor.person,
        source: Source::Import,
    }
}

/// A computed KPI whose newest ended period changed.
fn newest(services: &Services, computed: &Recomputed) -> Option<Moved> {
    let period = computed.after.last_ended(services.now());
    computed.periods.contains(&period).then(|| Moved {
        after: computed.after.clone(),
        period,
        before: computed.before.actuals.get(&period).cloned(),
        note: None,
    })
}

/// The KPIs whose newest ended period changes: only these can alert.
async fn moved(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
    (steps, world): (&[Step], &World),
    placed: &HashMap<KpiId, &Placed>,
) -> Result<Vec<Moved>> {
    let newest = |step: &&Step| {
        let placed = placed.get(&step.kpi)?;
        let card = world.card(placed)?;
        let zone = scorecard::zone_of(card);
        let ended = Period::last_ended(placed.kpi.frequency, services.now(), zone, card.fiscal_start);
        (ended == step.period).then_some((*placed, card))
    };
    let newest: Vec<(&Step, (&Placed, &Scorecard))> =
        steps.iter().filter_map(|step| Some((step, newest(&step)?))).collect();
    let ids: Vec<KpiId> = newest.iter().map(|(step, _)| step.kpi).collect();
    let mut targets = store::target::of_kpis(connection, actor.server, &ids).await?;
    let mut actuals = store::actual::of_kpis(connection, actor.server, &ids).await?;
    let ledger = |(step, (placed, card)): (&Step, (&Placed, &Scorecard))| Moved {
        after: Ledger {
            placed: placed.clone(),
            card: card.clone(),
            targets: targets.remove(&step.kpi).unwrap_or_default(),
            actuals: actuals
                .remove(&step.kpi)
                .unwrap_or_default()
                .into_iter()
                .map(|(period, noted)| (period, noted.entry))
                .collect(),
        },
        period: step.period,
        before: step.before.clone(),
        note: step.note.clone(),
    };
    Ok(newest.into_iter().map(ledger).collect())
}
