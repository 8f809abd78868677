//! A target for a fiscal year in parts: a target for each period of the year, which add up to the total exactly. Its red
//! flag is phased in the same proportions.

use rust_decimal::Decimal;

use super::TargetSpec;
use crate::domain::period::Period;
use crate::domain::score::fixed;
use crate::domain::value::MAX_DECIMALS;

words! {
    /// How a yearly target is spread over its year.
    Phasing {
        /// The same for each period.
        Evenly = "evenly",
        /// In the proportions of last year's actuals.
        LikeLastYear = "like last year",
        /// As a list says.
        ByList = "by a list",
    }
}

/// A target for a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearlyTarget {
    /// The fiscal year.
    pub year: Period,
    /// What its periods are to add up to.
    pub total: Decimal,
    /// The total from which it is off target.
    pub red: Option<Decimal>,
    /// How it is spread.
    pub phasing: Phasing,
}

/// Why a yearly target cannot be phased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhasingError {
    /// The proportions are above 0 and below 0, or add up to nothing.
    #[error("what the target is phased by gives no proportions")]
    NoProportions,
    /// A list of another length than the year has periods.
    #[error("the list has {found} numbers, and the year has {needed} periods")]
    Count {
        /// How many numbers there are.
        found: usize,
        /// How many periods there are.
        needed: usize,
    },
    /// A list that does not add up.
    #[error("the list adds up to {sum}, not to {total}")]
    Sum {
        /// What it adds up to.
        sum: Decimal,
        /// What it should add up to.
        total: Decimal,
    },
}

/// The targets of a year's periods in proportion to `shares`, rounded to a KPI's decimals so that they add up exactly;
/// to more where a part would be rounded to nothing. A part that is nothing is no target.
pub fn phase(
    (total, red): (Decimal, Option<Decimal>),
    shares: &[Decimal],
    decimals: u8,
) -> Result<Vec<TargetSpec>, PhasingError> {
    let lost = |parts: &[Decimal]| {
        let mut both = parts.iter().zip(shares);
        !total.is_zero() && both.any(|(part, share)| part.is_zero() && !share.is_zero())
    };
    let parts = finest(total, shares, decimals, |parts| !lost(parts))?;
    specs((total, red), (&parts, shares), decimals)
}

/// The targets of a year's periods as a list says, where it has the right length and adds up.
pub fn by_list(
    (total, red): (Decimal, Option<Decimal>),
    (parts, needed): (&[Decimal], usize),
    decimals: u8,
) -> Result<Vec<TargetSpec>, PhasingError> {
    let found = parts.len();
    if found != needed {
        return Err(PhasingError::Count { found, needed });
    }
    let sum: Decimal = parts.iter().sum();
    if sum != total {
        return Err(PhasingError::Sum { sum, total });
    }
    specs((total, red), (parts, parts), decimals)
}

fn specs(
    (total, red): (Decimal, Option<Decimal>),
    (parts, shares): (&[Decimal], &[Decimal]),
    decimals: u8,
) -> Result<Vec<TargetSpec>, PhasingError> {
    let spec = |target: Decimal, red: Option<Decimal>| {
        let nothing = target.is_zero() && red.is_none_or(|red| red.is_zero());
        if nothing {
            return TargetSpec::default();
        }
        TargetSpec {
            target: Some(target),
            red,
            ..TargetSpec::default()
        }
    };
    let Some(red) = red else {
        return Ok(parts.iter().map(|part| spec(*part, None)).collect());
    };
    // By the parts as they were rounded, so that rounding moves no red flag onto its target.
    let proportions = if total.is_zero() { shares } else { parts };
    let apart = |reds: &[Decimal]| {
        let mut both = reds.iter().zip(parts);
        both.all(|(one, part)| part.is_zero() || one.cmp(part) == red.cmp(&total))
    };
    let reds = finest(red, proportions, decimals, apart)?;
    Ok(parts
        .iter()
        .zip(reds)
        .map(|(part, red)| spec(*part, Some(red)))
        .collect())
}

/// A total split with the fewest decimals, from a KPI's own on, that do; with the most if none do.
fn finest(
    total: Decimal,
    shares: &[Decimal],
    decimals: u8,
    does: impl Fn(&[Decimal]) -> bool,
) -> Result<Vec<Decimal>, PhasingError> {
    let mixed = shares.iter().any(|share| *share > Decimal::ZERO) && shares.iter().any(|share| *share < Decimal::ZERO);
    if mixed {
        return Err(PhasingError::NoProportions);
    }
    let fewest = u32::from(decimals).max(total.normalize().scale()).min(MAX_DECIMALS);
    let mut parts = split(total, shares, fewest).ok_or(PhasingError::NoProportions)?;
    for decimals in fewest + 1..=MAX_DECIMALS {
        if does(&parts) {
            break;
        }
        parts = split(total, shares, decimals).ok_or(PhasingError::NoProportions)?;
    }
    Ok(parts)
}

