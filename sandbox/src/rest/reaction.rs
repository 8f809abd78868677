//! Reactions to messages.

use super::request::id;
use super::{Call, Outcome, Refusal, Reply, place};
use crate::permission;

/// How many different reactions a message holds.
const MOST: usize = 20;

pub(crate) fn route(call: &Call<'_>, segments: &[&str]) -> Option<Outcome> {
    let ["channels", channel, "messages", message, "reactions", rest @ ..] = segments else {
        return None;
    };
    let outcome = match (call.request.method.as_str(), rest) {
        ("PUT", [emoji, "@me"]) => add(call, channel, message, emoji),
        ("DELETE", [emoji, user]) => remove(call, (channel, message), emoji, user),
        ("GET", [emoji]) => people(call, channel, message, emoji),
        _ => return None,
    };
    Some(outcome)
}

fn add(call: &Call<'_>, channel: &str, message: &str, emoji: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, channel)?.clone();
    let on = place::message(&state, &found, message)?;
    let known = on.reactions.iter().any(|one| one.emoji == emoji);
    let (on_id, count) = (on.id, on.reactions.len());
    place::need(&state, &found, permission::READ_MESSAGE_HISTORY)?;
    if !known {
        place::need(&state, &found, permission::ADD_REACTIONS)?;
        if count >= MOST {
            return Err(Refusal::known(30010));
        }
    }
    if emoji.is_ascii() && !emoji.contains(':') {
        return Err(Refusal::known(10014));
    }
    let bot = state.bot;
    state.add_reaction(found.id, on_id, bot, emoji);
    Ok(Reply::Nothing)
}

fn remove(call: &Call<'_>, at: (&str, &str), emoji: &str, user: &str) -> Outcome {
    let mut state = call.inner.state();
    let found = place::channel(&state, at.0)?.clone();
    let on = place::message(&state, &found, at.1)?.id;
    let user = if user == "@me" { state.bot } else { id("user_id", user)? };
    if user != state.bot {
        place::need(&state, &found, permission::MANAGE_MESSAGES)?;
    }
    state.remove_reaction(found.id, on, user, emoji);
    Ok(Reply::Nothing)
}

fn people(call: &Call<'_>, channel: &str, message: &str, emoji: &str) -> Outcome {
    let state = call.inner.state();
    let found = place::channel(&state, channel)?;
    let on = place::message(&state, found, message)?;
    let reaction = on.reactions.iter().find(|one| one.emoji == emoji);
    let people = reaction.map(|one| one.people.as_slice()).unwrap_or_default();
    Ok(Reply::list(people.iter().map(|id| state.user(*id).to_json())))
}
