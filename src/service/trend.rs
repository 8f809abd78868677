//! The trend of KPIs: each of the last periods with its value, what it was judged by and how it stood, and where a year
//! that sums is heading. What alerts carry is the same, as it stood when they were caused.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::actual::Ledger;
use super::{Actor, Result, Services, access, formula, scorecard};
use crate::domain::formula::Book;
use crate::domain::id::ServerId;
use crate::domain::kpi::Kpi;
use crate::domain::outlook::{Outlook, outlook};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::reading::{self, Asked, Reading, Source, View, read};
use crate::domain::score::{Rule, Status};
use crate::domain::target::{Judged, rule_in};
use crate::store::{self, Connection};

/// How many periods are shown unless another number is asked for, and at most.
pub const PERIODS: usize = 12;
/// The most periods.
pub const MOST_PERIODS: usize = 36;

/// The most KPIs beside each other.
pub const MOST_KPIS: usize = 6;

/// A KPI over its last periods.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Trend {
    /// The KPI.
    pub kpi: Kpi,
    /// Its scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// Its periods, the oldest first; those still to come where there is an outlook.
    pub points: Vec<Point>,
    /// Where its fiscal year is heading.
    pub outlook: Option<Outlook>,
    /// Its periods whose published numbers were changed since.
    pub restated: Vec<Period>,
}

/// A KPI in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The period.
    pub period: Period,
    /// What there is in it.
    pub state: State,
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// Another formula holds from here on.
    pub new_formula: bool,
}

/// What there is in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing is to be there (yet).
    Absent,
    /// A value is due and missing.
    Missing,
    /// There is none for a reason.
    NotApplicable,
    /// A value, how it stands, and the period it was carried forward from.
    Value(Decimal, Status, Option<Period>),
    /// A value of the running period.
    ToDate(Decimal, Status),
    /// What the pace so far leads to.
    Expected(Decimal),
}

impl Point {
    /// The value, if there is one.
    #[must_use]
    pub const fn value(&self) -> Option<(Decimal, Status)> {
        match self.state {
            State::Value(value, status, _) | State::ToDate(value, status) => Some((value, status)),
            State::Absent | State::Missing | State::NotApplicable | State::Expected(_) => None,
        }
    }
}

impl Trend {
    /// The newest value with its period.
    #[must_use]
    pub fn newest(&self) -> Option<(&Point, Decimal, Status)> {
        let mut newest = self.points.iter().rev();
        newest.find_map(|point| point.value().map(|(value, status)| (point, value, status)))
    }
}

/// The trends of the KPIs that somebody named, each once, in that order.
pub async fn show(services: &Services, viewer: &Actor, typed: &[&str], periods: Option<usize>) -> Result<Vec<Trend>> {
    let mut reader = services.read().await?;
    let periods = periods.unwrap_or(PERIODS).clamp(2, MOST_PERIODS);
    let mut seen = HashSet::new();
    let mut trends = Vec::new();
    for typed in typed.iter().take(MOST_KPIS) {
        let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
        if seen.insert(placed.kpi.id) {
            let ledger = Ledger::load(&mut reader, viewer, placed, card).await?;
            trends.push(of(&mut reader, viewer.server, &ledger, (services.now(), periods)).await?);
        }
    }
    Ok(trends)
}

