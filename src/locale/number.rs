//! Numbers as the server writes them: separators, decimals, units, signs. The one place where a decimal becomes text for
//! people.

use rust_decimal::Decimal;

use crate::domain::kpi::{Direction, Kpi};
use crate::domain::score::{self, Rule};
use crate::domain::unit::{Scale, Unit, UnitKind};
use crate::domain::value::NumberFormat;

/// A narrow gap that does not break: before `%` and between a number and its unit.
const GAP: char = '\u{202F}';

/// The minus sign of typography; a hyphen is not one.
const MINUS: char = '\u{2212}';

/// How numbers are written in a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    point: char,
    group: char,
}

impl Numbers {
    /// The way of a server; the English one where it has not said.
    #[must_use]
    pub fn new(format: NumberFormat) -> Self {
        match format {
            NumberFormat::Comma => Self { point: ',', group: '.' },
            NumberFormat::Point | NumberFormat::Unset => Self { point: '.', group: ',' },
        }
    }

    /// A number with exactly so many decimals, grouped by thousands.
    #[must_use]
    pub fn fixed(self, number: Decimal, decimals: u32) -> String {
        self.written(score::fixed(number, decimals))
    }

    /// A number with the decimals it has and no trailing zeros.
    #[must_use]
    pub fn plain(self, number: Decimal) -> String {
        self.written(number.normalize())
    }

    /// A difference: always with its sign, `±0.0` where there is none.
    #[must_use]
    pub fn change(self, number: Decimal, decimals: u32) -> String {
        let rounded = score::fixed(number, decimals);
        let sign = match rounded {
            zero if zero.is_zero() => "±",
            below if below.is_sign_negative() => "",
            _ => "+",
        };
        format!("{sign}{}", self.written(rounded))
    }

    /// A value of a KPI with its unit: `3.4 %`, `$1.24M`, `310`, `7.2 hours`. More decimals than the KPI's where fewer
    /// would contradict its status.
    #[must_use]
    pub fn value(self, kpi: &Kpi, value: Decimal, rule: Option<&Rule>) -> String {
        self.with_unit(kpi, score::display_value(value, kpi.decimals, rule))
    }

    /// A target or red flag of a KPI with its unit: the KPI's decimals, more where it was set with more.
    #[must_use]
    pub fn mark(self, kpi: &Kpi, mark: Decimal) -> String {
        let decimals = u32::from(kpi.decimals).max(mark.normalize().scale());
        self.with_unit(kpi, score::fixed(mark, decimals))
    }

    /// A mark on a scale of a KPI's values: as many decimals as the scale needs.
    #[must_use]
    pub fn on_scale(self, kpi: &Kpi, mark: Decimal, decimals: u32) -> String {
        self.with_unit(kpi, score::fixed(mark, decimals))
    }

    /// How far a value of a KPI is from another, without its sign: percentages differ by points.
    #[must_use]
    pub fn gap(self, kpi: &Kpi, gap: Decimal, points: &str) -> String {
        let decimals = u32::from(kpi.decimals).max(gap.normalize().scale().min(2));
        let gap = score::fixed(gap.abs(), decimals);
        match kpi.unit.kind() {
            UnitKind::Percent | UnitKind::Points => format!("{}{GAP}{points}", self.written(gap)),
            _ => self.with_unit(kpi, gap),
        }
    }

    /// A number as a person can type it back: no grouping, a plain minus, and never three decimals after so few digits
    /// that they could be read as grouped thousands.
    #[must_use]
    pub fn typed(self, number: Decimal) -> String {
        let number = number.normalize();
        let text = number.abs().to_string();
        let sign = if number.is_sign_negative() && !number.is_zero() {
            "-"
        } else {
            ""
        };
        match text.split_once('.') {
            None => format!("{sign}{text}"),
            Some((whole, part)) if part.len() == 3 && whole.len() <= 3 => format!("{sign}{whole}{}{part}0", self.point),
            Some((whole, part)) => format!("{sign}{whole}{}{part}", self.point),
        }
    }

    fn with_unit(self, kpi: &Kpi, number: Decimal) -> String {
        self.in_unit(&kpi.unit, number)
    }

    /// An amount with the decimals it has: `$12,000`, `40 days`.
    #[must_use]
    pub fn amount(self, unit: &Unit, amount: Decimal) -> String {
        self.in_unit(unit, amount.normalize())
    }

