//! What is wrong with a file to import, or with a row of it, in words.

use super::{bold, either, invalid, noun, shortened};
use crate::domain::UnknownWord;
use crate::domain::import::{FileError, MAX_BYTES, MAX_ROWS, Problem};
use crate::domain::kpi::MAX_AVAILABLE_ON;
use crate::domain::value::ValueError;
use crate::locale::{Voice, Words, distance, escape, instant};
use crate::say;
use crate::service::import::{Named, Reason};
use crate::service::{Error, Invalid, Noun};

/// Why a file cannot be read at all.
pub(super) fn file(voice: &Voice, error: &FileError) -> String {
    let words = voice.words;
    let number = |number: usize| voice.numbers.plain(number.into());
    match error {
        FileError::TooLarge { .. } => too_large(voice),
        FileError::TooManyRows => say!(words, "import-file-too-many-rows", most = number(MAX_ROWS)),
        FileError::Empty => words.say("import-file-empty", &[]),
        FileError::NotUtf8 { line } => say!(words, "import-file-not-utf8", line = line.to_string()),
        FileError::BrokenXlsx => words.say("import-file-broken-xlsx", &[]),
        FileError::BrokenCsv { line } => say!(words, "import-file-broken-csv", line = line.to_string()),
        FileError::MissingColumns { missing, required } => {
            let count = missing.len();
            say!(
                words,
                "import-file-columns",
                count = count,
                missing = columns(missing),
                required = columns(required)
            )
        }
        FileError::UnknownColumns { unknown, known } => {
            let names: Vec<String> = unknown.iter().take(5).map(|name| bold(&shortened(name))).collect();
            let count = unknown.len();
            say!(
                words,
                "import-file-unknown",
                count = count,
                unknown = names.join(" · "),
                known = columns(known)
            )
        }
        FileError::RepeatedColumn { column } => say!(words, "import-file-repeated", column = *column),
    }
}

/// The largest file that is read.
pub(super) fn too_large(voice: &Voice) -> String {
    let most = voice.numbers.plain((MAX_BYTES / (1024 * 1024)).into());
    say!(voice.words, "import-file-too-large", most = most)
}

