//! Adding a revision, and what follows from it: alerts, digests, prompts, restated reviews.

use chrono::{DateTime, Utc};

use super::{Held, Ledger, Moved};
use crate::domain::actual::Source;
use crate::domain::period::Period;
use crate::domain::reading::View;
use crate::domain::value::Entry;
use crate::service::review::closed::{self, How, Touched};
use crate::service::summary::{Summary, build};
use crate::service::{Actor, Result, Services, access, alert, checkin, formula, review};
use crate::store::actual::NewRevision;
use crate::store::{self, Connection};

/// What a revision changes.
#[derive(Debug, Clone)]
pub(super) struct Change<'a> {
    pub period: Period,
    /// What holds from now; none: blank again.
    pub entry: Option<Entry>,
    pub note: Option<&'a str>,
    /// Why, where it changes what was published.
    pub reason: Option<&'a str>,
    pub source: Source,
    /// When what it takes back was entered, if it takes something back.
    pub undoes: Option<DateTime<Utc>>,
}

/// What a revision did.
pub(super) struct Revised {
    pub period: Period,
    pub replaced: Option<Held>,
    pub revision: Option<i64>,
    pub told: alert::Told,
    /// The computed values that it changed, of KPIs that exist for the person.
    pub moved: Vec<Moved>,
    /// The closed period in which it came late.
    pub late: Option<Period>,
    /// The numbers of a closed period that it changed, beside the published ones.
    pub restated: Option<Box<Summary>>,
    /// The KPI as it stands after it.
    pub ledger: Ledger,
}

/// Adds a revision and lets alerts follow. An equal value without a note changes nothing.
pub(super) async fn revise(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    mut ledger: Ledger,
    change: Change<'_>,
) -> Result<Revised> {
    let before = ledger.clone();
    let replaced = before.held(change.period);
    let same = replaced.as_ref().map(|held| &held.entry) == change.entry.as_ref();
    let touched = touched(write, actor, &ledger, (&change, replaced.is_some() && !same)).await?;
    let touched = touched.filter(|_| !same);
    let mut revised = Revised {
        period: change.period,
        replaced,
        revision: None,
        told: alert::Told::Nothing,
        moved: Vec::new(),
        late: touched.as_ref().filter(|it| it.is_late()).and_then(|it| it.own),
        restated: None,
        ledger: before.clone(),
    };
    if same && change.note.is_none() && change.source != Source::Undo {
        return Ok(revised);
    }
    let period = change.period;
    revised.revision = Some(add(services, write, actor, (&ledger, &change)).await?);
    match change.entry {
        Some(entry) => ledger.actuals.insert(period, entry),
        None => ledger.actuals.remove(&period),
    };
    revised.told = alert::follow(services, write, actor, (&before, &ledger), (period, change.note)).await?;
    if !same {
        alert::follow_pace(services, write, actor, (&ledger, period)).await?;
    }
    review::refresh(services, write, (actor.server, &ledger.card), &[period]).await?;
    checkin::answered(write, actor.server, ledger.kpi().id, period.first_day()).await?;
    if ledger.actuals.contains_key(&period) {
        let values = [(ledger.kpi().id, period.first_day())];
        alert::came_in(write, actor.server, &values, services.now()).await?;
    }
    if let Some(touched) = touched {
        closed::mark(services, write, actor, (ledger.kpi().id, &touched)).await?;
        let changed = (ledger.kpi().id, &[period][..]);
        review::restated(services, write, (actor, &ledger.card), changed, change.reason).await?;
        revised.moved = computed(services, write, actor, (&ledger, period), &touched).await?;
        revised.restated = restated(services, write, actor, (&ledger, &touched)).await?;
    }
    revised.ledger = ledger;
    Ok(revised)
}

async fn add(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, change): (&Ledger, &Change<'_>),
) -> Result<i64> {
    let new = NewRevision {
        kpi: ledger.kpi().id,
        first_day: change.period.first_day(),
        actual: change.entry.as_ref(),
        note: change.note,
        author: actor.person,
        source: change.source,
    };
    Ok(store::actual::add(write, actor.server, &new, services.now()).await?)
}

/// The closed reviews that a change concerns; fails where it is not allowed. None where nothing changes.
async fn touched(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (change, replaces): (&Change<'_>, bool),
) -> Result<Option<Touched>> {
    let how = match change.undoes {
        Some(at) => How::TakenBack(at),
        None if replaces => How::Corrected(change.reason),
        None if ledger.actuals.contains_key(&change.period) => return Ok(None),
        None => How::Entered,
    };
    let kpi = ledger.kpi();
    let subject = (kpi.id, kpi.key.as_str(), &ledger.card);
    closed::touched(write, actor, subject, (change.period, how))
        .await
        .map(Some)
}

/// The numbers of the closed period beside the published ones.
async fn restated(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, touched): (&Ledger, &Touched),
) -> Result<Option<Box<Summary>>> {
    let Some(period) = touched.own else {
        return Ok(None);
    };
    let viewed = (period, View::Period);
    let summary = build(write, actor.server, &ledger.card, viewed, services.now()).await?;
    Ok(Some(Box::new(summary)))
}

/// Has the formulas that read a KPI follow its change; gives what became of their values where the person may see them.
async fn computed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, period): (&Ledger, Period),
    because: &Touched,
) -> Result<Vec<Moved>> {
    let changed = formula::follow(services, write, actor, &[ledger.kpi().id]).await?;
    formula::announce(services, write, actor, &changed).await?;
    let mut moved = Vec::new();
    for computed in changed {
        let (kpi, fiscal) = (computed.after.kpi().clone(), computed.after.card.fiscal_start);
        closed::mark_computed(services, write, actor, (kpi.id, &computed.periods), because).await?;
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
