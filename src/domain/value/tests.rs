//! Tests of reading values: what is accepted, what is refused and how.

use proptest::prelude::*;

use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn read(text: &str, unit: &str, format: NumberFormat) -> Result<Entry, ValueError> {
    let unit = Unit::parse(unit).unwrap();
    parse(
        text,
        Expected {
            unit: &unit,
            direction: Direction::Higher,
        },
        format,
    )
}

fn check(text: &str, unit: &str, value: &str) {
    for format in [NumberFormat::Unset, NumberFormat::Point, NumberFormat::Comma] {
        assert_eq!(
            read(text, unit, format),
            Ok(Entry::Number(d(value))),
            "{text:?} in {unit:?} ({format})"
        );
    }
}

#[test]
fn a_number_is_read_as_people_write_it() {
    for (text, value) in [
        ("1234", "1234"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u{202F}234,5", "1234.5"),
        ("1'234.50", "1234.5"),
        ("1 234 567", "1234567"),
        ("1.234.567", "1234567"),
        ("12 345,678", "12345.678"),
        ("3,4", "3.4"),
        (".5", "0.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("1.2345", "1.2345"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+3", "3"),
        ("(12)", "-12"),
        ("1.2k", "1200"),
        ("1.2 m", "1200000"),
        ("2bn", "2000000000"),
        ("-0", "0"),
        ("007", "7"),
    ] {
        check(text, "", value);
    }
}

#[test]
fn the_number_format_settles_what_can_be_read_in_two_ways() {
    let settled = |text: &str, format, value: &str| {
        assert_eq!(read(text, "", format), Ok(Entry::Number(d(value))), "{text} {format}");
    };
    settled("1.234", NumberFormat::Point, "1.234");
    settled("1.234", NumberFormat::Comma, "1234");
    settled("1,234", NumberFormat::Point, "1234");
    settled("1,234", NumberFormat::Comma, "1.234");
    settled("(1,200)", NumberFormat::Point, "-1200");
    let ambiguous = |text: &str, a: &str, b: &str| {
        let error = ValueError::Ambiguous {
            read: text.to_owned(),
            readings: [d(a), d(b)],
        };
        assert_eq!(read(text, "", NumberFormat::Unset), Err(error));
    };
    ambiguous("1.234", "1.234", "1234");
    ambiguous("(1,200)", "-1.2", "-1200");
    ambiguous("1.234k", "1234", "1234000");
}

#[test]
fn a_unit_may_be_typed_where_it_is_the_kpis_own() {
    check("85%", "%", "85");
    check("85 %", "percent", "85");
    check("-1.5 pp", "pp", "-1.5");
    check("$1.2m", "$", "1200000");
    check("$1.2m", "USD", "1200000");
    check("-$3", "$", "-3");
    check("($3)", "$", "-3");
    check("€ 3,4", "€", "3.4");
    check("3,4 €", "EUR", "3.4");
    check("1.2k€", "€", "1200");
    check("1.2 k EUR", "€", "1200");
    check("$1.2m", "USD m", "1.2");
    check("1.2m", "USD m", "1.2");
    check("1.2", "USD m", "1.2");
    check("$500k", "USD m", "0.5");
    check("12 tickets", "tickets", "12");
    check("1 ticket", "tickets", "1");
    check("1.5x", "ratio", "1.5");
}

#[test]
fn a_duration_is_brought_into_the_kpis_unit() {
    check("2h30", "hours", "2.5");
    check("2 h 30 min", "hours", "2.5");
    check("2:30", "hours", "2.5");
    check("2.5", "hours", "2.5");
    check("2.5h", "hours", "2.5");
    check("90 min", "hours", "1.5");
    check("20min", "hours", "0.3333333333");
    check("1d 6h", "days", "1.25");
    check("36h", "days", "1.5");
    check("2h30", "minutes", "150");
    check("1m30s", "min", "1.5");
    check("-2h30", "hours", "-2.5");
    let readings = [d("150"), d("2.5")];
    assert_eq!(
        read("2:30", "minutes", NumberFormat::Unset),
        Err(ValueError::Ambiguous {
            read: "2:30".to_owned(),
            readings
        })
    );
}

#[test]
fn another_unit_than_the_kpis_is_refused_by_name() {
    let check = |text: &str, unit: &str, typed: &str| match read(text, unit, NumberFormat::Unset) {
        Err(ValueError::WrongUnit {
            typed: found, expected, ..
        }) => {
            assert_eq!((found.as_str(), expected.as_str()), (typed, unit), "{text}");
        }
        other => panic!("{text} in {unit}: {other:?}"),
    };
    check("85%", "tickets", "%");
    check("85%", "", "%");
    check("3 pp", "%", "pp");
    check("€3", "$", "€");
    check("3 USD", "CAD", "USD");
    check("$3", "hours", "$");
    check("3 kg", "tickets", "kg");
    check("2h30", "%", "h30");
}

#[test]
fn a_suffix_that_is_both_a_unit_and_a_scale_is_refused_with_both_readings() {
    let ambiguous = |text: &str, unit: &str, a: &str, b: &str| {
        let error = ValueError::Ambiguous {
            read: text.to_owned(),
            readings: [d(a), d(b)],
        };
        assert_eq!(read(text, unit, NumberFormat::Unset), Err(error), "{text}");
    };
    ambiguous("1.2m", "m", "1.2", "1200000");
    ambiguous("1.2k", "USD m", "0.0012", "1200");
    ambiguous("$3", "USD m", "3", "0.000003");
    ambiguous("-€3", "€k", "-3", "-0.003");
    check("$0", "USD m", "0");
    check("0m", "m", "0");
    check("$1.2345678", "USD m", "1.2345678");
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "abc",
        "-",
        "--3",
        "-(3)",
        "3-",
        "(3",
        "1,23,45",
        "1..2",
        "1.2.3",
        "1,2,3",
        "1 23",
        "12 34",
        "1e5",
        "3 -4",
        "1,234.567.8",
        "½",
        "٣",
        "yes",
        "3..",
        "1.",
        "5.",
        "=1+1",
        "NaN",
        "inf",
        "0x10",
        ". 5",
        "1 , 5",
    ] {
        let result = read(text, "", NumberFormat::Unset);
        let refused = matches!(
            result,
            Err(ValueError::NotANumber { .. } | ValueError::WrongUnit { .. })
        );
        assert!(refused, "{text:?} was read as {result:?}");
    }
}

