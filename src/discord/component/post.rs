//! *Post to channel*: only in the name of somebody who may write there, and what is private only where all who see the
//! channel may read it.

use serenity::all::{ComponentInteraction, GuildId, Http, Permissions};

use super::Span;
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Post, Press};
use crate::discord::{Failure, audience};
use crate::domain::id::ScorecardId;
use crate::domain::reading::View;
use crate::service::summary::Shape;
use crate::service::{reader, summary};

/// Posts a summary to the channel that its button stands in.
pub async fn summary(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (card, period, view, shape): (ScorecardId, Span, View, Shape),
) -> Result<(), Failure> {
    let said = if may_write(press) {
        let channel = press.channel_id.get().cast_signed();
        let audience = match press.guild_id {
            Some(guild) => seen_by(http, press, door, (guild, card)).await?,
            None => None,
        };
        let wanted = (card, (period.kind, period.first_day, view), shape);
        summary::post(&door.services, &door.actor, wanted, (channel, audience.as_ref())).await?;
        "summary-posted"
    } else {
        "error-may-not-write"
    };
    let post = Post::text(door.voice.words.say(said, &[]));
    // A picture stays where its post was asked for.
    let place = match shape {
        Shape::Words(_) => Place::Here,
        Shape::Picture(_) => Place::Aside,
    };
    Press::Component(press).answer(http, post, place).await?;
    Ok(())
}

/// Who sees the channel, where that matters.
async fn seen_by(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (guild, card): (GuildId, ScorecardId),
) -> Result<Option<reader::Audience>, Failure> {
    if !reader::is_private(&door.services, door.actor.server, card).await? {
        return Ok(None);
    }
    Ok(Some(audience::of(http, guild, press.channel_id).await?))
}

/// Whether who presses may write in the channel: what Discord says they may do there.
fn may_write(press: &ComponentInteraction) -> bool {
    let member = press.member.as_ref();
    let has = member
        .and_then(|member| member.permissions)
        .unwrap_or(Permissions::empty());
    let thread = press
        .channel
        .as_ref()
        .is_some_and(|channel| channel.parent_id.is_some() && channel.thread_metadata.is_some());
    let needed = if thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    has.administrator() || has.contains(needed)
}
