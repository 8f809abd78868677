//! Values as people type them and as files hold them (product rules, "Values as people type them").

mod duration;
mod number;
mod typed;
mod unusual;

pub use number::{DecimalComma, plain};
pub use unusual::{Unusual, unusual};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::kpi::{Direction, Kpi};
use super::unit::Unit;

/// The largest magnitude of any value, target or baseline.
pub const LIMIT: Decimal = Decimal::from_parts(0xA4C6_8000, 0x0003_8D7E, 0, false, 0);
/// The most decimals of any value, target or baseline.
pub const MAX_DECIMALS: u32 = 10;
/// The most characters of a reason.
pub const MAX_REASON: usize = 300;

words! {
    /// How a server writes numbers: settles what `1.234` means.
    NumberFormat {
        /// It has not said.
        Unset = "unset",
        /// `1,234.5`
        Point = "1,234.5",
        /// `1.234,5`
        Comma = "1.234,5",
    }
}

/// What somebody entered for a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Entry {
    /// A number; 1 and 0 for yes and no.
    Number(Decimal),
    /// There is no value, for a reason.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

impl Entry {
    /// The number, if it is one.
    #[must_use]
    pub const fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::NotApplicable { .. } => None,
        }
    }
}

/// What a value must be: all that reading it needs to know of its KPI.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The KPI's unit.
    pub unit: &'a Unit,
    /// The KPI's direction.
    pub direction: Direction,
}

impl<'a> From<&'a Kpi> for Expected<'a> {
    fn from(kpi: &'a Kpi) -> Self {
        Self {
            unit: &kpi.unit,
            direction: kpi.direction,
        }
    }
}

/// Why a text cannot be read as a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Nothing was given.
    #[error("a value is missing")]
    Empty,
    /// It is no number.
    #[error("“{read}” is not a number")]
    NotANumber {
        /// What was read.
        read: String,
    },
    /// It can be read in two ways.
    #[error("“{read}” can be read as {} or as {}", readings[0], readings[1])]
    Ambiguous {
        /// What was read.
        read: String,
        /// Both readings.
        readings: [Decimal; 2],
    },
    /// It has another unit than the KPI.
    #[error("“{typed}” is not the unit of this KPI, which is {expected}")]
    WrongUnit {
        /// What was read.
        read: String,
        /// The unit in it.
        typed: String,
        /// The KPI's unit; empty for a plain number.
        expected: Unit,
    },
    /// It is beyond 10¹⁵.
    #[error("“{read}” is beyond 1000000000000000, the largest number kept")]
    TooLarge {
        /// What was read.
        read: String,
    },
    /// It has more than 10 decimals.
    #[error("“{read}” has more than 10 decimals")]
    TooManyDecimals {
        /// What was read.
        read: String,
    },
    /// The KPI takes yes or no.
    #[error("“{read}” is neither yes nor no")]
    NotYesNo {
        /// What was read.
        read: String,
    },
    /// *Not applicable* was given without a reason.
    #[error("not applicable needs a reason, as in `n/a: store closed`")]
    ReasonMissing,
    /// The reason is too long.
    #[error("a reason has at most {MAX_REASON} characters, this one has {length}")]
    ReasonTooLong {
        /// Its length in characters.
        length: usize,
    },
}

/// Reads a value as a person typed it.
pub fn parse(text: &str, expected: Expected<'_>, format: NumberFormat) -> Result<Entry, ValueError> {
    let text = clean(text);
    if text.is_empty() {
        return Err(ValueError::Empty);
    }
    if let Some(reason) = not_applicable(&text) {
        return reason.map(|reason| Entry::NotApplicable { reason });
    }
    let number = if expected.direction == Direction::YesNo {
        yes_no(&text)?
    } else {
        typed::read(&text, expected.unit, format)?
    };
    Ok(Entry::Number(number))
}

/// Reads a target, red flag, baseline or band edge as a person typed it: a number in the KPI's unit.
pub fn parse_number(text: &str, expected: Expected<'_>, format: NumberFormat) -> Result<Decimal, ValueError> {
    match parse(text, expected, format)? {
        Entry::Number(number) => Ok(number),
        Entry::NotApplicable { .. } => Err(ValueError::NotANumber { read: clean(text) }),
    }
}

/// Checks a number against the bounds that hold for every stored one.
pub fn check(number: Decimal, read: &str) -> Result<Decimal, ValueError> {
    let number = number.normalize();
    if number.abs() > LIMIT {
        return Err(ValueError::TooLarge { read: read.to_owned() });
    }
    if number.scale() > MAX_DECIMALS {
        return Err(ValueError::TooManyDecimals { read: read.to_owned() });
    }
    Ok(if number.is_zero() { Decimal::ZERO } else { number })
}

/// Trimmed, with plain blanks for every kind of blank and a plain minus for every kind of minus.
fn clean(text: &str) -> String {
    let plain = text.chars().map(|c| match c {
        c if c.is_whitespace() => ' ',
        '\u{2212}' | '\u{2012}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}' => '-',
        _ => c,
    });
    plain.collect::<String>().trim().to_owned()
}

/// The reason after `n/a`; none where the text says something else.
pub(crate) fn not_applicable(text: &str) -> Option<Result<String, ValueError>> {
    let start = text.get(..3).filter(|start| start.eq_ignore_ascii_case("n/a"))?;
    let rest = &text[start.len()..];
    let reason = rest.trim_start_matches([' ', ':', '-', ',']).trim();
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    Some(match reason.chars().count() {
        0 => Err(ValueError::ReasonMissing),
        length if length > MAX_REASON => Err(ValueError::ReasonTooLong { length }),
        _ => Ok(reason.split_whitespace().collect::<Vec<_>>().join(" ")),
    })
}

fn yes_no(text: &str) -> Result<Decimal, ValueError> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "ja" | "sí" | "si" => Ok(Decimal::ONE),
        "no" | "n" | "false" | "0" | "nein" => Ok(Decimal::ZERO),
        _ => Err(ValueError::NotYesNo { read: text.to_owned() }),
    }
}

#[cfg(test)]
#[path = "value/tests.rs"]
mod tests;