#[test]
fn numbers_have_bounds() {
    let read = |text: &str| read(text, "", NumberFormat::Unset);
    assert_eq!(read("1000000000000000"), Ok(Entry::Number(LIMIT)));
    assert_eq!(LIMIT, d("1000000000000000"));
    for large in [
        "1000000000000001",
        "-1000000000000001",
        "1000001bn",
        "99999999999999999999999999999999999999",
    ] {
        assert_eq!(read(large), Err(ValueError::TooLarge { read: large.to_owned() }));
    }
    assert_eq!(read("0.1234567891"), Ok(Entry::Number(d("0.1234567891"))));
    assert_eq!(read("1.50000000000000"), Ok(Entry::Number(d("1.5"))));
    for exact in ["0.12345678912", "0.1234567891234567891234567891234567891"] {
        assert_eq!(read(exact), Err(ValueError::TooManyDecimals { read: exact.to_owned() }));
    }
}

#[test]
fn a_value_may_be_not_applicable_with_a_reason() {
    let reason = |text: &str| read(text, "%", NumberFormat::Unset);
    let told = |reason: &str| {
        Ok(Entry::NotApplicable {
            reason: reason.to_owned(),
        })
    };
    assert_eq!(reason("n/a: store closed"), told("store closed"));
    assert_eq!(reason("N/A store   closed"), told("store closed"));
    assert_eq!(reason("n/a – no survey"), told("no survey"));
    assert_eq!(reason("n/a"), Err(ValueError::ReasonMissing));
    assert_eq!(reason("n/a: "), Err(ValueError::ReasonMissing));
    assert_eq!(
        reason(&format!("n/a {}", "x".repeat(301))),
        Err(ValueError::ReasonTooLong { length: 301 })
    );
    assert_eq!(reason(""), Err(ValueError::Empty));
}

