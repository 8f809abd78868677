//! The live line to the page: each change of the sandbox as a small JSON event, to every open page.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::ws::{Message as Frame, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use sandbox::{Change, Id, MessageChange};
use serde_json::{Value, json};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::host::Demo;

/// Where events are sent, and pages listen.
#[derive(Clone, Debug)]
pub struct Events {
    line: broadcast::Sender<Utf8Bytes>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            line: broadcast::Sender::new(1024),
        }
    }
}

impl Events {
    /// Tells every open page; nobody listening is fine.
    pub fn send(&self, event: &Value) {
        self.line.send(event.to_string().into()).ok();
    }
}

/// Opens a page's line.
pub async fn events(State(demo): State<Arc<Demo>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| speak(socket, demo))
}

async fn speak(mut socket: WebSocket, demo: Arc<Demo>) {
    let mut line = demo.events.line.subscribe();
    let mut stopping = demo.stopping.clone();
    loop {
        let frame = tokio::select! {
            event = line.recv() => match event {
                Ok(event) => Frame::Text(event),
                Err(RecvError::Lagged(_)) => Frame::Text(json!({ "type": "world" }).to_string().into()),
                Err(RecvError::Closed) => return,
            },
            heard = socket.recv() => match heard {
                Some(Ok(_)) => continue,
                _ => return,
            },
            _ = stopping.wait_for(|stop| *stop) => return,
        };
        if socket.send(frame).await.is_err() {
            return;
        }
    }
}

/// Turns the sandbox's changes and the scene's progress into events, until the sandbox ends.
pub async fn relay(demo: Arc<Demo>) {
    let mut changes = demo.sandbox.changes();
    let mut scene = demo.scene.subscribe();
    let mut stopping = demo.stopping.clone();
    loop {
        tokio::select! {
            change = changes.recv() => match change {
                Ok(change) => tell(&demo, &change),
                Err(RecvError::Lagged(_)) => demo.events.send(&json!({ "type": "world" })),
                Err(RecvError::Closed) => return,
            },
            Ok(()) = scene.changed() => {
                let event = json!({ "type": "scene", "scene": *scene.borrow_and_update() });
                demo.events.send(&event);
            }
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

fn tell(demo: &Demo, change: &Change) {
    match change {
        Change::MessageCreated(at) => {
            tell_place(demo, at.channel);
            tell_message(demo, *at);
            tell_marks(demo, at.channel);
        }
        Change::MessageEdited(at) => tell_message(demo, *at),
        Change::MessageDeleted(at) => {
            demo.events
                .send(&json!({ "type": "removed", "channel_id": at.channel, "message_id": at.message }));
            tell_marks(demo, at.channel);
        }
        Change::Commands | Change::Servers => demo.events.send(&json!({ "type": "world" })),
        _ => {}
    }
}

/// A channel's first message: the page may not know the channel yet.
fn tell_place(demo: &Demo, channel: Id) {
    if demo.sandbox.messages(channel).len() <= 1 {
        demo.events.send(&json!({ "type": "world" }));
    }
}

fn tell_message(demo: &Demo, at: MessageChange) {
    if let Some(message) = demo.sandbox.message(at.channel, at.message) {
        demo.events.send(&json!({
            "type": "message", "channel_id": at.channel, "message": message.to_json(), "only": at.visible_to,
        }));
    }
}

fn tell_marks(demo: &Demo, channel: Id) {
    for person in demo.company.people() {
        if demo.company.channels_of(&demo.sandbox, person).contains(&channel) {
            tell_mark(demo, person, channel);
        }
    }
}

/// Tells what the person has not seen in the channel.
pub fn tell_mark(demo: &Demo, person: Id, channel: Id) {
    let mark = demo.unread.mark(&demo.sandbox, person, channel);
    demo.events
        .send(&json!({ "type": "unread", "person": person, "channel_id": channel, "mark": mark }));
}
