//! The use cases: authorise → load → decide → save, each in one transaction. Called by `discord` and `job`; speaks to
//! nobody: what is to be said becomes a notice in the same transaction as the change.

pub mod access;
pub mod actual;
pub mod alert;
pub mod archive;
pub mod audit;
pub mod away;
pub mod cascade;
pub mod checkin;
pub mod complete;
pub mod consent;
pub mod decision;
mod directory;
pub mod draft;
mod error;
pub mod export;
pub mod formula;
pub mod help;
pub mod import;
pub mod initiative;
pub mod kpi;
pub mod notice;
pub mod objective;
pub mod person;
pub mod perspective;
pub mod reader;
pub mod review;
pub mod scorecard;
pub mod server;
pub mod settings;
pub mod summary;
pub mod template;
pub mod trend;
pub mod why;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::store::{Store, Write};

pub use error::{AttachmentFault, Conflict, Error, Invalid, KpiExample, Need, NotFound, Noun, YearlyFault};

/// What a use case returns.
pub type Result<T> = std::result::Result<T, Error>;

/// What every use case works with.
pub struct Services {
    store: Store,
    clock: Arc<dyn Clock>,
    notices: Notify,
    cycle: Notify,
    directories: directory::Directories,
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Services").finish_non_exhaustive()
    }
}

impl Services {
    /// The use cases over a database and a clock.
    #[must_use]
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self {
            store,
            clock,
            notices: Notify::new(),
            cycle: Notify::new(),
            directories: directory::Directories::default(),
        }
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The clock, for what waits.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Ends when there may be a notice to deliver.
    pub async fn notice_written(&self) {
        self.notices.notified().await;
    }

    /// Ends when the next step of some review was moved by somebody: it may be due already.
    pub async fn cycle_changed(&self) {
        self.cycle.notified().await;
    }

    /// Ends all database connections.
    pub async fn close(&self) {
        self.store.close().await;
    }

    async fn read(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Sqlite>> {
        Ok(self.store.reader().await?)
    }

    async fn write(&self) -> Result<Write> {
        Ok(self.store.write().await?)
    }

    /// Keeps what a use case wrote, and wakes the courier.
    async fn keep(&self, write: Write) -> Result<()> {
        write.commit().await?;
        self.notices.notify_one();
        Ok(())
    }

    /// Keeps what a use case wrote that moves the next step of a review, and wakes the courier and the cycle.
    async fn keep_cycle(&self, write: Write) -> Result<()> {
        self.keep(write).await?;
        self.cycle.notify_one();
        Ok(())
    }
}

/// Who acts, or looks: made by a door from what Discord vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The server they act in.
    pub server: crate::domain::id::ServerId,
    /// Their row in that server.
    pub person: crate::domain::id::PersonId,
    /// Whether they have Manage Server, or the role chosen in `/settings`.
    pub administrator: bool,
    /// The roles they have, by Discord's ids; none where Discord was not asked.
    pub roles: Vec<i64>,
}
