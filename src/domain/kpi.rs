//! What a KPI is: the attributes that say how its values are read, judged and aggregated.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::KpiId;
use super::name::{Key, Name};
use super::period::PeriodKind;
use super::unit::Unit;

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
}
