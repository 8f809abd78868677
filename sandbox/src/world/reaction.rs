//! Reactions and pins.

use serde_json::json;

use super::{Reaction, State};
use crate::gateway::{Event, intent};
use crate::id::Id;

impl State {
    pub(crate) fn add_reaction(&mut self, channel: Id, message: Id, user: Id, emoji: &str) {
        let Some(found) = self.messages.get_mut(&channel).and_then(|all| all.get_mut(&message)) else {
            return;
        };
        match found.reactions.iter_mut().find(|reaction| reaction.emoji == emoji) {
            Some(reaction) if reaction.people.contains(&user) => return,
            Some(reaction) => reaction.people.push(user),
            None => found.reactions.push(Reaction {
                emoji: emoji.to_owned(),
                people: vec![user],
            }),
        }
        self.reaction_event("MESSAGE_REACTION_ADD", channel, message, user, emoji);
    }

    pub(crate) fn remove_reaction(&mut self, channel: Id, message: Id, user: Id, emoji: &str) {
        let Some(found) = self.messages.get_mut(&channel).and_then(|all| all.get_mut(&message)) else {
            return;
        };
        for reaction in &mut found.reactions {
            if reaction.emoji == emoji {
                reaction.people.retain(|one| *one != user);
            }
        }
        found.reactions.retain(|reaction| !reaction.people.is_empty());
        self.reaction_event("MESSAGE_REACTION_REMOVE", channel, message, user, emoji);
    }

    fn reaction_event(&mut self, name: &'static str, channel: Id, message: Id, user: Id, emoji: &str) {
        let server = self.channels.get(&channel).and_then(|found| found.server);
        let mut data = json!({
            "user_id": user, "channel_id": channel, "message_id": message,
            "emoji": { "id": null, "name": emoji }, "burst": false, "type": 0,
        });
        if let Some(server) = server {
            data["guild_id"] = json!(server);
            if let Some(member) = self.member(server, user) {
                data["member"] = member.to_json(Some(&self.user(user)));
            }
        }
        if self.bot_sees(channel) {
            self.emit(&Event::maybe_server(name, server, data).needing(intent::reactions(server)));
        }
        if let Some(found) = self.message(channel, message) {
            self.announce(crate::Change::MessageEdited(crate::MessageChange {
                channel,
                message,
                visible_to: found.visible_to,
            }));
        }
    }

    /// Pins or unpins the message.
    pub(crate) fn set_pinned(&mut self, channel: Id, message: Id, pinned: bool, by: Id) {
        let Some(found) = self.messages.get_mut(&channel).and_then(|all| all.get_mut(&message)) else {
            return;
        };
        if found.pinned == pinned {
            return;
        }
        found.pinned = pinned;
        let server = found.server_id;
        let now = self.now();
        self.message_changed(channel, message);
        let place = self.channels.get_mut(&channel);
        let last_pin_at = place.and_then(|place| {
            place.last_pin_at = if pinned { Some(now) } else { place.last_pin_at };
            place.last_pin_at
        });
        let mut data = json!({ "channel_id": channel, "last_pin_timestamp": last_pin_at.map(super::timestamp) });
        if let Some(server) = server {
            data["guild_id"] = json!(server);
        }
        let needed = server.map_or(intent::DIRECT_MESSAGES, |_| intent::GUILDS);
        self.emit(&Event::maybe_server("CHANNEL_PINS_UPDATE", server, data).needing(needed));
        if pinned {
            self.tell_pinned(channel, message, by);
        }
    }
}
