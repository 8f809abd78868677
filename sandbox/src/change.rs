//! What the sandbox tells its owner while it runs: each change of the world, in order.

use chrono::{DateTime, Utc};

use crate::id::Id;

/// One change of the world. Fetch the details with the looking methods of [`Sandbox`](crate::Sandbox).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// A message appeared.
    MessageCreated(MessageChange),
    /// A message was edited, got its loading text replaced, was pinned, or got a reaction.
    MessageEdited(MessageChange),
    /// A message is gone.
    MessageDeleted(MessageChange),
    /// The registered commands changed.
    Commands,
    /// A server, channel, role or member changed, came or went.
    Servers,
    /// The clock was moved.
    Clock {
        /// The time right after the move.
        now: DateTime<Utc>,
    },
    /// Somebody, or the bot, is typing.
    Typing {
        /// Where.
        channel: Id,
        /// Who.
        user: Id,
    },
    /// The bot's gateway connection came up, resumed, or was lost.
    Gateway {
        /// How many sessions are connected now.
        connected: usize,
    },
    /// An interaction was answered for the first time.
    Answered {
        /// Which interaction.
        interaction: Id,
        /// Whose it is.
        person: Id,
    },
}

/// Which message changed, and who may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageChange {
    /// The channel it is in.
    pub channel: Id,
    /// The message.
    pub message: Id,
    /// The one person who sees it, when it is ephemeral.
    pub visible_to: Option<Id>,
}
