//! From a target as entered to the rule it means: red flags that were not given, and what is refused.

use rust_decimal::Decimal;

use super::{Judged, TargetSpec};
use crate::domain::kpi::Direction;
use crate::domain::score::Rule;

/// Why a target cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// A red flag without the target it belongs to.
    #[error("a red flag needs a target")]
    RedWithoutTarget,
    /// A red flag at the target or on its good side.
    #[error("the red flag {red} must be {} than the target {target}", if *worse_is_lower { "lower" } else { "higher" })]
    RedOnGoodSide {
        /// The red flag.
        red: Decimal,
        /// The target.
        target: Decimal,
        /// Where the red flag must be.
        worse_is_lower: bool,
    },
    /// No distance for a red flag can be told from the target.
    #[error("a target of {target} needs a red flag: there is no way to tell one from it")]
    RedFlagNeeded {
        /// The target.
        target: Decimal,
    },
    /// A range with only one edge.
    #[error("a range needs both its lowest and its highest good value")]
    BandIncomplete,
    /// A range that is empty or upside down.
    #[error("the lowest good value {low} must be lower than the highest {high}")]
    BandReversed {
        /// The lower edge.
        low: Decimal,
        /// The upper edge.
        high: Decimal,
    },
    /// A red flag inside a range.
    #[error("the red flag {red} must be outside the range {low} to {high}")]
    RedInsideBand {
        /// The red flag.
        red: Decimal,
        /// The lower edge.
        low: Decimal,
        /// The upper edge.
        high: Decimal,
    },
    /// A range for a KPI that has none.
    #[error("this KPI takes one target, not a range")]
    BandNotTaken,
    /// One target for a KPI that takes a range.
    #[error("this KPI takes a range: its lowest and its highest good value")]
    BandNeeded,
    /// A yes/no KPI was given a number to reach.
    #[error("a yes/no KPI has yes as its target and takes no other")]
    YesIsTheTarget,
}

impl TargetSpec {
    /// The rule it means for a KPI; none where nothing is given (yes/no KPIs always have theirs).
    pub fn resolve(&self, judged: &Judged) -> Result<Option<Rule>, TargetError> {
        let has_band = [self.low, self.high, self.red_low, self.red_high]
            .iter()
            .any(Option::is_some);
        let has_target = self.target.is_some() || self.red.is_some();
        match judged.direction {
            Direction::YesNo if has_band || self.red.is_some() => Err(TargetError::YesIsTheTarget),
            Direction::YesNo if self.target.is_some_and(|target| target != Decimal::ONE) => {
                Err(TargetError::YesIsTheTarget)
            }
            Direction::YesNo => Ok(Some(Rule::YesNo)),
            Direction::Range if has_target => Err(TargetError::BandNeeded),
            Direction::Range if has_band => self.band().map(Some),
            Direction::Higher | Direction::Lower if has_band => Err(TargetError::BandNotTaken),
            Direction::Higher | Direction::Lower if has_target => self.line(judged).map(Some),
            _ => Ok(None),
        }
    }

    fn line(&self, judged: &Judged) -> Result<Rule, TargetError> {
        let target = self.target.ok_or(TargetError::RedWithoutTarget)?;
        let worse_is_lower = judged.direction == Direction::Higher;
        let red = match self.red {
            Some(red) => red,
            None => assumed_red(target, judged)?,
        };
        if if worse_is_lower { red >= target } else { red <= target } {
            return Err(TargetError::RedOnGoodSide {
                red,
                target,
                worse_is_lower,
            });
        }
        let assumed = self.red.is_none();
        Ok(Rule::Linear {
            target,
            red,
            assumed,
            best_possible: judged.best_possible,
        })
    }

    fn band(&self) -> Result<Rule, TargetError> {
        let (Some(low), Some(high)) = (self.low, self.high) else {
            return Err(TargetError::BandIncomplete);
        };
        if low >= high {
            return Err(TargetError::BandReversed { low, high });
        }
        let half = (high - low) / Decimal::TWO;
        let red_low = self.red_low.unwrap_or(low - half);
        let red_high = self.red_high.unwrap_or(high + half);
        let inside = if red_low >= low {
            Some(red_low)
        } else {
            Some(red_high).filter(|red| *red <= high)
        };
        if let Some(red) = inside {
            return Err(TargetError::RedInsideBand { red, low, high });
        }
        let assumed = self.red_low.is_none() || self.red_high.is_none();
        Ok(Rule::Range {
            low,
            high,
            red_low,
            red_high,
            assumed,
        })
    }
}

/// Halfway to a baseline on the worse side, else a tenth of the target away, bounded for percentages.
fn assumed_red(target: Decimal, judged: &Judged) -> Result<Decimal, TargetError> {
    let higher = judged.direction == Direction::Higher;
    let worse = |it: &Decimal| if higher { *it < target } else { *it > target };
    if let Some(baseline) = judged.baseline.filter(worse) {
        return Ok((target + baseline) / Decimal::TWO);
    }
    let mut distance = target.abs() / Decimal::TEN;
    if judged.percent {
        if higher && target <= Decimal::ONE_HUNDRED {
            distance = distance.min((Decimal::ONE_HUNDRED - target) * Decimal::TWO);
        }
        distance = distance.max(Decimal::ONE);
    }
    if distance.is_zero() {
        return Err(TargetError::RedFlagNeeded { target });
    }
    Ok(if higher { target - distance } else { target + distance })
}
