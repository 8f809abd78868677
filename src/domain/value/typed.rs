//! A typed number: its sign, its digits, its `k` or `m`, its unit.

use rust_decimal::Decimal;

use super::number::{Reading, digits};
use super::{NumberFormat, ValueError, check, duration};
use crate::domain::unit::{Currency, Scale, TimeUnit, Unit, UnitKind};

/// Reads a cleaned text as a number in a KPI's unit.
pub(super) fn read(text: &str, unit: &Unit, format: NumberFormat) -> Result<Decimal, ValueError> {
    let not_a_number = || ValueError::NotANumber { read: text.to_owned() };
    let (negative, body) = sign(text).ok_or_else(not_a_number)?;
    let signed = |number: Decimal| check(if negative { -number } else { number }, text);
    if let UnitKind::Duration(time) = unit.kind()
        && let Some(result) = duration::read(&body, time, format)
    {
        return result.map_err(|error| resign(error, negative, text)).and_then(signed);
    }
    let parts = Parts::cut(&body).ok_or_else(not_a_number)?;
    let factors = factors(&parts, unit, text)?;
    let readings = match digits(parts.digits, format).ok_or_else(|| too_long(&parts, text))? {
        Reading::One(number) => factors.iter().map(|factor| times(number, *factor)).collect(),
        Reading::Two(both) => both
            .iter()
            .map(|number| times(*number, factors[0]))
            .collect::<Option<Vec<_>>>(),
    };
    let readings = readings.ok_or_else(|| ValueError::TooLarge { read: text.to_owned() })?;
    settle(readings.into_iter().map(signed).collect(), text)
}

/// One reading where all that are possible agree, else both.
fn settle(readings: Vec<Result<Decimal, ValueError>>, text: &str) -> Result<Decimal, ValueError> {
    let mut possible: Vec<Decimal> = readings
        .iter()
        .filter_map(|reading| reading.as_ref().ok())
        .copied()
        .collect();
    possible.dedup();
    match possible.as_slice() {
        [number] => Ok(*number),
        [a, b, ..] => Err(ValueError::Ambiguous {
            read: text.to_owned(),
            readings: [*a, *b],
        }),
        [] => readings.into_iter().next().unwrap_or(Err(ValueError::Empty)),
    }
}

/// A long row of digits is too large or too exact rather than no number.
fn too_long(parts: &Parts<'_>, text: &str) -> ValueError {
    let read = text.to_owned();
    let (whole, part) = parts.digits.rsplit_once(['.', ',']).unwrap_or((parts.digits, ""));
    let all_digits = [whole, part]
        .iter()
        .all(|side| side.bytes().all(|b| b.is_ascii_digit()));
    match (all_digits, whole.len() > 16, part.len() > 10) {
        (true, true, _) => ValueError::TooLarge { read },
        (true, _, true) => ValueError::TooManyDecimals { read },
        _ => ValueError::NotANumber { read },
    }
}

/// The error of an unsigned part, told with the whole text and its sign.
fn resign(error: ValueError, negative: bool, text: &str) -> ValueError {
    let read = text.to_owned();
    match error {
        ValueError::Ambiguous { readings: [a, b], .. } if negative => ValueError::Ambiguous {
            read,
            readings: [-a, -b],
        },
        ValueError::Ambiguous { readings, .. } => ValueError::Ambiguous { read, readings },
        ValueError::NotANumber { .. } => ValueError::NotANumber { read },
        other => other,
    }
}

/// Splits off one sign, before or after a currency, or brackets; none where there are several.
fn sign(text: &str) -> Option<(bool, String)> {
    let open = text.matches('(').count();
    let minus = text.matches('-').count();
    let plus = text.matches('+').count();
    if open != text.matches(')').count() || open + minus + plus > 1 {
        return None;
    }
    let first_digit = text.find(|c: char| c.is_ascii_digit())?;
    let last_digit = text.rfind(|c: char| c.is_ascii_digit())?;
    let placed = |sign: char| text.find(sign).is_none_or(|at| at < first_digit);
    if !(placed('-') && placed('+') && placed('(') && text.find(')').is_none_or(|at| at > last_digit)) {
        return None;
    }
    let body: String = text.chars().filter(|c| !matches!(c, '(' | ')' | '-' | '+')).collect();
    Some((open + minus == 1, body.trim().to_owned()))
}

/// A typed number without its sign: what stands before its digits, they, and what stands after.
struct Parts<'a> {
    before: &'a str,
    digits: &'a str,
    after: &'a str,
}

impl<'a> Parts<'a> {
    fn cut(text: &'a str) -> Option<Self> {
        let mut start = text.find(|c: char| c.is_ascii_digit())?;
        if text[..start].ends_with(['.', ',']) {
            start -= 1;
        }
        let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | ' ');
        let end = text[start..]
            .find(|c| !numeric(c))
            .map_or(text.len(), |length| start + length);
        let digits = text[start..end].trim_end();
        Some(Self {
            before: text[..start].trim(),
            digits,
            after: text[end..].trim(),
        })
    }
}