    fn in_unit(self, unit: &Unit, number: Decimal) -> String {
        let digits = self.written(number);
        match unit.kind() {
            UnitKind::Percent => format!("{digits}{GAP}%"),
            UnitKind::Currency { currency, scale } => {
                let (sign, digits) = digits
                    .strip_prefix(MINUS)
                    .map_or(("", digits.as_str()), |rest| ("\u{2212}", rest));
                let gap = if currency.symbol().chars().all(char::is_alphabetic) {
                    "\u{202F}"
                } else {
                    ""
                };
                format!("{sign}{}{gap}{digits}{}", currency.symbol(), letter(scale))
            }
            UnitKind::Ratio if unit.as_str() == "ratio" => digits,
            UnitKind::Count if matches!(unit.as_str(), "" | "count" | "number" | "#") => digits,
            _ => format!("{digits}{GAP}{}", unit.as_str()),
        }
    }

    fn written(self, number: Decimal) -> String {
        let text = number.abs().to_string();
        let (whole, fraction) = text
            .split_once('.')
            .map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let mut written = String::with_capacity(text.len() + text.len() / 3 + 3);
        if number.is_sign_negative() && !number.is_zero() {
            written.push(MINUS);
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                written.push(self.group);
            }
            written.push(digit);
        }
        if let Some(fraction) = fraction {
            written.push(self.point);
            written.push_str(fraction);
        }
        written
    }
}

/// Whether a KPI's values are yes and no.
#[must_use]
pub fn is_yes_no(kpi: &Kpi) -> bool {
    kpi.direction == Direction::YesNo
}

fn letter(scale: Scale) -> &'static str {
    match scale {
        Scale::One => "",
        Scale::Thousand => "K",
        Scale::Million => "M",
        Scale::Billion => "B",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::KpiId;
    use crate::domain::kpi::{Aggregation, Indicator};
    use crate::domain::name::{Key, Name};
    use crate::domain::period::PeriodKind;
    use crate::domain::unit::Unit;

    fn kpi(unit: &str, decimals: u8) -> Kpi {
        Kpi {
            id: KpiId::from(1),
            key: Key::parse("k").unwrap(),
            name: Name::parse("K").unwrap(),
            unit: Unit::parse(unit).unwrap(),
            direction: Direction::Higher,
            indicator: Indicator::Lagging,
            frequency: PeriodKind::Month,
            aggregation: Aggregation::Last,
            decimals,
            baseline: None,
            best_possible: false,
            carry_forward: false,
            entered_ytd: false,
            available_on: None,
        }
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_value_is_written_with_its_unit_as_the_server_writes_numbers() {
        let check = |format: NumberFormat, unit: &str, decimals: u8, number: &str, written: &str| {
            let said = Numbers::new(format).value(&kpi(unit, decimals), decimal(number), None);
            assert_eq!(said, written, "{number} {unit}");
        };
        check(NumberFormat::Point, "%", 1, "3.4", "3.4\u{202F}%");
        check(NumberFormat::Comma, "%", 1, "3.4", "3,4\u{202F}%");
        check(NumberFormat::Unset, "USD m", 2, "1.235", "$1.24M");
        check(NumberFormat::Unset, "$", 0, "-1234567", "\u{2212}$1,234,567");
        check(NumberFormat::Comma, "EUR", 2, "1234.5", "€1.234,50");
        check(NumberFormat::Point, "CHF", 0, "900", "CHF\u{202F}900");
        check(NumberFormat::Point, "count", 0, "1234567", "1,234,567");
        check(NumberFormat::Point, "", 0, "-0.4", "0");
        check(NumberFormat::Point, "hours", 1, "7.25", "7.3\u{202F}hours");
        check(NumberFormat::Point, "x", 1, "2", "2.0\u{202F}x");
    }

    #[test]
    fn a_difference_always_has_its_sign() {
        let numbers = Numbers::new(NumberFormat::Point);
        assert_eq!(numbers.change(decimal("0.54"), 1), "+0.5");
        assert_eq!(numbers.change(decimal("-0.54"), 1), "\u{2212}0.5");
        assert_eq!(numbers.change(decimal("0.04"), 1), "±0.0");
    }

    #[test]
    fn a_typed_number_cannot_be_read_in_another_way() {
        let check = |format: NumberFormat, number: &str, typed: &str| {
            assert_eq!(Numbers::new(format).typed(decimal(number)), typed);
        };
        check(NumberFormat::Unset, "1.234", "1.2340");
        check(NumberFormat::Unset, "1234", "1234");
        check(NumberFormat::Comma, "-1234.5", "-1234,5");
        check(NumberFormat::Point, "3.40", "3.4");
    }

    #[test]
    fn percentages_differ_by_points() {
        let numbers = Numbers::new(NumberFormat::Point);
        assert_eq!(
            numbers.gap(&kpi("%", 1), decimal("-1.4"), "points"),
            "1.4\u{202F}points"
        );
        assert_eq!(numbers.gap(&kpi("USD m", 2), decimal("0.1"), "points"), "$0.10M");
    }
}
