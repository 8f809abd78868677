//! What a KPI's values are as people read them: the newest with what it is judged by, and the last ones in a row.

use super::super::distance;
use super::target::judged_by;
use crate::domain::kpi::Kpi;
use crate::domain::score::Status;
use crate::domain::value::Entry;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::Held;
use crate::service::kpi::Shown;

/// How many of the last values are shown.
const VALUES: usize = 12;

/// `🔴 off target · November 2026: **3.4 %** · target 2.0 %, red flag 2.5 % · 1.4 points too high`.
pub(super) fn state(voice: &Voice, shown: &Shown, held: &Held) -> String {
    let kpi = &shown.placed.kpi;
    let period = voice.period(held.period, shown.fiscal);
    let value = value(voice, kpi, held);
    let mut parts = vec![say!(
        voice.words,
        "kpi-state",
        status = voice.status(status(held)),
        period = period,
        value = value
    )];
    if let (Some(rule), Some(number)) = (&held.rule, held.entry.number()) {
        parts.push(judged_by(voice, kpi, rule));
        parts.extend(distance(voice, kpi, number, rule));
    }
    parts.join(" · ")
}

pub(super) fn value(voice: &Voice, kpi: &Kpi, held: &Held) -> String {
    match &held.entry {
        Entry::Number(number) => voice.value(kpi, *number, held.rule.as_ref()),
        Entry::NotApplicable { reason } => say!(voice.words, "log-not-applicable-short", reason = escape(reason)),
    }
}

pub(super) fn status(held: &Held) -> Status {
    match (&held.entry, held.judgement) {
        (Entry::NotApplicable { .. }, _) => Status::NotApplicable,
        (Entry::Number(_), Some(judgement)) => judgement.status,
        (Entry::Number(_), None) => Status::Unscored,
    }
}

/// `Sep 🟢 2.0 % · Oct 🟡 2.3 % · Nov 🔴 3.4 %`, the oldest first.
pub(super) fn last_values(voice: &Voice, shown: &Shown) -> Option<String> {
    let mut last: Vec<Held> = shown
        .actuals
        .keys()
        .rev()
        .take(VALUES)
        .filter_map(|period| shown.held(*period))
        .collect();
    if last.len() < 2 {
        return None;
    }
    last.reverse();
    let point = |held: &Held| {
        let period = voice.period_short(held.period, shown.fiscal);
        let value = match &held.entry {
            Entry::Number(number) => voice.value(&shown.placed.kpi, *number, held.rule.as_ref()),
            Entry::NotApplicable { .. } => voice.status_word(Status::NotApplicable),
        };
        format!("{period} {} {value}", status(held).sign())
    };
    Some(last.iter().map(point).collect::<Vec<_>>().join(" · "))
}
