//! Several numbers, or several rules, as one of a longer period.

use rust_decimal::Decimal;

use crate::domain::kpi::{Aggregation, Direction, Kpi};
use crate::domain::score::Rule;

/// How a KPI aggregates several periods. A yes/no KPI that would be summed or averaged is yes only where every part is.
#[must_use]
pub fn of_kpi(kpi: &Kpi) -> Aggregation {
    match (kpi.direction, kpi.aggregation) {
        (Direction::YesNo, Aggregation::Sum | Aggregation::Average) => Aggregation::Minimum,
        (_, how) => how,
    }
}

/// Several numbers as one, in the order of their periods; none of none.
pub(crate) fn numbers(how: Aggregation, numbers: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let numbers: Vec<Decimal> = numbers.collect();
    let count = Decimal::from(numbers.len());
    match how {
        Aggregation::Sum if numbers.is_empty() => None,
        Aggregation::Sum => Some(numbers.iter().sum()),
        Aggregation::Average => numbers.iter().sum::<Decimal>().checked_div(count),
        Aggregation::Last => numbers.last().copied(),
        Aggregation::Minimum => numbers.iter().min().copied(),
        Aggregation::Maximum => numbers.iter().max().copied(),
    }
}

/// Several rules of one KPI as one: each of their numbers by itself. All are of one shape, as its direction is fixed.
pub(super) fn rules(how: Aggregation, rules: impl Iterator<Item = Rule>) -> Option<Rule> {
    let rules: Vec<Rule> = rules.collect();
    let any_assumed = rules.iter().any(Rule::is_assumed);
    let column = |pick: fn(&Rule) -> Option<Decimal>| numbers(how, rules.iter().filter_map(pick));
    Some(match rules.last()? {
        Rule::Linear { best_possible, .. } => Rule::Linear {
            target: column(|rule| {
                if let Rule::Linear { target, .. } = rule {
                    Some(*target)
                } else {
                    None
                }
            })?,
            red: column(|rule| {
                if let Rule::Linear { red, .. } = rule {
                    Some(*red)
                } else {
                    None
                }
            })?,
            assumed: any_assumed,
            best_possible: *best_possible,
        },
        Rule::Range { .. } => Rule::Range {
            low: column(|rule| {
                if let Rule::Range { low, .. } = rule {
                    Some(*low)
                } else {
                    None
                }
            })?,
            high: column(|rule| {
                if let Rule::Range { high, .. } = rule {
                    Some(*high)
                } else {
                    None
                }
            })?,
            red_low: column(|rule| {
                if let Rule::Range { red_low, .. } = rule {
                    Some(*red_low)
                } else {
                    None
                }
            })?,
            red_high: column(|rule| {
                if let Rule::Range { red_high, .. } = rule {
                    Some(*red_high)
                } else {
                    None
                }
            })?,
            assumed: any_assumed,
        },
        Rule::YesNo => Rule::YesNo,
    })
}
