//! Days as people type them: when something is due, or until when it rests. A day without a year is the next such day.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Names of months in the languages that people type: every beginning of three letters or more is one too.
const MONTHS: [(&str, u32); 25] = [
    ("january", 1),
    ("januar", 1),
    ("february", 2),
    ("februar", 2),
    ("march", 3),
    ("märz", 3),
    ("maerz", 3),
    ("april", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("juni", 6),
    ("july", 7),
    ("juli", 7),
    ("august", 8),
    ("september", 9),
    ("sept", 9),
    ("october", 10),
    ("oktober", 10),
    ("november", 11),
    ("december", 12),
    ("dezember", 12),
    ("jänner", 1),
    ("feber", 2),
    ("mrz", 3),
];

/// Names of weekdays, counted from Monday: every beginning of two letters or more is one too.
const WEEKDAYS: [(&str, u32); 14] = [
    ("monday", 0),
    ("montag", 0),
    ("tuesday", 1),
    ("dienstag", 1),
    ("wednesday", 2),
    ("mittwoch", 2),
    ("thursday", 3),
    ("donnerstag", 3),
    ("friday", 4),
    ("freitag", 4),
    ("saturday", 5),
    ("samstag", 5),
    ("sunday", 6),
    ("sonntag", 6),
];

/// The years that a day can be in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayError {
    /// It cannot be read.
    #[error("not a day")]
    Unreadable,
    /// It can be read as two days.
    #[error("{0} or {1}")]
    TwoReadings(NaiveDate, NaiveDate),
}

/// Reads a day: `2026-12-20`, `20 Dec`, `Dec 20 2027`, `20.12.`, `20.12.2026`, `Friday`, `tomorrow`, `in 2 weeks`, `10d`.
pub fn parse(typed: &str, today: NaiveDate) -> Result<NaiveDate, DayError> {
    let text = typed.trim().to_lowercase();
    if let Ok(day) = text.parse::<NaiveDate>() {
        return known(Some(day));
    }
    if text.contains('/') {
        return with_slashes(&text, today);
    }
    let parts = parts(&text);
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    known(relative(&parts, today).or_else(|| dated(&parts, today)))
}

fn known(day: Option<NaiveDate>) -> Result<NaiveDate, DayError> {
    day.filter(|day| YEARS.contains(&day.year()))
        .ok_or(DayError::Unreadable)
}

/// Numbers and words: `in 2weeks` is `in`, `2`, `weeks`.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last = None;
    for character in text.chars() {
        let kind = match character {
            digit if digit.is_ascii_digit() => Some(true),
            letter if letter.is_alphabetic() => Some(false),
            ' ' | '.' | ',' | '+' => None,
            // Anything else makes it unreadable, as a word that nobody knows.
            _ => Some(false),
        };
        match parts.last_mut().filter(|_| kind.is_some() && kind == last) {
            Some(part) => part.push(character),
            None if kind.is_some() => parts.push(character.to_string()),
            None => {}
        }
        last = kind;
    }
    // `20th of Dec`.
    parts.retain(|part| !["st", "nd", "rd", "th", "of", "the"].contains(&part.as_str()));
    parts
}

/// A day counted from today.
fn relative(parts: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match parts {
        ["today" | "heute"] => Some(today),
        ["tomorrow" | "morgen"] => today.checked_add_days(Days::new(1)),
        ["übermorgen"] => today.checked_add_days(Days::new(2)),
        ["in", count, unit] | [count, unit] => later(today, count.parse().ok()?, unit),
        [word] => {
            let weekday = named(&WEEKDAYS, word, 2)?;
            let ahead = (weekday + 7 - today.weekday().num_days_from_monday()) % 7;
            let ahead = if ahead == 0 { 7 } else { ahead };
            today.checked_add_days(Days::new(ahead.into()))
        }
        _ => None,
    }
}

fn later(today: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    match unit {
        "d" | "day" | "days" | "t" | "tag" | "tage" | "tagen" => today.checked_add_days(Days::new(count.into())),
        "w" | "week" | "weeks" | "woche" | "wochen" => {
            today.checked_add_days(Days::new(u64::from(count).checked_mul(7)?))
        }
        "month" | "months" | "monat" | "monate" | "monaten" => today.checked_add_months(Months::new(count)),
        _ => None,
    }
}

