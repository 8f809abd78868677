//! Formulas as people read them, and why one gives nothing.

use super::{bold, listed};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::{Held, Moved};
use crate::service::formula::{Lack, Written};
use crate::service::kpi::Shown;

/// How many missing KPIs are named.
const NAMED: usize = 3;

/// How many computed values that an entry changed are told.
const MOVED: usize = 3;

/// Why a formula gives nothing: `waits for **Customers**`.
pub fn lack(voice: &Voice, lack: &Lack) -> String {
    let words = voice.words;
    match lack {
        Lack::Missing(names) => {
            let first: Vec<String> = names
                .iter()
                .take(NAMED)
                .map(|name| match name.as_str() {
                    "" => words.say("formula-private", &[]),
                    name => listed(name),
                })
                .collect();
            let more = names.len().saturating_sub(NAMED);
            say!(words, "formula-missing", names = first.join(" · "), more = more)
        }
        Lack::DivisionByZero => words.say("formula-division-by-zero", &[]),
        Lack::TooLarge => words.say("formula-too-large", &[]),
    }
}

/// The formulas of a KPI, a line each, the newest first; and why it gives nothing for the last period.
pub(super) fn lines(voice: &Voice, shown: &Shown) -> Vec<String> {
    let mut lines: Vec<String> = shown
        .formulas
        .iter()
        .rev()
        .map(|formula| written(voice, shown, formula))
        .collect();
    lines.extend(shown.lack.as_ref().map(|(period, why)| {
        let period = voice.period(*period, shown.fiscal);
        say!(voice.words, "formula-lack", period = period, why = lack(voice, why))
    }));
    lines
}

fn written(voice: &Voice, shown: &Shown, formula: &Written) -> String {
    let words = voice.words;
    let text = match &formula.text {
        Some(text) => format!("`{text}`"),
        None => words.say("formula-none", &[]),
    };
    match formula.from {
        Some(day) => {
            let kind = shown.placed.kpi.frequency;
            let from = crate::domain::period::Period::containing(kind, day, shown.fiscal);
            say!(
                words,
                "formula-from",
                formula = text,
                from = voice.period(from, shown.fiscal)
            )
        }
        None => say!(words, "formula-always", formula = text),
    }
}

/// `Moves **Churn rate** 3.1 % → 3.4 %`, a line each.
pub(super) fn moved(voice: &Voice, moved: &[Moved]) -> Vec<String> {
    let words = voice.words;
    let text = |moved: &Moved, held: &Option<Held>| match held {
        Some(held) => match held.entry.number() {
            Some(number) => voice.value(&moved.kpi, number, held.rule.as_ref()),
            None => voice.status_word(crate::domain::score::Status::NotApplicable),
        },
        None => words.say("log-blank", &[]),
    };
    let mut lines: Vec<String> = moved
        .iter()
        .take(MOVED)
        .map(|moved| {
            let (before, after) = (text(moved, &moved.before), text(moved, &moved.now));
            say!(
                words,
                "log-moved",
                name = escape(moved.kpi.name.as_str()),
                before = before,
                after = after
            )
        })
        .collect();
    let more = moved.len().saturating_sub(MOVED);
    if more > 0 {
        lines.push(say!(words, "log-moved-more", count = more));
    }
    lines
}

/// A line that says what the formula of an edited KPI was and is; none where it has not changed.
pub(super) fn change(voice: &Voice, before: &Shown, after: &Shown) -> Option<String> {
    let text = |shown: &Shown| {
        let formula = shown.formulas.last().and_then(|formula| formula.text.clone());
        formula.map_or_else(|| super::or_none(voice.words, None), |text| format!("`{text}`"))
    };
    super::change_of(voice.words, "formula", &text(before), &text(after))
}

/// The name of a computed KPI with why it has no value.
pub(super) fn without(voice: &Voice, name: &str, why: &Lack) -> String {
    say!(
        voice.words,
        "formula-without",
        name = bold(name),
        why = lack(voice, why)
    )
}
