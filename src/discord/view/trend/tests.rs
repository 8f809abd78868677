//! Tests of the trend: what its picture says, and what is said instead of one.

use super::*;
use crate::domain::id::KpiId;
use crate::domain::kpi::{Aggregation, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::FiscalStart;
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;
use crate::locale::Words;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn churn(points: Vec<Point>) -> Trend {
    Trend {
        kpi: Kpi {
            id: KpiId::from(1),
            key: Key::parse("churn").unwrap(),
            name: Name::parse("Customer *churn*").unwrap(),
            unit: Unit::parse("%").unwrap(),
            direction: Direction::Lower,
            indicator: Indicator::Lagging,
            frequency: PeriodKind::Month,
            aggregation: Aggregation::Average,
            decimals: 1,
            baseline: None,
            best_possible: false,
            carry_forward: false,
            entered_ytd: false,
            available_on: None,
        },
        scorecard: "Acme".to_owned(),
        fiscal: FiscalStart::JANUARY,
        points,
        outlook: None,
        restated: Vec::new(),
    }
}

fn point(period: &str, state: State) -> Point {
    Point {
        period: Period::parse(period, FiscalStart::JANUARY).unwrap(),
        state,
        rule: Some(Rule::Linear {
            target: d("2"),
            red: d("2.5"),
            assumed: false,
            best_possible: false,
        }),
        new_formula: false,
    }
}

fn voice(language: &str, format: NumberFormat) -> Voice {
    Voice::new(Words::of(language), format)
}

fn year_end() -> Trend {
    churn(vec![
        point("2025-12", State::Value(d("1.9"), Status::OnTarget, None)),
        point("2026-01", State::Missing),
        point("2026-02", State::NotApplicable),
        point("2026-03", State::Value(d("3.4"), Status::OffTarget, None)),
    ])
}

#[test]
fn the_picture_is_said_in_words_too() {
    let said = in_words(&voice("en", NumberFormat::Point), &year_end());
    for part in [
        "Customer *churn*",
        "December 2025 to March 2026",
        "Dec 1.9\u{202F}% on target",
        "Jan no data",
        "Feb not applicable",
        "Mar 3.4\u{202F}% off target",
        "target 2.0\u{202F}%",
        "red flag 2.5\u{202F}%",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn axes_and_lines_are_written_as_people_write_them() {
    let chart = chart(&voice("de", NumberFormat::Comma), &[&year_end()]);
    let panel = &chart.panels[0];
    let ticks: Vec<&str> = panel.ticks.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        ticks,
        ["0\u{202F}%", "1\u{202F}%", "2\u{202F}%", "3\u{202F}%", "4\u{202F}%"]
    );
    let slots: Vec<(&str, &str)> = panel
        .slots
        .iter()
        .map(|slot| (slot.label.as_str(), slot.group.as_str()))
        .collect();
    assert_eq!(
        slots,
        [("Dez", "2025"), ("Jan", "2026"), ("Feb", "2026"), ("Mär", "2026")]
    );
    assert_eq!(panel.labels[0].short, "2,0\u{202F}%");
    assert_eq!(panel.newest.as_ref().unwrap().0, Status::OffTarget);
    assert!(chart.subtitle.starts_with("Acme · "), "{}", chart.subtitle);
}

#[test]
fn several_share_a_title_where_they_share_a_scorecard() {
    let voice = voice("en", NumberFormat::Point);
    let (one, mut two) = (year_end(), year_end());
    assert_eq!(chart(&voice, &[&one, &two]).title, "Acme");
    two.scorecard = "Sales".to_owned();
    let mixed = chart(&voice, &[&one, &two]);
    assert_eq!(
        (mixed.title.as_str(), mixed.subtitle.as_str()),
        ("2 KPIs", "December 2025 to March 2026")
    );
}

#[test]
fn a_kpi_without_values_is_said_and_not_drawn() {
    let voice = voice("en", NumberFormat::Point);
    let none = churn(vec![point("2026-01", State::Missing)]);
    let post = shown(&voice, &[none]);
    assert!(post.pictures.is_empty());
    assert!(
        post.content.contains("Customer \\*churn\\*") && post.content.contains("/log"),
        "{}",
        post.content
    );
    let missing = churn(vec![
        point("2026-01", State::Value(d("1"), Status::OnTarget, None)),
        point("2026-02", State::Missing),
    ]);
    let chart = chart(&voice, &[&missing]);
    assert_eq!(chart.panels[0].newest.as_ref().unwrap().0, Status::NoData);
}
