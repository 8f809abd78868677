//! The sandbox's clock: it runs like the machine's, and its owner can move it.
//! Every deadline of the sandbox (3 seconds, 15 minutes, nonces) is measured by it.

use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

/// A running clock with a movable offset. Clones show the same time.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
/// use chrono::TimeDelta;
/// let sandbox = sandbox::Sandbox::start(sandbox::Options::default()).await.unwrap();
/// let before = sandbox.clock().now();
/// sandbox.clock().advance(TimeDelta::days(1));
/// assert!(sandbox.clock().now() - before >= TimeDelta::days(1));
/// # });
/// ```
#[derive(Clone, Debug)]
pub struct Clock {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    started: Instant,
    started_at: DateTime<Utc>,
    offset: watch::Sender<TimeDelta>,
    moved: watch::Sender<DateTime<Utc>>,
}

impl Clock {
    /// A clock that shows `now`, or the machine's time, at this moment.
    pub(crate) fn starting_at(now: Option<DateTime<Utc>>) -> Self {
        let started_at = now.unwrap_or_else(machine_now);
        Self {
            shared: Arc::new(Shared {
                started: Instant::now(),
                started_at,
                offset: watch::Sender::new(TimeDelta::zero()),
                moved: watch::Sender::new(started_at),
            }),
        }
    }

    /// The time it shows.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.unmoved() + *self.shared.offset.borrow()
    }

    /// Moves it by `step` (backwards when negative) and tells all subscribers.
    pub fn advance(&self, step: TimeDelta) {
        self.shared.offset.send_modify(|offset| *offset += step);
        self.shared.moved.send_replace(self.now());
    }

    /// Moves it to `now` and tells all subscribers.
    pub fn set(&self, now: DateTime<Utc>) {
        let offset = now - self.unmoved();
        self.shared.offset.send_replace(offset);
        self.shared.moved.send_replace(self.now());
    }

    /// Changes whenever the clock is moved; holds the time right after the move.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.shared.moved.subscribe()
    }

    fn unmoved(&self) -> DateTime<Utc> {
        let run = TimeDelta::from_std(self.shared.started.elapsed()).unwrap_or_default();
        self.shared.started_at + run
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is where the sandbox reads the machine's time"
)]
fn machine_now() -> DateTime<Utc> {
    Utc::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_runs_and_can_be_moved_and_says_so() {
        let noon: DateTime<Utc> = "2026-11-30T12:00:00Z".parse().unwrap();
        let clock = Clock::starting_at(Some(noon));
        let mut seen = clock.subscribe();
        assert!(clock.now() >= noon);
        clock.advance(TimeDelta::hours(1));
        assert!(seen.has_changed().unwrap());
        assert!(*seen.borrow_and_update() >= noon + TimeDelta::hours(1));
        clock.set(noon);
        assert!(clock.now() - noon < TimeDelta::minutes(1));
    }
}
