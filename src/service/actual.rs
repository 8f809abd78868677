//! Actuals: recording, annotating and taking back. A value is never overwritten: each change is a revision.

mod doubt;
mod fill;
mod history;
mod ledger;
mod reject;
mod revise;
mod undo;
mod year_to_date;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::kpi::wrong_value;
use super::summary::Summary;
use super::{Actor, Conflict, Invalid, Result, Services, access, alert, scorecard};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Judgement, Rule, Status};
use crate::domain::scorecard::RedNote;
use crate::domain::value::{self, Entry, Expected, NumberFormat};
use crate::store::kpi::Placed;
use crate::store::{self, Connection};

pub use doubt::{Doubtful, Reading, settle};
pub(super) use fill::fill;
use fill::refuse_repeated;
pub use history::{History, Looked, PastRevision, history, history_page};
pub(super) use ledger::Ledger;
pub(super) use reject::still_blank;
pub use reject::{Rejected, RejectedContent, reject, reject_named};
use revise::{Change, Revised, revise};
pub use undo::{Entered, Undone, annotate, undo};

/// The most characters of a note.
pub const MAX_NOTE: usize = 1000;

/// How somebody says which KPI they mean.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// As a person typed it: a key, or a name.
    Typed(&'a str),
    /// By its row.
    Id(KpiId),
}

/// How somebody says which period they mean.
#[derive(Debug, Clone, Copy)]
pub enum When<'a> {
    /// The one that is due, else the last one that ended.
    Due,
    /// As a person typed it.
    Typed(&'a str),
    /// By its first day.
    FirstDay(NaiveDate),
}

/// What somebody enters.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// For which KPI.
    pub kpi: Which<'a>,
    /// For which period.
    pub period: When<'a>,
    /// The value, as typed.
    pub value: &'a str,
    /// What is said with it.
    pub note: Option<&'a str>,
    /// Why, where it changes what was published.
    pub reason: Option<&'a str>,
    /// Through which door.
    pub source: Source,
}

/// What holds in one period of a KPI, and how good it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The period.
    pub period: Period,
    /// The value, or why there is none.
    pub entry: Entry,
    /// How good it is; none without a target, or without a number.
    pub judgement: Option<Judgement>,
    /// The rule of the period.
    pub rule: Option<Rule>,
}

/// A value that was recorded.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The KPI where it stands.
    pub placed: Placed,
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// What holds now.
    pub now: Held,
    /// What held in the period before this entry.
    pub replaced: Option<Held>,
    /// What holds in the period before.
    pub previous: Option<Held>,
    /// Whether the period is not over.
    pub to_date: bool,
    /// The revision, to take it back; none if nothing changed.
    pub revision: Option<i64>,
    /// What the team channel is told.
    pub told: alert::Told,
    /// What was said with it.
    pub note: Option<String>,
    /// Through which door it came.
    pub source: Source,
    /// The KPIs whose formulas read it, and what became of their values.
    pub moved: Vec<Moved>,
    /// Whether a word on it stays due: it is off target, and the scorecard asks why.
    pub word_due: bool,
    /// The closed period in which it came late.
    pub late: Option<Period>,
    /// The numbers of a closed period that it changed, beside the published ones.
    pub restated: Option<Box<Summary>>,
    /// What the fiscal year adds up to through the period, where values are entered so.
    pub year_to_date: Option<Decimal>,
}

/// A computed value that an entry changed.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The KPI.
    pub kpi: Kpi,
    /// What held before.
    pub before: Option<Held>,
    /// What holds now.
    pub now: Option<Held>,
}

/// What became of a value.
#[derive(Debug)]
pub enum Logged {
    /// It is saved.
    Saved(Box<Recorded>),
    /// It is far from all before it, or a total of the year, and waits for a second press.
    Doubtful(Box<Doubtful>),
}

