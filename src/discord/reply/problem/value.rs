//! Values and targets that cannot be used, in words: what was read, and what to write for this very KPI.

use rust_decimal::Decimal;

use super::{bold, shortened};
use crate::domain::kpi::{Direction, Kpi};
use crate::domain::target::TargetError;
use crate::domain::unit::{Scale, TimeUnit, UnitKind};
use crate::domain::value::{LIMIT, MAX_DECIMALS, MAX_REASON, ValueError};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::KpiExample;

/// The sentence about a value.
pub(super) fn said(voice: &Voice, error: &ValueError, about: &KpiExample) -> String {
    let words = voice.words;
    let example = example(voice, about);
    let typed = |read: &str| bold(&shortened(read));
    match error {
        ValueError::Empty => say!(
            words,
            "error-value-empty",
            kpi = bold(about.kpi.name.as_str()),
            example = example
        ),
        ValueError::NotANumber { read } => {
            let last = last(voice, about);
            say!(
                words,
                "error-value-not-a-number",
                typed = typed(read),
                last = last,
                example = example
            )
        }
        ValueError::Ambiguous { read, readings } => ambiguous(voice, about, (read, readings)),
        ValueError::WrongUnit {
            read,
            typed: found,
            expected,
        } => {
            let found = bold(&shortened(found));
            let kpi = bold(about.kpi.name.as_str());
            if expected.as_str().is_empty() {
                return say!(
                    words,
                    "error-value-no-unit",
                    typed = typed(read),
                    found = found,
                    kpi = kpi,
                    example = example
                );
            }
            let unit = escape(expected.as_str());
            say!(
                words,
                "error-value-unit",
                typed = typed(read),
                found = found,
                kpi = kpi,
                unit = unit,
                example = example
            )
        }
        ValueError::TooLarge { read } => {
            say!(
                words,
                "error-value-too-large",
                typed = typed(read),
                most = voice.numbers.plain(LIMIT)
            )
        }
        ValueError::TooManyDecimals { read } => {
            say!(words, "error-value-decimals", typed = typed(read), most = MAX_DECIMALS)
        }
        ValueError::NotYesNo { read } => {
            say!(
                words,
                "error-value-yes-no",
                typed = typed(read),
                kpi = bold(about.kpi.name.as_str())
            )
        }
        ValueError::ReasonMissing => words.say("error-value-reason", &[]),
        ValueError::ReasonTooLong { length } => {
            say!(words, "error-value-reason-long", length = *length, most = MAX_REASON)
        }
    }
}

/// Both readings, and what to write for each.
fn ambiguous(voice: &Voice, about: &KpiExample, (read, readings): (&str, &[Decimal; 2])) -> String {
    let numbers = voice.numbers;
    let [one, other] = readings.map(|reading| voice.mark(&about.kpi, reading));
    let [write_one, write_other] = readings.map(|reading| numbers.typed(reading));
    let by_separator = !read.chars().any(char::is_alphabetic);
    let key = if by_separator {
        "error-value-two-readings"
    } else {
        "error-value-two-scales"
    };
    say!(
        voice.words,
        key,
        typed = bold(&shortened(read)),
        one = one,
        other = other,
        last = last(voice, about),
        write_one = write_one,
        write_other = write_other
    )
}

/// What the KPI was last, as a sentence before what to write; empty where there is nothing yet.
fn last(voice: &Voice, about: &KpiExample) -> String {
    let Some(last) = about.last else {
        return String::new();
    };
    let (kpi, value) = (bold(about.kpi.name.as_str()), voice.value(&about.kpi, last, None));
    format!(" {}", say!(voice.words, "error-value-last", kpi = kpi, value = value))
}

/// A value as it could be typed for the KPI.
pub(super) fn example(voice: &Voice, about: &KpiExample) -> String {
    let kpi = &about.kpi;
    if kpi.direction == Direction::YesNo {
        return voice.words.say("value-yes", &[]);
    }
    let number = about.last.unwrap_or_else(|| invented(kpi));
    let number = voice
        .numbers
        .typed(crate::domain::score::fixed(number, u32::from(kpi.decimals)));
    match kpi.unit.kind() {
        UnitKind::Percent => format!("{number}%"),
        UnitKind::Currency {
            currency,
            scale: Scale::One,
        } if !number.starts_with('-') => {
            format!("{}{number}", currency.symbol())
        }
        UnitKind::Duration(TimeUnit::Hours) => format!("{number}h"),
        _ => number,
    }
}

