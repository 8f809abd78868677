//! What a KPI that was asked about is made of: its formula, the parts of a longer period, the target of the year.

use rust_decimal::Decimal;

use super::mean::written;
use super::value::{REASON, how};
use crate::domain::kpi::{Aggregation, Kpi};
use crate::domain::name::shorten_middle;
use crate::domain::proof;
use crate::domain::reading::{Reading, aggregation};
use crate::domain::score::Rule;
use crate::domain::value::Entry;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::why::{Part, Value, Why};

/// A number of a rule.
type Mark = fn(&Rule) -> Option<Decimal>;

/// How many parts a sum is written out for; more stand above it anyway.
const WRITTEN_OUT: usize = 12;

/// What a KPI that was asked about is made of: its formula, the parts of a longer period, the target of the year.
pub(super) fn lines(voice: &Voice, why: &Why, value: &Value) -> Vec<String> {
    let words = voice.words;
    let mut lines = Vec::new();
    lines.extend(
        value
            .written
            .as_deref()
            .map(|formula| say!(words, "why-formula", formula = formula)),
    );
    lines.extend(value.yearly.map(|yearly| {
        let phasing = format!("phasing-{}", yearly.phasing.as_str().replace(' ', "-"));
        say!(
            words,
            "why-yearly",
            year = voice.period(yearly.year, why.fiscal),
            total = voice.mark(&value.kpi, yearly.total),
            phasing = words.say(&phasing, &[])
        )
    }));
    lines.extend(value.parts.iter().map(|part| self::part(voice, why, (value, part))));
    if value.parts.iter().any(|part| part.used) {
        lines.extend(aggregated(voice, value));
    }
    lines
}

/// `• October 2026: 310 · target 300 · red flag 270`.
fn part(voice: &Voice, why: &Why, (value, part): (&Value, &Part)) -> String {
    let (words, kpi) = (voice.words, &value.kpi);
    let what = match &part.entry {
        Some(Entry::Number(number)) => voice.value(kpi, *number, part.rule.as_ref()),
        Some(Entry::NotApplicable { reason }) => {
            say!(
                words,
                "why-part-not-applicable",
                reason = escape(&shorten_middle(reason, REASON))
            )
        }
        None => words.say("why-out-blank", &[]),
    };
    let mut said = vec![format!("• {}: {what}", voice.period(part.period, why.fiscal))];
    if let Some(rule) = &part.rule {
        said.push(say!(words, "why-target", target = voice.target(kpi, rule)));
        said.extend(voice.red_flag(kpi, rule).map(|red| say!(words, "why-red", red = red)));
    }
    said.extend(
        part.carried
            .map(|from| say!(words, "summary-line-carried", period = voice.period(from, why.fiscal))),
    );
    if !part.used {
        said.push(words.say("why-part-out", &[]));
    }
    said.join(" · ")
}

/// What the parts come to: value, target and red flag, each by the KPI's rule.
fn aggregated(voice: &Voice, value: &Value) -> Vec<String> {
    let words = voice.words;
    let used: Vec<&Part> = value.parts.iter().filter(|part| part.used).collect();
    let column =
        |pick: &dyn Fn(&Part) -> Option<Decimal>| used.iter().filter_map(|part| pick(part)).collect::<Vec<_>>();
    let number = |part: &Part| part.entry.as_ref().and_then(Entry::number);
    let mut lines = Vec::new();
    let reading: &Reading = &value.reading;
    if value.computation.is_none()
        && let Some(total) = reading.number()
    {
        lines.push(say!(
            words,
            "why-value-made",
            work = together(voice, &value.kpi, &column(&number), total)
        ));
    }
    if let Some(Rule::Linear { target, red, .. }) = reading.rule {
        let marks: [(&str, Decimal, Mark); 2] = [
            ("why-target-made", target, |rule| match rule {
                Rule::Linear { target, .. } => Some(*target),
                _ => None,
            }),
            ("why-red-made", red, |rule| match rule {
                Rule::Linear { red, .. } => Some(*red),
                _ => None,
            }),
        ];
        for (key, total, pick) in marks {
            let numbers = column(&|part: &Part| part.rule.as_ref().and_then(pick));
            lines.push(say!(words, key, work = together(voice, &value.kpi, &numbers, total)));
        }
    }
    lines
}

/// `310 + 290 = 600`, `(3.1 + 3.3) ÷ 2 = 3.2`, `the last: 3.3`.
fn together(voice: &Voice, kpi: &Kpi, numbers: &[Decimal], total: Decimal) -> String {
    let words = voice.words;
    let shown = |number: Decimal| written(voice, proof::rounded(number, u32::from(kpi.decimals), 10));
    let added = || {
        let one = |number: &Decimal| {
            if number.is_sign_negative() {
                format!("({})", shown(*number))
            } else {
                shown(*number)
            }
        };
        numbers.iter().map(one).collect::<Vec<_>>().join(" + ")
    };
    let total = shown(total);
    let long = numbers.len() > WRITTEN_OUT;
    match aggregation(kpi) {
        Aggregation::Sum if !long => format!("{} = {total}", added()),
        Aggregation::Average if !long => format!("({}) ÷ {} = {total}", added(), numbers.len()),
        _ => say!(
            words,
            "why-together",
            how = words.say(how(kpi, false), &[]),
            total = total
        ),
    }
}
