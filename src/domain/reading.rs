//! What a KPI shows in a viewed period: its own value, several parts of it together, or the latest of a slower one.

pub(super) mod aggregate;
mod together;

pub use aggregate::of_kpi as aggregation;
pub use together::Part;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use super::formula::{Book, Gap};
use super::kpi::Kpi;
use super::period::{FiscalStart, Period, PeriodKind};
use super::rollup::Input;
use super::score::{Judgement, Rule, Status};
use super::target::{DatedTarget, TargetError};
use super::value::Entry;

use together::together;

words! {
    /// Over what a summary looks.
    View {
        /// The viewed period alone.
        Period = "period",
        /// The fiscal year up to the end of the viewed period.
        YearToDate = "year to date",
    }
}

/// All that is known of a KPI.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its attributes.
    pub kpi: &'a Kpi,
    /// Its targets, in the order they were entered.
    pub targets: &'a [DatedTarget],
    /// Its present actuals by period of its frequency.
    pub actuals: &'a BTreeMap<Period, Entry>,
    /// The day it was created, in its scorecard's zone.
    pub created_on: NaiveDate,
    /// What formulas of this and other KPIs read.
    pub book: Option<&'a Book>,
}

/// What is looked at, and when.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// The viewed period.
    pub period: Period,
    /// Alone or with the year before it.
    pub view: View,
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The scorecard's zone.
    pub zone: Tz,
    /// The fiscal calendar.
    pub fiscal: FiscalStart,
}

/// What there is of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The KPI does not count here: it did not exist yet, or the period has not begun.
    Absent,
    /// A number.
    Number(Decimal),
    /// The period the value is of is running; what was logged so far.
    ToDate(Option<Decimal>),
    /// A value is due and missing.
    Blank,
    /// There is none for a reason.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

/// What a KPI shows in a viewed period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What there is of a value.
    pub state: State,
    /// The period the value is of: the viewed one, or the latest ended one of a slower KPI.
    pub of: Period,
    /// It is the latest value of a slower KPI, "as of Q3".
    pub as_of: bool,
    /// The viewed period is running, so that nothing of it enters a roll-up, digest or alert.
    pub running: bool,
    /// What the value is judged by; none without a target.
    pub rule: Option<Rule>,
    /// Its level and status; none without a number or a rule. A value to date is judged too, for its own line only.
    pub judgement: Option<Judgement>,
    /// The periods of its frequency that it is made of; one for a KPI of the viewed kind.
    pub parts: usize,
    /// Those of them that are missing, by name: "2 of 3 months".
    pub missing: Vec<Period>,
    /// The last period whose value stands in for one that has none, where the KPI carries values forward.
    pub carried: Option<Period>,
    /// Why its formula gives nothing.
    pub gap: Option<Gap>,
    /// A stored target that cannot be used, so that the KPI is unscored.
    pub fault: Option<TargetError>,
}

impl Reading {
    /// The number it shows, to date or not.
    #[must_use]
    pub const fn number(&self) -> Option<Decimal> {
        match self.state {
            State::Number(number) => Some(number),
            State::ToDate(number) => number,
            State::Absent | State::Blank | State::NotApplicable { .. } => None,
        }
    }

    /// The status it is shown and counted with; none where it does not count. A blank without a target is unscored.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match &self.state {
            State::Absent => None,
            State::NotApplicable { .. } => Some(Status::NotApplicable),
            _ if self.rule.is_none() => Some(Status::Unscored),
            _ => Some(self.judgement.map_or(Status::NoData, |judgement| judgement.status)),
        }
    }

    /// What it brings to a roll-up; none where it does not count or its period is running.
    #[must_use]
    pub fn input(&self) -> Option<Input> {
        if self.running {
            return None;
        }
        Some(match (self.status()?, self.judgement) {
            (Status::NotApplicable, _) => Input::NotApplicable,
            (Status::Unscored, _) => Input::Unscored,
            (_, Some(judgement)) => Input::Scored(judgement),
            (_, None) => Input::Blank,
        })
    }

    fn absent(of: Period) -> Self {
        Self {
            state: State::Absent,
            of,
            as_of: false,
            running: false,
            rule: None,
            judgement: None,
            parts: 0,
            missing: Vec::new(),
            carried: None,
            gap: None,
            fault: None,
        }
    }
}

