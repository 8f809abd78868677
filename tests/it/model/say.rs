//! What the model expects to read: numbers, statuses and lines, worded as the bot words them.

use super::book::{Card, Kpi, Line, Month, PERSPECTIVES, Status, Sum, Target, Value, score, status};
use super::fraction::Fraction;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `November 2026`.
pub fn month(month: Month) -> String {
    format!(
        "{} {}",
        MONTHS[usize::try_from(month.rem_euclid(12)).unwrap()],
        month.div_euclid(12)
    )
}

/// `2026-11`, as people type it.
pub fn typed_month(month: Month) -> String {
    format!("{}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// A number of tenths with one decimal.
pub fn number(tenths: i64) -> String {
    Fraction::tenths(tenths).written(1)
}

/// A value in the middle of a sentence.
pub fn value(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(tenths)) => number(*tenths),
        Some(Value::NotApplicable(reason)) => format!("not applicable ({reason})"),
        None => "no value".to_owned(),
    }
}

/// The first line of the answer to a saved value.
pub fn headline(kpi: &Kpi, of: Month, entered: &Value, to_date: bool) -> String {
    let period = month(of);
    let tenths = match entered {
        Value::NotApplicable(reason) => return format!("➖ **{}** · {period}: not applicable, {reason}.", kpi.name),
        Value::Number(tenths) => *tenths,
    };
    let (sign, judged) = match kpi.target(of) {
        None => (Status::Unscored, "unscored, since it has no target".to_owned()),
        Some(target) => judged(tenths, target),
    };
    let sign = sign.sign();
    let name = &kpi.name;
    let shown = number(tenths);
    if to_date {
        format!("{sign} **{name}** · {period} to date: **{shown}**, {judged}. It counts once the period is over.")
    } else {
        format!("{sign} **{name}** · {period}: **{shown}**, {judged}.")
    }
}

fn judged(tenths: i64, target: &Target) -> (Status, String) {
    let status = status(tenths, target);
    let (word, to_reach) = (status.word(), number(target.good));
    let text = match status {
        Status::OnTarget => format!("{word} (target {to_reach})"),
        _ => format!("{word} (target {to_reach}, red flag {})", number(target.red)),
    };
    (status, text)
}

fn counts(counts: [usize; 6]) -> Option<String> {
    let some = Status::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = some
        .map(|(status, count)| format!("{count} {}", status.sign()))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A score with one decimal, or with more where one would show it as having reached a mark that it is short of.
fn shown(level: &Fraction) -> String {
    let exact = score(level.clone());
    let short = |mark: i64, decimals: u32| {
        let mark = Fraction::whole(mark);
        *level >= mark || exact.rounded(decimals) < score(mark).rounded(decimals)
    };
    let decimals = (1..=6).find(|decimals| short(1, *decimals) && short(2, *decimals));
    exact.written(decimals.unwrap_or(6))
}

fn scored(name: &str, end: &str, sum: &Sum) -> String {
    let Some(level) = sum.level.clone() else {
        return format!("**{name}** {} no score", sum.status.sign());
    };
    let score = shown(&level);
    let stands = format!("**{name}{end} {score}**");
    if sum.provisional {
        return format!("{stands} ⚪ provisional");
    }
    let why = if sum.held {
        ", held there by what is off target below it"
    } else {
        ""
    };
    format!("{stands} {} {}{why}", sum.status.sign(), sum.status.word())
}

/// The first line of a summary.
pub fn summary_head(card: &Card, of: Month, sum: &Sum, perspectives: &[(Sum, Vec<Line>)]) -> String {
    let mut parts = vec![scored(&format!("{} · {}", card.name, month(of)), ":", sum)];
    parts.extend(
        sum.change
            .as_ref()
            .map(|change| format!("{} from {}", change.change(1), month(of - 1))),
    );
    parts.extend(counts(sum.counts));
    if let Some(coverage) = &sum.coverage {
        let percent = (coverage.clone() * Fraction::whole(100)).written(0);
        parts.push(format!("{percent} % of the weight is in"));
    }
    let without: Vec<&str> = perspectives
        .iter()
        .zip(PERSPECTIVES)
        .filter(|((sum, _), _)| sum.level.is_none())
        .map(|(_, name)| name)
        .collect();
    if !without.is_empty() {
        let scored = PERSPECTIVES.len() - without.len();
        parts.push(format!(
            "from {scored} of {} perspectives, without {}",
            PERSPECTIVES.len(),
            without.join(", ")
        ));
    }
    if sum.counts.iter().sum::<usize>() == 0 {
        parts.push("no KPIs count in this period; `/kpi add` adds one".to_owned());
    }
    parts.join(" · ")
}

/// The first line of a perspective.
pub fn perspective_head(at: usize, sum: &Sum) -> String {
    let mut parts = vec![scored(PERSPECTIVES[at], "", sum)];
    parts.extend(sum.change.as_ref().map(|change| change.change(1)));
    parts.extend(counts(sum.counts));
    parts.join(" · ")
}

/// A KPI's line, as far as the model goes: the rest is after another separator.
pub fn kpi_line(kpi: &Kpi, line: &Line, answers: &str) -> String {
    let sign = line.status.sign();
    let name = &kpi.name;
    let target = line
        .target
        .map(|target| format!(" · target {}", number(target)))
        .unwrap_or_default();
    match &line.value {
        Some(Value::Number(tenths)) => format!("{sign} **{name}** {}{target}", number(*tenths)),
        Some(Value::NotApplicable(reason)) => format!("{sign} **{name}** not applicable: {reason}{target}"),
        None => format!("{sign} **{name}** waiting for {answers}{target}"),
    }
}
