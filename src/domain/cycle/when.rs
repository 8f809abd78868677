//! A local time on a day that is counted from the end of a period: how it is kept, read and written.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// The latest day that a step of a review can have.
pub const LATEST_DAY: u16 = 60;

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

/// A text that names no day and time after a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{read}” is no day and time, as in day 1 09:00 or business day 5 17:00")]
pub struct WhenError {
    /// What was read.
    pub read: String,
}

impl FromStr for When {
    type Err = WhenError;

    /// Reads `day 1 09:00`, `1, 9:00`, `business day 5 17:00`, `b5 17:00`.
    fn from_str(text: &str) -> Result<Self, WhenError> {
        let wrong = || WhenError {
            read: text.trim().to_owned(),
        };
        let lower = text.to_lowercase().replace(',', " ");
        let (day, time) = lower.trim().rsplit_once(char::is_whitespace).ok_or_else(wrong)?;
        let time = clock_time(time).ok_or_else(wrong)?;
        let digits = day.find(|c: char| c.is_ascii_digit()).ok_or_else(wrong)?;
        let words: String = day[..digits].split_whitespace().collect::<Vec<_>>().join(" ");
        let count = day[digits..]
            .trim()
            .parse()
            .ok()
            .filter(|count| (1..=LATEST_DAY).contains(count));
        let count = count.ok_or_else(wrong)?;
        let day = match words.as_str() {
            "" | "day" | "calendar day" | "d" => DayCount::Calendar(count),
            "business day" | "business" | "b" | "bd" | "working day" => DayCount::Business(count),
            _ => return Err(wrong()),
        };
        Ok(Self { day, time })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, count) = match self.day {
            DayCount::Calendar(count) => ("day", count),
            DayCount::Business(count) => ("business day", count),
        };
        write!(f, "{name} {count} {}", written_time(self.time))
    }
}

/// A time of the day as people type it: `9:00`, `09:00`, `17`, `17h`.
pub(super) fn clock_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim_end_matches('h');
    let (hour, minute) = text.split_once([':', 'h', '.']).unwrap_or((text, "0"));
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// A time of the day: `09:00`.
pub(super) fn written_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_time_is_read_as_people_type_it() {
        let check = |text: &str, written: &str| {
            let when: When = text.parse().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(when.to_string(), written);
            assert_eq!(written.parse(), Ok(when));
        };
        check("1 09:00", "day 1 09:00");
        check("Day 1, 9:00", "day 1 09:00");
        check("business day 5 17:00", "business day 5 17:00");
        check("b5 17", "business day 5 17:00");
        check("BUSINESS DAY 12, 8.30", "business day 12 08:30");
        for text in [
            "",
            "5",
            "17:00",
            "day 17:00",
            "day 0 9:00",
            "day 61 9:00",
            "week 2 9:00",
            "day 5 25:00",
            "day 5 9:0x",
        ] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