#[test]
fn a_yes_no_kpi_takes_yes_and_no_only() {
    let unit = Unit::default();
    let expected = Expected {
        unit: &unit,
        direction: Direction::YesNo,
    };
    let read = |text: &str| parse(text, expected, NumberFormat::Unset);
    for (text, value) in [
        ("yes", "1"),
        ("Y", "1"),
        ("1", "1"),
        ("No", "0"),
        ("0", "0"),
        ("false", "0"),
    ] {
        assert_eq!(read(text), Ok(Entry::Number(d(value))), "{text}");
    }
    assert_eq!(read("2"), Err(ValueError::NotYesNo { read: "2".to_owned() }));
    assert_eq!(
        read("n/a: no audit"),
        Ok(Entry::NotApplicable {
            reason: "no audit".to_owned()
        })
    );
}

#[test]
fn a_file_holds_plain_numbers() {
    let check = |text: &str, comma, value: Option<&str>| {
        assert_eq!(plain(text, comma).ok(), value.map(d), "{text}");
    };
    check("1234.50", DecimalComma::Refused, Some("1234.5"));
    check("-3", DecimalComma::Refused, Some("-3"));
    check("1,5", DecimalComma::Refused, None);
    check("1,5", DecimalComma::Accepted, Some("1.5"));
    check("1.5", DecimalComma::Accepted, Some("1.5"));
    for text in [
        "1,234.5", "1.234,5", "85%", "1 234", "", "1e3", "+3", "1k", "5.", ".5", "1,2,3",
    ] {
        check(text, DecimalComma::Accepted, None);
    }
}

#[test]
fn a_value_far_from_the_last_and_outside_the_history_is_asked_about() {
    let check = |value: &str, history: &[&str], expected: Option<Option<&str>>| {
        let history: Vec<Decimal> = history.iter().map(|text| d(text)).collect();
        let found = unusual(d(value), &history).map(|it| it.meant);
        assert_eq!(found, expected.map(|meant| meant.map(d)), "{value} after {history:?}");
    };
    check("42", &["38", "41"], None);
    check("123", &["38", "41"], None);
    check("124", &["38", "41"], Some(None));
    check("410", &["38", "41"], Some(Some("41")));
    check("4100", &["38", "41"], Some(Some("41")));
    check("0.41", &["38", "41"], Some(Some("41")));
    check("410", &["500", "41"], None);
    check("13", &["38", "41"], Some(None));
    check("14", &["38", "41"], None);
    check("-41", &["38", "41"], Some(Some("41")));
    check("-20", &["-5"], Some(Some("-2")));
    check("7", &["0"], None);
    check("7", &[], None);
    check("0", &["38", "41"], Some(None));
}

proptest! {
    #[test]
    fn a_number_written_in_either_format_is_read_back(digits in -10i64.pow(15)..10i64.pow(15), scale in 0u32..=10) {
        let number = Decimal::new(digits, scale).normalize();
        for (format, group, point) in [(NumberFormat::Point, ",", "."), (NumberFormat::Comma, ".", ",")] {
            let text = grouped(number, group, point);
            prop_assert_eq!(read(&text, "", format), Ok(Entry::Number(number)), "{}", text);
        }
        prop_assert_eq!(plain(&number.to_string(), DecimalComma::Refused), Ok(number));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,20}", unit in "[%$hm€ a-z]{0,4}") {
        if let Ok(Entry::Number(number)) = read(&text, &unit, NumberFormat::Unset) {
            prop_assert!(number.abs() <= LIMIT && number.scale() <= MAX_DECIMALS);
        }
    }

    #[test]
    fn no_row_of_signs_breaks_the_reader(text in "[-+0-9., '()$€%kmbhd:]{0,24}", unit in "(%|hours|min|USD m|\\$|m|)") {
        if let Ok(Entry::Number(number)) = read(&text, &unit, NumberFormat::Unset) {
            prop_assert!(number.abs() <= LIMIT && number.scale() <= MAX_DECIMALS);
        }
    }
}

fn grouped(number: Decimal, group: &str, point: &str) -> String {
    let text = number.abs().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let chunks: Vec<&str> = whole
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|c| std::str::from_utf8(c).unwrap())
        .collect();
    let sign = if number.is_sign_negative() { "−" } else { "" };
    let part = if part.is_empty() {
        String::new()
    } else {
        format!("{point}{part}")
    };
    format!("{sign}{}{part}", chunks.join(group))
}
