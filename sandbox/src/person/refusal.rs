//! What Discord's client would not let a person do, and what they see when the bot stays silent.

use crate::id::Id;

/// Why the client did not send what the person wanted to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClientRefusal {
    /// The channel does not exist, or the person may not see it.
    #[error("the channel {0} is not there, or may not be seen")]
    NoSuchChannel(Id),
    /// The message does not exist, or the person may not see it.
    #[error("the message {0} is not there, or may not be seen")]
    NoSuchMessage(Id),
    /// The person is not in this channel's server.
    #[error("the person {0} is not here")]
    NoSuchPerson(Id),
    /// The channel is in slow mode, and the person wrote a moment ago.
    #[error("slow mode: the person may write again in {0} seconds")]
    SlowMode(i64),
    /// No such command is offered to this person in this channel.
    #[error("there is no command /{0} here for this person")]
    NoSuchCommand(String),
    /// The command has subcommands and is none itself.
    #[error("/{0} needs a subcommand")]
    SubcommandNeeded(String),
    /// The command has no such option.
    #[error("the command has no option {0:?}")]
    NoSuchOption(String),
    /// A required option is missing.
    #[error("the option {0:?} is required")]
    OptionMissing(String),
    /// The value does not fit the option or field.
    #[error("{name:?} does not take {value:?}: {reason}")]
    BadValue {
        /// The option or field.
        name: String,
        /// What was given.
        value: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The message has no such button or select, or the form no such field.
    #[error("there is no component {0:?}")]
    NoSuchComponent(String),
    /// The button or select is greyed out.
    #[error("the component {0:?} is disabled")]
    Disabled(String),
    /// The option does not autocomplete.
    #[error("the option {0:?} does not autocomplete")]
    NotCompleted(String),
    /// The person lacks the permission for it.
    #[error("the person may not do that here")]
    NotAllowed,
    /// The text is not a command line.
    #[error("{0:?} is not a command line: {1}")]
    BadLine(String, String),
    /// The bot did not answer.
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
}

/// What the person sees instead of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoAnswer {
    /// No bot is, or was just now, connected to the gateway.
    #[error("no bot is connected")]
    Offline,
    /// "The application did not respond."
    #[error("the application did not respond in time")]
    TooLate,
    /// The message the answer was in is gone.
    #[error("the answer was deleted")]
    Gone,
}
