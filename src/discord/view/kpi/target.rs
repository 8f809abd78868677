//! A KPI's targets as people read them, and one that was set, with what it would have meant.

use super::super::{bold, counts};
use super::yearly::{self, yearly_set};
use crate::discord::reply::Post;
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::score::Rule;
use crate::domain::target::{Judged, Span};
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::kpi::{Afterwards, AnySet, Edited, Holds, Shown, TargetSet};

/// How many targets are shown, the newest.
const TARGETS: usize = 8;

/// How many targets that were set afterwards are shown, the newest.
const AFTERWARDS: usize = 3;

/// How many periods are named before the rest is counted.
const PERIODS: usize = 6;

/// A target that was set: old → new, from when, what it would have made of the last values, and which periods that are
/// over it changes.
pub fn target_set(voice: &Voice, set: &AnySet) -> Post {
    match set {
        AnySet::Dated(set) => dated_set(voice, set),
        AnySet::Yearly(set) => yearly_set(voice, set),
    }
}

fn dated_set(voice: &Voice, set: &TargetSet) -> Post {
    let words = voice.words;
    let kpi = &set.shown.placed.kpi;
    let name = bold(kpi.name.as_str());
    let holds = holds(voice, &set.shown, (set.from, span(set.holds)));
    let key = match set.holds {
        Holds::NoLongerOnly => "target-taken-back",
        Holds::Onwards | Holds::Only => "target-set",
    };
    let mut lines = vec![say!(words, key, name = name, from = holds)];
    lines.push(change(
        voice,
        "target-change",
        target(voice, kpi, set.before),
        target(voice, kpi, set.after),
    ));
    let (before, after) = (red_flag(voice, kpi, set.before), red_flag(voice, kpi, set.after));
    if set.after.is_some_and(|rule| voice.red_flag(kpi, &rule).is_some()) {
        lines.push(change(voice, "target-change-red", before, after));
    }
    if set.after.is_some_and(|rule| rule.is_assumed()) {
        lines.push(words.say("target-assumed", &[]));
    }
    if let Some(until) = set.until {
        let period = voice.period(until, set.shown.fiscal);
        lines.push(say!(words, "target-until", period = period));
    }
    if let Some((count, made)) = &set.preview {
        lines.push(say!(words, "target-preview", count = *count, counts = counts(made)));
    }
    lines.extend(consequences(voice, &set.shown, (&set.past, &set.restated)));
    Post::text(lines.join("\n"))
}

fn span(holds: Holds) -> Span {
    match holds {
        Holds::Onwards => Span::Onwards,
        Holds::Only | Holds::NoLongerOnly => Span::Override,
    }
}

/// What a change does to periods that are over, and to reviews that were closed.
pub(super) fn consequences(voice: &Voice, shown: &Shown, (past, restated): (&[Period], &[Period])) -> Vec<String> {
    let words = voice.words;
    let mut lines = Vec::new();
    if !past.is_empty() {
        lines.push(say!(words, "target-past", periods = named(voice, shown, past)));
    }
    if !restated.is_empty() {
        let periods = named(voice, shown, restated);
        lines.push(say!(words, "target-restated", periods = periods));
    }
    lines
}

pub(super) fn named(voice: &Voice, shown: &Shown, periods: &[Period]) -> String {
    let mut names: Vec<String> = periods
        .iter()
        .take(PERIODS)
        .map(|period| voice.period(*period, shown.fiscal))
        .collect();
    if periods.len() > PERIODS {
        names.push(say!(voice.words, "list-more", count = periods.len() - PERIODS));
    }
    names.join(" · ")
}

/// `from November 2026 on`, `only for November 2026`, `for all periods`.
fn holds(voice: &Voice, shown: &Shown, (from, span): (Option<Period>, Span)) -> String {
    let words = voice.words;
    match (from, span) {
        (None, _) => words.say("target-from-beginning", &[]),
        (Some(period), Span::Onwards) => say!(words, "target-from", period = voice.period(period, shown.fiscal)),
        (Some(period), Span::Override) => say!(words, "target-only", period = voice.period(period, shown.fiscal)),
    }
}

