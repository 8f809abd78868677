//! What the page looks at: the world, a channel's messages, the commands offered in it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use sandbox::Id;
use serde_json::{Value, json};

use crate::host::Demo;

/// How many messages of a channel are shown, the newest.
const SHOWN: usize = 200;

/// Where somebody looks or acts: the person, the channel.
pub type Place = Path<(Id, Id)>;

/// The whole world.
pub async fn world(State(demo): State<Arc<Demo>>) -> Json<Value> {
    Json(super::world::world(&demo).await)
}

/// The channel's messages as the person sees them, oldest first.
pub async fn messages(State(demo): State<Arc<Demo>>, Path((person, channel)): Place) -> Json<Value> {
    let messages = demo.sandbox.person(person).messages(channel);
    let from = messages.len().saturating_sub(SHOWN);
    Json(messages[from..].iter().map(sandbox::Message::to_json).collect())
}

/// The commands the person is offered in the channel.
pub async fn commands(State(demo): State<Arc<Demo>>, Path((person, channel)): Place) -> Json<Value> {
    Json(json!(demo.sandbox.person(person).available_commands(channel)))
}
