//! The first answer to an interaction: POST /interactions/{id}/{token}/callback.

use serde_json::{Value, json};

use super::request::id;
use super::{Call, Outcome, Refusal, Reply, place};
use crate::change::Change;
use crate::check::{Report, choice, message as check, modal};
use crate::id::Id;
use crate::world::{EPHEMERAL, Given, Kind, LOADING, Mentioning, Message, NewMessage, State};

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    match (call.request.method.as_str(), segments) {
        ("POST", ["interactions", interaction, token, "callback"]) => Some(answer(call, interaction, token)),
        _ => None,
    }
}

/// What is known about the interaction when its answer comes in.
struct Open {
    id: Id,
    kind: Kind,
    person: Id,
    channel: Id,
    source: Option<Id>,
    metadata: Value,
}

fn answer(call: &Call<'_>, interaction: &str, token: &str) -> Outcome {
    let mut state = call.inner.state();
    let open = open(&state, id("interaction_id", interaction)?, token)?;
    let body = &call.request.body;
    let kind = callback_kind(body, open.kind)?;
    let given = match kind {
        4 => reply(call, &mut state, &open)?,
        5 => defer(&mut state, &open, check::flags(&body["data"])),
        6 => Given::DeferredUpdate,
        7 => update(call, &mut state, &open)?,
        8 => choices(body)?,
        _ => form(body)?,
    };
    let shown = acknowledge(&mut state, &open, given);
    if call.request.is_true("with_response") {
        return Ok(Reply::ok(with_response(&open, kind, shown.as_ref())));
    }
    Ok(Reply::Nothing)
}

fn open(state: &State, id: Id, token: &str) -> Result<Open, Refusal> {
    let record = state.interactions.get(&id).filter(|record| record.token == token);
    let record = record.ok_or_else(|| Refusal::known(10062))?;
    if record.is_answered() {
        return Err(Refusal::known(40060));
    }
    if !record.awaits_answer(state.now()) {
        return Err(Refusal::known(10062));
    }
    Ok(Open {
        id,
        kind: record.kind,
        person: record.person,
        channel: record.channel,
        source: record.source,
        metadata: record.metadata(state),
    })
}

/// The callback's type, if it fits the interaction.
fn callback_kind(body: &Value, asked: Kind) -> Result<u64, Refusal> {
    let Some(kind) = body["type"].as_u64() else {
        let mut report = Report::default();
        report.required("type");
        report.finish()?;
        return Err(Refusal::no_route());
    };
    let fits: &[u64] = match asked {
        Kind::Command => &[4, 5, 9],
        Kind::Component => &[4, 5, 6, 7, 9],
        Kind::Complete => &[8],
        Kind::Submit => &[4, 5, 6, 7],
    };
    if fits.contains(&kind) {
        return Ok(kind);
    }
    let mut report = Report::default();
    let listed = fits.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    report.refuse_at(
        "type",
        "BASE_TYPE_CHOICES",
        format!("Value must be one of {{{listed}}}."),
    );
    report.finish()?;
    Ok(kind)
}

/// The answer's message before it is posted: by the bot, for the person alone if ephemeral.
fn answering(mut new: NewMessage, open: &Open) -> NewMessage {
    new.mentioning = Mentioning::PeopleOnly;
    new.kind = match open.kind {
        Kind::Command => 20,
        _ => 0,
    };
    if open.kind != Kind::Command {
        new.reply_to = open.source;
        new.kind = if open.source.is_some() { 19 } else { 0 };
    }
    new.interaction = Some(open.metadata.clone());
    new.visible_to = (new.flags & EPHEMERAL != 0).then_some(open.person);
    new
}

fn reply(call: &Call<'_>, state: &mut State, open: &Open) -> Result<Given, Refusal> {
    let data = &call.request.body["data"];
    check::message(data, call.request.files.len(), check::Way::Interaction, &["data"])?;
    let new = place::draft(call, data, open.channel, state.bot);
    Ok(Given::Message(Box::new(state.post(answering(new, open)))))
}

/// "The bot is thinking": a message without words, for all or for the person alone.
fn defer(state: &mut State, open: &Open, flags: u64) -> Given {
    let mut new = NewMessage::new(open.channel, state.bot);
    new.flags = LOADING | flags & EPHEMERAL;
    let message = state.post(answering(new, open));
    set_original(state, open.id, message.id);
    Given::Deferred
}

fn update(call: &Call<'_>, state: &mut State, open: &Open) -> Result<Given, Refusal> {
    let data = &call.request.body["data"];
    let source = open
        .source
        .and_then(|source| state.message(open.channel, source))
        .cloned();
    let source = source.ok_or_else(|| Refusal::known(10008))?;
    place::check_edit(call, data, &source, &["data"])?;
    let edit = place::change(call, data, &source);
    let new = state
        .edit(open.channel, source.id, edit)
        .ok_or_else(|| Refusal::known(10008))?;
    Ok(Given::Update(Box::new(new)))
}

fn choices(body: &Value) -> Result<Given, Refusal> {
    let mut report = Report::default();
    report.within("data", |report| choice::choices(report, &body["data"]));
    report.finish()?;
    Ok(Given::Choices(
        body["data"]["choices"].as_array().cloned().unwrap_or_default(),
    ))
}

fn form(body: &Value) -> Result<Given, Refusal> {
    let mut report = Report::default();
    report.within("data", |report| modal::modal(report, &body["data"]));
    report.finish()?;
    Ok(Given::Form(body["data"].clone()))
}

fn set_original(state: &mut State, interaction: Id, message: Id) {
    if let Some(record) = state.interactions.get_mut(&interaction) {
        record.original = Some(message);
    }
}

/// Notes the answer, tells the person who waits for it, and gives back the message there now is.
fn acknowledge(state: &mut State, open: &Open, given: Given) -> Option<Message> {
    let original = match &given {
        Given::Message(message) | Given::Update(message) => Some(message.id),
        Given::DeferredUpdate => open.source,
        Given::Deferred => state.interactions.get(&open.id).and_then(|record| record.original),
        _ => None,
    };
    if let Some(record) = state.interactions.get_mut(&open.id) {
        record.original = original;
        record.given.send_replace(Some(given));
    }
    state.announce(Change::Answered {
        interaction: open.id,
        person: open.person,
    });
    state.message(open.channel, original?).cloned()
}

/// What `with_response` asks for; the message stands in it where there is a new or a changed one.
fn with_response(open: &Open, kind: u64, shown: Option<&Message>) -> Value {
    let mut answer = json!({ "interaction": { "id": open.id, "type": open.kind as u64 } });
    if let Some(message) = shown {
        answer["interaction"]["response_message_id"] = json!(message.id);
        answer["interaction"]["response_message_loading"] = message.is_loading().into();
        answer["interaction"]["response_message_ephemeral"] = message.is_ephemeral().into();
        if matches!(kind, 4 | 7) {
            answer["resource"] = json!({ "type": kind, "message": message.to_json() });
        }
    }
    answer
}
