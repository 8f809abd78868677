//! Which fields Discord knows in a body. Discord passes over all others, and so does the sandbox unless it is told to
//! be strict. What is empty (null, false, an empty list or object) is never a misspelt wish.

use serde_json::Value;

use super::Report;
use crate::rest::Refusal;

/// What may stand in a value.
enum Shape {
    /// Anything.
    Any,
    /// A list of it.
    List(&'static Shape),
    /// An object with these fields.
    Object(&'static [(&'static str, &'static Shape)]),
    /// An object that has the fields of both.
    Both(&'static Shape, &'static Shape),
}

use Shape::{Any, Both, List, Object};

macro_rules! any {
    ($($name:literal)*) => { &[$(($name, &Any)),*] };
}

static EMBED: Shape = Object(&[
    ("title", &Any),
    ("type", &Any),
    ("description", &Any),
    ("url", &Any),
    ("timestamp", &Any),
    ("color", &Any),
    ("footer", &Object(any!("text" "icon_url" "proxy_icon_url"))),
    ("image", &MEDIA),
    ("thumbnail", &MEDIA),
    ("video", &MEDIA),
    ("provider", &Object(any!("name" "url"))),
    ("author", &Object(any!("name" "url" "icon_url" "proxy_icon_url"))),
    ("fields", &List(&Object(any!("name" "value" "inline")))),
]);
static MEDIA: Shape = Object(
    any!("url" "proxy_url" "height" "width" "placeholder" "placeholder_version" "content_type" "flags" "description"),
);
static CHOICE: Shape = Object(any!("label" "value" "description" "emoji" "default"));
static COMPONENT: Shape = Object(&[
    ("type", &Any),
    ("id", &Any),
    ("custom_id", &Any),
    ("style", &Any),
    ("label", &Any),
    ("emoji", &Object(any!("id" "name" "animated"))),
    ("sku_id", &Any),
    ("url", &Any),
    ("disabled", &Any),
    ("options", &List(&CHOICE)),
    ("channel_types", &Any),
    ("placeholder", &Any),
    ("default_values", &List(&Object(any!("id" "type")))),
    ("min_values", &Any),
    ("max_values", &Any),
    ("min_length", &Any),
    ("max_length", &Any),
    ("required", &Any),
    ("value", &Any),
    ("default", &Any),
    ("description", &Any),
    ("content", &Any),
    ("media", &MEDIA),
    (
        "items",
        &List(&Object(&[("media", &MEDIA), ("description", &Any), ("spoiler", &Any)])),
    ),
    ("file", &MEDIA),
    ("file_types", &Any),
    ("spoiler", &Any),
    ("name", &Any),
    ("size", &Any),
    ("divider", &Any),
    ("spacing", &Any),
    ("accent_color", &Any),
    ("components", &List(&COMPONENT)),
    ("accessory", &COMPONENT),
    ("component", &COMPONENT),
]);
static MENTIONS: Shape = Object(any!("parse" "users" "roles" "replied_user"));
static FILE: Shape = Object(
    any!("id" "filename" "description" "title" "duration_secs" "waveform" "is_remix" "uploaded_filename" "content_type" "size" "url" "proxy_url" "height" "width" "ephemeral" "flags"),
);
/// What every message has, also one that answers an interaction.
static MESSAGE: Shape = Object(&[
    ("content", &Any),
    ("embeds", &List(&EMBED)),
    ("allowed_mentions", &MENTIONS),
    ("components", &List(&COMPONENT)),
    ("attachments", &List(&FILE)),
    ("flags", &Any),
    ("tts", &Any),
    ("poll", &Any),
]);
static CHANNEL_MESSAGE: Shape = Both(
    &MESSAGE,
    &Object(&[
        ("nonce", &Any),
        ("enforce_nonce", &Any),
        (
            "message_reference",
            &Object(any!("type" "message_id" "channel_id" "guild_id" "fail_if_not_exists")),
        ),
        ("sticker_ids", &Any),
        ("shared_client_theme", &Any),
    ]),
);
static WEBHOOK_MESSAGE: Shape = Both(
    &MESSAGE,
    &Object(any!("username" "avatar_url" "thread_name" "applied_tags")),
);
static CALLBACK: Shape = Object(&[
    ("type", &Any),
    (
        "data",
        &Both(
            &MESSAGE,
            &Object(&[
                ("choices", &List(&COMMAND_CHOICE)),
                ("custom_id", &Any),
                ("title", &Any),
            ]),
        ),
    ),
]);
static COMMAND_CHOICE: Shape = Object(any!("name" "name_localizations" "value"));
static COMMAND: Shape = Object(&[
    ("id", &Any),
    ("type", &Any),
    ("name", &Any),
    ("name_localizations", &Any),
    ("description", &Any),
    ("description_localizations", &Any),
    ("options", &List(&OPTION)),
    ("default_member_permissions", &Any),
    ("default_permission", &Any),
    ("dm_permission", &Any),
    ("integration_types", &Any),
    ("contexts", &Any),
    ("nsfw", &Any),
    ("handler", &Any),
]);
static COMMANDS: Shape = List(&COMMAND);
static OPTION: Shape = Object(&[
    ("type", &Any),
    ("name", &Any),
    ("name_localizations", &Any),
    ("description", &Any),
    ("description_localizations", &Any),
    ("required", &Any),
    ("choices", &List(&COMMAND_CHOICE)),
    ("options", &List(&OPTION)),
    ("channel_types", &Any),
    ("min_value", &Any),
    ("max_value", &Any),
    ("min_length", &Any),
    ("max_length", &Any),
    ("autocomplete", &Any),
]);
static THREAD: Shape = Object(any!("name" "auto_archive_duration" "type" "invitable" "rate_limit_per_user"));

/// The shape of the body of this route; anything where none is written down.
fn shape(method: &str, segments: &[&str]) -> &'static Shape {
    match (method, segments) {
        ("POST", ["channels", _, "messages"]) => &CHANNEL_MESSAGE,
        ("PATCH", ["channels", _, "messages", _]) => &MESSAGE,
        ("POST", ["webhooks", _, _]) | ("PATCH", ["webhooks", _, _, "messages", _]) => &WEBHOOK_MESSAGE,
        ("POST", ["interactions", _, _, "callback"]) => &CALLBACK,
        ("PUT", ["applications", .., "commands"]) => &COMMANDS,
        ("POST", ["applications", .., "commands"]) | ("PATCH", ["applications", .., "commands", _]) => &COMMAND,
        ("POST", ["channels", .., "threads"]) => &THREAD,
        _ => &Any,
    }
}

/// Refuses a body with fields that the route does not know.
pub(crate) fn known(method: &str, segments: &[&str], body: &Value) -> Result<(), Refusal> {
    let mut report = Report::default();
    look(&mut report, body, shape(method, segments));
    report.finish()
}

fn look(report: &mut Report, value: &Value, shape: &'static Shape) {
    match (shape, value) {
        (List(inner), Value::Array(list)) => report.each(list, |report, one| look(report, one, inner)),
        (Object(_) | Both(..), Value::Object(object)) => {
            for (name, value) in object {
                match field(shape, name) {
                    Some(inner) => report.within(name, |report| look(report, value, inner)),
                    None if is_empty(value) => {}
                    None => report.refuse_at(name, "UNKNOWN_FIELD", "The sandbox is strict, and knows no such field"),
                }
            }
        }
        _ => {}
    }
}

fn field(shape: &'static Shape, name: &str) -> Option<&'static Shape> {
    match shape {
        Object(fields) => fields.iter().find(|known| known.0 == name).map(|known| known.1),
        Both(one, other) => field(one, name).or_else(|| field(other, name)),
        Any | List(_) => None,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}
