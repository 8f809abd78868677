//! Weights of perspectives, objectives and KPIs: relative, above zero, 1 where none is given.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How much a child counts beside its siblings; 50/30/20 and 5/3/2 mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Weight(Decimal);

/// A number that cannot be a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a weight is a number above 0 and at most 1000000, with at most 4 decimals, not {read}")]
pub struct WeightError {
    /// What was read.
    pub read: Decimal,
}

impl Weight {
    /// The weight of what was given none.
    pub const ONE: Self = Self(Decimal::ONE);

    /// The number.
    #[must_use]
    pub const fn get(self) -> Decimal {
        self.0
    }
}

impl Default for Weight {
    fn default() -> Self {
        Self::ONE
    }
}

impl TryFrom<Decimal> for Weight {
    type Error = WeightError;

    fn try_from(number: Decimal) -> Result<Self, WeightError> {
        let weight = number.normalize();
        if weight > Decimal::ZERO && weight <= Decimal::from(1_000_000) && weight.scale() <= 4 {
            Ok(Self(weight))
        } else {
            Err(WeightError { read: number })
        }
    }
}

impl From<Weight> for Decimal {
    fn from(weight: Weight) -> Self {
        weight.0
    }
}

impl std::fmt::Display for Weight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_above_zero_and_bounded() {
        for good in ["1", "0.5", "50.00", "1000000", "0.0001"] {
            assert!(Weight::try_from(good.parse::<Decimal>().unwrap()).is_ok(), "{good}");
        }
        for bad in ["0", "-1", "1000000.1", "0.00001"] {
            assert!(Weight::try_from(bad.parse::<Decimal>().unwrap()).is_err(), "{bad}");
        }
    }
}
