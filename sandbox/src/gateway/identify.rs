//! Identify and Resume: who may open a session, and what it is told first.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::session::{Resumed, Session};
use super::{Down, Start, intent};
use crate::sandbox::Inner;
use crate::world::State;

/// What becomes of a connection after Identify or Resume.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// It carries this session.
    Session(String),
    /// It is closed with this code.
    Close(u16),
    /// The session cannot be resumed; the bot may identify on this connection.
    Invalid,
}

/// Opens a session. `since` in the presence and other oddities of libraries are not looked at.
pub(crate) fn identify(inner: &Inner, data: &Value, link: UnboundedSender<Down>) -> Entry {
    let given = data["token"].as_str().unwrap_or_default();
    if !inner.takes_token(given.trim_start_matches("Bot ")) {
        return Entry::Close(4004);
    }
    let Some(intents) = data["intents"].as_u64() else {
        return Entry::Close(4002);
    };
    if intents & !intent::ALL != 0 {
        return Entry::Close(4013);
    }
    if intents & intent::PRIVILEGED & !inner.privileged_intents != 0 {
        return Entry::Close(4014);
    }
    let Some(shard) = shard(&data["shard"]) else {
        return Entry::Close(4010);
    };
    if shard.1 < inner.shards_required {
        return Entry::Close(4011);
    }
    let start = inner.starts().note(shard.0, inner.clock.now());
    match start {
        Start::Fine => {}
        Start::TooSoon => return Entry::Invalid,
        Start::Exhausted => {
            inner.void_token();
            inner.state().sessions.send_all(&Down::Close(4004));
            inner.faults.forget_sessions();
            return Entry::Close(4004);
        }
    }
    let id = session_id();
    let mut state = inner.state();
    let session = Session::new(id.clone(), shard, intents, link);
    welcome(&mut state, inner, session);
    inner.connected.send_replace(state.sessions.connected());
    Entry::Session(id)
}

/// READY, then each server of the shard.
fn welcome(state: &mut State, inner: &Inner, session: Session) {
    let shard = session.shard;
    let own: Vec<_> = state
        .servers
        .values()
        .filter(|server| server.members.contains_key(&state.bot))
        .filter(|server| (server.id.get() >> 22) % shard.1 == shard.0)
        .map(|server| (server.id, server.available))
        .collect();
    let ready = json!({
        "v": 10,
        "user": own_user(state),
        "guilds": own.iter().map(|(id, _)| json!({ "id": id, "unavailable": true })).collect::<Vec<_>>(),
        "session_id": session.id,
        "session_type": "normal",
        "resume_gateway_url": format!("ws://{}", inner.plain),
        "shard": [shard.0, shard.1],
        "application": { "id": state.application, "flags": 0 },
        "private_channels": [], "presences": [], "relationships": [], "user_settings": {},
        "geo_ordered_rtc_regions": [], "_trace": ["sandbox"],
    });
    let wants_servers = session.intents & intent::GUILDS != 0;
    let created: Vec<_> = own
        .iter()
        .filter(|(_, available)| *available && wants_servers)
        .filter_map(|(id, _)| state.server_created_json(*id))
        .collect();
    let session = state.sessions.add(session);
    session.push("READY", &ready);
    for data in created {
        session.push("GUILD_CREATE", &data);
    }
}

fn own_user(state: &State) -> Value {
    let mut user = state.bot_user().to_json();
    user["verified"] = true.into();
    user["mfa_enabled"] = true.into();
    user["email"] = Value::Null;
    user
}

/// Continues a session on a new connection.
pub(crate) fn resume(inner: &Inner, data: &Value, link: UnboundedSender<Down>) -> Entry {
    let given = data["token"].as_str().unwrap_or_default();
    if !inner.takes_token(given.trim_start_matches("Bot ")) {
        return Entry::Close(4004);
    }
    let id = data["session_id"].as_str().unwrap_or_default();
    let seq = data["seq"].as_u64().unwrap_or_default();
    let mut state = inner.state();
    match state.sessions.resume(id, seq, link) {
        Resumed::Yes => {
            inner.connected.send_replace(state.sessions.connected());
            Entry::Session(id.to_owned())
        }
        Resumed::UnknownSession => Entry::Invalid,
        Resumed::BadSequence => {
            state.sessions.forget(id);
            Entry::Close(4007)
        }
    }
}

fn shard(given: &Value) -> Option<(u64, u64)> {
    if given.is_null() {
        return Some((0, 1));
    }
    let (id, count) = (given[0].as_u64()?, given[1].as_u64()?);
    (count > 0 && id < count).then_some((id, count))
}

fn session_id() -> String {
    format!("{:032x}", rand::random::<u128>())
}
