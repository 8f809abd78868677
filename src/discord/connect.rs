//! The one way to Discord: the HTTP client that serenity and the attachment reader share, and the questions that are
//! asked before the gateway is dialled. Called by `app` at start.

use std::time::Duration;

use serenity::all::{CreateAllowedMentions, Http, HttpBuilder, HttpError};

use crate::config::{Config, ConfigError};

/// The hosts of Discord that the bot talks to over HTTPS.
const HOSTS: [&str; 3] = ["discord.com", "cdn.discordapp.com", "media.discordapp.net"];

/// How long one request may take before it is given up.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Why there is no connection: one sentence.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Discord does not know the token.
    #[error(
        "discord.token (DISCORD_TOKEN): Discord does not accept this token; copy it anew from the Bot page of your application"
    )]
    Token,
    /// The certificate file cannot be used.
    #[error("discord.root_certificate (DISCORD_ROOT_CERTIFICATE): {path} cannot be used: {reason}")]
    Certificate {
        /// The file.
        path: String,
        /// The reason.
        reason: String,
    },
    /// The settings are wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The client could not be made.
    #[error("the HTTPS client cannot be made: {0}")]
    Client(#[from] reqwest::Error),
    /// Discord refused something that the bot cannot do without.
    #[error("Discord refused to let the bot start: {0}")]
    Refused(Box<serenity::Error>),
}

/// The HTTPS client: Discord's hosts only ever mean `discord.connect_to` where that is set.
pub fn client(config: &Config) -> Result<reqwest::Client, ConnectError> {
    let mut builder = reqwest::Client::builder()
        .use_rustls_tls()
        .timeout(TIMEOUT)
        .connect_timeout(TIMEOUT / 3)
        .redirect(reqwest::redirect::Policy::none());
    if let Some(address) = config.connect_to()? {
        builder = builder.no_proxy();
        for host in HOSTS {
            builder = builder.resolve(host, address);
        }
    }
    let path = &config.discord.root_certificate;
    if !path.as_os_str().is_empty() {
        builder = builder.add_root_certificate(certificate(path)?);
    }
    Ok(builder.build()?)
}

fn certificate(path: &std::path::Path) -> Result<reqwest::Certificate, ConnectError> {
    let refused = |reason: String| ConnectError::Certificate {
        path: path.display().to_string(),
        reason,
    };
    let pem = std::fs::read(path).map_err(|error| refused(error.to_string()))?;
    reqwest::Certificate::from_pem(&pem).map_err(|error| refused(error.to_string()))
}

/// serenity's HTTP, rate limiter on, no mention allowed unless a message says so.
#[must_use]
pub fn http(config: &Config, client: reqwest::Client) -> Http {
    HttpBuilder::new(config.discord.token.expose())
        .client(client)
        .default_allowed_mentions(CreateAllowedMentions::new())
        .build()
}

/// The gateway's address as Discord gives it. Asked before serenity asks, which would dial the real one when this
/// answer fails.
pub async fn gateway(http: &Http) -> Result<String, ConnectError> {
    Ok(persist(|| http.get_bot_gateway()).await?.url)
}

/// What Discord answers to a request the bot cannot start without: repeated while Discord is out of reach, given up
/// when Discord refuses it.
pub async fn persist<T, Asked>(ask: impl Fn() -> Asked) -> Result<T, ConnectError>
where
    Asked: Future<Output = serenity::Result<T>>,
{
    let mut pause = Duration::from_secs(1);
    loop {
        match ask().await {
            Ok(answer) => return Ok(answer),
            Err(error) => match status(&error) {
                Some(401) => return Err(ConnectError::Token),
                Some(code @ 400..=499) if code != 429 => return Err(ConnectError::Refused(Box::new(error))),
                _ => tracing::warn!(%error, "Discord is out of reach; trying again in {} s", pause.as_secs()),
            },
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_mins(1));
    }
}

/// The HTTP status of a refused request.
#[must_use]
pub fn status(error: &serenity::Error) -> Option<u16> {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => Some(response.status_code.as_u16()),
        _ => None,
    }
}

/// Discord's own code of a refused request (50013: missing permissions).
#[must_use]
pub fn code(error: &serenity::Error) -> Option<isize> {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => Some(response.error.code),
        _ => None,
    }
}

/// Whether a request did not even reach Discord.
#[must_use]
pub fn never_sent(error: &serenity::Error) -> bool {
    match error {
        serenity::Error::Http(HttpError::Request(error)) => error.is_connect(),
        _ => false,
    }
}
