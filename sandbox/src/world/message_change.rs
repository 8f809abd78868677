//! Messages appear, change and go; everybody who may know is told.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::attachment::resolve_files;
use super::mention::{Said, mentioning_text};
use super::{EPHEMERAL, File, LOADING, Mentioning, Mentions, Message, State, THREAD_STARTER};
use crate::change::{Change, MessageChange};
use crate::gateway::{Event, intent};
use crate::id::Id;
use crate::permission;

/// How long a nonce is remembered.
const NONCE_LIFE: TimeDelta = TimeDelta::minutes(5);

/// A message that passed all checks.
#[derive(Clone, Debug)]
pub(crate) struct NewMessage {
    pub(crate) channel: Id,
    pub(crate) author: Id,
    pub(crate) kind: u64,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) files: Vec<File>,
    pub(crate) flags: u64,
    pub(crate) allowed_mentions: Value,
    pub(crate) mentioning: Mentioning,
    pub(crate) nonce: Value,
    pub(crate) enforce_nonce: bool,
    pub(crate) reply_to: Option<Id>,
    pub(crate) about: Option<(Id, Option<Id>)>,
    pub(crate) tts: bool,
    pub(crate) visible_to: Option<Id>,
    pub(crate) interaction: Option<Value>,
}

impl NewMessage {
    pub(crate) fn new(channel: Id, author: Id) -> Self {
        Self {
            channel,
            author,
            kind: 0,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            files: Vec::new(),
            flags: 0,
            allowed_mentions: Value::Null,
            mentioning: Mentioning::Ordinary,
            nonce: Value::Null,
            enforce_nonce: false,
            reply_to: None,
            about: None,
            tts: false,
            visible_to: None,
            interaction: None,
        }
    }
}

/// What an edit changes; `None` leaves a part as it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edit {
    pub(crate) content: Option<String>,
    pub(crate) embeds: Option<Vec<Value>>,
    pub(crate) components: Option<Vec<Value>>,
    /// The ids of files that stay.
    pub(crate) kept_files: Option<Vec<Id>>,
    pub(crate) files: Vec<File>,
    pub(crate) flags: Option<u64>,
    pub(crate) allowed_mentions: Value,
}

impl State {
    /// Posts the message, or gives back the earlier one with the same enforced nonce.
    pub(crate) fn post(&mut self, new: NewMessage) -> Message {
        let nonce = new.nonce.clone();
        let key = (new.author, new.channel, nonce.to_string());
        if new.enforce_nonce
            && !nonce.is_null()
            && let Some(earlier) = self.earlier(&key)
        {
            return earlier;
        }
        let message = self.insert(new);
        if !nonce.is_null() {
            self.forget_old_nonces();
            self.nonces.insert(key, (message.id, self.now()));
        }
        self.emit_message("MESSAGE_CREATE", &message, &nonce);
        self.announce(Change::MessageCreated(change(&message)));
        message
    }

    fn earlier(&self, key: &super::NonceKey) -> Option<Message> {
        let (id, at) = self.nonces.get(key)?;
        let fresh = (self.now() - *at).abs() < NONCE_LIFE;
        self.message(key.1, *id).filter(|_| fresh).cloned()
    }

    /// Forgets what no longer counts, whenever there is twice as much as was left the last time.
    fn forget_old_nonces(&mut self) {
        if self.nonces.len() < self.nonces_swept_at {
            return;
        }
        let now = self.now();
        self.nonces.retain(|_, (_, at)| (now - *at).abs() < NONCE_LIFE);
        self.nonces_swept_at = 1024 + 2 * self.nonces.len();
    }

    fn insert(&mut self, new: NewMessage) -> Message {
        let mentions = self.mentions_of(&new);
        let id = self.next_id();
        let attachments: Vec<_> = new
            .files
            .into_iter()
            .map(|file| self.store_file(new.channel, file))
            .collect();
        let by_webhook = new.interaction.is_some();
        let mut message = Message {
            id,
            channel_id: new.channel,
            server_id: self.channels.get(&new.channel).and_then(|channel| channel.server),
            author: self.user(new.author),
            kind: new.kind,
            content: new.content.trim().to_owned(),
            embeds: new.embeds,
            components: new.components,
            attachments,
            flags: new.flags,
            visible_to: new.visible_to,
            sent_at: self.now(),
            edited_at: None,
            mentions,
            reply_to: new.reply_to,
            about: new.about,
            thread: None,
            pinned: false,
            reactions: Vec::new(),
            tts: new.tts,
            application: by_webhook.then_some(self.application),
            interaction: new.interaction,
        };
        resolve_files(&mut message);
        self.messages
            .entry(new.channel)
            .or_default()
            .insert(id, message.clone());
        if message.visible_to.is_some() {
            self.note_ephemeral(new.channel, id);
        } else if let Some(channel) = self.channels.get_mut(&new.channel) {
            channel.last_message = Some(id);
            let counts = channel.kind.is_thread() && message.kind != THREAD_STARTER;
            channel.message_count += u64::from(counts);
            channel.messages_sent += u64::from(counts);
        }
        message
    }

