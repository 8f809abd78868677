//! Intents: which events a session asked for.

use crate::id::Id;

pub(crate) const GUILDS: u64 = 1;
pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
pub(crate) const GUILD_PRESENCES: u64 = 1 << 8;
pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
pub(crate) const GUILD_REACTIONS: u64 = 1 << 10;
pub(crate) const GUILD_TYPING: u64 = 1 << 11;
pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
pub(crate) const DIRECT_REACTIONS: u64 = 1 << 13;
pub(crate) const DIRECT_TYPING: u64 = 1 << 14;
pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;

/// Those that must be switched on for the application.
pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

/// Every intent there is.
pub(crate) const ALL: u64 = 0x1_ffff | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

pub(crate) const fn messages(server: Option<Id>) -> u64 {
    if server.is_some() {
        GUILD_MESSAGES
    } else {
        DIRECT_MESSAGES
    }
}

pub(crate) const fn reactions(server: Option<Id>) -> u64 {
    if server.is_some() {
        GUILD_REACTIONS
    } else {
        DIRECT_REACTIONS
    }
}

pub(crate) const fn typing(server: Option<Id>) -> u64 {
    if server.is_some() { GUILD_TYPING } else { DIRECT_TYPING }
}
