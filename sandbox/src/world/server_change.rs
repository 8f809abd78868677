//! Changes of servers, roles and members, with the gateway events they cause.

use serde_json::{Value, json};

use super::{Channel, ChannelKind, Member, Role, Server, State, User, server::timestamp};
use crate::change::Change;
use crate::gateway::{Event, intent};
use crate::id::Id;
use crate::permission;

impl State {
    pub(crate) fn add_user(&mut self, name: &str, bot: bool) -> Id {
        let id = self.next_id();
        self.users.insert(id, User::new(id, name, bot));
        id
    }

    /// A server with `@everyone`, a `#general` channel and its owner; nobody else.
    pub(crate) fn add_server(&mut self, name: &str, owner: Id) -> Id {
        let id = self.next_id();
        let everyone = Role {
            id: permission::everyone_role(id),
            name: "@everyone".to_owned(),
            permissions: permission::EVERYONE_DEFAULT,
            position: 0,
            mentionable: false,
            bot: None,
        };
        let server = Server {
            id,
            name: name.to_owned(),
            owner,
            locale: "en-US".to_owned(),
            roles: [(everyone.id, everyone)].into(),
            members: [(owner, Member::new(owner, self.now()))].into(),
            available: true,
        };
        self.servers.insert(id, server);
        self.add_channel(id, "general");
        id
    }

    pub(crate) fn add_channel(&mut self, server: Id, name: &str) -> Id {
        let id = self.next_id();
        let mut channel = Channel::new(id, ChannelKind::Text, Some(server), name);
        channel.position = self.channels_of(server).count();
        self.channels.insert(id, channel.clone());
        self.emit_channel("CHANNEL_CREATE", &channel);
        id
    }

    pub(crate) fn add_role(&mut self, server: Id, name: &str, permissions: u64, bot: Option<Id>) -> Id {
        let id = self.next_id();
        let Some(home) = self.servers.get_mut(&server) else {
            return id;
        };
        let role = Role {
            id,
            name: name.to_owned(),
            permissions,
            position: home.roles.len(),
            mentionable: false,
            bot,
        };
        home.roles.insert(id, role.clone());
        self.emit_server(
            server,
            "GUILD_ROLE_CREATE",
            json!({ "guild_id": server, "role": role.to_json() }),
        );
        id
    }

    pub(crate) fn remove_role(&mut self, server: Id, role: Id) {
        let Some(home) = self.servers.get_mut(&server) else {
            return;
        };
        home.roles.remove(&role);
        for member in home.members.values_mut() {
            member.roles.retain(|held| *held != role);
        }
        self.emit_server(
            server,
            "GUILD_ROLE_DELETE",
            json!({ "guild_id": server, "role_id": role }),
        );
    }

    pub(crate) fn change_role(&mut self, server: Id, role: Id, change: impl FnOnce(&mut Role)) {
        let found = self.servers.get_mut(&server).and_then(|home| home.roles.get_mut(&role));
        let Some(found) = found else { return };
        change(found);
        let json = found.to_json();
        self.emit_server(server, "GUILD_ROLE_UPDATE", json!({ "guild_id": server, "role": json }));
    }

    /// A user joins; the bot gets its own role and is sent the whole server.
    pub(crate) fn add_member(&mut self, server: Id, user: Id) {
        let now = self.now();
        let Some(home) = self.servers.get_mut(&server) else {
            return;
        };
        if home.members.contains_key(&user) {
            return;
        }
        home.members.insert(user, Member::new(user, now));
        if user == self.bot {
            self.welcome_bot(server);
        } else {
            let data = self.member_event(server, user);
            self.emit(&Event::server("GUILD_MEMBER_ADD", server, data).needing(intent::GUILD_MEMBERS));
        }
        self.announce(Change::Servers);
    }

    fn welcome_bot(&mut self, server: Id) {
        let (bot, name) = (self.bot, self.bot_user().name);
        let role = self.add_role(server, &name, self.bot_permissions, Some(bot));
        if let Some(member) = self
            .servers
            .get_mut(&server)
            .and_then(|home| home.members.get_mut(&bot))
        {
            member.roles.push(role);
        }
        if let Some(data) = self.server_created_json(server) {
            self.emit(&Event::server("GUILD_CREATE", server, data).needing(intent::GUILDS));
        }
    }

