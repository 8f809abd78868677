//! Somebody's membership of a server, asked of Discord where no interaction vouches for it: in direct messages, before
//! somebody is written to, and to see who is in a channel. Kept nowhere: it may be another one in a minute.

use serenity::all::{GuildId, Http, Member, UserId};

use super::connect::code;

/// Discord's codes for somebody who is not in the server, and for an account that is gone.
const GONE: [isize; 2] = [10007, 10013];

/// Somebody as a member of a server; nobody where they are not one.
pub async fn of(http: &Http, guild: GuildId, user: UserId) -> Result<Option<Member>, serenity::Error> {
    match http.get_member(guild, user).await {
        Ok(member) => Ok(Some(member)),
        Err(error) if code(&error).is_some_and(|code| GONE.contains(&code)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The roles that a member has, as the store keeps ids.
#[must_use]
pub fn roles(member: &Member) -> Vec<i64> {
    member.roles.iter().map(|role| role.get().cast_signed()).collect()
}