    fn mentions_of(&self, new: &NewMessage) -> Mentions {
        let text = mentioning_text(&new.content, &new.components);
        let mut found = self.mentions(&Said {
            author: new.author,
            channel: new.channel,
            text: &text,
            allowed: &new.allowed_mentions,
            source: new.mentioning,
        });
        let replied = new.reply_to.and_then(|id| self.message(new.channel, id));
        let given = &new.allowed_mentions;
        if let Some(replied) = replied
            && (given.is_null() || given["replied_user"] == true)
            && !found.people.contains(&replied.author)
        {
            found.people.push(replied.author.clone());
        }
        found
    }

    /// Changes the message; nothing happens when it is gone.
    pub(crate) fn edit(&mut self, channel: Id, id: Id, edit: Edit) -> Option<Message> {
        let old = self.message(channel, id)?.clone();
        let added: Vec<_> = edit
            .files
            .into_iter()
            .map(|file| self.store_file(channel, file))
            .collect();
        let now = self.now();
        let mut new = old;
        if let Some(content) = edit.content {
            content.trim().clone_into(&mut new.content);
        }
        new.embeds = edit.embeds.unwrap_or(new.embeds);
        new.components = edit.components.unwrap_or(new.components);
        if let Some(kept) = edit.kept_files {
            let (stay, go): (Vec<_>, _) = new.attachments.into_iter().partition(|file| kept.contains(&file.id));
            new.attachments = stay;
            for file in go {
                self.files.remove(&file.id);
            }
        }
        new.attachments.extend(added);
        if let Some(flags) = edit.flags {
            new.flags = flags;
        }
        if new.is_loading() {
            new.flags &= !LOADING;
        } else {
            new.edited_at = Some(now);
        }
        let source = if new.application.is_some() {
            Mentioning::PeopleOnly
        } else {
            Mentioning::Ordinary
        };
        let text = mentioning_text(&new.content, &new.components);
        new.mentions = self.mentions(&Said {
            author: new.author.id,
            channel,
            text: &text,
            allowed: &edit.allowed_mentions,
            source,
        });
        resolve_files(&mut new);
        self.messages.get_mut(&channel)?.insert(id, new.clone());
        self.message_changed(channel, id);
        Some(new)
    }

    /// Tells everybody that the message changed.
    pub(crate) fn message_changed(&mut self, channel: Id, id: Id) {
        if let Some(message) = self.message(channel, id).cloned() {
            self.emit_message("MESSAGE_UPDATE", &message, &Value::Null);
            self.announce(Change::MessageEdited(change(&message)));
        }
    }

    pub(crate) fn bot_sees(&self, channel: Id) -> bool {
        self.channels
            .get(&channel)
            .is_some_and(|channel| self.may(self.bot, channel, permission::VIEW_CHANNEL))
    }

    fn emit_message(&mut self, name: &'static str, message: &Message, nonce: &Value) {
        if message.visible_to.is_some() || !self.bot_sees(message.channel_id) {
            return;
        }
        let mut data = message.to_json();
        if let Some(answered) = message.reply_to {
            let answered = self.message(message.channel_id, answered);
            let shown = answered.filter(|answered| answered.visible_to.is_none());
            data["referenced_message"] = shown.map_or(Value::Null, Message::to_json);
        }
        if !nonce.is_null() {
            data["nonce"] = nonce.clone();
        }
        if let Some(server) = message.server_id {
            data["guild_id"] = json!(server);
            if let Some(member) = self.member(server, message.author.id) {
                data["member"] = member.to_json(None);
            }
        }
        let mut event = Event::maybe_server(name, message.server_id, data).needing(intent::messages(message.server_id));
        if !self.is_open(message) {
            event = event.with_private("");
        }
        let answered = message.reply_to.and_then(|id| self.message(message.channel_id, id));
        if answered.is_some_and(|answered| !self.is_open(answered)) {
            event = event.with_private("/referenced_message");
        }
        self.emit(&event);
    }
}

pub(crate) fn change(message: &Message) -> MessageChange {
    MessageChange {
        channel: message.channel_id,
        message: message.id,
        visible_to: message.visible_to.filter(|_| message.flags & EPHEMERAL != 0),
    }
}