/// What a typed number is multiplied by to be in the KPI's unit: one factor, or two where it can be read in two ways.
fn factors(parts: &Parts<'_>, unit: &Unit, text: &str) -> Result<Vec<Factor>, ValueError> {
    let wrong = |typed: &str| ValueError::WrongUnit {
        read: text.to_owned(),
        typed: typed.to_owned(),
        expected: unit.clone(),
    };
    let after = parts.after.to_lowercase();
    let own = unit.as_str().to_lowercase();
    if parts.before.is_empty() && !after.is_empty() && same_unit(&after, &own) {
        let scaled = Scale::of_word(&after).map(|scale| Factor {
            up: scale,
            down: Scale::One,
        });
        return Ok(std::iter::once(Factor::ONE).chain(scaled).collect());
    }
    let (scale, typed) = split_scale(parts);
    match (typed.as_str(), unit.kind()) {
        ("", UnitKind::Currency { scale: counted, .. }) if scale != Scale::One && counted != Scale::One => {
            Ok(bare_scale(scale, counted))
        }
        ("", _) | ("%", UnitKind::Percent) => Ok(vec![Factor {
            up: scale,
            down: Scale::One,
        }]),
        (
            other,
            UnitKind::Currency {
                currency,
                scale: counted,
            },
        ) => match Currency::read(other) {
            Some(read) if read.fits(currency) => Ok(money(scale, counted)),
            _ => Err(wrong(&typed)),
        },
        (other, kind) if fits_kind(other, kind) => Ok(vec![Factor {
            up: scale,
            down: Scale::One,
        }]),
        (other, _) if same_unit(&other.to_lowercase(), &own) => Ok(vec![Factor {
            up: scale,
            down: Scale::One,
        }]),
        _ => Err(wrong(&typed)),
    }
}

/// `$1.2m` is an amount, so it is brought into the unit's millions; `$3` in millions is either an amount or the unit.
fn money(typed: Scale, counted: Scale) -> Vec<Factor> {
    let amount = Factor {
        up: typed,
        down: counted,
    };
    if typed == Scale::One && counted != Scale::One {
        return vec![Factor::ONE, amount];
    }
    vec![amount]
}

/// `1.2m` in millions says the unit; `1.2k` in millions is either an amount or a thousand of them.
fn bare_scale(typed: Scale, counted: Scale) -> Vec<Factor> {
    if typed == counted {
        return vec![Factor::ONE];
    }
    vec![
        Factor {
            up: typed,
            down: counted,
        },
        Factor {
            up: typed,
            down: Scale::One,
        },
    ]
}

fn fits_kind(typed: &str, kind: UnitKind) -> bool {
    let lower = typed.to_lowercase();
    match kind {
        UnitKind::Percent => matches!(lower.as_str(), "percent" | "per cent" | "pct"),
        UnitKind::Points => matches!(lower.as_str(), "pp" | "points" | "%-points" | "percentage points"),
        UnitKind::Ratio => matches!(lower.as_str(), "x" | "×" | "times"),
        UnitKind::Duration(unit) => TimeUnit::of_word(&lower) == Some(unit),
        UnitKind::Currency { .. } | UnitKind::Count | UnitKind::Free => false,
    }
}

/// Whether a typed word is the KPI's unit, or its singular or plural.
fn same_unit(typed: &str, own: &str) -> bool {
    !own.is_empty() && (typed == own || typed.strip_suffix('s') == Some(own) || own.strip_suffix('s') == Some(typed))
}

/// The scale in what stands after the digits, and the unit that is left on either side.
fn split_scale(parts: &Parts<'_>) -> (Scale, String) {
    let join = |after: &str| format!("{} {after}", parts.before).trim().to_owned();
    let lower = parts.after.to_lowercase();
    if let Some(scale) = Scale::of_word(&lower) {
        return (scale, join(""));
    }
    let letters = lower.chars().take_while(char::is_ascii_alphabetic).count();
    let cut = (1..=letters.min(9)).rev().find_map(|at| {
        let (word, rest) = lower.split_at(at);
        let separate = rest.starts_with(' ') || rest.starts_with(|c: char| !c.is_alphanumeric());
        let scale = Scale::of_word(word).filter(|_| separate || Currency::read(rest).is_some())?;
        Some((scale, parts.after.get(at..)?.trim().to_owned()))
    });
    match cut {
        Some((scale, rest)) => (scale, join(&rest)),
        None => (Scale::One, join(parts.after)),
    }
}

/// A power of a thousand over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Factor {
    up: Scale,
    down: Scale,
}

impl Factor {
    const ONE: Self = Self {
        up: Scale::One,
        down: Scale::One,
    };
}

fn times(number: Decimal, factor: Factor) -> Option<Decimal> {
    number
        .checked_mul(Decimal::from(factor.up.factor()))?
        .checked_div(Decimal::from(factor.down.factor()))
}
