//! Integration tests: the shipped `app` against the sandbox. Each reads like a chat: who does what, and what they then
//! see. No test sleeps: it waits for what the world shows, with a deadline.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

mod access;
mod alert;
mod archive;
mod audit;
mod away;
mod cascade;
mod checkin;
mod complete;
mod consent;
mod cycle;
mod decision;
mod departed;
mod export;
mod failure;
mod first_run;
mod forget;
mod formula;
mod history;
mod house;
mod import;
mod initiative;
mod language;
mod log;
mod map;
mod meeting;
mod model;
mod picture;
mod private;
mod restart;
mod review;
mod sponsor;
mod start;
mod structure;
mod target;
mod tenant;
mod trend;
mod why;
mod why_asked;
mod world;
