//! The one place that reads the machine's clock. Everything else is handed a [`Clock`], so that a test or the demo can
//! move time and the bot notices at once.

use chrono::{DateTime, Utc};
use tokio::sync::watch;

/// Tells the time, and tells when it jumped.
pub trait Clock: Send + Sync + 'static {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;

    /// A receiver that changes whenever the clock was moved by hand; it never does on a machine's own clock.
    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>>;
}

/// The machine's clock.
#[derive(Debug)]
pub struct SystemClock {
    jumps: watch::Sender<DateTime<Utc>>,
}

impl SystemClock {
    /// The clock that production runs on.
    #[must_use]
    pub fn new() -> Self {
        Self {
            jumps: watch::Sender::new(DateTime::UNIX_EPOCH),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.jumps.subscribe()
    }
}
