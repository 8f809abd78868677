//! Threads: opened at a message or alone, joined and left.

use serde_json::{Value, json};

use super::request::id;
use super::{Call, Outcome, Refusal, Reply, place};
use crate::check::Report;
use crate::permission;
use crate::world::{ChannelKind, NewThread, State, timestamp};

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let outcome = match (call.request.method.as_str(), segments) {
        ("POST", ["channels", channel, "messages", message, "threads"]) => at_message(call, channel, message),
        ("POST", ["channels", channel, "threads"]) => alone(call, channel),
        ("PUT" | "DELETE", ["channels", thread, "thread-members", user]) => membership(call, thread, user),
        ("GET", ["channels", thread, "thread-members"]) => members(call, thread),
        _ => return None,
    };
    Some(outcome)
}

fn check(body: &Value) -> Result<(), Refusal> {
    let mut report = Report::default();
    report.text(body, "name", 1..=100, true);
    let minutes = &body["auto_archive_duration"];
    if !minutes.is_null()
        && !minutes
            .as_u64()
            .is_some_and(|minutes| [60, 1440, 4320, 10080].contains(&minutes))
    {
        report.refuse_at(
            "auto_archive_duration",
            "BASE_TYPE_CHOICES",
            "Value must be one of (60, 1440, 4320, 10080).",
        );
    }
    report.finish()
}

fn at_message(call: &Call<'_>, channel: &str, message: &str) -> Outcome {
    let body = &call.request.body;
    let mut state = call.inner.state();
    let parent = place::channel(&state, channel)?.clone();
    let start = place::message(&state, &parent, message)?.id;
    if parent.kind != ChannelKind::Text {
        return Err(Refusal::known(50024));
    }
    place::need(&state, &parent, permission::CREATE_PUBLIC_THREADS)?;
    check(body)?;
    if state.channels.contains_key(&start) {
        return Err(Refusal::known(160_004));
    }
    let new = NewThread {
        parent: parent.id,
        opener: state.bot,
        start: Some(start),
        kind: ChannelKind::PublicThread,
        name: body["name"].as_str().unwrap_or_default(),
    };
    open(&mut state, &new)
}

fn alone(call: &Call<'_>, channel: &str) -> Outcome {
    let body = &call.request.body;
    let mut state = call.inner.state();
    let parent = place::channel(&state, channel)?.clone();
    if parent.kind != ChannelKind::Text {
        return Err(Refusal::known(50024));
    }
    let (kind, needed) = if body["type"] == 11 {
        (ChannelKind::PublicThread, permission::CREATE_PUBLIC_THREADS)
    } else {
        (ChannelKind::PrivateThread, permission::CREATE_PRIVATE_THREADS)
    };
    place::need(&state, &parent, needed)?;
    check(body)?;
    let new = NewThread {
        parent: parent.id,
        opener: state.bot,
        start: None,
        kind,
        name: body["name"].as_str().unwrap_or_default(),
    };
    open(&mut state, &new)
}

fn open(state: &mut State, new: &NewThread<'_>) -> Outcome {
    let thread = state.add_thread(new).ok_or_else(|| Refusal::known(10003))?;
    let made = state.channels.get(&thread).ok_or_else(|| Refusal::known(10003))?;
    Ok(Reply::Json(201, state.channel_json(made)))
}

fn membership(call: &Call<'_>, thread: &str, user: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, thread)?.clone();
    if !found.kind.is_thread() {
        return Err(Refusal::known(50024));
    }
    let user = if user == "@me" { state.bot } else { id("user_id", user)? };
    if !state.users.contains_key(&user) {
        return Err(Refusal::known(10013));
    }
    let joins = call.request.method == "PUT";
    state.change_channel(found.id, |found| {
        found.people.retain(|one| *one != user);
        if joins {
            found.people.push(user);
        }
    });
    Ok(Reply::Nothing)
}

fn members(call: &Call<'_>, thread: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, thread)?;
    Ok(Reply::list(found.people.iter().map(|user| {
        json!({ "id": found.id, "user_id": user, "join_timestamp": timestamp(found.id.created_at()), "flags": 0 })
    })))
}
