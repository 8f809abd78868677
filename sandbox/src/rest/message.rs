//! Messages of a channel: send, read, list, edit, delete, pin.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Request, place};
use crate::check::{Report, message as check};
use crate::id::Id;
use crate::permission;
use crate::world::{ChannelKind, Message, State, THREAD_STARTER};

/// How many pins a channel holds.
const MOST_PINS: usize = 250;

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let outcome = match (call.request.method.as_str(), segments) {
        ("POST", ["channels", channel, "messages"]) => send(call, channel),
        ("GET", ["channels", channel, "messages"]) => list(call, channel),
        ("GET", ["channels", channel, "pins"] | ["channels", channel, "messages", "pins"]) => pins(call, channel),
        ("POST", ["channels", channel, "messages", "bulk-delete"]) => bulk_delete(call, channel),
        ("GET", ["channels", channel, "messages", message]) => read(call, channel, message),
        ("PATCH", ["channels", channel, "messages", message]) => edit(call, channel, message),
        ("DELETE", ["channels", channel, "messages", message]) => delete(call, channel, message),
        (
            "PUT" | "DELETE",
            ["channels", channel, "pins", message] | ["channels", channel, "messages", "pins", message],
        ) => pin(call, channel, message),
        _ => return None,
    };
    Some(outcome)
}

fn send(call: &Call<'_>, channel: &str) -> Outcome {
    let body = &call.request.body;
    let files = call.request.files.len();
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    check::message(body, files, check::Way::Channel, &[])?;
    place::may_write(&state, &found, body, files)?;
    let mut new = place::draft(call, body, found.id, state.bot);
    new.reply_to = reply_to(&state, found.id, body)?;
    if new.reply_to.is_some() {
        new.kind = 19;
    }
    let bot = state.bot;
    state.enter_thread(found.id, bot);
    let nonce = new.nonce.clone();
    let message = state.post(new);
    let mut answer = json_of(&state, &message);
    if !nonce.is_null() {
        answer["nonce"] = nonce;
    }
    Ok(Reply::ok(answer))
}

