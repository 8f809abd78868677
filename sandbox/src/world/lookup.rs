//! Looking things up in the world, and what somebody may do in a channel.

use serde_json::Value;

use super::{Channel, ChannelKind, Member, Message, Server, State, User};
use crate::gateway::hide_content;
use crate::id::Id;
use crate::permission;

impl State {
    pub(crate) fn member(&self, server: Id, user: Id) -> Option<&Member> {
        self.servers.get(&server)?.members.get(&user)
    }

    pub(crate) fn bot_is_in(&self, server: Id) -> bool {
        self.member(server, self.bot).is_some()
    }

    /// The channel whose overwrites count: a thread goes by its parent.
    fn ruling<'a>(&'a self, channel: &'a Channel) -> &'a Channel {
        channel
            .parent
            .filter(|_| channel.kind.is_thread())
            .and_then(|parent| self.channels.get(&parent))
            .unwrap_or(channel)
    }

    /// What the user may do in the channel; 0 for a stranger.
    pub(crate) fn permissions(&self, user: Id, channel: &Channel) -> u64 {
        let Some(server) = channel.server else {
            return if channel.people.contains(&user) {
                permission::DIRECT
            } else {
                0
            };
        };
        let Some(server) = self.servers.get(&server) else {
            return 0;
        };
        let Some(member) = server.members.get(&user) else {
            return 0;
        };
        let bits = permission::in_channel(server, self.ruling(channel), member, self.now());
        let hidden = channel.kind == ChannelKind::PrivateThread
            && !channel.people.contains(&user)
            && !permission::holds(bits, permission::MANAGE_THREADS);
        if hidden { 0 } else { bits }
    }

    pub(crate) fn may(&self, user: Id, channel: &Channel, wanted: u64) -> bool {
        permission::holds(self.permissions(user, channel), wanted)
    }

    pub(crate) fn message(&self, channel: Id, message: Id) -> Option<&Message> {
        self.messages.get(&channel)?.get(&message)
    }

    /// Whether the bot may read the message without the privileged intent: its own, direct ones, and what mentions it.
    pub(crate) fn is_open(&self, message: &Message) -> bool {
        message.server_id.is_none()
            || message.author.id == self.bot
            || message.mentions.people.iter().any(|user| user.id == self.bot)
    }

    /// The message as the bot reads it over REST, where the privileged intent counts when it is switched on.
    pub(crate) fn message_json(&self, message: &Message) -> Value {
        let mut body = message.to_json();
        if !self.reads_content && !self.is_open(message) {
            hide_content(&mut body);
        }
        body
    }

    /// All messages of the channel that everybody there sees, oldest first.
    pub(crate) fn open_messages(&self, channel: Id) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages
            .get(&channel)
            .into_iter()
            .flat_map(|all| all.values())
            .filter(|message| message.visible_to.is_none())
    }

    /// The server's channels in order, threads left out.
    pub(crate) fn channels_of(&self, server: Id) -> impl Iterator<Item = &Channel> {
        self.channels
            .values()
            .filter(move |channel| channel.server == Some(server) && !channel.kind.is_thread())
    }

    pub(crate) fn threads_of(&self, server: Id) -> impl Iterator<Item = &Channel> {
        self.channels
            .values()
            .filter(move |channel| channel.server == Some(server) && channel.kind.is_thread())
    }

    /// Servers that both users are in.
    pub(crate) fn shared_servers(&self, one: Id, other: Id) -> impl Iterator<Item = &Server> {
        self.servers
            .values()
            .filter(move |server| server.members.contains_key(&one) && server.members.contains_key(&other))
    }

    /// The others in a direct channel, as `viewer` sees it.
    pub(crate) fn recipients(&self, channel: &Channel, viewer: Id) -> Vec<User> {
        channel
            .people
            .iter()
            .filter(|id| channel.kind == ChannelKind::Direct && **id != viewer)
            .map(|id| self.user(*id))
            .collect()
    }

    pub(crate) fn channel_json(&self, channel: &Channel) -> Value {
        channel.to_json(&self.recipients(channel, self.bot))
    }
}
