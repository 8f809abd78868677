//! The demo from outside: the program as its user starts it, and its page in a browser.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

mod browser;
mod page;
mod program;
mod start;
