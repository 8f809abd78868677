//! The sandbox as bots see it: a serenity bot over TLS, and bare requests for each rule.

#![recursion_limit = "256"]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests fail as tests do"
)]

mod bot;
mod client;
mod command;
mod component;
mod deadline;
mod example;
mod fault;
mod foreign;
mod gateway;
mod house;
mod menu;
mod message;
mod nonce;
mod permission;
mod raw;
mod serenity_bot;
mod slow;
mod system;
