//! Every error has its sentence: what was read, what is accepted, and an example that can be typed back.

use chrono::{DateTime, NaiveDate};

use super::*;
use crate::domain::day::DayError;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, KeyError, Name, NameError};
use crate::domain::period::{FiscalStart, Period, PeriodError, PeriodKind};
use crate::domain::target::TargetError;
use crate::domain::unit::{Unit, UnitError};
use crate::domain::value::{NumberFormat, ValueError};
use crate::service::{AttachmentFault, Invalid, KpiExample};

pub(super) fn voice(format: NumberFormat) -> Voice {
    Voice::new(Words::of("en"), format)
}

pub(super) fn kpi(unit: &str, decimals: u8, direction: Direction) -> Kpi {
    Kpi {
        id: 1.into(),
        key: Key::parse("nps").unwrap(),
        name: Name::parse("Net Promoter Score").unwrap(),
        unit: Unit::parse(unit).unwrap(),
        direction,
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

/// A sentence holds what it must, speaks as the bot does, and can be sent.
fn check(error: impl Into<Error>, parts: &[&str]) {
    check_in(NumberFormat::Unset, error, parts);
}

fn check_in(format: NumberFormat, error: impl Into<Error>, parts: &[&str]) {
    let error = error.into();
    let said = reason(&voice(format), &error);
    for part in parts {
        assert!(said.contains(part), "“{part}” in “{said}”");
    }
    for never in ["!", "please", "oops", "invalid", "error", "successfully", "{", "#12"] {
        assert!(!said.to_lowercase().contains(never), "“{never}” in “{said}”");
    }
    assert!(said.ends_with(['.', '?']), "{said}");
    assert!(said.encode_utf16().count() <= 2_000, "{said}");
}

fn value(error: ValueError, unit: &str, last: Option<&str>) -> Invalid {
    let last = last.map(|last| last.parse().unwrap());
    let kpi = kpi(unit, 1, Direction::Higher);
    Invalid::Value {
        error,
        kpi: Box::new(KpiExample { kpi, last }),
    }
}

fn period(kind: PeriodKind, day: &str) -> Period {
    Period::containing(kind, day.parse().unwrap(), FiscalStart::try_from(4).unwrap())
}

fn not_found(noun: Noun, typed: &str, close: &[&str]) -> NotFound {
    NotFound {
        noun,
        typed: typed.into(),
        close: close.iter().map(|&name| name.to_owned()).collect(),
    }
}

#[test]
fn a_value_that_cannot_be_read_is_told_with_what_to_write() {
    let read = |read: &str| read.to_owned();
    let ambiguous = ValueError::Ambiguous {
        read: read("1.234"),
        readings: ["1.234".parse().unwrap(), "1234".parse().unwrap()],
    };
    check(
        value(ambiguous, "", Some("41")),
        &[
            "**1.234** as 1.234 or as 1,234.0",
            "**Net Promoter Score** was 41.0 last",
            "`1.2340` or `1234`",
            "/settings",
        ],
    );
    let scales = ValueError::Ambiguous {
        read: read("1.2k"),
        readings: ["0.0012".parse().unwrap(), "1200".parse().unwrap()],
    };
    check(
        value(scales, "USD m", None),
        &["$0.0012M", "$1,200.0M", "`0.0012` or `1200`"],
    );
    check(
        value(ValueError::NotANumber { read: read("abc") }, "%", Some("3.4")),
        &["**abc**", "3.4\u{202F}%", "`3.4%`"],
    );
    check_in(
        NumberFormat::Comma,
        value(ValueError::NotANumber { read: read("abc") }, "%", Some("3.4")),
        &["was 3,4\u{202F}% last", "`3,4%`"],
    );
    check(
        value(ValueError::Empty, "hours", None),
        &["**Net Promoter Score**", "`12.5h`"],
    );
    let unit = |unit: &str| Unit::parse(unit).unwrap();
    let wrong = |typed: &str, own: &str| ValueError::WrongUnit {
        read: format!("3 {typed}"),
        typed: typed.into(),
        expected: unit(own),
    };
    check(
        value(wrong("€", "USD m"), "USD m", None),
        &["**3 €** is in **€**", "measured in USD m", "`12.5`"],
    );
    check(
        value(wrong("%", ""), "", Some("41")),
        &["**%**", "a plain number", "`41`"],
    );
    check(
        value(ValueError::TooLarge { read: read("1e99") }, "", None),
        &["1,000,000,000,000,000"],
    );
    check(
        value(
            ValueError::TooManyDecimals {
                read: read("0.12345678901"),
            },
            "",
            None,
        ),
        &["at most 10"],
    );
    check(
        value(ValueError::NotYesNo { read: read("maybe") }, "", None),
        &["`yes` or `no`", "**maybe**"],
    );
    check(value(ValueError::ReasonMissing, "", None), &["`n/a: store closed`"]);
    check(
        value(ValueError::ReasonTooLong { length: 301 }, "", None),
        &["301", "300"],
    );
}

#[test]
fn a_target_that_cannot_be_used_is_told_with_its_numbers() {
    let number = |text: &str| text.parse().unwrap();
    let (red, target) = (number("3"), number("2.5"));
    let on_good_side = |worse_is_lower| TargetError::RedOnGoodSide {
        red,
        target,
        worse_is_lower,
    };
    check(
        Invalid::Target(on_good_side(true)),
        &["higher is better", "3 is not lower than 2.5"],
    );
    check(
        Invalid::Target(on_good_side(false)),
        &["lower is better", "3 is not higher than 2.5"],
    );
    check(
        Invalid::Target(TargetError::RedFlagNeeded { target: number("0") }),
        &["a target of 0", "`red_flag`"],
    );
    check(
        Invalid::Target(TargetError::RedWithoutTarget),
        &["`target`", "`red_flag`"],
    );
    check(
        Invalid::Target(TargetError::BandIncomplete),
        &["`target_low`", "`target_high`"],
    );
    let (low, high) = (number("6"), number("4"));
    check(
        Invalid::Target(TargetError::BandReversed { low, high }),
        &["6 is not lower than 4"],
    );
    check(
        Invalid::Target(TargetError::RedInsideBand {
            red,
            low: high,
            high: low,
        }),
        &["3 is within 4 to 6"],
    );
    check(Invalid::Target(TargetError::BandNotTaken), &["`target`", "`range`"]);
    check(Invalid::Target(TargetError::BandNeeded), &["`target_low`"]);
    check(Invalid::Target(TargetError::YesIsTheTarget), &["yes/no"]);
}

#[test]
fn a_name_a_key_or_a_unit_is_refused_with_the_reason() {
    check(Invalid::Name(NameError::Empty), &["at least one character"]);
    check(Invalid::Name(NameError::TooLong { length: 151 }), &["151", "150"]);
    check(Invalid::Name(NameError::Hidden { found: '\u{202E}' }), &["U+202E"]);
    check(Invalid::Name(NameError::Mention), &["\\@everyone"]);
    check(Invalid::Key(KeyError::Empty), &["`nps`"]);
    check(Invalid::Key(KeyError::TooLong { length: 33 }), &["33", "32"]);
    check(
        Invalid::Key(KeyError::Forbidden { found: ' ' }),
        &["no blanks", "`net-revenue`"],
    );
    check(Invalid::Key(KeyError::Forbidden { found: '*' }), &["`*`"]);
    check(
        Invalid::Unit(UnitError::TooLong { length: 21 }),
        &["21", "20", "`USD m`"],
    );
    check(Invalid::Unit(UnitError::Forbidden { found: '\u{200B}' }), &["U+200B"]);
}

#[test]
fn a_period_is_told_in_words_and_with_the_accepted_form() {
    let read = || "2026-13".to_owned();
    check(
        Invalid::Period(PeriodError::Unreadable { read: read() }),
        &["**2026-13**", "`2026-11`"],
    );
    check(
        Invalid::Period(PeriodError::NoSuch { read: read() }),
        &["**2026-13**", "calendar"],
    );
    check(
        Invalid::Period(PeriodError::FarAway { read: "3026".into() }),
        &["1900", "2199"],
    );
    let fiscal = PeriodError::Fiscal {
        read: "2026-Q4".into(),
        suggestion: "FY2027-Q3".into(),
    };
    check(Invalid::Period(fiscal), &["`FY2027-Q3`", "**2026-Q4**"]);
    let wrong = PeriodError::WrongKind {
        read: "2026".into(),
        found: PeriodKind::Year,
        expected: PeriodKind::Month,
    };
    check(Invalid::Period(wrong), &["is a year", "a month is needed", "`2026-11`"]);
    let begins_at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let not_begun = Invalid::NotBegun {
        period: period(PeriodKind::Month, "2027-01-01"),
        begins_at,
    };
    check(not_begun, &["January 2027", "<t:1800000000:f>", "<t:1800000000:R>"]);
    // A fiscal quarter is told by its months: the error does not know the fiscal year.
    let (past, running) = (
        period(PeriodKind::Quarter, "2026-07-01"),
        period(PeriodKind::Quarter, "2026-10-01"),
    );
    let said = [
        "July 2026 to September 2026 is over",
        "from October 2026 to December 2026 on",
    ];
    check(Conflict::Past { period: past, running }, &said);
    check(
        Conflict::Closed {
            period: period(PeriodKind::Year, "2026-05-01"),
        },
        &["April 2026 to March 2027"],
    );
    check(
        Conflict::Closed {
            period: period(PeriodKind::Week, "2026-11-16"),
        },
        &["week 47 of 2026"],
    );
}

#[test]
fn something_unknown_is_answered_with_what_is_near() {
    check(
        not_found(Noun::Kpi, "chrun", &["churn"]),
        &["no KPI **chrun**", "Did you mean **churn**?"],
    );
    check(not_found(Noun::Kpi, "c", &["a", "b", "d"]), &["**a**, **b** or **d**?"]);
    check(not_found(Noun::Kpi, "zzz", &[]), &["no KPI **zzz**", "`/kpi list`"]);
    check(
        not_found(Noun::Objective, "grow", &["Grow", "Grow"]),
        &["More than one objective is called **grow**"],
    );
    check(
        not_found(Noun::Objective, "#12", &[]),
        &["This objective is not here any more"],
    );
    check(
        not_found(Noun::Scorecard, "", &[]),
        &["no scorecard here yet", "`/scorecard template`"],
    );
    check(
        not_found(Noun::Scorecard, "", &["Acme", "Sales"]),
        &["several", "**Acme** or **Sales**"],
    );
    check(
        not_found(Noun::Template, "shop", &["company"]),
        &["no template **shop**"],
    );
    for noun in [
        Noun::Perspective,
        Noun::Actual,
        Noun::Draft,
        Noun::Template,
        Noun::Review,
        Noun::Scorecard,
    ] {
        check(not_found(noun, "zzz", &[]), &["**zzz**"]);
        check(not_found(noun, "#12", &[]), &["not here any more"]);
    }
}

#[test]
fn a_missing_right_is_told_with_who_has_it() {
    check(Need::Administrator, &["**Manage Server**", "/settings"]);
    check(
        Need::Manager {
            scorecard: "Acme".into(),
            manager: "Maria".into(),
        },
        &["**Acme**", "Maria"],
    );
    check(
        Need::Owner {
            kpi: "Churn".into(),
            owner: Some("Leo".into()),
        },
        &["**Churn**", "Leo"],
    );
    check(
        Need::Owner {
            kpi: "Churn".into(),
            owner: None,
        },
        &["no owner", "manager"],
    );
}

#[test]
fn what_is_in_the_way_is_named_with_a_way_around() {
    let taken = |noun, name: &str| Conflict::Taken {
        noun,
        name: name.into(),
    };
    check(taken(Noun::Kpi, "churn"), &["`churn` is in use"]);
    check(
        taken(Noun::Objective, "Grow"),
        &["**Grow** is taken by another objective"],
    );
    check(
        taken(Noun::Scorecard, "Acme"),
        &["**Acme** is taken by another scorecard"],
    );
    check(
        Conflict::Fixed { kpi: "Churn".into() },
        &["**Churn** has values", "`/kpi add`"],
    );
    check(Conflict::ChangedSince, &["`/log`"]);
    check(Conflict::TooLate, &["ten minutes", "`/log`"]);
    check(
        Conflict::Full {
            noun: Noun::Kpi,
            most: 30_000,
        },
        &["at most 30,000 KPIs"],
    );
    check(
        Invalid::Number {
            field: "coverage_floor",
            typed: "101".into(),
        },
        &["**101**", "`coverage_floor`"],
    );
    check(Invalid::Weight { typed: "0".into() }, &["**0**", "above 0"]);
    let zone = |close: &[&str]| Invalid::TimeZone {
        typed: "Berlin".into(),
        close: close.iter().map(|&name| name.to_owned()).collect(),
    };
    check(zone(&["Europe/Berlin"]), &["Did you mean **Europe/Berlin**?"]);
    check(zone(&[]), &["`Europe/Berlin`"]);
    check(
        Invalid::TooLong {
            field: "vision",
            most: 1_000,
        },
        &["`vision`", "1,000"],
    );
    check(
        Invalid::Channel {
            channel: 7,
            missing: vec!["Send Messages"],
        },
        &["<#7>", "**Send Messages**"],
    );
    check(
        Invalid::NotAPerson { name: "Robo".into() },
        &["**Robo**", "this server"],
    );
    for invalid in [Invalid::EmptyForm, Invalid::NothingToChange] {
        check(invalid, &["nothing was"]);
    }
    check(Invalid::DrivesItself, &["itself"]);
    check(Invalid::OtherScorecard, &["own scorecard"]);
    check(Invalid::ParentCycle, &["itself"]);
    let not_below = Invalid::NotBelow {
        below: "Sales".into(),
        above: "Acme".into(),
    };
    check(not_below, &["**Sales** is not below **Acme**", "`/scorecard edit`"]);
    let circle = ["Grow", "Win"].map(|name| Some(name.to_owned())).to_vec();
    check(Conflict::FeedsItself { circle }, &["**Grow** → **Win** → **Grow**"]);
    check(Invalid::Attachment(AttachmentFault::TooLarge), &["too large"]);
    check(
        Invalid::Attachment(AttachmentFault::Elsewhere),
        &["uploaded to Discord"],
    );
    check(
        Invalid::Attachment(AttachmentFault::Unreachable),
        &["hand the file over"],
    );
    check(Error::NotHere, &["server"]);
}

#[test]
fn what_is_to_be_done_is_refused_with_what_is_accepted() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let unread = |error| Invalid::DayUnread {
        typed: "1/2".into(),
        error,
    };
    check(unread(DayError::Unreadable), &["**1/2**", "`in 2 weeks`"]);
    check(
        unread(DayError::TwoReadings(day("2027-02-01"), day("2027-01-02"))),
        &["1 February 2027", "2 January 2027", "`2027-02-01`"],
    );
    check(Invalid::DayOver { day: day("2026-11-24") }, &["24 November 2026"]);
    check(Invalid::Blank { field: "text" }, &["`text`"]);
    check(Invalid::KpiOrObjective, &["KPI", "objective"]);
    check(Invalid::NoDecisions, &["`decisions`", "`none`"]);
    check(Conflict::AlertOver, &["is over"]);
    check(Conflict::DoneSince, &["changed since"]);
    check(Conflict::UndoOver, &["ten minutes"]);
    for owner in [Some("Maria".to_owned()), None] {
        let scorecard = "Acme".to_owned();
        check(Need::Decision { owner, scorecard }, &["**Acme**"]);
    }
}

#[test]
fn what_a_person_typed_cannot_break_out_of_an_answer() {
    let typed = "@everyone **bold** <@1> `code` [x](https://example.com)";
    let errors: [Error; 4] = [
        not_found(Noun::Kpi, typed, &[typed]).into(),
        value(ValueError::NotANumber { read: typed.into() }, "", None).into(),
        Invalid::Weight { typed: typed.into() }.into(),
        Need::Manager {
            scorecard: typed.into(),
            manager: typed.into(),
        }
        .into(),
    ];
    for error in errors {
        let said = reason(&voice(NumberFormat::Unset), &error);
        for raw in [" **bold**", " <@1>", " [x]("] {
            assert!(!said.contains(raw), "{said}");
        }
        assert!(!said.replace("\\@", "").contains('@'), "{said}");
    }
    let long = "x".repeat(6_000);
    check(not_found(Noun::Kpi, &long, &[]), &["…"]);
}

#[test]
fn an_internal_error_shows_only_a_reference() {
    let said = reason(
        &voice(NumberFormat::Unset),
        &Error::Stored(serde_json::from_str::<u8>("x").unwrap_err()),
    );
    let shown = said.split('`').nth(1).unwrap();
    assert_eq!(shown.len(), REFERENCE, "{said}");
    assert!(shown.bytes().all(|letter| ALPHABET.contains(&letter)), "{said}");
    assert!(!said.to_lowercase().contains("pool"), "{said}");
}

#[test]
fn a_month_of_a_server_is_told_by_its_name() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let month = Period::containing(PeriodKind::Month, day, FiscalStart::JANUARY);
    check(Conflict::Closed { period: month }, &["November 2026"]);
}
