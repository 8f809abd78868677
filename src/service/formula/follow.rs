//! Computing values anew after their inputs changed, and what follows from that: alerts and digests.

use std::collections::BTreeSet;

use super::{MAX_DEPTH, book};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::period::Period;
use crate::domain::value::Entry;
use crate::service::actual::Ledger;
use crate::service::{Actor, Result, Services, alert, review};
use crate::store::actual::NewRevision;
use crate::store::{self, Connection};

/// A KPI whose computed values changed.
pub(in crate::service) struct Recomputed {
    /// The KPI as it stood before.
    pub before: Ledger,
    /// The KPI as it stands.
    pub after: Ledger,
    /// The periods whose values changed.
    pub periods: Vec<Period>,
}

/// Computes anew all that is read from some KPIs, directly or through other formulas.
pub(in crate::service) async fn follow(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    changed: &[KpiId],
) -> Result<Vec<Recomputed>> {
    let (mut frontier, mut readers) = (changed.to_vec(), BTreeSet::new());
    for _ in 0..MAX_DEPTH {
        frontier = store::formula::readers(write, actor.server, &frontier).await?;
        frontier.retain(|reader| readers.insert(*reader));
        if frontier.is_empty() {
            break;
        }
    }
    let mut moved = Vec::new();
    for reader in readers {
        moved.extend(recompute(services, write, actor, reader).await?);
    }
    Ok(moved)
}

/// Computes all values of a KPI with a formula, and keeps those that differ as revisions.
pub(super) async fn recompute(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    id: KpiId,
) -> Result<Option<Recomputed>> {
    let Some(placed) = store::kpi::by_id(write, actor.server, id, store::PRESENT).await? else {
        return Ok(None);
    };
    let Some(card) = store::scorecard::by_id(write, actor.server, placed.scorecard).await? else {
        return Ok(None);
    };
    let Some(book) = book(write, actor.server, &[id]).await? else {
        return Ok(None);
    };
    let results = book.results(id, card.fiscal_start);
    let before = Ledger::load(write, actor, placed, card).await?;
    let mut after = before.clone();
    let mut periods = Vec::new();
    for (period, result) in results {
        if before.actuals.get(&period) == result.as_ref() {
            continue;
        }
        revise(services, write, actor, (id, period, result.as_ref())).await?;
        match result {
            Some(entry) => after.actuals.insert(period, entry),
            None => after.actuals.remove(&period),
        };
        periods.push(period);
    }
    Ok((!periods.is_empty()).then_some(Recomputed { before, after, periods }))
}

async fn revise(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (kpi, period, result): (KpiId, Period, Option<&Entry>),
) -> Result<()> {
    let new = NewRevision {
        kpi,
        first_day: period.first_day(),
        actual: result,
        note: None,
        author: actor.person,
        source: Source::Formula,
    };
    store::actual::add(write, actor.server, &new, services.now()).await?;
    Ok(())
}

/// Lets alerts follow what was computed, and brings posted digests up to date.
pub(in crate::service) async fn announce(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    moved: &[Recomputed],
) -> Result<()> {
    for kpi in moved {
        for period in &kpi.periods {
            alert::follow(services, write, actor, (&kpi.before, &kpi.after), (*period, None)).await?;
        }
        review::refresh(services, write, (actor.server, &kpi.after.card), &kpi.periods).await?;
        let changed = (kpi.after.kpi().id, &kpi.periods[..]);
        review::restated(services, write, (actor, &kpi.after.card), changed, None).await?;
    }
    Ok(())
}
