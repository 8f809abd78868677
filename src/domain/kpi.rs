//! What a KPI is: the attributes that say how its values are read, judged and aggregated.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::KpiId;
use super::name::{Key, Name};
use super::period::{Period, PeriodKind};
use super::unit::Unit;
use super::zone;

words! {
    /// Which values of a KPI are good.
    Direction {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
        /// Inside a band is good.
        Range = "range",
        /// Yes is good; values are 1 and 0.
        YesNo = "yes-no",
    }
}

words! {
    /// Whether a KPI foretells a result or measures one.
    Indicator {
        /// It moves before the result does.
        Leading = "leading",
        /// It measures the result.
        Lagging = "lagging",
    }
}

words! {
    /// How values of several periods make the value of a longer one.
    Aggregation {
        /// Their sum.
        Sum = "sum",
        /// Their plain mean.
        Average = "average",
        /// The last one.
        Last = "last",
        /// The smallest.
        Minimum = "minimum",
        /// The largest.
        Maximum = "maximum",
    }
}

/// The most decimals a KPI shows.
pub const MAX_DECIMALS: u8 = 10;

/// The latest day after a period's end on which its value can become known.
pub const MAX_AVAILABLE_ON: u16 = 366;

/// Why a KPI's values cannot be entered in a way that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnteringError {
    /// The total of the year so far is told only where values add up.
    #[error("only values that add up can be entered year to date")]
    YearToDateNeedsSum,
    /// What adds up would be counted again where it is carried forward.
    #[error("values that add up cannot be carried forward")]
    SumCarried,
}

/// A KPI's attributes. Its place, owner, weight and targets are dated and live beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Kpi {
    /// Its row.
    pub id: KpiId,
    /// Its short name, unique in the server.
    pub key: Key,
    /// Its name.
    pub name: Name,
    /// What its values count.
    pub unit: Unit,
    /// Which values are good.
    pub direction: Direction,
    /// Leading or lagging.
    pub indicator: Indicator,
    /// How often it has a value.
    pub frequency: PeriodKind,
    /// How its values make those of longer periods.
    pub aggregation: Aggregation,
    /// How many decimals are shown, 0 to 10.
    pub decimals: u8,
    /// Where it started from.
    pub baseline: Option<Decimal>,
    /// Its target cannot be beaten, so reaching it scores 10.
    pub best_possible: bool,
    /// A period that ended without a value counts with the last one before it, marked as carried.
    #[serde(default)]
    pub carry_forward: bool,
    /// Values are entered as the total of the fiscal year so far, and stored as differences.
    #[serde(default)]
    pub entered_ytd: bool,
    /// On which day after the end of a period its value can be known, where that is later than the first.
    #[serde(default)]
    pub available_on: Option<u16>,
}

impl Kpi {
    /// How many days later than the first after a period its value becomes known.
    #[must_use]
    pub fn known_after(&self) -> u16 {
        self.available_on.map_or(0, |day| day.saturating_sub(1))
    }

    /// The day on which the values of a period become known.
    #[must_use]
    pub fn known_on(&self, period: Period) -> NaiveDate {
        zone::add_days(period.end_day(), u64::from(self.known_after()))
    }

    /// Fails where its values cannot be entered as it says.
    pub fn check_entering(&self) -> Result<(), EnteringError> {
        let adds_up = self.aggregation == Aggregation::Sum && self.direction != Direction::YesNo;
        match (self.entered_ytd, self.carry_forward) {
            (true, _) if !adds_up => Err(EnteringError::YearToDateNeedsSum),
            (_, true) if adds_up => Err(EnteringError::SumCarried),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sums_are_entered_year_to_date_and_no_sum_is_carried_forward() {
        let check = |aggregation, direction, (ytd, carry): (bool, bool), fits: bool| {
            let kpi = Kpi {
                id: KpiId::from(1),
                key: Key::parse("k").unwrap(),
                name: Name::parse("K").unwrap(),
                unit: Unit::default(),
                direction,
                indicator: Indicator::Lagging,
                frequency: PeriodKind::Month,
                aggregation,
                decimals: 0,
                baseline: None,
                best_possible: false,
                carry_forward: carry,
                entered_ytd: ytd,
                available_on: None,
            };
            assert_eq!(
                kpi.check_entering().is_ok(),
                fits,
                "{aggregation} {direction} {ytd} {carry}"
            );
        };
        check(Aggregation::Sum, Direction::Higher, (true, false), true);
        check(Aggregation::Last, Direction::Higher, (true, false), false);
        check(Aggregation::Sum, Direction::YesNo, (true, false), false);
        check(Aggregation::Sum, Direction::Higher, (false, true), false);
        check(Aggregation::Last, Direction::Lower, (false, true), true);
        check(Aggregation::Sum, Direction::YesNo, (false, true), true);
    }
}
