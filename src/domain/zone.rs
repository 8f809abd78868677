//! Local times as instants, right across clock changes.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// No zone has ever skipped more than a day (Samoa, 30 December 2011).
const LONGEST_GAP_MINUTES: i64 = 26 * 60;

/// The instant at which the clocks of `zone` show `time` on `day`.
///
/// A time that the clocks skip is the first valid instant after the gap; a time that they show twice is the first.
#[must_use]
pub fn instant(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let local = day.and_time(time);
    (0..=LONGEST_GAP_MINUTES)
        .find_map(|minutes| {
            let moved = local.checked_add_signed(TimeDelta::minutes(minutes))?;
            zone.from_local_datetime(&moved).earliest()
        })
        .map_or_else(|| local.and_utc(), |found| found.to_utc())
}

/// The first instant of `day` in `zone`.
#[must_use]
pub fn start_of(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant(day, NaiveTime::MIN, zone)
}

/// Noon of `day` in `zone`, by which readers in most zones see the same day.
#[must_use]
pub fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant(day, NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(), zone)
}

/// The day that the calendars of `zone` show at `now`.
#[must_use]
pub fn day_of(now: DateTime<Utc>, zone: Tz) -> NaiveDate {
    now.with_timezone(&zone).date_naive()
}

/// `day` and a number of days, which stays where it is at the calendar's end.
#[must_use]
pub(crate) fn add_days(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(zone: &str, local: &str, utc: &str) {
        let local = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        let found = instant(local.date(), local.time(), zone.parse().unwrap());
        assert_eq!(found.format("%Y-%m-%d %H:%M").to_string(), utc, "{zone} {local}");
    }

    #[test]
    fn a_local_time_is_an_instant_even_where_the_clocks_skip_or_repeat_it() {
        check("Europe/Berlin", "2026-12-01 09:00", "2026-12-01 08:00");
        check("Europe/Berlin", "2026-07-01 09:00", "2026-07-01 07:00");
        check("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00");
        check("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30");
        check("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04 03:00");
        check("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30");
        check("Pacific/Apia", "2011-12-30 09:00", "2011-12-30 10:00");
        check("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30");
        check("Asia/Kolkata", "2026-01-01 00:00", "2025-12-31 18:30");
    }
}
