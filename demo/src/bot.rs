//! The bot inside the demo: the shipped program's `app`, told to find Discord in the sandbox and the time on its clock.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sandbox::Sandbox;
use scorecard_bot::app::{App, RunError};
use scorecard_bot::clock::Clock;
use scorecard_bot::config::{Config, Database, Discord, Secret};
use scorecard_bot::service::{Services, review};
use tokio::sync::watch;

/// Why the bot did not start.
#[derive(Debug, thiserror::Error)]
pub enum BotError {
    /// The sandbox's root certificate could not be written.
    #[error("the sandbox's certificate could not be written: {0}")]
    Certificate(#[from] std::io::Error),
    /// The bot itself says why.
    #[error(transparent)]
    Run(#[from] RunError),
}

/// The running bot.
pub struct Bot {
    app: App,
}

/// Looks ahead in the bot's plans.
#[derive(Clone, Debug)]
pub struct Outlook {
    services: Arc<Services>,
}

impl Bot {
    /// Starts the bot on this database; `folder` takes the sandbox's root certificate.
    pub async fn start(sandbox: &Sandbox, database: &Path, folder: &Path) -> Result<Self, BotError> {
        let root_certificate = folder.join("sandbox.pem");
        std::fs::write(&root_certificate, sandbox.root_certificate())?;
        let config = Config {
            discord: Discord {
                token: Secret::new(sandbox.token()),
                connect_to: sandbox.connect_to().to_string(),
                root_certificate,
            },
            database: Database {
                path: database.to_owned(),
            },
            ..Config::default()
        };
        let clock = SandboxClock(sandbox.clock().clone());
        Ok(Self {
            app: App::start(config, Arc::new(clock)).await?,
        })
    }

    /// What looks ahead in this bot's plans.
    pub fn outlook(&self) -> Outlook {
        Outlook {
            services: Arc::clone(self.app.services()),
        }
    }

    /// Stops the bot in good order.
    pub async fn stop(self) {
        self.app.stop().await;
    }
}

impl Outlook {
    /// The next instant at which the bot has something to do; one that is over means it is at it.
    pub async fn next(&self) -> Option<DateTime<Utc>> {
        let next = review::next_event_at(&self.services).await;
        next.inspect_err(|error| tracing::warn!("the next event cannot be told: {error:?}"))
            .ok()
            .flatten()
    }
}

/// The sandbox's clock as the bot knows clocks.
#[derive(Debug)]
struct SandboxClock(sandbox::Clock);

impl Clock for SandboxClock {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.0.subscribe()
    }
}
