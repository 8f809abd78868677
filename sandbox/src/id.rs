//! Snowflakes: the ids of everything on Discord, and the source that hands them out in order.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeZone as _, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Milliseconds between the Unix epoch and the first second of 2015, where Discord's ids begin.
const DISCORD_EPOCH_MS: i64 = 1_420_070_400_000;

/// A snowflake. It sorts by the time of its making and travels in JSON as a string.
///
/// ```
/// use sandbox::Id;
/// let id: Id = "175928847299117063".parse().unwrap();
/// assert_eq!(id.to_string(), "175928847299117063");
/// assert_eq!(id.created_at().to_rfc3339(), "2016-04-30T11:18:25.796+00:00");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Id(u64);

impl Id {
    /// The id with this number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number itself.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// When the thing with this id was made, to the millisecond.
    #[must_use]
    pub fn created_at(self) -> DateTime<Utc> {
        let ms = i64::try_from(self.0 >> 22).unwrap_or_default() + DISCORD_EPOCH_MS;
        Utc.timestamp_millis_opt(ms).single().unwrap_or_default()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl From<u64> for Id {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl From<Id> for u64 {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Text(String),
            Number(u64),
        }
        match Written::deserialize(deserializer)? {
            Written::Text(text) => text.parse().map_err(de::Error::custom),
            Written::Number(number) => Ok(Self(number)),
        }
    }
}

/// Hands out ids that rise even when the clock is set back.
#[derive(Debug, Default)]
pub(crate) struct IdSource {
    last: u64,
}

impl IdSource {
    pub(crate) fn next(&mut self, now: DateTime<Utc>) -> Id {
        let ms = u64::try_from(now.timestamp_millis() - DISCORD_EPOCH_MS).unwrap_or_default();
        self.last = (ms << 22).max(self.last + 1);
        Id(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_even_when_the_clock_is_set_back() {
        let mut ids = IdSource::default();
        let late = Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).unwrap();
        let first = ids.next(late);
        let second = ids.next(late - chrono::TimeDelta::days(1));
        assert!(second > first);
        assert_eq!(first.created_at(), late);
    }

    #[test]
    fn an_id_is_read_from_a_string_and_from_a_number() {
        assert_eq!(serde_json::from_str::<Id>("\"7\"").unwrap(), Id(7));
        assert_eq!(serde_json::from_str::<Id>("7").unwrap(), Id(7));
        assert_eq!(serde_json::to_string(&Id(7)).unwrap(), "\"7\"");
    }
}
