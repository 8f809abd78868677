//! Adding a revision, and what follows from it: alerts, digests, prompts.

use super::{Held, Ledger, Moved};
use crate::domain::actual::Source;
use crate::domain::cycle::reviewed_in;
use crate::domain::period::Period;
use crate::domain::value::Entry;
use crate::service::{Actor, Conflict, Result, Services, access, alert, checkin, formula, review};
use crate::store::actual::NewRevision;
use crate::store::{self, Connection};

/// What a revision changes: the period, what holds from now (none: blank again), the note, the door.
pub(super) type Change<'a> = (Period, Option<Entry>, Option<&'a str>, Source);

/// What a revision did.
pub(super) struct Revised {
    pub period: Period,
    pub replaced: Option<Held>,
    pub revision: Option<i64>,
    pub told: alert::Told,
    /// The computed values that it changed, of KPIs that exist for the person.
    pub moved: Vec<Moved>,
    /// The KPI as it stands after it.
    pub ledger: Ledger,
}

/// Adds a revision and lets alerts follow. An equal value without a note changes nothing.
pub(super) async fn revise(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    mut ledger: Ledger,
    (period, entry, note, source): Change<'_>,
) -> Result<Revised> {
    let before = ledger.clone();
    let replaced = before.held(period);
    let same = replaced.as_ref().map(|held| &held.entry) == entry.as_ref();
    refuse_closed(write, actor, &ledger, (period, &replaced, same)).await?;
    let mut revised = Revised {
        period,
        replaced,
        revision: None,
        told: alert::Told::Nothing,
        moved: Vec::new(),
        ledger: before.clone(),
    };
    if same && note.is_none() && source != Source::Undo {
        return Ok(revised);
    }
    let new = NewRevision {
        kpi: ledger.kpi().id,
        first_day: period.first_day(),
        actual: entry.as_ref(),
        note,
        author: actor.person,
        source,
    };
    revised.revision = Some(store::actual::add(write, actor.server, &new, services.now()).await?);
    match entry {
        Some(entry) => ledger.actuals.insert(period, entry),
        None => ledger.actuals.remove(&period),
    };
    revised.told = alert::follow(services, write, actor, (&before, &ledger), (period, note)).await?;
    review::refresh(services, write, (actor.server, &ledger.card), &[period]).await?;
    checkin::answered(write, actor.server, ledger.kpi().id, period.first_day()).await?;
    if ledger.actuals.contains_key(&period) {
        let values = [(ledger.kpi().id, period.first_day())];
        alert::came_in(write, actor.server, &values, services.now()).await?;
    }
    if !same {
        let changed = (ledger.kpi().id, &[period][..]);
        review::restated(services, write, (actor, &ledger.card), changed, note).await?;
        revised.moved = computed(services, write, actor, &ledger, period).await?;
    }
    revised.ledger = ledger;
    Ok(revised)
}

/// Has the formulas that read a KPI follow its change; gives what became of their values where the person may see them.
async fn computed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    period: Period,
) -> Result<Vec<Moved>> {
    let changed = formula::follow(services, write, actor, &[ledger.kpi().id]).await?;
    formula::announce(services, write, actor, &changed).await?;
    let mut moved = Vec::new();
    for computed in changed {
        let (kpi, fiscal) = (computed.after.kpi().clone(), computed.after.card.fiscal_start);
        let around = Period::containing(kpi.frequency, period.anchor_day(), fiscal);
        let seen = access::kpi_by_id(write, actor, kpi.id, store::PRESENT).await.is_ok();
        if seen && computed.periods.contains(&around) {
            moved.push(Moved {
                kpi,
                before: computed.before.held(around),
                now: computed.after.held(around),
            });
        }
    }
    Ok(moved)
}

/// A closed review locks what was published; what was missing may still come in, as late.
async fn refuse_closed(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, replaced, same): (Period, &Option<Held>, bool),
) -> Result<()> {
    if replaced.is_none() || same {
        return Ok(());
    }
    let card = &ledger.card;
    let review = reviewed_in(period, card.review_cycle, card.fiscal_start);
    let closed = store::review::closed_over(write, actor.server, card.id, review.first_day()).await?;
    if closed && !access::manages(write, actor, &ledger.card).await? {
        return Err(Conflict::Closed { period }.into());
    }
    Ok(())
}
