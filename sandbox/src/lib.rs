//! A Discord on loopback, to run and test bots against. This file only lists what is public;
//! `README.md` beside it is the crate's documentation.

#![doc = include_str!("../README.md")]
#![recursion_limit = "256"]

mod ban;
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
mod options;
mod owner;
pub mod permission;
mod person;
mod quota;
mod rest;
mod sandbox;
mod tls;
mod world;

pub use change::{Change, MessageChange};
pub use clock::Clock;
pub use fault::{Faults, Hold};
pub use id::Id;
pub use limit::RateLimits;
pub use log::LoggedRequest;
pub use look::MemberView;
pub use options::Options;
pub use person::{
    Answer, Choice, ClientRefusal, Field, FieldKind, File, Form, FormValue, Interaction, NoAnswer, Person,
};
pub use sandbox::{Sandbox, StartError};
pub use world::{
    Attachment, Channel, ChannelKind, Member, Mentions, Message, Overwrite, OverwriteFor, Reaction, Role, Server, User,
};
