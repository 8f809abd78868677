//! The plain things a person does: read, write, react, delete, open a direct channel.

use chrono::TimeDelta;

use super::{ClientRefusal, Person};
use crate::change::Change;
use crate::id::Id;
use crate::permission;
use crate::world::{Channel, Message, NewMessage, State, User};

/// The largest file where nothing was paid for: 10 MiB.
const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// A file a person uploads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file with this name and content.
    #[must_use]
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.into(),
        }
    }

    pub(crate) fn into_stored(self) -> crate::world::File {
        crate::world::File {
            name: self.name,
            bytes: self.bytes,
            description: None,
        }
    }
}

impl Person {
    /// How others see this person.
    #[must_use]
    pub fn user(&self) -> User {
        self.inner.state().user(self.id)
    }

    /// What this person sees in the channel, their own ephemeral messages included, oldest first.
    /// Nothing where they may not look.
    #[must_use]
    pub fn messages(&self, channel: Id) -> Vec<Message> {
        let state = self.inner.state();
        if self.must_see(&state, channel).is_err() {
            return Vec::new();
        }
        state
            .messages
            .get(&channel)
            .into_iter()
            .flat_map(|all| all.values())
            .filter(|message| message.visible_to.is_none_or(|viewer| viewer == self.id))
            .cloned()
            .collect()
    }

    /// One message, if this person sees it.
    #[must_use]
    pub fn message(&self, channel: Id, message: Id) -> Option<Message> {
        self.messages(channel).into_iter().find(|found| found.id == message)
    }

    /// The direct channel with the bot, opened if there is none yet.
    #[must_use]
    pub fn open_direct(&self) -> Id {
        let mut state = self.inner.state();
        let bot = state.bot;
        state.open_direct(self.id, bot)
    }

    /// Writes an ordinary message.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn say(&self, channel: Id, text: &str) -> Result<Message, ClientRefusal> {
        self.write(channel, text, Vec::new())
    }

    /// Writes an ordinary message with files.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn say_with(&self, channel: Id, text: &str, files: Vec<File>) -> Result<Message, ClientRefusal> {
        self.write(channel, text, files)
    }

    fn write(&self, channel: Id, text: &str, files: Vec<File>) -> Result<Message, ClientRefusal> {
        let refuse = |reason: &str| ClientRefusal::BadValue {
            name: "message".to_owned(),
            value: text.to_owned(),
            reason: reason.to_owned(),
        };
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let found = state
            .channels
            .get(&channel)
            .ok_or(ClientRefusal::NoSuchChannel(channel))?;
        let needed = if found.kind.is_thread() {
            permission::SEND_MESSAGES_IN_THREADS
        } else {
            permission::SEND_MESSAGES
        };
        let locked = found.locked && !state.may(self.id, found, permission::MANAGE_THREADS);
        let needed = if files.is_empty() {
            needed
        } else {
            needed | permission::ATTACH_FILES
        };
        if locked || !state.may(self.id, found, needed) {
            return Err(ClientRefusal::NotAllowed);
        }
        self.must_not_wait(&state, found)?;
        if text.trim().is_empty() && files.is_empty() {
            return Err(refuse("a message needs text or a file"));
        }
        if text.chars().count() > 2000 {
            return Err(refuse("a message has at most 2000 characters"));
        }
        if files.len() > 10 || files.iter().any(|file| file.bytes.len() > LARGEST_FILE) {
            return Err(refuse("a message has at most 10 files of 10 MiB"));
        }
        state.enter_thread(channel, self.id);
        let mut new = NewMessage::new(channel, self.id);
        text.clone_into(&mut new.content);
        new.files = files.into_iter().map(File::into_stored).collect();
        Ok(state.post(new))
    }

    /// Slow mode; who moderates need not wait.
    fn must_not_wait(&self, state: &State, channel: &Channel) -> Result<(), ClientRefusal> {
        let free = state.may(self.id, channel, permission::MANAGE_MESSAGES)
            || state.may(self.id, channel, permission::MANAGE_CHANNELS);
        let wait = TimeDelta::seconds(i64::try_from(channel.slow_mode).unwrap_or_default());
        let own = |message: &&Message| message.author.id == self.id;
        let last = state.open_messages(channel.id).rev().find(own);
        match last.map(|last| last.sent_at + wait - state.now()) {
            Some(left) if !free && left > TimeDelta::zero() => Err(ClientRefusal::SlowMode(left.num_seconds() + 1)),
            _ => Ok(()),
        }
    }

    /// Shows the others that this person is typing.
    pub fn type_in(&self, channel: Id) -> Result<(), ClientRefusal> {
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        state.typing(channel, self.id);
        Ok(())
    }

    /// Deletes one of their own messages, or dismisses an ephemeral one.
    pub fn delete(&self, channel: Id, message: Id) -> Result<(), ClientRefusal> {
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let found = state
            .message(channel, message)
            .ok_or(ClientRefusal::NoSuchMessage(message))?;
        let own = found.author.id == self.id || found.visible_to == Some(self.id);
        let place = state
            .channels
            .get(&channel)
            .ok_or(ClientRefusal::NoSuchChannel(channel))?;
        if !own && !state.may(self.id, place, permission::MANAGE_MESSAGES) {
            return Err(ClientRefusal::NotAllowed);
        }
        state.delete_message(channel, message);
        Ok(())
    }

    /// Reacts to a message.
    pub fn react(&self, channel: Id, message: Id, emoji: &str) -> Result<(), ClientRefusal> {
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let on = state.message(channel, message).filter(|on| on.visible_to.is_none());
        let on = on.ok_or(ClientRefusal::NoSuchMessage(message))?;
        let known = on.reactions.iter().any(|one| one.emoji == emoji);
        let place = state.channels.get(&channel);
        let may_add = place.is_some_and(|place| state.may(self.id, place, permission::ADD_REACTIONS));
        if !known && (!may_add || on.reactions.len() >= 20) {
            return Err(ClientRefusal::NotAllowed);
        }
        state.add_reaction(channel, message, self.id, emoji);
        Ok(())
    }
}

impl crate::world::State {
    pub(crate) fn typing(&mut self, channel: Id, user: Id) {
        let server = self.channels.get(&channel).and_then(|found| found.server);
        if self.bot_sees(channel) {
            let mut data = serde_json::json!({
                "channel_id": channel, "user_id": user, "timestamp": self.now().timestamp(),
            });
            if let Some(server) = server {
                data["guild_id"] = serde_json::json!(server);
            }
            let event = crate::gateway::Event::maybe_server("TYPING_START", server, data);
            self.emit(&event.needing(crate::gateway::intent::typing(server)));
        }
        self.announce(Change::Typing { channel, user });
    }
}
