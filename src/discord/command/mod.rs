//! The slash commands, one file per noun, and their registration. Their names are code; every description comes from the
//! language files.

mod checkin;
mod log;
mod summary;

use poise::serenity_prelude::{Http, InteractionContext};

use super::connect::{ConnectError, status};
use super::{Command, Context, Failure};
use crate::locale::Words;

/// The language whose descriptions are registered as the default.
const DEFAULT_LOCALE: &str = "en";

/// Every command, described.
#[must_use]
pub fn all() -> Vec<Command> {
    let mut commands = vec![log::log(), checkin::checkin(), summary::summary()];
    let words = Words::of(DEFAULT_LOCALE);
    for command in &mut commands {
        describe(command, words, "command");
        let direct = matches!(command.name.as_ref(), "checkin" | "help");
        command.interaction_context = Some(if direct {
            vec![InteractionContext::Guild, InteractionContext::BotDm]
        } else {
            vec![InteractionContext::Guild]
        });
    }
    commands
}

/// Gives a command, its subcommands and their options the words of a language: `command-kpi-add`,
/// `command-kpi-add-option-target`.
fn describe(command: &mut Command, words: Words, path: &str) {
    let key = format!("{path}-{}", command.name);
    command.description = Some(words.say(&key, &[]).into());
    for option in &mut command.parameters {
        let key = format!("{key}-option-{}", option.name.replace('_', "-"));
        option.description = Some(words.say(&key, &[]).into());
    }
    for subcommand in &mut command.subcommands {
        describe(subcommand, words, &key);
    }
}

/// Replaces what Discord has registered by what this version has, in one request.
pub async fn register(http: &Http) -> Result<(), ConnectError> {
    let application = http.get_current_application_info().await.map_err(refused)?;
    http.set_application_id(application.id);
    let commands = poise::builtins::create_application_commands(&all());
    http.create_global_commands(&commands).await.map_err(refused)?;
    Ok(())
}

fn refused(error: poise::serenity_prelude::Error) -> ConnectError {
    match status(&error) {
        Some(401) => ConnectError::Token,
        _ => ConnectError::Refused(error),
    }
}

/// Answers a command with words that only the person sees.
async fn answer(context: Context<'_>, post: super::reply::Post) -> Result<(), Failure> {
    context.send(post.into_reply()).await?;
    Ok(())
}

/// The channel a command was given in, as the store keeps it.
fn channel(context: &Context<'_>) -> Option<i64> {
    Some(context.channel_id().get().cast_signed())
}
