//! Where a request acts: channels and messages as the bot may reach them, and messages it hands in.

use serde_json::Value;

use super::request::id;
use super::{Call, Refusal, Upload};
use crate::check::{embed, message as check, read_back};
use crate::id::Id;
use crate::permission;
use crate::world::{COMPONENTS_V2, Channel, ChannelKind, Edit, File, Message, NewMessage, State};

/// The channel, if the bot sees it.
pub(crate) fn channel<'a>(state: &'a State, text: &str) -> Result<&'a Channel, Refusal> {
    let found = state
        .channels
        .get(&id("channel_id", text)?)
        .ok_or_else(|| Refusal::known(10003))?;
    if found.kind == ChannelKind::Direct && !found.people.contains(&state.bot) {
        return Err(Refusal::known(10003));
    }
    if !state.may(state.bot, found, permission::VIEW_CHANNEL) {
        return Err(Refusal::known(50001));
    }
    Ok(found)
}

/// The message, if the bot may read it. Ephemeral ones are not found by their channel.
pub(crate) fn message<'a>(state: &'a State, channel: &Channel, text: &str) -> Result<&'a Message, Refusal> {
    let id = id("message_id", text)?;
    state
        .message(channel.id, id)
        .filter(|found| found.visible_to.is_none())
        .ok_or_else(|| Refusal::known(10008))
}

/// Refuses where the bot lacks one of the permissions.
pub(crate) fn need(state: &State, channel: &Channel, wanted: u64) -> Result<(), Refusal> {
    if state.may(state.bot, channel, wanted) {
        Ok(())
    } else {
        Err(Refusal::known(50013))
    }
}

/// Whether the bot may write this message here.
pub(crate) fn may_write(state: &State, channel: &Channel, body: &Value, files: usize) -> Result<(), Refusal> {
    if channel.kind == ChannelKind::Direct {
        return may_write_to(state, channel);
    }
    if channel.kind.is_thread() {
        need(state, channel, permission::SEND_MESSAGES_IN_THREADS)?;
        if channel.locked && !state.may(state.bot, channel, permission::MANAGE_THREADS) {
            return Err(Refusal::known(160_005));
        }
    } else {
        need(state, channel, permission::SEND_MESSAGES)?;
    }
    if body["embeds"].as_array().is_some_and(|embeds| !embeds.is_empty()) {
        need(state, channel, permission::EMBED_LINKS)?;
    }
    if files > 0 {
        need(state, channel, permission::ATTACH_FILES)?;
    }
    if body["tts"] == true {
        need(state, channel, permission::SEND_TTS_MESSAGES)?;
    }
    let replies = !body["message_reference"].is_null();
    if replies && !state.may(state.bot, channel, permission::READ_MESSAGE_HISTORY) {
        return Err(Refusal::known(160_002));
    }
    Ok(())
}

/// A person is written to only by those they share a server with, and only if they let others write.
fn may_write_to(state: &State, channel: &Channel) -> Result<(), Refusal> {
    let others = channel.people.iter().filter(|id| **id != state.bot);
    for other in others {
        if state.shared_servers(state.bot, *other).next().is_none() {
            return Err(Refusal::known(50278));
        }
        if !state.user(*other).direct_messages_open {
            return Err(Refusal::known(50007));
        }
    }
    Ok(())
}

/// The message a body describes, once it is checked.
pub(crate) fn draft(call: &Call<'_>, body: &Value, channel: Id, author: Id) -> NewMessage {
    let mut new = NewMessage::new(channel, author);
    body["content"]
        .as_str()
        .unwrap_or_default()
        .clone_into(&mut new.content);
    new.embeds = embeds(body);
    new.components = read_back::components(&body["components"]);
    new.files = files(&call.request.files, body);
    new.flags = check::flags(body);
    new.allowed_mentions = body["allowed_mentions"].clone();
    new.nonce = body["nonce"].clone();
    new.enforce_nonce = body["enforce_nonce"] == true;
    new.tts = body["tts"] == true;
    new
}

/// The change a body describes, once it is checked.
pub(crate) fn change(call: &Call<'_>, body: &Value, old: &Message) -> Edit {
    let some = |key: &str| body.get(key).filter(|value| !value.is_null() || key != "flags");
    let kept = body["attachments"].as_array().map(|listed| {
        listed
            .iter()
            .filter_map(|one| serde_json::from_value(one["id"].clone()).ok())
            .collect()
    });
    Edit {
        content: some("content").map(|content| content.as_str().unwrap_or_default().to_owned()),
        embeds: some("embeds").map(|_| embeds(body)),
        components: some("components").map(read_back::components),
        kept_files: kept,
        files: files(&call.request.files, body),
        flags: some("flags").map(|_| {
            let settable = 1 << 2 | COMPONENTS_V2;
            let sticky = old.flags & COMPONENTS_V2;
            old.flags & !settable | check::flags(body) & settable | sticky
        }),
        allowed_mentions: body["allowed_mentions"].clone(),
    }
}

/// Checks an edit: its own parts, and that something is left to see.
pub(crate) fn check_edit(call: &Call<'_>, body: &Value, old: &Message, base: &[&str]) -> Result<(), Refusal> {
    let mut whole = body.clone();
    if old.flags & COMPONENTS_V2 != 0 {
        whole["flags"] = (check::flags(body) | COMPONENTS_V2).into();
    }
    check::message(&whole, call.request.files.len(), check::Way::Edit, base)?;
    let left = |key: &str, old_empty: bool| match body.get(key) {
        None => !old_empty,
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(_) => false,
    };
    let something = left("content", old.content.is_empty())
        || left("embeds", old.embeds.is_empty())
        || left("components", old.components.is_empty())
        || left("attachments", old.attachments.is_empty())
        || !call.request.files.is_empty();
    if something { Ok(()) } else { Err(Refusal::known(50006)) }
}

fn embeds(body: &Value) -> Vec<Value> {
    let given = body["embeds"].as_array().into_iter().flatten();
    given
        .filter(|one| !embed::is_empty(one))
        .map(embed::read_back)
        .collect()
}

/// The files, named and described as the body's `attachments` say.
fn files(uploads: &[Upload], body: &Value) -> Vec<File> {
    let listed = body["attachments"].as_array();
    uploads
        .iter()
        .map(|upload| {
            let number = upload.number;
            let about = listed.into_iter().flatten().find(|one| {
                let id = one["id"]
                    .as_u64()
                    .or_else(|| one["id"].as_str().and_then(|text| text.parse().ok()));
                id.is_some() && id == number
            });
            let text = |key: &str| about.and_then(|about| about[key].as_str()).map(str::to_owned);
            File {
                name: text("filename").unwrap_or_else(|| upload.name.clone()),
                bytes: upload.bytes.clone(),
                description: text("description"),
            }
        })
        .collect()
}
