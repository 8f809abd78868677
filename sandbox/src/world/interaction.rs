//! Interactions: what a person started, how far the bot's answer got, and the deadlines of both.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::{Message, State};
use crate::id::Id;

/// How long an interaction's token lives.
const TOKEN_LIFE: TimeDelta = TimeDelta::minutes(15);

/// When there are more interactions than this, the oldest ones that were answered are forgotten before their time.
const MOST_KEPT: usize = 40_000;

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Command = 2,
    Component = 3,
    Complete = 4,
    Submit = 5,
}

/// What the bot gave in its first answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    Message(Box<Message>),
    Deferred,
    DeferredUpdate,
    Update(Box<Message>),
    Choices(Vec<Value>),
    Form(Value),
}

/// A command that was used.
#[derive(Clone, Debug)]
pub(crate) struct Used {
    /// Its name, with group and subcommand.
    pub(crate) name: String,
    /// 1 a slash command, 2 of a person's menu, 3 of a message's.
    pub(crate) kind: u64,
    /// Whose menu it was.
    pub(crate) target: Option<Id>,
}

/// One interaction.
#[derive(Debug)]
pub(crate) struct InteractionRecord {
    pub(crate) id: Id,
    pub(crate) token: String,
    pub(crate) kind: Kind,
    pub(crate) person: Id,
    pub(crate) channel: Id,
    pub(crate) started_at: DateTime<Utc>,
    /// How long the bot has for its first answer.
    pub(crate) patience: TimeDelta,
    /// The message whose component was used, or from which the form was opened.
    pub(crate) source: Option<Id>,
    /// `@original`, once there is one.
    pub(crate) original: Option<Id>,
    /// The command, for the answer's metadata.
    pub(crate) command: Option<Used>,
    /// The interaction that was answered with the form that is submitted.
    pub(crate) opened_by: Option<Id>,
    pub(crate) given: watch::Sender<Option<Given>>,
    /// Rises with each edit of `@original`.
    pub(crate) edits: watch::Sender<u64>,
}

impl InteractionRecord {
    /// Whether the first answer may still come at `now`.
    pub(crate) fn awaits_answer(&self, now: DateTime<Utc>) -> bool {
        now - self.started_at <= self.patience
    }

    /// Whether the token is still good at `now`.
    pub(crate) fn token_lives(&self, now: DateTime<Utc>) -> bool {
        now - self.started_at <= TOKEN_LIFE
    }

    pub(crate) fn is_answered(&self) -> bool {
        self.given.borrow().is_some()
    }

    /// Discord's `interaction_metadata` of a message that answers it.
    pub(crate) fn metadata(&self, state: &State) -> Value {
        let mut data = json!({
            "id": self.id,
            "type": self.kind as u64,
            "user": state.user(self.person).to_json(),
            "authorizing_integration_owners": state.integration_owners(self.channel),
        });
        if let Some(command) = &self.command {
            data["name"] = json!(command.name);
            data["command_type"] = command.kind.into();
            match (command.kind, command.target) {
                (2, Some(user)) => data["target_user"] = state.user(user).to_json(),
                (3, Some(message)) => data["target_message_id"] = json!(message),
                _ => {}
            }
        }
        let opened_by = self.opened_by.and_then(|id| state.interactions.get(&id));
        match (opened_by, self.source) {
            (Some(opened_by), _) => data["triggering_interaction_metadata"] = opened_by.metadata(state),
            (None, Some(source)) => data["interacted_message_id"] = json!(source),
            (None, None) => {}
        }
        data
    }
}

impl State {
    /// The interaction a token belongs to.
    pub(crate) fn interaction_by_token(&self, token: &str) -> Option<&InteractionRecord> {
        let record = self.interactions.get(&id_in(token)?)?;
        (record.token == token).then_some(record)
    }

    /// Who authorised the application here: the server, or 0 in a direct channel.
    pub(crate) fn integration_owners(&self, channel: Id) -> Value {
        let server = self.channels.get(&channel).and_then(|channel| channel.server);
        json!({ "0": server.map_or_else(|| "0".to_owned(), |id| id.to_string()) })
    }

    /// Forgets what can no longer be answered or edited, now and then.
    pub(crate) fn forget_old_interactions(&mut self) {
        if self.interactions.len() < self.interactions_swept_at {
            return;
        }
        let now = self.now();
        self.interactions
            .retain(|_, record| now - record.started_at <= TOKEN_LIFE + TOKEN_LIFE);
        if self.interactions.len() > MOST_KEPT {
            self.forget_oldest_answered();
        }
        self.interactions_swept_at = 1024 + 2 * self.interactions.len();
    }

    /// Leaves half as many as may be kept.
    fn forget_oldest_answered(&mut self) {
        let answered = self.interactions.values().filter(|record| record.is_answered());
        let mut oldest: Vec<Id> = answered.map(|record| record.id).collect();
        oldest.sort_unstable();
        let extra = self.interactions.len() - MOST_KEPT / 2;
        for id in oldest.into_iter().take(extra) {
            self.interactions.remove(&id);
        }
    }
}

/// A new token. It carries the interaction's id, as Discord's does.
pub(crate) fn token(id: Id) -> String {
    let secret: [u8; 48] = rand::random();
    BASE64.encode(format!("interaction:{id}:{}", BASE64.encode(secret)))
}

fn id_in(token: &str) -> Option<Id> {
    let text = String::from_utf8(BASE64.decode(token).ok()?).ok()?;
    text.strip_prefix("interaction:")?.split(':').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_flood_of_interactions_leaves_the_newest_and_those_that_wait() {
        let clock = Clock::starting_at(None);
        let mut state = State::new(clock, "Bot", 0);
        let mut first = None;
        for n in 0..=MOST_KEPT {
            let id = state.next_id();
            let answered = (n > 0).then_some(Given::DeferredUpdate);
            first = first.or(Some(id));
            let record = InteractionRecord {
                id,
                token: String::new(),
                kind: Kind::Command,
                person: id,
                channel: id,
                started_at: state.now(),
                patience: TOKEN_LIFE,
                source: None,
                original: None,
                command: None,
                opened_by: None,
                given: watch::Sender::new(answered),
                edits: watch::Sender::new(0),
            };
            state.interactions.insert(id, record);
        }
        let last = state.interactions.keys().max().copied();
        state.forget_old_interactions();
        assert_eq!(state.interactions.len(), MOST_KEPT / 2);
        for kept in [first, last] {
            assert!(state.interactions.contains_key(&kept.unwrap()));
        }
    }

    #[test]
    fn a_token_carries_the_id_of_its_interaction() {
        assert_eq!(id_in(&token(Id::new(7))), Some(Id::new(7)));
        for wrong in ["", "x", "!", "aW50ZXJhY3Rpb24"] {
            assert_eq!(id_in(wrong), None);
        }
    }
}
