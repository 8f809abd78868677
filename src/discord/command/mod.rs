//! The slash commands, one file per noun, and their registration. Their names are code; every description comes from the
//! language files.

mod checkin;
mod help;
mod import;
mod kpi;
mod log;
mod objective;
mod perspective;
mod review;
mod scorecard;
mod settings;
mod summary;

use poise::serenity_prelude::{Http, InteractionContext};

use super::connect::{ConnectError, persist};
use super::{Command, Context, Failure};
use crate::locale::Words;

/// The language whose descriptions are registered as the default.
const DEFAULT_LOCALE: &str = "en";

/// Every command, described.
#[must_use]
pub fn all() -> Vec<Command> {
    let mut commands = vec![
        log::log(),
        checkin::checkin(),
        summary::summary(),
        scorecard::scorecard(),
        perspective::perspective(),
        objective::objective(),
        kpi::kpi(),
        review::review(),
        import::import(),
        settings::settings(),
        help::help(),
    ];
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
    let application = persist(|| http.get_current_application_info()).await?;
    http.set_application_id(application.id);
    let commands = poise::builtins::create_application_commands(&all());
    persist(|| http.create_global_commands(&commands)).await?;
    Ok(())
}

/// Answers a command with words that only the person sees.
async fn answer(context: Context<'_>, post: super::reply::Post) -> Result<(), Failure> {
    context.send(post.into_reply()).await?;
    Ok(())
}

/// The channel a command was given in, as the store keeps it.
fn channel(context: &Context<'_>) -> i64 {
    context.channel_id().get().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(command: &Command, path: &str, characters: &mut usize) {
        let path = format!("{path} {}", command.name);
        let described = command.description.as_deref().unwrap_or_default();
        let said = |what: &str, text: &str| {
            assert!(!text.starts_with("command-"), "{what} has no words");
            assert!((1..=100).contains(&text.chars().count()), "{what}: {text}");
        };
        said(&path, described);
        *characters += command.name.chars().count() + described.chars().count();
        assert!(command.parameters.len() <= 25, "{path}");
        let first_optional = command.parameters.iter().position(|option| !option.required);
        let last_required = command.parameters.iter().rposition(|option| option.required);
        assert!(
            first_optional.is_none() || last_required < first_optional,
            "{path}: required options come first"
        );
        for option in &command.parameters {
            let described = option.description.as_deref().unwrap_or_default();
            said(&format!("{path} {}", option.name), described);
            *characters += option.name.chars().count() + described.chars().count();
            // A choice counts with its name and the index it travels as.
            *characters += option
                .choices
                .iter()
                .map(|choice| choice.name.chars().count() + 2)
                .sum::<usize>();
        }
        for subcommand in &command.subcommands {
            check(subcommand, &path, characters);
        }
    }

    #[test]
    fn every_command_and_option_is_described_within_discords_limits() {
        for command in all() {
            let mut characters = 0;
            check(&command, "", &mut characters);
            assert!(characters <= 8_000, "{} has {characters} characters", command.name);
        }
    }

    #[test]
    fn only_commands_that_work_there_are_offered_in_direct_messages() {
        for command in all() {
            let direct = command
                .interaction_context
                .unwrap_or_default()
                .contains(&InteractionContext::BotDm);
            assert_eq!(
                direct,
                ["checkin", "help"].contains(&command.name.as_ref()),
                "{}",
                command.name
            );
        }
    }
}
