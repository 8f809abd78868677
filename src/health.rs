//! Tells whether the bot is alive: `GET /health` answers 200 while every shard is connected, else 503. Also the question
//! that the `health` subcommand puts to it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use serenity::all::{ConnectionStage, ShardManager};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::config::{Config, ConfigError};

/// Why there is no answer about health: one sentence.
#[derive(Debug, thiserror::Error)]
pub enum HealthError {
    /// The address cannot be listened on.
    #[error("health.address (HEALTH_ADDRESS): {address} cannot be listened on: {reason}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's reason.
        reason: std::io::Error,
    },
    /// The setting is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// There is no address to ask.
    #[error("health.address (HEALTH_ADDRESS) is not set, so there is nothing to ask")]
    NotSet,
    /// The bot does not answer, or says that it is not well.
    #[error("the bot at {address} is not well: {reason}")]
    Unwell {
        /// The address.
        address: SocketAddr,
        /// What came back.
        reason: String,
    },
}

/// Takes the address, so that a taken one is found at start.
pub async fn listen(config: &Config) -> Result<Option<TcpListener>, HealthError> {
    let Some(address) = config.health_address()? else {
        return Ok(None);
    };
    let listener = TcpListener::bind(address)
        .await
        .map_err(|reason| HealthError::Listen { address, reason })?;
    Ok(Some(listener))
}

/// Answers until the bot stops.
pub async fn serve(listener: TcpListener, shards: Arc<ShardManager>, mut stopping: watch::Receiver<bool>) {
    let router = Router::new().route("/health", get(move || state(Arc::clone(&shards))));
    let stopped = async move {
        drop(stopping.wait_for(|stop| *stop).await);
    };
    if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
        tracing::error!(%error, "the health answer ended");
    }
}

async fn state(shards: Arc<ShardManager>) -> (StatusCode, &'static str) {
    let runners = shards.runners.lock().await;
    let connected = !runners.is_empty()
        && runners
            .values()
            .all(|runner| runner.stage == ConnectionStage::Connected);
    if connected {
        (StatusCode::OK, "connected\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not connected\n")
    }
}

/// Asks a running bot.
pub async fn ask(config: &Config) -> Result<(), HealthError> {
    let address = config.health_address()?.ok_or(HealthError::NotSet)?;
    let unwell = |reason: String| HealthError::Unwell { address, reason };
    let request = reqwest::Client::builder()
        .no_proxy()
        .timeout(Duration::from_secs(3))
        .build()
        .map_err(|error| unwell(error.to_string()))?
        .get(format!("http://{address}/health"));
    let response = request.send().await.map_err(|error| unwell(error.to_string()))?;
    let status = response.status();
    if status.is_success() {
        return Ok(());
    }
    let said = response.text().await.unwrap_or_default();
    Err(unwell(format!("{status}, {}", said.trim())))
}
