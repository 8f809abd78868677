//! Messages on their way in: what they must hold, and how much.

use serde_json::Value;

use super::{Report, component, embed, mention};
use crate::rest::Refusal;
use crate::world::COMPONENTS_V2;

/// Flags a bot may set on a message of its own.
const SETTABLE: u64 = 1 << 2 | 1 << 12 | 1 << 13 | COMPONENTS_V2;

/// How a message comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// To a channel.
    Channel,
    /// As an interaction's answer or follow-up; it may be ephemeral.
    Interaction,
    /// As a change of a message that is there.
    Edit,
}

/// Checks the body; `files` is the number of files that came with it. `base` is where the message is in the body.
pub(crate) fn message(body: &Value, files: usize, way: Way, base: &[&str]) -> Result<(), Refusal> {
    let mut report = Report::default();
    inside(&mut report, base, &mut |report| {
        look(report, body, files, way);
    });
    report.finish()?;
    if way != Way::Edit && is_empty(body, files) {
        return Err(Refusal::known(50006));
    }
    if body["attachments"]
        .as_array()
        .map_or(files, |listed| listed.len().max(files))
        > 10
    {
        return Err(Refusal::known(30015));
    }
    Ok(())
}

fn inside(report: &mut Report, base: &[&str], look: &mut dyn FnMut(&mut Report)) {
    match base {
        [] => look(report),
        [first, rest @ ..] => report.within(first, |report| inside(report, rest, look)),
    }
}

fn look(report: &mut Report, body: &Value, files: usize, way: Way) {
    let flags = flags(body);
    let v2 = flags & COMPONENTS_V2 != 0;
    report.text(body, "content", 0..=2000, false);
    embed::embeds(report, body);
    component::components(report, body, v2);
    mention::allowed_mentions(report, body);
    attachments(report, body, files, way);
    nonce(report, body);
    if v2 {
        for key in ["content", "embeds", "poll", "sticker_ids"] {
            let empty = match &body[key] {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(list) => list.is_empty(),
                _ => false,
            };
            if !empty {
                let message = "The 'content', 'embeds', 'stickers' and 'poll' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2";
                report.refuse_at(key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
            }
        }
    }
    let settable = if way == Way::Interaction {
        SETTABLE | crate::world::EPHEMERAL
    } else {
        SETTABLE
    };
    if way != Way::Edit && flags & !settable != 0 {
        report.refuse_at(
            "flags",
            "BITFIELD_TYPE_INVALID_FLAGS",
            "Flags that cannot be set were given",
        );
    }
    report.list(body, "sticker_ids", 0..=3);
}

pub(crate) fn flags(body: &Value) -> u64 {
    let flags = &body["flags"];
    flags
        .as_u64()
        .or_else(|| flags.as_str().and_then(|text| text.parse().ok()))
        .unwrap_or_default()
}

/// Whether there is nothing to see.
fn is_empty(body: &Value, files: usize) -> bool {
    let text = body["content"].as_str().unwrap_or_default();
    let some = |key: &str| body[key].as_array().is_some_and(|list| !list.is_empty());
    let embeds = body["embeds"].as_array();
    let shown = embeds.is_some_and(|embeds| !embeds.iter().all(embed::is_empty));
    text.trim().is_empty()
        && files == 0
        && !shown
        && !some("components")
        && !some("sticker_ids")
        && body["poll"].is_null()
}

fn nonce(report: &mut Report, body: &Value) {
    match &body["nonce"] {
        Value::Null | Value::Number(_) => {}
        Value::String(nonce) if nonce.chars().count() <= 25 => {}
        Value::String(_) => report.refuse_at("nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length."),
        _ => report.refuse_at(
            "nonce",
            "NONCE_TYPE_INVALID",
            "Could not interpret value as int or string.",
        ),
    }
}

fn attachments(report: &mut Report, body: &Value, files: usize, way: Way) {
    let listed = report.list(body, "attachments", 0..=10);
    report.within("attachments", |report| {
        report.each(listed, |report, one| {
            report.text(one, "description", 0..=1024, false);
            let number = one["id"]
                .as_u64()
                .or_else(|| one["id"].as_str().and_then(|text| text.parse().ok()));
            match number {
                None => report.required("id"),
                Some(number) if way != Way::Edit && usize::try_from(number).map_or(true, |_| files == 0) => {
                    report.refuse(
                        "ATTACHMENT_NOT_FOUND",
                        format!("Attachment data not found for id: {number}"),
                    );
                }
                Some(_) => {}
            }
        });
    });
}
