//! How often sessions may be started: so many at once every five seconds, and so many in a day.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

use crate::quota::Quota;

/// How often the shards of one bucket may identify.
const EVERY: Duration = Duration::from_secs(5);

/// What an Identify is to the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Fine,
    /// Too soon after the last one of its bucket: an invalid session.
    TooSoon,
    /// One too many in this day: all sessions end, and the token is void.
    Exhausted,
}

/// Counts the sessions that were started.
#[derive(Debug)]
pub(crate) struct Starts {
    pub(crate) a_day: usize,
    pub(crate) at_once: u64,
    spaced: bool,
    last: HashMap<u64, Instant>,
    today: Quota,
}

impl Starts {
    /// `at_once` buckets; without `spaced` nothing is too soon.
    pub(crate) fn new(a_day: usize, at_once: u64, spaced: bool) -> Self {
        Self {
            a_day,
            at_once: at_once.max(1),
            spaced,
            last: HashMap::new(),
            today: Quota::new(a_day, TimeDelta::days(1)),
        }
    }

    /// Notes an Identify of this shard.
    pub(crate) fn note(&mut self, shard: u64, now: DateTime<Utc>) -> Start {
        let bucket = shard % self.at_once;
        let soon = self.last.get(&bucket).is_some_and(|last| last.elapsed() < EVERY);
        if self.spaced && soon {
            return Start::TooSoon;
        }
        self.last.insert(bucket, Instant::now());
        if self.today.take(now).is_err() {
            return Start::Exhausted;
        }
        Start::Fine
    }

    /// How many are left today, and the milliseconds until there are more.
    pub(crate) fn left(&mut self, now: DateTime<Utc>) -> (usize, i64) {
        let (left, reset) = self.today.left(now);
        (left, reset.num_milliseconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_each_bucket_may_identify_in_five_seconds() {
        let noon = "2026-11-30T12:00:00Z".parse().unwrap();
        let mut starts = Starts::new(1000, 2, true);
        let noted = [0, 1, 2, 3].map(|shard| starts.note(shard, noon));
        assert_eq!(noted, [Start::Fine, Start::Fine, Start::TooSoon, Start::TooSoon]);
        assert_eq!(starts.left(noon).0, 998);
    }

    #[test]
    fn a_thousand_sessions_may_be_started_in_a_day() {
        let noon: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        let mut starts = Starts::new(1000, 1, false);
        assert!((0..1000).all(|_| starts.note(0, noon) == Start::Fine));
        assert_eq!(starts.note(0, noon), Start::Exhausted);
        assert_eq!(starts.note(0, noon + TimeDelta::days(1)), Start::Fine);
    }
}
