//! The ban of an address that keeps sending what is refused: so many answers with 401, 403 or 429 in ten minutes.
//! Only the REST pipeline asks it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::quota::Quota;

/// The time in which refusals are counted, and that a ban lasts.
const SPAN: TimeDelta = TimeDelta::minutes(10);

#[derive(Debug)]
struct Refused {
    lately: Quota,
    banned_until: Option<DateTime<Utc>>,
}

/// Counts refusals, and bans.
#[derive(Debug)]
pub(crate) struct Ban {
    refused: Mutex<Refused>,
}

impl Ban {
    /// A ban with the `most`th refusal.
    pub(crate) fn after(most: usize) -> Self {
        Self {
            refused: Mutex::new(Refused {
                lately: Quota::new(most, SPAN),
                banned_until: None,
            }),
        }
    }

    /// How long the ban lasts, when there is one.
    pub(crate) fn left(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let left = self.refused().banned_until? - now;
        (left > TimeDelta::zero()).then_some(left.min(SPAN))
    }

    /// Counts the answer, if it is one that counts.
    pub(crate) fn count(&self, status: u16, now: DateTime<Utc>) {
        if !matches!(status, 401 | 403 | 429) {
            return;
        }
        let mut refused = self.refused();
        let full = refused.lately.take(now).is_err() || refused.lately.left(now).0 == 0;
        if full {
            refused.banned_until = Some(now + SPAN);
        }
    }

    fn refused(&self) -> MutexGuard<'_, Refused> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_refusals_in_ten_minutes_are_a_ban_of_ten_minutes() {
        let noon: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        let ban = Ban::after(10_000);
        for _ in 0..9_999 {
            ban.count(403, noon);
        }
        ban.count(404, noon);
        ban.count(200, noon);
        assert_eq!(ban.left(noon), None);
        ban.count(401, noon);
        assert_eq!(ban.left(noon + TimeDelta::minutes(1)), Some(TimeDelta::minutes(9)));
        assert_eq!(ban.left(noon + SPAN), None);
        ban.count(429, noon + SPAN);
        assert_eq!(ban.left(noon + SPAN), None, "the old ones count no more");
    }
}
