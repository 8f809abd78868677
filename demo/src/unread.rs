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

#[cfg(test)]
mod tests {
    use super::*;
    use sandbox::Options;

    #[tokio::test]
    async fn what_others_write_is_unread_until_it_is_seen() {
        let sandbox = Sandbox::start(Options::default()).await.unwrap();
        let company = Company::found(&sandbox);
        let [maria, leo] = ["Maria Keller", "Leo Brandt"].map(|name| company.person(name).unwrap());
        let general = company.channel("general").unwrap();
        let unread = Unread::default();
        let count = |person| unread.mark(&sandbox, person, general).count;

        let first = sandbox.person(maria).say(general, "Good morning").await.unwrap();
        sandbox
            .person(maria)
            .say(general, "The plant tour is at ten")
            .await
            .unwrap();
        assert_eq!((count(maria), count(leo)), (0, 2));

        unread.seen(leo, general, first.id);
        assert_eq!(count(leo), 1);

        unread.all_seen(&sandbox, &company);
        unread.seen(leo, general, first.id);
        assert_eq!(count(leo), 0, "an earlier message does not take back a later one");
    }

    #[tokio::test]
    async fn a_mention_counts_for_the_one_it_calls() {
        let sandbox = Sandbox::start(Options::default()).await.unwrap();
        let company = Company::found(&sandbox);
        let [maria, leo, sam] = ["Maria Keller", "Leo Brandt", "Sam Okafor"].map(|name| company.person(name).unwrap());
        let general = company.channel("general").unwrap();
        let unread = Unread::default();

        sandbox
            .person(maria)
            .say(general, &format!("<@{leo}>, can you help?"))
            .await
            .unwrap();
        let mark = |person| unread.mark(&sandbox, person, general);
        assert_eq!((mark(leo).count, mark(leo).mentions), (1, 1));
        assert_eq!((mark(sam).count, mark(sam).mentions), (1, 0));
    }
}