/// A value for a KPI that has none yet, with as many decimals as it shows.
fn invented(kpi: &Kpi) -> Decimal {
    if kpi.decimals == 0 {
        Decimal::from(12)
    } else {
        Decimal::new(125, 1)
    }
}

/// The sentence about a target.
pub(super) fn target(voice: &Voice, error: &TargetError) -> String {
    let words = voice.words;
    let number = |number: &Decimal| voice.numbers.plain(*number);
    match error {
        TargetError::RedWithoutTarget => words.say("error-target-red-alone", &[]),
        TargetError::RedOnGoodSide {
            red,
            target,
            worse_is_lower,
        } => {
            let key = if *worse_is_lower {
                "error-target-red-not-lower"
            } else {
                "error-target-red-not-higher"
            };
            say!(words, key, red = number(red), target = number(target))
        }
        TargetError::RedFlagNeeded { target } => say!(words, "error-target-red-needed", target = number(target)),
        TargetError::BandIncomplete => words.say("error-target-band-half", &[]),
        TargetError::BandReversed { low, high } => {
            say!(
                words,
                "error-target-band-reversed",
                low = number(low),
                high = number(high)
            )
        }
        TargetError::RedInsideBand { red, low, high } => {
            say!(
                words,
                "error-target-red-inside",
                red = number(red),
                low = number(low),
                high = number(high)
            )
        }
        TargetError::BandNotTaken => words.say("error-target-band-not-taken", &[]),
        TargetError::BandNeeded => words.say("error-target-band-needed", &[]),
        TargetError::YesIsTheTarget => words.say("error-target-yes", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::reply::problem::tests::{kpi, voice};
    use crate::domain::unit::Unit;
    use crate::domain::value::{Expected, NumberFormat, parse_number};

    #[test]
    fn every_example_can_be_typed_back() {
        let formats = [NumberFormat::Unset, NumberFormat::Point, NumberFormat::Comma];
        let units = [
            "%", "USD m", "$", "EUR", "CHF", "hours", "min", "days", "ratio", "", "tickets", "pp", "€k",
        ];
        let lasts = [
            None,
            Some("41"),
            Some("1.234"),
            Some("-1234567.891"),
            Some("0"),
            Some("0.5"),
        ];
        for format in formats {
            for unit in units {
                for last in lasts {
                    for decimals in [0, 1, 3] {
                        let about = KpiExample {
                            kpi: kpi(unit, decimals, Direction::Higher),
                            last: last.map(|last| last.parse().unwrap()),
                        };
                        let typed = example(&voice(format), &about);
                        let read = parse_number(&typed, Expected::from(&about.kpi), format);
                        assert!(read.is_ok(), "{typed} for {unit:?} in {format}: {read:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn both_readings_can_be_typed_back() {
        for read in ["1.234", "12,345", "0.500", "$3", "1.2k"] {
            let unit = if read.contains(['$', 'k']) { "USD m" } else { "" };
            let kpi = kpi(unit, 0, Direction::Higher);
            let expected = Expected {
                unit: &Unit::parse(unit).unwrap(),
                direction: Direction::Higher,
            };
            let Err(ValueError::Ambiguous { readings, .. }) = parse_number(read, expected, NumberFormat::Unset) else {
                continue;
            };
            let said = ambiguous(
                &voice(NumberFormat::Unset),
                &KpiExample { kpi, last: None },
                (read, &readings),
            );
            for reading in readings {
                let typed = voice(NumberFormat::Unset).numbers.typed(reading);
                assert!(said.contains(&format!("`{typed}`")), "{said}");
                assert_eq!(
                    parse_number(&typed, expected, NumberFormat::Unset),
                    Ok(reading),
                    "{typed}"
                );
            }
        }
    }
}
