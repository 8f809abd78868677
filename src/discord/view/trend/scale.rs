//! The scale of a trend's values, and what is written beside its lines.

use rust_decimal::Decimal;

use super::float;
use crate::domain::kpi::Direction;
use crate::domain::score::Rule;
use crate::locale::Voice;
use crate::picture::trend::{Label, Line, axis};
use crate::say;
use crate::service::trend::{Point, State, Trend};

/// About how many marks a scale has.
const MARKS: u32 = 5;

/// The marks of the scale, written as people write the KPI's values.
pub(super) fn ticks(voice: &Voice, trend: &Trend) -> Vec<(f64, String)> {
    if trend.kpi.direction == Direction::YesNo {
        let said = |value: Decimal| (float(value), voice.value(&trend.kpi, value, None));
        return vec![said(Decimal::ZERO), said(Decimal::ONE)];
    }
    let values: Vec<Decimal> = trend.points.iter().flat_map(numbers).collect();
    let ticks = axis::ticks(&values, MARKS);
    let decimals = ticks.iter().map(Decimal::scale).max().unwrap_or_default();
    let said = |tick: Decimal| (float(tick), voice.numbers.on_scale(&trend.kpi, tick, decimals));
    ticks.into_iter().map(said).collect()
}

/// All numbers that a period shows.
fn numbers(point: &Point) -> Vec<Decimal> {
    let mut numbers = match point.rule {
        Some(Rule::Linear { target, red, .. }) => vec![target, red],
        Some(Rule::Range { red_low, red_high, .. }) => vec![red_low, red_high],
        Some(Rule::YesNo) | None => Vec::new(),
    };
    numbers.extend(match point.state {
        State::Value(value, ..) | State::ToDate(value, _) | State::Expected(value) => Some(value),
        State::Absent | State::Missing | State::NotApplicable => None,
    });
    numbers
}

/// What is written beside the lines where they end: what holds at last.
pub(super) fn labels(voice: &Voice, trend: &Trend) -> Vec<Label> {
    let label = |(line, value): (Line, Decimal)| {
        let short = voice.mark(&trend.kpi, value);
        let text = match line {
            Line::Target => say!(voice.words, "trend-target", value = &short),
            Line::Red => say!(voice.words, "trend-red-flag", value = &short),
        };
        Label {
            value: float(value),
            line,
            text,
            short,
        }
    };
    let lines = match trend.points.last().and_then(|point| point.rule) {
        Some(Rule::Linear { target, red, .. }) => vec![(Line::Target, target), (Line::Red, red)],
        Some(Rule::Range {
            low,
            high,
            red_low,
            red_high,
            ..
        }) => vec![
            (Line::Target, low),
            (Line::Target, high),
            (Line::Red, red_low),
            (Line::Red, red_high),
        ],
        Some(Rule::YesNo) | None => Vec::new(),
    };
    lines.into_iter().map(label).collect()
}