/// The first period a KPI counts in: that of its creation, or of its first actual where that is earlier.
#[must_use]
pub fn first_counted(source: &Source<'_>, fiscal: FiscalStart) -> Period {
    let created = Period::containing(source.kpi.frequency, source.created_on, fiscal);
    source
        .actuals
        .keys()
        .next()
        .map_or(created, |first| created.min(*first))
}

/// The period that a value is of, and the periods of the KPI's frequency that it is made of; none where the KPI does
/// not count.
fn made_of(source: &Source<'_>, asked: &Asked) -> Result<(Period, Vec<Period>), Period> {
    let viewed = asked.period;
    if !viewed.has_begun(asked.now, asked.zone) {
        return Err(viewed);
    }
    let slower = source.kpi.frequency > viewed.kind();
    let own = match asked.view {
        View::Period if slower => Vec::new(),
        View::Period => viewed.parts(source.kpi.frequency),
        View::YearToDate => year_to_date(source.kpi.frequency, viewed, asked.fiscal),
    };
    let (of, parts) = if own.is_empty() {
        let latest = latest_ended(source.kpi.frequency, viewed, asked.fiscal);
        (latest, vec![latest])
    } else {
        (viewed, own)
    };
    let first = first_counted(source, asked.fiscal);
    let counted: Vec<Period> = parts
        .into_iter()
        .filter(|part| *part >= first && part.has_begun(asked.now, asked.zone))
        .collect();
    if counted.is_empty() { Err(of) } else { Ok((of, counted)) }
}

/// What a KPI's value in a viewed period is made of, for a proof by hand.
#[must_use]
pub fn parts<'a>(source: &Source<'a>, asked: &Asked) -> Vec<Part<'a>> {
    let (_, periods) = made_of(source, asked).unwrap_or_else(|of| (of, Vec::new()));
    together::parts(source, asked, &periods).0
}

/// Reads a KPI in a viewed period.
#[must_use]
pub fn read(source: &Source<'_>, asked: &Asked) -> Reading {
    let viewed = asked.period;
    let (of, counted) = match made_of(source, asked) {
        Ok(made_of) => made_of,
        Err(of) => return Reading::absent(of),
    };
    let mut reading = together(source, asked, of, &counted);
    reading.as_of = of != viewed && of.end_day() < viewed.end_day();
    reading.running = !viewed.has_ended(asked.now, asked.zone);
    if !of.has_ended(asked.now, asked.zone) {
        reading.state = match reading.state {
            State::Number(number) => State::ToDate(Some(number)),
            State::Blank => State::ToDate(None),
            other => other,
        };
    }
    reading
}

/// The periods of the fiscal year that are over when the viewed one is.
pub(super) fn year_to_date(kind: PeriodKind, viewed: Period, fiscal: FiscalStart) -> Vec<Period> {
    let year = Period::containing(PeriodKind::Year, viewed.anchor_day(), fiscal);
    let within = |part: &Period| match kind {
        PeriodKind::Week => part.anchor_day() < viewed.end_day(),
        _ => part.end_day() <= viewed.end_day(),
    };
    year.parts(kind).into_iter().filter(within).collect()
}

/// The latest period of a slower KPI that is over when the viewed one is.
fn latest_ended(kind: PeriodKind, viewed: Period, fiscal: FiscalStart) -> Period {
    let around = Period::containing(kind, viewed.anchor_day(), fiscal);
    if around.end_day() <= viewed.end_day() {
        around
    } else {
        around.prev()
    }
}

#[cfg(test)]
#[path = "reading/tests.rs"]
mod tests;
