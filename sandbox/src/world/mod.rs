//! The world: servers, people, channels, messages, commands, interactions, behind one lock.
//! Each change is made here, in one place, and tells the gateway sessions and the owner what happened.

mod attachment;
mod channel;
mod channel_change;
mod command;
mod direct;
mod interaction;
mod lookup;
mod mention;
mod message;
mod message_change;
mod message_gone;
mod reaction;
mod role;
mod server;
mod server_change;
mod slow;
mod system;
mod user;

use std::collections::{BTreeMap, HashMap, VecDeque};

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::sync::broadcast;

pub(crate) use attachment::{File, Stored};
pub use channel::{Channel, ChannelKind, Overwrite, OverwriteFor};
pub(crate) use channel_change::NewThread;
pub(crate) use interaction::{Given, InteractionRecord, Kind, Used, token};
pub(crate) use mention::Mentioning;
pub use message::{Attachment, Mentions, Message, Reaction};
pub(crate) use message::{COMPONENTS_V2, EPHEMERAL, LOADING, find, without_nulls};
pub(crate) use message_change::{Edit, NewMessage};
pub use role::Role;
pub(crate) use server::timestamp;
pub use server::{Member, Server};
pub(crate) use slow::SlowLimits;
pub(crate) use system::THREAD_STARTER;
pub use user::User;

use crate::change::Change;
use crate::clock::Clock;
use crate::gateway::Sessions;
use crate::id::{Id, IdSource};
use crate::limit::RateLimits;

/// Who a nonce was used by, and where.
pub(crate) type NonceKey = (Id, Id, String);

/// Everything that exists, and those who are told when it changes.
pub(crate) struct State {
    pub(crate) clock: Clock,
    ids: IdSource,
    pub(crate) bot: Id,
    pub(crate) application: Id,
    pub(crate) bot_permissions: u64,
    /// Whether the intent for the content of messages is switched on for the application.
    pub(crate) reads_content: bool,
    pub(crate) users: BTreeMap<Id, User>,
    pub(crate) servers: BTreeMap<Id, Server>,
    pub(crate) channels: BTreeMap<Id, Channel>,
    pub(crate) messages: HashMap<Id, BTreeMap<Id, Message>>,
    pub(crate) files: HashMap<Id, Stored>,
    pub(crate) nonces: HashMap<NonceKey, (Id, DateTime<Utc>)>,
    nonces_swept_at: usize,
    /// Ephemeral messages, oldest first: a client forgets them one day.
    ephemeral: VecDeque<(Id, Id)>,
    pub(crate) slow_limits: SlowLimits,
    pub(crate) commands: Vec<Value>,
    pub(crate) server_commands: HashMap<Id, Vec<Value>>,
    pub(crate) interactions: HashMap<Id, InteractionRecord>,
    interactions_swept_at: usize,
    command_creates: Vec<(Option<Id>, DateTime<Utc>)>,
    pub(crate) sessions: Sessions,
    changes: broadcast::Sender<Change>,
}

impl State {
    pub(crate) fn new(clock: Clock, application_name: &str, bot_permissions: u64) -> Self {
        let mut ids = IdSource::default();
        let application = ids.next(clock.now());
        let mut bot = User::new(application, application_name, true);
        bot.direct_messages_open = true;
        Self {
            clock,
            ids,
            bot: application,
            application,
            bot_permissions,
            reads_content: false,
            users: BTreeMap::from([(application, bot)]),
            servers: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: HashMap::new(),
            files: HashMap::new(),
            nonces: HashMap::new(),
            nonces_swept_at: 1024,
            ephemeral: VecDeque::new(),
            slow_limits: SlowLimits::of(RateLimits::default()),
            commands: Vec::new(),
            server_commands: HashMap::new(),
            interactions: HashMap::new(),
            interactions_swept_at: 1024,
            command_creates: Vec::new(),
            sessions: Sessions::default(),
            changes: broadcast::Sender::new(4096),
        }
    }

    pub(crate) fn next_id(&mut self) -> Id {
        self.ids.next(self.clock.now())
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Tells the owner; nobody listening is fine.
    pub(crate) fn announce(&self, change: Change) {
        self.changes.send(change).ok();
    }

    pub(crate) fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    pub(crate) fn bot_user(&self) -> User {
        self.user(self.bot)
    }

    /// The user, or a nameless one for an id nobody has.
    pub(crate) fn user(&self, id: Id) -> User {
        self.users
            .get(&id)
            .cloned()
            .unwrap_or_else(|| User::new(id, "Deleted User", false))
    }
}
