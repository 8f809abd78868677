//! Tests of periods: labels, neighbours, parts, zones.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fiscal(month: u8) -> FiscalStart {
    FiscalStart::try_from(month).unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text, FiscalStart::JANUARY).unwrap()
}

#[test]
fn a_day_lies_in_a_period_whose_label_names_it() {
    let check = |kind, on: &str, start, label: &str, first: &str, last: &str| {
        let found = Period::containing(kind, day(on), fiscal(start));
        assert_eq!(found.label(fiscal(start)), label);
        assert_eq!(
            (found.first_day(), found.last_day()),
            (day(first), day(last)),
            "{label}"
        );
        assert_eq!(Period::parse(label, fiscal(start)), Ok(found), "{label}");
    };
    check(
        PeriodKind::Week,
        "2026-11-19",
        1,
        "2026-W47",
        "2026-11-16",
        "2026-11-22",
    );
    check(
        PeriodKind::Week,
        "2027-01-01",
        1,
        "2026-W53",
        "2026-12-28",
        "2027-01-03",
    );
    check(
        PeriodKind::Week,
        "2025-12-30",
        4,
        "2026-W01",
        "2025-12-29",
        "2026-01-04",
    );
    check(
        PeriodKind::Month,
        "2024-02-29",
        1,
        "2024-02",
        "2024-02-01",
        "2024-02-29",
    );
    check(
        PeriodKind::Quarter,
        "2026-11-19",
        1,
        "2026-Q4",
        "2026-10-01",
        "2026-12-31",
    );
    check(
        PeriodKind::Quarter,
        "2026-07-01",
        7,
        "FY2027-Q1",
        "2026-07-01",
        "2026-09-30",
    );
    check(
        PeriodKind::Quarter,
        "2027-01-31",
        11,
        "FY2027-Q1",
        "2026-11-01",
        "2027-01-31",
    );
    check(PeriodKind::Year, "2026-06-30", 1, "2026", "2026-01-01", "2026-12-31");
    check(PeriodKind::Year, "2026-06-30", 7, "FY2026", "2025-07-01", "2026-06-30");
    check(PeriodKind::Year, "2026-07-01", 7, "FY2027", "2026-07-01", "2027-06-30");
}

#[test]
fn a_period_is_read_as_people_write_it() {
    for (text, label) in [
        ("nov 2026", "2026-11"),
        ("November 2026", "2026-11"),
        ("2026 Sept", "2026-09"),
        ("11/2026", "2026-11"),
        ("2026/1", "2026-01"),
        ("Q4 2026", "2026-Q4"),
        ("2026Q4", "2026-Q4"),
        ("FY2027", "2027"),
        ("fy2027 q2", "2027-Q2"),
        ("week 47 2026", "2026-W47"),
        ("2026W47", "2026-W47"),
        (" 2026-w7 ", "2026-W07"),
        ("Mai 2026", "2026-05"),
        ("März 2026", "2026-03"),
        ("Juli 2026", "2026-07"),
        ("Okt. 2026", "2026-10"),
        ("KW47 2026", "2026-W47"),
        ("Woche 7 2026", "2026-W07"),
    ] {
        assert_eq!(period(text).label(FiscalStart::JANUARY), label, "{text}");
    }
}

#[test]
fn a_period_that_cannot_be_read_says_why() {
    let check = |text: &str, start, sentence: &str| {
        assert_eq!(Period::parse(text, fiscal(start)).unwrap_err().to_string(), sentence);
    };
    check(
        "soon",
        1,
        "“soon” is no period; write 2026-W47, 2026-11, nov 2026, 2026-Q4 or 2026",
    );
    check(
        "2026-11-19",
        1,
        "“2026-11-19” is no period; write 2026-W47, 2026-11, nov 2026, 2026-Q4 or 2026",
    );
    check("2026-13", 1, "“2026-13” does not exist");
    check("2025-W53", 1, "“2025-W53” does not exist");
    check("2026-Q5", 1, "“2026-Q5” does not exist");
    check("2026-Q0", 1, "“2026-Q0” does not exist");
    check("0026-01", 1, "“0026-01” is outside the years 1900 to 2199");
    check(
        "2026",
        7,
        "quarters and years are fiscal here: write FY2026 instead of “2026”",
    );
    check(
        "Q1 2026",
        7,
        "quarters and years are fiscal here: write FY2026-Q1 instead of “Q1 2026”",
    );
    for text in ["", "-", "q", "ma 2026", "2026 2026", "€", "W", "20266-1", "2026é1"] {
        assert!(Period::parse(text, fiscal(1)).is_err(), "{text}");
    }
}

