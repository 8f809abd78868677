//! What was given and cannot be used, in words.

use chrono::Datelike;

use super::{bold, either, shortened, value};
use crate::domain::day::DayError;
use crate::domain::formula::{self, FormulaError};
use crate::domain::kpi::EnteringError;
use crate::domain::name::{KeyError, MAX_LENGTH, NameError};
use crate::domain::period::{FiscalStart, Period, PeriodError, PeriodKind};
use crate::domain::unit::{self, UnitError};
use crate::locale::{Voice, Words, distance, escape, instant};
use crate::say;
use crate::service::{AttachmentFault, Invalid};

/// The sentence.
pub(super) fn said(voice: &Voice, invalid: &Invalid) -> String {
    let words = voice.words;
    match invalid {
        Invalid::Name(error) => name(words, error),
        Invalid::Key(error) => key(words, error),
        Invalid::Value { error, kpi } => value::said(voice, error, kpi),
        Invalid::Unit(error) => unit(words, error),
        Invalid::Period(error) => period(words, error),
        Invalid::NotBegun { period, begins_at } => {
            let (begins, away) = (instant(*begins_at), distance(*begins_at));
            say!(
                words,
                "error-not-begun",
                period = months(voice, *period),
                begins = begins,
                away = away
            )
        }
        Invalid::YearToDate { kpi, fiscal, periods } => super::period::year_to_date(voice, kpi, (*fiscal, periods)),
        Invalid::Entering(EnteringError::YearToDateNeedsSum) => words.say("error-ytd-needs-sum", &[]),
        Invalid::Entering(EnteringError::SumCarried) => words.say("error-sum-carried", &[]),
        Invalid::Formula(error) => formula(words, error),
        Invalid::Target(error) => value::target(voice, error),
        Invalid::Yearly(fault) => super::yearly::said(voice, fault),
        Invalid::Number { field, typed } => {
            say!(
                words,
                "error-number",
                field = words.name(field),
                typed = bold(&shortened(typed))
            )
        }
        Invalid::Weight { typed } => say!(words, "error-weight", typed = bold(&shortened(typed))),
        Invalid::TimeZone { typed, close } => time_zone(words, typed, close),
        Invalid::TooLong { field, most } => {
            let most = voice.numbers.plain((*most).into());
            say!(words, "error-too-long", field = words.name(field), most = most)
        }
        Invalid::Channel { channel, missing } => {
            let missing: Vec<String> = missing.iter().map(|name| voice.permission(name)).collect();
            let missing = missing.join(" · ");
            say!(
                words,
                "error-channel",
                channel = format!("<#{channel}>"),
                missing = missing
            )
        }
        Invalid::Exposed { channel, onlookers } => {
            say!(
                words,
                "error-exposed",
                channel = format!("<#{channel}>"),
                onlookers = crate::discord::view::reader::onlookers(words, onlookers)
            )
        }
        Invalid::BackBeforeGone { from, until } => {
            let (from, until) = (voice.day(*from), voice.day(*until));
            say!(words, "error-back-before-gone", from = from, until = until)
        }
        Invalid::OwnDeputy => words.say("error-own-deputy", &[]),
        Invalid::NothingToHandOver { name } => say!(words, "error-nothing-to-hand-over", name = bold(name)),
        Invalid::ReadersOfOpen => words.say("error-readers-of-open", &[]),
        Invalid::NoReader { typed, named } => {
            let names: Vec<String> = named.iter().map(|name| bold(name)).collect();
            let typed = bold(&shortened(typed));
            say!(
                words,
                "error-no-reader",
                typed = typed,
                count = names.len(),
                names = names.join(", ")
            )
        }
        Invalid::NotAPerson { name } => say!(words, "error-not-a-person", name = bold(name)),
        Invalid::EmptyForm => words.say("error-empty-form", &[]),
        Invalid::NothingToChange => words.say("error-nothing-to-change", &[]),
        Invalid::DrivesItself => words.say("error-drives-itself", &[]),
        Invalid::OtherScorecard => words.say("error-other-scorecard", &[]),
        Invalid::NotBelow { below, above } => {
            say!(words, "error-not-below", below = bold(below), above = bold(above))
        }
        Invalid::ParentCycle => words.say("error-parent-cycle", &[]),
        Invalid::When { typed } => say!(words, "error-when", typed = bold(&shortened(typed))),
        Invalid::ScheduleOrder { period } => say!(words, "error-schedule-order", period = months(voice, *period)),
        Invalid::Day { typed } => say!(words, "error-day", typed = bold(&shortened(typed))),
        Invalid::DayUnread { .. }
        | Invalid::DayOver { .. }
        | Invalid::Blank { .. }
        | Invalid::EndsBeforeStart { .. }
        | Invalid::Amount { .. }
        | Invalid::KpiOrObjective
        | Invalid::NoDecisions => to_do(voice, invalid),
        Invalid::TooManyDays { most } => say!(words, "error-too-many-days", most = *most),
        Invalid::QuietHours { typed } => say!(words, "error-quiet-hours", typed = bold(&shortened(typed))),
        Invalid::File(error) => super::file::file(voice, error),
        Invalid::Attachment(AttachmentFault::TooLarge) => super::file::too_large(voice),
        Invalid::Attachment(AttachmentFault::Elsewhere) => words.say("error-attachment-elsewhere", &[]),
        Invalid::Attachment(AttachmentFault::Unreachable) => words.say("error-attachment-unreachable", &[]),
    }
}

