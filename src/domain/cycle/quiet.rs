//! Quiet hours: the hours of each day in which nobody is written to.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveTime;

use super::when::{clock_time, written_time};

/// Local hours, from the first to just before the second; they may span midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuietHours {
    /// When they begin.
    pub from: NaiveTime,
    /// When they end.
    pub until: NaiveTime,
}

/// A text that is no span of hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{read}” is no span of hours, as in 20:00-07:00")]
pub struct QuietHoursError {
    /// What was read.
    pub read: String,
}

impl QuietHours {
    /// Whether a local time is within them.
    #[must_use]
    pub fn cover(&self, time: NaiveTime) -> bool {
        if self.from < self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        }
    }

    /// Whether those that cover a time end on the next day.
    #[must_use]
    pub fn end_tomorrow(&self, time: NaiveTime) -> bool {
        self.from > self.until && time >= self.from
    }
}

impl FromStr for QuietHours {
    type Err = QuietHoursError;

    fn from_str(text: &str) -> Result<Self, QuietHoursError> {
        let wrong = || QuietHoursError {
            read: text.trim().to_owned(),
        };
        let (from, until) = text.split_once(['-', '–', '—']).ok_or_else(wrong)?;
        let read = |part: &str| clock_time(part.trim()).ok_or_else(wrong);
        let hours = Self {
            from: read(from)?,
            until: read(until)?,
        };
        if hours.from == hours.until {
            Err(wrong())
        } else {
            Ok(hours)
        }
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", written_time(self.from), written_time(self.until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_are_read_and_written_and_may_span_midnight() {
        let check = |text: &str, written: &str, inside: &[&str], outside: &[&str]| {
            let hours: QuietHours = text.parse().unwrap();
            assert_eq!(hours.to_string(), written);
            for time in inside {
                assert!(hours.cover(time.parse().unwrap()), "{text} {time}");
            }
            for time in outside {
                assert!(!hours.cover(time.parse().unwrap()), "{text} {time}");
            }
        };
        check(
            "20:00-07:00",
            "20:00-07:00",
            &["20:00:00", "23:59:00", "06:59:59"],
            &["07:00:00", "19:59:59"],
        );
        check(
            "12 – 13:30",
            "12:00-13:30",
            &["12:00:00", "13:29:00"],
            &["13:30:00", "11:59:00"],
        );
        for text in ["", "20:00", "7:00-7:00", "25:00-07:00", "late-early"] {
            assert!(text.parse::<QuietHours>().is_err(), "{text}");
        }
    }
}
