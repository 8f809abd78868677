//! Messages as they stand in a channel: what Discord's message object holds, and what a person reads.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::{User, server::timestamp};
use crate::id::Id;

/// Flag: only one person sees the message.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// Flag: the bot is still "thinking".
pub(crate) const LOADING: u64 = 1 << 7;
/// Flag: a thread was opened on the message.
pub(crate) const HAS_THREAD: u64 = 1 << 5;
/// Flag: the message is made of components only.
pub(crate) const COMPONENTS_V2: u64 = 1 << 15;

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    /// The file's id.
    pub id: Id,
    /// Its name.
    pub filename: String,
    /// Its length in bytes.
    pub size: usize,
    /// Its media type.
    pub content_type: String,
    /// Where it is fetched, on Discord's attachment host.
    pub url: String,
    /// Its alternative text.
    pub description: Option<String>,
}

impl Attachment {
    /// Discord's attachment object.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut file = json!({
            "id": self.id,
            "filename": self.filename,
            "size": self.size,
            "url": self.url,
            "proxy_url": self.url.replacen("cdn.discordapp.com", "media.discordapp.net", 1),
            "content_type": self.content_type,
        });
        if let Some(description) = &self.description {
            file["description"] = json!(description);
        }
        file
    }
}

/// Who a message really mentioned (and thereby pinged).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// People, in order of appearance.
    pub people: Vec<User>,
    /// Roles.
    pub roles: Vec<Id>,
    /// `@everyone` or `@here`.
    pub everyone: bool,
}

/// An emoji under a message, and who chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// The emoji.
    pub emoji: String,
    /// Who reacted with it.
    pub people: Vec<Id>,
}

/// A message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Message {
    /// The message's id.
    pub id: Id,
    /// The channel it stands in.
    pub channel_id: Id,
    /// That channel's server.
    pub server_id: Option<Id>,
    /// Who wrote it.
    pub author: User,
    /// Discord's message type: 0 ordinary, 19 reply, 20 answer to a command, …
    pub kind: u64,
    /// The text.
    pub content: String,
    /// Embeds, as Discord reads them back.
    pub embeds: Vec<Value>,
    /// Components, as Discord reads them back.
    pub components: Vec<Value>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Discord's message flags.
    pub flags: u64,
    /// The one person who sees it, when it is ephemeral.
    pub visible_to: Option<Id>,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// Who was really mentioned.
    pub mentions: Mentions,
    /// The message it answers.
    pub reply_to: Option<Id>,
    /// What a system message is about: a channel, and perhaps a message in it.
    pub about: Option<(Id, Option<Id>)>,
    /// The thread that was opened on it.
    pub thread: Option<Id>,
    /// Whether it is pinned.
    pub pinned: bool,
    /// Reactions.
    pub reactions: Vec<Reaction>,
    /// Read aloud.
    pub tts: bool,
    /// The application, when an interaction's webhook wrote it.
    pub application: Option<Id>,
    /// The interaction it answers: Discord's `interaction_metadata`.
    pub interaction: Option<Value>,
}

