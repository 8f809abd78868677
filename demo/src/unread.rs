//! What each person has seen of each channel, and what is therefore unread. Discord keeps this for its clients;
//! the sandbox knows nothing of it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sandbox::{Id, Message, Sandbox};
use serde::Serialize;

use crate::company::Company;

/// What is unread for one person in one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Messages after the last one seen, one's own left out.
    pub count: usize,
    /// Those of them that mention the person.
    pub mentions: usize,
    /// The last message seen.
    pub read: Id,
}

/// The last message each person saw in each channel.
#[derive(Debug, Default)]
pub struct Unread {
    read: Mutex<HashMap<(Id, Id), Id>>,
}

impl Unread {
    /// The person saw the channel up to this message; an earlier one changes nothing.
    pub fn seen(&self, person: Id, channel: Id, message: Id) {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let last = read.entry((person, channel)).or_insert(message);
        *last = (*last).max(message);
    }

    /// Everybody has seen everything there is.
    pub fn all_seen(&self, sandbox: &Sandbox, company: &Company) {
        for person in company.people() {
            for channel in company.channels_of(sandbox, person) {
                if let Some(last) = sandbox.person(person).messages(channel).last() {
                    self.seen(person, channel, last.id);
                }
            }
        }
    }

    /// What the person has not seen in the channel.
    pub fn mark(&self, sandbox: &Sandbox, person: Id, channel: Id) -> Mark {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let read = read.get(&(person, channel)).copied().unwrap_or(Id::new(0));
        let messages = sandbox.person(person).messages(channel);
        let fresh = messages
            .iter()
            .filter(|one| one.id > read && one.author.id != person && !one.is_ephemeral());
        let (count, mentions) = fresh.fold((0, 0), |(count, mentions), one| {
            (count + 1, mentions + usize::from(calls(sandbox, one, person)))
        });
        Mark { count, mentions, read }
    }
}

fn calls(sandbox: &Sandbox, message: &Message, person: Id) -> bool {
    let roles = || {
        let server = message.server_id.and_then(|server| sandbox.server(server))?;
        server.members.get(&person).map(|member| member.roles.clone())
    };
    message.mentions.everyone
        || message.mentions.people.iter().any(|user| user.id == person)
        || roles().is_some_and(|held| message.mentions.roles.iter().any(|role| held.contains(role)))
}
