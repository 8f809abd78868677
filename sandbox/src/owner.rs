//! The owner shapes the world. Every change sends the gateway events that Discord sends.

use chrono::TimeDelta;

use crate::id::Id;
use crate::person::Person;
use crate::sandbox::Sandbox;
use crate::world::OverwriteFor;

impl Sandbox {
    /// A new person. The username is the name in lower case.
    #[must_use]
    pub fn add_person(&self, name: &str) -> Id {
        self.inner.state().add_user(name, false)
    }

    /// A new server with `@everyone` and a `#general` channel; its owner and the bot are members.
    #[must_use]
    pub fn add_server(&self, name: &str, owner: Id) -> Id {
        let mut state = self.inner.state();
        let server = state.add_server(name, owner);
        let bot = state.bot;
        state.add_member(server, bot);
        server
    }

    /// A new server like that of [`add_server`](Self::add_server) that the bot has not joined.
    #[must_use]
    pub fn add_server_without_bot(&self, name: &str, owner: Id) -> Id {
        self.inner.state().add_server(name, owner)
    }

    /// Discord deletes the server and everything in it.
    pub fn delete_server(&self, server: Id) {
        self.inner.state().delete_server(server);
    }

    /// Discord cannot reach the server, or can again.
    pub fn set_available(&self, server: Id, available: bool) {
        self.inner.state().set_available(server, available);
    }

    /// The bot is invited.
    pub fn add_bot(&self, server: Id) {
        let mut state = self.inner.state();
        let bot = state.bot;
        state.add_member(server, bot);
    }

    /// The bot is kicked.
    pub fn remove_bot(&self, server: Id) {
        let mut state = self.inner.state();
        let bot = state.bot;
        state.remove_member(server, bot);
    }

    /// The person joins the server.
    pub fn add_member(&self, server: Id, person: Id) {
        self.inner.state().add_member(server, person);
    }

    /// The person leaves the server.
    pub fn remove_member(&self, server: Id, person: Id) {
        self.inner.state().remove_member(server, person);
    }

    /// The name the member goes by in this server; `None` for their own.
    pub fn set_nickname(&self, server: Id, person: Id, nickname: Option<&str>) {
        self.inner.state().change_member(server, person, |member| {
            member.nickname = nickname.map(str::to_owned);
        });
    }

    /// A moderator silences the member for 28 days, Discord's longest, or lets them speak again.
    pub fn set_timed_out(&self, server: Id, person: Id, timed_out: bool) {
        let until = self.inner.clock.now() + TimeDelta::days(28);
        self.inner.state().change_member(server, person, |member| {
            member.timed_out_until = timed_out.then_some(until);
        });
    }

    /// A new role with these [permission](crate::permission) bits.
    #[must_use]
    pub fn add_role(&self, server: Id, name: &str, permissions: u64) -> Id {
        self.inner.state().add_role(server, name, permissions, None)
    }

    /// The role is deleted and taken from all members.
    pub fn remove_role(&self, server: Id, role: Id) {
        self.inner.state().remove_role(server, role);
    }

    /// Changes what a role allows. The role with the server's id is `@everyone`.
    pub fn set_role_permissions(&self, server: Id, role: Id, permissions: u64) {
        self.inner
            .state()
            .change_role(server, role, |found| found.permissions = permissions);
    }

    /// Whether everybody may ping the role.
    pub fn set_mentionable(&self, server: Id, role: Id, mentionable: bool) {
        self.inner
            .state()
            .change_role(server, role, |found| found.mentionable = mentionable);
    }

    /// Gives the member the role.
    pub fn give_role(&self, server: Id, person: Id, role: Id) {
        self.inner.state().change_member(server, person, |member| {
            if !member.roles.contains(&role) {
                member.roles.push(role);
            }
        });
    }

    /// Takes the role from the member.
    pub fn take_role(&self, server: Id, person: Id, role: Id) {
        self.inner.state().change_member(server, person, |member| {
            member.roles.retain(|held| *held != role);
        });
    }

    /// A new text channel.
    #[must_use]
    pub fn add_channel(&self, server: Id, name: &str) -> Id {
        self.inner.state().add_channel(server, name)
    }

    /// The channel goes, with its messages and threads.
    pub fn delete_channel(&self, channel: Id) {
        self.inner.state().delete_channel(channel);
    }

    /// The channel gets another name.
    pub fn rename_channel(&self, channel: Id, name: &str) {
        self.inner
            .state()
            .change_channel(channel, |found| name.clone_into(&mut found.name));
    }

    /// A thread goes to the archive, or comes back.
    pub fn set_archived(&self, thread: Id, archived: bool) {
        self.inner
            .state()
            .change_channel(thread, |found| found.archived = archived);
    }

    /// A thread is locked, or opened again.
    pub fn set_locked(&self, thread: Id, locked: bool) {
        self.inner.state().change_channel(thread, |found| found.locked = locked);
    }

    /// How many seconds people must wait between two messages; bots and moderators need not.
    pub fn set_slow_mode(&self, channel: Id, seconds: u64) {
        self.inner
            .state()
            .change_channel(channel, |found| found.slow_mode = seconds.min(21_600));
    }

    /// Somebody with the right to do so pins the message, or unpins it.
    pub fn set_pinned(&self, channel: Id, message: Id, pinned: bool, by: Id) {
        self.inner.state().set_pinned(channel, message, pinned, by);
    }

    /// What the channel allows and denies a role or a member; both 0 takes the overwrite away.
    pub fn set_overwrite(&self, channel: Id, whose: OverwriteFor, allow: u64, deny: u64) {
        self.inner.state().set_overwrite(channel, whose, allow, deny);
    }

    /// Opens or closes the person's direct messages.
    pub fn set_direct_messages(&self, person: Id, open: bool) {
        if let Some(user) = self.inner.state().users.get_mut(&person) {
            user.direct_messages_open = open;
        }
    }

    /// The language of the person's client, such as `de`.
    pub fn set_locale(&self, person: Id, locale: &str) {
        if let Some(user) = self.inner.state().users.get_mut(&person) {
            locale.clone_into(&mut user.locale);
        }
    }

    /// The language of the server.
    pub fn set_server_locale(&self, server: Id, locale: &str) {
        if let Some(found) = self.inner.state().servers.get_mut(&server) {
            locale.clone_into(&mut found.locale);
        }
    }

    /// Somebody with the right to do so deletes the message.
    pub fn delete_message(&self, channel: Id, message: Id) {
        self.inner.state().delete_message(channel, message);
    }

    /// The hands and eyes of a person.
    #[must_use]
    pub fn person(&self, id: Id) -> Person {
        Person::new(&self.inner, id)
    }
}
