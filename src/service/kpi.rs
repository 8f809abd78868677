//! KPIs: adding, editing, setting targets, handing over, showing, listing.

mod add;
mod edit;
mod hand_over;
mod retroactive;
mod show;
mod target;
mod yearly;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::actual::Held;
use super::audit;
use super::formula::{Lack, Written};
use super::person::Who;
use super::{Actor, Error, Invalid, KpiExample, Result, Services, access, formula, scorecard};
use crate::domain::audit::{Change, Subject, Verb};
use crate::domain::id::KpiId;
use crate::domain::kpi::{EnteringError, Kpi, MAX_AVAILABLE_ON};
use crate::domain::outlook::Outlook;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::Rule;
use crate::domain::target::{DatedTarget, Judged, TargetSpec, YearlyTarget, rule_in};
use crate::domain::value::{self, Entry, Expected, NumberFormat};
use crate::domain::zone;
use crate::store::kpi::Place;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use crate::store::kpi::Placed;
pub use add::{Add, add};
pub use edit::{Edit, Edited, edit};
pub use hand_over::{hand_over, hand_over_all, hand_over_to, successors};
pub use show::{list, show};
pub use target::{Holds, Setting, TargetSet};
pub use yearly::{AnySet, YearlySet, YearlySetting, set};

/// The most KPIs of a server.
pub(super) const MOST: usize = 30_000;

/// The numbers of a target as they were typed.
#[derive(Debug, Clone, Default)]
pub struct TypedTarget {
    /// The value that is on target.
    pub target: Option<String>,
    /// The value from which it is off target.
    pub red: Option<String>,
    /// The lowest good value of a range.
    pub low: Option<String>,
    /// The highest good value of a range.
    pub high: Option<String>,
    /// The red flag below a range.
    pub red_low: Option<String>,
    /// The red flag above a range.
    pub red_high: Option<String>,
}

/// How a KPI's values come in, where that is said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entering {
    /// Whether a period without a value counts with the last one before it.
    pub carry_forward: Option<bool>,
    /// Whether values are entered as the total of the fiscal year so far.
    pub entered_ytd: Option<bool>,
    /// The day after a period's end on which its value can be known.
    pub available_on: Option<u16>,
}

impl Entering {
    fn put_into(self, kpi: &mut Kpi) -> std::result::Result<(), EnteringError> {
        kpi.carry_forward = self.carry_forward.unwrap_or(kpi.carry_forward);
        kpi.entered_ytd = self.entered_ytd.unwrap_or(kpi.entered_ytd);
        if let Some(day) = self.available_on {
            kpi.available_on = (day > 1).then_some(day.min(MAX_AVAILABLE_ON));
        }
        kpi.check_entering()
    }
}

/// A KPI and what surrounds it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The KPI where it stands today.
    pub placed: Placed,
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The objective's name.
    pub objective: String,
    /// The owner's name.
    pub owner: Option<Who>,
    /// The deputy's name.
    pub deputy: Option<Who>,
    /// Its targets, the earliest first.
    pub targets: Vec<DatedTarget>,
    /// Its yearly targets, the earliest first; their parts are among its targets.
    pub yearly: Vec<YearlyTarget>,
    /// Where its fiscal year is heading; told by `show` only.
    pub outlook: Option<Outlook>,
    /// Those that were set for periods that were over, the newest first.
    pub afterwards: Vec<Afterwards>,
    /// What is being done about it; told by `show` only.
    pub initiatives: Vec<super::initiative::Told>,
    /// What holds, by period.
    pub actuals: BTreeMap<Period, Entry>,
    /// What it is computed by, the earliest first.
    pub formulas: Vec<Written>,
    /// Why its formula gives nothing for the last period that ended.
    pub lack: Option<(Period, Lack)>,
}

/// A target that was set for periods that were over.
#[derive(Debug, Clone)]
pub struct Afterwards {
    /// The target; none in it where a period's own one was taken back.
    pub target: DatedTarget,
    /// Who set it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

impl Shown {
    /// What holds in a period, and how good it is.
    #[must_use]
    pub fn held(&self, period: Period) -> Option<Held> {
        let entry = self.actuals.get(&period)?.clone();
        let rule = self.rule(period);
        let judgement = rule.zip(entry.number()).map(|(rule, value)| rule.judge(value));
        Some(Held {
            period,
            entry,
            judgement,
            rule,
        })
    }

    /// What holds in the newest period that has something.
    #[must_use]
    pub fn latest(&self) -> Option<Held> {
        self.actuals.keys().next_back().and_then(|period| self.held(*period))
    }

