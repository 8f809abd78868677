//! The bot inside the demo: the shipped program's `app`, told to find Discord in the sandbox and the time on its clock.

use std::path::Path;

use chrono::{DateTime, Utc};
use sandbox::Sandbox;

/// Why the bot did not start.
#[derive(Debug, thiserror::Error)]
pub enum BotError {
    /// The sandbox's root certificate could not be written.
    #[error("the sandbox's certificate could not be written: {0}")]
    Certificate(#[from] std::io::Error),
}

/// The running bot.
pub struct Bot {}

/// Looks ahead in the bot's plans.
#[derive(Clone, Debug)]
pub struct Outlook {}

impl Bot {
    /// Starts the bot on this database; `folder` takes the sandbox's root certificate.
    pub async fn start(sandbox: &Sandbox, database: &Path, folder: &Path) -> Result<Self, BotError> {
        let _ = (sandbox, database);
        std::fs::write(folder.join("sandbox.pem"), sandbox.root_certificate())?;
        Ok(Self {})
    }

    /// What looks ahead in this bot's plans.
    pub fn outlook(&self) -> Outlook {
        Outlook {}
    }

    /// Stops the bot in good order.
    pub async fn stop(self) {}
}

impl Outlook {
    /// The next instant at which the bot has something to do.
    pub async fn next(&self) -> Option<DateTime<Utc>> {
        None
    }
}
