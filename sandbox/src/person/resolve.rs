//! The `resolved` part of an interaction: the things whose ids stand in options or selects.

use serde_json::{Map, Value, json};

use crate::id::Id;
use crate::world::{Attachment, Message, State};

/// Collects what was named.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    parts: Map<String, Value>,
}

impl Resolved {
    fn put(&mut self, part: &str, id: Id, value: Value) {
        let list = self.parts.entry(part).or_insert_with(|| json!({}));
        list[id.to_string()] = value;
    }

    pub(crate) fn user(&mut self, state: &State, channel: Id, id: Id) {
        self.put("users", id, state.user(id).to_json());
        let Some(place) = state.channels.get(&channel) else {
            return;
        };
        if let Some(member) = place.server.and_then(|server| state.member(server, id)) {
            let mut data = member.to_json(None);
            data["permissions"] = json!(state.permissions(id, place).to_string());
            self.put("members", id, data);
        }
    }

    pub(crate) fn message(&mut self, message: &Message) {
        self.put("messages", message.id, message.to_json());
    }

    pub(crate) fn role(&mut self, state: &State, server: Id, id: Id) {
        if let Some(role) = state.servers.get(&server).and_then(|home| home.roles.get(&id)) {
            self.put("roles", id, role.to_json());
        }
    }

    pub(crate) fn channel(&mut self, state: &State, person: Id, id: Id) {
        if let Some(channel) = state.channels.get(&id) {
            let mut data = channel.to_json(&[]);
            data["permissions"] = json!(state.permissions(person, channel).to_string());
            self.put("channels", id, data);
        }
    }

    pub(crate) fn file(&mut self, file: &Attachment) {
        self.put("attachments", file.id, file.to_json());
    }

    /// Takes over everything `other` collected.
    pub(crate) fn merge(&mut self, other: Self) {
        for (part, things) in other.parts {
            let list = self.parts.entry(part).or_insert_with(|| json!({}));
            for (id, value) in things.as_object().into_iter().flatten() {
                list[id] = value.clone();
            }
        }
    }

    pub(crate) fn into_json(self) -> Option<Value> {
        (!self.parts.is_empty()).then_some(Value::Object(self.parts))
    }
}
