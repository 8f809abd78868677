//! The sandbox as bots see it: a serenity bot over TLS, and bare requests for each rule.

#![recursion_limit = "256"]

mod bot;
mod client;
mod command;
mod component;
mod deadline;
mod fault;
mod gateway;
mod house;
mod message;
mod nonce;
mod permission;
mod raw;
mod serenity_bot;