/// A day of the calendar: `20 dec`, `dec 20 2027`, `20 12`, `20 12 26`.
fn dated(parts: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let month = |word: &str| named(&MONTHS, word, 3);
    match parts {
        [first, second, rest @ ..] if rest.len() <= 1 => {
            let (day, month) = match (first.parse::<u32>(), second.parse::<u32>()) {
                (Ok(day), Err(_)) => (day, month(second)?),
                (Err(_), Ok(day)) => (day, month(first)?),
                (Ok(day), Ok(month)) => (day, month),
                (Err(_), Err(_)) => return None,
            };
            in_year((day, month), rest.first().copied(), today)
        }
        _ => None,
    }
}

/// The month before or after the day, as some write it: only where that leaves one reading.
fn with_slashes(text: &str, today: NaiveDate) -> Result<NaiveDate, DayError> {
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let [first, second, rest @ ..] = &parts[..] else {
        return Err(DayError::Unreadable);
    };
    let (Ok(first), Ok(second), true) = (first.parse(), second.parse(), rest.len() <= 1) else {
        return Err(DayError::Unreadable);
    };
    let year = rest.first().copied();
    let one = in_year((first, second), year, today);
    let other = in_year((second, first), year, today);
    match (one, other) {
        (Some(one), Some(other)) if one != other => Err(DayError::TwoReadings(one, other)),
        (one, other) => known(one.or(other)),
    }
}

/// A day of a month, in a year, or the next time it comes.
fn in_year((day, month): (u32, u32), year: Option<&str>, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(year) = year {
        let year: i32 = year.parse().ok()?;
        let year = if (0..100).contains(&year) { 2000 + year } else { year };
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    // 29 February comes within eight years.
    (today.year()..=today.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|found| *found >= today)
}

fn named(names: &[(&str, u32)], word: &str, least: usize) -> Option<u32> {
    if word.chars().count() < least {
        return None;
    }
    names
        .iter()
        .find(|(name, _)| name.starts_with(word))
        .map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A Wednesday.
    fn today() -> NaiveDate {
        day("2026-11-25")
    }

    #[test]
    fn a_day_is_read_as_people_type_it() {
        let check = |typed: &str, expected: &str| assert_eq!(parse(typed, today()), Ok(day(expected)), "{typed}");
        check("2026-12-20", "2026-12-20");
        check(" 20 Dec ", "2026-12-20");
        check("Dec 20", "2026-12-20");
        check("20th of December, 2027", "2027-12-20");
        check("december 20 2027", "2027-12-20");
        check("20. Dezember", "2026-12-20");
        check("3. März 2027", "2027-03-03");
        check("20.12.", "2026-12-20");
        check("20.12.2027", "2027-12-20");
        check("1.2.27", "2027-02-01");
        check("24 Nov", "2027-11-24");
        check("25 Nov", "2026-11-25");
        check("29 feb", "2028-02-29");
        check("20/12", "2026-12-20");
        check("12/20/2026", "2026-12-20");
        check("11/11", "2027-11-11");
        check("today", "2026-11-25");
        check("morgen", "2026-11-26");
        check("in 2 weeks", "2026-12-09");
        check("2 Wochen", "2026-12-09");
        check("2w", "2026-12-09");
        check("+10d", "2026-12-05");
        check("in 3 months", "2027-02-25");
        check("Friday", "2026-11-27");
        check("fri", "2026-11-27");
        check("mi", "2026-12-02");
    }

    #[test]
    fn what_is_no_day_or_two_is_refused() {
        let unreadable = |typed: &str| assert_eq!(parse(typed, today()), Err(DayError::Unreadable), "{typed}");
        for typed in [
            "",
            "soon",
            "31 Nov",
            "2026-11-31",
            "32.1.",
            "in weeks",
            "dec",
            "20",
            "1.1.1800",
            "in 9999999 weeks",
            "1/2/3/4",
            "@everyone",
            "13/13",
            "in -2 days",
            "20 dec 2026 10:00",
        ] {
            unreadable(typed);
        }
        let two = DayError::TwoReadings(day("2027-02-01"), day("2027-01-02"));
        assert_eq!(parse("1/2", today()), Err(two));
    }

    proptest! {
        #[test]
        fn what_a_day_is_written_as_is_read_back(ahead in 0_u64..50_000) {
            let wanted = today() + Days::new(ahead);
            prop_assert_eq!(parse(&wanted.to_string(), today()), Ok(wanted));
            prop_assert_eq!(parse(&wanted.format("%d.%m.%Y").to_string(), today()), Ok(wanted));
            prop_assert_eq!(parse(&wanted.format("%-d %B %Y").to_string(), today()), Ok(wanted));
        }

        #[test]
        fn nothing_that_is_typed_breaks_it(typed in ".{0,40}") {
            let _ = parse(&typed, today());
        }
    }
}
