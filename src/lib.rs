//! Keeps an organisation's Balanced Scorecards alive in Discord.
//!
//! Six rooms and a front door: `domain` decides, `store` remembers, `service` carries out a use case, `picture` draws,
//! `discord` listens and speaks, `job` ticks; `app` puts them together.

pub mod app;
pub mod clock;
pub mod config;
pub mod discord;
pub mod domain;
pub mod health;
pub mod job;
pub mod locale;
pub mod picture;
pub mod service;
pub mod store;
pub mod telemetry;