impl Message {
    /// Whether the bot is still "thinking" about it.
    #[must_use]
    pub const fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    /// Whether only one person sees it.
    #[must_use]
    pub const fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// Discord's message object, as it is read back (without a nonce).
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut message = json!({
            "type": self.kind,
            "content": self.content,
            "mentions": self.mentions.people.iter().map(User::to_json).collect::<Vec<_>>(),
            "mention_roles": self.mentions.roles,
            "attachments": self.attachments.iter().map(Attachment::to_json).collect::<Vec<_>>(),
            "embeds": self.embeds,
            "timestamp": timestamp(self.sent_at),
            "edited_timestamp": self.edited_at.map(timestamp),
            "flags": self.flags,
            "components": self.components,
            "id": self.id,
            "channel_id": self.channel_id,
            "author": self.author.to_json(),
            "pinned": self.pinned,
            "mention_everyone": self.mentions.everyone,
            "tts": self.tts,
        });
        self.put_optional(&mut message);
        message
    }

    fn put_optional(&self, message: &mut Value) {
        if let Some(application) = self.application {
            message["application_id"] = json!(application);
            message["webhook_id"] = json!(application);
        }
        if let Some(interaction) = &self.interaction {
            message["interaction_metadata"] = interaction.clone();
        }
        let answered = self.reply_to.map(|answered| (self.channel_id, Some(answered)));
        if let Some((channel, about)) = answered.or(self.about) {
            message["message_reference"] = json!({ "type": 0, "channel_id": channel });
            if let Some(about) = about {
                message["message_reference"]["message_id"] = json!(about);
            }
            if let Some(server) = self.server_id {
                message["message_reference"]["guild_id"] = json!(server);
            }
        }
        if !self.reactions.is_empty() {
            message["reactions"] = self.reactions.iter().map(reaction_json).collect();
        }
    }

    /// All words a person sees: content, embeds, text displays, labels of buttons and selects; one per line.
    ///
    /// A test that looks for a word needs not know where the bot put it.
    #[must_use]
    pub fn text(&self) -> String {
        let mut words = vec![self.content.as_str()];
        for embed in &self.embeds {
            embed_words(embed, &mut words);
        }
        for component in &self.components {
            component_words(component, &mut words);
        }
        words.extend(self.attachments.iter().map(|file| file.filename.as_str()));
        words.retain(|word| !word.is_empty());
        words.join("\n")
    }

    /// The `custom_id` of the button with this label (or this `custom_id`).
    #[must_use]
    pub fn button(&self, label: &str) -> Option<String> {
        find(&self.components, &mut |component| {
            component["type"] == 2 && (component["label"] == label || component["custom_id"] == label)
        })
        .and_then(|button| button["custom_id"].as_str())
        .map(str::to_owned)
    }

    pub(crate) fn component(&self, custom_id: &str) -> Option<&Value> {
        find(&self.components, &mut |component| component["custom_id"] == custom_id)
    }
}

fn reaction_json(reaction: &Reaction) -> Value {
    json!({
        "emoji": { "id": null, "name": reaction.emoji },
        "count": reaction.people.len(),
        "count_details": { "burst": 0, "normal": reaction.people.len() },
        "burst_colors": [], "me_burst": false, "burst_me": false, "burst_count": 0,
        "me": false,
    })
}

/// The first component, at any depth, that `wanted` accepts.
pub(crate) fn find<'a>(components: &'a [Value], wanted: &mut dyn FnMut(&Value) -> bool) -> Option<&'a Value> {
    for component in components {
        if wanted(component) {
            return Some(component);
        }
        let inner = component["components"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        if let Some(found) = find(inner, wanted) {
            return Some(found);
        }
        for key in ["accessory", "component"] {
            if let Some(one) = component.get(key).map(std::slice::from_ref)
                && let Some(found) = find(one, wanted)
            {
                return Some(found);
            }
        }
    }
    None
}

fn embed_words<'a>(embed: &'a Value, words: &mut Vec<&'a str>) {
    let mut add = |value: &'a Value| words.extend(value.as_str());
    add(&embed["author"]["name"]);
    add(&embed["title"]);
    add(&embed["description"]);
    for field in embed["fields"].as_array().into_iter().flatten() {
        add(&field["name"]);
        add(&field["value"]);
    }
    add(&embed["footer"]["text"]);
}

fn component_words<'a>(component: &'a Value, words: &mut Vec<&'a str>) {
    for key in ["content", "label", "placeholder"] {
        words.extend(component[key].as_str());
    }
    for option in component["options"].as_array().into_iter().flatten() {
        words.extend(option["label"].as_str());
        words.extend(option["description"].as_str());
    }
    for inner in component["components"].as_array().into_iter().flatten() {
        component_words(inner, words);
    }
    for key in ["accessory", "component"] {
        if let Some(inner) = component.get(key) {
            component_words(inner, words);
        }
    }
}

/// A copy of a JSON object without its null members.
pub(crate) fn without_nulls(object: &Map<String, Value>) -> Map<String, Value> {
    object
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
