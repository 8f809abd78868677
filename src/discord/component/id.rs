//! The ids of buttons, selects and forms: `v1:` and a verb, then what it is about. At most 100 characters. Old versions
//! stay readable.

mod act;
mod ask;
mod part;
mod start;
mod structure;
mod summary;
mod value;

use std::fmt;

use chrono::NaiveDate;

use part::{given, or_dash};
pub(super) use part::{parse, view};

use super::Jump;
use crate::domain::id::{DraftId, KpiId, PersonId, PerspectiveId, ScorecardId, ServerId};
use crate::domain::reading::View;
use crate::service::actual::{Entered, Looked, Reading};
use crate::service::archive::Thing;
use crate::service::audit::Filter;
use crate::service::summary::Drawn;

pub use act::Act;
pub use ask::Ask;
pub use part::Span;
pub use start::Start;

/// What a press or a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    /// Take a value back.
    Undo {
        /// The value.
        entered: Entered,
        /// The server, for presses in direct messages; none in buttons from before they had one.
        server: Option<ServerId>,
    },
    /// Say something about a value.
    Note {
        /// The value.
        entered: Entered,
        /// The server, as above.
        server: Option<ServerId>,
    },
    /// Show more of what became of a KPI's values.
    History(Looked),
    /// Reject a *not applicable*.
    Reject(Entered),
    /// Enter values of a server, from a page of five on.
    Checkin {
        /// The server, for presses in direct messages.
        server: ServerId,
        /// Which five, from 0.
        page: usize,
    },
    /// Answer a prompt otherwise.
    Ask {
        /// The server, for presses in direct messages.
        server: ServerId,
        /// What is to be done.
        ask: Ask,
    },
    /// Save a doubtful value.
    Settle {
        /// The server, for presses in direct messages.
        server: ServerId,
        /// The value that waits.
        draft: DraftId,
        /// As typed, or as meant.
        reading: Reading,
    },
    /// Write what a preview of an import showed.
    Import {
        /// The preview.
        draft: DraftId,
    },
    /// Save a schedule that was shown.
    Schedule {
        /// What was shown.
        draft: DraftId,
    },
    /// Throw a preview of an import away.
    CancelImport {
        /// The preview.
        draft: DraftId,
    },
    /// Bring back what went out of use.
    Restore(Thing),
    /// Show more of the audit trail.
    Audit(Filter),
    /// Be forgotten.
    Forget,
    /// End an absence before its time.
    Back(PersonId),
    /// Make the first scorecard.
    Start(Start),
    /// Something about what is to be done: decisions.
    Act(Act),
    /// Explain a score.
    Why {
        /// Which.
        jump: Jump,
        /// The page, from 0; none opens it beside what is explained.
        page: Option<usize>,
    },
    /// Explain the score of a KPI's value.
    WhyKpi {
        /// The KPI.
        kpi: KpiId,
        /// The first day of the value's period.
        first_day: NaiveDate,
    },
    /// Turn a cascade's pages, or show the summary of one of its scorecards: that of the select's value.
    Cascade {
        /// The scorecard at the top; none: all of the server.
        top: Option<ScorecardId>,
        /// The page, from 0.
        page: usize,
    },
    /// Show a summary.
    Summary {
        /// The scorecard.
        card: ScorecardId,
        /// The period.
        period: Span,
        /// Alone, or year to date.
        view: View,
        /// Only this perspective.
        perspective: Option<PerspectiveId>,
    },
    /// Draw a scorecard.
    Picture {
        /// The scorecard.
        card: ScorecardId,
        /// The period.
        period: Span,
        /// Alone, or year to date.
        view: View,
    },
    /// Post a summary to the channel.
    Post {
        /// The scorecard.
        card: ScorecardId,
        /// The period.
        period: Span,
        /// Alone, or year to date.
        view: View,
        /// Only this perspective.
        perspective: Option<PerspectiveId>,
    },
    /// Post a picture of a scorecard to the channel.
    PostPicture {
        /// The scorecard.
        card: ScorecardId,
        /// The period.
        period: Span,
        /// Alone, or year to date.
        view: View,
        /// Which picture.
        drawn: Drawn,
    },
}

