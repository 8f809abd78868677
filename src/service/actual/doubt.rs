//! "Did you mean …?": a value far from all before it waits, as a draft, for a second press.

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Ledger, Recorded, Which, open, recorded, refuse_computed, revise};
use crate::domain::actual::Source;
use crate::domain::id::{DraftId, KpiId};
use crate::domain::kpi::{Direction, Kpi};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::{Entry, unusual};
use crate::service::{Actor, Error, NotFound, Noun, Result, Services};
use crate::store::{self, Connection};

/// How long a doubtful value waits for its second press.
const WAIT: TimeDelta = TimeDelta::hours(24);

/// A step of so many of the last shown digit is no slip: a count may go from one to none.
const SMALL_STEP: i64 = 2;

/// What kind of draft it is.
const KIND: &str = "value-1";

/// A value that was not saved, because it is far from all before it.
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
    note: Option<String>,
    source: Source,
}

/// Keeps a value for a second press, if it is far from all before it.
pub(super) async fn doubt(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, entry, note, source): (Period, &Entry, Option<&str>, Source),
) -> Result<Option<Doubtful>> {
    let kpi = ledger.kpi();
    let Some(value) = entry.number().filter(|_| kpi.direction != Direction::YesNo) else {
        return Ok(None);
    };
    let earlier: Vec<Decimal> = ledger
        .actuals
        .range(..=period)
        .filter_map(|(_, entry)| entry.number())
        .collect();
    let small = |last: &Decimal| (value - last).abs() <= Decimal::new(SMALL_STEP, u32::from(kpi.decimals));
    if earlier.last().is_some_and(small) || ledger.actuals.get(&period) == Some(entry) {
        return Ok(None);
    }
    let Some(slip) = unusual(value, &earlier) else {
        return Ok(None);
    };
    let kept = Kept {
        kpi: ledger.kpi().id,
        first_day: period.first_day(),
        value,
        meant: slip.meant,
        note: note.map(str::to_owned),
        source,
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
        meant: slip.meant,
    }))
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
    let value = match reading {
        Reading::Typed => kept.value,
        Reading::Meant => kept.meant.unwrap_or(kept.value),
    };
    let entry = Entry::Number(value);
    let (judged, note) = (ledger.judge(period, entry.clone()), kept.note.as_deref());
    let revised = revise(
        services,
        &mut write,
        actor,
        ledger,
        (period, Some(entry), note, kept.source),
    )
    .await?;
    services.keep(write).await?;
    Ok(recorded(services, (revised, kept.source), judged, note))
}
