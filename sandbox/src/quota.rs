//! So many in so long, by the sandbox's clock: what Discord allows per hour or per day rather than per second.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use chrono::{DateTime, TimeDelta, Utc};

/// Counts what was done lately.
#[derive(Debug)]
pub(crate) struct Quota {
    most: usize,
    span: TimeDelta,
    taken: VecDeque<DateTime<Utc>>,
}

impl Quota {
    pub(crate) fn new(most: usize, span: TimeDelta) -> Self {
        Self {
            most,
            span,
            taken: VecDeque::new(),
        }
    }

    /// Takes one, or says how long there is none.
    pub(crate) fn take(&mut self, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        if self.most == usize::MAX {
            return Ok(());
        }
        self.forget(now);
        if self.taken.len() < self.most {
            self.taken.push_back(now);
            return Ok(());
        }
        let first = self.taken.front().copied().unwrap_or(now);
        Err((first + self.span - now).clamp(TimeDelta::milliseconds(1), self.span))
    }

    /// How many are left, and how long until the first that was taken counts no more.
    pub(crate) fn left(&mut self, now: DateTime<Utc>) -> (usize, TimeDelta) {
        self.forget(now);
        let reset = self.taken.front().map_or(self.span, |first| *first + self.span - now);
        (self.most - self.taken.len(), reset.min(self.span))
    }

    fn forget(&mut self, now: DateTime<Utc>) {
        while self.taken.front().is_some_and(|first| now - *first >= self.span) {
            self.taken.pop_front();
        }
    }
}

/// A quota for each of many, those that are not in use forgotten.
#[derive(Debug)]
pub(crate) struct Quotas<K> {
    most: usize,
    span: TimeDelta,
    each: HashMap<K, Quota>,
    swept_at: usize,
}

impl<K: Eq + Hash> Quotas<K> {
    pub(crate) fn new(most: usize, span: TimeDelta) -> Self {
        Self {
            most,
            span,
            each: HashMap::new(),
            swept_at: 1000,
        }
    }

    /// Takes one of `key`'s, or says how long there is none.
    pub(crate) fn take(&mut self, key: K, now: DateTime<Utc>) -> Result<(), TimeDelta> {
        if self.each.len() >= self.swept_at {
            self.each.retain(|_, quota| {
                quota.forget(now);
                !quota.taken.is_empty()
            });
            self.swept_at = 1000 + 2 * self.each.len();
        }
        let (most, span) = (self.most, self.span);
        self.each.entry(key).or_insert_with(|| Quota::new(most, span)).take(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_comes_back_after_its_time() {
        let noon: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        let minute = TimeDelta::minutes(1);
        let mut quota = Quota::new(2, minute * 10);
        assert_eq!(quota.take(noon), Ok(()));
        assert_eq!(quota.take(noon + minute), Ok(()));
        assert_eq!(quota.take(noon + minute * 2), Err(minute * 8));
        assert_eq!(quota.left(noon + minute * 10), (1, minute));
        assert_eq!(quota.take(noon + minute * 10), Ok(()));
        assert_eq!(quota.take(noon + minute * 10), Err(minute));
    }

    #[test]
    fn each_has_a_quota_of_its_own() {
        let noon: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        let mut quotas = Quotas::new(1, TimeDelta::hours(1));
        for key in 0..3000 {
            assert_eq!(quotas.take(key, noon), Ok(()));
            assert!(quotas.take(key, noon).is_err());
        }
        let later = noon + TimeDelta::hours(1);
        for key in 3000..9000 {
            assert_eq!(quotas.take(key, later), Ok(()));
        }
        assert_eq!(quotas.each.len(), 6000, "the others were forgotten");
    }
}
