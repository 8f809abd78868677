//! Values that are entered as the fiscal year's total so far, and kept as each period's own: how one becomes the other
//! ("A KPI entered year-to-date is stored as differences").

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::period::{FiscalStart, Period, PeriodKind};
use super::value::{Entry, LIMIT, MAX_DECIMALS};

/// A total as it was entered, and what it makes of its period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The fiscal year's total through the period.
    pub total: Decimal,
    /// What the earlier periods of the year add up to.
    pub before: Decimal,
    /// The period's own value: the difference.
    pub own: Decimal,
    /// The newest later period of the year that has a value, which keeps it: the total through it as it is, and as it
    /// becomes.
    pub later: Option<(Period, Decimal, Decimal)>,
}

/// Why a total makes no value of its period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SplitError {
    /// Earlier periods of the year have neither a value nor a reason for none.
    Missing(Vec<Period>),
    /// The difference is beyond what is kept.
    TooLarge,
}

/// The periods of the fiscal year of a period that come before it; none for the first one.
#[must_use]
pub fn earlier(period: Period, fiscal: FiscalStart) -> Vec<Period> {
    let mut parts = year_of(period, fiscal);
    parts.retain(|part| *part < period);
    parts
}

/// What a total through a period makes of it, given what holds in the year. A period that is not applicable adds nothing.
pub fn split(
    actuals: &BTreeMap<Period, Entry>,
    period: Period,
    fiscal: FiscalStart,
    total: Decimal,
) -> Result<Split, SplitError> {
    let before = total_before(actuals, period, fiscal)?;
    let own = total.checked_sub(before).ok_or(SplitError::TooLarge)?.normalize();
    if own.abs() > LIMIT || own.scale() > MAX_DECIMALS {
        return Err(SplitError::TooLarge);
    }
    let held = actuals.get(&period).and_then(Entry::number).unwrap_or_default();
    let later = newest_later(actuals, period, fiscal).and_then(|newest| {
        let was = sum(actuals, &year_of(period, fiscal), newest)?;
        Some((newest, was, was.checked_sub(held)?.checked_add(own)?))
    });
    Ok(Split {
        total,
        before,
        own,
        later: later.filter(|(_, was, becomes)| was != becomes),
    })
}

/// What the periods of the year before one add up to.
pub fn total_before(
    actuals: &BTreeMap<Period, Entry>,
    period: Period,
    fiscal: FiscalStart,
) -> Result<Decimal, SplitError> {
    let earlier = earlier(period, fiscal);
    let missing: Vec<Period> = earlier
        .iter()
        .copied()
        .filter(|part| !actuals.contains_key(part))
        .collect();
    match (missing.is_empty(), earlier.last()) {
        (false, _) => Err(SplitError::Missing(missing)),
        (true, None) => Ok(Decimal::ZERO),
        (true, Some(last)) => sum(actuals, &earlier, *last).ok_or(SplitError::TooLarge),
    }
}

/// The year's total through a period that has a number; none where an earlier one is missing.
#[must_use]
pub fn total_through(actuals: &BTreeMap<Period, Entry>, period: Period, fiscal: FiscalStart) -> Option<Decimal> {
    let own = actuals.get(&period)?.number()?;
    total_before(actuals, period, fiscal).ok()?.checked_add(own)
}

fn year_of(period: Period, fiscal: FiscalStart) -> Vec<Period> {
    Period::containing(PeriodKind::Year, period.anchor_day(), fiscal).parts(period.kind())
}

fn newest_later(actuals: &BTreeMap<Period, Entry>, period: Period, fiscal: FiscalStart) -> Option<Period> {
    let year = year_of(period, fiscal);
    let number = |part: &Period| actuals.get(part).is_some_and(|entry| entry.number().is_some());
    year.into_iter().rfind(|part| *part > period && number(part))
}

