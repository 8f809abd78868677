//! The settings of the process: a TOML file, overridden by the environment, checked whole at start. Secrets never show
//! in an error, a log line or a debug print.

mod environment;

use std::collections::HashMap;
use std::fmt;
use std::net::{SocketAddr, ToSocketAddrs};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use environment::OVERRIDES;
pub use environment::environment;

/// The file that is read when none is named and it exists.
pub const DEFAULT_FILE: &str = "config.toml";

/// Every setting; `config.example.toml` lists them with their defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// How Discord is reached.
    pub discord: Discord,
    /// Where scorecards are kept.
    pub database: Database,
    /// What is written to the log.
    pub log: Log,
    /// The address that tells whether the bot is alive.
    pub health: Health,
}

/// How Discord is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Discord {
    /// The bot token of the application; required.
    pub token: Secret,
    /// `host:port` that stands for Discord's hosts instead of them; empty: Discord itself.
    pub connect_to: String,
    /// PEM file of a root certificate that is trusted as well; empty: none.
    pub root_certificate: PathBuf,
}

/// Where scorecards are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// The `SQLite` file; made if it does not exist.
    pub path: PathBuf,
}

impl Default for Database {
    fn default() -> Self {
        Self {
            path: PathBuf::from("scorecard-bot.db"),
        }
    }
}

/// What is written to the log (standard error).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `text` for people, `json` for collectors.
    pub format: LogFormat,
    /// Which events: a `tracing` filter, such as `warn` or `scorecard_bot=debug,warn`.
    pub filter: String,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            format: LogFormat::Text,
            filter: "scorecard_bot=info,warn".to_owned(),
        }
    }
}

/// The form of a log line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// One readable line an event.
    #[default]
    Text,
    /// One JSON object an event.
    Json,
}

/// The address that tells whether the bot is alive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Health {
    /// `host:port` of an HTTP answer to `GET /health`; empty: none.
    pub address: String,
}

/// A text that is never printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The secret itself, for the one place that needs it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "(not set)" } else { "(set)" })
    }
}

/// Why the settings cannot be used: one sentence that names the setting.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The named file cannot be read.
    #[error("the settings file {path} cannot be read: {reason}", path = .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: std::io::Error,
    },
    /// The file is not TOML, has a key that does not exist, or a value of the wrong kind.
    #[error("the settings file {path} is wrong: {reason}", path = .path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What and where, without the text of the line (it may be the token).
        reason: String,
    },
    /// A setting has a value that cannot be used.
    #[error("{setting}: {reason}")]
    Setting {
        /// The key and its variable.
        setting: &'static str,
        /// What is wrong and what is accepted.
        reason: String,
    },
}

fn setting(setting: &'static str, reason: impl Into<String>) -> ConfigError {
    ConfigError::Setting {
        setting,
        reason: reason.into(),
    }
}

impl Config {
    /// Reads the named file (or [`DEFAULT_FILE`] where it exists), then the environment, and checks the whole.
    pub fn load(file: Option<&Path>, environment: &HashMap<String, String>) -> Result<Self, ConfigError> {
        let config = Self::read(file, environment)?;
        config.check()?;
        Ok(config)
    }

    /// As [`Config::load`], but without the check: for what needs no token.
    pub fn read(file: Option<&Path>, environment: &HashMap<String, String>) -> Result<Self, ConfigError> {
        let mut config = match file {
            Some(path) => Self::from_file(path)?,
            None if Path::new(DEFAULT_FILE).exists() => Self::from_file(Path::new(DEFAULT_FILE))?,
            None => Self::default(),
        };
        for (name, put) in OVERRIDES {
            if let Some(text) = environment.get(name).filter(|text| !text.is_empty()) {
                put(&mut config, text.clone())?;
            }
        }
        Ok(config)
    }

    fn from_file(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path).map_err(|reason| ConfigError::Unreadable {
            path: path.to_owned(),
            reason,
        })?;
        toml::from_str(&text).map_err(|error| ConfigError::Malformed {
            path: path.to_owned(),
            reason: describe(&error, &text),
        })
    }

    /// Checks what can be checked without acting on it.
    pub fn check(&self) -> Result<(), ConfigError> {
        let token = self.discord.token.expose();
        if token.is_empty() {
            return Err(setting(
                "discord.token (DISCORD_TOKEN)",
                "not set; put the bot token of your Discord application there",
            ));
        }
        if token.split('.').count() != 3 || !token.chars().all(|c| c.is_ascii_graphic()) {
            return Err(setting(
                "discord.token (DISCORD_TOKEN)",
                "this is not a bot token: it has three parts with dots between, from the Bot page of your application",
            ));
        }
        if self.database.path.as_os_str().is_empty() {
            return Err(setting("database.path (DATABASE_PATH)", "empty; name a file"));
        }
        self.log
            .filter
            .parse::<tracing_subscriber::EnvFilter>()
            .map_err(|error| setting("log.filter (LOG_FILTER)", format!("{error}; for example `info`")))?;
        self.connect_to()?;
        self.health_address()?;
        Ok(())
    }

    /// The address that stands for Discord's hosts, if one is set.
    pub fn connect_to(&self) -> Result<Option<SocketAddr>, ConfigError> {
        address("discord.connect_to (DISCORD_CONNECT_TO)", &self.discord.connect_to)
    }

    /// The address of the health answer, if one is set.
    pub fn health_address(&self) -> Result<Option<SocketAddr>, ConfigError> {
        address("health.address (HEALTH_ADDRESS)", &self.health.address)
    }
}