    pub(crate) fn remove_member(&mut self, server: Id, user: Id) {
        if self.member(server, user).is_none() {
            return;
        }
        if user == self.bot {
            let data = json!({ "id": server, "unavailable": false });
            self.emit(&Event::server("GUILD_DELETE", server, data).needing(intent::GUILDS));
        } else {
            let data = json!({ "guild_id": server, "user": self.user(user).to_json() });
            self.emit(&Event::server("GUILD_MEMBER_REMOVE", server, data).needing(intent::GUILD_MEMBERS));
        }
        if let Some(home) = self.servers.get_mut(&server) {
            home.members.remove(&user);
            home.roles.retain(|_, role| role.bot != Some(user));
        }
        self.announce(Change::Servers);
    }

    pub(crate) fn change_member(&mut self, server: Id, user: Id, change: impl FnOnce(&mut Member)) {
        let found = self
            .servers
            .get_mut(&server)
            .and_then(|home| home.members.get_mut(&user));
        let Some(found) = found else { return };
        change(found);
        let data = self.member_event(server, user);
        let needed = if user == self.bot {
            intent::GUILDS
        } else {
            intent::GUILD_MEMBERS
        };
        self.emit(&Event::server("GUILD_MEMBER_UPDATE", server, data).needing(needed));
        self.announce(Change::Servers);
    }

    /// Discord loses, or finds again, the server.
    pub(crate) fn set_available(&mut self, server: Id, available: bool) {
        let Some(home) = self.servers.get_mut(&server) else {
            return;
        };
        home.available = available;
        if available {
            if let Some(data) = self.server_created_json(server) {
                self.emit(&Event::server("GUILD_CREATE", server, data).needing(intent::GUILDS));
            }
        } else {
            let data = json!({ "id": server, "unavailable": true });
            self.emit(&Event::server("GUILD_DELETE", server, data).needing(intent::GUILDS));
        }
        self.announce(Change::Servers);
    }

    /// The whole server goes, with its channels and messages.
    pub(crate) fn delete_server(&mut self, server: Id) {
        let data = json!({ "id": server, "unavailable": false });
        self.emit(&Event::server("GUILD_DELETE", server, data).needing(intent::GUILDS));
        self.servers.remove(&server);
        let gone: Vec<Id> = self
            .channels
            .values()
            .filter(|channel| channel.server == Some(server))
            .map(|channel| channel.id)
            .collect();
        for channel in gone {
            self.channels.remove(&channel);
            self.forget_messages(channel);
        }
        self.announce(Change::Servers);
    }

    fn member_event(&self, server: Id, user: Id) -> Value {
        let mut data = self
            .member(server, user)
            .map(|member| member.to_json(Some(&self.user(user))))
            .unwrap_or_default();
        data["guild_id"] = json!(server);
        data
    }

    fn emit_server(&mut self, server: Id, name: &'static str, data: Value) {
        self.emit(&Event::server(name, server, data).needing(intent::GUILDS));
        self.announce(Change::Servers);
    }

    /// What `GUILD_CREATE` says about the server.
    pub(crate) fn server_created_json(&self, server: Id) -> Option<Value> {
        let home = self.servers.get(&server)?;
        let bot = home.members.get(&self.bot)?;
        let mut data = home.to_json();
        data["joined_at"] = json!(timestamp(bot.joined_at));
        data["large"] = (home.members.len() > 250).into();
        data["unavailable"] = false.into();
        data["member_count"] = json!(home.members.len());
        data["members"] = home
            .members
            .values()
            .filter(|member| home.members.len() <= 250 || member.user == self.bot)
            .map(|member| member.to_json(Some(&self.user(member.user))))
            .collect();
        data["channels"] = self
            .channels_of(server)
            .map(|channel| self.channel_json(channel))
            .collect();
        data["threads"] = self
            .threads_of(server)
            .filter(|thread| !thread.archived)
            .map(|thread| self.channel_json(thread))
            .collect();
        for empty in [
            "voice_states",
            "presences",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds",
        ] {
            data[empty] = json!([]);
        }
        Some(data)
    }
}
