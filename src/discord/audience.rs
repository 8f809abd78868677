//! Who sees a channel: what is private is posted only where all of them may read it. Worked out from the channel's
//! permissions, since a list of the members takes a privileged intent.

use serenity::all::{
    ChannelId, ChannelType, GuildChannel, GuildId, Http, PartialGuild, PermissionOverwriteType, Permissions, Role,
    RoleId, UserId,
};

use super::connect::code;
use super::{Context, Failure, member};
use crate::service::reader::Audience;
use crate::service::{Error, Invalid};

/// Who sees a team channel that somebody chooses, where that has to be looked up.
pub async fn of_chosen(context: &Context<'_>, channel: Option<i64>) -> Result<Option<Audience>, Failure> {
    let (Some(channel), Some(guild)) = (channel, context.guild_id()) else {
        return Ok(None);
    };
    match of(context.http(), guild, ChannelId::new(channel.cast_unsigned())).await {
        Ok(audience) => Ok(Some(audience)),
        Err(error) if code(&error).is_some() => {
            let missing = vec!["View Channel"];
            Err(Error::from(Invalid::Channel { channel, missing }).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Who sees a channel, or the channel of a thread. Whoever administers a server on Discord sees every channel of it.
pub async fn of(http: &Http, guild: GuildId, channel: ChannelId) -> Result<Audience, serenity::Error> {
    let guild = http.get_guild(guild).await?;
    let place = place(http, channel).await?;
    let mut audience = Audience {
        channel: channel.get().cast_signed(),
        ..Audience::default()
    };
    for role in guild.roles.values().filter(|role| role.tags.bot_id.is_none()) {
        if !sees(&guild, &place, role) {
            continue;
        }
        if role.id == everyone(&guild) {
            audience.everyone = true;
        } else {
            audience.roles.push(role.id.get().cast_signed());
        }
    }
    audience.roles.sort_unstable();
    for user in alone(&place).chain([guild.owner_id]) {
        audience.people.extend(seer(http, guild.id, user).await?);
    }
    Ok(audience)
}

/// The channel, or the one that a thread belongs to.
async fn place(http: &Http, channel: ChannelId) -> Result<GuildChannel, serenity::Error> {
    let unknown = || serenity::Error::Other("not a channel of a server");
    let found = http.get_channel(channel).await?.guild().ok_or_else(unknown)?;
    let thread = matches!(
        found.kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    );
    match found.parent_id.filter(|_| thread) {
        Some(parent) => http.get_channel(parent).await?.guild().ok_or_else(unknown),
        None => Ok(found),
    }
}

fn everyone(guild: &PartialGuild) -> RoleId {
    RoleId::new(guild.id.get())
}

/// Whether somebody with this role alone sees a channel. Who sees it by several roles sees it by one of them: an
/// overwrite that allows wins over those that deny, and what no overwrite denies one role's own permissions give.
fn sees(guild: &PartialGuild, place: &GuildChannel, role: &Role) -> bool {
    let everyone = everyone(guild);
    let of_all = guild
        .roles
        .get(&everyone)
        .map_or(Permissions::empty(), |all| all.permissions);
    let mut has = of_all | role.permissions;
    if has.administrator() {
        return true;
    }
    for whose in [everyone, role.id] {
        let overwrite = place
            .permission_overwrites
            .iter()
            .find(|overwrite| overwrite.kind == PermissionOverwriteType::Role(whose));
        if let Some(overwrite) = overwrite {
            has = (has - overwrite.deny) | overwrite.allow;
        }
    }
    has.view_channel()
}

/// Those who see a channel by an overwrite of their own.
fn alone(place: &GuildChannel) -> impl Iterator<Item = UserId> + '_ {
    place
        .permission_overwrites
        .iter()
        .filter_map(|overwrite| match overwrite.kind {
            PermissionOverwriteType::Member(user) if overwrite.allow.view_channel() => Some(user),
            _ => None,
        })
}

/// Somebody and their roles; nobody where they are a bot, or not in the server.
async fn seer(http: &Http, guild: GuildId, user: UserId) -> Result<Option<(i64, Vec<i64>)>, serenity::Error> {
    let found = member::of(http, guild, user).await?.filter(|member| !member.user.bot);
    Ok(found.map(|found| (user.get().cast_signed(), member::roles(&found))))
}
