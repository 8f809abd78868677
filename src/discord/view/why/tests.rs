//! A reader who only has the text: every printed score is worked out again from the printed numbers.

use std::collections::HashMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::paging::STEPS;
use super::*;
use crate::domain::id::KpiId;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::reading::{Reading, State};
use crate::domain::rollup::{self, Card, Measured, Settings, roll_up};
use crate::domain::score::{Rule, fixed};
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;
use crate::domain::weight::Weight;
use crate::locale::Words;
use crate::service::why::{Child, Parent, Value};

fn voice() -> Voice {
    Voice::new(Words::of("en"), NumberFormat::Point)
}

fn weight(number: i64) -> Weight {
    Weight::try_from(Decimal::new(number, 1)).unwrap()
}

/// Names without digits, so that a reader of the text cannot take one for a number.
fn name(kind: &str, number: usize) -> String {
    let number = number.to_string();
    let letters: String = number.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
    format!("{kind} {letters}")
}

fn november() -> Period {
    let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    Period::containing(PeriodKind::Month, day, FiscalStart::JANUARY)
}

fn kpi(number: usize, direction: Direction) -> Kpi {
    Kpi {
        id: KpiId::from(i64::try_from(number).unwrap()),
        key: Key::parse(&format!("k{number}")).unwrap(),
        name: Name::parse(&name("Measure", number)).unwrap(),
        unit: Unit::parse("%").unwrap(),
        direction,
        indicator: Indicator::Lagging,
        frequency: PeriodKind::Month,
        aggregation: Aggregation::Last,
        decimals: 1,
        baseline: None,
        best_possible: false,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    }
}

/// A value with its rule, by what was drawn; none of either where there is none.
#[derive(Debug, Clone)]
struct Drawn {
    weight: i64,
    state: State,
    rule: Option<Rule>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let number = (-2_000_000i64..2_000_000, 0u32..4, any::<bool>());
    let number = number.prop_map(|(digits, scale, thirds)| {
        let exact = Decimal::new(digits, scale);
        if thirds { exact / Decimal::from(3) } else { exact }
    });
    let rule = (number.clone(), 1i64..500_000, 0u32..4, 0u8..6).prop_map(|(target, span, scale, shape)| {
        let span = Decimal::new(span, scale);
        Some(match shape {
            0 => Rule::YesNo,
            1 => Rule::Range {
                low: target,
                high: target + span,
                red_low: target - span,
                red_high: target + span + span,
                assumed: true,
            },
            2 => return None,
            shape => Rule::Linear {
                target,
                red: if shape == 3 { target - span } else { target + span },
                assumed: shape == 4,
                best_possible: shape == 5,
            },
        })
    });
    let near = (number, -400i64..400, 0u8..10);
    (1i64..1_000, rule, near).prop_map(|(weight, rule, (far, percent, state))| {
        // Mostly near the line, where scores are neither 0 nor 10.
        let near = |target: Decimal, red: Decimal| red + (target - red) * Decimal::new(percent, 2);
        let value = match rule {
            Some(Rule::Linear { target, red, .. }) => near(target, red),
            Some(Rule::Range { low, red_low, .. }) => near(low, red_low),
            Some(Rule::YesNo) => Decimal::from(i64::from(percent > 0)),
            None => far,
        };
        let state = match state {
            0 => State::Blank,
            1 => State::NotApplicable {
                reason: "closed".to_owned(),
            },
            2 if rule != Some(Rule::YesNo) => State::Number(far),
            _ => State::Number(value),
        };
        Drawn { weight, state, rule }
    })
}

/// Weights of perspectives with those of their objectives and what these measure.
type Tree = Vec<(i64, Vec<(i64, Vec<Drawn>)>)>;

fn tree() -> impl Strategy<Value = Tree> {
    let objective = (1i64..1_000, proptest::collection::vec(drawn(), 0..5));
    let perspective = (1i64..1_000, proptest::collection::vec(objective, 0..4));
    proptest::collection::vec(perspective, 1..5)
}

