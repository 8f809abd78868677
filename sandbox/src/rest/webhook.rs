//! An interaction's webhook: `@original`, follow-ups, and their deadlines of 15 minutes.

use serde_json::Value;

use super::request::id;
use super::{Call, Outcome, Refusal, Reply, place};
use crate::check::message as check;
use crate::id::Id;
use crate::world::{EPHEMERAL, Given, Mentioning, Message, State};

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let ["webhooks", application, token, rest @ ..] = segments else {
        return None;
    };
    let outcome = match (call.request.method.as_str(), rest) {
        ("POST", []) => follow_up(call, application, token),
        ("GET", ["messages", message]) => read(call, application, token, message),
        ("PATCH", ["messages", message]) => edit(call, application, token, message),
        ("DELETE", ["messages", message]) => delete(call, application, token, message),
        _ => return None,
    };
    Some(outcome)
}

/// What a good token opens.
struct Open {
    id: Id,
    person: Id,
    channel: Id,
    original: Option<Id>,
    deferred: bool,
    metadata: Value,
}

/// Checks the token: known, answered once, and not older than 15 minutes.
fn open(state: &State, application: &str, token: &str) -> Result<Open, Refusal> {
    let application = id("webhook_id", application)?;
    if application != state.application {
        return Err(Refusal::known(10015));
    }
    let record = state.interaction_by_token(token).ok_or_else(|| Refusal::known(10015))?;
    if !record.token_lives(state.now()) {
        return Err(Refusal::known(50027));
    }
    if !record.is_answered() {
        return Err(Refusal::known(10015));
    }
    let deferred = matches!(*record.given.borrow(), Some(Given::Deferred));
    Ok(Open {
        id: record.id,
        person: record.person,
        channel: record.channel,
        original: record.original,
        deferred,
        metadata: record.metadata(state),
    })
}

fn target(state: &State, open: &Open, message: &str) -> Result<Message, Refusal> {
    let wanted = if message == "@original" {
        open.original.ok_or_else(|| Refusal::known(10008))?
    } else {
        id("message_id", message)?
    };
    let found = state.message(open.channel, wanted);
    let own = found.filter(|found| Some(found.id) == open.original || is_of(found, open));
    own.cloned().ok_or_else(|| Refusal::known(10008))
}

/// Whether the message answers this interaction.
fn is_of(message: &Message, open: &Open) -> bool {
    message
        .interaction
        .as_ref()
        .is_some_and(|metadata| metadata["id"] == open.metadata["id"])
}

/// A new message; right after a deferral it replaces "the bot is thinking".
fn follow_up(call: &Call<'_>, application: &str, token: &str) -> Outcome {
    let body = &call.request.body;
    let mut state = call.inner.state();
    let open = open(&state, application, token)?;
    check::message(body, call.request.files.len(), check::Way::Interaction, &[])?;
    let loading = open.original.and_then(|original| state.message(open.channel, original));
    if let Some(loading) = loading.filter(|message| open.deferred && message.is_loading()).cloned() {
        return change(call, &mut state, &open, &loading);
    }
    let mut new = place::draft(call, body, open.channel, state.bot);
    new.mentioning = Mentioning::PeopleOnly;
    new.reply_to = open.original;
    new.kind = if open.original.is_some() { 19 } else { 0 };
    new.visible_to = (new.flags & EPHEMERAL != 0).then_some(open.person);
    new.interaction = Some(with_original(&open));
    let message = state.post(new);
    Ok(Reply::ok(message.to_json()))
}

fn with_original(open: &Open) -> Value {
    let mut metadata = open.metadata.clone();
    if let Some(original) = open.original {
        metadata["original_response_message_id"] = serde_json::json!(original);
    }
    metadata
}

fn read(call: &Call<'_>, application: &str, token: &str, message: &str) -> Outcome {
    let state = call.inner.state();
    let open = open(&state, application, token)?;
    Ok(Reply::ok(target(&state, &open, message)?.to_json()))
}

fn edit(call: &Call<'_>, application: &str, token: &str, message: &str) -> Outcome {
    let mut state = call.inner.state();
    let open = open(&state, application, token)?;
    let old = target(&state, &open, message)?;
    place::check_edit(call, &call.request.body, &old, &[])?;
    change(call, &mut state, &open, &old)
}

fn change(call: &Call<'_>, state: &mut State, open: &Open, old: &Message) -> Outcome {
    let edit = place::change(call, &call.request.body, old);
    let new = state
        .edit(open.channel, old.id, edit)
        .ok_or_else(|| Refusal::known(10008))?;
    if let Some(record) = state.interactions.get(&open.id)
        && open.original == Some(old.id)
    {
        record.edits.send_modify(|count| *count += 1);
    }
    Ok(Reply::ok(new.to_json()))
}

fn delete(call: &Call<'_>, application: &str, token: &str, message: &str) -> Outcome {
    let mut state = call.inner.state();
    let open = open(&state, application, token)?;
    let old = target(&state, &open, message)?;
    state.delete_message(open.channel, old.id);
    if let Some(record) = state.interactions.get_mut(&open.id)
        && record.original == Some(old.id)
    {
        record.original = None;
        record.edits.send_modify(|count| *count += 1);
    }
    Ok(Reply::Nothing)
}