fn address(name: &'static str, text: &str) -> Result<Option<SocketAddr>, ConfigError> {
    if text.is_empty() {
        return Ok(None);
    }
    text.to_socket_addrs()
        .ok()
        .and_then(|mut found| found.next())
        .map(Some)
        .ok_or_else(|| {
            setting(
                name,
                format!("`{text}` is not an address; write host:port, for example 127.0.0.1:8787"),
            )
        })
}

/// The parser's message and line, never the line itself.
fn describe(error: &toml::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map(|before| before.matches('\n').count() + 1);
    match line {
        Some(line) => format!("line {line}: {}", error.message()),
        None => error.message().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "aaa.bbb.ccc";

    fn environment(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs.iter().map(|&(k, v)| (k.to_owned(), v.to_owned())).collect()
    }

    fn load(text: &str, pairs: &[(&str, &str)]) -> Result<Config, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, text).unwrap();
        Config::load(Some(&path), &environment(pairs)).map_err(|error| error.to_string())
    }

    #[test]
    fn a_token_in_the_environment_is_enough() {
        let config = Config::load(None, &environment(&[("DISCORD_TOKEN", TOKEN)])).unwrap();
        assert_eq!(config.discord.token.expose(), TOKEN);
        assert_eq!(config.database, Database::default());
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = "[discord]\ntoken = 'x.y.z'\n[database]\npath = 'a.db'";
        let config = load(file, &[("DATABASE_PATH", "b.db")]).unwrap();
        assert_eq!(config.discord.token.expose(), "x.y.z");
        assert_eq!(config.database.path, PathBuf::from("b.db"));
    }

    #[test]
    fn the_example_lists_every_setting_with_its_default() {
        let example = include_str!("../config.example.toml");
        let parsed: toml::Table = toml::from_str(example).unwrap();
        let coded = toml::Table::try_from(Config::default()).unwrap();
        assert_eq!(parsed, coded);
        for (name, _) in OVERRIDES {
            assert!(example.contains(name), "config.example.toml does not name {name}");
        }
    }

    #[test]
    fn every_wrong_setting_is_named() {
        let check = |file: &str, pairs: &[(&str, &str)], part: &str| {
            let said = load(file, pairs).unwrap_err();
            assert!(said.contains(part), "{said:?} does not contain {part:?}");
        };
        let token = ("DISCORD_TOKEN", TOKEN);
        check("", &[], "discord.token (DISCORD_TOKEN)");
        check("", &[("DISCORD_TOKEN", "secret")], "not a bot token");
        check("", &[("DISCORD_TOKEN", "ä.b.c")], "not a bot token");
        check("[discord]\ntokne = 'x'", &[], "line 2: unknown field `tokne`");
        check("[log]\nformat = 'xml'", &[token], "line 2");
        check("", &[token, ("LOG_FORMAT", "xml")], "`text` or `json`");
        check("", &[token, ("LOG_FILTER", "a=b=c")], "log.filter");
        check("", &[token, ("HEALTH_ADDRESS", "nowhere")], "health.address");
        check("", &[token, ("DISCORD_CONNECT_TO", "127.0.0.1")], "discord.connect_to");
    }

    #[test]
    fn a_secret_never_shows() {
        let config = load("", &[("DISCORD_TOKEN", "very.secret.token")]).unwrap();
        assert!(!format!("{config:?}").contains("secret"));
        let said = load("[discord]\ntoken = 'very.secret.token", &[]).unwrap_err();
        assert!(!said.contains("secret"), "{said}");
        let said = load("[discord]\ntoken = very.secret.token", &[]).unwrap_err();
        assert!(!said.contains("secret"), "{said}");
        let said = load("", &[("DISCORD_TOKEN", "very secret")]).unwrap_err();
        assert!(!said.contains("secret"), "{said}");
    }

    #[test]
    fn a_token_may_come_with_a_line_end() {
        let config = load("", &[("DISCORD_TOKEN", "aaa.bbb.ccc\n")]).unwrap();
        assert_eq!(config.discord.token.expose(), TOKEN);
    }
}
