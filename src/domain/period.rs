//! Periods: a kind and a first day. Weeks, months, quarters and years of any fiscal calendar.

mod label;
mod month;

pub use label::PeriodError;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::zone;

words! {
    /// The length of a period; also how often a KPI has a value.
    PeriodKind {
        /// An ISO week, Monday to Sunday.
        Week = "weekly",
        /// A calendar month.
        Month = "monthly",
        /// A quarter of the fiscal year.
        Quarter = "quarterly",
        /// A fiscal year.
        Year = "yearly",
    }
}

impl PeriodKind {
    /// The noun: `week`, `month`, `quarter`, `year`.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// The calendar month in which the fiscal year starts, 1 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct FiscalStart(u8);

/// A number that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fiscal year starts in a month from 1 (January) to 12, not {read}")]
pub struct FiscalStartError {
    /// What was read.
    pub read: u8,
}

impl FiscalStart {
    /// The calendar year.
    pub const JANUARY: Self = Self(1);

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.0
    }

    /// Whether the fiscal year is the calendar year.
    #[must_use]
    pub const fn is_january(self) -> bool {
        self.0 == 1
    }
}

impl Default for FiscalStart {
    fn default() -> Self {
        Self::JANUARY
    }
}

impl TryFrom<u8> for FiscalStart {
    type Error = FiscalStartError;

    fn try_from(read: u8) -> Result<Self, FiscalStartError> {
        if (1..=12).contains(&read) {
            Ok(Self(read))
        } else {
            Err(FiscalStartError { read })
        }
    }
}

impl From<FiscalStart> for u8 {
    fn from(start: FiscalStart) -> Self {
        start.0
    }
}

/// A period: its kind and its first day. Ordered by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    kind: PeriodKind,
    first_day: NaiveDate,
}

impl Period {
    /// The period of a kind that holds a day. A week holds its seven days, whatever it belongs to.
    #[must_use]
    pub fn containing(kind: PeriodKind, day: NaiveDate, fiscal: FiscalStart) -> Self {
        let month_start = day.with_day(1).unwrap_or(day);
        let into_year = (day.month() + 12 - u32::from(fiscal.month())) % 12;
        let back = |months: u32| {
            month_start
                .checked_sub_months(Months::new(months))
                .unwrap_or(month_start)
        };
        let first_day = match kind {
            PeriodKind::Week => day
                .checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
                .unwrap_or(day),
            PeriodKind::Month => month_start,
            PeriodKind::Quarter => back(into_year % 3),
            PeriodKind::Year => back(into_year),
        };
        Self { kind, first_day }
    }

    /// The period of a kind that starts on a day, as it is stored; none where no period of that kind can start then.
    #[must_use]
    pub fn starting(kind: PeriodKind, first_day: NaiveDate) -> Option<Self> {
        let starts = match kind {
            PeriodKind::Week => first_day.weekday() == chrono::Weekday::Mon,
            PeriodKind::Month | PeriodKind::Quarter | PeriodKind::Year => first_day.day() == 1,
        };
        starts.then_some(Self { kind, first_day })
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> PeriodKind {
        self.kind
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.first_day
    }

    /// The day after its last.
    #[must_use]
    pub fn end_day(self) -> NaiveDate {
        let months = |count| self.first_day.checked_add_months(Months::new(count));
        match self.kind {
            PeriodKind::Week => self.first_day.checked_add_days(Days::new(7)),
            PeriodKind::Month => months(1),
            PeriodKind::Quarter => months(3),
            PeriodKind::Year => months(12),
        }
        .unwrap_or(NaiveDate::MAX)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.end_day().pred_opt().unwrap_or(self.first_day)
    }

    /// The period after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            kind: self.kind,
            first_day: self.end_day(),
        }
    }

    /// The period before it.
    #[must_use]
    pub fn prev(self) -> Self {
        let months = |count| self.first_day.checked_sub_months(Months::new(count));
        let first_day = match self.kind {
            PeriodKind::Week => self.first_day.checked_sub_days(Days::new(7)),
            PeriodKind::Month => months(1),
            PeriodKind::Quarter => months(3),
            PeriodKind::Year => months(12),
        };
        Self {
            kind: self.kind,
            first_day: first_day.unwrap_or(self.first_day),
        }
    }

    /// The day that says to which longer period it belongs: a week's Thursday, else its first day.
    #[must_use]
    pub fn anchor_day(self) -> NaiveDate {
        match self.kind {
            PeriodKind::Week => zone::add_days(self.first_day, 3),
            _ => self.first_day,
        }
    }

    /// The periods of a shorter kind that belong to it, in order; itself for its own kind, none for a longer one.
    #[must_use]
    pub fn parts(self, kind: PeriodKind) -> Vec<Self> {
        if kind == self.kind {
            return vec![self];
        }
        if kind > self.kind {
            return Vec::new();
        }
        let first = match kind {
            PeriodKind::Week => {
                let week = Self::containing(kind, self.first_day, FiscalStart::JANUARY);
                if week.anchor_day() < self.first_day {
                    week.next()
                } else {
                    week
                }
            }
            _ => Self {
                kind,
                first_day: self.first_day,
            },
        };
        std::iter::successors(Some(first), |part| Some(part.next()))
            .take_while(|part| part.anchor_day() < self.end_day())
            .collect()
    }

    /// The period of a longer kind that it belongs to; itself for its own kind, none for a shorter one.
    #[must_use]
    pub fn belongs_to(self, kind: PeriodKind, fiscal: FiscalStart) -> Option<Self> {
        (kind >= self.kind).then(|| {
            if kind == self.kind {
                self
            } else {
                Self::containing(kind, self.anchor_day(), fiscal)
            }
        })
    }

    /// Its first instant in a zone.
    #[must_use]
    pub fn starts_at(self, zone: Tz) -> DateTime<Utc> {
        zone::start_of(self.first_day, zone)
    }

    /// The first instant after it in a zone.
    #[must_use]
    pub fn ends_at(self, zone: Tz) -> DateTime<Utc> {
        zone::start_of(self.end_day(), zone)
    }

    /// Whether it is over at `now`.
    #[must_use]
    pub fn has_ended(self, now: DateTime<Utc>, zone: Tz) -> bool {
        self.ends_at(zone) <= now
    }

    /// Whether its first instant has come.
    #[must_use]
    pub fn has_begun(self, now: DateTime<Utc>, zone: Tz) -> bool {
        self.starts_at(zone) <= now
    }

    /// The period that runs at `now`.
    #[must_use]
    pub fn running(kind: PeriodKind, now: DateTime<Utc>, zone: Tz, fiscal: FiscalStart) -> Self {
        Self::containing(kind, zone::day_of(now, zone), fiscal)
    }

    /// The newest period that is over at `now`.
    #[must_use]
    pub fn last_ended(kind: PeriodKind, now: DateTime<Utc>, zone: Tz, fiscal: FiscalStart) -> Self {
        Self::running(kind, now, zone, fiscal).prev()
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.first_day, self.kind).cmp(&(other.first_day, other.kind))
    }
}

#[cfg(test)]
#[path = "period/tests.rs"]
mod tests;