/// Records a value, and decides what the team channel is told. One that is far from all before it waits, and so does a
/// total of the year with what it makes of the period.
pub async fn record(services: &Services, actor: &Actor, typed: &Typed<'_>, format: NumberFormat) -> Result<Logged> {
    let which = found(services, actor, typed.kpi).await?;
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, which).await?;
    let period = period(services, &ledger, typed.period)?;
    refuse_computed(&mut write, actor, &ledger, period).await?;
    let entry = value::parse(typed.value, Expected::from(ledger.kpi()), format)
        .map_err(|error| wrong_value(error, ledger.kpi(), ledger.last_number()))?;
    refuse_repeated(&mut write, actor, &ledger, (period, &entry)).await?;
    let split = year_to_date::split(&ledger, period, &entry)?;
    let entry = split.as_ref().map_or(entry, |split| Entry::Number(split.own));
    let change = Change {
        period,
        entry: Some(entry.clone()),
        note: bounded("note", typed.note, MAX_NOTE)?,
        reason: bounded("reason", typed.reason, value::MAX_REASON)?,
        source: typed.source,
        undoes: None,
    };
    let logged = if let Some(doubtful) = doubt::doubt(services, &mut write, actor, (&ledger, split), &change).await? {
        Logged::Doubtful(Box::new(doubtful))
    } else {
        let (judged, note) = (ledger.judge(period, entry), change.note);
        let revised = revise(services, &mut write, actor, ledger, change).await?;
        Logged::Saved(Box::new(recorded(services, (revised, typed.source), judged, note)))
    };
    services.keep_cycle(write).await?;
    Ok(logged)
}

/// What was said, without blanks around it; none where nothing was.
pub(super) fn bounded<'a>(field: &'static str, text: Option<&'a str>, most: usize) -> Result<Option<&'a str>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > most) {
        return Err(Invalid::TooLong { field, most }.into());
    }
    Ok(text)
}

fn word_due(ledger: &Ledger, now: &Held, note: Option<&str>) -> bool {
    let off_target = now
        .judgement
        .is_some_and(|judgement| judgement.status == Status::OffTarget);
    off_target && note.is_none() && ledger.card.red_note == RedNote::Required
}

fn recorded(services: &Services, (revised, source): (Revised, Source), now: Held, note: Option<&str>) -> Recorded {
    let ledger = revised.ledger;
    Recorded {
        word_due: word_due(&ledger, &now, note),
        year_to_date: year_to_date::total(&ledger, revised.period),
        scorecard: ledger.card.name.clone(),
        fiscal: ledger.card.fiscal_start,
        now,
        replaced: revised.replaced,
        previous: ledger.held(revised.period.prev()),
        to_date: !revised
            .period
            .has_ended(services.now(), scorecard::zone_of(&ledger.card)),
        revision: revised.revision,
        told: revised.told,
        moved: revised.moved,
        late: revised.late,
        restated: revised.restated,
        note: note.map(str::to_owned),
        source,
        placed: ledger.placed,
    }
}

/// The row of the KPI that somebody means. A name that is nobody's is compared with all names of the server, which must
/// not hold up everybody who writes.
async fn found<'a>(services: &Services, actor: &Actor, which: Which<'a>) -> Result<Which<'a>> {
    let Which::Typed(typed) = which else {
        return Ok(which);
    };
    let mut reader = services.read().await?;
    let (placed, _) = access::kpi(&mut reader, actor, typed, store::PRESENT).await?;
    Ok(Which::Id(placed.kpi.id))
}

/// The KPI that somebody means, where they may enter its values.
async fn open(write: &mut Connection, actor: &Actor, which: Which<'_>) -> Result<Ledger> {
    let (placed, card) = match which {
        Which::Typed(typed) => access::kpi(write, actor, typed, store::PRESENT).await?,
        Which::Id(id) => access::kpi_by_id(write, actor, id, store::PRESENT).await?,
    };
    access::log(write, actor, &placed, &card).await?;
    Ledger::load(write, actor, placed, card).await
}

/// Fails where a formula gives the value.
async fn refuse_computed(write: &mut Connection, actor: &Actor, ledger: &Ledger, period: Period) -> Result<()> {
    let kpi = ledger.kpi();
    if store::formula::computes(write, actor.server, kpi.id, period.first_day()).await? {
        return Err(Conflict::Computed {
            kpi: kpi.name.to_string(),
        }
        .into());
    }
    Ok(())
}

fn period(services: &Services, ledger: &Ledger, wanted: When<'_>) -> Result<Period> {
    let now = services.now();
    let (kind, fiscal) = (ledger.kpi().frequency, ledger.card.fiscal_start);
    let period = match wanted {
        When::Due => ledger.due(now).unwrap_or_else(|| ledger.last_ended(now)),
        When::Typed(typed) => Period::parse_kind(typed, kind, fiscal)?,
        When::FirstDay(first_day) => Period::containing(kind, first_day, fiscal),
    };
    let zone = scorecard::zone_of(&ledger.card);
    if !period.has_begun(now, zone) {
        return Err(Invalid::NotBegun {
            period,
            begins_at: period.starts_at(zone),
        }
        .into());
    }
    Ok(period)
}
