//! The slash commands, one file per noun, and their registration. Their names are code; every description comes from the
//! language files.

mod alerts;
mod audit;
mod away;
mod cascade;
mod checkin;
mod decision;
mod export;
mod forget;
mod help;
mod import;
mod initiative;
mod kpi;
mod log;
mod map;
mod objective;
mod perspective;
mod review;
mod scorecard;
mod settings;
mod summary;
mod trend;
mod why;

use std::borrow::Cow;

use poise::serenity_prelude::{Http, InteractionContext};

use super::actor::Door;
use super::connect::{ConnectError, persist};
use super::reply::Deferred;
use super::{Command, Context, Failure, view};
use crate::domain::audit::Subject;
use crate::locale::Words;
use crate::service::{Error, archive};

/// Locales of Discord, and the words for each.
type Localizations = Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]>;

/// The language whose descriptions are registered as the default.
const DEFAULT_LOCALE: &str = "en";

/// Every command, described.
#[must_use]
pub fn all() -> Vec<Command> {
    let mut commands = vec![
        log::log(),
        checkin::checkin(),
        away::away(),
        summary::summary(),
        why::why(),
        trend::trend(),
        map::map(),
        cascade::cascade(),
        scorecard::scorecard(),
        perspective::perspective(),
        objective::objective(),
        kpi::kpi(),
        review::review(),
        decision::decision(),
        alerts::alerts(),
        initiative::initiative(),
        import::import(),
        export::export(),
        settings::settings(),
        audit::audit(),
        forget::forget_me(),
        help::help(),
    ];
    for command in &mut commands {
        describe(command, "command");
        let direct = matches!(command.name.as_ref(), "checkin" | "help");
        command.interaction_context = Some(if direct {
            vec![InteractionContext::Guild, InteractionContext::BotDm]
        } else {
            vec![InteractionContext::Guild]
        });
    }
    commands
}

/// Gives a command, its subcommands and their options the words of all languages: descriptions by the keys
/// `command-kpi-add` and `command-kpi-add-option-target`, names and choices by what they are called in code.
fn describe(command: &mut Command, path: &str) {
    let key = format!("{path}-{}", command.name);
    command.description = Some(Words::of(DEFAULT_LOCALE).say(&key, &[]).into());
    command.description_localizations = translated(|words| words.say(&key, &[]));
    command.name_localizations = translated(|words| words.name(&command.name));
    for option in &mut command.parameters {
        let key = format!("{key}-option-{}", option.name.replace('_', "-"));
        option.description = Some(Words::of(DEFAULT_LOCALE).say(&key, &[]).into());
        option.description_localizations = translated(|words| words.say(&key, &[]));
        option.name_localizations = translated(|words| words.name(&option.name));
        for choice in option.choices.to_mut() {
            choice.localizations = translated(|words| words.choice(&choice.name));
        }
    }
    for subcommand in &mut command.subcommands {
        describe(subcommand, &key);
    }
}

/// Discord's locale and what is said in it, for each that has words of its own.
fn translated(say: impl Fn(Words) -> String) -> Localizations {
    Words::translations()
        .map(|(locale, words)| (Cow::Borrowed(locale), Cow::Owned(say(words))))
        .collect()
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

/// Who gave a command, and the answer that is promised to them: for what takes longer than a look into the database.
async fn promised<'a>(context: &'a Context<'_>) -> Result<(Door, Deferred<'a>), Failure> {
    let poise::Context::Application(application) = context else {
        return Err(Error::NotHere.into());
    };
    context.defer_ephemeral().await?;
    let door = Door::of_command(context).await?;
    let deferred = Deferred {
        http: context.http(),
        token: &application.interaction.token,
    };
    Ok((door, deferred))
}

/// Brings back what somebody named of a kind.
async fn restore(context: Context<'_>, subject: Subject, typed: &str) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let moved = archive::restore_named(&door.services, &door.actor, subject, typed).await?;
    answer(context, view::archive::moved(&door.voice, &moved)).await
}

/// The channel a command was given in, as the store keeps it.
fn channel(context: &Context<'_>) -> i64 {
    context.channel_id().get().cast_signed()
}

#[cfg(test)]
mod tests;
