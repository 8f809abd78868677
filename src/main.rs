//! Starts the bot.

fn main() {}
