//! What a changed status means for a KPI's alert: one message for each transition, none without one. `step` is the whole
//! machine; everything that happens to an alert goes through it.

use super::period::Period;
use super::score::Status;

words! {
    /// What an alert is about.
    AlertKind {
        /// A KPI is off target.
        OffTarget = "off target",
        /// A value is overdue.
        Missing = "missing",
        /// The outlook of a KPI misses its year's target.
        OffPace = "off pace",
        /// An objective was good for long, and what it drives is off target all the same.
        Hypothesis = "hypothesis",
    }
}

words! {
    /// Where an alert stands.
    AlertState {
        /// Nobody has answered it.
        Open = "open",
        /// Somebody has, with a comment.
        Acknowledged = "acknowledged",
        /// Somebody wants to hear of it again later.
        Snoozed = "snoozed",
        /// What it was about is right again.
        Resolved = "resolved",
        /// What caused it was corrected, or is out of use.
        Withdrawn = "withdrawn",
    }
}

impl AlertState {
    /// Whether it is not over.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Acknowledged | Self::Snoozed)
    }
}

/// What happens to an alert, or to what may cause one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Nothing that counts: the same again, or a period that no alert is about.
    Repeated,
    /// What it watches went wrong.
    Slipped,
    /// Its numbers changed, and it is not right.
    Moved,
    /// It is right again.
    Recovered,
    /// What caused it was corrected.
    Corrected,
    /// What it is about went out of use.
    Archived,
    /// Somebody answered it.
    Acknowledged,
    /// Somebody wants to hear of it later.
    Snoozed,
    /// The day has come until which it was to rest.
    Woken,
    /// A review looks at all that is open.
    Reviewed,
}

/// What is to be done about an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// Open one, and say so.
    Open,
    /// Say that it is right again.
    Recover,
    /// Edit what was said, without a new message.
    Edit,
    /// Mark what was said as withdrawn.
    Withdraw,
    /// Mark what was said as closed.
    Close,
    /// Say that its rest is over.
    Wake,
    /// Say once more that nobody has answered it.
    Remind,
}

/// Where an alert stands after something happened, and what is to be done; without an alert, or with one that is over,
/// only a slip does anything.
#[must_use]
pub fn step(state: Option<AlertState>, event: Event) -> (Option<AlertState>, Effect) {
    use AlertState::{Acknowledged, Open, Resolved, Snoozed, Withdrawn};
    let Some(present) = state.filter(|state| state.is_open()) else {
        return match event {
            Event::Slipped => (Some(Open), Effect::Open),
            _ => (state, Effect::Nothing),
        };
    };
    let (next, effect) = match (present, event) {
        (_, Event::Recovered) => (Resolved, Effect::Recover),
        (_, Event::Corrected) => (Withdrawn, Effect::Withdraw),
        (_, Event::Archived) => (Withdrawn, Effect::Close),
        (same, Event::Slipped | Event::Moved) => (same, Effect::Edit),
        (_, Event::Acknowledged) => (Acknowledged, Effect::Edit),
        (_, Event::Snoozed) => (Snoozed, Effect::Edit),
        (Acknowledged | Snoozed, Event::Woken) => (Open, Effect::Wake),
        (Open, Event::Reviewed) => (Open, Effect::Remind),
        (same, Event::Repeated | Event::Woken | Event::Reviewed) => (same, Effect::Nothing),
    };
    (Some(next), effect)
}

/// For how many periods an objective has been on target before what it drives is held against it.
pub const LONG: usize = 3;

