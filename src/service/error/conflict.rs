//! What stands in the way of a use case.

use chrono::{DateTime, Utc};

use super::Noun;
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::value::Entry;

/// What is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The name or key is in use.
    Taken {
        /// By what kind of thing.
        noun: Noun,
        /// The name.
        name: String,
    },
    /// Direction, unit, frequency and aggregation are fixed once there is an actual.
    Fixed {
        /// The KPI's name.
        kpi: String,
    },
    /// The target of a period that is over, without a reason; it was agreed then.
    Past {
        /// The period that was asked for.
        period: Period,
        /// The earliest for which a target can be set without a reason.
        running: Period,
    },
    /// Values of a closed review would be judged otherwise, without a reason.
    Restates {
        /// The period that was published.
        period: Period,
    },
    /// A period has no target of its own.
    NoOverride {
        /// The period.
        period: Period,
    },
    /// What somebody is asked for is in by now.
    IsIn {
        /// The KPI.
        kpi: Box<Kpi>,
        /// What was entered.
        entry: Entry,
        /// Who entered it.
        by: String,
        /// When.
        at: DateTime<Utc>,
    },
    /// A value is not asked for any more: its review is over.
    NotAsked {
        /// The KPI's name.
        kpi: String,
    },
    /// No value that is due can be the same as the last one.
    NothingToRepeat,
    /// The digest of a review is out already.
    NotCollecting {
        /// The period under review.
        period: Period,
    },
    /// The period is not over.
    NotOver {
        /// Which.
        period: Period,
    },
    /// A formula gives the KPI's value.
    Computed {
        /// The KPI's name.
        kpi: String,
    },
    /// A formula reads a KPI that has values less often.
    SlowerInput {
        /// The name of what it reads.
        input: String,
        /// The name of the KPI with the formula.
        kpi: String,
    },
    /// A formula reads its own KPI, or one whose formula does.
    ReadsItself {
        /// The KPI's name.
        kpi: String,
    },
    /// An objective would feed itself by way of others.
    FeedsItself {
        /// The names along the circle, each feeding the next and the last the first; none for what the person may not
        /// see.
        circle: Vec<Option<String>>,
    },
    /// Formulas in use read what was to go out of use.
    Read {
        /// The name of what was to go.
        name: String,
        /// The names of the KPIs with the formulas.
        readers: Vec<String>,
    },
    /// Earlier values of the year changed since a total was shown.
    YearChanged {
        /// The KPI's name.
        kpi: String,
    },
    /// Somebody who wants to be forgotten still manages scorecards.
    StillManages {
        /// Their names.
        scorecards: Vec<String>,
    },
    /// The value has changed since.
    ChangedSince,
    /// Undo is possible for ten minutes.
    TooLate,
    /// The alert is over.
    AlertOver,
    /// The scorecard has no team channel to say it in.
    NoChannel {
        /// The scorecard's name.
        scorecard: String,
    },
    /// What was to be taken back has changed since.
    DoneSince,
    /// A change can be taken back for ten minutes.
    UndoOver,
    /// The review of the period is closed.
    Closed {
        /// The period.
        period: Period,
    },
    /// What was published would change, without a reason.
    Published {
        /// The KPI's key.
        key: String,
        /// The period as it is typed.
        label: String,
        /// The period.
        period: Period,
    },
    /// Nothing to reject: what holds is not a *not applicable*, or not the one that was seen.
    NotRejectable {
        /// The KPI's name.
        kpi: String,
    },
    /// More than one answer can carry.
    TooMuch,
    /// More of something than fits.
    Full {
        /// What kind of thing.
        noun: Noun,
        /// The most there can be.
        most: usize,
    },
}
