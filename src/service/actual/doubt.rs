//! "Did you mean …?": a value far from all before it waits, as a draft, for a second press; so does a total of the fiscal
//! year, with what it makes of its period.

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Change, Ledger, Recorded, Which, open, recorded, refuse_computed, revise, year_to_date};
use crate::domain::actual::Source;
use crate::domain::id::{DraftId, KpiId};
use crate::domain::kpi::{Direction, Kpi};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::{Entry, unusual};
use crate::domain::year_to_date::Split;
use crate::service::{Actor, Error, NotFound, Noun, Result, Services};
use crate::store::{self, Connection};

/// How long a doubtful value waits for its second press.
const WAIT: TimeDelta = TimeDelta::hours(24);

/// A step of so many of the last shown digit is no slip: a count may go from one to none.
const SMALL_STEP: i64 = 2;

/// What kind of draft it is.
const KIND: &str = "value-1";

/// A value that was not saved, because it is far from all before it or a total of the year.
#[derive(Debug, Clone)]
pub struct Doubtful {
    /// What waits for the second press.
    pub draft: DraftId,
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// The value as it was read.
    pub value: Decimal,
    /// The value before it.
    pub last: Option<Decimal>,
    /// What may have been meant.
    pub meant: Option<Decimal>,
    /// The total of the fiscal year that makes the value, where one was entered.
    pub to_date: Option<Split>,
}

/// Which of the two readings is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As it was typed.
    Typed,
    /// As it may have been meant.
    Meant,
}

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    kpi: KpiId,
    first_day: NaiveDate,
    value: Decimal,
    meant: Option<Decimal>,
    /// What the year added up to before the period, where a total was entered.
    #[serde(default)]
    year_before: Option<Decimal>,
    note: Option<String>,
    #[serde(default)]
    reason: Option<String>,
    source: Source,
}

/// Keeps a value for a second press, if it is far from all before it or comes from a total.
pub(super) async fn doubt(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, to_date): (&Ledger, Option<Split>),
    change: &Change<'_>,
) -> Result<Option<Doubtful>> {
    let (kpi, period) = (ledger.kpi(), change.period);
    let entered = change.entry.as_ref().and_then(Entry::number);
    let Some(value) = entered.filter(|_| kpi.direction != Direction::YesNo) else {
        return Ok(None);
    };
    let earlier: Vec<Decimal> = ledger
        .actuals
        .range(..=period)
        .filter_map(|(_, entry)| entry.number())
        .collect();
    if ledger.actuals.get(&period) == change.entry.as_ref() {
        return Ok(None);
    }
    let to_date = to_date.filter(|_| year_to_date::is_shown(ledger, period));
    let Some(Slip { meant }) = slip(kpi.decimals, value, &earlier, to_date.as_ref()) else {
        return Ok(None);
    };
    let kept = Kept {
        kpi: ledger.kpi().id,
        first_day: period.first_day(),
        value,
        meant,
        year_before: to_date.as_ref().map(|split| split.before),
        note: change.note.map(str::to_owned),
        reason: change.reason.map(str::to_owned),
        source: change.source,
    };
    let (now, payload) = (services.now(), serde_json::to_string(&kept)?);
    let owner = (actor.server, actor.person);
    let draft = store::draft::insert(write, owner, KIND, &payload, (now, now + WAIT)).await?;
    Ok(Some(Doubtful {
        draft,
        kpi: ledger.kpi().clone(),
        fiscal: ledger.card.fiscal_start,
        period,
        value,
        last: earlier.last().copied(),
        meant,
        to_date,
    }))
}

/// Why a value has to be asked about.
struct Slip {
    /// What may have been meant; none where nothing else is likely.
    meant: Option<Decimal>,
}

/// Whether a value has to be asked about: one that is far from all before it, and every one that comes from a total, which
/// may be the period's own value.
fn slip(decimals: u8, value: Decimal, earlier: &[Decimal], to_date: Option<&Split>) -> Option<Slip> {
    let small = |last: &Decimal| (value - last).abs() <= Decimal::new(SMALL_STEP, u32::from(decimals));
    let far = |value: Decimal| unusual(value, earlier);
    let slip = far(value).filter(|_| !earlier.last().is_some_and(small));
    match to_date {
        None => slip.map(|slip| Slip { meant: slip.meant }),
        Some(split) => {
            let odd = slip.is_some() || (split.own.is_sign_negative() && split.total.is_sign_positive());
            let meant = Some(split.total).filter(|total| odd && far(*total).is_none());
            Some(Slip { meant })
        }
    }
}

/// Saves a doubtful value, as it was typed or as it may have been meant.
pub async fn settle(services: &Services, actor: &Actor, draft: DraftId, reading: Reading) -> Result<Recorded> {
    let mut write = services.write().await?;
    let owner = (actor.server, actor.person);
    let payload = store::draft::take(&mut write, owner, draft, KIND, services.now()).await?;
    let gone = || {
        Error::from(NotFound {
            noun: Noun::Draft,
            typed: String::new(),
            close: Vec::new(),
        })
    };
    let kept: Kept = serde_json::from_str(&payload.ok_or_else(gone)?)?;
    let ledger = open(&mut write, actor, Which::Id(kept.kpi)).await?;
    let period = Period::starting(ledger.kpi().frequency, kept.first_day).ok_or_else(gone)?;
    refuse_computed(&mut write, actor, &ledger, period).await?;
    if let Some(before) = kept.year_before {
        year_to_date::unchanged(&ledger, period, before)?;
    }
    let value = match reading {
        Reading::Typed => kept.value,
        Reading::Meant => kept.meant.unwrap_or(kept.value),
    };
    let entry = Entry::Number(value);
    let (judged, note) = (ledger.judge(period, entry.clone()), kept.note.as_deref());
    let change = Change {
        period,
        entry: Some(entry),
        note,
        reason: kept.reason.as_deref(),
        source: kept.source,
        undoes: None,
    };
    let revised = revise(services, &mut write, actor, ledger, change).await?;
    services.keep_cycle(write).await?;
    Ok(recorded(services, (revised, kept.source), judged, note))
}
