//! A KPI's targets as people read them, and one that was set, with what it would have meant.

use super::super::{bold, counts};
use crate::discord::reply::Post;
use crate::domain::kpi::Kpi;
use crate::domain::score::Rule;
use crate::domain::target::{Judged, Span};
use crate::locale::Voice;
use crate::say;
use crate::service::kpi::{Shown, TargetSet};

/// How many targets are shown, the newest.
const TARGETS: usize = 8;

/// A target that was set: old → new, from when, and what it would have made of the last values.
pub fn target_set(voice: &Voice, set: &TargetSet) -> Post {
    let words = voice.words;
    let kpi = &set.shown.placed.kpi;
    let from = match set.from {
        Some(period) => say!(words, "target-from", period = voice.period(period, set.shown.fiscal)),
        None => words.say("target-from-beginning", &[]),
    };
    let mut lines = vec![say!(words, "target-set", name = bold(kpi.name.as_str()), from = from)];
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
    if let Some((count, made)) = &set.preview {
        lines.push(say!(words, "target-preview", count = *count, counts = counts(made)));
    }
    Post::text(lines.join("\n"))
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
    let skipped = shown.targets.len().saturating_sub(TARGETS);
    let mut lines = Vec::new();
    if skipped > 0 {
        lines.push(say!(words, "target-earlier", count = skipped));
    }
    for dated in &shown.targets[skipped..] {
        let rule = dated.spec.resolve(&Judged::from(kpi)).ok().flatten();
        let Some(target) = target(voice, kpi, rule) else {
            continue;
        };
        let red = red_flag(voice, kpi, rule).unwrap_or_default();
        let from = match (dated.from, dated.span) {
            (None, _) => words.say("target-from-beginning", &[]),
            (Some(period), Span::Onwards) => {
                say!(words, "target-from", period = voice.period(period, shown.fiscal))
            }
            (Some(period), Span::Override) => {
                say!(words, "target-only", period = voice.period(period, shown.fiscal))
            }
        };
        lines.push(say!(words, "target-line", target = target, red = red, from = from));
    }
    lines
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
