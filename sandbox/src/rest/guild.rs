//! Servers, their channels, roles and members.

use serde_json::{Value, json};

use super::request::id;
use super::{Call, Outcome, Refusal, Reply};
use crate::id::Id;
use crate::permission;
use crate::world::{Server, State};

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let ["guilds", server, rest @ ..] = segments else {
        return None;
    };
    let outcome = match (call.request.method.as_str(), rest) {
        ("GET", []) => with(call, server, one),
        ("GET", ["channels"]) => with(call, server, channels),
        ("POST", ["channels"]) => add_channel(call, server),
        ("GET", ["roles"]) => with(call, server, |_, _, home| Ok(roles(home))),
        ("GET", ["roles", role]) => with(call, server, |_, _, home| role_by_id(home, role)),
        ("GET", ["members"]) => with(call, server, members),
        ("GET", ["members", "search"]) => with(call, server, search),
        ("GET", ["members", user]) => with(call, server, |_, state, home| member(state, home, user)),
        ("GET", ["threads", "active"]) => with(call, server, threads),
        _ => return None,
    };
    Some(outcome)
}

/// Looks the server up; one the bot is not in does not exist for it.
fn with(call: &Call<'_>, server: &str, act: impl FnOnce(&Call<'_>, &State, &Server) -> Outcome) -> Outcome {
    let server = id("guild_id", server)?;
    let state = call.inner.state();
    let home = state.servers.get(&server).filter(|_| state.bot_is_in(server));
    act(call, &state, home.ok_or_else(|| Refusal::known(10004))?)
}

#[expect(clippy::unnecessary_wraps, reason = "all routes have one shape")]
fn one(call: &Call<'_>, _: &State, home: &Server) -> Outcome {
    let mut body = home.to_json();
    if call.request.is_true("with_counts") {
        body["approximate_member_count"] = json!(home.members.len());
        body["approximate_presence_count"] = json!(home.members.len());
    }
    Ok(Reply::ok(body))
}

#[expect(clippy::unnecessary_wraps, reason = "all routes have one shape")]
fn channels(_: &Call<'_>, state: &State, home: &Server) -> Outcome {
    Ok(Reply::list(
        state.channels_of(home.id).map(|channel| state.channel_json(channel)),
    ))
}

fn add_channel(call: &Call<'_>, server: &str) -> Outcome {
    let server = id("guild_id", server)?;
    let mut state = call.inner.state();
    let home = state.servers.get(&server).filter(|_| state.bot_is_in(server));
    let home = home.ok_or_else(|| Refusal::known(10004))?;
    let bot = home.members.get(&state.bot).ok_or_else(|| Refusal::known(10004))?;
    if !permission::holds(permission::in_server(home, bot), permission::MANAGE_CHANNELS) {
        return Err(Refusal::known(50013));
    }
    let mut report = crate::check::Report::default();
    report.text(&call.request.body, "name", 1..=100, true);
    report.finish()?;
    let name = call.request.body["name"]
        .as_str()
        .unwrap_or_default()
        .to_lowercase()
        .replace(' ', "-");
    let channel = state.add_channel(server, &name);
    let made = state.channels.get(&channel).map(|channel| state.channel_json(channel));
    Ok(Reply::Json(201, made.unwrap_or_default()))
}

fn roles(home: &Server) -> Reply {
    Reply::list(home.roles.values().map(crate::world::Role::to_json))
}

fn role_by_id(home: &Server, role: &str) -> Outcome {
    let role = id("role_id", role)?;
    let found = home.roles.get(&role).ok_or_else(|| Refusal::known(10011))?;
    Ok(Reply::ok(found.to_json()))
}

/// List Guild Members takes the members intent to be switched on.
fn members(call: &Call<'_>, state: &State, home: &Server) -> Outcome {
    if call.inner.privileged_intents & crate::gateway::GUILD_MEMBERS == 0 {
        return Err(Refusal::known(50001));
    }
    let query = &call.request.query;
    let limit = query
        .get("limit")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(1)
        .clamp(1, 1000);
    let after = call.request.query_id("after")?.unwrap_or(Id::new(0));
    let page = home.members.values().filter(|member| member.user > after).take(limit);
    Ok(Reply::list(
        page.map(|member| member.to_json(Some(&state.user(member.user)))),
    ))
}

#[expect(clippy::unnecessary_wraps, reason = "all routes have one shape")]
fn search(call: &Call<'_>, state: &State, home: &Server) -> Outcome {
    let query = &call.request.query;
    let wanted = query.get("query").map(|text| text.to_lowercase()).unwrap_or_default();
    let limit = query
        .get("limit")
        .and_then(|limit| limit.parse().ok())
        .unwrap_or(1)
        .clamp(1, 1000);
    let fits = |user: &crate::world::User, nickname: Option<&str>| {
        user.username.starts_with(&wanted)
            || user.name.to_lowercase().starts_with(&wanted)
            || nickname.is_some_and(|nickname| nickname.to_lowercase().starts_with(&wanted))
    };
    let found: Vec<Value> = home
        .members
        .values()
        .filter(|member| fits(&state.user(member.user), member.nickname.as_deref()))
        .take(limit)
        .map(|member| member.to_json(Some(&state.user(member.user))))
        .collect();
    Ok(Reply::list(found))
}

fn member(state: &State, home: &Server, user: &str) -> Outcome {
    let user = if user == "@me" { state.bot } else { id("user_id", user)? };
    if !state.users.contains_key(&user) {
        return Err(Refusal::known(10013));
    }
    let found = home.members.get(&user).ok_or_else(|| Refusal::known(10007))?;
    Ok(Reply::ok(found.to_json(Some(&state.user(user)))))
}

#[expect(clippy::unnecessary_wraps, reason = "all routes have one shape")]
fn threads(_: &Call<'_>, state: &State, home: &Server) -> Outcome {
    let active: Vec<Value> = state
        .threads_of(home.id)
        .filter(|thread| !thread.archived && state.may(state.bot, thread, permission::VIEW_CHANNEL))
        .map(|thread| state.channel_json(thread))
        .collect();
    Ok(Reply::ok(json!({ "threads": active, "members": [] })))
}
