//! The demo: a Discord on loopback, the real bot inside it, a company that uses it, and a web page to look and try.
//! This file reads the arguments, starts the host, says where the page is, and stops when asked to.

mod bot;
mod company;
mod form;
mod host;
mod moving;
mod scene;
mod story;
mod unread;
mod web;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Shows the scorecard bot at work: a Discord of its own, a company in it, and a page to try everything.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    /// The port of the page; without it 8080, or the next free one.
    #[arg(long)]
    port: Option<u16>,
    /// Keeps the scorecards in this new file; without it they are gone at the end.
    #[arg(long, value_name = "PATH")]
    database: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scorecard-bot demo: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the address is what the program has to say")]
async fn run(arguments: Arguments) -> Result<(), host::HostError> {
    let mut asked = signal(SignalKind::terminate()).map_err(host::HostError::Signal)?;
    let host = host::Host::start(arguments.port, arguments.database).await?;
    println!("scorecard-bot demo: open {} (Ctrl-C stops everything)", host.address());
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = asked.recv() => {}
    }
    tokio::select! {
        () = host.stop() => {}
        _ = tokio::signal::ctrl_c() => tracing::warn!("stopped at once, at the second Ctrl-C"),
    }
    Ok(())
}
