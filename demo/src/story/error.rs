//! Why the story stopped, as the page and the log say it.

use std::time::Duration;

use sandbox::ClientRefusal;

/// How long, in real time, something that must happen may take.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// Why the story stopped, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum StoryError {
    /// The script names nobody or nothing that exists.
    #[error("the story names {0}, which does not exist")]
    Unknown(String),
    /// The client would not send it.
    #[error("{step} could not be done: {refusal}")]
    Refused {
        /// What was to be done.
        step: String,
        /// Why not.
        refusal: ClientRefusal,
    },
    /// The bot said something else.
    #[error("{step} should have been answered with “{wanted}”, but was: {said}")]
    Answered {
        /// What was done.
        step: String,
        /// What was to be read.
        wanted: &'static str,
        /// What was read.
        said: String,
    },
    /// The bot did not say it in time.
    #[error("nobody heard “{wanted}” in {place} within {} seconds", PATIENCE.as_secs())]
    Unheard {
        /// What was to be read.
        wanted: &'static str,
        /// Where.
        place: String,
    },
}
