//! Messages go: deleted by somebody, or forgotten by the client of the one person who saw them.

use serde_json::{Value, json};

use super::message_change::change;
use super::{Message, State, THREAD_STARTER};
use crate::change::Change;
use crate::gateway::{Event, intent};
use crate::id::Id;

/// How many messages that only one person sees are kept, of all channels together.
const MOST_EPHEMERAL: usize = 10_000;

impl State {
    /// Notes a message that only one person sees. A client keeps them until it is closed; here the newest are kept.
    pub(crate) fn note_ephemeral(&mut self, channel: Id, message: Id) {
        self.ephemeral.push_back((channel, message));
        if self.ephemeral.len() > MOST_EPHEMERAL
            && let Some((channel, message)) = self.ephemeral.pop_front()
        {
            self.remove(channel, message);
        }
    }

    pub(crate) fn delete_message(&mut self, channel: Id, id: Id) -> bool {
        let Some(gone) = self.remove(channel, id) else {
            return false;
        };
        if gone.visible_to.is_none() {
            self.emit_gone("MESSAGE_DELETE", channel, json!({ "id": id }));
        }
        true
    }

    /// Deletes many at once; one event tells of them.
    pub(crate) fn delete_messages(&mut self, channel: Id, ids: &[Id]) {
        let gone: Vec<Id> = ids
            .iter()
            .filter(|id| self.remove(channel, **id).is_some())
            .copied()
            .collect();
        self.emit_gone("MESSAGE_DELETE_BULK", channel, json!({ "ids": gone }));
    }

    fn remove(&mut self, channel: Id, id: Id) -> Option<Message> {
        let gone = self.messages.get_mut(&channel)?.remove(&id)?;
        for file in &gone.attachments {
            self.files.remove(&file.id);
        }
        if let Some(place) = self.channels.get_mut(&channel)
            && place.kind.is_thread()
            && gone.visible_to.is_none()
            && gone.kind != THREAD_STARTER
        {
            place.message_count = place.message_count.saturating_sub(1);
        }
        self.announce(Change::MessageDeleted(change(&gone)));
        Some(gone)
    }

    fn emit_gone(&mut self, name: &'static str, channel: Id, mut data: Value) {
        if !self.bot_sees(channel) {
            return;
        }
        let server = self.channels.get(&channel).and_then(|found| found.server);
        data["channel_id"] = json!(channel);
        if let Some(server) = server {
            data["guild_id"] = json!(server);
        }
        self.emit(&Event::maybe_server(name, server, data).needing(intent::messages(server)));
    }
}
