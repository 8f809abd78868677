//! Periods that stand in the way of a value, in words.

use super::bold;
use super::invalid::months;
use crate::domain::period::{FiscalStart, Period};
use crate::locale::{Voice, escape};
use crate::say;

/// How many periods a sentence names.
const PERIODS: usize = 12;

/// A total of the year that has gaps before it: which.
pub(super) fn year_to_date(voice: &Voice, kpi: &str, (fiscal, periods): (FiscalStart, &[Period])) -> String {
    let mut named: Vec<String> = periods
        .iter()
        .take(PERIODS)
        .map(|period| voice.period(*period, fiscal))
        .collect();
    if periods.len() > PERIODS {
        named.push(say!(voice.words, "list-more", count = periods.len() - PERIODS));
    }
    say!(
        voice.words,
        "error-year-to-date",
        kpi = bold(kpi),
        periods = named.join(", ")
    )
}

/// What was published is not changed without a reason: how to give one.
pub(super) fn published(voice: &Voice, period: Period, (key, label): (&str, &str)) -> String {
    let period = months(voice, period);
    say!(
        voice.words,
        "error-published",
        period = period,
        key = escape(key),
        label = label
    )
}
