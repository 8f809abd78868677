//! Lengths of time as people type them: `2h30`, `1d 4h`, `90 min`, `2:30`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::number::{Reading, digits};
use super::{MAX_DECIMALS, NumberFormat, ValueError};
use crate::domain::unit::TimeUnit;

/// Reads an unsigned duration in the KPI's unit; none where the text is not of that shape (a plain number).
pub(super) fn read(text: &str, unit: TimeUnit, format: NumberFormat) -> Option<Result<Decimal, ValueError>> {
    if let Some((left, right)) = text.split_once(':') {
        return Some(clock(text, (left.trim(), right.trim()), unit));
    }
    let pieces = pieces(text)?;
    let mut seconds = Decimal::ZERO;
    let mut finer_than: Option<TimeUnit> = None;
    for (index, (number, word)) in pieces.iter().enumerate() {
        let piece = match (word.as_str(), finer_than) {
            ("", Some(above)) if index + 1 == pieces.len() => below(above)?,
            ("m", _) => TimeUnit::Minutes,
            (word, _) => TimeUnit::of_word(word)?,
        };
        if finer_than.is_some_and(|above| piece >= above) {
            return Some(Err(ValueError::NotANumber { read: text.to_owned() }));
        }
        let amount = match digits(number, format)? {
            Reading::One(amount) => amount,
            Reading::Two([decimal, grouped]) => {
                let readings = [in_unit(decimal, piece, unit)?, in_unit(grouped, piece, unit)?];
                return Some(Err(ValueError::Ambiguous {
                    read: text.to_owned(),
                    readings,
                }));
            }
        };
        seconds = seconds.checked_add(amount.checked_mul(Decimal::from(piece.seconds()))?)?;
        finer_than = Some(piece);
    }
    Some(Ok(convert(seconds, unit)))
}

/// `2:30` is hours and minutes; where the KPI counts minutes or seconds it may be minutes and seconds too.
fn clock(text: &str, (left, right): (&str, &str), unit: TimeUnit) -> Result<Decimal, ValueError> {
    let not_a_number = || ValueError::NotANumber { read: text.to_owned() };
    let number = |part: &str, longest: usize| {
        let fits = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten().map(Decimal::from)
    };
    let large = number(left, 6).ok_or_else(not_a_number)?;
    let small = number(right, 2).filter(|_| right.len() == 2).ok_or_else(not_a_number)?;
    let sixty = Decimal::from(60);
    if small >= sixty {
        return Err(not_a_number());
    }
    let steps = large * sixty + small;
    if unit >= TimeUnit::Hours {
        return Ok(convert(steps * sixty, unit));
    }
    Err(ValueError::Ambiguous {
        read: text.to_owned(),
        readings: [convert(steps * sixty, unit), convert(steps, unit)],
    })
}

/// Cuts `2h30` into numbers and the words after them, the last word perhaps empty; none for a plain number or anything else.
fn pieces(text: &str) -> Option<Vec<(String, String)>> {
    let mut pieces: Vec<(String, String)> = Vec::new();
    for c in text.to_lowercase().chars().filter(|c| *c != ' ') {
        let numeric = c.is_ascii_digit() || matches!(c, '.' | ',');
        match pieces.last_mut() {
            Some((number, word)) if numeric && word.is_empty() => number.push(c),
            Some((_, word)) if !numeric => word.push(c),
            _ if numeric => pieces.push((c.to_string(), String::new())),
            _ => return None,
        }
    }
    let plain = pieces.len() == 1 && pieces[0].1.is_empty();
    (!pieces.is_empty() && !plain).then_some(pieces)
}

const fn below(unit: TimeUnit) -> Option<TimeUnit> {
    match unit {
        TimeUnit::Weeks => Some(TimeUnit::Days),
        TimeUnit::Days => Some(TimeUnit::Hours),
        TimeUnit::Hours => Some(TimeUnit::Minutes),
        TimeUnit::Minutes => Some(TimeUnit::Seconds),
        TimeUnit::Seconds => None,
    }
}

fn in_unit(amount: Decimal, piece: TimeUnit, unit: TimeUnit) -> Option<Decimal> {
    Some(convert(amount.checked_mul(Decimal::from(piece.seconds()))?, unit))
}

/// Seconds in a unit, rounded to the decimals that are kept: 20 minutes are 0.3333333333 hours.
fn convert(seconds: Decimal, unit: TimeUnit) -> Decimal {
    (seconds / Decimal::from(unit.seconds()))
        .round_dp_with_strategy(MAX_DECIMALS, RoundingStrategy::MidpointAwayFromZero)
        .normalize()
}
