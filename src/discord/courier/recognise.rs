//! Recognising a message that was sent without an answer: Discord gives no nonce back, so by its words.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use serenity::all::{Message, MessageId};

use super::super::reply::Post;

/// The first millisecond of Discord's ids.
const EPOCH: i64 = 1_420_070_400_000;

/// How far this machine's clock may be ahead of Discord's.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// What a post says, as its message will: the words, the titles and the texts.
pub fn fingerprint(post: &Post) -> String {
    let embeds: Vec<Value> = post
        .embeds
        .iter()
        .map(|embed| {
            let json = serde_json::to_value(embed).unwrap_or_default();
            let text = |field: &str| json.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
            json!([text("title").trim(), text("description").trim()])
        })
        .collect();
    json!([post.content.trim(), embeds]).to_string()
}

/// Whether a message says what was sent.
pub fn is(message: &Message, sent: &str) -> bool {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let embeds: Vec<Value> = message
        .embeds
        .iter()
        .map(|embed| json!([text(&embed.title), text(&embed.description)]))
        .collect();
    let said = json!([message.content.trim(), embeds]).to_string();
    message.author.bot && said == sent
}

/// An id that no message sent after an instant is below.
pub fn since(at: DateTime<Utc>) -> MessageId {
    let millis = (at - AHEAD).timestamp_millis() - EPOCH;
    MessageId::new((millis.max(1).cast_unsigned()) << 22)
}
