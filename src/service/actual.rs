//! Actuals: recording, annotating and taking back. A value is never overwritten: each change is a revision.

mod doubt;
mod ledger;
mod revise;
mod undo;

use chrono::NaiveDate;

use super::kpi::wrong_value;
use super::{Actor, Conflict, Invalid, Need, Result, Services, access, alert, scorecard};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Judgement, Rule};
use crate::domain::value::{self, Entry, Expected, NumberFormat};
use crate::store::kpi::Placed;
use crate::store::{self, Connection};

pub use doubt::{Doubtful, Reading, settle};
pub(super) use ledger::Ledger;
use revise::{Revised, revise};
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
    /// The last one that ended.
    LastEnded,
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
    /// It is far from all before it, and waits for a second press.
    Doubtful(Box<Doubtful>),
}

/// Records a value, and decides what the team channel is told. One that is far from all before it waits.
pub async fn record(services: &Services, actor: &Actor, typed: &Typed<'_>, format: NumberFormat) -> Result<Logged> {
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, typed.kpi).await?;
    let period = period(services, &ledger, typed.period)?;
    refuse_computed(&mut write, actor, &ledger, period).await?;
    let entry = value::parse(typed.value, Expected::from(ledger.kpi()), format)
        .map_err(|error| wrong_value(error, ledger.kpi(), ledger.last_number()))?;
    refuse_repeated(&mut write, actor, &ledger, (period, &entry)).await?;
    let note = typed.note.map(str::trim).filter(|note| !note.is_empty());
    if note.is_some_and(|note| note.chars().count() > MAX_NOTE) {
        return Err(Invalid::TooLong {
            field: "note",
            most: MAX_NOTE,
        }
        .into());
    }
    let change = (period, &entry, note, typed.source);
    let logged = if let Some(doubtful) = doubt::doubt(services, &mut write, actor, &ledger, change).await? {
        Logged::Doubtful(Box::new(doubtful))
    } else {
        let judged = ledger.judge(period, entry.clone());
        let change = (period, Some(entry), note, typed.source);
        let revised = revise(services, &mut write, actor, ledger, change).await?;
        Logged::Saved(Box::new(recorded(services, (revised, typed.source), judged, note)))
    };
    services.keep(write).await?;
    Ok(logged)
}

/// Records what holds in a period that is blank; nothing where something holds there by now.
pub(super) async fn fill(
    services: &Services,
    actor: &Actor,
    (kpi, first_day): (KpiId, NaiveDate),
    (entry, source): (Entry, Source),
) -> Result<Option<Recorded>> {
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, Which::Id(kpi)).await?;
    let period = period(services, &ledger, When::FirstDay(first_day))?;
    if ledger.actuals.contains_key(&period) {
        return Ok(None);
    }
    refuse_computed(&mut write, actor, &ledger, period).await?;
    refuse_repeated(&mut write, actor, &ledger, (period, &entry)).await?;
    let judged = ledger.judge(period, entry.clone());
    let change = (period, Some(entry), None, source);
    let revised = revise(services, &mut write, actor, ledger, change).await?;
    let recorded = recorded(services, (revised, source), judged, None);
    services.keep(write).await?;
    Ok(Some(recorded))
}

/// Fails where a value would be not applicable a second time in a row, which is for the manager to say.
async fn refuse_repeated(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, entry): (Period, &Entry),
) -> Result<()> {
    let none = |entry: &Entry| matches!(entry, Entry::NotApplicable { .. });
    let (now, before) = (ledger.actuals.get(&period), ledger.actuals.get(&period.prev()));
    let repeated = none(entry) && before.is_some_and(none) && !now.is_some_and(none);
    if !repeated || access::manages(write, actor, &ledger.card).await? {
        return Ok(());
    }
    Err(Need::Repeated {
        kpi: ledger.kpi().name.to_string(),
        manager: access::name_of(write, actor, ledger.card.manager).await?,
    }
    .into())
}

fn recorded(services: &Services, (revised, source): (Revised, Source), now: Held, note: Option<&str>) -> Recorded {
    let ledger = revised.ledger;
    Recorded {
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
        note: note.map(str::to_owned),
        source,
        placed: ledger.placed,
    }
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
        When::LastEnded => ledger.last_ended(now),
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