/// The numbers of some periods through one of them; none where they add up beyond what can be counted.
fn sum(actuals: &BTreeMap<Period, Entry>, parts: &[Period], through: Period) -> Option<Decimal> {
    let parts = parts.iter().filter(|part| **part <= through);
    let mut numbers = parts.filter_map(|part| actuals.get(part)?.number());
    numbers.try_fold(Decimal::ZERO, Decimal::checked_add)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text, FiscalStart::JANUARY).unwrap()
    }

    fn year(values: &[(&str, i64)]) -> BTreeMap<Period, Entry> {
        let number = |(text, value): &(&str, i64)| (period(text), Entry::Number(Decimal::from(*value)));
        values.iter().map(number).collect()
    }

    #[test]
    fn a_total_leaves_the_difference_to_the_earlier_periods_of_its_year() {
        let held = year(&[("2026-01", 300), ("2026-02", 140), ("2025-12", 1000)]);
        let found = split(&held, period("2026-03"), FiscalStart::JANUARY, Decimal::from(480)).unwrap();
        assert_eq!((found.before, found.own, found.later), (440.into(), 40.into(), None));
        let first = split(&held, period("2026-01"), FiscalStart::JANUARY, Decimal::from(310)).unwrap();
        assert_eq!((first.before, first.own), (Decimal::ZERO, 310.into()));
        let march = FiscalStart::try_from(3).unwrap();
        let first = split(&held, period("2026-03"), march, Decimal::from(480)).unwrap();
        assert_eq!(
            first.own,
            480.into(),
            "a fiscal year that starts in March has nothing before it"
        );
    }

    #[test]
    fn an_earlier_period_without_a_value_is_named_and_one_that_is_not_applicable_adds_nothing() {
        let mut held = year(&[("2026-02", 140)]);
        let fiscal = FiscalStart::JANUARY;
        let found = split(&held, period("2026-04"), fiscal, Decimal::from(480));
        assert_eq!(
            found,
            Err(SplitError::Missing(vec![period("2026-01"), period("2026-03")]))
        );
        for text in ["2026-01", "2026-03"] {
            let reason = "closed".to_owned();
            held.insert(period(text), Entry::NotApplicable { reason });
        }
        let found = split(&held, period("2026-04"), fiscal, Decimal::from(480)).unwrap();
        assert_eq!(found.own, 340.into());
    }

    #[test]
    fn a_corrected_period_leaves_the_later_ones_as_they_are_and_says_what_their_total_becomes() {
        let held = year(&[("2026-01", 300), ("2026-02", 140), ("2026-03", 40)]);
        let found = split(&held, period("2026-02"), FiscalStart::JANUARY, Decimal::from(450)).unwrap();
        assert_eq!(found.own, 150.into());
        assert_eq!(found.later, Some((period("2026-03"), 480.into(), 490.into())));
        let same = split(&held, period("2026-02"), FiscalStart::JANUARY, Decimal::from(440)).unwrap();
        assert_eq!(same.later, None);
    }

    #[test]
    fn a_difference_beyond_what_is_kept_is_refused() {
        let held = BTreeMap::from([(period("2026-01"), Entry::Number(-LIMIT))]);
        let found = split(&held, period("2026-02"), FiscalStart::JANUARY, LIMIT);
        assert_eq!(found, Err(SplitError::TooLarge));
    }

    proptest! {
        #[test]
        fn totals_entered_in_turn_are_what_the_stored_values_add_up_to(
            totals in prop::collection::vec(-1_000_000i64..1_000_000, 1..12), start in 1u8..=12, kind in 0usize..2,
        ) {
            let fiscal = FiscalStart::try_from(start).unwrap();
            let kind = [PeriodKind::Week, PeriodKind::Month][kind];
            let year = Period::containing(PeriodKind::Year, period("2026-06").first_day(), fiscal);
            let mut held = BTreeMap::new();
            for (part, total) in year.parts(kind).into_iter().zip(totals) {
                let total = Decimal::new(total, 2);
                let found = split(&held, part, fiscal, total).unwrap();
                held.insert(part, Entry::Number(found.own));
                prop_assert_eq!(total_through(&held, part, fiscal), Some(total));
            }
        }
    }
}
