//! `/map`: a scorecard's strategy map as a picture.

use super::{channel, promised, summary::nothing_here};
use crate::discord::actor::Door;
use crate::discord::reply::Post;
use crate::discord::{Bot, Context, Failure, complete, view};
use crate::service::summary::{self, Wanted};

/// Draws a scorecard's strategy map.
#[poise::command(slash_command)]
pub async fn map(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::period"] period: Option<String>,
) -> Result<(), Failure> {
    let (door, deferred) = promised(&context).await?;
    let wanted = Wanted {
        scorecard: scorecard.as_deref(),
        channel: Some(channel(&context)),
        period: period.as_deref(),
        ..Wanted::default()
    };
    let outcome = drawn(context.data(), &door, &wanted).await;
    deferred.settle(&door.voice, outcome).await
}

async fn drawn(bot: &Bot, door: &Door, wanted: &Wanted<'_>) -> Result<Post, Failure> {
    match summary::show(&door.services, &door.actor, wanted).await {
        Ok((shown, _)) => {
            let post = view::map::shown(&door.voice, &shown);
            Ok(bot.studio.complete(post, door.theme).await)
        }
        Err(error) if nothing_here(&error) => Ok(view::start::none(door.voice.words, door.actor.administrator)),
        Err(error) => Err(error.into()),
    }
}
