//! Taking a value back, and saying something about it afterwards.

use chrono::TimeDelta;

use super::{Change, Held, Which, bounded, open, revise};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::period::{FiscalStart, Period};
use crate::service::{Actor, Conflict, Error, Invalid, NotFound, Noun, Result, Services, access};
use crate::store::actual::Revision;
use crate::store::kpi::Placed;
use crate::store::{self, Connection};

/// How long a value can be taken back by a press.
const UNDO_FOR: TimeDelta = TimeDelta::minutes(10);

/// One revision of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entered {
    /// The KPI.
    pub kpi: KpiId,
    /// The first day of the period.
    pub first_day: chrono::NaiveDate,
    /// The revision.
    pub revision: i64,
}

/// A value that was taken back.
#[derive(Debug, Clone)]
pub struct Undone {
    /// The KPI.
    pub placed: Placed,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// What was taken back; none: it was blank.
    pub taken_back: Option<Held>,
    /// What holds again; none: blank.
    pub now: Option<Held>,
}

/// Takes the newest revision back, within ten minutes, by who wrote it or manages the scorecard. It becomes a further
/// revision with what held before.
pub async fn undo(services: &Services, actor: &Actor, entered: Entered) -> Result<Undone> {
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, Which::Id(entered.kpi)).await?;
    let period = Period::starting(ledger.kpi().frequency, entered.first_day).ok_or_else(gone)?;
    let revisions = store::actual::revisions(&mut write, actor.server, entered.kpi, entered.first_day).await?;
    let newest = revisions.first().filter(|newest| newest.revision == entered.revision);
    let newest = newest.ok_or_else(|| Error::from(Conflict::ChangedSince))?;
    if newest.author != actor.person && !access::manages(&mut write, actor, &ledger.card).await? {
        access::administer(actor)?;
    }
    if services.now() - newest.entered_at > UNDO_FOR {
        return Err(Conflict::TooLate.into());
    }
    let before = revisions.get(1);
    let change = Change {
        period,
        entry: before.and_then(|revision| revision.actual.clone()),
        note: before.and_then(|revision| revision.note.as_deref()),
        reason: None,
        source: Source::Undo,
        undoes: Some(newest.entered_at),
    };
    let revised = revise(services, &mut write, actor, ledger, change).await?;
    services.keep_cycle(write).await?;
    Ok(Undone {
        fiscal: revised.ledger.card.fiscal_start,
        period,
        taken_back: revised.replaced,
        now: revised.ledger.held(period),
        placed: revised.ledger.placed,
    })
}

/// Says something about the value that holds, as a further revision with the same value.
pub async fn annotate(services: &Services, actor: &Actor, entered: Entered, note: &str) -> Result<Held> {
    let mut write = services.write().await?;
    let note = bounded("note", Some(note), super::MAX_NOTE)?.ok_or(Invalid::EmptyForm)?;
    let ledger = open(&mut write, actor, Which::Id(entered.kpi)).await?;
    let period = Period::starting(ledger.kpi().frequency, entered.first_day).ok_or_else(gone)?;
    let newest = newest(&mut write, actor, entered).await?;
    let entry = newest.actual.ok_or_else(gone)?;
    let held = ledger.judge(period, entry.clone());
    let change = Change {
        period,
        entry: Some(entry),
        note: Some(note),
        reason: None,
        source: Source::Form,
        undoes: None,
    };
    revise(services, &mut write, actor, ledger, change).await?;
    services.keep_cycle(write).await?;
    Ok(held)
}

async fn newest(connection: &mut Connection, actor: &Actor, entered: Entered) -> Result<Revision> {
    let revisions = store::actual::revisions(connection, actor.server, entered.kpi, entered.first_day).await?;
    revisions.into_iter().next().ok_or_else(gone)
}

pub(super) fn gone() -> Error {
    NotFound {
        noun: Noun::Actual,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}
