//! How the proof of a score is printed: with as many decimals as it takes for whoever works a score out from the printed
//! numbers to get the printed score. Called by `discord::view::why`.

use rust_decimal::Decimal;

use super::score::{Rule, display_score, fixed, score};
use super::weight::Weight;

/// The most decimals that are printed. More are never needed: levels are kept with 18.
const MOST: u32 = 12;

/// Where a score that is exact in truth, as 10/3 × 1.2 is, shows itself as such.
const EXACT: u32 = 15;

/// A number as it is printed with at most so many decimals: no more than it has, and at least so many.
#[must_use]
pub fn rounded(number: Decimal, least: u32, most: u32) -> Decimal {
    let has = number.round_dp(EXACT).normalize().scale();
    fixed(number, has.min(most).max(least))
}

/// The score of a level, with at most so many decimals: at least those with which it is shown elsewhere.
#[must_use]
pub fn score_of(level: Decimal, most: u32) -> Decimal {
    let shown = display_score(level).scale();
    rounded(score(level), shown, most.max(shown))
}

/// The scores of children as they are printed beside their parent's: the weighted mean of what is printed is the printed
/// score of the parent.
#[must_use]
pub fn children(parent: Decimal, children: &[(Decimal, Weight)]) -> Vec<Decimal> {
    let levels = |most: u32| children.iter().map(|(level, _)| score_of(*level, most)).collect();
    fitting(parent, children, levels)
}

/// Percentages of children as they are printed beside their parent's, likewise.
#[must_use]
pub fn percentages(parent: Decimal, children: &[(Decimal, Weight)]) -> Vec<Decimal> {
    let percent = |most: u32| children.iter().map(|(part, _)| rounded(*part, 0, most)).collect();
    fitting(parent, children, percent)
}

fn fitting(parent: Decimal, weighed: &[(Decimal, Weight)], printed: impl Fn(u32) -> Vec<Decimal>) -> Vec<Decimal> {
    let fits = |numbers: &Vec<Decimal>| {
        let weights = weighed.iter().map(|(_, weight)| *weight);
        mean(numbers.iter().copied().zip(weights)).is_some_and(|mean| fixed(mean, parent.scale()) == parent)
    };
    let mut tried = (parent.scale()..=MOST).map(&printed);
    tried.find(fits).unwrap_or_else(|| printed(MOST))
}

/// The weighted mean of some numbers; none of none.
#[must_use]
pub fn mean(numbers: impl Iterator<Item = (Decimal, Weight)>) -> Option<Decimal> {
    let (mut sum, mut weights) = (Decimal::ZERO, Decimal::ZERO);
    for (number, weight) in numbers {
        sum = sum.checked_add(number.checked_mul(weight.get())?)?;
        weights += weight.get();
    }
    sum.checked_div(weights)
}

/// A value's score, worked out on the line through its red flag and its target: `10/3 × (1 + (value − red) ÷ (good −
/// red))`, as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The value.
    pub value: Decimal,
    /// The target, or the edge of the range.
    pub good: Decimal,
    /// The red flag on that side.
    pub red: Decimal,
    /// What it comes to.
    pub result: Decimal,
    /// That is beyond the scale, and is held at its end.
    pub held: bool,
}

/// How a value gets its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On the line.
    Line(Line),
    /// Within a range, bounds included: 10.
    Inside,
    /// At a target that cannot be beaten, or beyond it: 10.
    Best,
    /// Yes: 10.
    Yes,
    /// No: 0.
    No,
}

/// How a value of so many decimals gets the score that is printed for it.
#[must_use]
pub fn way(rule: &Rule, value: Decimal, decimals: u8, printed: Decimal) -> Way {
    let (good, red) = match *rule {
        Rule::YesNo if value >= Decimal::ONE => return Way::Yes,
        Rule::YesNo => return Way::No,
        Rule::Range { low, high, .. } if (low..=high).contains(&value) => return Way::Inside,
        Rule::Range { low, red_low, .. } if value < low => (low, red_low),
        Rule::Range { high, red_high, .. } => (high, red_high),
        Rule::Linear {
            target,
            red,
            best_possible,
            ..
        } => {
            let reached = if target > red { value >= target } else { value <= target };
            if best_possible && reached {
                return Way::Best;
            }
            (target, red)
        }
    };
    let least = u32::from(decimals);
    let at = |most: u32| {
        let [value, good, red] = [value, good, red].map(|number| rounded(number, least, most));
        line(value, good, red, printed)
    };
    // What was entered has at most ten decimals, and is printed as it is; what was worked out may have more.
    let mut tried = (10.max(least)..=MOST.max(least)).filter_map(at);
    let fits = |line: &Line| fixed(held(line.result), printed.scale()) == printed;
    let found = tried.find(fits).or_else(|| at(MOST));
    found.map_or(Way::Inside, Way::Line)
}

/// A score that is held within its scale.
#[must_use]
pub fn held(score: Decimal) -> Decimal {
    score.clamp(Decimal::ZERO, Decimal::TEN)
}

