//! `/objective`: add, edit, show, and what drives what.

use poise::serenity_prelude::User;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, number, person, view};
use crate::domain::audit::Subject;
use crate::service::objective::{self, Add, Edit, Feed};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(
    slash_command,
    subcommands("add", "edit", "drives", "feeds", "show", "archive", "restore"),
    subcommand_required
)]
pub async fn objective(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[max_length = 150] name: String,
    #[autocomplete = "complete::managed_perspective"] perspective: String,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[max_length = 1000] description: Option<String>,
    owner: Option<User>,
    weight: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Add {
        scorecard,
        perspective,
        name,
        description,
        owner: person::named(&context, owner.as_ref())?,
        weight: number::weight(weight.as_deref(), &door)?,
    };
    let added = objective::add(&door.services, &door.actor, Some(channel(&context)), &wanted).await?;
    answer(context, view::objective::added(&door.voice, &added)).await
}

#[poise::command(slash_command)]
async fn edit(
    context: Context<'_>,
    #[autocomplete = "complete::managed_objective"] objective: String,
    #[max_length = 150] name: Option<String>,
    #[max_length = 1000] description: Option<String>,
    owner: Option<User>,
    weight: Option<String>,
    #[autocomplete = "complete::managed_perspective"] perspective: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Edit {
        name,
        description,
        owner: person::named(&context, owner.as_ref())?,
        weight: number::weight(weight.as_deref(), &door)?,
        perspective,
    };
    let (before, after) = crate::service::objective::edit(&door.services, &door.actor, &objective, &wanted).await?;
    answer(context, view::objective::edited(&door.voice, &before, &after)).await
}

#[poise::command(slash_command)]
async fn drives(
    context: Context<'_>,
    #[autocomplete = "complete::managed_objective"] cause: String,
    #[autocomplete = "complete::managed_objective"] effect: String,
    #[min = 0]
    #[max = 60]
    lag: Option<i64>,
    remove: Option<bool>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let remove = remove.unwrap_or(false);
    let shown = crate::service::objective::drive(&door.services, &door.actor, (&cause, &effect), lag, remove).await?;
    answer(context, view::objective::shown(&door.voice, &shown)).await
}

#[poise::command(slash_command)]
async fn feeds(
    context: Context<'_>,
    #[autocomplete = "complete::objective"] source: String,
    #[autocomplete = "complete::managed_objective"] into: String,
    weight: Option<String>,
    remove: Option<bool>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Feed {
        source,
        into,
        weight: number::weight(weight.as_deref(), &door)?,
        remove: remove.unwrap_or(false),
    };
    let fed = objective::feed(&door.services, &door.actor, &wanted).await?;
    answer(context, view::objective::fed(&door.voice, &fed)).await
}

#[poise::command(slash_command)]
async fn show(context: Context<'_>, #[autocomplete = "complete::objective"] objective: String) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let shown = crate::service::objective::show(&door.services, &door.actor, &objective).await?;
    answer(context, view::objective::shown(&door.voice, &shown)).await
}

#[poise::command(slash_command)]
async fn archive(
    context: Context<'_>,
    #[autocomplete = "complete::managed_objective"] objective: String,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let moved = crate::service::archive::objective(&door.services, &door.actor, &objective, reason.as_deref()).await?;
    answer(context, view::archive::moved(&door.voice, &moved)).await
}

#[poise::command(slash_command)]
async fn restore(
    context: Context<'_>,
    #[autocomplete = "complete::archived_objective"] objective: String,
) -> Result<(), Failure> {
    super::restore(context, Subject::Objective, &objective).await
}
