//! A step that is a value: the rule it is judged by with its numbers, and where the value comes from.

use rust_decimal::Decimal;

use super::NAME_IN_TERM;
use super::mean::{status, written};
use crate::discord::view::{NAME_IN_LIST, formula};
use crate::domain::kpi::{Aggregation, Kpi};
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::domain::proof::{self, Way};
use crate::domain::reading::{State, aggregation};
use crate::domain::score::{Rule, display_score};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::why::{Fed, Value, Why};

/// How much of a reason is shown.
pub(super) const REASON: usize = 200;

/// What is said of a KPI; nothing where it does not count, unless it was asked about.
pub(super) fn lines(
    voice: &Voice,
    why: &Why,
    (value, printed): (&Value, Option<Decimal>),
    asked: bool,
) -> Option<String> {
    let words = voice.words;
    let name = escape(&shorten_middle(value.kpi.name.as_str(), NAME_IN_LIST)).into_owned();
    let reading = &value.reading;
    let head = match (&reading.state, reading.number()) {
        (State::Absent, _) if !asked => return None,
        (State::Absent, _) => {
            let period = voice.period(reading.of, why.fiscal);
            return Some(say!(words, "why-absent", name = name, period = period));
        }
        (State::NotApplicable { reason }, _) => {
            let reason = escape(&shorten_middle(reason, REASON)).into_owned();
            say!(words, "why-not-applicable", name = name, reason = reason)
        }
        (_, None) => match &value.lack {
            Some(lack) => say!(words, "why-lack", name = name, why = formula::lack(voice, lack)),
            None => say!(words, "why-blank", name = name),
        },
        (_, Some(number)) => match (reading.rule, reading.judgement) {
            (Some(rule), Some(judgement)) => {
                let score = printed.unwrap_or_else(|| display_score(judgement.level));
                say!(
                    words,
                    "why-line",
                    name = name,
                    score = written(voice, score),
                    status = voice.status(judgement.status),
                    work = work(voice, &value.kpi, (&rule, number), score)
                )
            }
            _ => say!(
                words,
                "why-unscored",
                name = name,
                value = voice.value(&value.kpi, number, None)
            ),
        },
    };
    let facts = facts(voice, why, value);
    Some(if facts.is_empty() {
        head
    } else {
        format!("{head}\n{facts}")
    })
}

/// `10/3 × (1 + (3.4 − 2.5) ÷ (2.0 − 2.5)) = −2.67, held at 0`.
fn work(voice: &Voice, kpi: &Kpi, (rule, value): (&Rule, Decimal), score: Decimal) -> String {
    let words = voice.words;
    let line = match proof::way(rule, value, kpi.decimals, score) {
        Way::Line(line) => line,
        Way::Inside => return say!(words, "why-inside", range = voice.target(kpi, rule)),
        Way::Best => return say!(words, "why-best", target = voice.target(kpi, rule)),
        Way::Yes => return words.say("why-yes", &[]),
        Way::No => return words.say("why-no", &[]),
    };
    let first = |number: Decimal| written(voice, number);
    let second = |number: Decimal| {
        if number.is_sign_negative() {
            format!("({})", first(number))
        } else {
            first(number)
        }
    };
    let formula = format!(
        "10/3 × (1 + ({} − {}) ÷ ({} − {}))",
        first(line.value),
        second(line.red),
        first(line.good),
        second(line.red)
    );
    let result = written(voice, line.result);
    if line.held {
        let end = voice.numbers.plain(proof::held(line.result));
        say!(words, "why-work-held", formula = formula, result = result, end = end)
    } else {
        say!(words, "why-work", formula = formula, result = result)
    }
}

/// `value 3.4 % · target 2.0 % · red flag 2.5 % *assumed* · as of Q3 2026`.
fn facts(voice: &Voice, why: &Why, value: &Value) -> String {
    let (words, reading, kpi) = (voice.words, &value.reading, &value.kpi);
    let mut facts = Vec::new();
    if let (Some(number), Some(rule)) = (reading.number(), &reading.rule) {
        facts.push(say!(words, "why-value", value = voice.value(kpi, number, Some(rule))));
        let key = if value.overridden {
            "why-target-override"
        } else {
            "why-target"
        };
        facts.push(say!(words, key, target = voice.target(kpi, rule)));
        facts.extend(voice.red_flag(kpi, rule).map(|red| {
            let key = if rule.is_assumed() {
                "why-red-assumed"
            } else {
                "why-red"
            };
            say!(words, key, red = red)
        }));
    }
    let period = |period: Period| voice.period(period, why.fiscal);
    if reading.as_of {
        facts.push(say!(words, "summary-line-as-of", period = period(reading.of)));
    }
    facts.extend(
        reading
            .carried
            .map(|from| say!(words, "summary-line-carried", period = period(from))),
    );
    if matches!(reading.state, State::ToDate(_)) || reading.running {
        facts.push(words.say("why-to-date", &[]));
    }
    if reading.parts > 1 && reading.number().is_some() {
        facts.push(made(voice, why, value));
    }
    if let Some(computation) = &value.computation {
        let number = |id| {
            computation
                .inputs
                .get(&id)
                .map_or_else(|| "…".to_owned(), |number| voice.numbers.plain(*number))
        };
        facts.push(say!(
            words,
            "why-computed",
            formula = computation.formula.write(&number)
        ));
    }
    facts.join(" · ")
}

/// `sum of 2 of 3 months, without December 2026`.
fn made(voice: &Voice, why: &Why, value: &Value) -> String {
    let words = voice.words;
    let (reading, kpi) = (&value.reading, &value.kpi);
    let have = reading.parts - reading.missing.len();
    let how = words.say(how(kpi, value.computation.is_some()), &[]);
    let kind = words.say(&format!("why-kinds-{}", kpi.frequency.noun()), &[]);
    if reading.missing.is_empty() {
        return say!(words, "why-made", how = how, all = reading.parts, kind = kind);
    }
    let missing: Vec<String> = reading
        .missing
        .iter()
        .map(|missing| voice.period(*missing, why.fiscal))
        .collect();
    say!(
        words,
        "why-made-without",
        how = how,
        have = have,
        all = reading.parts,
        kind = kind,
        missing = missing.join(", ")
    )
}

pub(super) fn how(kpi: &Kpi, computed: bool) -> &'static str {
    match aggregation(kpi) {
        _ if computed => "why-how-computed",
        Aggregation::Sum => "why-how-sum",
        Aggregation::Average => "why-how-average",
        Aggregation::Last => "why-how-last",
        Aggregation::Minimum => "why-how-minimum",
        Aggregation::Maximum => "why-how-maximum",
    }
}

/// An objective that feeds from a scorecard below: one input.
pub(super) fn fed(voice: &Voice, (fed, printed): (&Fed, Option<Decimal>)) -> String {
    let words = voice.words;
    let private = fed.name.is_empty();
    let hidden = || words.say("why-private", &[]);
    let shown = |name: &str, most: usize| escape(&shorten_middle(name, most)).into_owned();
    let name = if private {
        hidden()
    } else {
        shown(&fed.name, NAME_IN_LIST)
    };
    let period = voice.period(fed.of, fed.fiscal);
    let from = if private {
        period
    } else {
        format!("{}, {period}", shown(&fed.scorecard, NAME_IN_TERM))
    };
    match printed {
        Some(score) => say!(
            words,
            "why-fed",
            name = name,
            score = written(voice, score),
            status = status(voice, &fed.result),
            from = from
        ),
        None => say!(
            words,
            "why-fed-no-score",
            name = name,
            sign = fed.result.status.sign(),
            from = from
        ),
    }
}
