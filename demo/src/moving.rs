//! Moves the sandbox's clock as the page asks: by an hour, a day, or to the bot's next event. On a longer way it
//! stops at each event in between and lets the bot act, so that everything happens at its own time.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sandbox::{Change, Sandbox};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Mutex;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

use crate::bot::Outlook;
use crate::host::Demo;

/// How long the bot may take for one event before the clock goes on.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often the bot is asked whether it is through.
const LOOK: Duration = Duration::from_millis(25);
/// How long nothing may happen in the sandbox before the bot counts as through.
const QUIET: Duration = Duration::from_millis(80);
/// How soon after a change the next event is looked up once more, and how often it is without a cause.
const AFTERWARDS: Duration = Duration::from_millis(200);
const HEARTBEAT: Duration = Duration::from_secs(2);

/// A way to move the clock.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Move {
    /// One hour on.
    Hour,
    /// One day on.
    Day,
    /// To the next instant at which the bot has something to do.
    Next,
}

/// Moves the clock, one request at a time.
pub struct Mover {
    sandbox: Sandbox,
    outlook: OnceLock<Outlook>,
    turn: Mutex<()>,
}

impl Mover {
    /// A mover that knows of no bot yet.
    pub fn new(sandbox: Sandbox) -> Self {
        Self {
            sandbox,
            outlook: OnceLock::new(),
            turn: Mutex::new(()),
        }
    }

    /// From now on the bot is asked what comes next.
    pub fn follow(&self, outlook: Outlook) {
        self.outlook.set(outlook).ok();
    }

    /// The bot's next event, if there is one.
    pub async fn next(&self) -> Option<DateTime<Utc>> {
        self.outlook.get()?.next().await
    }

    /// Moves; false when there is no next event to go to.
    pub async fn go(&self, way: Move) -> bool {
        let _turn = self.turn.lock().await;
        let now = self.sandbox.clock().now();
        let target = match way {
            Move::Hour => now + TimeDelta::hours(1),
            Move::Day => now + TimeDelta::days(1),
            Move::Next => match self.next().await {
                Some(next) => next.max(now),
                None => return false,
            },
        };
        self.walk(target).await;
        true
    }

    /// Moves to an instant by way of every event before it.
    pub async fn walk(&self, target: DateTime<Utc>) {
        let clock = self.sandbox.clock();
        while let Some(next) = self.next().await.filter(|next| *next <= target) {
            clock.set(next.max(clock.now()));
            if !self.settled(next).await {
                break;
            }
        }
        if clock.now() < target {
            clock.set(target);
        }
    }

    /// Waits until the bot looks beyond the event and nothing happens any more; false when it does not get there.
    async fn settled(&self, event: DateTime<Utc>) -> bool {
        let mut changes = self.sandbox.changes();
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let through = self.next().await.is_none_or(|next| next > event);
            let wait = if through { QUIET } else { LOOK };
            let quiet = tokio::time::timeout(wait, changes.recv()).await.is_err();
            if through && quiet {
                return true;
            }
        }
        tracing::warn!(
            "the bot is not through with its event of {event} after {} s",
            PATIENCE.as_secs()
        );
        false
    }
}

/// Tells the page the time and the next event: after each move, and whenever the next event is another one.
pub async fn announce(demo: Arc<Demo>) {
    let mut changes = demo.sandbox.changes();
    let mut stopping = demo.stopping.clone();
    let mut told = None;
    let mut pause = HEARTBEAT;
    loop {
        let moved = tokio::select! {
            change = changes.recv() => match change {
                Err(RecvError::Closed) => return,
                change => {
                    pause = AFTERWARDS;
                    matches!(change, Ok(Change::Clock { .. }))
                }
            },
            () = tokio::time::sleep(pause) => {
                pause = HEARTBEAT;
                false
            }
            _ = stopping.wait_for(|stop| *stop) => return,
        };
        let next = demo.mover.next().await;
        if moved || told != next {
            told = next;
            let now = demo.sandbox.clock().now();
            demo.events.send(&json!({ "type": "clock", "now": now, "next": next }));
        }
    }
}
