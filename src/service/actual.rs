//! Actuals: recording, annotating and taking back. A value is never overwritten: each change is a revision.

mod doubt;
mod undo;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::kpi::wrong_value;
use super::{Actor, Conflict, Invalid, Result, Services, access, alert, checkin, review, scorecard};
use crate::domain::actual::Source;
use crate::domain::cycle::reviewed_in;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Judgement, Rule};
use crate::domain::target::{DatedTarget, Judged, rule_in};
use crate::domain::value::{self, Entry, Expected, NumberFormat};
use crate::store::actual::NewRevision;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use doubt::{Doubtful, Reading, settle};
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
}

/// Everything about a KPI that judging its values takes.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    pub placed: Placed,
    pub card: Scorecard,
    pub targets: Vec<DatedTarget>,
    pub actuals: BTreeMap<Period, Entry>,
}

impl Ledger {
    pub(super) async fn load(
        connection: &mut Connection,
        actor: &Actor,
        placed: Placed,
        card: Scorecard,
    ) -> Result<Self> {
        let id = placed.kpi.id;
        Ok(Self {
            targets: store::target::of_kpi(connection, actor.server, id).await?,
            actuals: store::actual::of_kpi(connection, actor.server, id).await?,
            placed,
            card,
        })
    }

    pub(super) fn kpi(&self) -> &Kpi {
        &self.placed.kpi
    }

    /// The rule of a period; a stored target always resolves.
    pub(super) fn rule(&self, period: Period) -> Option<Rule> {
        rule_in(&self.targets, period, &Judged::from(self.kpi())).ok().flatten()
    }

    /// What holds in a period.
    pub(super) fn held(&self, period: Period) -> Option<Held> {
        self.actuals.get(&period).map(|entry| self.judge(period, entry.clone()))
    }

    pub(super) fn judge(&self, period: Period, entry: Entry) -> Held {
        let rule = self.rule(period);
        let judgement = rule.zip(entry.number()).map(|(rule, value)| rule.judge(value));
        Held {
            period,
            entry,
            judgement,
            rule,
        }
    }

    /// The newest period that is over.
    pub(super) fn last_ended(&self, now: DateTime<Utc>) -> Period {
        Period::last_ended(
            self.kpi().frequency,
            now,
            scorecard::zone_of(&self.card),
            self.card.fiscal_start,
        )
    }

    /// The newest number in it.
    pub(super) fn last_number(&self) -> Option<rust_decimal::Decimal> {
        self.actuals.values().rev().find_map(Entry::number)
    }
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
    let entry = value::parse(typed.value, Expected::from(ledger.kpi()), format)
        .map_err(|error| wrong_value(error, ledger.kpi(), ledger.last_number()))?;
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
        Logged::Saved(Box::new(recorded(services, revised, judged, note)))
    };
    services.keep(write).await?;
    Ok(logged)
}

fn recorded(services: &Services, revised: Revised, now: Held, note: Option<&str>) -> Recorded {
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
        note: note.map(str::to_owned),
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

/// What a revision changes: the period, what holds from now (none: blank again), the note, the door.
type Change<'a> = (Period, Option<Entry>, Option<&'a str>, Source);

/// What a revision did.
struct Revised {
    period: Period,
    replaced: Option<Held>,
    revision: Option<i64>,
    told: alert::Told,
    /// The KPI as it stands after it.
    ledger: Ledger,
}

/// Adds a revision and lets alerts follow. An equal value without a note changes nothing.
async fn revise(
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
    revised.ledger = ledger;
    Ok(revised)
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