/// What is wrong about something that is to be done.
fn to_do(voice: &Voice, invalid: &Invalid) -> String {
    let words = voice.words;
    match invalid {
        Invalid::DayUnread { typed, error } => day(voice, typed, *error),
        Invalid::DayOver { day } => say!(words, "error-day-over", day = voice.day(*day)),
        Invalid::Blank { field } => say!(words, "error-blank", field = words.name(field)),
        Invalid::EndsBeforeStart { start, due } => say!(
            words,
            "error-ends-before-start",
            start = voice.day(*start),
            due = voice.day(*due)
        ),
        Invalid::Amount { typed, unit } if unit.as_str().is_empty() => {
            say!(words, "error-amount", typed = bold(&shortened(typed)))
        }
        Invalid::Amount { typed, unit } => say!(
            words,
            "error-amount-unit",
            typed = bold(&shortened(typed)),
            unit = escape(unit.as_str())
        ),
        Invalid::KpiOrObjective => words.say("error-kpi-or-objective", &[]),
        Invalid::NoDecisions => words.say("error-no-decisions", &[]),
        // Everything else has its words above.
        _ => String::new(),
    }
}

fn name(words: Words, error: &NameError) -> String {
    match error {
        NameError::Empty => words.say("error-name-empty", &[]),
        NameError::TooLong { length } => say!(words, "error-name-too-long", length = *length, most = MAX_LENGTH),
        NameError::Hidden { found } => say!(words, "error-name-hidden", found = code_point(*found)),
        NameError::Mention => words.say("error-name-mention", &[]),
    }
}

fn key(words: Words, error: &KeyError) -> String {
    match error {
        KeyError::Empty => words.say("error-key-empty", &[]),
        KeyError::TooLong { length } => say!(words, "error-key-too-long", length = *length),
        KeyError::Forbidden { found } if found.is_whitespace() => words.say("error-key-blank", &[]),
        KeyError::Forbidden { found } => say!(words, "error-key-forbidden", found = shown(*found)),
    }
}

fn unit(words: Words, error: &UnitError) -> String {
    match error {
        UnitError::TooLong { length } => {
            say!(words, "error-unit-too-long", length = *length, most = unit::MAX_LENGTH)
        }
        UnitError::Forbidden { found } => say!(words, "error-unit-forbidden", found = shown(*found)),
    }
}