    /// The rule of a period; a stored target always resolves.
    #[must_use]
    pub fn rule(&self, period: Period) -> Option<Rule> {
        rule_in(&self.targets, period, &Judged::from(&self.placed.kpi))
            .ok()
            .flatten()
    }
}

impl TypedTarget {
    /// The numbers that were given, if any.
    fn read(&self, kpi: &Kpi, format: NumberFormat) -> Result<Option<TargetSpec>> {
        let read = |typed: &Option<String>| number(kpi, typed.as_deref(), format);
        let spec = TargetSpec {
            target: read(&self.target)?,
            red: read(&self.red)?,
            low: read(&self.low)?,
            high: read(&self.high)?,
            red_low: read(&self.red_low)?,
            red_high: read(&self.red_high)?,
        };
        Ok((!spec.is_empty()).then_some(spec))
    }
}

/// A number in the KPI's unit, where one was typed.
fn number(kpi: &Kpi, typed: Option<&str>, format: NumberFormat) -> Result<Option<Decimal>> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let read = value::parse_number(typed, Expected::from(kpi), format);
    read.map(Some).map_err(|error| wrong_value(error, kpi, None))
}

/// The refusal of a value, with what the KPI takes.
pub(super) fn wrong_value(error: value::ValueError, kpi: &Kpi, last: Option<Decimal>) -> Error {
    Invalid::Value {
        error,
        kpi: Box::new(KpiExample { kpi: kpi.clone(), last }),
    }
    .into()
}

fn place_of(placed: &Placed) -> Place {
    Place {
        objective: placed.objective,
        owner: placed.owner,
        deputy: placed.deputy,
        weight: placed.weight,
    }
}

/// The KPI, its scorecard and the day there, where somebody may change it.
async fn managed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    typed: &str,
) -> Result<(Shown, Scorecard, NaiveDate)> {
    let (placed, card) = access::kpi(write, actor, typed, store::PRESENT).await?;
    access::manage(write, actor, &card).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    Ok((describe(write, actor, placed.kpi.id, today).await?, card, today))
}

async fn describe(connection: &mut Connection, viewer: &Actor, id: KpiId, on: NaiveDate) -> Result<Shown> {
    let (placed, card) = access::kpi_by_id(connection, viewer, id, on).await?;
    let objectives = store::objective::of_scorecard(connection, viewer.server, card.id, on).await?;
    let objective = objectives
        .into_iter()
        .find(|objective| objective.id == placed.objective);
    let mut afterwards = Vec::new();
    for set in store::target::set_afterwards(connection, viewer.server, id).await? {
        afterwards.push(Afterwards {
            target: set.target,
            by: access::name_of(connection, viewer, set.by).await?,
            at: set.at,
            reason: set.reason,
        });
    }
    Ok(Shown {
        scorecard: card.name,
        fiscal: card.fiscal_start,
        objective: objective.map(|objective| objective.name).unwrap_or_default(),
        owner: access::who(connection, viewer, placed.owner).await?,
        deputy: access::who(connection, viewer, placed.deputy).await?,
        targets: store::target::of_kpi(connection, viewer.server, id).await?,
        yearly: store::target::yearly(connection, viewer.server, id).await?,
        outlook: None,
        initiatives: Vec::new(),
        afterwards,
        actuals: store::actual::of_kpi(connection, viewer.server, id).await?,
        formulas: formula::written(connection, viewer, id).await?,
        lack: lack(connection, viewer, (&placed, card.fiscal_start), on).await?,
        placed,
    })
}

/// Writes down what was done to a KPI.
async fn record(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (verb, placed): (Verb, &Placed),
    changes: Vec<Change>,
) -> Result<()> {
    let known = (Some(placed.kpi.id.get()), placed.kpi.name.as_str());
    let entry = audit::Entry::new(verb, Subject::Kpi, known).within(placed.scorecard);
    audit::record(services, write, actor, entry.with(changes)).await
}

/// Why a formula gives nothing for the last period that ended before a day.
async fn lack(
    connection: &mut Connection,
    viewer: &Actor,
    (placed, fiscal): (&Placed, FiscalStart),
    on: NaiveDate,
) -> Result<Option<(Period, Lack)>> {
    let ended = Period::containing(placed.kpi.frequency, on, fiscal).prev();
    if !placed.computed {
        return Ok(None);
    }
    let book = formula::book(connection, viewer.server, &[placed.kpi.id]).await?;
    let Some(book) = book else {
        return Ok(None);
    };
    let Err(gap) = book.over(placed.kpi.id, &[ended], fiscal) else {
        return Ok(None);
    };
    let lack = formula::lack(connection, viewer.server, (&book, &gap), placed.scorecard).await?;
    Ok(Some((ended, lack)))
}
