//! Days counted from the end of a period: calendar days, or Mondays to Fridays that are no holidays.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::quiet::QuietHours;
use super::when::{DayCount, When};
use crate::domain::zone;

/// A calendar so full of holidays that it has no business day within these days counts all days.
const SEARCHED_DAYS: usize = 1_000;

/// Which days are business days, Monday to Friday without the server's holidays, and when nobody is written to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BusinessCalendar {
    /// The holidays.
    pub holidays: BTreeSet<NaiveDate>,
    /// The hours of each day in which nobody is written to.
    pub quiet: Option<QuietHours>,
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

    /// The last business day before a day.
    #[must_use]
    pub fn business_day_before(&self, day: NaiveDate) -> NaiveDate {
        let earlier = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
        let found = earlier.take(SEARCHED_DAYS).find(|day| self.is_business(*day));
        found.or_else(|| day.pred_opt()).unwrap_or(day)
    }

    /// The instant that a count and a local time mean.
    #[must_use]
    pub fn instant(&self, when: When, end_day: NaiveDate, zone: Tz) -> DateTime<Utc> {
        zone::instant(self.day(when.day, end_day), when.time, zone)
    }

    /// The first instant from one on at which people may be written to: on a business day, outside quiet hours. From a
    /// rest day it moves to the same local time of the next business day, from quiet hours to their end.
    #[must_use]
    pub fn allowed(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let local = at.with_timezone(&zone).naive_local();
        let planned = (local.date(), local.time());
        match self.moved(planned) {
            same if same == planned => at,
            (day, time) => zone::instant(day, time, zone),
        }
    }

    /// The same for a local time on a day. It is moved before it becomes an instant: clocks may skip it on the day it moves
    /// from, and show it on the day it moves to.
    #[must_use]
    pub fn allowed_on(&self, planned: (NaiveDate, NaiveTime), zone: Tz) -> DateTime<Utc> {
        let (day, time) = self.moved(planned);
        zone::instant(day, time, zone)
    }

    fn moved(&self, (mut day, mut time): (NaiveDate, NaiveTime)) -> (NaiveDate, NaiveTime) {
        if let Some(quiet) = self.quiet.filter(|quiet| quiet.cover(time)) {
            if quiet.end_tomorrow(time) {
                day = zone::add_days(day, 1);
            }
            time = quiet.until;
        }
        (self.nth(day, 1), time)
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
