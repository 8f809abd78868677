//! The owner looks at the world, as nobody on Discord can: everything, at any time.

use serde_json::Value;

use crate::id::Id;
use crate::log::LoggedRequest;
use crate::sandbox::Sandbox;
use crate::world::{Attachment, Channel, Member, Message, Role, Server, User};

/// A member together with its user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MemberView {
    /// The user.
    pub user: User,
    /// Its membership.
    pub member: Member,
}

impl Sandbox {
    /// All servers, oldest first.
    #[must_use]
    pub fn servers(&self) -> Vec<Server> {
        self.inner.state().servers.values().cloned().collect()
    }

    /// One server.
    #[must_use]
    pub fn server(&self, server: Id) -> Option<Server> {
        self.inner.state().servers.get(&server).cloned()
    }

    /// The server's text channels in order.
    #[must_use]
    pub fn channels(&self, server: Id) -> Vec<Channel> {
        self.inner.state().channels_of(server).cloned().collect()
    }

    /// The server's threads, archived ones included.
    #[must_use]
    pub fn threads(&self, server: Id) -> Vec<Channel> {
        self.inner.state().threads_of(server).cloned().collect()
    }

    /// One channel, thread or direct channel.
    #[must_use]
    pub fn channel(&self, channel: Id) -> Option<Channel> {
        self.inner.state().channels.get(&channel).cloned()
    }

    /// The server's members, bots included, by the age of their accounts.
    #[must_use]
    pub fn members(&self, server: Id) -> Vec<MemberView> {
        let state = self.inner.state();
        let members = state
            .servers
            .get(&server)
            .into_iter()
            .flat_map(|home| home.members.values());
        members
            .map(|member| MemberView {
                user: state.user(member.user),
                member: member.clone(),
            })
            .collect()
    }

    /// The server's roles, `@everyone` first.
    #[must_use]
    pub fn roles(&self, server: Id) -> Vec<Role> {
        let state = self.inner.state();
        state
            .servers
            .get(&server)
            .into_iter()
            .flat_map(|home| home.roles.values().cloned())
            .collect()
    }

    /// All users, bots included.
    #[must_use]
    pub fn users(&self) -> Vec<User> {
        self.inner.state().users.values().cloned().collect()
    }

    /// One user.
    #[must_use]
    pub fn user(&self, user: Id) -> Option<User> {
        self.inner.state().users.get(&user).cloned()
    }

    /// What the user may do in the channel, as [permission](crate::permission) bits.
    #[must_use]
    pub fn permissions(&self, user: Id, channel: Id) -> u64 {
        let state = self.inner.state();
        state
            .channels
            .get(&channel)
            .map_or(0, |channel| state.permissions(user, channel))
    }

    /// The channel's messages that everybody there sees, oldest first.
    #[must_use]
    pub fn messages(&self, channel: Id) -> Vec<Message> {
        self.inner.state().open_messages(channel).cloned().collect()
    }

    /// One message, ephemeral ones included.
    #[must_use]
    pub fn message(&self, channel: Id, message: Id) -> Option<Message> {
        self.inner.state().message(channel, message).cloned()
    }

    /// The direct channel between the bot and the person, once there is one.
    #[must_use]
    pub fn direct_channel(&self, person: Id) -> Option<Id> {
        let state = self.inner.state();
        state.direct_channel(state.bot, person)
    }

    /// The bytes of a file of a message.
    #[must_use]
    pub fn file(&self, attachment: &Attachment) -> Option<Vec<u8>> {
        let state = self.inner.state();
        state
            .files
            .get(&attachment.id)
            .map(|stored| stored.bytes.as_ref().clone())
    }

    /// The file behind an attachment's address: its media type and its bytes.
    #[must_use]
    pub fn file_at(&self, url: &str) -> Option<(String, Vec<u8>)> {
        let (path, _) = url.split_once('?').unwrap_or((url, ""));
        let id: Id = path.rsplit('/').nth(1)?.parse().ok()?;
        let state = self.inner.state();
        let stored = state.files.get(&id)?;
        Some((stored.content_type.clone(), stored.bytes.as_ref().clone()))
    }

    /// The registered global commands, as they are read back.
    #[must_use]
    pub fn commands(&self) -> Vec<Value> {
        self.inner.state().commands.clone()
    }

    /// The commands registered for one server only.
    #[must_use]
    pub fn server_commands(&self, server: Id) -> Vec<Value> {
        self.inner
            .state()
            .server_commands
            .get(&server)
            .cloned()
            .unwrap_or_default()
    }

    /// The last REST requests and their answers, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.inner.log.all()
    }
}