/// The trend of a KPI over so many periods.
pub(super) async fn of(
    connection: &mut Connection,
    server: ServerId,
    ledger: &Ledger,
    (now, periods): (DateTime<Utc>, usize),
) -> Result<Trend> {
    let kpi = ledger.kpi().clone();
    let book = formula::book(connection, server, &[kpi.id]).await?;
    let fiscal = ledger.card.fiscal_start;
    let source = Source {
        kpi: &kpi,
        targets: &ledger.targets,
        actuals: &ledger.actuals,
        created_on: ledger.placed.created_on,
        book: book.as_ref(),
    };
    let asked = Asked {
        period: Period::last_ended(kpi.frequency, now, scorecard::zone_of(&ledger.card), fiscal),
        view: View::Period,
        now,
        zone: scorecard::zone_of(&ledger.card),
        fiscal,
    };
    let mut points = past(&source, &asked, periods);
    let outlook = outlook(
        &source,
        &Asked {
            view: View::YearToDate,
            ..asked
        },
    );
    points.extend(
        outlook
            .iter()
            .flat_map(|outlook| ahead(&source, &points, outlook))
            .collect::<Vec<_>>(),
    );
    mark_formulas(&mut points, &kpi, book.as_ref());
    let restated = store::review::restated_of(connection, server, kpi.id).await?;
    let is_restated = |point: &&Point| {
        let entered = point.period;
        restated
            .iter()
            .any(|review| entered.belongs_to(review.kind(), fiscal) == Some(*review) || entered == *review)
    };
    Ok(Trend {
        restated: points.iter().filter(is_restated).map(|point| point.period).collect(),
        scorecard: ledger.card.name.clone(),
        fiscal,
        points,
        outlook,
        kpi,
    })
}

/// The last periods up to the running one where it has a value, from the first that counts.
fn past(source: &Source<'_>, asked: &Asked, periods: usize) -> Vec<Point> {
    let running = asked.period.next();
    let begun = source
        .actuals
        .get(&running)
        .is_some_and(|entry| entry.number().is_some());
    let last = if begun { running } else { asked.period };
    let mut points: Vec<Point> = std::iter::successors(Some(last), |later| Some(later.prev()))
        .take(periods)
        .map(|period| point(&read(source, &Asked { period, ..*asked }), period))
        .collect();
    points.reverse();
    let counts = points.iter().position(|point| point.state != State::Absent);
    points.drain(..counts.unwrap_or(points.len()));
    points
}

fn point(reading: &Reading, period: Period) -> Point {
    let status = reading.status().unwrap_or(Status::Unscored);
    let state = match &reading.state {
        reading::State::Number(value) => State::Value(*value, status, reading.carried),
        reading::State::ToDate(Some(value)) => State::ToDate(*value, status),
        reading::State::Blank => State::Missing,
        reading::State::NotApplicable { .. } => State::NotApplicable,
        reading::State::Absent | reading::State::ToDate(None) => State::Absent,
    };
    Point {
        period,
        state,
        rule: reading.rule,
        new_formula: false,
    }
}

/// The periods left of the year, each with its target at the pace so far.
fn ahead(source: &Source<'_>, points: &[Point], outlook: &Outlook) -> Vec<Point> {
    let shown = points.last().map(|point| point.period);
    let judged = Judged::from(source.kpi);
    let left = outlook.year.parts(source.kpi.frequency).into_iter();
    left.filter(|period| shown.is_none_or(|shown| *period > shown))
        .filter_map(|period| {
            let rule = rule_in(source.targets, period, &judged).ok().flatten();
            let Some(Rule::Linear { target, .. }) = rule else {
                return None;
            };
            Some(Point {
                period,
                state: State::Expected(target.checked_mul(outlook.pace)?),
                rule,
                new_formula: false,
            })
        })
        .collect()
}

/// Marks where another formula begins to hold, the first period left out.
fn mark_formulas(points: &mut [Point], kpi: &Kpi, book: Option<&Book>) {
    let Some(measured) = book.and_then(|book| book.get(kpi.id)) else {
        return;
    };
    for point in points.iter_mut().skip(1) {
        let within = point.period.first_day()..=point.period.last_day();
        point.new_formula = measured.formulas.iter().any(|dated| within.contains(&dated.from));
    }
}

/// What a KPI's periods are called together: those of weeks by their year.
#[must_use]
pub fn group(period: Period, fiscal: FiscalStart) -> Period {
    Period::containing(PeriodKind::Year, period.anchor_day(), fiscal)
}
