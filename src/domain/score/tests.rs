//! Tests of the scoring rule: the figures of the product's own pages, and its laws.

use proptest::prelude::*;

use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn linear(target: &str, red: &str) -> Rule {
    Rule::Linear {
        target: d(target),
        red: d(red),
        assumed: false,
        best_possible: false,
    }
}

fn band() -> Rule {
    Rule::Range {
        low: d("10"),
        high: d("20"),
        red_low: d("5"),
        red_high: d("25"),
        assumed: false,
    }
}

fn check(rule: Rule, value: &str, score: &str, status: Status) {
    let judged = rule.judge(d(value));
    assert_eq!(fixed(judged.score(), 2).to_string(), score, "{rule:?} at {value}");
    assert_eq!(judged.status, status, "{rule:?} at {value}");
}

#[test]
fn the_line_runs_through_the_red_flag_and_the_target() {
    use Status::{AtRisk, OffTarget, OnTarget};
    check(linear("700", "500"), "300", "0.00", OffTarget);
    check(linear("700", "500"), "500", "3.33", AtRisk);
    check(linear("700", "500"), "600", "5.00", AtRisk);
    check(linear("700", "500"), "700", "6.67", OnTarget);
    check(linear("700", "500"), "900", "10.00", OnTarget);
    check(linear("700", "500"), "699.9999999999", "6.67", AtRisk);
    check(linear("2", "5"), "8", "0.00", OffTarget);
    check(linear("2", "5"), "3", "5.56", AtRisk);
    check(linear("2", "5"), "-1", "10.00", OnTarget);
    check(linear("2.0", "2.5"), "3.4", "0.00", OffTarget);
    check(linear("2.0", "2.5"), "2.3", "4.67", AtRisk);
    check(linear("100", "90"), "92", "4.00", AtRisk);
}

#[test]
fn a_band_is_best_inside_and_falls_outside_from_its_edges() {
    use Status::{AtRisk, OffTarget, OnTarget};
    for inside in ["10", "15", "20"] {
        check(band(), inside, "10.00", OnTarget);
    }
    check(band(), "9.9999999999", "6.67", AtRisk);
    check(band(), "7.5", "5.00", AtRisk);
    check(band(), "5", "3.33", AtRisk);
    check(band(), "2.5", "1.67", OffTarget);
    check(band(), "-100", "0.00", OffTarget);
    check(band(), "25", "3.33", AtRisk);
    check(band(), "30", "0.00", OffTarget);
}

#[test]
fn yes_is_ten_and_no_is_nothing() {
    check(Rule::YesNo, "1", "10.00", Status::OnTarget);
    check(Rule::YesNo, "0", "0.00", Status::OffTarget);
}

#[test]
fn a_target_that_cannot_be_beaten_scores_ten_when_reached() {
    let best = Rule::Linear {
        target: d("100"),
        red: d("99"),
        assumed: true,
        best_possible: true,
    };
    check(best, "100", "10.00", Status::OnTarget);
    check(best, "99.5", "5.00", Status::AtRisk);
    check(linear("100", "99"), "100", "6.67", Status::OnTarget);
}

#[test]
fn the_raw_level_of_a_proof_is_not_held() {
    let raw = linear("2.0", "2.5").raw_level(d("3.4")).unwrap();
    assert_eq!(fixed(score(raw), 2).to_string(), "-2.67");
    assert_eq!(Rule::YesNo.raw_level(d("1")), None);
    assert_eq!(band().raw_level(d("15")), None);
}

#[test]
fn a_shown_score_never_looks_better_than_its_sign() {
    for (level, shown) in [
        ("2", "6.7"),
        ("1.999", "6.66"),
        ("1.9999", "6.666"),
        ("1", "3.3"),
        ("0.999", "3.330"),
        ("0", "0.0"),
        ("3", "10.0"),
        ("2.46", "8.2"),
        ("1.425", "4.8"),
    ] {
        assert_eq!(display_score(d(level)).to_string(), shown, "level {level}");
    }
}

#[test]
fn a_shown_value_never_looks_better_than_its_sign() {
    assert_eq!(
        display_value(d("2.04"), 1, Some(&linear("2.0", "2.5"))).to_string(),
        "2.04"
    );
    assert_eq!(
        display_value(d("1.96"), 1, Some(&linear("2.0", "2.5"))).to_string(),
        "2.0"
    );
    assert_eq!(display_value(d("2.04"), 1, None).to_string(), "2.0");
    assert_eq!(display_value(d("-2.5"), 0, None).to_string(), "-3");
}

fn number() -> impl Strategy<Value = Decimal> {
    (-10i64.pow(15)..10i64.pow(15), 0u32..=10).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

proptest! {
    #[test]
    fn a_score_rises_towards_the_good_side_and_stays_within_its_bounds(
        target in number(), red in number(), a in number(), b in number(), best_possible: bool,
    ) {
        prop_assume!(target != red);
        let rule = Rule::Linear { target, red, assumed: false, best_possible };
        let (worse, better) = if (target > red) == (a < b) { (a, b) } else { (b, a) };
        let (low, high) = (rule.judge(worse), rule.judge(better));
        prop_assert!(low.level <= high.level);
        for judged in [low, high] {
            prop_assert!((Decimal::ZERO..=Decimal::TEN).contains(&fixed(judged.score(), 20)));
            let shown = display_score(judged.level);
            prop_assert!((Decimal::ZERO..=Decimal::TEN).contains(&shown));
        }
    }

    #[test]
    fn mirroring_the_direction_keeps_the_score(target in number(), red in number(), value in number()) {
        prop_assume!(target != red);
        let rule = Rule::Linear { target, red, assumed: false, best_possible: false };
        let mirror = Rule::Linear { target: -target, red: -red, assumed: false, best_possible: false };
        prop_assert_eq!(rule.judge(value), mirror.judge(-value));
    }

    #[test]
    fn the_sign_is_the_level_compared_with_two_and_one(target in number(), red in number(), value in number()) {
        prop_assume!(target != red);
        let judged = Rule::Linear { target, red, assumed: false, best_possible: false }.judge(value);
        if judged.status == Status::OnTarget {
            prop_assert!(judged.level >= Decimal::TWO);
        } else if judged.status == Status::OffTarget {
            prop_assert!(judged.level <= Decimal::ONE);
        }
    }
}

#[test]
fn what_a_division_left_just_short_of_a_half_is_rounded_as_the_half_that_it_is() {
    assert_eq!(fixed(d("2.649999999999999997"), 1), d("2.7"));
    assert_eq!(fixed(d("-2.649999999999999997"), 1), d("-2.7"));
    assert_eq!(fixed(d("2.6499999999"), 1), d("2.6"));
}
