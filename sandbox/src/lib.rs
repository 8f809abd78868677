//! A Discord on loopback, to run and test bots against.
//!
//! The sandbox speaks Discord's REST API v10 and gateway v10 and knows servers, channels, direct
//! messages, members, roles, messages with embeds, components and files, application commands and
//! interactions. It refuses what Discord refuses, with Discord's codes. Its owner plays the people
//! ([`Person`]), shapes the world ([`Sandbox`]), moves the clock ([`Clock`]) and causes trouble
//! ([`Faults`]).
//!
//! A bot reaches it in one of two ways: over TLS as `discord.com`, with a client that resolves
//! Discord's hosts to [`Sandbox::connect_to`] and trusts [`Sandbox::root_certificate`]; or over plain
//! HTTP at [`Sandbox::base_url`].
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use sandbox::{Answer, Options, Sandbox};
//!
//! let sandbox = Sandbox::start(Options::default()).await?;
//! let maria = sandbox.add_person("Maria");
//! let acme = sandbox.add_server("Acme", maria);
//! let general = sandbox.channels(acme)[0].id;
//!
//! // Start the bot here, with `sandbox.token()`, and wait until it is there.
//! sandbox.ready().await;
//!
//! let ping = sandbox.person(maria).slash(general, "/ping text:hello").await?;
//! match ping.answer().await? {
//!     Answer::Message(message) => assert!(message.text().contains("hello")),
//!     other => panic!("not a message: {other:?}"),
//! }
//! # Ok(()) }
//! ```

#![recursion_limit = "256"]

mod change;
mod check;
mod clock;
mod fault;
mod gateway;
mod id;
mod limit;
mod link;
mod log;
mod look;
mod owner;
pub mod permission;
mod person;
mod rest;
mod sandbox;
mod tls;
mod world;

pub use change::{Change, MessageChange};
pub use clock::Clock;
pub use fault::Faults;
pub use id::Id;
pub use limit::RateLimits;
pub use log::LoggedRequest;
pub use look::MemberView;
pub use person::{
    Answer, Choice, ClientRefusal, Field, FieldKind, File, Form, FormValue, Interaction, NoAnswer, Person,
};
pub use sandbox::{Options, Sandbox, StartError};
pub use world::{
    Attachment, Channel, ChannelKind, Member, Mentions, Message, Overwrite, OverwriteFor, Reaction, Role, Server, User,
};
