//! The parts that ids are made of, and how they are read and written.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::period::{Period, PeriodKind};
use crate::domain::reading::View;

/// A period as an id carries it: the scorecard's fiscal calendar makes it whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its kind.
    pub kind: PeriodKind,
    /// A day in it.
    pub first_day: NaiveDate,
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        Self {
            kind: period.kind(),
            first_day: period.first_day(),
        }
    }
}

/// What may be left out stands as `-`.
pub(super) fn given<T: FromStr>(part: &str) -> Result<Option<T>, T::Err> {
    match part {
        "-" => Ok(None),
        part => part.parse().map(Some),
    }
}

/// Writes what may be left out.
pub(super) fn or_dash<T: ToString>(part: Option<T>) -> String {
    part.map_or_else(|| "-".to_owned(), |part| part.to_string())
}

/// Reads over what a summary looks.
pub(in crate::discord::component) fn view(word: &str) -> Option<View> {
    match word {
        "p" => Some(View::Period),
        "y" => Some(View::YearToDate),
        _ => None,
    }
}

/// Reads a part that must be there.
pub(in crate::discord::component) fn parse<T: FromStr>(part: Option<&str>) -> Option<T> {
    part?.parse().ok()
}
