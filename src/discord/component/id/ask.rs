//! The ids of what stands below a prompt: which server, what is to be done, and with which value.

use std::fmt;

use chrono::NaiveDate;

use super::parse;
use super::value::entered;
use crate::domain::id::{DraftId, KpiId};
use crate::service::actual::Entered;

/// An answer to a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Enter for every value what held before.
    Same,
    /// Say that there is no value; which one is chosen from a page of a list.
    LeaveOut {
        /// Which page, from 0.
        page: usize,
    },
    /// Say why this one has no value.
    NoValue {
        /// The KPI.
        kpi: KpiId,
        /// The first day of its period.
        first_day: NaiveDate,
    },
    /// Take a value back.
    TakeBack(Entered),
    /// Be asked again tomorrow.
    Snooze,
    /// Give a KPI to somebody else; which one is chosen from a page of a list.
    HandOver {
        /// Which page, from 0.
        page: usize,
    },
    /// Give this one to somebody from a page of a list.
    Give {
        /// The KPI.
        kpi: KpiId,
        /// Which page, from 0.
        page: usize,
    },
    /// Enter the values of a form again.
    Correct {
        /// The values.
        draft: DraftId,
    },
    /// Say why values are off target.
    Why {
        /// The values.
        draft: DraftId,
    },
}

impl Ask {
    /// Reads what follows the server.
    pub(super) fn read<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        Some(match next()? {
            "same" => Self::Same,
            "leave-out" => Self::LeaveOut { page: parse(next())? },
            "no-value" => Self::NoValue {
                kpi: parse(next())?,
                first_day: parse(next())?,
            },
            "take-back" => Self::TakeBack(entered(next)?),
            "snooze" => Self::Snooze,
            "hand-over" => Self::HandOver { page: parse(next())? },
            "give" => Self::Give {
                kpi: parse(next())?,
                page: parse(next())?,
            },
            "correct" => Self::Correct { draft: parse(next())? },
            "why" => Self::Why { draft: parse(next())? },
            _ => return None,
        })
    }
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same => f.write_str("same"),
            Self::LeaveOut { page } => write!(f, "leave-out:{page}"),
            Self::NoValue { kpi, first_day } => write!(f, "no-value:{kpi}:{first_day}"),
            Self::TakeBack(entered) => write!(
                f,
                "take-back:{}:{}:{}",
                entered.kpi, entered.first_day, entered.revision
            ),
            Self::Snooze => f.write_str("snooze"),
            Self::HandOver { page } => write!(f, "hand-over:{page}"),
            Self::Give { kpi, page } => write!(f, "give:{kpi}:{page}"),
            Self::Correct { draft } => write!(f, "correct:{draft}"),
            Self::Why { draft } => write!(f, "why:{draft}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Id;
    use super::*;

    #[test]
    fn an_answer_to_a_prompt_is_read_back_as_it_was_written() {
        let (kpi, first_day) = (12_345.into(), NaiveDate::from_ymd_opt(2026, 11, 1).unwrap());
        let answers = [
            Ask::Same,
            Ask::LeaveOut { page: 3 },
            Ask::NoValue { kpi, first_day },
            Ask::TakeBack(Entered {
                kpi,
                first_day,
                revision: 3,
            }),
            Ask::Snooze,
            Ask::HandOver { page: 0 },
            Ask::Give { kpi, page: 12 },
            Ask::Correct { draft: 7.into() },
            Ask::Why { draft: 8.into() },
        ];
        for ask in answers {
            let server = 1_574_330_271_942_049_843.into();
            let text = Id::Ask { server, ask }.to_string();
            assert!(text.len() <= 100, "{text}");
            assert_eq!(Id::read(&text), Some(Id::Ask { server, ask }), "{text}");
        }
        for text in ["v1:ask:7", "v1:ask:7:give:x:0", "v1:ask:7:no-value:1:2026-13-01"] {
            assert_eq!(Id::read(text), None, "{text}");
        }
    }
}
