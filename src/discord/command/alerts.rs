//! `/alerts`: list, acknowledge, snooze.

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, view};
use crate::service::alert::{self, Answering};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(slash_command, subcommands("list", "acknowledge", "snooze"), subcommand_required)]
pub async fn alerts(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[poise::command(slash_command)]
async fn list(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let (card, found) = alert::list(&door.services, &door.actor, place).await?;
    answer(context, view::alert::list(&door.voice, &card, &found)).await
}

#[poise::command(slash_command)]
async fn acknowledge(
    context: Context<'_>,
    #[autocomplete = "complete::alert"] alert: String,
    #[max_length = 500] comment: String,
    #[max_length = 40] until: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let said = (comment.as_str(), until.as_deref());
    let listed = crate::service::alert::acknowledge(&door.services, &door.actor, alert.as_str(), said).await?;
    let post = view::alert::answered(&door.voice, &listed, Answering::Acknowledge);
    answer(context, post).await
}

#[poise::command(slash_command)]
async fn snooze(
    context: Context<'_>,
    #[autocomplete = "complete::alert"] alert: String,
    #[max_length = 40] until: String,
    #[max_length = 500] comment: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let said = (comment.as_deref(), until.as_str());
    let listed = crate::service::alert::snooze(&door.services, &door.actor, alert.as_str(), said).await?;
    answer(context, view::alert::answered(&door.voice, &listed, Answering::Snooze)).await
}