fn value(number: usize, drawn: &Drawn) -> Value {
    let figure = match drawn.state {
        State::Number(figure) => Some(figure),
        _ => None,
    };
    let direction = match drawn.rule {
        Some(Rule::YesNo) => Direction::YesNo,
        Some(Rule::Range { .. }) => Direction::Range,
        Some(Rule::Linear { target, red, .. }) if target < red => Direction::Lower,
        _ => Direction::Higher,
    };
    Value {
        kpi: kpi(number, direction),
        reading: Reading {
            state: drawn.state.clone(),
            of: november(),
            as_of: false,
            running: false,
            rule: drawn.rule,
            judgement: figure.zip(drawn.rule).map(|(figure, rule)| rule.judge(figure)),
            parts: 1,
            missing: Vec::new(),
            carried: None,
            gap: None,
            fault: None,
        },
        overridden: false,
        lack: None,
        computation: None,
        parts: Vec::new(),
        yearly: None,
        written: None,
    }
}

/// An objective: its weight, its number, and what it measures.
type Aim = (i64, usize, Vec<(Weight, Value)>);

/// The chain of a whole scorecard, rolled up as summaries are.
fn chain(tree: &Tree) -> Why {
    let mut number = 0;
    let mut next = || {
        number += 1;
        number
    };
    let mut nodes: Vec<(i64, usize, Vec<Aim>)> = Vec::new();
    for (share, objectives) in tree {
        let objectives = objectives.iter().map(|(share, drawn)| {
            let values = drawn
                .iter()
                .map(|one| (weight(one.weight), value(next(), one)))
                .collect();
            (*share, next(), values)
        });
        let objectives = objectives.collect();
        nodes.push((*share, next(), objectives));
    }
    let id = |number: usize| i64::try_from(number).unwrap();
    let objective = |(share, number, values): &(i64, usize, Vec<(Weight, Value)>)| rollup::Objective {
        id: id(*number).into(),
        name: name("Aim", *number),
        weight: weight(*share),
        kpis: values
            .iter()
            .filter_map(|(weight, value)| {
                Some(Measured {
                    id: value.kpi.id,
                    weight: *weight,
                    input: value.reading.input()?,
                })
            })
            .collect(),
        feeds: Vec::new(),
    };
    let card = Card {
        perspectives: nodes
            .iter()
            .map(|(share, number, objectives)| rollup::Perspective {
                id: id(*number).into(),
                name: name("View", *number),
                weight: weight(*share),
                objectives: objectives.iter().map(objective).collect(),
            })
            .collect(),
    };
    let settings = Settings::default();
    let rolled = roll_up(&card, &settings);
    let perspectives = nodes
        .into_iter()
        .zip(&rolled.perspectives)
        .map(|((share, number, objectives), result)| {
            let children = objectives
                .into_iter()
                .zip(&result.objectives)
                .map(|((share, number, values), result)| Child {
                    weight: weight(share),
                    node: Node::Parent(Parent {
                        focus: Focus::Objective(id(number).into()),
                        name: name("Aim", number),
                        result: result.rollup,
                        children: values
                            .into_iter()
                            .map(|(weight, value)| Child {
                                weight,
                                node: Node::Kpi(Box::new(value)),
                            })
                            .collect(),
                    }),
                });
            Child {
                weight: weight(share),
                node: Node::Parent(Parent {
                    focus: Focus::Perspective(id(number).into()),
                    name: name("View", number),
                    result: result.rollup,
                    children: children.collect(),
                }),
            }
        });
    Why {
        scorecard: 1.into(),
        name: "Acme".to_owned(),
        focus: Focus::Scorecard(1.into()),
        period: november(),
        view: View::Period,
        fiscal: FiscalStart::JANUARY,
        running: false,
        settings,
        top: Node::Parent(Parent {
            focus: Focus::Scorecard(1.into()),
            name: "Acme".to_owned(),
            result: rolled.rollup,
            children: perspectives.collect(),
        }),
        above: Vec::new(),
        summary: None,
    }
}

