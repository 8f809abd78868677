//! Puts the rooms together and takes them apart again: store, services, Discord, courier, ticks, health. No logic.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{ClientBuilder, ShardManager};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::discord::connect::{self, ConnectError};
use crate::discord::{self, Bot, courier};
use crate::health::{self, HealthError};
use crate::job::{self, JobError};
use crate::service::Services;
use crate::store::{OpenError, Store};

/// How long the gateway may take to say goodbye.
const FAREWELL: Duration = Duration::from_secs(3);

/// How long work that has begun may take to end.
const LAST_WORK: Duration = Duration::from_secs(10);

/// Why the bot did not start, or stopped by itself: one sentence that names the setting where one is to blame.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A setting cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// Discord cannot be used.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The health address cannot be used.
    #[error(transparent)]
    Health(#[from] HealthError),
    /// The heartbeat could not be set up.
    #[error(transparent)]
    Job(#[from] JobError),
    /// The connection ended for good.
    #[error("the connection to Discord ended: {0}")]
    Gateway(serenity::Error),
    /// A part that should run as long as the bot does ended.
    #[error("{0} ended by itself, so the bot stops; the log says more")]
    Ended(&'static str),
}

/// A bot that runs.
pub struct App {
    services: Arc<Services>,
    shards: Arc<ShardManager>,
    gateway: JoinHandle<Result<(), serenity::Error>>,
    stop: watch::Sender<bool>,
    workers: Vec<Worker>,
}

/// A part that runs as long as the bot does, and what it is called.
type Worker = (&'static str, JoinHandle<()>);

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

/// Runs the bot until `stop` ends, then stops it in good order.
pub async fn run(config: Config, clock: Arc<dyn Clock>, stop: impl Future<Output = ()> + Send) -> Result<(), RunError> {
    tokio::pin!(stop);
    let mut app = tokio::select! {
        app = App::start(config, clock) => app?,
        () = &mut stop => return Ok(()),
    };
    let ended = tokio::select! {
        ended = app.ended() => Err(ended),
        () = &mut stop => Ok(()),
    };
    app.stop().await;
    ended
}

impl App {
    /// Opens the database, registers the commands, connects, and starts to tick.
    pub async fn start(config: Config, clock: Arc<dyn Clock>) -> Result<Self, RunError> {
        config.check()?;
        let listener = health::listen(&config).await?;
        let services = Arc::new(Services::new(Store::open(&config.database.path).await?, clock));
        let client = connect::client(&config)?;
        let http = connect::http(&config, client.clone());
        let gateway_url = connect::gateway(&http).await?;
        discord::command::register(&http).await?;
        let studio = Arc::new(discord::picture::Studio::default());
        let bot = Arc::new(Bot {
            services: Arc::clone(&services),
            client,
            studio: Arc::clone(&studio),
        });
        let mut gateway = ClientBuilder::new_with_http(http, discord::intents())
            .framework(discord::Doors::new(Arc::clone(&bot)))
            .await
            .map_err(RunError::Gateway)?;
        gateway.ws_url.lock().await.clone_from(&gateway_url);
        let http = Arc::clone(&gateway.http);
        let shards = Arc::clone(&gateway.shard_manager);

        let (stop, stopping) = watch::channel(false);
        let heartbeat = job::start(Arc::clone(&services), stopping.clone()).await?;
        let courier = tokio::spawn(courier::run(Arc::clone(&services), http, studio, stopping.clone()));
        let mut workers = vec![("the heartbeat", heartbeat), ("the courier", courier)];
        if let Some(listener) = listener {
            let health = tokio::spawn(health::serve(listener, Arc::clone(&shards), stopping));
            workers.push(("the health answer", health));
        }
        let gateway = tokio::spawn(async move { gateway.start_autosharded().await });
        Ok(Self {
            services,
            shards,
            gateway,
            stop,
            workers,
        })
    }

    /// Ends when the connection to Discord ended for good, or another part did; a bot that runs never does by itself.
    pub async fn ended(&mut self) -> RunError {
        tokio::select! {
            ended = &mut self.gateway => match ended {
                Ok(Err(error)) => RunError::Gateway(error),
                Ok(Ok(())) | Err(_) => RunError::Ended("the connection to Discord"),
            },
            name = first_ended(&mut self.workers) => RunError::Ended(name),
        }
    }

    /// Says goodbye, lets begun work end, and closes the database.
    pub async fn stop(self) {
        let goodbye = tokio::time::timeout(FAREWELL, self.shards.shutdown_all());
        if goodbye.await.is_err() {
            tracing::debug!("the gateway took too long to say goodbye");
        }
        self.gateway.abort();
        self.stop.send_replace(true);
        for (_, worker) in self.workers {
            if tokio::time::timeout(LAST_WORK, worker).await.is_err() {
                tracing::warn!("some work did not end in time; it goes on at the next start");
            }
        }
        self.services.close().await;
    }

    /// The use cases, for a host that shows more than chat does.
    #[must_use]
    pub fn services(&self) -> &Arc<Services> {
        &self.services
    }
}

/// The name of the first worker that ends, which is then no longer among them.
async fn first_ended(workers: &mut Vec<Worker>) -> &'static str {
    let (_, place, _) = futures::future::select_all(workers.iter_mut().map(|(_, worker)| worker)).await;
    workers.remove(place).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_worker_that_breaks_is_noticed_and_the_others_can_still_be_awaited() {
        let (stop, mut stopping) = watch::channel(false);
        let lasting = tokio::spawn(async move { drop(stopping.wait_for(|stop| *stop).await) });
        let breaking = tokio::spawn(async { panic!("a defect") });
        let mut workers = vec![("the heartbeat", lasting), ("the courier", breaking)];
        assert_eq!(first_ended(&mut workers).await, "the courier");
        stop.send_replace(true);
        assert_eq!(first_ended(&mut workers).await, "the heartbeat");
        assert!(workers.is_empty());
    }
}