/// Each part is what the running total gains, rounded; so what one loses the next gets, and the last takes the rest.
fn split(total: Decimal, shares: &[Decimal], decimals: u32) -> Option<Vec<Decimal>> {
    let whole: Decimal = shares.iter().sum();
    let (mut so_far, mut given) = (Decimal::ZERO, Decimal::ZERO);
    let mut parts = Vec::with_capacity(shares.len());
    for (at, share) in shares.iter().enumerate() {
        so_far += share;
        let reached = if at + 1 == shares.len() {
            total
        } else {
            fixed(total.checked_mul(so_far.checked_div(whole)?)?, decimals)
        };
        parts.push((reached - given).normalize());
        given = reached;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn list(text: &str) -> Vec<Decimal> {
        text.split(' ').map(d).collect()
    }

    fn targets(specs: &[TargetSpec]) -> Vec<Decimal> {
        specs.iter().map(|spec| spec.target.unwrap_or_default()).collect()
    }

    fn reds(specs: &[TargetSpec]) -> Vec<Decimal> {
        specs.iter().map(|spec| spec.red.unwrap_or_default()).collect()
    }

    #[test]
    fn a_total_is_phased_so_that_its_parts_add_up() {
        let check = |total: &str, shares: &str, decimals, parts: &str| {
            let specs = phase((d(total), None), &list(shares), decimals).unwrap();
            assert_eq!(targets(&specs), list(parts), "{total} by {shares}");
        };
        check(
            "1200",
            "1 1 1 1 1 1 1 1 1 1 1 1",
            0,
            "100 100 100 100 100 100 100 100 100 100 100 100",
        );
        // Running totals of 100/12: 8.3 16.7 25 33.3 41.7 50 58.3 66.7 75 83.3 91.7 100.
        check("100", "1 1 1 1 1 1 1 1 1 1 1 1", 0, "8 9 8 8 9 8 8 9 8 8 9 8");
        check("100", "1 1 1", 2, "33.33 33.34 33.33");
        // Running totals 100.5 × 0.1, 0.3, 0.6.
        check("100.5", "10 20 30 40", 0, "10.1 20.1 30.1 40.2");
        check("600", "0 10 20 30", 0, "0 100 200 300");
        // 5/4 of a whole would leave nothing for some, so a decimal more is kept.
        check("3", "1 1 1 1", 0, "0.8 0.7 0.8 0.7");
        check("-120", "1 1 1 1", 0, "-30 -30 -30 -30");
        check("120", "-1 -2 -3", 0, "20 40 60");
    }

    #[test]
    fn a_red_flag_is_phased_like_its_target_and_never_meets_it() {
        let check = |(total, red): (&str, &str), shares: &str, decimals, parts: &str, flags: &str| {
            let specs = phase((d(total), Some(d(red))), &list(shares), decimals).unwrap();
            assert_eq!(targets(&specs), list(parts), "{total} by {shares}");
            assert_eq!(reds(&specs), list(flags), "{red} by {shares}");
        };
        check(("1200", "1080"), "1 1 1 1", 0, "300 300 300 300", "270 270 270 270");
        check(("1000", "900"), "1 2 3 4", 0, "100 200 300 400", "90 180 270 360");
        // 11 of 12 in whole numbers would put some red flags on their targets.
        check(("12", "11"), "1 1 1 1 1 1", 0, "2 2 2 2 2 2", "1.8 1.9 1.8 1.8 1.9 1.8");
        // No accidents in a year, a dozen is off target: nothing a quarter, three is off target.
        check(("0", "12"), "1 1 1 1", 0, "0 0 0 0", "3 3 3 3");
        check(("600", "540"), "0 10 20 30", 0, "0 100 200 300", "0 90 180 270");
        let first = phase((d("600"), Some(d("540"))), &list("0 1"), 0).unwrap()[0];
        assert!(first.is_empty(), "a part that is nothing is no target");
    }

    #[test]
    fn a_list_has_the_right_length_and_adds_up_or_is_refused() {
        let four = list("10 20 30 40");
        let given = by_list((d("100"), Some(d("90"))), (&four, 4), 0).unwrap();
        assert_eq!((targets(&given), reds(&given)), (four.clone(), list("9 18 27 36")));
        let check = |total: &str, red: Option<&str>, parts: &str, sentence: &str| {
            let error = by_list((d(total), red.map(d)), (&list(parts), 4), 0).unwrap_err();
            assert_eq!(error.to_string(), sentence);
        };
        check(
            "100",
            None,
            "10 20 30",
            "the list has 3 numbers, and the year has 4 periods",
        );
        check("100", None, "10 20 30 41", "the list adds up to 101, not to 100");
        check(
            "10",
            Some("9"),
            "10 -10 5 5",
            "what the target is phased by gives no proportions",
        );
        let assumed = by_list((d("10"), None), (&list("10 -10 5 5"), 4), 0).unwrap();
        assert_eq!(targets(&assumed), list("10 -10 5 5"));
    }

    #[test]
    fn what_gives_no_proportions_is_refused() {
        for shares in ["0 0 0", "5 -5 1", "-1 0 1"] {
            assert_eq!(
                phase((d("10"), None), &list(shares), 0),
                Err(PhasingError::NoProportions),
                "{shares}"
            );
        }
    }

    proptest! {
        #[test]
        fn parts_add_up_exactly(
            total in -1_000_000_000_000_000i64..1_000_000_000_000_000,
            scale in 0u32..6,
            shares in proptest::collection::vec(0u32..1_000_000, 1..54),
            decimals in 0u8..=10,
        ) {
            prop_assume!(shares.iter().any(|share| *share > 0));
            let total = Decimal::new(total, scale);
            let red = total - total.abs() / Decimal::TEN;
            let red = red.round_dp(10);
            let shares: Vec<Decimal> = shares.into_iter().map(Decimal::from).collect();
            let specs = phase((total, Some(red)), &shares, decimals).unwrap();
            prop_assert_eq!(specs.len(), shares.len());
            prop_assert_eq!(targets(&specs).iter().sum::<Decimal>(), total);
            prop_assert_eq!(reds(&specs).iter().sum::<Decimal>(), red);
            for part in targets(&specs) {
                prop_assert!(part.is_zero() || part.is_sign_negative() == total.is_sign_negative());
            }
        }
    }
}
