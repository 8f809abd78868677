//! The scale of values: round numbers that enclose them all.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The places where a scale of values is marked: about so many round numbers, the lowest not above and the highest not
/// below any of the values. Zero is among them where it is not far below. Two for one value, none for none.
#[must_use]
pub fn ticks(values: &[Decimal], about: u32) -> Vec<Decimal> {
    let (Some(&low), Some(&high)) = (values.iter().min(), values.iter().max()) else {
        return Vec::new();
    };
    let (low, high) = widened(low, high);
    let Some(step) = step(high - low, about) else {
        return vec![low, high];
    };
    let below = (low / step).floor();
    let above = (high / step).ceil();
    let mut ticks = Vec::new();
    let mut at = below;
    while at <= above && ticks.len() < 20 {
        ticks.push((at * step).normalize());
        at += Decimal::ONE;
    }
    ticks
}

/// Bounds with room between them, and with zero where a picture without it would exaggerate.
fn widened(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    let zero = Decimal::ZERO;
    let near_zero = |inner: Decimal, outer: Decimal| inner.abs() * Decimal::from(3) <= outer.abs() * Decimal::TWO;
    let (low, high) = match (low, high) {
        (low, high) if low == high && low.is_zero() => (zero, Decimal::ONE),
        (low, high) if low == high => (low - low.abs() / Decimal::TEN, high + high.abs() / Decimal::TEN),
        bounds => bounds,
    };
    if low > zero && near_zero(low, high) {
        (zero, high)
    } else if high < zero && near_zero(high, low) {
        (low, zero)
    } else {
        (low, high)
    }
}

/// The round step, 1, 2, 2.5 or 5 times a power of ten, that comes nearest to so many steps.
fn step(range: Decimal, about: u32) -> Option<Decimal> {
    let rough = range.checked_div(Decimal::from(about))?;
    let power = power_of_ten(rough)?;
    let steps = [10, 20, 25, 50, 100];
    steps
        .into_iter()
        .filter_map(|tenths| power.checked_mul(Decimal::new(tenths, 1)))
        .find(|step| *step >= rough)
}

/// The power of ten at or below a positive number.
fn power_of_ten(number: Decimal) -> Option<Decimal> {
    let exponent = number.to_f64().filter(|number| *number > 0.0)?.log10().floor();
    #[expect(clippy::cast_possible_truncation, reason = "a decimal has at most 29 digits")]
    let exponent = exponent as i32;
    match exponent {
        0..=27 => (0..exponent).try_fold(Decimal::ONE, |power, _| power.checked_mul(Decimal::TEN)),
        -20..=-1 => Some(Decimal::new(1, exponent.unsigned_abs())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[&str]) -> Vec<String> {
        let values: Vec<Decimal> = values.iter().map(|value| value.parse().unwrap()).collect();
        ticks(&values, 5).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_scale_is_of_round_numbers_that_enclose_all_values() {
        assert_eq!(of(&["1.9", "3.4"]), ["0", "1", "2", "3", "4"]);
        assert_eq!(of(&["92", "97.5"]), ["92", "94", "96", "98"]);
        assert_eq!(
            of(&["1200000", "1240000"]),
            ["1200000", "1210000", "1220000", "1230000", "1240000"]
        );
        assert_eq!(of(&["-50", "120"]), ["-50", "0", "50", "100", "150"]);
        assert_eq!(
            of(&["0.001", "0.0042"]),
            ["0", "0.001", "0.002", "0.003", "0.004", "0.005"]
        );
    }

    #[test]
    fn one_value_and_none_have_a_scale_too() {
        assert_eq!(of(&[]), Vec::<String>::new());
        let one = of(&["5"]);
        assert!(one.len() >= 2, "{one:?}");
        let zero = of(&["0"]);
        assert!(zero.len() >= 2 && zero[0] == "0", "{zero:?}");
    }

    #[test]
    fn the_largest_numbers_do_not_break_it() {
        for values in [
            ["1000000000000000", "-1000000000000000"],
            ["0.0000000001", "0.0000000002"],
        ] {
            let ticks = of(&values);
            assert!((2..=12).contains(&ticks.len()), "{ticks:?}");
        }
    }
}
