//! A step that is a mean: of which scores with which weights, what is left out of it and what holds it.

use rust_decimal::Decimal;

use super::NAME_IN_TERM;
use crate::discord::view::NAME_IN_LIST;
use crate::domain::name::shorten_middle;
use crate::domain::proof;
use crate::domain::rollup::Rollup;
use crate::domain::score::{Status, fixed};
use crate::domain::weight::Weight;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::why::{Child, Node, Parent, Why};

/// What is below a parent, each with its score as it is printed.
type Children<'a> = [(&'a Child, Option<Decimal>)];

/// `**Keep customers 2.0** 🔴 off target = (Customer churn 0.0 × 1 + On-time delivery 4.0 × 1) ÷ 2`, and what is to be
/// said about it.
pub(super) fn lines(
    voice: &Voice,
    why: &Why,
    (parent, printed): (&Parent, Option<Decimal>),
    children: &Children<'_>,
) -> String {
    let words = voice.words;
    let name = escape(&shorten_middle(&parent.name, NAME_IN_LIST)).into_owned();
    if why.running {
        let kind = voice.kind(why.period.kind());
        return say!(words, "why-running", name = name, kind = kind);
    }
    let scored: Vec<(&Child, Decimal)> = children
        .iter()
        .filter_map(|(child, score)| Some((*child, (*score)?)))
        .collect();
    let score = printed.map(|score| written(voice, score)).unwrap_or_default();
    let status = status(voice, &parent.result);
    let head = match scored.as_slice() {
        [] => say!(words, "why-no-score", name = name, status = status),
        [(only, own)] => say!(
            words,
            "why-only",
            name = name,
            score = score,
            status = status,
            term = format!("{} {}", term(voice, &only.node), written(voice, *own))
        ),
        several => say!(
            words,
            "why-mean",
            name = name,
            score = score,
            status = status,
            terms = terms(voice, several, |number| written(voice, number)),
            weights = weights(voice, several.iter().map(|(child, _)| child.weight))
        ),
    };
    let mut lines = vec![head];
    lines.extend(left_out(voice, children));
    lines.extend(coverage(voice, why, parent));
    lines.extend(held(voice, parent));
    lines.join("\n")
}

/// The status of a parent as summaries say it.
pub(super) fn status(voice: &Voice, result: &Rollup) -> String {
    if result.provisional {
        voice.words.say("why-provisional-status", &[])
    } else {
        voice.status(result.status)
    }
}

/// A score with the decimals it is to be printed with.
pub(super) fn written(voice: &Voice, number: Decimal) -> String {
    voice.numbers.fixed(number, number.scale())
}

/// What a node is called in a mean; what comes from a private scorecard has no name.
pub(super) fn term(voice: &Voice, node: &Node) -> String {
    match node.name() {
        "" => voice.words.say("why-private", &[]),
        name => escape(&shorten_middle(name, NAME_IN_TERM)).into_owned(),
    }
}

/// `Keep customers 2.0 × 60 + Win referrals 4.8 × 40`.
fn terms(voice: &Voice, terms: &[(&Child, Decimal)], number: impl Fn(Decimal) -> String) -> String {
    let one = |(child, score): &(&Child, Decimal)| {
        let weight = voice.numbers.plain(child.weight.get());
        format!("{} {} × {weight}", term(voice, &child.node), number(*score))
    };
    terms.iter().map(one).collect::<Vec<_>>().join(" + ")
}

fn weights(voice: &Voice, weights: impl Iterator<Item = Weight>) -> String {
    voice.numbers.plain(weights.map(Weight::get).sum())
}

/// `Left out: Net Promoter Score (no value yet) · 2 of 3 have a score`.
fn left_out(voice: &Voice, children: &Children<'_>) -> Option<String> {
    let words = voice.words;
    let counted: Vec<&Child> = children
        .iter()
        .map(|(child, _)| *child)
        .filter(|child| child.node.status().is_some())
        .collect();
    let without: Vec<&Child> = counted
        .iter()
        .copied()
        .filter(|child| child.node.level().is_none())
        .collect();
    if without.is_empty() {
        return None;
    }
    let reason = |child: &Child| match (&child.node, child.node.status()) {
        (Node::Kpi(_), Some(Status::NotApplicable)) => "why-out-not-applicable",
        (Node::Kpi(_), Some(Status::Unscored)) => "why-out-unscored",
        (Node::Kpi(_), _) => "why-out-blank",
        _ => "why-out-no-score",
    };
    let names: Vec<String> = without
        .iter()
        .map(|child| format!("{} ({})", term(voice, &child.node), words.say(reason(child), &[])))
        .collect();
    Some(say!(
        words,
        "why-left-out",
        names = names.join(", "),
        scored = counted.len() - without.len(),
        all = counted.len()
    ))
}

/// `Weight in: (Keep customers 67 % × 60 + Win referrals 100 % × 40) ÷ 100 = 80 %`, where something is missing.
fn coverage(voice: &Voice, why: &Why, parent: &Parent) -> Option<String> {
    let words = voice.words;
    let percent = |part: Decimal| part * Decimal::ONE_HUNDRED;
    let whole = parent.result.coverage.filter(|coverage| *coverage < Decimal::ONE)?;
    let printed = fixed(percent(whole), 0);
    let awaited: Vec<&Child> = parent
        .children
        .iter()
        .filter(|child| child.node.coverage().is_some())
        .collect();
    let parts: Vec<(Decimal, Weight)> = awaited
        .iter()
        .filter_map(|child| Some((percent(child.node.coverage()?), child.weight)))
        .collect();
    let shown: Vec<(&Child, Decimal)> = awaited.into_iter().zip(proof::percentages(printed, &parts)).collect();
    let number = |number: Decimal| format!("{}\u{202F}%", written(voice, number));
    let mut said = match shown.as_slice() {
        [(only, _)] => say!(
            words,
            "why-coverage-only",
            term = term(voice, &only.node),
            percent = number(printed)
        ),
        several => say!(
            words,
            "why-coverage",
            terms = terms(voice, several, number),
            weights = weights(voice, several.iter().map(|(child, _)| child.weight)),
            percent = number(printed)
        ),
    };
    if parent.result.provisional {
        let floor = number((percent(why.settings.coverage_floor)).normalize());
        said.push_str(&say!(words, "why-provisional", floor = floor));
    }
    Some(said)
}

/// `On target by its score, held at 🟡 at risk by Customer churn 🔴`.
fn held(voice: &Voice, parent: &Parent) -> Option<String> {
    if !parent.result.held {
        return None;
    }
    let red = parent
        .children
        .iter()
        .filter(|child| child.node.status() == Some(Status::OffTarget));
    let names: Vec<String> = red
        .map(|child| format!("{} {}", term(voice, &child.node), Status::OffTarget.sign()))
        .collect();
    Some(say!(
        voice.words,
        "why-held",
        status = voice.status(Status::AtRisk),
        names = names.join(", ")
    ))
}
