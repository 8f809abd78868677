//! Who reads a private scorecard, and who sees a channel without being one of them. Roles and people are named as Discord
//! shows them, and nobody is notified.

use crate::locale::{Words, escape};
use crate::service::reader::{Onlooker, ReadBy};

/// How many are named before they are counted.
const NAMED: usize = 20;

/// Who sees a channel and may not read what is to be posted there.
pub fn onlookers(words: Words, onlookers: &[Onlooker]) -> String {
    let named = onlookers.iter().map(|onlooker| match onlooker {
        Onlooker::Everyone => words.say("readers-everybody", &[]),
        Onlooker::Role(role) => format!("<@&{role}>"),
        Onlooker::Person(user) => format!("<@{user}>"),
    });
    listed(words, named.collect())
}

/// Who reads a scorecard.
pub fn read_by(words: Words, readers: Option<&ReadBy>) -> String {
    let Some(readers) = readers else {
        return words.say("readers-everybody", &[]);
    };
    let roles = readers.roles.iter().map(|role| format!("<@&{role}>"));
    let people = readers.people.iter().map(|name| escape(name).into_owned());
    listed(words, roles.chain(people).collect())
}

fn listed(words: Words, mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(crate::say!(words, "list-more", count = more));
    }
    names.join(", ")
}