fn columns(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Why a row is refused.
#[must_use]
pub fn row_reason(voice: &Voice, reason: &Reason) -> String {
    let words = voice.words;
    match reason {
        Reason::Cell(problem) => cell(voice, problem),
        Reason::Unknown { noun, typed, close } => unknown(words, *noun, typed, close),
        Reason::Ambiguous { noun, typed } => {
            say!(
                words,
                "import-row-several",
                noun = named(words, *noun),
                typed = bold(&shortened(typed))
            )
        }
        Reason::Denied(need) => super::reason(voice, &Error::Denied(need.clone())),
        Reason::NotBegun {
            period,
            fiscal,
            begins_at,
        } => say!(
            words,
            "error-not-begun",
            period = voice.period(*period, *fiscal),
            begins = instant(*begins_at),
            away = distance(*begins_at)
        ),
        Reason::Closed { period, fiscal } => {
            say!(words, "error-closed", period = voice.period(*period, *fiscal))
        }
        Reason::Published { period, fiscal } => {
            say!(words, "import-row-published", period = voice.period(*period, *fiscal))
        }
        Reason::SecondNotApplicable { manager } => {
            say!(words, "import-row-second-not-applicable", manager = escape(manager))
        }
        Reason::Computed => words.say("import-row-computed", &[]),
        Reason::Fixed => words.say("import-row-fixed", &[]),
        Reason::Past { running, fiscal } => {
            say!(words, "import-row-past", running = voice.period(*running, *fiscal))
        }
        Reason::Contradicts { first } => say!(words, "import-row-contradicts", line = first.to_string()),
        Reason::Taken => words.say("import-row-taken", &[]),
        Reason::TakenName => words.say("import-row-taken-name", &[]),
        Reason::Full { noun, most } => {
            let nouns = words.say(&format!("nouns-{}", super::word(*noun)), &[]);
            say!(
                words,
                "error-full",
                most = voice.numbers.plain((*most).into()),
                nouns = nouns
            )
        }
        Reason::FromWithoutTarget => words.say("import-row-from-alone", &[]),
        Reason::Judged => words.say("import-row-judged", &[]),
        Reason::OnlyWithoutFrom => words.say("import-row-only-alone", &[]),
        Reason::DrivesItself => words.say("error-drives-itself", &[]),
    }
}

fn unknown(words: Words, what: Named, typed: &str, close: &[String]) -> String {
    let (noun, typed) = (named(words, what), bold(&shortened(typed)));
    let names: Vec<String> = close.iter().map(|name| bold(name)).collect();
    if names.is_empty() {
        let hint = words.say(
            match what {
                Named::Kpi => "import-hint-kpi",
                Named::Objective => "import-hint-objective",
                Named::Person => "import-hint-person",
            },
            &[],
        );
        return say!(words, "error-unknown", noun = noun, typed = typed, hint = hint);
    }
    say!(
        words,
        "error-did-you-mean",
        noun = noun,
        typed = typed,
        names = either(words, &names)
    )
}

fn named(words: Words, what: Named) -> String {
    match what {
        Named::Kpi => words.say("import-noun-kpi", &[]),
        Named::Objective => noun(words, Noun::Objective),
        Named::Person => words.say("import-noun-person", &[]),
    }
}

/// What is wrong with a cell.
fn cell(voice: &Voice, problem: &Problem) -> String {
    let words = voice.words;
    let said = |invalid: Invalid| invalid::said(voice, &invalid);
    match problem {
        Problem::Missing => words.say("import-cell-missing", &[]),
        Problem::TooManyCells => words.say("import-cell-too-many", &[]),
        Problem::Repeated { first } => say!(words, "import-cell-repeated", line = first.to_string()),
        Problem::TooLong { length } => say!(words, "import-cell-too-long", length = *length),
        Problem::Decimals { read } => say!(words, "import-cell-decimals", typed = bold(&shortened(read))),
        Problem::Name(error) => said(Invalid::Name(error.clone())),
        Problem::Key(error) => said(Invalid::Key(error.clone())),
        Problem::Unit(error) => said(Invalid::Unit(error.clone())),
        Problem::Word(UnknownWord { read, accepted }) => {
            say!(
                words,
                "import-cell-word",
                typed = bold(&shortened(read)),
                accepted = columns(accepted)
            )
        }
        Problem::Value(error) => value(voice, error),
        Problem::Weight(error) => said(Invalid::Weight {
            typed: error.read.to_string(),
        }),
        Problem::Period(error) => said(Invalid::Period(error.clone())),
        Problem::Target(error) => said(Invalid::Target(*error)),
        Problem::YesNo { read } => say!(words, "import-cell-yes-no-option", typed = bold(&shortened(read))),
        Problem::Day { read } => say!(
            words,
            "import-cell-day",
            typed = bold(&shortened(read)),
            most = MAX_AVAILABLE_ON
        ),
        Problem::Entering(error) => said(Invalid::Entering(*error)),
        Problem::Formula(error) => said(Invalid::Formula(error.clone())),
    }
}

/// What is wrong with a number as files hold it.
fn value(voice: &Voice, error: &ValueError) -> String {
    let words = voice.words;
    let typed = |read: &str| bold(&shortened(read));
    match error {
        ValueError::Empty => words.say("import-cell-missing", &[]),
        ValueError::NotANumber { read } | ValueError::Ambiguous { read, .. } | ValueError::WrongUnit { read, .. } => {
            say!(words, "import-cell-number", typed = typed(read))
        }
        ValueError::TooLarge { read } => {
            let most = voice.numbers.plain(crate::domain::value::LIMIT);
            say!(words, "error-value-too-large", typed = typed(read), most = most)
        }
        ValueError::TooManyDecimals { read } => {
            let most = voice.numbers.plain(crate::domain::value::MAX_DECIMALS.into());
            say!(words, "error-value-decimals", typed = typed(read), most = most)
        }
        ValueError::NotYesNo { read } => say!(words, "import-cell-yes-no", typed = typed(read)),
        ValueError::ReasonMissing => words.say("error-value-reason", &[]),
        ValueError::ReasonTooLong { length } => {
            let most = crate::domain::value::MAX_REASON;
            say!(words, "error-value-reason-long", length = *length, most = most)
        }
    }
}
