//! Where a step of a proof is shown by itself, as ids and choices carry it.

use std::fmt;

use super::id::{Span, parse, view};
use crate::domain::id::ScorecardId;
use crate::domain::reading::View;
use crate::service::why::Focus;

/// Something of a scorecard in a period, whose score is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// The scorecard.
    pub card: ScorecardId,
    /// The period.
    pub period: Span,
    /// Alone, or year to date.
    pub view: View,
    /// What of it.
    pub focus: Focus,
}

impl Jump {
    /// Reads what was chosen.
    #[must_use]
    pub fn chosen(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        Self::read(&mut || parts.next())
    }

    /// Reads the parts of an id.
    pub(super) fn read<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let (card, kind, first_day) = (parse(next())?, parse(next())?, parse(next())?);
        let view = view(next()?)?;
        let focus = match (next()?, parse::<i64>(next())?) {
            ("s", id) => Focus::Scorecard(id.into()),
            ("p", id) => Focus::Perspective(id.into()),
            ("o", id) => Focus::Objective(id.into()),
            ("k", id) => Focus::Kpi(id.into()),
            _ => return None,
        };
        Some(Self {
            card,
            period: Span { kind, first_day },
            view,
            focus,
        })
    }
}

impl fmt::Display for Jump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let view = if self.view == View::Period { "p" } else { "y" };
        let (kind, id) = match self.focus {
            Focus::Scorecard(id) => ("s", id.get()),
            Focus::Perspective(id) => ("p", id.get()),
            Focus::Objective(id) => ("o", id.get()),
            Focus::Kpi(id) => ("k", id.get()),
        };
        let Span {
            kind: period,
            first_day,
        } = self.period;
        write!(f, "{}:{period}:{first_day}:{view}:{kind}:{id}", self.card)
    }
}
