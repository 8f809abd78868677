//! The program: reads the settings, starts the log and the bot, and stops both when asked to.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use scorecard_bot::clock::SystemClock;
use scorecard_bot::config::{self, Config};
use scorecard_bot::{app, health, telemetry};

/// Keeps Balanced Scorecards alive in Discord.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// The settings file; without it, `config.toml` where there is one.
    #[arg(long, value_name = "FILE", env = "SCORECARD_BOT_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Asks a running bot at `health.address` whether it is well; exit code 0 means yes.
    Health,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("scorecard-bot: {sentence}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let environment = config::environment()?;
    let file = arguments.config.as_deref();
    if let Some(Command::Health) = arguments.command {
        return Ok(health::ask(&Config::read(file, &environment)?).await?);
    }
    let config = Config::load(file, &environment)?;
    telemetry::start(&config.log);
    app::run(config, Arc::new(SystemClock::new()), stop_asked()).await?;
    Ok(())
}

/// Ends when the process is asked to stop: Ctrl-C, or SIGTERM.
async fn stop_asked() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "SIGTERM cannot be listened for; only Ctrl-C stops the bot");
            drop(interrupted.await);
        }
    }
}
