//! The button *Picture* under a summary: the scorecard on one page, for the eyes of who pressed.

use serenity::all::{ComponentInteraction, CreateInteractionResponse, CreateInteractionResponseMessage, Http};

use super::Span;
use crate::discord::actor::Door;
use crate::discord::reply::{Deferred, Post};
use crate::discord::{Bot, Failure, view};
use crate::domain::id::ScorecardId;
use crate::domain::reading::View;
use crate::service::summary;

/// Draws a scorecard.
pub async fn press(
    http: &Http,
    bot: &Bot,
    (press, door): (&ComponentInteraction, &Door),
    wanted: (ScorecardId, Span, View),
) -> Result<(), Failure> {
    let promise = CreateInteractionResponseMessage::new().ephemeral(true);
    press
        .create_response(http, CreateInteractionResponse::Defer(promise))
        .await?;
    let deferred = Deferred {
        http,
        token: &press.token,
    };
    let outcome = drawn(bot, door, wanted).await;
    deferred.settle(&door.voice, outcome).await
}

async fn drawn(bot: &Bot, door: &Door, (card, period, view): (ScorecardId, Span, View)) -> Result<Post, Failure> {
    let wanted = (period.kind, period.first_day, view);
    let (shown, history) = summary::with_history(&door.services, &door.actor, card, wanted).await?;
    let post = view::scorecard::drawn(&door.voice, &shown, &history);
    Ok(bot.studio.complete(post, door.theme).await)
}
