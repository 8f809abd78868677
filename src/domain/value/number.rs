//! Digits with their separators, as people group them and as files hold them.

use rust_decimal::Decimal;

use super::{NumberFormat, ValueError, check, clean};

/// Digits as they can be read: one way or two.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// One reading.
    One(Decimal),
    /// As a decimal number, or with grouped thousands.
    Two([Decimal; 2]),
}

/// Reads unsigned digits with grouping and a decimal mark; none where they are no number.
pub(super) fn digits(text: &str, format: NumberFormat) -> Option<Reading> {
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let Some(&(at, last)) = marks.last() else {
        return one(text);
    };
    if marks.iter().any(|(_, c)| !matches!(c, '.' | ',' | '\'' | '’' | ' ')) {
        return None;
    }
    let count = marks.iter().filter(|(_, c)| *c == last).count();
    let can_be_decimal = matches!(last, '.' | ',') && count == 1;
    if !can_be_decimal {
        return one(&ungroup(text)?);
    }
    let (whole, part) = (&text[..at], &text[at + 1..]);
    let as_decimal = decimal(whole, part);
    let as_grouped = ungroup(text).filter(|_| marks.len() == 1);
    let point = match format {
        NumberFormat::Unset => None,
        NumberFormat::Point => Some('.'),
        NumberFormat::Comma => Some(','),
    };
    match (as_decimal, as_grouped, point) {
        (None, None, _) => None,
        (Some(number), Some(grouped), None) => Some(Reading::Two([number.parse().ok()?, grouped.parse().ok()?])),
        (Some(number), Some(_), Some(point)) if point == last => one(&number),
        (_, Some(grouped), _) => one(&grouped),
        (Some(number), None, _) => one(&number),
    }
}

fn one(text: &str) -> Option<Reading> {
    Decimal::from_str_exact(text).ok().map(Reading::One)
}

/// `whole` (perhaps grouped) and `part` as a number with a point.
fn decimal(whole: &str, part: &str) -> Option<String> {
    if part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole = if whole.bytes().all(|b| b.is_ascii_digit()) {
        whole.to_owned()
    } else {
        ungroup(whole)?
    };
    Some(format!("{}.{part}", if whole.is_empty() { "0" } else { &whole }))
}

/// The digits without their grouping: one kind of mark, one to three digits before it and three after each.
fn ungroup(text: &str) -> Option<String> {
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let three = |group: &&str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let starts = (1..=3).contains(&first.len()) && !first.starts_with('0');
    (starts && rest.iter().all(three)).then(|| format!("{first}{}", rest.concat()))
}

/// Reads a number as files hold it: a decimal point, no grouping; a decimal comma too where `comma` says so.
pub fn plain(text: &str, comma: DecimalComma) -> Result<Decimal, ValueError> {
    let read = clean(text);
    if read.is_empty() {
        return Err(ValueError::Empty);
    }
    let not_a_number = || ValueError::NotANumber { read: read.clone() };
    let unsigned = read.strip_prefix('-').unwrap_or(&read);
    let pointed = match comma {
        DecimalComma::Accepted => unsigned.replacen(',', ".", 1),
        DecimalComma::Refused => unsigned.to_owned(),
    };
    let (whole, part) = pointed.split_once('.').unwrap_or((&pointed, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) {
        return Err(not_a_number());
    }
    let whole = whole.trim_start_matches('0');
    let part = part.trim_end_matches('0');
    if whole.len() > 16 {
        return Err(ValueError::TooLarge { read });
    }
    if part.len() > 10 {
        return Err(ValueError::TooManyDecimals { read });
    }
    let number = Decimal::from_str_exact(&format!("0{whole}.{part}0")).map_err(|_| not_a_number())?;
    check(if read.starts_with('-') { -number } else { number }, &read)
}

/// Whether a comma may stand for the decimal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalComma {
    /// The separator of the file is a semicolon.
    Accepted,
    /// The separator of the file is a comma.
    Refused,
}
