//! Channels themselves: read, change, delete, type.

use serde_json::Value;

use super::{Call, Outcome, Refusal, Reply, place};
use crate::check::Report;
use crate::permission;
use crate::world::ChannelKind;

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let outcome = match (call.request.method.as_str(), segments) {
        ("GET", ["channels", channel]) => read(call, channel),
        ("PATCH", ["channels", channel]) => change(call, channel),
        ("DELETE", ["channels", channel]) => delete(call, channel),
        ("POST", ["channels", channel, "typing"]) => start_typing(call, channel),
        _ => return None,
    };
    Some(outcome)
}

fn read(call: &Call<'_>, channel: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, channel)?;
    Ok(Reply::ok(state.channel_json(found)))
}

fn change(call: &Call<'_>, channel: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    let own_thread = found.kind.is_thread() && found.opener == Some(state.bot);
    let needed = if found.kind.is_thread() {
        permission::MANAGE_THREADS
    } else {
        permission::MANAGE_CHANNELS
    };
    if !own_thread {
        place::need(&state, &found, needed)?;
    }
    let body = &call.request.body;
    let mut report = Report::default();
    report.text(body, "name", 1..=100, false);
    report.text(body, "topic", 0..=1024, false);
    report.number(body, "rate_limit_per_user", 0..=21_600);
    report.finish()?;
    state.change_channel(found.id, |found| apply(found, body));
    let changed = state.channels.get(&found.id).ok_or_else(|| Refusal::known(10003))?;
    Ok(Reply::ok(state.channel_json(changed)))
}

fn apply(channel: &mut crate::world::Channel, body: &Value) {
    if let Some(name) = body["name"].as_str() {
        name.clone_into(&mut channel.name);
    }
    if let Some(topic) = body.get("topic") {
        channel.topic = topic.as_str().map(str::to_owned);
    }
    if let Some(slow_mode) = body["rate_limit_per_user"].as_u64() {
        channel.slow_mode = slow_mode;
    }
    if let Some(archived) = body["archived"].as_bool() {
        channel.archived = archived;
    }
    if let Some(locked) = body["locked"].as_bool() {
        channel.locked = locked;
    }
}

fn delete(call: &Call<'_>, channel: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    let body = state.channel_json(&found);
    if found.kind != ChannelKind::Direct {
        let needed = if found.kind.is_thread() {
            permission::MANAGE_THREADS
        } else {
            permission::MANAGE_CHANNELS
        };
        place::need(&state, &found, needed)?;
        state.delete_channel(found.id);
    }
    Ok(Reply::ok(body))
}

fn start_typing(call: &Call<'_>, channel: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    place::may_write(&state, &found, &Value::Null, 0)?;
    let bot = state.bot;
    state.typing(found.id, bot);
    Ok(Reply::Nothing)
}
