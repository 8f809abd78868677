//! The bot's own account, its application, other users, direct channels, and where the gateway is.

use serde_json::{Value, json};

use super::request::id;
use super::{Call, Outcome, Refusal, Reply};
use crate::check::Report;
use crate::id::Id;
use crate::world::State;

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let outcome = match (call.request.method.as_str(), segments) {
        ("GET", ["gateway"]) => Ok(Reply::ok(json!({ "url": url(call) }))),
        ("GET", ["gateway", "bot"]) => Ok(Reply::ok(gateway_bot(call))),
        ("GET", ["users", "@me"]) => Ok(Reply::ok(me(&call.inner.state()))),
        ("GET", ["users", "@me", "guilds"]) => Ok(my_guilds(&call.inner.state())),
        ("POST", ["users", "@me", "channels"]) => open_direct(call),
        ("DELETE", ["users", "@me", "guilds", server]) => leave(call, server),
        ("GET", ["users", user]) => user_by_id(call, user),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => {
            Ok(Reply::ok(application(&call.inner.state())))
        }
        _ => return None,
    };
    Some(outcome)
}

fn url(call: &Call<'_>) -> String {
    format!("ws://{}", call.inner.plain)
}

fn gateway_bot(call: &Call<'_>) -> Value {
    let mut starts = call.inner.starts();
    let (remaining, reset_after) = starts.left(call.inner.clock.now());
    json!({
        "url": url(call),
        "shards": call.inner.shards_required.max(1),
        "session_start_limit": {
            "total": starts.a_day, "remaining": remaining, "reset_after": reset_after,
            "max_concurrency": starts.at_once,
        },
    })
}

fn me(state: &State) -> Value {
    let mut user = state.bot_user().to_json();
    user["verified"] = true.into();
    user["mfa_enabled"] = true.into();
    user["email"] = Value::Null;
    user["locale"] = "en-US".into();
    user
}

fn application(state: &State) -> Value {
    let bot = state.bot_user();
    json!({
        "id": state.application, "name": bot.name, "icon": null, "description": "", "type": null,
        "bot": bot.to_json(), "bot_public": true, "bot_require_code_grant": false,
        "verify_key": "0".repeat(64), "flags": 0, "hook": true, "summary": "",
        "owner": crate::world::User::new(state.application, "owner", false).to_json(),
        "team": null, "redirect_uris": [], "interactions_endpoint_url": null,
        "role_connections_verification_url": null, "flags_new": "0", "eligible_oauth2_scopes": [],
        "approximate_user_install_count": 0, "approximate_user_authorization_count": 0, "approximate_guild_count": state.servers.len(),
        "integration_types_config": { "0": {} }, "explicit_content_filter": 0, "rpc_origins": [],
    })
}

fn my_guilds(state: &State) -> Reply {
    let own = state
        .servers
        .values()
        .filter(|server| server.members.contains_key(&state.bot));
    Reply::list(own.map(|server| {
        let bits = server
            .members
            .get(&state.bot)
            .map_or(0, |member| crate::permission::in_server(server, member));
        json!({
            "id": server.id, "name": server.name, "icon": null, "banner": null, "owner": false,
            "permissions": bits.to_string(), "features": [],
        })
    }))
}

fn leave(call: &Call<'_>, server: &str) -> Outcome {
    let server = id("guild_id", server)?;
    let mut state = call.inner.state();
    if !state.bot_is_in(server) {
        return Err(Refusal::known(10004));
    }
    let bot = state.bot;
    state.remove_member(server, bot);
    Ok(Reply::Nothing)
}

fn user_by_id(call: &Call<'_>, user: &str) -> Outcome {
    let user = id("user_id", user)?;
    let state = call.inner.state();
    let found = state.users.get(&user).ok_or_else(|| Refusal::known(10013))?;
    Ok(Reply::ok(found.to_json()))
}

/// The direct channel with a person: always the same one. Whether they may be written to shows later.
fn open_direct(call: &Call<'_>) -> Outcome {
    let mut report = Report::default();
    let body = &call.request.body;
    let recipient: Option<Id> = serde_json::from_value(body["recipient_id"].clone()).ok();
    let Some(recipient) = recipient else {
        report.within("recipient_id", |report| {
            report.refuse("BASE_TYPE_REQUIRED", "This field is required");
        });
        report.finish()?;
        return Err(Refusal::known(10013));
    };
    let mut state = call.inner.state();
    let bot = state.bot;
    if !state.users.contains_key(&recipient) {
        return Err(Refusal::known(10013));
    }
    if state.user(recipient).bot {
        return Err(Refusal::known(50007));
    }
    if state.direct_channel(bot, recipient).is_none() {
        let now = state.now();
        let taken = state.slow_limits.new_directs.take(now);
        taken.map_err(|wait| Refusal::until(40003, wait))?;
    }
    let channel = state.open_direct(bot, recipient);
    let found = state
        .channels
        .get(&channel)
        .cloned()
        .ok_or_else(|| Refusal::known(10003))?;
    Ok(Reply::ok(state.channel_json(&found)))
}
