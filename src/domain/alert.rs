//! What a changed status means for a KPI's alert: one message for each transition, none without one.

use super::period::Period;
use super::score::Status;

words! {
    /// Where an alert stands.
    AlertState {
        /// Nobody has answered it.
        Open = "open",
        /// Somebody has, with a comment.
        Acknowledged = "acknowledged",
        /// The KPI is on target again.
        Resolved = "resolved",
        /// What caused it was corrected.
        Withdrawn = "withdrawn",
    }
}

/// A KPI's status that may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The period whose value changed.
    pub period: Period,
    /// The KPI's newest ended period.
    pub newest_ended: Period,
    /// The period's earlier status where it had a value, else the previous period's; none where neither has one.
    pub before: Option<Status>,
    /// Its status now; no data where its value was taken back.
    pub after: Status,
    /// Whether the value itself is another one than before.
    pub value: ValueChange,
}

/// Whether a value is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueChange {
    /// The same value was logged again.
    Same,
    /// It is new, corrected or taken back.
    Changed,
}

/// What is to be done with the KPI's alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing.
    Nothing,
    /// It turned off target: open one.
    Open,
    /// It is on target again: resolve the open one and say so.
    Recover,
    /// It moved and is not on target: edit the open one, without a new message.
    EditStillOpen,
    /// The value that opened it was corrected: mark it as withdrawn.
    Withdraw,
}

/// Decides what a change means, given the period that opened the KPI's present alert, if it has one.
///
/// Only the newest ended period can alert. Correcting the value that opened an alert withdraws it, however good the
/// new value is; a later period's value recovers or edits it.
#[must_use]
pub fn decide(change: &Change, opened_by: Option<Period>) -> Decision {
    if change.period != change.newest_ended || change.value == ValueChange::Same {
        return Decision::Nothing;
    }
    match (opened_by, change.after) {
        (None, Status::OffTarget) if change.before != Some(Status::OffTarget) => Decision::Open,
        (Some(_), Status::OffTarget) => Decision::EditStillOpen,
        (Some(opened), _) if opened == change.period => Decision::Withdraw,
        (Some(_), Status::OnTarget) => Decision::Recover,
        // A value that was taken back leaves the alert with the one before it.
        (Some(_), Status::AtRisk | Status::NoData) => Decision::EditStillOpen,
        (None, _) | (Some(_), Status::NotApplicable | Status::Unscored) => Decision::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::FiscalStart;

    fn period(text: &str) -> Period {
        Period::parse(text, FiscalStart::JANUARY).unwrap()
    }

    fn change(before: Option<Status>, after: Status) -> Change {
        let november = period("2026-11");
        Change {
            period: november,
            newest_ended: november,
            before,
            after,
            value: ValueChange::Changed,
        }
    }

    #[test]
    fn an_alert_follows_the_transitions_of_the_newest_ended_period() {
        use Status::{AtRisk, NoData, NotApplicable, OffTarget, OnTarget};
        let check = |before, after, opened_by: Option<&str>, expected| {
            let decision = decide(&change(before, after), opened_by.map(period));
            assert_eq!(decision, expected, "{before:?} → {after}, opened by {opened_by:?}");
        };
        check(None, OffTarget, None, Decision::Open);
        check(Some(OnTarget), OffTarget, None, Decision::Open);
        check(Some(AtRisk), OffTarget, None, Decision::Open);
        check(Some(OffTarget), OffTarget, None, Decision::Nothing);
        check(Some(OnTarget), AtRisk, None, Decision::Nothing);
        check(Some(OffTarget), OnTarget, None, Decision::Nothing);
        check(Some(OffTarget), OffTarget, Some("2026-10"), Decision::EditStillOpen);
        check(Some(OffTarget), AtRisk, Some("2026-10"), Decision::EditStillOpen);
        check(Some(OffTarget), OnTarget, Some("2026-10"), Decision::Recover);
        check(Some(AtRisk), OffTarget, Some("2026-10"), Decision::EditStillOpen);
        check(Some(OffTarget), NotApplicable, Some("2026-10"), Decision::Nothing);
        check(Some(OffTarget), NoData, Some("2026-10"), Decision::EditStillOpen);
        check(Some(OffTarget), OffTarget, Some("2026-11"), Decision::EditStillOpen);
        check(Some(OffTarget), OnTarget, Some("2026-11"), Decision::Withdraw);
        check(Some(OffTarget), AtRisk, Some("2026-11"), Decision::Withdraw);
        check(Some(OffTarget), NoData, Some("2026-11"), Decision::Withdraw);
    }

    #[test]
    fn an_older_period_and_the_same_value_say_nothing() {
        let older = Change {
            period: period("2026-10"),
            ..change(None, Status::OffTarget)
        };
        assert_eq!(decide(&older, None), Decision::Nothing);
        let same = Change {
            value: ValueChange::Same,
            ..change(None, Status::OffTarget)
        };
        assert_eq!(decide(&same, Some(period("2026-10"))), Decision::Nothing);
    }
}
