//! The ids of buttons and forms about what is to be done: decisions and initiatives.

use std::fmt;

use super::parse;
use crate::domain::id::{DecisionId, KpiId};
use crate::service::decision::Took;

/// What a press or a form about something to be done means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Take back that a decision was written down, or closed.
    Decision(DecisionId, Took),
    /// Begin an initiative about a KPI.
    Begin(KpiId),
}

/// Reads what follows the verb.
pub(super) fn read<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Act> {
    Some(match next()? {
        "undecide" => Act::Decision(parse(next())?, Took::Decision),
        "reopen" => Act::Decision(parse(next())?, Took::Close),
        "begin" => Act::Begin(parse(next())?),
        _ => return None,
    })
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decision(id, Took::Decision) => write!(f, "undecide:{id}"),
            Self::Begin(kpi) => write!(f, "begin:{kpi}"),
            Self::Decision(id, Took::Close) => write!(f, "reopen:{id}"),
        }
    }
}
