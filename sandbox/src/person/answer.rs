//! What a person sees after they did something: the bot's answer, or that there is none.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::{Form, NoAnswer};
use crate::id::Id;
use crate::sandbox::Inner;
use crate::world::{Given, Message};

/// How long, in real time, a person waits for the message after a deferral.
const DEFERRED_WAIT: Duration = Duration::from_secs(15);

/// How long a form takes to open. A bot that learns by the answer to its request that the form is
/// out (discord.py, poise) must have had the time to, before a person sends it back.
const FORM_OPENS: Duration = Duration::from_millis(50);

/// Something a person started, and the bot's answer to it.
#[derive(Clone)]
pub struct Interaction {
    inner: Arc<Inner>,
    id: Id,
    offline: bool,
}

/// The bot's first answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// A message, for all or for this person only.
    Message(Message),
    /// A form.
    Form(Form),
    /// The bot is thinking, or keeps the message and will change it: see [`Interaction::message`].
    Deferred,
    /// The message the component stands on was changed.
    Update(Message),
    /// What the option being typed can be completed to.
    Choices(Vec<Choice>),
}

/// One suggestion for the option being typed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// What is shown.
    pub name: String,
    /// What is sent when it is chosen.
    pub value: Value,
}

impl Answer {
    /// The message, when the answer is a new or a changed one.
    #[must_use]
    pub fn message(self) -> Option<Message> {
        match self {
            Self::Message(message) | Self::Update(message) => Some(message),
            _ => None,
        }
    }

    /// The form, when the answer is one.
    #[must_use]
    pub fn form(self) -> Option<Form> {
        match self {
            Self::Form(form) => Some(form),
            _ => None,
        }
    }
}

impl Interaction {
    pub(crate) fn new(inner: &Arc<Inner>, id: Id, offline: bool) -> Self {
        Self {
            inner: Arc::clone(inner),
            id,
            offline,
        }
    }

    /// The interaction's id.
    #[must_use]
    pub const fn id(&self) -> Id {
        self.id
    }

    /// The token the bot answers with.
    #[must_use]
    pub fn token(&self) -> String {
        let state = self.inner.state();
        state
            .interactions
            .get(&self.id)
            .map(|record| record.token.clone())
            .unwrap_or_default()
    }

    /// The bot's first answer; it has three seconds, of real time here and of the sandbox's clock there.
    pub async fn answer(&self) -> Result<Answer, NoAnswer> {
        let mut given = {
            let state = self.inner.state();
            state
                .interactions
                .get(&self.id)
                .ok_or(NoAnswer::TooLate)?
                .given
                .subscribe()
        };
        if self.offline {
            return Err(NoAnswer::Offline);
        }
        let patience = self.inner.first_answer_within.to_std().unwrap_or_default();
        let waited = tokio::time::timeout(patience, given.wait_for(Option::is_some)).await;
        let given = waited.ok().and_then(Result::ok).and_then(|given| given.clone());
        let given = given.ok_or(NoAnswer::TooLate)?;
        if matches!(given, Given::Form(_)) {
            tokio::time::sleep(FORM_OPENS).await;
        }
        self.seen(given)
    }

    fn seen(&self, given: Given) -> Result<Answer, NoAnswer> {
        Ok(match given {
            Given::Message(message) => Answer::Message(*message),
            Given::Update(message) => Answer::Update(*message),
            Given::Deferred | Given::DeferredUpdate => Answer::Deferred,
            Given::Choices(choices) => Answer::Choices(choices.iter().map(Choice::read).collect()),
            Given::Form(data) => {
                let state = self.inner.state();
                let record = state.interactions.get(&self.id).ok_or(NoAnswer::Gone)?;
                Answer::Form(Form::read(&data, record))
            }
        })
    }

    /// The message this interaction ended in: the answer's, or, after a deferral, what it became.
    pub async fn message(&self) -> Result<Message, NoAnswer> {
        let answer = self.answer().await?;
        if let Answer::Message(message) | Answer::Update(message) = answer {
            return Ok(message);
        }
        tokio::time::timeout(DEFERRED_WAIT, self.edited())
            .await
            .map_err(|_| NoAnswer::TooLate)?
    }

    async fn edited(&self) -> Result<Message, NoAnswer> {
        let mut edits = {
            let state = self.inner.state();
            state
                .interactions
                .get(&self.id)
                .ok_or(NoAnswer::Gone)?
                .edits
                .subscribe()
        };
        edits.wait_for(|count| *count > 0).await.map_err(|_| NoAnswer::Gone)?;
        self.original().ok_or(NoAnswer::Gone)
    }

    /// The message as it stands now, if there is one.
    #[must_use]
    pub fn original(&self) -> Option<Message> {
        let state = self.inner.state();
        let record = state.interactions.get(&self.id)?;
        state.message(record.channel, record.original?).cloned()
    }
}

impl Choice {
    fn read(choice: &Value) -> Self {
        Self {
            name: choice["name"].as_str().unwrap_or_default().to_owned(),
            value: choice["value"].clone(),
        }
    }
}

impl fmt::Debug for Interaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Interaction").field(&self.id).finish()
    }
}
