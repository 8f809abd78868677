//! The answer to Request Guild Members: the members of a server, a thousand at a time.

use serde_json::{Value, json};

use crate::id::Id;
use crate::world::{Member, State};

/// How many members one event holds.
const A_CHUNK: usize = 1000;
/// How many members can be asked for by id.
const MOST_BY_ID: usize = 100;

/// The events' data; `None` when the question cannot be read. A server the bot is not in has no members.
pub(crate) fn chunks(state: &State, asked: &Value) -> Option<Vec<Value>> {
    let server: Id = serde_json::from_value(asked["guild_id"].clone()).ok()?;
    let home = state.servers.get(&server).filter(|_| state.bot_is_in(server));
    let everybody = home.into_iter().flat_map(|home| home.members.values());
    let ids = by_id(&asked["user_ids"])?;
    let found: Vec<&Member> = if ids.is_empty() {
        let wanted = asked["query"].as_str().unwrap_or_default().to_lowercase();
        let limit = asked["limit"].as_u64().filter(|limit| *limit > 0);
        let limit = limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(usize::MAX);
        everybody
            .filter(|member| starts_with(state, member, &wanted))
            .take(limit)
            .collect()
    } else {
        everybody.filter(|member| ids.contains(&member.user)).collect()
    };
    let missing: Vec<&Id> = ids
        .iter()
        .filter(|id| !found.iter().any(|member| member.user == **id))
        .collect();
    let count = found.len().div_ceil(A_CHUNK).max(1);
    let chunk = |index: usize| {
        let part = found.iter().skip(index * A_CHUNK).take(A_CHUNK);
        let members: Vec<Value> = part
            .map(|member| member.to_json(Some(&state.user(member.user))))
            .collect();
        let mut data = json!({
            "guild_id": server, "members": members, "chunk_index": index, "chunk_count": count, "not_found": missing,
        });
        if let Some(nonce) = asked.get("nonce") {
            data["nonce"] = nonce.clone();
        }
        data
    };
    Some((0..count).map(chunk).collect())
}

/// One id or a list of them.
fn by_id(asked: &Value) -> Option<Vec<Id>> {
    let ids: Vec<Id> = match asked {
        Value::Null => Vec::new(),
        Value::Array(_) => serde_json::from_value(asked.clone()).ok()?,
        one => vec![serde_json::from_value(one.clone()).ok()?],
    };
    (ids.len() <= MOST_BY_ID).then_some(ids)
}

fn starts_with(state: &State, member: &Member, wanted: &str) -> bool {
    let user = state.user(member.user);
    let names = [Some(&user.username), Some(&user.name), member.nickname.as_ref()];
    names
        .into_iter()
        .flatten()
        .any(|name| name.to_lowercase().starts_with(wanted))
}