fn period(words: Words, error: &PeriodError) -> String {
    let typed = |read: &str| bold(&shortened(read));
    match error {
        PeriodError::Unreadable { read } => say!(words, "error-period-unreadable", typed = typed(read)),
        PeriodError::Fiscal { read, suggestion } => {
            say!(
                words,
                "error-period-fiscal",
                typed = typed(read),
                suggestion = suggestion.as_str()
            )
        }
        PeriodError::FarAway { read } => say!(words, "error-period-far-away", typed = typed(read)),
        PeriodError::NoSuch { read } => say!(words, "error-period-no-such", typed = typed(read)),
        PeriodError::WrongKind { read, found, expected } => {
            let kind = |kind: PeriodKind| words.say(&format!("kind-{}", kind.noun()), &[]);
            let example = words.say(&format!("error-period-example-{}", expected.noun()), &[]);
            let (found, expected) = (kind(*found), kind(*expected));
            say!(
                words,
                "error-period-kind",
                typed = typed(read),
                found = found,
                expected = expected,
                example = example
            )
        }
    }
}

fn formula(words: Words, error: &FormulaError) -> String {
    match error {
        FormulaError::Empty => words.say("error-formula-empty", &[]),
        FormulaError::TooLong { length } => {
            say!(
                words,
                "error-formula-too-long",
                length = *length,
                most = formula::MAX_LENGTH
            )
        }
        FormulaError::Unexpected { found } if found.is_empty() => words.say("error-formula-beside", &[]),
        FormulaError::Unexpected { found } => {
            let found = found.chars().next().map(shown).unwrap_or_default();
            say!(words, "error-formula-unexpected", found = found)
        }
        FormulaError::Unfinished => words.say("error-formula-unfinished", &[]),
        FormulaError::Unknown { typed } => say!(words, "error-formula-unknown", typed = bold(&shortened(typed))),
        FormulaError::Arguments { function } => say!(words, "error-formula-arguments", function = function.as_str()),
        FormulaError::TooDeep => words.say("error-formula-too-deep", &[]),
        FormulaError::NoInput => words.say("error-formula-no-input", &[]),
        FormulaError::TooManyInputs => say!(words, "error-formula-inputs", most = formula::MAX_INPUTS),
    }
}

fn day(voice: &Voice, typed: &str, error: DayError) -> String {
    let typed = bold(&shortened(typed));
    match error {
        DayError::Unreadable => say!(voice.words, "error-day-unread", typed = typed),
        DayError::TwoReadings(one, other) => say!(
            voice.words,
            "error-day-two",
            typed = typed,
            one = voice.day(one),
            other = voice.day(other),
            write = one.to_string()
        ),
    }
}

fn time_zone(words: Words, typed: &str, close: &[String]) -> String {
    let typed = bold(&shortened(typed));
    let names: Vec<String> = close.iter().map(|name| bold(name)).collect();
    match names.as_slice() {
        [] => say!(words, "error-time-zone", typed = typed),
        names => say!(
            words,
            "error-time-zone-close",
            typed = typed,
            names = either(words, names)
        ),
    }
}

/// A character that can be seen, or its number where it cannot.
fn shown(character: char) -> String {
    if character.is_control() || ('\u{2000}'..='\u{206F}').contains(&character) {
        return code_point(character);
    }
    format!("`{}`", if character == '`' { 'ˋ' } else { character })
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A period told so that it needs no fiscal calendar: a quarter or year by its months.
pub(super) fn months(voice: &Voice, period: Period) -> String {
    let calendar_year = period.kind() == PeriodKind::Year && period.first_day().month() == 1;
    match period.kind() {
        PeriodKind::Quarter | PeriodKind::Year if !calendar_year => {
            let month = |day| {
                voice.period(
                    Period::containing(PeriodKind::Month, day, FiscalStart::JANUARY),
                    FiscalStart::JANUARY,
                )
            };
            say!(
                voice.words,
                "period-span",
                first = month(period.first_day()),
                last = month(period.last_day())
            )
        }
        _ => escape(&voice.period(period, FiscalStart::JANUARY)).into_owned(),
    }
}
