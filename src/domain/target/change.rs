//! What setting or taking back a target does to those that hold, and to the periods that they are the rule of.

use super::{DatedTarget, Judged, Span, rule_in};
use crate::domain::period::Period;

/// The targets after one more is set: it replaces the one that begins with it and holds as long.
#[must_use]
pub fn with(targets: &[DatedTarget], new: DatedTarget) -> Vec<DatedTarget> {
    let same = |it: &DatedTarget| it.from == new.from && it.span == new.span;
    let kept = targets.iter().copied().filter(|it| !same(it));
    kept.chain([new]).collect()
}

/// The targets after a period's own one is taken back; none where it has none.
#[must_use]
pub fn without_override(targets: &[DatedTarget], period: Period) -> Option<Vec<DatedTarget>> {
    let own = |it: &DatedTarget| it.span == Span::Override && it.from == Some(period);
    let kept: Vec<_> = targets.iter().copied().filter(|it| !own(it)).collect();
    (kept.len() < targets.len()).then_some(kept)
}

/// One revision of a KPI's targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// What was set.
    pub target: DatedTarget,
    /// It was taken back: what was set there before holds no more.
    pub removed: bool,
}

/// The targets after a revision.
#[must_use]
pub fn revise(targets: &[DatedTarget], revision: &Revision) -> Vec<DatedTarget> {
    let new = revision.target;
    if revision.removed {
        let same = |it: &&DatedTarget| it.from == new.from && it.span == new.span;
        return targets.iter().filter(|it| !same(it)).copied().collect();
    }
    with(targets, new)
}

/// The periods in which values are judged otherwise after a change than before it, of those that are given. A target
/// that cannot be used judges nothing.
pub fn differing(
    before: (&[DatedTarget], &Judged),
    after: (&[DatedTarget], &Judged),
    periods: impl Iterator<Item = Period>,
) -> Vec<Period> {
    let rule = |(targets, judged): (&[DatedTarget], &Judged), period| rule_in(targets, period, judged).ok().flatten();
    periods
        .filter(|period| rule(before, *period) != rule(after, *period))
        .collect()
}

/// The first period in which a target that holds from a period on is replaced by a later one.
#[must_use]
pub fn replaced_in(targets: &[DatedTarget], from: Option<Period>) -> Option<Period> {
    let later = targets.iter().filter(|it| it.span == Span::Onwards);
    later.filter_map(|it| it.from).filter(|it| Some(*it) > from).min()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::domain::kpi::Direction;
    use crate::domain::period::{FiscalStart, PeriodKind};
    use crate::domain::target::TargetSpec;

    const JUDGED: Judged = Judged {
        direction: Direction::Higher,
        percent: false,
        best_possible: false,
        baseline: None,
    };

    /// The month so many months after January 2026.
    fn month(at: u32) -> Period {
        let first = Period::parse_kind("2026-01", PeriodKind::Month, FiscalStart::JANUARY).unwrap();
        (0..at).fold(first, |period, _| period.next())
    }

    fn target(from: Option<u32>, span: Span, value: u32) -> DatedTarget {
        DatedTarget {
            from: from.map(month),
            span,
            spec: TargetSpec {
                target: Some(value.into()),
                red: Some(Decimal::from(value) - Decimal::ONE),
                ..TargetSpec::default()
            },
        }
    }

    fn changed(before: &[DatedTarget], after: &[DatedTarget]) -> Vec<Period> {
        differing((before, &JUDGED), (after, &JUDGED), (0..40).map(month))
    }

    /// Targets as they came to be: set one after the other.
    fn targets() -> impl Strategy<Value = Vec<DatedTarget>> {
        let one = (proptest::option::of(0u32..40), any::<bool>(), 1u32..9).prop_map(|(from, only, value)| {
            let span = if only && from.is_some() {
                Span::Override
            } else {
                Span::Onwards
            };
            target(from, span, value)
        });
        proptest::collection::vec(one, 0..12)
            .prop_map(|all| all.into_iter().fold(Vec::new(), |targets, new| with(&targets, new)))
    }

    proptest! {
        #[test]
        fn a_new_target_never_changes_an_earlier_period(held in targets(), from in 0u32..40, value in 10u32..20) {
            let after = with(&held, target(Some(from), Span::Onwards, value));
            prop_assert!(changed(&held, &after).iter().all(|period| *period >= month(from)));
        }

        #[test]
        fn a_new_target_changes_nothing_from_the_next_later_one_on(held in targets(), from in 0u32..40) {
            let new = target(Some(from), Span::Onwards, 99);
            let after = with(&held, new);
            let until = replaced_in(&after, new.from);
            prop_assert!(changed(&held, &after).iter().all(|period| until.is_none_or(|until| *period < until)));
        }

        #[test]
        fn an_override_touches_exactly_its_period_and_taking_it_back_too(held in targets(), at in 0u32..40) {
            let after = with(&held, target(Some(at), Span::Override, 99));
            prop_assert_eq!(changed(&held, &after), vec![month(at)]);
            let back = without_override(&after, month(at)).unwrap();
            prop_assert_eq!(changed(&after, &back), vec![month(at)]);
            prop_assert_eq!(without_override(&back, month(at)), None);
        }
    }

    #[test]
    fn a_changed_baseline_changes_only_periods_whose_red_flag_is_assumed() {
        let assumed = DatedTarget {
            spec: TargetSpec {
                target: Some(Decimal::TEN),
                ..TargetSpec::default()
            },
            ..target(Some(2), Span::Onwards, 5)
        };
        let held = [
            target(None, Span::Onwards, 5),
            assumed,
            target(Some(4), Span::Onwards, 7),
        ];
        let moved = Judged {
            baseline: Some(Decimal::TWO),
            ..JUDGED
        };
        let changed = differing((&held, &JUDGED), (&held, &moved), (0..6).map(month));
        assert_eq!(changed, [month(2), month(3)]);
    }
}
