//! A channel that somebody chose as a team channel: may the bot speak there?

use serenity::all::{PartialChannel, Permissions};

use super::{Context, Failure};
use crate::service::{Error, Invalid};

/// What the bot needs in a team channel, each with the name that Discord's settings show.
const NEEDED: [(Permissions, &str); 4] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
    (Permissions::READ_MESSAGE_HISTORY, "Read Message History"),
];

/// The channel's id, where the bot has what it needs there.
pub async fn checked(context: &Context<'_>, chosen: Option<PartialChannel>) -> Result<Option<i64>, Failure> {
    let (Some(chosen), Some(guild)) = (chosen, context.guild_id()) else {
        return Ok(None);
    };
    let http = context.http();
    let member = http.get_member(guild, context.framework().bot_id).await?;
    let guild = http.get_guild(guild).await?;
    // What an interaction tells of a channel leaves its permission overwrites out.
    let missing = match http.get_channel(chosen.id).await.map(serenity::all::Channel::guild) {
        Ok(Some(channel)) => lacking(guild.user_permissions_in(&channel, &member)),
        Ok(None) | Err(_) => vec![NEEDED[0].1],
    };
    let channel = chosen.id.get().cast_signed();
    if missing.is_empty() {
        return Ok(Some(channel));
    }
    Err(Error::from(Invalid::Channel { channel, missing }).into())
}

fn lacking(has: Permissions) -> Vec<&'static str> {
    NEEDED
        .into_iter()
        .filter(|(needed, _)| !has.contains(*needed))
        .map(|(_, name)| name)
        .collect()
}
