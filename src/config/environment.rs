//! The settings that the environment may give, and where each goes. Called by `config` and, to read them, by `main`.

use std::collections::HashMap;

use super::{Config, ConfigError, LogFormat, Secret, setting};

/// The variables that are settings, as the process was given them.
pub fn environment() -> Result<HashMap<String, String>, ConfigError> {
    let given = OVERRIDES
        .iter()
        .filter_map(|(name, _)| Some((*name, std::env::var_os(name)?)));
    given
        .map(|(name, value)| match value.into_string() {
            Ok(text) => Ok((name.to_owned(), text)),
            Err(_) => Err(setting(name, "this is not UTF-8 text")),
        })
        .collect()
}

/// Where a setting comes from in the environment, and how it is put in place.
type Override = (&'static str, fn(&mut Config, String) -> Result<(), ConfigError>);

/// Every variable; `config.example.toml` names each beside its key.
pub(super) const OVERRIDES: [Override; 7] = [
    ("DISCORD_TOKEN", |config, text| {
        config.discord.token = Secret::new(text.trim());
        Ok(())
    }),
    ("DISCORD_CONNECT_TO", |config, text| {
        config.discord.connect_to = text;
        Ok(())
    }),
    ("DISCORD_ROOT_CERTIFICATE", |config, text| {
        config.discord.root_certificate = text.into();
        Ok(())
    }),
    ("DATABASE_PATH", |config, text| {
        config.database.path = text.into();
        Ok(())
    }),
    ("LOG_FORMAT", |config, text| {
        config.log.format = match text.as_str() {
            "text" => LogFormat::Text,
            "json" => LogFormat::Json,
            _ => {
                return Err(setting(
                    "log.format (LOG_FORMAT)",
                    format!("`{text}` is not known; write `text` or `json`"),
                ));
            }
        };
        Ok(())
    }),
    ("LOG_FILTER", |config, text| {
        config.log.filter = text;
        Ok(())
    }),
    ("HEALTH_ADDRESS", |config, text| {
        config.health.address = text;
        Ok(())
    }),
];
