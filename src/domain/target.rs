//! Targets as they are entered, which of them holds in a period, and the rule they resolve to.

mod change;
mod phasing;
mod resolve;

pub use change::{Revision, differing, replaced_in, revise, with, without_override};
pub use phasing::{Phasing, PhasingError, YearlyTarget, by_list, phase};
pub use resolve::TargetError;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::kpi::{Direction, Kpi};
use super::period::Period;
use super::score::{Rule, Status};

/// A target as it was entered; what was not given is empty. A yes/no KPI needs nothing in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TargetSpec {
    /// The value to reach.
    pub target: Option<Decimal>,
    /// The value from which it is off target.
    pub red: Option<Decimal>,
    /// The lowest good value of a range.
    pub low: Option<Decimal>,
    /// The highest good value of a range.
    pub high: Option<Decimal>,
    /// The red flag below a range.
    pub red_low: Option<Decimal>,
    /// The red flag above a range.
    pub red_high: Option<Decimal>,
}

impl TargetSpec {
    /// Whether nothing was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What of a KPI decides how a target is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Which values are good.
    pub direction: Direction,
    /// Its unit is `%`.
    pub percent: bool,
    /// Its target cannot be beaten.
    pub best_possible: bool,
    /// Where it started from.
    pub baseline: Option<Decimal>,
}

impl From<&Kpi> for Judged {
    fn from(kpi: &Kpi) -> Self {
        Self {
            direction: kpi.direction,
            percent: kpi.unit.is_percent(),
            best_possible: kpi.best_possible,
            baseline: kpi.baseline,
        }
    }
}

/// How long a dated target holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Span {
    /// Until a later one replaces it.
    Onwards,
    /// In its one period only.
    Override,
}

/// A target with the period it holds from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DatedTarget {
    /// The first period it holds in; none means from the beginning.
    pub from: Option<Period>,
    /// How long it holds.
    pub span: Span,
    /// What it says.
    pub spec: TargetSpec,
}

/// The target that holds in a period: an override of that period, else the newest that began by then. Of two that
/// begin together the later in the list, which is the one entered later, holds.
#[must_use]
pub fn in_force(targets: &[DatedTarget], period: Period) -> Option<&DatedTarget> {
    let overriding = targets
        .iter()
        .rev()
        .find(|it| it.span == Span::Override && it.from == Some(period));
    let day = |it: &DatedTarget| it.from.map(Period::first_day);
    overriding.or_else(|| {
        targets
            .iter()
            .filter(|it| it.span == Span::Onwards && day(it).is_none_or(|day| day <= period.first_day()))
            .max_by_key(|it| day(it))
    })
}

/// The rule of a period: none where no target holds and the KPI is not a yes/no one.
pub fn rule_in(targets: &[DatedTarget], period: Period, judged: &Judged) -> Result<Option<Rule>, TargetError> {
    let spec = in_force(targets, period).map_or_else(TargetSpec::default, |target| target.spec);
    spec.resolve(judged)
}

/// How many KPIs have which status: "19 🟢 1 🟡 4 🔴 1 ⚪ 15 ▫️".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Counts {
    /// 🟢
    pub on_target: u32,
    /// 🟡
    pub at_risk: u32,
    /// 🔴
    pub off_target: u32,
    /// ⚪
    pub no_data: u32,
    /// ➖
    pub not_applicable: u32,
    /// ▫️
    pub unscored: u32,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, status: Status) {
        *self.of_mut(status) += 1;
    }

    /// How many have a status.
    #[must_use]
    pub const fn of(&self, status: Status) -> u32 {
        match status {
            Status::OnTarget => self.on_target,
            Status::AtRisk => self.at_risk,
            Status::OffTarget => self.off_target,
            Status::NoData => self.no_data,
            Status::NotApplicable => self.not_applicable,
            Status::Unscored => self.unscored,
        }
    }

    /// All of them, whatever their status.
    #[must_use]
    pub fn total(&self) -> u32 {
        Status::ALL.iter().map(|status| self.of(*status)).sum()
    }

    /// How many have a score.
    #[must_use]
    pub const fn scored(&self) -> u32 {
        self.on_target + self.at_risk + self.off_target
    }

    fn of_mut(&mut self, status: Status) -> &mut u32 {
        match status {
            Status::OnTarget => &mut self.on_target,
            Status::AtRisk => &mut self.at_risk,
            Status::OffTarget => &mut self.off_target,
            Status::NoData => &mut self.no_data,
            Status::NotApplicable => &mut self.not_applicable,
            Status::Unscored => &mut self.unscored,
        }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        for status in Status::ALL {
            *self.of_mut(*status) += other.of(*status);
        }
    }
}

impl FromIterator<Status> for Counts {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut counts = Self::default();
        statuses.into_iter().for_each(|status| counts.add(status));
        counts
    }
}

/// What a rule would have made of past values: "your last 12 values: 7 🟢 3 🟡 2 🔴".
#[must_use]
pub fn preview(rule: &Rule, values: &[Decimal]) -> Counts {
    values.iter().map(|value| rule.judge(*value).status).collect()
}

/// Actual ÷ target in percent, unrounded; only where higher is better and the target is above 0.
#[must_use]
pub fn attainment(actual: Decimal, target: Decimal, direction: Direction) -> Option<Decimal> {
    if direction != Direction::Higher || target <= Decimal::ZERO {
        return None;
    }
    actual.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)
}

/// How far a value is from where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The target is met, or beaten by so much (0 inside a range).
    Met {
        /// How far beyond the target.
        beyond: Decimal,
    },
    /// Too high by so much.
    TooHigh(Decimal),
    /// Too low by so much.
    TooLow(Decimal),
}

/// How far a value is from its target or band; none for yes/no.
#[must_use]
pub fn gap(actual: Decimal, rule: &Rule) -> Option<Gap> {
    match *rule {
        Rule::Linear { target, red, .. } => Some(match (target > red, actual >= target, actual <= target) {
            (true, true, _) | (false, _, true) => Gap::Met {
                beyond: (actual - target).abs(),
            },
            (true, false, _) => Gap::TooLow(target - actual),
            (false, _, false) => Gap::TooHigh(actual - target),
        }),
        Rule::Range { low, .. } if actual < low => Some(Gap::TooLow(low - actual)),
        Rule::Range { high, .. } if actual > high => Some(Gap::TooHigh(actual - high)),
        Rule::Range { .. } => Some(Gap::Met { beyond: Decimal::ZERO }),
        Rule::YesNo => None,
    }
}

#[cfg(test)]
#[path = "target/tests.rs"]
mod tests;
