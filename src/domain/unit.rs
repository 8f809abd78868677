//! What a KPI's values count: a short free text, and what can be told from it.

use serde::{Deserialize, Serialize};

mod currency;

pub use currency::Currency;

/// The most characters a unit may have.
pub const MAX_LENGTH: usize = 20;

/// A unit as it was given, `%`, `USD m`, `hours`, `tickets`; empty where values are plain numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Unit(String);

/// What kind of unit a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// A share: `%`.
    Percent,
    /// A difference of percentages: `pp`.
    Points,
    /// Money, perhaps in thousands or millions.
    Currency {
        /// Which.
        currency: Currency,
        /// In what its values are counted.
        scale: Scale,
    },
    /// A length of time.
    Duration(TimeUnit),
    /// A plain number of things.
    Count,
    /// A ratio: `ratio`, `x`.
    Ratio,
    /// Anything else.
    Free,
}

words! {
    /// Units of time.
    TimeUnit {
        /// Seconds.
        Seconds = "seconds",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Days of 24 hours.
        Days = "days",
        /// Weeks of 7 days.
        Weeks = "weeks",
    }
}

words! {
    /// Powers of a thousand that are written as a word or a letter.
    Scale {
        /// As it stands.
        One = "1",
        /// `k`.
        Thousand = "k",
        /// `m`.
        Million = "m",
        /// `bn`.
        Billion = "bn",
    }
}

/// Why a text cannot be a unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// It is too long.
    #[error("a unit has at most {MAX_LENGTH} characters, this one has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A character in it that cannot be seen, or that chat takes for markup.
    #[error("a unit cannot contain “{}”", found.escape_debug())]
    Forbidden {
        /// The first such character.
        found: char,
    },
}

impl Unit {
    /// Reads a unit as a person typed it; empty means a plain number.
    pub fn parse(text: &str) -> Result<Self, UnitError> {
        let unit = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let hidden = |c: char| {
            c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        };
        let markup = |c: char| matches!(c, '*' | '_' | '~' | '`' | '|' | '<' | '>' | '@' | '[' | ']' | '\\');
        if let Some(found) = unit.chars().find(|c| hidden(*c) || markup(*c)) {
            return Err(UnitError::Forbidden { found });
        }
        match unit.chars().count() {
            length if length > MAX_LENGTH => Err(UnitError::TooLong { length }),
            _ => Ok(Self(unit)),
        }
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What kind of unit it is.
    #[must_use]
    pub fn kind(&self) -> UnitKind {
        kind_of(&self.0)
    }

    /// Whether it is `%`: some default red flags depend on it.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.kind() == UnitKind::Percent
    }
}

fn kind_of(text: &str) -> UnitKind {
    let lower = text.to_lowercase();
    match lower.as_str() {
        "%" | "percent" | "per cent" | "pct" => return UnitKind::Percent,
        "pp" | "%-points" | "percentage points" | "points of %" => return UnitKind::Points,
        "" | "count" | "number" | "#" => return UnitKind::Count,
        "ratio" | "x" | "×" | "times" => return UnitKind::Ratio,
        _ => {}
    }
    if let Some(unit) = TimeUnit::of_word(&lower) {
        return UnitKind::Duration(unit);
    }
    match currency::with_scale(text) {
        Some((currency, scale)) => UnitKind::Currency { currency, scale },
        None => UnitKind::Free,
    }
}

impl TimeUnit {
    /// Its length in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        match self {
            Self::Seconds => 1,
            Self::Minutes => 60,
            Self::Hours => 3_600,
            Self::Days => 86_400,
            Self::Weeks => 604_800,
        }
    }

    /// The unit of time that a word or abbreviation means, in lower case.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "s" | "sec" | "secs" | "second" | "seconds" => Self::Seconds,
            "min" | "mins" | "minute" | "minutes" => Self::Minutes,
            "h" | "hr" | "hrs" | "hour" | "hours" => Self::Hours,
            "d" | "day" | "days" => Self::Days,
            "w" | "wk" | "wks" | "week" | "weeks" => Self::Weeks,
            _ => return None,
        })
    }
}

impl Scale {
    /// What one of it is.
    #[must_use]
    pub const fn factor(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
        }
    }

    /// The scale that a suffix means, in lower case.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "k" | "thousand" | "tsd" => Self::Thousand,
            "m" | "mn" | "mm" | "mio" | "million" | "millions" => Self::Million,
            "b" | "bn" | "billion" | "billions" => Self::Billion,
            _ => return None,
        })
    }
}

impl TryFrom<String> for Unit {
    type Error = UnitError;

    fn try_from(text: String) -> Result<Self, UnitError> {
        Self::parse(&text)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.0
    }
}

impl std::str::FromStr for Unit {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        Self::parse(text)
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> UnitKind {
        Unit::parse(text).unwrap().kind()
    }

    #[test]
    fn a_unit_is_known_by_its_text() {
        assert_eq!(kind("%"), UnitKind::Percent);
        assert_eq!(kind("pp"), UnitKind::Points);
        assert_eq!(kind("Hours"), UnitKind::Duration(TimeUnit::Hours));
        assert_eq!(kind("min"), UnitKind::Duration(TimeUnit::Minutes));
        assert_eq!(kind("count"), UnitKind::Count);
        assert_eq!(kind(""), UnitKind::Count);
        assert_eq!(kind("ratio"), UnitKind::Ratio);
        assert_eq!(kind("tickets"), UnitKind::Free);
        assert_eq!(kind("m"), UnitKind::Free);
        assert_eq!(kind("kg"), UnitKind::Free);
    }

    #[test]
    fn money_may_be_counted_in_thousands_or_millions() {
        let check = |text: &str, symbol: &str, wanted: Scale| match kind(text) {
            UnitKind::Currency { currency, scale } => {
                assert_eq!((currency.symbol(), scale), (symbol, wanted), "{text}");
            }
            other => panic!("{text} is {other:?}"),
        };
        check("$", "$", Scale::One);
        check("USD m", "$", Scale::Million);
        check("€k", "€", Scale::Thousand);
        check("EUR", "€", Scale::One);
        check("CHF bn", "CHF", Scale::Billion);
        check("k€", "€", Scale::Thousand);
    }

    #[test]
    fn a_unit_is_short_and_shows_itself() {
        assert_eq!(Unit::parse(&"x".repeat(21)), Err(UnitError::TooLong { length: 21 }));
        assert_eq!(
            Unit::parse("a\u{202E}b"),
            Err(UnitError::Forbidden { found: '\u{202E}' })
        );
        assert_eq!(Unit::parse("  per   100  ").unwrap().as_str(), "per 100");
    }
}
