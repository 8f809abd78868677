//! The ids of buttons and forms about what is to be done: decisions, initiatives, alerts.

use std::fmt;

use super::parse;
use crate::domain::id::{AlertId, DecisionId, DraftId, KpiId, ReviewId, ServerId};
use crate::service::alert::Answering;
use crate::service::consent::Answer;
use crate::service::decision::Took;

/// What a press or a form about something to be done means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Take back that a decision was written down, or closed.
    Decision(DecisionId, Took),
    /// Begin an initiative about a KPI.
    Begin(KpiId),
    /// Say something to the digest of a review; with the server, for presses in direct messages.
    Comment(ServerId, ReviewId),
    /// Say whether a number of a private scorecard may be used elsewhere; with the server, for presses in direct messages.
    Consent(ServerId, DraftId, Answer),
    /// Answer an alert.
    Alert(AlertId, Answering),
    /// Show one alert of a list, to answer it.
    ChooseAlert,
}

impl Act {
    /// The server that an id names, for presses in direct messages.
    pub(super) fn server(self) -> Option<ServerId> {
        match self {
            Self::Comment(server, _) | Self::Consent(server, ..) => Some(server),
            _ => None,
        }
    }
}

/// Reads what follows the verb.
pub(super) fn read<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Act> {
    Some(match next()? {
        "undecide" => Act::Decision(parse(next())?, Took::Decision),
        "reopen" => Act::Decision(parse(next())?, Took::Close),
        "acknowledge" => Act::Alert(parse(next())?, Answering::Acknowledge),
        "snooze" => Act::Alert(parse(next())?, Answering::Snooze),
        "alert" => Act::ChooseAlert,
        "comment" => Act::Comment(parse(next())?, parse(next())?),
        "allow" => Act::Consent(parse(next())?, parse(next())?, Answer::Allow),
        "refuse" => Act::Consent(parse(next())?, parse(next())?, Answer::Refuse),
        "begin" => Act::Begin(parse(next())?),
        _ => return None,
    })
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decision(id, Took::Decision) => write!(f, "undecide:{id}"),
            Self::Alert(id, Answering::Acknowledge) => write!(f, "acknowledge:{id}"),
            Self::Alert(id, Answering::Snooze) => write!(f, "snooze:{id}"),
            Self::ChooseAlert => f.write_str("alert"),
            Self::Comment(server, review) => write!(f, "comment:{server}:{review}"),
            Self::Consent(server, draft, Answer::Allow) => write!(f, "allow:{server}:{draft}"),
            Self::Consent(server, draft, Answer::Refuse) => write!(f, "refuse:{server}:{draft}"),
            Self::Begin(kpi) => write!(f, "begin:{kpi}"),
            Self::Decision(id, Took::Close) => write!(f, "reopen:{id}"),
        }
    }
}
