//! `/cascade`: scorecards below each other with their scores.

use super::promised;
use crate::discord::actor::Door;
use crate::discord::reply::Post;
use crate::discord::{Bot, Context, Failure, complete, view};
use crate::service::cascade::{self, Top};

/// Shows scorecards below each other with their scores.
#[poise::command(slash_command)]
pub async fn cascade(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let (door, deferred) = promised(&context).await?;
    let top = scorecard.as_deref().map_or(Top::All, Top::Typed);
    let outcome = drawn(context.data(), &door, top).await;
    deferred.settle(&door.voice, outcome).await
}

async fn drawn(bot: &Bot, door: &Door, top: Top<'_>) -> Result<Post, Failure> {
    let found = cascade::show(&door.services, &door.actor, top, 0).await?;
    let post = view::cascade::page(&door.voice, &found, door.actor.administrator);
    Ok(bot.studio.complete(post, door.theme).await)
}
