//! A channel that somebody chose as a team channel: may the bot speak there?

use serenity::all::{ChannelId, GuildId, Http, PartialChannel, Permissions, UserId};

use super::{Context, Failure};
use crate::service::{Error, Invalid};

/// What the bot needs in a team channel, each with the name that Discord's settings show.
const NEEDED: [(Permissions, &str); 7] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
    (Permissions::ATTACH_FILES, "Attach Files"),
    (Permissions::READ_MESSAGE_HISTORY, "Read Message History"),
    (Permissions::CREATE_PUBLIC_THREADS, "Create Public Threads"),
    (Permissions::SEND_MESSAGES_IN_THREADS, "Send Messages in Threads"),
];

/// The channel's id, where the bot has what it needs there.
pub async fn checked(context: &Context<'_>, chosen: Option<PartialChannel>) -> Result<Option<i64>, Failure> {
    let (Some(chosen), Some(guild)) = (chosen, context.guild_id()) else {
        return Ok(None);
    };
    let bot = context.framework().bot_id;
    let missing = missing_of(context.http(), (guild, bot), chosen.id).await?;
    let channel = chosen.id.get().cast_signed();
    if missing.is_empty() {
        return Ok(Some(channel));
    }
    Err(Error::from(Invalid::Channel { channel, missing }).into())
}

/// What the bot lacks in a channel, as Discord's settings name it; everything where that cannot be found out.
pub async fn missing(http: &Http, server: GuildId, channel: ChannelId) -> Vec<&'static str> {
    let found = match http.get_current_user().await {
        Ok(bot) => missing_of(http, (server, bot.id), channel).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(missing) if !missing.is_empty() => missing,
        _ => NEEDED.iter().map(|(_, name)| *name).collect(),
    }
}

async fn missing_of(
    http: &Http,
    (server, bot): (GuildId, UserId),
    channel: ChannelId,
) -> Result<Vec<&'static str>, serenity::Error> {
    let guild = http.get_guild(server).await?;
    let member = http.get_member(server, bot).await?;
    // What an interaction tells of a channel leaves its permission overwrites out.
    Ok(
        match http.get_channel(channel).await.map(serenity::all::Channel::guild) {
            Ok(Some(channel)) => lacking(guild.user_permissions_in(&channel, &member)),
            Ok(None) | Err(_) => vec![NEEDED[0].1],
        },
    )
}

fn lacking(has: Permissions) -> Vec<&'static str> {
    NEEDED
        .into_iter()
        .filter(|(needed, _)| !has.contains(*needed))
        .map(|(_, name)| name)
        .collect()
}
