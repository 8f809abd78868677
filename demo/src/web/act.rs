//! What people do on the page, handed to the sandbox as that person's own doing.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Multipart, Path, State};
use sandbox::{Answer, File, FormValue, Id, Interaction};
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::Refusal;
use super::look::Place;
use crate::host::Demo;
use crate::moving::Move;

type Done = Result<Json<Value>, Refusal>;

/// A message to write.
#[derive(Debug, Deserialize)]
pub struct Said {
    content: String,
}

/// A message that is meant.
#[derive(Debug, Deserialize)]
pub struct Meant {
    message: Id,
}

/// A command, its options by name; files are named by their option's value.
#[derive(Debug, Deserialize)]
pub struct Call {
    path: Vec<String>,
    #[serde(default)]
    options: Value,
    #[serde(default)]
    focused: String,
}

/// A press, or a choice in a select.
#[derive(Debug, Deserialize)]
pub struct Use {
    message: Id,
    custom_id: String,
    values: Option<Vec<String>>,
}

/// A filled form.
#[derive(Debug, Deserialize)]
pub struct Filled {
    id: Id,
    fields: Vec<FilledField>,
}

/// A field of it: a text, or chosen values.
#[derive(Debug, Deserialize)]
pub struct FilledField {
    custom_id: String,
    value: Option<String>,
    values: Option<Vec<String>>,
}

/// A move of the clock.
#[derive(Debug, Deserialize)]
pub struct ClockMove {
    #[serde(rename = "move")]
    way: Move,
}

/// Writes an ordinary message.
pub async fn say(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, Json(said): Json<Said>) -> Done {
    let message = demo.sandbox.person(person).say(channel, &said.content).await?;
    demo.unread.seen(person, channel, message.id);
    Ok(Json(message.to_json()))
}

/// The person has seen the channel up to a message.
pub async fn read(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, Json(meant): Json<Meant>) -> Done {
    demo.unread.seen(person, channel, meant.message);
    super::event::tell_mark(&demo, person, channel);
    Ok(Json(json!({})))
}

/// Dismisses an ephemeral message.
pub async fn dismiss(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, Json(meant): Json<Meant>) -> Done {
    demo.sandbox.person(person).delete(channel, meant.message)?;
    Ok(Json(json!({})))
}

/// What the option being typed can be completed to.
pub async fn complete(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, Json(call): Json<Call>) -> Done {
    let path: Vec<&str> = call.path.iter().map(String::as_str).collect();
    let found = demo
        .sandbox
        .person(person)
        .complete_json(channel, &path, &call.options, &call.focused)
        .await?;
    let choices: Vec<Value> = found
        .iter()
        .map(|one| json!({ "name": one.name, "value": one.value }))
        .collect();
    Ok(Json(json!({ "choices": choices })))
}

/// Sends a slash command: `payload_json`, and its files as further parts.
pub async fn slash(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, parts: Multipart) -> Done {
    let (call, files) = parts_of(parts).await?;
    let path: Vec<&str> = call.path.iter().map(String::as_str).collect();
    let started = demo
        .sandbox
        .person(person)
        .slash_json(channel, &path, &call.options, files)
        .await?;
    answered(&demo, person, &started).await
}

async fn parts_of(mut parts: Multipart) -> Result<(Call, Vec<File>), Refusal> {
    let unreadable = |_| Refusal::bad("The command could not be read.");
    let mut call = None;
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let name = part.file_name().map(str::to_owned);
        let bytes = part
            .bytes()
            .await
            .map_err(|_| Refusal::bad("The file is larger than 10 MB."))?;
        match name {
            Some(name) => files.push(File::new(&name, bytes)),
            None => call = serde_json::from_slice(&bytes).ok(),
        }
    }
    Ok((
        call.ok_or_else(|| Refusal::bad("The command could not be read."))?,
        files,
    ))
}

/// Presses a button or chooses in a select.
pub async fn component(State(demo): State<Arc<Demo>>, Path((person, channel)): Place, Json(used): Json<Use>) -> Done {
    let who = demo.sandbox.person(person);
    let started = match &used.values {
        None => who.press_at(channel, used.message, &used.custom_id).await?,
        Some(values) => {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            who.select_at(channel, used.message, &used.custom_id, &values).await?
        }
    };
    answered(&demo, person, &started).await.map_err(failed_interaction)
}

/// Sends a form.
pub async fn form(State(demo): State<Arc<Demo>>, Path((person, _)): Place, Json(filled): Json<Filled>) -> Done {
    let form = demo
        .forms
        .find(filled.id, person)
        .ok_or_else(|| Refusal::missing("This form is no longer open."))?;
    let fields = filled.fields.into_iter().map(FilledField::into_pair).collect();
    let started = demo.sandbox.person(person).submit_with(&form, fields).await?;
    answered(&demo, person, &started).await
}

impl FilledField {
    fn into_pair(self) -> (String, FormValue) {
        let value = match (self.value, self.values) {
            (Some(text), _) => FormValue::Text(text),
            (None, values) => FormValue::Values(values.unwrap_or_default()),
        };
        (self.custom_id, value)
    }
}

/// Moves the clock.
pub async fn clock(State(demo): State<Arc<Demo>>, Json(asked): Json<ClockMove>) -> Done {
    if !demo.scene.borrow().done {
        return Err(Refusal::bad("The scene is still being set."));
    }
    if !demo.mover.go(asked.way).await {
        return Err(Refusal::bad("The bot has nothing planned."));
    }
    Ok(Json(json!({ "now": demo.sandbox.clock().now() })))
}

/// Waits for the bot's first answer: messages come as events, a form goes back to the page that asked.
async fn answered(demo: &Demo, person: Id, started: &Interaction) -> Done {
    match started.answer().await? {
        Answer::Form(form) => {
            let shown = json!({ "id": started.id(), "title": form.title, "components": form.components });
            demo.forms.keep(started.id(), person, form);
            Ok(Json(json!({ "form": shown })))
        }
        _ => Ok(Json(json!({}))),
    }
}

fn failed_interaction(refusal: Refusal) -> Refusal {
    refusal.instead_of_silence("This interaction failed.")
}
