//! Days counted from the end of a period: calendar days, or Mondays to Fridays that are no holidays.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::domain::zone;

/// A calendar so full of holidays that it has no business day within these days counts all days.
const SEARCHED_DAYS: usize = 1_000;

/// A day after the end of a period; day 1 is the first day after it, business day 1 the first business day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayCount {
    /// A calendar day.
    Calendar(u16),
    /// A business day.
    Business(u16),
}

/// A local time on a day after the end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct When {
    /// The day.
    pub day: DayCount,
    /// The local time.
    pub time: NaiveTime,
}

/// Which days are business days: Monday to Friday without the server's holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BusinessCalendar {
    /// The holidays.
    pub holidays: BTreeSet<NaiveDate>,
}

impl BusinessCalendar {
    /// Whether a day is a business day.
    #[must_use]
    pub fn is_business(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// The day that a count means, from the first day after a period. A count of 0 means day 1.
    #[must_use]
    pub fn day(&self, count: DayCount, end_day: NaiveDate) -> NaiveDate {
        match count {
            DayCount::Calendar(count) => zone::add_days(end_day, u64::from(count.saturating_sub(1))),
            DayCount::Business(count) => self.nth(end_day, count.max(1)),
        }
    }

    /// So many business days after a day; the day itself for none.
    #[must_use]
    pub fn business_days_after(&self, day: NaiveDate, count: u16) -> NaiveDate {
        if count == 0 {
            day
        } else {
            self.nth(zone::add_days(day, 1), count)
        }
    }

    /// The instant that a count and a local time mean.
    #[must_use]
    pub fn instant(&self, when: When, end_day: NaiveDate, zone: Tz) -> DateTime<Utc> {
        zone::instant(self.day(when.day, end_day), when.time, zone)
    }

    /// The n-th business day from a day on, that day included.
    fn nth(&self, from: NaiveDate, n: u16) -> NaiveDate {
        let found = from
            .iter_days()
            .take(SEARCHED_DAYS)
            .filter(|day| self.is_business(*day))
            .nth(usize::from(n.saturating_sub(1)));
        found.unwrap_or_else(|| zone::add_days(from, u64::from(n.saturating_sub(1))))
    }
}