impl Id {
    /// Reads an id; none where this version does not know it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("v1:")?.split(':');
        let mut next = || parts.next();
        let id = match next()? {
            verb @ ("undo" | "note" | "history" | "reject") => value::read(verb, &mut next)?,
            "checkin" => Self::Checkin {
                server: parse(next())?,
                page: parse(next())?,
            },
            "ask" => Self::Ask {
                server: parse(next())?,
                ask: Ask::read(&mut next)?,
            },
            "save" => {
                let (server, draft) = (parse(next())?, parse(next())?);
                let reading = match next()? {
                    "typed" => Reading::Typed,
                    "meant" => Reading::Meant,
                    _ => return None,
                };
                Self::Settle { server, draft, reading }
            }
            "import" => Self::Import { draft: parse(next())? },
            "schedule" => Self::Schedule { draft: parse(next())? },
            "cancel-import" => Self::CancelImport { draft: parse(next())? },
            "restore" => Self::Restore(structure::thing(&mut next)?),
            "audit" => Self::Audit(structure::filter(&mut next)?),
            "act" => Self::Act(act::read(&mut next)?),
            "forget" => Self::Forget,
            "back" => Self::Back(parse(next())?),
            "start" => Self::Start(start::read(next()?)?),
            "why" => Self::Why {
                jump: Jump::read(&mut next)?,
                page: match next()? {
                    "-" => None,
                    page => Some(page.parse().ok()?),
                },
            },
            "cascade" => Self::Cascade {
                top: given(next()?).ok()?,
                page: parse(next())?,
            },
            "why-kpi" => Self::WhyKpi {
                kpi: parse(next())?,
                first_day: parse(next())?,
            },
            verb @ ("summary" | "post" | "picture" | "post-map" | "post-picture") => summary::read(verb, &mut next)?,
            _ => return None,
        };
        Some(id)
    }

    /// The server that an id names, for presses in direct messages.
    #[must_use]
    pub fn server(&self) -> Option<ServerId> {
        match self {
            Self::Checkin { server, .. } | Self::Settle { server, .. } | Self::Ask { server, .. } => Some(*server),
            Self::Act(act) => act.server(),
            Self::Undo { server, .. } | Self::Note { server, .. } => *server,
            _ => None,
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undo { .. } | Self::Note { .. } | Self::History(_) | Self::Reject(_) => value::write(f, self),
            Self::Checkin { server, page } => write!(f, "v1:checkin:{server}:{page}"),
            Self::Ask { server, ask } => write!(f, "v1:ask:{server}:{ask}"),
            Self::Settle { server, draft, reading } => {
                let reading = if *reading == Reading::Typed { "typed" } else { "meant" };
                write!(f, "v1:save:{server}:{draft}:{reading}")
            }
            Self::Import { draft } => write!(f, "v1:import:{draft}"),
            Self::Schedule { draft } => write!(f, "v1:schedule:{draft}"),
            Self::CancelImport { draft } => write!(f, "v1:cancel-import:{draft}"),
            Self::Restore(thing) => write!(f, "v1:restore:{}:{}", thing.subject(), thing.row()),
            Self::Audit(filter) => {
                let (person, subject) = (or_dash(filter.person), or_dash(filter.subject));
                let (since, until) = (or_dash(filter.since), or_dash(filter.until));
                write!(
                    f,
                    "v1:audit:{person}:{subject}:{since}:{until}:{}",
                    or_dash(filter.before)
                )
            }
            Self::Act(act) => write!(f, "v1:act:{act}"),
            Self::Forget => f.write_str("v1:forget"),
            Self::Back(person) => write!(f, "v1:back:{person}"),
            Self::Start(start) => write!(f, "v1:start:{start}"),
            Self::Cascade { top, page } => write!(f, "v1:cascade:{}:{page}", or_dash(*top)),
            Self::Why { jump, page } => write!(f, "v1:why:{jump}:{}", or_dash(*page)),
            Self::WhyKpi { kpi, first_day } => write!(f, "v1:why-kpi:{kpi}:{first_day}"),
            Self::Picture { .. } | Self::Summary { .. } | Self::Post { .. } | Self::PostPicture { .. } => {
                summary::write(f, self)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::PeriodKind;
    use crate::service::alert::Answering;
    use crate::service::decision::Took;

    #[test]
    #[expect(clippy::too_many_lines, reason = "one of each")]
    fn an_id_is_read_back_as_it_was_written() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let entered = Entered {
            kpi: 7.into(),
            first_day: day,
            revision: 3,
        };
        let period = Span {
            kind: PeriodKind::Month,
            first_day: day,
        };
        let ids = [
            Id::Undo {
                entered,
                server: Some(1_574_330_271_942_049_843.into()),
            },
            Id::Undo { entered, server: None },
            Id::Note {
                entered,
                server: Some(7.into()),
            },
            Id::Reject(entered),
            Id::History(Looked {
                kpi: 7.into(),
                first_day: Some(day),
                page: 2,
            }),
            Id::History(Looked {
                kpi: 7.into(),
                first_day: None,
                page: 0,
            }),
            Id::Checkin {
                server: 1_574_330_271_942_049_843.into(),
                page: 2,
            },
            Id::Settle {
                server: 7.into(),
                draft: 12.into(),
                reading: Reading::Meant,
            },
            Id::Import { draft: 12.into() },
            Id::Schedule { draft: 12.into() },
            Id::CancelImport { draft: 12.into() },
            Id::Restore(Thing::Perspective(12.into())),
            Id::Back(12.into()),
            Id::Forget,
            Id::Audit(Filter::default()),
            Id::Act(Act::Decision(7.into(), Took::Decision)),
            Id::Act(Act::Decision(7.into(), Took::Close)),
            Id::Act(Act::Begin(7.into())),
            Id::Act(Act::Comment(3.into(), 7.into())),
            Id::Act(Act::Alert(7.into(), Answering::Acknowledge)),
            Id::Act(Act::Alert(7.into(), Answering::Snooze)),
            Id::Act(Act::ChooseAlert),
            Id::Start(Start::Choose),
            Id::Start(Start::Template),
            Id::Start(Start::Import),
            Id::Start(Start::Empty),
            Id::Audit(Filter {
                person: Some(7.into()),
                subject: Some(crate::domain::audit::Subject::Kpi),
                since: Some(day),
                until: Some(day),
                before: Some(1_000_000),
            }),
            Id::WhyKpi {
                kpi: 7.into(),
                first_day: day,
            },
            Id::Why {
                jump: Jump {
                    card: i64::MAX.into(),
                    period,
                    view: View::YearToDate,
                    focus: crate::service::why::Focus::Perspective(i64::MAX.into()),
                },
                page: Some(1_000),
            },
            Id::Why {
                jump: Jump {
                    card: 1.into(),
                    period,
                    view: View::Period,
                    focus: crate::service::why::Focus::Kpi(7.into()),
                },
                page: None,
            },
            Id::Cascade { top: None, page: 0 },
            Id::Cascade {
                top: Some(i64::MAX.into()),
                page: 100,
            },
            Id::Summary {
                card: 1.into(),
                period,
                view: View::YearToDate,
                perspective: Some(4.into()),
            },
            Id::Picture {
                card: 1.into(),
                period,
                view: View::YearToDate,
            },
            Id::PostPicture {
                card: 1.into(),
                period,
                view: View::YearToDate,
                drawn: Drawn::Map,
            },
            Id::PostPicture {
                card: 1.into(),
                period,
                view: View::Period,
                drawn: Drawn::Page,
            },
            Id::Post {
                card: 1.into(),
                period,
                view: View::Period,
                perspective: None,
            },
        ];
        for id in ids {
            let text = id.to_string();
            assert!(text.len() <= 100, "{text}");
            assert_eq!(Id::read(&text), Some(id), "{text}");
        }
    }

    #[test]
    fn an_id_of_another_kind_is_not_known() {
        for text in [
            "",
            "v1:",
            "v2:undo:1:2026-11-01:1",
            "v1:undo:x",
            "v1:undo:1:2026-13-01:1",
            "poll:7",
            "v1:summary:1",
        ] {
            assert_eq!(Id::read(text), None, "{text}");
        }
    }
}