/// Whether a link of the strategy map does not hold: its cause has been on target all the time, and its effect is off
/// target now.
#[must_use]
pub fn fails(effect: Option<Status>, cause: &[Option<Status>]) -> bool {
    let long = cause.len() >= LONG && cause.iter().all(|status| *status == Some(Status::OnTarget));
    effect == Some(Status::OffTarget) && long
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

/// What a change of a value is to the off-target alert of its KPI, given the period that opened that, if there is one.
///
/// Only the newest ended period can alert. Correcting the value that opened an alert withdraws it, however good the
/// new value is; a later period's value recovers or edits it. A value that was taken back leaves the alert with the one
/// before it.
#[must_use]
pub fn event(change: &Change, opened_by: Option<Period>) -> Event {
    if change.period != change.newest_ended || change.value == ValueChange::Same {
        return Event::Repeated;
    }
    match (opened_by, change.after) {
        (None, Status::OffTarget) if change.before != Some(Status::OffTarget) => Event::Slipped,
        (Some(_), Status::OffTarget) => Event::Moved,
        (Some(opened), _) if opened == change.period => Event::Corrected,
        (Some(_), Status::OnTarget) => Event::Recovered,
        (Some(_), Status::AtRisk | Status::NoData) => Event::Moved,
        (None, _) | (Some(_), Status::NotApplicable | Status::Unscored) => Event::Repeated,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            let open = opened_by.map(|_| AlertState::Open);
            let event = event(&change(before, after), opened_by.map(period));
            assert_eq!(
                step(open, event).1,
                expected,
                "{before:?} → {after}, opened by {opened_by:?}"
            );
        };
        check(None, OffTarget, None, Effect::Open);
        check(Some(OnTarget), OffTarget, None, Effect::Open);
        check(Some(AtRisk), OffTarget, None, Effect::Open);
        check(Some(OffTarget), OffTarget, None, Effect::Nothing);
        check(Some(OnTarget), AtRisk, None, Effect::Nothing);
        check(Some(OffTarget), OnTarget, None, Effect::Nothing);
        check(Some(OffTarget), OffTarget, Some("2026-10"), Effect::Edit);
        check(Some(OffTarget), AtRisk, Some("2026-10"), Effect::Edit);
        check(Some(OffTarget), OnTarget, Some("2026-10"), Effect::Recover);
        check(Some(AtRisk), OffTarget, Some("2026-10"), Effect::Edit);
        check(Some(OffTarget), NotApplicable, Some("2026-10"), Effect::Nothing);
        check(Some(OffTarget), NoData, Some("2026-10"), Effect::Edit);
        check(Some(OffTarget), OffTarget, Some("2026-11"), Effect::Edit);
        check(Some(OffTarget), OnTarget, Some("2026-11"), Effect::Withdraw);
        check(Some(OffTarget), AtRisk, Some("2026-11"), Effect::Withdraw);
        check(Some(OffTarget), NoData, Some("2026-11"), Effect::Withdraw);
    }

    #[test]
    fn an_older_period_and_the_same_value_say_nothing() {
        let older = Change {
            period: period("2026-10"),
            ..change(None, Status::OffTarget)
        };
        assert_eq!(event(&older, None), Event::Repeated);
        let same = Change {
            value: ValueChange::Same,
            ..change(None, Status::OffTarget)
        };
        assert_eq!(event(&same, Some(period("2026-10"))), Event::Repeated);
    }

    #[test]
    fn an_answer_rests_until_its_day_and_an_end_is_an_end() {
        use AlertState::{Acknowledged, Open, Resolved, Snoozed, Withdrawn};
        let check = |state, event, expected, effect| {
            assert_eq!(step(Some(state), event), (Some(expected), effect), "{state} {event:?}");
        };
        for open in [Open, Acknowledged, Snoozed] {
            check(open, Event::Acknowledged, Acknowledged, Effect::Edit);
            check(open, Event::Snoozed, Snoozed, Effect::Edit);
            check(open, Event::Moved, open, Effect::Edit);
            check(open, Event::Recovered, Resolved, Effect::Recover);
            check(open, Event::Corrected, Withdrawn, Effect::Withdraw);
            check(open, Event::Archived, Withdrawn, Effect::Close);
        }
        check(Snoozed, Event::Woken, Open, Effect::Wake);
        check(Acknowledged, Event::Woken, Open, Effect::Wake);
        check(Open, Event::Woken, Open, Effect::Nothing);
        check(Open, Event::Reviewed, Open, Effect::Remind);
        check(Acknowledged, Event::Reviewed, Acknowledged, Effect::Nothing);
        check(Snoozed, Event::Reviewed, Snoozed, Effect::Nothing);
        for over in [Resolved, Withdrawn] {
            check(over, Event::Acknowledged, over, Effect::Nothing);
            check(over, Event::Moved, over, Effect::Nothing);
            check(over, Event::Slipped, Open, Effect::Open);
        }
    }

    #[test]
    fn a_link_fails_only_after_three_good_periods_of_its_cause() {
        use Status::{AtRisk, NoData, OffTarget, OnTarget};
        let check = |effect, cause: &[Status], expected| {
            let cause: Vec<Option<Status>> = cause.iter().copied().map(Some).collect();
            assert_eq!(fails(Some(effect), &cause), expected, "{effect} {cause:?}");
        };
        check(OffTarget, &[OnTarget; 3], true);
        check(OffTarget, &[OnTarget; 2], false);
        check(OffTarget, &[OnTarget, AtRisk, OnTarget], false);
        check(OffTarget, &[OnTarget, OnTarget, NoData], false);
        check(AtRisk, &[OnTarget; 3], false);
        assert!(!fails(None, &[Some(OnTarget); 3]));
        assert!(!fails(Some(OffTarget), &[None, Some(OnTarget), Some(OnTarget)]));
    }

    const EVENTS: [Event; 10] = [
        Event::Repeated,
        Event::Slipped,
        Event::Moved,
        Event::Recovered,
        Event::Corrected,
        Event::Archived,
        Event::Acknowledged,
        Event::Snoozed,
        Event::Woken,
        Event::Reviewed,
    ];

    proptest! {
        /// Whatever happens in whatever order: one alert is open at most, each that opens ends once before the next
        /// does, an end is always said or marked, and the same again says nothing.
        #[test]
        fn alerts_open_and_end_in_turn(events in proptest::collection::vec(proptest::sample::select(&EVENTS[..]), 0..60)) {
            let mut state = None;
            let mut open = 0_i32;
            for event in events {
                let before = state;
                let (after, effect) = step(state, event);
                state = after;
                match effect {
                    Effect::Open => open += 1,
                    Effect::Recover | Effect::Withdraw | Effect::Close => open -= 1,
                    Effect::Nothing | Effect::Edit | Effect::Wake | Effect::Remind => {}
                }
                prop_assert!((0..=1).contains(&open));
                prop_assert_eq!(open == 1, state.is_some_and(AlertState::is_open));
                if event == Event::Repeated {
                    prop_assert_eq!((after, effect), (before, Effect::Nothing));
                }
                prop_assert_eq!(step(state, Event::Repeated), (state, Effect::Nothing));
            }
            for end in [Event::Recovered, Event::Corrected, Event::Archived] {
                prop_assert!(!step(state, end).0.is_some_and(AlertState::is_open));
            }
        }

        /// A value that is logged again is no event, however the KPI stands.
        #[test]
        fn the_same_value_again_says_nothing(before in status(), after in status(), opened in proptest::bool::ANY) {
            let same = Change { value: ValueChange::Same, ..change(before, after.unwrap_or(Status::NoData)) };
            prop_assert_eq!(event(&same, opened.then(|| period("2026-10"))), Event::Repeated);
        }
    }

    fn status() -> impl Strategy<Value = Option<Status>> {
        proptest::option::of(proptest::sample::select(Status::ALL))
    }
}
