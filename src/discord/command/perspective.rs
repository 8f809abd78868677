//! `/perspective`: add, edit, move, remove, restore.

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, number, view};
use crate::domain::audit::Subject;
use crate::service::perspective::{self, Edit};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(
    slash_command,
    subcommands("add", "edit", "reorder", "remove", "restore"),
    subcommand_required
)]
pub async fn perspective(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[max_length = 150] name: String,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    weight: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Edit {
        name: Some(name),
        weight: number::weight(weight.as_deref(), &door)?,
    };
    let card = scorecard.as_deref();
    let changed = perspective::add(&door.services, &door.actor, card, Some(channel(&context)), &wanted).await?;
    answer(context, view::perspective::changed(&door.voice, &changed)).await
}

#[poise::command(slash_command)]
async fn edit(
    context: Context<'_>,
    #[autocomplete = "complete::managed_perspective"] perspective: String,
    #[max_length = 150] name: Option<String>,
    weight: Option<String>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Edit {
        name,
        weight: number::weight(weight.as_deref(), &door)?,
    };
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let changed = crate::service::perspective::edit(&door.services, &door.actor, place, &perspective, &wanted).await?;
    answer(context, view::perspective::changed(&door.voice, &changed)).await
}

#[poise::command(slash_command, rename = "move")]
async fn reorder(
    context: Context<'_>,
    #[autocomplete = "complete::managed_perspective"] perspective: String,
    #[min = 1]
    #[max = 12]
    place: u8,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let card = (scorecard.as_deref(), Some(channel(&context)));
    let changed =
        crate::service::perspective::reorder(&door.services, &door.actor, card, &perspective, usize::from(place))
            .await?;
    answer(context, view::perspective::changed(&door.voice, &changed)).await
}

#[poise::command(slash_command)]
async fn remove(
    context: Context<'_>,
    #[autocomplete = "complete::managed_perspective"] perspective: String,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let reason = reason.as_deref();
    let moved = crate::service::archive::perspective(&door.services, &door.actor, place, &perspective, reason).await?;
    answer(context, view::archive::moved(&door.voice, &moved)).await
}

#[poise::command(slash_command)]
async fn restore(
    context: Context<'_>,
    #[autocomplete = "complete::archived_perspective"] perspective: String,
) -> Result<(), Failure> {
    super::restore(context, Subject::Perspective, &perspective).await
}
