//! Application commands, global and of one server.

use serde_json::{Value, json};

use super::request::id;
use super::{Call, Outcome, Refusal, Reply};
use crate::check::{Report, command as check};
use crate::id::Id;

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let ["applications", application, rest @ ..] = segments else {
        return None;
    };
    let (server, rest) = match rest {
        ["commands", rest @ ..] => (None, rest),
        ["guilds", server, "commands", rest @ ..] => (Some(*server), rest),
        _ => return None,
    };
    let outcome = scope(call, application, server).and_then(|server| match (call.request.method.as_str(), rest) {
        ("GET", []) => list(call, server),
        ("PUT", []) => replace(call, server),
        ("POST", []) => create(call, server),
        ("GET", [command]) => find(call, server, command).map(Reply::ok),
        ("PATCH", [command]) => change(call, server, command),
        ("DELETE", [command]) => delete(call, server, command),
        _ => Err(Refusal::no_route()),
    });
    Some(outcome)
}

/// Checks the application and the server; the bot registers for itself only.
fn scope(call: &Call<'_>, application: &str, server: Option<&str>) -> Result<Option<Id>, Refusal> {
    let application = id("application_id", application)?;
    let server = server.map(|server| id("guild_id", server)).transpose()?;
    let state = call.inner.state();
    if application != state.application {
        return Err(Refusal::known(10002));
    }
    match server {
        Some(server) if !state.bot_is_in(server) => Err(Refusal::known(50001)),
        server => Ok(server),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "all routes have one shape")]
fn list(call: &Call<'_>, server: Option<Id>) -> Outcome {
    let mut state = call.inner.state();
    let mut commands = state.command_list(server).clone();
    if !call.request.is_true("with_localizations") {
        commands.iter_mut().for_each(without_localizations);
    }
    Ok(Reply::list(commands))
}

fn without_localizations(of: &mut Value) {
    if let Some(object) = of.as_object_mut() {
        object.shift_remove("name_localizations");
        object.shift_remove("description_localizations");
    }
    for key in ["options", "choices"] {
        of[key]
            .as_array_mut()
            .into_iter()
            .flatten()
            .for_each(without_localizations);
        if of[key].is_null()
            && let Some(object) = of.as_object_mut()
        {
            object.shift_remove(key);
        }
    }
}

fn replace(call: &Call<'_>, server: Option<Id>) -> Outcome {
    let Some(given) = call.request.body.as_array() else {
        return Err(Refusal::form(json!({ "_errors": [{
            "code": "LIST_TYPE_CONVERT", "message": "Only iterables may be used in a ListType",
        }] })));
    };
    let mut report = Report::default();
    let fits = check::commands(&mut report, given);
    report.finish()?;
    if !fits {
        return Err(Refusal::known(30032));
    }
    let mut state = call.inner.state();
    if !state.may_create_commands(server, given) {
        return Err(Refusal::known(30034));
    }
    let new = state.replace_commands(server, given);
    Ok(Reply::list(new))
}

fn create(call: &Call<'_>, server: Option<Id>) -> Outcome {
    let body = &call.request.body;
    let mut report = Report::default();
    check::command(&mut report, body);
    report.finish()?;
    let mut state = call.inner.state();
    let mut whole = state.command_list(server).clone();
    let kind = body["type"].as_u64().unwrap_or(1);
    if !whole
        .iter()
        .any(|one| one["name"] == body["name"] && one["type"] == kind)
    {
        whole.push(body.clone());
    }
    if !check::fits(&whole) {
        return Err(Refusal::known(30032));
    }
    if !state.may_create_commands(server, std::slice::from_ref(body)) {
        return Err(Refusal::known(30034));
    }
    let (command, new) = state.put_command(server, body);
    Ok(Reply::Json(if new { 201 } else { 200 }, command))
}

fn find(call: &Call<'_>, server: Option<Id>, command: &str) -> Result<Value, Refusal> {
    let command = id("command_id", command)?;
    let mut state = call.inner.state();
    let found = state
        .command_list(server)
        .iter()
        .find(|one| one["id"] == json!(command));
    found.cloned().ok_or_else(|| Refusal::known(10063))
}

fn change(call: &Call<'_>, server: Option<Id>, command: &str) -> Outcome {
    let mut whole = find(call, server, command)?;
    for (key, value) in call.request.body.as_object().into_iter().flatten() {
        whole[key] = value.clone();
    }
    let mut report = Report::default();
    check::command(&mut report, &whole);
    report.finish()?;
    let (changed, _) = call.inner.state().put_command(server, &whole);
    Ok(Reply::ok(changed))
}

fn delete(call: &Call<'_>, server: Option<Id>, command: &str) -> Outcome {
    let command = id("command_id", command)?;
    if call.inner.state().delete_command(server, command) {
        Ok(Reply::Nothing)
    } else {
        Err(Refusal::known(10063))
    }
}
