//! Who a message really mentions: what its text names, as far as `allowed_mentions` and permissions let it.

use serde_json::Value;

use super::{Mentions, State};
use crate::id::Id;
use crate::permission;

/// Where a message comes from, which decides what it mentions when it does not say so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mentioning {
    /// An ordinary message: everything that is named.
    Ordinary,
    /// An interaction's or a webhook's: only people.
    PeopleOnly,
}

/// A text, and what decides whom it mentions.
pub(crate) struct Said<'a> {
    pub(crate) author: Id,
    pub(crate) channel: Id,
    pub(crate) text: &'a str,
    /// The body's `allowed_mentions`.
    pub(crate) allowed: &'a Value,
    pub(crate) source: Mentioning,
}

struct Allowed {
    people: bool,
    roles: bool,
    everyone: bool,
    listed_people: Vec<Id>,
    listed_roles: Vec<Id>,
}

impl Allowed {
    fn read(given: &Value, source: Mentioning) -> Self {
        let Some(given) = given.as_object() else {
            let ordinary = source == Mentioning::Ordinary;
            return Self {
                people: true,
                roles: ordinary,
                everyone: ordinary,
                listed_people: Vec::new(),
                listed_roles: Vec::new(),
            };
        };
        let parses = |what: &str| {
            given
                .get("parse")
                .and_then(Value::as_array)
                .is_some_and(|parse| parse.iter().any(|one| one == what))
        };
        Self {
            people: parses("users"),
            roles: parses("roles"),
            everyone: parses("everyone"),
            listed_people: ids(given.get("users")),
            listed_roles: ids(given.get("roles")),
        }
    }
}

fn ids(list: Option<&Value>) -> Vec<Id> {
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|id| serde_json::from_value(id.clone()).ok())
        .collect()
}

impl State {
    /// Whom the text mentions.
    pub(crate) fn mentions(&self, said: &Said<'_>) -> Mentions {
        let allowed = Allowed::read(said.allowed, said.source);
        let text = said.text;
        let Some(place) = self.channels.get(&said.channel) else {
            return Mentions::default();
        };
        let may_all = self.may(said.author, place, permission::MENTION_EVERYONE);
        let server = place.server.and_then(|id| self.servers.get(&id));
        let mut found = Mentions::default();
        for id in named(text, "<@").into_iter().chain(named(text, "<@!")) {
            let wanted = allowed.people || allowed.listed_people.contains(&id);
            if wanted
                && let Some(user) = self.users.get(&id)
                && !found.people.contains(user)
            {
                found.people.push(user.clone());
            }
        }
        for id in named(text, "<@&") {
            let role = server.and_then(|server| server.roles.get(&id));
            let wanted = allowed.roles || allowed.listed_roles.contains(&id);
            if wanted && role.is_some_and(|role| role.mentionable || may_all) && !found.roles.contains(&id) {
                found.roles.push(id);
            }
        }
        let names_all = text.contains("@everyone") || text.contains("@here");
        found.everyone = names_all && allowed.everyone && may_all && server.is_some();
        found
    }
}

/// The ids in `<@1>`-like marks with this opening.
fn named(text: &str, opening: &str) -> Vec<Id> {
    text.match_indices(opening)
        .filter_map(|(at, _)| {
            let rest = &text[at + opening.len()..];
            rest[..rest.find('>')?].parse().ok()
        })
        .collect()
}

/// The text that can ping: the content, or the text displays of a message made of components.
pub(crate) fn mentioning_text(content: &str, components: &[Value]) -> String {
    let mut text = content.to_owned();
    super::find(components, &mut |component| {
        if component["type"] == 10 {
            text.push('\n');
            text.push_str(component["content"].as_str().unwrap_or_default());
        }
        false
    });
    text
}
