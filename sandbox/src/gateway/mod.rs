//! The gateway, version 10: sessions that receive the world's events, and the connections they use.

mod connection;
mod event;
mod identify;
pub(crate) mod intent;
mod member;
mod session;
mod start;
mod wire;

pub(crate) use connection::{Asked, accept};
pub(crate) use event::{Event, hide_content};
pub(crate) use intent::{GUILD_MEMBERS, MESSAGE_CONTENT};
pub(crate) use session::{Down, Sessions};
pub(crate) use start::{Start, Starts};
