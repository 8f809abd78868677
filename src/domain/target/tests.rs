//! Tests of targets: defaults, refusals, dates.

use super::*;
use crate::domain::period::{FiscalStart, PeriodKind};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn judged(direction: Direction, unit: &str, baseline: Option<&str>) -> Judged {
    Judged {
        direction,
        percent: unit == "%",
        best_possible: false,
        baseline: baseline.map(d),
    }
}

fn target(text: &str) -> TargetSpec {
    TargetSpec {
        target: Some(d(text)),
        ..TargetSpec::default()
    }
}

fn with_red(text: &str, red: &str) -> TargetSpec {
    TargetSpec {
        red: Some(d(red)),
        ..target(text)
    }
}

fn band(low: &str, high: &str) -> TargetSpec {
    TargetSpec {
        low: Some(d(low)),
        high: Some(d(high)),
        ..TargetSpec::default()
    }
}

fn period(text: &str) -> Period {
    Period::parse(text, FiscalStart::JANUARY).unwrap()
}

#[test]
fn a_red_flag_that_was_not_given_follows_from_the_target() {
    use Direction::{Higher, Lower};
    let check = |direction, unit, baseline, wanted: &str, red: &str| {
        let rule = target(wanted)
            .resolve(&judged(direction, unit, baseline))
            .unwrap()
            .unwrap();
        let expected = Rule::Linear {
            target: d(wanted),
            red: d(red),
            assumed: true,
            best_possible: false,
        };
        assert_eq!(rule, expected, "{direction} {unit} {baseline:?}");
    };
    check(Higher, "", None, "700", "630");
    check(Higher, "", Some("500"), "700", "600");
    check(Higher, "", Some("800"), "700", "630");
    check(Higher, "", Some("700"), "700", "630");
    check(Lower, "", None, "20", "22");
    check(Lower, "", Some("30"), "20", "25");
    check(Lower, "", Some("10"), "20", "22");
    check(Higher, "", None, "-50", "-55");
    check(Lower, "", None, "-50", "-45");
    check(Higher, "%", None, "100", "99");
    check(Higher, "%", None, "98", "94");
    check(Higher, "%", None, "90", "81");
    check(Higher, "%", None, "99.8", "98.8");
    check(Higher, "%", None, "120", "108");
    check(Higher, "%", None, "5", "4");
    check(Lower, "%", None, "4", "5");
    check(Lower, "%", None, "50", "55");
    check(Lower, "%", None, "0", "1");
    check(Lower, "%", Some("2"), "1", "1.5");
}

#[test]
fn a_band_without_red_flags_has_them_half_its_width_away() {
    let ranged = judged(Direction::Range, "", None);
    let rule = band("10", "20").resolve(&ranged).unwrap().unwrap();
    let expected = Rule::Range {
        low: d("10"),
        high: d("20"),
        red_low: d("5"),
        red_high: d("25"),
        assumed: true,
    };
    assert_eq!(rule, expected);
    let one_side = TargetSpec {
        red_low: Some(d("8")),
        ..band("10", "20")
    };
    let expected = Rule::Range {
        low: d("10"),
        high: d("20"),
        red_low: d("8"),
        red_high: d("25"),
        assumed: true,
    };
    assert_eq!(one_side.resolve(&ranged), Ok(Some(expected)));
}

#[test]
fn a_target_that_cannot_be_used_is_refused() {
    use Direction::{Higher, Lower, Range, YesNo};
    let check = |spec: TargetSpec, direction, sentence: &str| {
        let error = spec.resolve(&judged(direction, "", None)).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    };
    check(
        with_red("10", "12"),
        Higher,
        "the red flag 12 must be lower than the target 10",
    );
    check(
        with_red("10", "10"),
        Higher,
        "the red flag 10 must be lower than the target 10",
    );
    check(
        with_red("10", "8"),
        Lower,
        "the red flag 8 must be higher than the target 10",
    );
    check(
        target("0"),
        Lower,
        "a target of 0 needs a red flag: there is no way to tell one from it",
    );
    check(
        TargetSpec {
            red: Some(d("1")),
            ..TargetSpec::default()
        },
        Higher,
        "a red flag needs a target",
    );
    check(band("1", "2"), Higher, "this KPI takes one target, not a range");
    check(
        target("1"),
        Range,
        "this KPI takes a range: its lowest and its highest good value",
    );
    check(
        band("2", "1"),
        Range,
        "the lowest good value 2 must be lower than the highest 1",
    );
    check(
        band("1", "1"),
        Range,
        "the lowest good value 1 must be lower than the highest 1",
    );
    check(
        TargetSpec {
            low: Some(d("1")),
            ..TargetSpec::default()
        },
        Range,
        "a range needs both its lowest and its highest good value",
    );
    check(
        TargetSpec {
            red_high: Some(d("15")),
            ..band("10", "20")
        },
        Range,
        "the red flag 15 must be outside the range 10 to 20",
    );
    check(
        target("0"),
        YesNo,
        "a yes/no KPI has yes as its target and takes no other",
    );
}

