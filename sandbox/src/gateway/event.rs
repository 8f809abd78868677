//! An event on its way to the sessions that asked for it.

use serde_json::{Value, json};

use super::intent;
use crate::id::Id;
use crate::world::State;

/// A dispatch, and who gets it.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
    /// Decides the shard; without one it is shard 0.
    pub(crate) server: Option<Id>,
    /// A session needs one of these; 0 needs none.
    intents: u64,
    /// Where in the data messages stand whose content takes the privileged intent.
    private: Vec<&'static str>,
}

impl Event {
    pub(crate) fn maybe_server(name: &'static str, server: Option<Id>, data: Value) -> Self {
        Self {
            name,
            data,
            server,
            intents: 0,
            private: Vec::new(),
        }
    }

    pub(crate) fn server(name: &'static str, server: Id, data: Value) -> Self {
        Self::maybe_server(name, Some(server), data)
    }

    pub(crate) fn needing(mut self, intents: u64) -> Self {
        self.intents = intents;
        self
    }

    /// The content of the message at this JSON pointer is for those who may read it.
    pub(crate) fn with_private(mut self, pointer: &'static str) -> Self {
        self.private.push(pointer);
        self
    }

    pub(crate) fn is_for(&self, intents: u64, shard: (u64, u64)) -> bool {
        let own = self.server.map_or(0, |server| (server.get() >> 22) % shard.1);
        own == shard.0 && (self.intents == 0 || self.intents & intents != 0)
    }

    /// The data as a session with these intents may read it.
    pub(crate) fn data_for(&self, intents: u64) -> Value {
        let mut data = self.data.clone();
        if intents & intent::MESSAGE_CONTENT == 0 {
            for pointer in &self.private {
                if let Some(message) = data.pointer_mut(pointer) {
                    hide_content(message);
                }
            }
        }
        data
    }
}

/// Takes out of a message what only the privileged intent shows.
pub(crate) fn hide_content(message: &mut Value) {
    let Value::Object(message) = message else { return };
    message.insert("content".to_owned(), json!(""));
    for part in ["embeds", "attachments", "components"] {
        message.insert(part.to_owned(), json!([]));
    }
}

impl State {
    /// Sends the event to every session it is for. Servers the bot is not in stay silent.
    pub(crate) fn emit(&mut self, event: &Event) {
        let silent = event.server.is_some_and(|server| !self.bot_is_in(server));
        if !silent {
            self.sessions.dispatch(event);
        }
    }
}