/// The targets that were set for periods that were over, the newest first: who, when, why.
pub(super) fn afterwards(voice: &Voice, shown: &Shown) -> Vec<String> {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    let line = |set: &Afterwards| {
        let rule = set.target.spec.resolve(&Judged::from(kpi)).ok().flatten();
        say!(
            words,
            "target-afterwards",
            target = target(voice, kpi, rule).unwrap_or_else(|| words.say("value-none", &[])),
            from = holds(voice, shown, (set.target.from, set.target.span)),
            person = escape(&set.by),
            at = instant(set.at),
            reason = escape(&set.reason)
        )
    };
    let mut lines: Vec<String> = shown.afterwards.iter().take(AFTERWARDS).map(line).collect();
    if shown.afterwards.len() > AFTERWARDS {
        lines.push(say!(words, "list-more", count = shown.afterwards.len() - AFTERWARDS));
    }
    lines
}

fn change(voice: &Voice, key: &str, before: Option<String>, after: Option<String>) -> String {
    let none = || voice.words.say("value-none", &[]);
    let after = after.map_or_else(none, |after| format!("**{after}**"));
    say!(voice.words, key, before = before.unwrap_or_else(none), after = after)
}

/// The targets, a line each, the newest last.
pub(super) fn listed(voice: &Voice, shown: &Shown) -> Vec<String> {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    if kpi.direction == crate::domain::kpi::Direction::YesNo {
        return vec![words.say("target-yes", &[])];
    }
    if shown.targets.is_empty() {
        return vec![say!(words, "target-none", key = kpi.key.as_str())];
    }
    let dated: Vec<_> = shown.targets.iter().filter(|it| !yearly::is_part(shown, it)).collect();
    let skipped = dated.len().saturating_sub(TARGETS);
    let mut lines = Vec::new();
    if skipped > 0 {
        lines.push(say!(words, "target-earlier", count = skipped));
    }
    for dated in &dated[skipped..] {
        let rule = dated.spec.resolve(&Judged::from(kpi)).ok().flatten();
        let Some(target) = target(voice, kpi, rule) else {
            continue;
        };
        let red = red_flag(voice, kpi, rule).unwrap_or_default();
        let from = holds(voice, shown, (dated.from, dated.span));
        lines.push(say!(words, "target-line", target = target, red = red, from = from));
    }
    lines
}

/// `target 2.0 %, red flag 2.5 %`, *assumed* where it is.
pub(super) fn judged_by(voice: &Voice, kpi: &Kpi, rule: &Rule) -> String {
    let target = voice.target(kpi, rule);
    match red_flag(voice, kpi, Some(*rule)) {
        Some(red) => say!(voice.words, "target-judged-red", target = target, red = red),
        None => say!(voice.words, "target-judged", target = target),
    }
}

/// The red flag of the running period, where an edit moved it: it is assumed from what was changed.
pub(super) fn red_flag_moved(voice: &Voice, edited: &Edited) -> Option<String> {
    let (old, new) = (edited.before.rule(edited.running), edited.after.rule(edited.running));
    let (before, after) = (
        red_flag(voice, &edited.before.placed.kpi, old),
        red_flag(voice, &edited.after.placed.kpi, new),
    );
    (old != new && before != after).then(|| change(voice, "target-change-red", before, after))
}

fn target(voice: &Voice, kpi: &Kpi, rule: Option<Rule>) -> Option<String> {
    rule.map(|rule| voice.target(kpi, &rule))
}

/// The red flag, *assumed* where it was not given.
fn red_flag(voice: &Voice, kpi: &Kpi, rule: Option<Rule>) -> Option<String> {
    let rule = rule?;
    let red = voice.red_flag(kpi, &rule)?;
    Some(if rule.is_assumed() {
        say!(voice.words, "target-red-assumed", red = red)
    } else {
        red
    })
}