/// The message that is answered; a wrong one is refused unless the bot said it does not matter.
fn reply_to(state: &State, channel: Id, body: &Value) -> Result<Option<Id>, Refusal> {
    let reference = &body["message_reference"];
    if reference.is_null() {
        return Ok(None);
    }
    let id: Option<Id> = serde_json::from_value(reference["message_id"].clone()).ok();
    let found = id.filter(|id| {
        state
            .message(channel, *id)
            .is_some_and(|message| message.visible_to.is_none())
    });
    if found.is_none() && reference["fail_if_not_exists"] != false {
        let mut report = Report::default();
        report.refuse_at("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        report.finish()?;
    }
    Ok(found)
}

/// The message, with the one it answers inside.
fn json_of(state: &State, message: &Message) -> Value {
    let mut body = state.message_json(message);
    if let Some(answered) = message.reply_to {
        body["referenced_message"] = state
            .message(message.channel_id, answered)
            .map_or(Value::Null, |answered| state.message_json(answered));
    }
    if let Some((channel, Some(about))) = message.about
        && message.kind == THREAD_STARTER
    {
        body["referenced_message"] = state
            .message(channel, about)
            .map_or(Value::Null, |about| state.message_json(about));
    }
    if let Some(thread) = message.thread.and_then(|thread| state.channels.get(&thread)) {
        body["thread"] = state.channel_json(thread);
    }
    let reactions = body.get_mut("reactions").and_then(Value::as_array_mut);
    for (reaction, one) in reactions.into_iter().flatten().zip(&message.reactions) {
        reaction["me"] = one.people.contains(&state.bot).into();
    }
    body
}

fn list(call: &Call<'_>, channel: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, channel)?;
    let request = call.request;
    let limit = match request.query.get("limit").map(|text| text.parse::<usize>()) {
        None => 50,
        Some(Ok(limit @ 1..=100)) => limit,
        Some(_) => {
            let mut report = Report::default();
            report.refuse_at("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            report.finish()?;
            50
        }
    };
    if !state.may(state.bot, found, permission::READ_MESSAGE_HISTORY) {
        return Ok(Reply::list([]));
    }
    let all: Vec<&Message> = state.open_messages(found.id).collect();
    let page = window(&all, &part(request)?, limit);
    Ok(Reply::list(page.iter().rev().map(|message| json_of(&state, message))))
}

/// Which part of the messages is asked for.
enum Part {
    Before(Option<Id>),
    After(Id),
    Around(Id),
}

fn part(request: &Request) -> Result<Part, Refusal> {
    if let Some(around) = request.query_id("around")? {
        return Ok(Part::Around(around));
    }
    let after = request.query_id("after")?.map(Part::After);
    Ok(after.unwrap_or(Part::Before(request.query_id("before")?)))
}

/// That part of the messages, oldest first.
fn window<'a>(all: &'a [&'a Message], part: &Part, limit: usize) -> &'a [&'a Message] {
    let place = |id: Id| all.partition_point(|message| message.id < id);
    let (from, to) = match *part {
        Part::Around(around) => {
            let from = place(around).saturating_sub(limit / 2);
            (from, (from + limit).min(all.len()))
        }
        Part::After(after) => {
            let from = all.partition_point(|message| message.id <= after);
            (from, (from + limit).min(all.len()))
        }
        Part::Before(before) => {
            let to = before.map_or(all.len(), place);
            (to.saturating_sub(limit), to)
        }
    };
    &all[from..to]
}

fn read(call: &Call<'_>, channel: &str, message: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, channel)?;
    place::need(&state, found, permission::READ_MESSAGE_HISTORY)?;
    let message = place::message(&state, found, message)?;
    Ok(Reply::ok(json_of(&state, message)))
}

fn edit(call: &Call<'_>, channel: &str, message: &str) -> Outcome {
    let body = &call.request.body;
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    let old = place::message(&state, &found, message)?.clone();
    if old.author.id != state.bot {
        return Err(Refusal::known(50005));
    }
    if found.archived {
        return Err(Refusal::known(50083));
    }
    if !matches!(old.kind, 0 | 19 | 20 | 23) {
        return Err(Refusal::known(50021));
    }
    place::check_edit(call, body, &old, &[])?;
    let now = state.now();
    if now - old.sent_at > TimeDelta::hours(1) {
        let taken = state.slow_limits.old_edits.take(found.id, now);
        taken.map_err(|wait| Refusal::until(30046, wait))?;
    }
    let edit = place::change(call, body, &old);
    let new = state
        .edit(found.id, old.id, edit)
        .ok_or_else(|| Refusal::known(10008))?;
    Ok(Reply::ok(json_of(&state, &new)))
}

fn delete(call: &Call<'_>, channel: &str, message: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    let old = place::message(&state, &found, message)?;
    if old.kind == THREAD_STARTER {
        return Err(Refusal::known(50021));
    }
    let (id, own) = (old.id, old.author.id == state.bot);
    if !own {
        if found.kind == ChannelKind::Direct {
            return Err(Refusal::known(50003));
        }
        place::need(&state, &found, permission::MANAGE_MESSAGES)?;
    }
    state.delete_message(found.id, id);
    Ok(Reply::Nothing)
}

fn bulk_delete(call: &Call<'_>, channel: &str) -> Outcome {
    let body = &call.request.body;
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    if found.kind == ChannelKind::Direct {
        return Err(Refusal::known(50003));
    }
    place::need(&state, &found, permission::MANAGE_MESSAGES)?;
    let mut report = Report::default();
    let ids = report.list(body, "messages", 2..=100);
    report.finish()?;
    let ids: Vec<Id> = ids
        .iter()
        .filter_map(|id| serde_json::from_value(id.clone()).ok())
        .collect();
    let oldest = state.now() - TimeDelta::days(14);
    if ids.iter().any(|id| id.created_at() < oldest) {
        return Err(Refusal::known(50034));
    }
    state.delete_messages(found.id, &ids);
    Ok(Reply::Nothing)
}

fn pin(call: &Call<'_>, channel: &str, message: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    place::need(&state, &found, permission::PIN_MESSAGES)?;
    let on = place::message(&state, &found, message)?;
    if !matches!(on.kind, 0 | 19 | 20 | 23) {
        return Err(Refusal::known(50021));
    }
    let id = on.id;
    let pins = call.request.method == "PUT";
    if pins && state.open_messages(found.id).filter(|message| message.pinned).count() >= MOST_PINS {
        return Err(Refusal::known(30003));
    }
    let bot = state.bot;
    state.set_pinned(found.id, id, pins, bot);
    Ok(Reply::Nothing)
}

fn pins(call: &Call<'_>, channel: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, channel)?;
    let pinned = state.open_messages(found.id).filter(|message| message.pinned).rev();
    if call.request.path.ends_with("/messages/pins") {
        let items: Vec<Value> = pinned
            .map(|message| json!({ "pinned_at": crate::world::timestamp(message.sent_at), "message": json_of(&state, message) }))
            .collect();
        return Ok(Reply::ok(json!({ "items": items, "has_more": false })));
    }
    Ok(Reply::list(pinned.map(|message| json_of(&state, message))))
}
