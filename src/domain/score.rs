//! The scoring rule: one piecewise line from a value to a level of 0 to 3, and the status it means (product rules,
//! "Scoring"). Levels are kept, scores are for showing.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

words! {
    /// How a value stands against its target.
    Status {
        /// 🟢 The target is met.
        OnTarget = "on target",
        /// 🟡 Short of the target, not past the red flag.
        AtRisk = "at risk",
        /// 🔴 Past the red flag.
        OffTarget = "off target",
        /// ⚪ A value is due and missing, or too little of a parent's weight is in.
        NoData = "no data",
        /// ➖ There is none for a reason.
        NotApplicable = "not applicable",
        /// ▫️ There is no target.
        Unscored = "unscored",
    }
}

impl Status {
    /// Its sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::OnTarget => "🟢",
            Self::AtRisk => "🟡",
            Self::OffTarget => "🔴",
            Self::NoData => "⚪",
            Self::NotApplicable => "➖",
            Self::Unscored => "▫️",
        }
    }

    /// The status that a level from 0 to 3 means.
    #[must_use]
    pub fn of_level(level: Decimal) -> Self {
        if level >= Decimal::TWO {
            Self::OnTarget
        } else if level >= Decimal::ONE {
            Self::AtRisk
        } else {
            Self::OffTarget
        }
    }

    /// Whether it has a colour: 🟢, 🟡 or 🔴.
    #[must_use]
    pub const fn is_scored(self) -> bool {
        matches!(self, Self::OnTarget | Self::AtRisk | Self::OffTarget)
    }
}

/// The resolved target of one period: what a value is judged by. Made by `target::TargetSpec::resolve`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Higher is better where the target is above its red flag, lower where it is below.
    Linear {
        /// The value that is on target.
        target: Decimal,
        /// The value from which it is off target.
        red: Decimal,
        /// The red flag was not given.
        assumed: bool,
        /// The target cannot be beaten.
        best_possible: bool,
    },
    /// Inside is good: `red_low < low < high < red_high`.
    Range {
        /// The lowest good value.
        low: Decimal,
        /// The highest good value.
        high: Decimal,
        /// The red flag below.
        red_low: Decimal,
        /// The red flag above.
        red_high: Decimal,
        /// At least one red flag was not given.
        assumed: bool,
    },
    /// Yes (1) is good.
    YesNo,
}

/// A value's level and status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// 0 to 3: 1 at the red flag, 2 at the target.
    pub level: Decimal,
    /// Decided by comparing values, never from a rounded score.
    pub status: Status,
}

impl Judgement {
    /// The score, 0 to 10, unrounded.
    #[must_use]
    pub fn score(&self) -> Decimal {
        score(self.level)
    }
}

impl Rule {
    /// Judges a value.
    #[must_use]
    pub fn judge(&self, value: Decimal) -> Judgement {
        match *self {
            Self::Linear {
                target,
                red,
                best_possible,
                ..
            } => judge_linear(value, target, red, best_possible),
            Self::Range { low, high, .. } if (low..=high).contains(&value) => Judgement {
                level: Decimal::from(3),
                status: Status::OnTarget,
            },
            Self::Range { low, red_low, .. } if value < low => judge_outside(value, low, red_low),
            Self::Range { high, red_high, .. } => judge_outside(value, high, red_high),
            Self::YesNo if value >= Decimal::ONE => Judgement {
                level: Decimal::from(3),
                status: Status::OnTarget,
            },
            Self::YesNo => Judgement {
                level: Decimal::ZERO,
                status: Status::OffTarget,
            },
        }
    }

    /// The level before it is held between 0 and 3, for a proof by hand; none for yes/no and inside a band.
    #[must_use]
    pub fn raw_level(&self, value: Decimal) -> Option<Decimal> {
        match *self {
            Self::Linear { target, red, .. } => Some(line(value, target, red)),
            Self::Range { low, high, .. } if (low..=high).contains(&value) => None,
            Self::Range { low, red_low, .. } if value < low => Some(line(value, low, red_low)),
            Self::Range { high, red_high, .. } => Some(line(value, high, red_high)),
            Self::YesNo => None,
        }
    }

    /// Whether a red flag in it was assumed.
    #[must_use]
    pub const fn is_assumed(&self) -> bool {
        match self {
            Self::Linear { assumed, .. } | Self::Range { assumed, .. } => *assumed,
            Self::YesNo => false,
        }
    }
}

/// Where `value` lies on the line through (red, 1) and (target, 2).
fn line(value: Decimal, target: Decimal, red: Decimal) -> Decimal {
    (value - red)
        .checked_div(target - red)
        .map_or(Decimal::ONE, |part| Decimal::ONE + part)
}

fn judge_linear(value: Decimal, target: Decimal, red: Decimal, best_possible: bool) -> Judgement {
    let at_least = |mark: Decimal| {
        if target > red { value >= mark } else { value <= mark }
    };
    let level = if best_possible && at_least(target) {
        Decimal::from(3)
    } else {
        line(value, target, red).clamp(Decimal::ZERO, Decimal::from(3))
    };
    let status = if at_least(target) {
        Status::OnTarget
    } else if at_least(red) {
        Status::AtRisk
    } else {
        Status::OffTarget
    };
    Judgement { level, status }
}

/// Outside a band it falls from 2 at the edge to 1 at the red flag and on.
fn judge_outside(value: Decimal, edge: Decimal, red: Decimal) -> Judgement {
    judge_linear(value, edge, red, false)
}

/// The score of a level: 0 to 10, unrounded.
#[must_use]
pub fn score(level: Decimal) -> Decimal {
    level * Decimal::TEN / Decimal::from(3)
}

/// A score to show: one decimal, half away from zero, with more where one would show a score short of a mark (on
/// target, at risk) as if it had reached it.
#[must_use]
pub fn display_score(level: Decimal) -> Decimal {
    (1..=6)
        .map(|decimals| fixed(score(level), decimals))
        .find(|shown| !contradicts(level, *shown))
        .unwrap_or_else(|| fixed(score(level), 6))
}

fn contradicts(level: Decimal, shown: Decimal) -> bool {
    [Decimal::ONE, Decimal::TWO]
        .into_iter()
        .any(|mark| level < mark && shown >= fixed(score(mark), shown.scale()))
}

/// A value to show with a KPI's decimals, with more (at most 10) where rounding would contradict its status.
#[must_use]
pub fn display_value(value: Decimal, decimals: u8, rule: Option<&Rule>) -> Decimal {
    let plain = fixed(value, u32::from(decimals));
    let Some(rule) = rule else { return plain };
    let status = rule.judge(value).status;
    (u32::from(decimals)..=10)
        .map(|decimals| fixed(value, decimals))
        .find(|shown| rule.judge(*shown).status == status)
        .unwrap_or(plain)
}

/// What stands beyond so many decimals is what a division could not give exactly; values have at most 10.
const EXACT: u32 = 15;

/// Rounds half away from zero to exactly so many decimals, trailing zeros kept. A number that divisions left just short of
/// a half is that half: 2.65, computed as 2.649999999999999997, is rounded to 2.7.
#[must_use]
pub fn fixed(value: Decimal, decimals: u32) -> Decimal {
    let away = RoundingStrategy::MidpointAwayFromZero;
    let mut rounded = value
        .round_dp_with_strategy(EXACT, away)
        .round_dp_with_strategy(decimals, away);
    rounded.rescale(decimals);
    rounded
}

#[cfg(test)]
#[path = "score/tests.rs"]
mod tests;
