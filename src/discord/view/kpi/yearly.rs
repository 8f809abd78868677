//! Yearly targets as people read them: one that was set, those of a KPI with the parts that hold now, and the outlook.

use rust_decimal::Decimal;

use super::super::{bold, counts};
use super::target::{consequences, named};
use crate::discord::reply::Post;
use crate::domain::period::{Period, PeriodKind};
use crate::domain::score::Rule;
use crate::domain::target::{DatedTarget, Judged, Span, YearlyTarget, rule_in};
use crate::locale::Voice;
use crate::say;
use crate::service::kpi::{Shown, YearlySet};

/// How many parts are shown one by one: the months of a year.
const PARTS: usize = 12;

/// How many years are shown, the newest.
const YEARS: usize = 3;

/// A yearly target that was set, and what it does.
pub fn yearly_set(voice: &Voice, set: &YearlySet) -> Post {
    let words = voice.words;
    let shown = &set.shown;
    let year = voice.period(set.yearly.year, shown.fiscal);
    let name = bold(shown.placed.kpi.name.as_str());
    let mut lines = vec![say!(words, "yearly-set", name = name, year = year)];
    lines.push(line(voice, shown, &set.yearly));
    if set.yearly.red.is_none() {
        lines.push(words.say("target-assumed", &[]));
    }
    if !set.overrides.is_empty() {
        let periods = named(voice, shown, &set.overrides);
        lines.push(say!(words, "yearly-overrides", periods = periods));
    }
    lines.extend(after(voice, shown, set.yearly.year));
    if let Some((count, made)) = &set.preview {
        lines.push(say!(words, "target-preview", count = *count, counts = counts(made)));
    }
    lines.extend(consequences(voice, shown, (&set.past, &set.restated)));
    Post::text(lines.join("\n"))
}

/// The yearly targets that are shown.
fn newest(shown: &Shown) -> &[YearlyTarget] {
    &shown.yearly[shown.yearly.len().saturating_sub(YEARS)..]
}

/// Whether a target is a part of a yearly one that is shown.
pub(super) fn is_part(shown: &Shown, dated: &DatedTarget) -> bool {
    let year = dated
        .from
        .and_then(|from| from.belongs_to(PeriodKind::Year, shown.fiscal));
    dated.span == Span::Onwards && newest(shown).iter().any(|yearly| Some(yearly.year) == year)
}

/// The yearly targets of a KPI, a line each, the newest last.
pub(super) fn listed(voice: &Voice, shown: &Shown) -> Vec<String> {
    newest(shown).iter().map(|yearly| line(voice, shown, yearly)).collect()
}

/// `2027: **1,200** in all, red flag 1,080, phased evenly · Jan 100 · Feb 100 …`.
fn line(voice: &Voice, shown: &Shown, yearly: &YearlyTarget) -> String {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    let parts = parts(shown, yearly.year);
    let held: Decimal = parts.iter().filter_map(|(_, part)| *part).sum();
    let total = voice.mark(kpi, yearly.total);
    let mut said = vec![match yearly.red {
        Some(red) => say!(
            words,
            "yearly-line-red",
            year = voice.period(yearly.year, shown.fiscal),
            total = total,
            red = voice.mark(kpi, red)
        ),
        None => say!(
            words,
            "yearly-line",
            year = voice.period(yearly.year, shown.fiscal),
            total = total
        ),
    }];
    said.push(words.say(&format!("phasing-{}", yearly.phasing.as_str().replace(' ', "-")), &[]));
    if held != yearly.total {
        said.push(say!(words, "yearly-changed", sum = voice.mark(kpi, held)));
    }
    let part = |(period, part): &(Period, Option<Decimal>)| {
        let part = part.map_or_else(|| words.say("value-none", &[]), |part| voice.mark(kpi, part));
        format!("{} {part}", voice.period_short(*period, shown.fiscal))
    };
    said.extend(parts.iter().take(PARTS).map(part));
    if parts.len() > PARTS {
        said.push(say!(words, "list-more", count = parts.len() - PARTS));
    }
    said.join(" · ")
}

/// The targets that hold in the periods of a year.
fn parts(shown: &Shown, year: Period) -> Vec<(Period, Option<Decimal>)> {
    let kpi = &shown.placed.kpi;
    let judged = Judged::from(kpi);
    let target = |period: Period| match rule_in(&shown.targets, period, &judged) {
        Ok(Some(Rule::Linear { target, .. })) => Some(target),
        _ => None,
    };
    year.parts(kpi.frequency)
        .into_iter()
        .map(|period| (period, target(period)))
        .collect()
}

/// What holds after the year.
fn after(voice: &Voice, shown: &Shown, year: Period) -> Option<String> {
    let kpi = &shown.placed.kpi;
    let next = year.parts(kpi.frequency).last()?.next();
    let rule = shown.rule(next)?;
    let period = voice.period(next, shown.fiscal);
    Some(say!(
        voice.words,
        "yearly-after",
        period = period,
        target = voice.target(kpi, &rule)
    ))
}

/// `Pace 96 % of target so far · outlook for 2026: **1,152** of 1,200`.
pub(super) fn heading_for(voice: &Voice, shown: &Shown) -> Option<String> {
    let outlook = shown.outlook?;
    let kpi = &shown.placed.kpi;
    Some(say!(
        voice.words,
        "kpi-outlook",
        pace = voice.numbers.fixed(outlook.pace * Decimal::ONE_HUNDRED, 0),
        year = voice.period(outlook.year, shown.fiscal),
        outlook = voice.value(kpi, outlook.outlook, None),
        target = voice.mark(kpi, outlook.target)
    ))
}
