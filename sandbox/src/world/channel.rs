//! Channels: a server's text channels, threads, and direct channels.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{User, server::timestamp};
use crate::id::Id;

/// Discord counts no more members of a thread.
const MOST_COUNTED: usize = 50;

/// What sort of channel it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    /// A server's text channel.
    Text,
    /// Between two people, or a person and a bot.
    Direct,
    /// A thread that everybody who sees its channel may read.
    PublicThread,
    /// A thread for those who were invited.
    PrivateThread,
}

impl ChannelKind {
    /// Discord's number for it.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Text => 0,
            Self::Direct => 1,
            Self::PublicThread => 11,
            Self::PrivateThread => 12,
        }
    }

    /// Whether it is a thread.
    #[must_use]
    pub const fn is_thread(self) -> bool {
        matches!(self, Self::PublicThread | Self::PrivateThread)
    }
}

/// Whom an overwrite is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverwriteFor {
    /// Everybody with the role.
    Role(Id),
    /// One member.
    Member(Id),
}

/// What a channel allows or denies a role or a member, on top of the server's permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overwrite {
    /// For whom.
    pub whose: OverwriteFor,
    /// Bits that are given.
    pub allow: u64,
    /// Bits that are taken.
    pub deny: u64,
}

impl Overwrite {
    fn to_json(self) -> Value {
        let (kind, id) = match self.whose {
            OverwriteFor::Role(id) => (0, id),
            OverwriteFor::Member(id) => (1, id),
        };
        json!({ "id": id, "type": kind, "allow": self.allow.to_string(), "deny": self.deny.to_string() })
    }
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Channel {
    /// The channel's id.
    pub id: Id,
    /// What sort it is.
    pub kind: ChannelKind,
    /// The server it belongs to; none for a direct channel.
    pub server: Option<Id>,
    /// Its name; empty for a direct channel.
    pub name: String,
    /// The line under the name.
    pub topic: Option<String>,
    /// Where it stands among its server's channels.
    pub position: usize,
    /// What it changes about permissions.
    pub overwrites: Vec<Overwrite>,
    /// A thread's channel.
    pub parent: Option<Id>,
    /// The two of a direct channel; the members of a thread.
    pub people: Vec<Id>,
    /// Who opened the thread.
    pub opener: Option<Id>,
    /// A thread that went to the archive.
    pub archived: bool,
    /// A thread in which only moderators write.
    pub locked: bool,
    /// The newest message.
    pub last_message: Option<Id>,
    /// When a message was last pinned.
    pub last_pin_at: Option<DateTime<Utc>>,
    /// How many seconds a person must wait before they write again; 0 to 21600.
    pub slow_mode: u64,
    /// How many messages are in a thread, the one it started at left out.
    pub message_count: u64,
    /// How many messages a thread ever had.
    pub messages_sent: u64,
}

impl Channel {
    pub(crate) fn new(id: Id, kind: ChannelKind, server: Option<Id>, name: &str) -> Self {
        Self {
            id,
            kind,
            server,
            name: name.to_owned(),
            topic: None,
            position: 0,
            overwrites: Vec::new(),
            parent: None,
            people: Vec::new(),
            opener: None,
            archived: false,
            locked: false,
            last_message: None,
            last_pin_at: None,
            slow_mode: 0,
            message_count: 0,
            messages_sent: 0,
        }
    }

    /// Discord's channel object; `others` are the recipients of a direct channel.
    #[must_use]
    pub fn to_json(&self, others: &[User]) -> Value {
        let mut channel = json!({
            "id": self.id,
            "type": self.kind.number(),
            "last_message_id": self.last_message,
            "flags": 0,
        });
        match self.kind {
            ChannelKind::Direct => {
                channel["recipients"] = others.iter().map(User::to_json).collect();
            }
            ChannelKind::Text => self.put_text(&mut channel),
            ChannelKind::PublicThread | ChannelKind::PrivateThread => self.put_thread(&mut channel),
        }
        channel
    }

    fn put_text(&self, channel: &mut Value) {
        channel["guild_id"] = json!(self.server);
        channel["name"] = json!(self.name);
        channel["topic"] = json!(self.topic);
        channel["position"] = json!(self.position);
        channel["parent_id"] = Value::Null;
        channel["nsfw"] = false.into();
        channel["rate_limit_per_user"] = self.slow_mode.into();
        channel["last_pin_timestamp"] = json!(self.last_pin_at.map(timestamp));
        channel["permission_overwrites"] = self.overwrites.iter().map(|o| o.to_json()).collect();
    }

    fn put_thread(&self, channel: &mut Value) {
        let created = timestamp(self.id.created_at());
        channel["guild_id"] = json!(self.server);
        channel["name"] = json!(self.name);
        channel["parent_id"] = json!(self.parent);
        channel["owner_id"] = json!(self.opener);
        channel["rate_limit_per_user"] = self.slow_mode.into();
        channel["message_count"] = self.message_count.into();
        channel["member_count"] = json!(self.people.len().min(MOST_COUNTED));
        channel["total_message_sent"] = self.messages_sent.into();
        channel["last_pin_timestamp"] = json!(self.last_pin_at.map(timestamp));
        channel["thread_metadata"] = json!({
            "archived": self.archived,
            "archive_timestamp": created,
            "auto_archive_duration": 1440,
            "locked": self.locked,
            "create_timestamp": created,
        });
        if self.kind == ChannelKind::PrivateThread {
            channel["thread_metadata"]["invitable"] = true.into();
        }
    }
}
