//! Permission bits, and what a member may do in a server or a channel (roles, owner, overwrites).
//! Pure: the world asks it, REST and the client side decide with its answer.

use chrono::{DateTime, Utc};

use crate::id::Id;
use crate::world::{Channel, Member, OverwriteFor, Server};

macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        $($(#[$doc])* pub const $name: u64 = 1 << $bit;)*
    };
}

bits! {
    /// Everything, and no channel overwrite takes it away.
    ADMINISTRATOR = 3;
    /// Create, change and delete channels.
    MANAGE_CHANNELS = 4;
    /// Change the server.
    MANAGE_SERVER = 5;
    /// React with an emoji nobody has used on the message yet.
    ADD_REACTIONS = 6;
    /// See a channel and its messages.
    VIEW_CHANNEL = 10;
    /// Write in a channel.
    SEND_MESSAGES = 11;
    /// Send text that is read aloud.
    SEND_TTS_MESSAGES = 12;
    /// Delete other people's messages.
    MANAGE_MESSAGES = 13;
    /// Embeds and link previews show.
    EMBED_LINKS = 14;
    /// Send files.
    ATTACH_FILES = 15;
    /// Read what was said before.
    READ_MESSAGE_HISTORY = 16;
    /// Ping `@everyone`, `@here` and all roles.
    MENTION_EVERYONE = 17;
    /// Change, give and take roles.
    MANAGE_ROLES = 28;
    /// Use slash commands.
    USE_APPLICATION_COMMANDS = 31;
    /// Rename, archive and delete threads.
    MANAGE_THREADS = 34;
    /// Open public threads.
    CREATE_PUBLIC_THREADS = 35;
    /// Open private threads.
    CREATE_PRIVATE_THREADS = 36;
    /// Write in threads.
    SEND_MESSAGES_IN_THREADS = 38;
    /// Pin and unpin messages.
    PIN_MESSAGES = 51;
}

/// Every bit Discord knows today.
pub const ALL: u64 = (1 << 53) - 1;

/// What `@everyone` may do in a new server.
pub const EVERYONE_DEFAULT: u64 = ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS;

/// What both sides may do in a direct channel.
pub(crate) const DIRECT: u64 = EVERYONE_DEFAULT;

/// What a person who is timed out keeps.
const TIMED_OUT: u64 = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

/// What is worth nothing without `SEND_MESSAGES`.
const NEEDS_SEND: u64 = MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS;

/// What the member may do in the server, before any channel has a say.
#[must_use]
pub fn in_server(server: &Server, member: &Member) -> u64 {
    if member.user == server.owner {
        return ALL;
    }
    let everyone = server.roles.get(&server.id).map_or(0, |role| role.permissions);
    let all = member
        .roles
        .iter()
        .filter_map(|role| server.roles.get(role))
        .fold(everyone, |sum, role| sum | role.permissions);
    if all & ADMINISTRATOR != 0 { ALL } else { all }
}

/// What the member may do in the channel. A thread goes by its parent's overwrites: hand in the parent.
#[must_use]
pub fn in_channel(server: &Server, channel: &Channel, member: &Member, now: DateTime<Utc>) -> u64 {
    let base = in_server(server, member);
    if base == ALL {
        return ALL;
    }
    let mut bits = base;
    let mut apply = |allow: u64, deny: u64| bits = (bits & !deny) | allow;
    let (allow, deny) = overwrite(channel, OverwriteFor::Role(server.id));
    apply(allow, deny);
    let (allow, deny) = member
        .roles
        .iter()
        .map(|role| overwrite(channel, OverwriteFor::Role(*role)))
        .fold((0, 0), |sum, next| (sum.0 | next.0, sum.1 | next.1));
    apply(allow, deny);
    let (allow, deny) = overwrite(channel, OverwriteFor::Member(member.user));
    apply(allow, deny);
    without_implied(bits, member.is_timed_out(now))
}

fn without_implied(mut bits: u64, timed_out: bool) -> u64 {
    if timed_out {
        bits &= TIMED_OUT;
    }
    if bits & VIEW_CHANNEL == 0 {
        return 0;
    }
    if bits & SEND_MESSAGES == 0 {
        bits &= !NEEDS_SEND;
    }
    bits
}

fn overwrite(channel: &Channel, whose: OverwriteFor) -> (u64, u64) {
    channel
        .overwrites
        .iter()
        .find(|overwrite| overwrite.whose == whose)
        .map_or((0, 0), |overwrite| (overwrite.allow, overwrite.deny))
}

/// True when `bits` hold all of `wanted`.
#[must_use]
pub const fn holds(bits: u64, wanted: u64) -> bool {
    bits & wanted == wanted
}

/// The id of the `@everyone` role is the server's own.
pub(crate) const fn everyone_role(server: Id) -> Id {
    server
}