#[test]
fn a_period_of_the_wrong_kind_is_refused_by_name() {
    let error = Period::parse_kind("2026-Q4", PeriodKind::Month, fiscal(1)).unwrap_err();
    assert_eq!(error.to_string(), "“2026-Q4” is a quarter; a month is needed here");
}

#[test]
fn a_week_belongs_to_the_month_quarter_and_year_of_its_thursday() {
    let week = period("2026-W53");
    assert_eq!(week.belongs_to(PeriodKind::Month, fiscal(1)), Some(period("2026-12")));
    assert_eq!(week.belongs_to(PeriodKind::Year, fiscal(1)), Some(period("2026")));
    let weeks = period("2026-10").parts(PeriodKind::Week);
    let labels: Vec<_> = weeks.iter().map(|week| week.label(fiscal(1))).collect();
    assert_eq!(labels, ["2026-W40", "2026-W41", "2026-W42", "2026-W43", "2026-W44"]);
    assert_eq!(period("2026").parts(PeriodKind::Week).len(), 53);
}

#[test]
fn a_quarter_has_three_months_and_no_year() {
    let quarter = Period::parse("FY2027-Q1", fiscal(7)).unwrap();
    let labels: Vec<_> = quarter
        .parts(PeriodKind::Month)
        .iter()
        .map(|m| m.label(fiscal(7)))
        .collect();
    assert_eq!(labels, ["2026-07", "2026-08", "2026-09"]);
    assert_eq!(quarter.parts(PeriodKind::Quarter), [quarter]);
    assert!(quarter.parts(PeriodKind::Year).is_empty());
    assert_eq!(quarter.belongs_to(PeriodKind::Month, fiscal(7)), None);
    assert_eq!(
        quarter
            .belongs_to(PeriodKind::Year, fiscal(7))
            .unwrap()
            .label(fiscal(7)),
        "FY2027"
    );
}

#[test]
fn a_period_ends_when_its_zone_says_so() {
    let november = period("2026-11");
    let auckland: Tz = "Pacific/Auckland".parse().unwrap();
    let honolulu: Tz = "Pacific/Honolulu".parse().unwrap();
    assert_eq!(november.ends_at(auckland).to_rfc3339(), "2026-11-30T11:00:00+00:00");
    assert_eq!(november.ends_at(honolulu).to_rfc3339(), "2026-12-01T10:00:00+00:00");
    let now = "2026-11-30T12:00:00Z".parse().unwrap();
    assert!(november.has_ended(now, auckland));
    assert!(!november.has_ended(now, honolulu));
    assert_eq!(
        Period::last_ended(PeriodKind::Month, now, auckland, fiscal(1)),
        november
    );
    assert_eq!(
        Period::last_ended(PeriodKind::Month, now, honolulu, fiscal(1)),
        november.prev()
    );
    assert!(!november.next().has_begun(now, honolulu));
}

/// Periods of the years that labels are read in, 1916 to 2194.
fn any_period() -> impl Strategy<Value = (Period, FiscalStart)> {
    (0usize..4, -30_000i32..71_000, 1u8..=12).prop_map(|(kind, days, start)| {
        let day = NaiveDate::from_num_days_from_ce_opt(730_000 + days).unwrap();
        (
            Period::containing(PeriodKind::ALL[kind], day, fiscal(start)),
            fiscal(start),
        )
    })
}

proptest! {
    #[test]
    fn next_and_prev_undo_each_other((period, start) in any_period()) {
        prop_assert_eq!(period.prev().next(), period);
        prop_assert_eq!(period.next().prev(), period);
        prop_assert_eq!(Period::containing(period.kind(), period.last_day(), start), period);
        prop_assert_eq!(Period::parse(&period.label(start), start), Ok(period));
    }

    #[test]
    fn each_part_belongs_to_the_whole_and_to_nothing_else((period, start) in any_period(), kind in 0usize..4) {
        let kind = PeriodKind::ALL[kind];
        for part in period.parts(kind) {
            prop_assert_eq!(part.belongs_to(period.kind(), start), Some(period));
        }
        if let Some(whole) = period.belongs_to(kind, start) {
            prop_assert!(whole.parts(period.kind()).contains(&period));
        }
    }

    #[test]
    fn a_period_ends_where_the_next_begins((period, _) in any_period(), zone in 0usize..600) {
        let zone = chrono_tz::TZ_VARIANTS[zone % chrono_tz::TZ_VARIANTS.len()];
        prop_assert_eq!(period.ends_at(zone), period.next().starts_at(zone));
        prop_assert!(period.starts_at(zone) < period.ends_at(zone));
    }
}