fn line(value: Decimal, good: Decimal, red: Decimal, printed: Decimal) -> Option<Line> {
    let part = value.checked_sub(red)?.checked_div(good.checked_sub(red)?)?;
    let exact = score(Decimal::ONE.checked_add(part)?.clamp(-LARGE, LARGE));
    let is_held = exact != held(exact);
    Some(Line {
        value,
        good,
        red,
        result: if is_held {
            rounded(exact, 1, 2)
        } else {
            fixed(exact, printed.scale())
        },
        held: is_held,
    })
}

/// Far beyond the scale; only so that nothing overflows.
const LARGE: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::score::Judgement;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn weight(number: i64) -> Weight {
        Weight::try_from(Decimal::from(number)).unwrap()
    }

    #[test]
    fn children_are_printed_with_no_more_decimals_than_their_parent_needs() {
        let check = |parent: &str, of: &[(&str, i64)], printed: &[&str]| {
            let of: Vec<_> = of.iter().map(|(level, share)| (d(level), weight(*share))).collect();
            let found: Vec<String> = children(d(parent), &of).iter().map(Decimal::to_string).collect();
            assert_eq!(found, printed, "{parent}");
        };
        check("2.0", &[("0", 1), ("1.2", 1)], &["0.0", "4.0"]);
        check("3.1", &[("0.6", 60), ("1.425", 40)], &["2.0", "4.8"]);
        check("6.7", &[("2", 1)], &["6.7"]);
        // 6.67 and 3.33 would give 5.01 where 5.0 is printed; 6.7 and 3.3 give 5.0.
        check("5.0", &[("2", 1), ("1", 1)], &["6.7", "3.3"]);
        check("5.00", &[("2", 1), ("1", 1)], &["6.67", "3.33"]);
        check("3.1", &[], &[]);
    }

    #[test]
    fn a_value_is_printed_on_the_line_of_its_rule() {
        let rule = Rule::Linear {
            target: d("2.0"),
            red: d("2.5"),
            assumed: false,
            best_possible: false,
        };
        let Way::Line(line) = way(&rule, d("3.4"), 1, d("0.0")) else {
            panic!("on the line");
        };
        assert_eq!((line.value, line.good, line.red), (d("3.4"), d("2.0"), d("2.5")));
        assert_eq!((line.result, line.held), (d("-2.67"), true));
        let best = Rule::Linear {
            target: d("100"),
            red: d("90"),
            assumed: false,
            best_possible: true,
        };
        assert_eq!(way(&best, d("100"), 0, d("10.0")), Way::Best);
        assert!(matches!(way(&best, d("99"), 0, d("6.3")), Way::Line(line) if line.result == d("6.3") && !line.held));
        let range = Rule::Range {
            low: d("4"),
            high: d("6"),
            red_low: d("3"),
            red_high: d("7"),
            assumed: true,
        };
        assert_eq!(way(&range, d("6"), 0, d("10.0")), Way::Inside);
        assert!(
            matches!(way(&range, d("6.5"), 0, d("5.0")), Way::Line(line) if (line.good, line.red) == (d("6"), d("7")))
        );
        assert_eq!(way(&Rule::YesNo, d("0"), 0, d("0.0")), Way::No);
    }

    proptest! {
        #[test]
        fn what_is_printed_makes_the_printed_score(
            levels in proptest::collection::vec((0i64..=3_000_000_000, 1i64..=1_000), 1..8),
            decimals in 1u32..5,
        ) {
            let of: Vec<_> = levels.iter().map(|(level, share)| (Decimal::new(*level, 9), weight(*share))).collect();
            let exact = mean(of.iter().map(|(level, share)| (score(*level), *share))).unwrap();
            let parent = fixed(exact, decimals);
            let printed = children(parent, &of);
            let redone = mean(printed.iter().copied().zip(of.iter().map(|(_, share)| *share))).unwrap();
            prop_assert!((fixed(redone, decimals) - parent).abs() <= Decimal::new(1, decimals));
        }

        #[test]
        fn a_line_from_printed_numbers_comes_to_the_printed_score(
            value in -1_000_000i64..1_000_000, red in -1_000_000i64..1_000_000, span in 1i64..1_000_000, up: bool,
        ) {
            let red = Decimal::new(red, 4) / Decimal::from(3);
            let span = Decimal::new(span, 4) / Decimal::from(7);
            let target = if up { red + span } else { red - span };
            let value = Decimal::new(value, 4);
            let rule = Rule::Linear { target, red, assumed: false, best_possible: false };
            let Judgement { level, .. } = rule.judge(value);
            let printed = score_of(level, 2);
            let Way::Line(line) = way(&rule, value, 2, printed) else {
                return Err(TestCaseError::fail("on the line"));
            };
            let redone = score(Decimal::ONE + (line.value - line.red) / (line.good - line.red));
            prop_assert!((held(redone) - printed).abs() <= Decimal::new(1, printed.scale()));
        }
    }
}