/// A number as it is printed.
fn number(text: &str) -> Decimal {
    let text = text
        .trim()
        .trim_matches(['(', ')', '\u{202F}', '%'])
        .replace('\u{2212}', "-")
        .replace(',', "");
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// `Name 4.8 × 40` as its name, its number and its weight.
fn term(text: &str) -> (String, Decimal, Decimal) {
    let (left, weight) = text.rsplit_once(" × ").unwrap();
    let left = left.trim_end_matches("\u{202F}%");
    let (name, score) = left.rsplit_once(' ').unwrap();
    (name.to_owned(), number(score), number(weight))
}

/// `(a × 1 + b × 2) ÷ 3` worked out, with the numbers of its terms.
fn mean(text: &str) -> (Decimal, Vec<(String, Decimal)>) {
    let (terms, weights) = text.rsplit_once(") ÷ ").unwrap();
    let terms: Vec<_> = terms.strip_prefix('(').unwrap().split(" + ").map(term).collect();
    let sum: Decimal = terms.iter().map(|(_, score, weight)| score * weight).sum();
    let all: Decimal = terms.iter().map(|(_, _, weight)| weight).sum();
    assert_eq!(all, number(weights), "the weights add up in {text}");
    (
        sum / all,
        terms.into_iter().map(|(name, score, _)| (name, score)).collect(),
    )
}

/// `10/3 × (1 + (3.4 − 2.5) ÷ (2.0 − 2.5)) = −2.67, held at 0` worked out.
fn line(text: &str) -> Decimal {
    let (formula, result) = text.split_once(" = ").unwrap();
    let inner = formula
        .strip_prefix("10/3 × (1 + (")
        .unwrap()
        .strip_suffix("))")
        .unwrap();
    let (above, below) = inner
        .split_once(") ÷ (")
        .or_else(|| inner.split_once(")) ÷ ("))
        .unwrap();
    let difference = |text: &str| {
        let (a, b) = text.split_once(" − ").unwrap();
        number(a) - number(b)
    };
    let raw = Decimal::TEN / Decimal::from(3) * (Decimal::ONE + difference(above) / difference(below));
    let (printed, held) = result
        .split_once(", held at ")
        .map_or((result, None), |(raw, end)| (raw, Some(number(end))));
    let printed = number(printed);
    near(raw, printed, text);
    match held {
        Some(end) => {
            assert!(
                (end.is_zero() && printed < Decimal::ZERO) || (end == Decimal::TEN && printed > end),
                "{text}"
            );
            end
        }
        None => printed,
    }
}

/// Two numbers that differ by no more than the last decimal that is printed.
#[track_caller]
fn near(redone: Decimal, printed: Decimal, text: &str) {
    let last = Decimal::new(1, printed.scale());
    assert!(
        (fixed(redone, printed.scale()) - printed).abs() <= last,
        "{redone}, but {printed} in {text}"
    );
}

/// Reads a chain as somebody with a pocket calculator does; gives the printed scores by name.
fn redo(steps: &[String]) -> HashMap<String, Decimal> {
    let mut scores = HashMap::new();
    let mut used = Vec::new();
    for step in steps {
        for text in step.lines() {
            if let Some(rest) = text.strip_prefix("Weight in: (") {
                let (terms, percent) = rest.split_once(" = ").unwrap();
                let percent = percent.split("; below").next().unwrap();
                near(mean(&format!("({terms}")).0, number(percent.trim()), text);
            }
            let Some((head, rest)) = text.strip_prefix("**").and_then(|text| text.split_once("** ")) else {
                continue;
            };
            let Some((name, score)) = head
                .rsplit_once(' ')
                .filter(|(_, score)| score.starts_with(|c: char| c.is_ascii_digit()))
            else {
                continue;
            };
            let score = number(score);
            if let Some((_, work)) = rest.split_once(": ") {
                let worth = if work.ends_with("so 10") {
                    Decimal::TEN
                } else if work.ends_with("so 0") {
                    Decimal::ZERO
                } else {
                    line(work)
                };
                assert_eq!(worth, score, "{text}");
            } else if let Some((_, only)) = rest.split_once(" = ") {
                if let Some(only) = only.strip_suffix(", the only score below it") {
                    let (child, own) = only.rsplit_once(' ').unwrap();
                    assert_eq!(number(own), score, "{text}");
                    used.push((child.to_owned(), number(own)));
                } else {
                    let (worth, terms) = mean(only);
                    near(worth, score, text);
                    used.extend(terms);
                }
            }
            scores.insert(name.to_owned(), score);
        }
    }
    for (name, score) in used {
        assert_eq!(
            scores.get(&name),
            Some(&score),
            "{name} is printed alike wherever it is"
        );
    }
    scores
}

proptest! {
    #[test]
    fn every_printed_score_can_be_worked_out_from_what_is_printed(tree in tree()) {
        let why = chain(&tree);
        let steps: Vec<String> = steps(&voice(), &why).into_iter().map(|step| step.text).collect();
        let scores = redo(&steps);
        let shown = why.top.level().map(|level| voice().score(level));
        prop_assert_eq!(scores.get("Acme").map(ToString::to_string), shown, "the chain ends in what summaries show");
    }

    #[test]
    fn pages_leave_nothing_out_and_keep_to_their_size(tree in tree(), most in 80usize..600) {
        let why = chain(&tree);
        let texts = |steps: Vec<Step>| steps.into_iter().map(|step| step.text).collect::<Vec<_>>();
        let whole = texts(steps(&voice(), &why)).concat();
        let pages: Vec<Vec<String>> = pages(steps(&voice(), &why), most).into_iter().map(texts).collect();
        prop_assert_eq!(pages.concat().concat(), whole);
        for page in pages {
            prop_assert!(page.len() <= STEPS);
            prop_assert!(page.join("\n").encode_utf16().count() <= most, "{:?}", page);
        }
    }
}

#[test]
fn the_chain_of_the_voice_page_reads_as_it_says() {
    let linear = |target: &str, red: &str| {
        Some(Rule::Linear {
            target: target.parse().unwrap(),
            red: red.parse().unwrap(),
            assumed: false,
            best_possible: false,
        })
    };
    let drawn = |state: State, rule| Drawn {
        weight: 10,
        state,
        rule,
    };
    let keep = vec![
        drawn(State::Number("3.4".parse().unwrap()), linear("2.0", "2.5")),
        drawn(State::Number("92".parse().unwrap()), linear("100", "90")),
        drawn(State::Blank, linear("50", "40")),
    ];
    let win = vec![drawn(State::Number("42.5".parse().unwrap()), linear("100", "0"))];
    let why = chain(&vec![(10, vec![(600, keep), (400, win)])]);
    let text: Vec<String> = steps(&voice(), &why).into_iter().map(|step| step.text).collect();
    let text = text.join("\n").replace('\u{202F}', " ");
    for part in [
        "**View h 3.1** 🔴 off target = (Aim e 2.0 × 60 + Aim g 4.8 × 40) ÷ 100",
        "Weight in: (Aim e 67 % × 60 + Aim g 100 % × 40) ÷ 100 = 80 %",
        "= (Measure b 0.0 × 1 + Measure c 4.0 × 1) ÷ 2",
        "Left out: Measure d (no value yet); 2 of 3 have a score",
        "**Measure b 0.0** 🔴 off target: 10/3 × (1 + (3.4 − 2.5) ÷ (2.0 − 2.5)) = −2.67, held at 0",
        "value 3.4 % · target 2.0 % · red flag 2.5 %",
        "**Measure c 4.0** 🟡 at risk: 10/3 × (1 + (92.0 − 90.0) ÷ (100.0 − 90.0)) = 4.0",
        "**Measure d** ⚪ no value yet, so it is left out",
    ] {
        assert!(text.contains(part), "“{part}” in\n{text}");
    }
}