#[test]
fn a_kpi_without_a_target_has_no_rule_unless_it_is_a_yes_no_one() {
    let nothing = TargetSpec::default();
    assert_eq!(nothing.resolve(&judged(Direction::Higher, "", None)), Ok(None));
    assert_eq!(nothing.resolve(&judged(Direction::Range, "", None)), Ok(None));
    assert_eq!(
        nothing.resolve(&judged(Direction::YesNo, "", None)),
        Ok(Some(Rule::YesNo))
    );
}

#[test]
fn the_newest_target_holds_unless_the_period_has_its_own() {
    let dated = |from: Option<&str>, span, value: &str| DatedTarget {
        from: from.map(period),
        span,
        spec: target(value),
    };
    let targets = [
        dated(None, Span::Onwards, "1"),
        dated(Some("2026-06"), Span::Onwards, "3"),
        dated(Some("2026-03"), Span::Onwards, "2"),
        dated(Some("2026-07"), Span::Override, "9"),
        dated(Some("2026-06"), Span::Onwards, "4"),
    ];
    for (month, value) in [
        ("2026-01", "1"),
        ("2026-03", "2"),
        ("2026-06", "4"),
        ("2026-07", "9"),
        ("2026-08", "4"),
    ] {
        assert_eq!(
            in_force(&targets, period(month)).unwrap().spec,
            target(value),
            "{month}"
        );
    }
    assert_eq!(in_force(&targets[1..2], period("2026-01")), None);
    assert_eq!(period("2026-01").kind(), PeriodKind::Month);
}

#[test]
fn a_preview_counts_what_past_values_would_have_been() {
    let rule = with_red("10", "5")
        .resolve(&judged(Direction::Higher, "", None))
        .unwrap()
        .unwrap();
    let counts = preview(&rule, &[d("12"), d("10"), d("7"), d("4")]);
    assert_eq!(
        (counts.on_target, counts.at_risk, counts.off_target, counts.total()),
        (2, 1, 1, 4)
    );
}

#[test]
fn attainment_is_for_higher_is_better_with_a_target_above_zero() {
    assert_eq!(attainment(d("48"), d("50"), Direction::Higher), Some(d("96")));
    assert_eq!(attainment(d("48"), d("50"), Direction::Lower), None);
    assert_eq!(attainment(d("48"), d("0"), Direction::Higher), None);
    assert_eq!(attainment(d("48"), d("-50"), Direction::Higher), None);
}

#[test]
fn a_gap_says_on_which_side_a_value_is() {
    let linear = |wanted: &str, red: &str| Rule::Linear {
        target: d(wanted),
        red: d(red),
        assumed: false,
        best_possible: false,
    };
    let band = Rule::Range {
        low: d("10"),
        high: d("20"),
        red_low: d("5"),
        red_high: d("25"),
        assumed: false,
    };
    assert_eq!(gap(d("3.4"), &linear("2.0", "2.5")), Some(Gap::TooHigh(d("1.4"))));
    assert_eq!(
        gap(d("1.5"), &linear("2.0", "2.5")),
        Some(Gap::Met { beyond: d("0.5") })
    );
    assert_eq!(gap(d("8"), &linear("10", "5")), Some(Gap::TooLow(d("2"))));
    assert_eq!(gap(d("12"), &linear("10", "5")), Some(Gap::Met { beyond: d("2") }));
    assert_eq!(gap(d("7"), &band), Some(Gap::TooLow(d("3"))));
    assert_eq!(gap(d("21"), &band), Some(Gap::TooHigh(d("1"))));
    assert_eq!(gap(d("15"), &band), Some(Gap::Met { beyond: Decimal::ZERO }));
    assert_eq!(gap(d("1"), &Rule::YesNo), None);
}
