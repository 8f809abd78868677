//! Rate limits: a bucket per route and resource, and one for the whole bot. They go by real time,
//! since that is what the bot's limiter waits by.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How hard the rate limits are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RateLimits {
    /// None, and no headers.
    Off,
    /// Discord's shape, but so many requests per bucket that a test is not slowed: 50 per second.
    #[default]
    Generous,
    /// About what Discord gives: 5 messages per 5 seconds and channel, 50 requests per second in all.
    Real,
    /// One request per half second and bucket, to see a bot wait.
    Tight,
}

impl RateLimits {
    /// Requests per window, and the window.
    fn bucket(self, route: &str) -> (u32, Duration) {
        match self {
            Self::Off => (u32::MAX, Duration::from_secs(1)),
            Self::Generous => (50, Duration::from_secs(1)),
            Self::Tight => (1, Duration::from_millis(500)),
            Self::Real if route.ends_with("/messages") || route.contains("webhooks") => (5, Duration::from_secs(5)),
            Self::Real => (10, Duration::from_secs(5)),
        }
    }

    /// How many edits of messages older than an hour a channel takes in an hour.
    pub(crate) fn old_edits(self) -> usize {
        match self {
            Self::Off => usize::MAX,
            Self::Generous => 1000,
            Self::Real => 30,
            Self::Tight => 3,
        }
    }

    /// How many direct channels may be opened in ten minutes.
    pub(crate) fn new_directs(self) -> usize {
        match self {
            Self::Off => usize::MAX,
            Self::Generous => 1000,
            Self::Real => 50,
            Self::Tight => 3,
        }
    }
}

/// How many requests a bot may send in a second.
const GLOBAL: u32 = 50;
/// No window is longer.
const LONGEST_WINDOW: Duration = Duration::from_secs(5);

#[derive(Debug)]
struct Window {
    began: Instant,
    used: u32,
}

impl Window {
    /// Takes one, if one is left; and how many are left and when it begins anew.
    fn take(&mut self, limit: u32, length: Duration, now: Instant) -> (bool, u32, Duration) {
        if now.duration_since(self.began) >= length {
            self.began = now;
            self.used = 0;
        }
        let allowed = self.used < limit;
        if allowed {
            self.used += 1;
        }
        (
            allowed,
            limit - self.used,
            (self.began + length).saturating_duration_since(now),
        )
    }
}

/// Whose limit was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    User,
    Global,
    /// Everybody's together; it does not count against the bot.
    Shared,
}

/// What the limiter says to a request.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) allowed: bool,
    pub(crate) scope: Scope,
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    pub(crate) reset_after: Duration,
    pub(crate) bucket: String,
}

pub(crate) struct Limiter {
    mode: RateLimits,
    windows: Mutex<Windows>,
}

struct Windows {
    each: HashMap<String, Window>,
    swept_at: usize,
}

impl Windows {
    /// Forgets windows that are over, whenever there are twice as many as were left the last time.
    fn sweep(&mut self, now: Instant) {
        if self.each.len() < self.swept_at {
            return;
        }
        self.each
            .retain(|_, window| now.duration_since(window.began) < LONGEST_WINDOW);
        self.swept_at = 1024 + 2 * self.each.len();
    }
}

impl Verdict {
    /// A limit that everybody shares was reached.
    pub(crate) fn shared(reset_after: Duration, route: &str) -> Self {
        Self {
            allowed: false,
            scope: Scope::Shared,
            limit: 5,
            remaining: 0,
            reset_after,
            bucket: hash(route),
        }
    }
}

impl Limiter {
    pub(crate) fn new(mode: RateLimits) -> Self {
        Self {
            mode,
            windows: Mutex::new(Windows {
                each: HashMap::new(),
                swept_at: 1024,
            }),
        }
    }

    /// The verdict on a request, which is counted; `None` where nothing is limited.
    pub(crate) fn take(&self, route: &str, resource: &str, counts_globally: bool) -> Option<Verdict> {
        if self.mode == RateLimits::Off {
            return None;
        }
        let now = Instant::now();
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        windows.sweep(now);
        let new = || Window { began: now, used: 0 };
        if counts_globally {
            let window = windows.each.entry("global".to_owned()).or_insert_with(new);
            let (allowed, _, reset_after) = window.take(GLOBAL, Duration::from_secs(1), now);
            if !allowed {
                let bucket = String::new();
                return Some(Verdict {
                    allowed,
                    scope: Scope::Global,
                    limit: GLOBAL,
                    remaining: 0,
                    reset_after,
                    bucket,
                });
            }
        }
        let (limit, length) = self.mode.bucket(route);
        let window = windows.each.entry(format!("{route} {resource}")).or_insert_with(new);
        let (allowed, remaining, reset_after) = window.take(limit, length, now);
        Some(Verdict {
            allowed,
            scope: Scope::User,
            limit,
            remaining,
            reset_after,
            bucket: hash(route),
        })
    }
}

/// A bucket's name: opaque, and the same for the same route.
fn hash(route: &str) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in route.bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{sum:016x}{:016x}", sum.rotate_left(17))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_is_used_up_for_its_own_resource_only() {
        let limiter = Limiter::new(RateLimits::Tight);
        assert!(limiter.take("POST /channels/messages", "1", true).unwrap().allowed);
        let second = limiter.take("POST /channels/messages", "1", true).unwrap();
        assert!(!second.allowed && second.scope == Scope::User && second.reset_after > Duration::ZERO);
        assert!(limiter.take("POST /channels/messages", "2", true).unwrap().allowed);
    }

    #[test]
    fn buckets_that_are_over_are_forgotten() {
        let limiter = Limiter::new(RateLimits::Generous);
        for n in 0..5000 {
            limiter.take("POST /interactions/callback", &n.to_string(), false);
        }
        let mut windows = limiter.windows.lock().unwrap();
        assert_eq!(windows.each.len(), 5000);
        windows.swept_at = 0;
        windows.sweep(Instant::now() + LONGEST_WINDOW);
        assert!(windows.each.is_empty());
    }

    #[test]
    fn the_global_limit_is_fifty_a_second_and_spares_interactions() {
        let limiter = Limiter::new(RateLimits::Generous);
        for n in 0..50 {
            assert!(limiter.take("GET /x", &n.to_string(), true).unwrap().allowed);
        }
        let last = limiter.take("GET /x", "51", true).unwrap();
        assert!(!last.allowed && last.scope == Scope::Global);
        assert!(limiter.take("POST /interactions/callback", "1", false).unwrap().allowed);
    }
}
