//! Tests of the cycle: instants against tables worked out by hand, lateness, laws over all zones.

use proptest::prelude::*;

use super::*;

fn period(text: &str) -> Period {
    Period::parse(text, FiscalStart::JANUARY).unwrap()
}

fn schedule(text: &str, zone: &str, holidays: &[&str]) -> Schedule {
    let period = period(text);
    let calendar = BusinessCalendar {
        holidays: holidays.iter().map(|day| day.parse().unwrap()).collect(),
        quiet: None,
    };
    Schedule::of(
        period,
        zone.parse().unwrap(),
        &CycleRules::default_for(period.kind()),
        &calendar,
    )
}

fn utc(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").replace(' ', "T").parse().unwrap()
}

#[test]
fn a_review_runs_at_its_local_times() {
    let check = |text: &str, zone: &str, holidays: &[&str], instants: [&str; 9]| {
        let it = schedule(text, zone, holidays);
        let found = [
            it.prompt_at,
            it.before_at,
            it.remind_at,
            it.due_at,
            it.overdue_at,
            it.deputy_at,
            it.manager_at,
            it.digest_at,
            it.close_at,
        ];
        assert_eq!(found, instants.map(utc), "{text} {zone}");
    };
    check(
        "2026-11",
        "UTC",
        &[],
        [
            "2026-12-01 09:00",
            "2026-12-04 09:00",
            "2026-12-07 09:00",
            "2026-12-07 17:00",
            "2026-12-08 09:00",
            "2026-12-09 09:00",
            "2026-12-10 09:00",
            "2026-12-08 10:00",
            "2027-01-01 08:59",
        ],
    );
    check(
        "2026-03",
        "Europe/Berlin",
        &["2026-04-03", "2026-04-06"],
        [
            "2026-04-01 07:00",
            "2026-04-08 07:00",
            "2026-04-09 07:00",
            "2026-04-09 15:00",
            "2026-04-10 07:00",
            "2026-04-13 07:00",
            "2026-04-14 07:00",
            "2026-04-10 08:00",
            "2026-05-01 06:59",
        ],
    );
    check(
        "2026-W43",
        "America/New_York",
        &[],
        [
            "2026-10-26 13:00",
            "2026-10-26 13:00",
            "2026-10-27 13:00",
            "2026-10-27 21:00",
            "2026-10-28 13:00",
            "2026-10-29 13:00",
            "2026-10-30 13:00",
            "2026-10-28 14:00",
            "2026-11-02 13:59",
        ],
    );
    check(
        "2026-Q4",
        "Asia/Kolkata",
        &[],
        [
            "2027-01-01 03:30",
            "2027-01-06 03:30",
            "2027-01-07 03:30",
            "2027-01-07 11:30",
            "2027-01-08 03:30",
            "2027-01-11 03:30",
            "2027-01-12 03:30",
            "2027-01-08 04:30",
            "2027-04-01 03:29",
        ],
    );
}

#[test]
fn nobody_is_written_to_on_rest_days_or_in_quiet_hours() {
    let check = |holidays: &[&str], quiet: &str, at: &str, allowed: &str| {
        let calendar = BusinessCalendar {
            holidays: holidays.iter().map(|day| day.parse().unwrap()).collect(),
            quiet: quiet.parse().ok(),
        };
        let zone = "Europe/Berlin".parse().unwrap();
        assert_eq!(
            calendar.allowed(utc(at), zone),
            utc(allowed),
            "{holidays:?} {quiet} {at}"
        );
    };
    check(&[], "", "2026-12-01 08:00", "2026-12-01 08:00");
    // Saturday 1 August: the same local time on Monday.
    check(&[], "", "2026-08-01 07:00", "2026-08-03 07:00");
    check(&["2026-08-03"], "", "2026-08-01 07:00", "2026-08-04 07:00");
    // 21:00 in Berlin is quiet until 7:00 of the next day, which from a Friday is Monday.
    check(&[], "20:00-07:00", "2026-12-01 20:00", "2026-12-02 06:00");
    check(&[], "20:00-07:00", "2026-12-04 20:00", "2026-12-07 06:00");
    check(&[], "20:00-07:00", "2026-12-02 04:00", "2026-12-02 06:00");
    // Across the change of clocks the local time stays.
    check(&[], "", "2026-10-24 07:00", "2026-10-26 08:00");
}

#[test]
fn a_prompt_that_falls_on_a_rest_day_waits_but_never_beyond_the_day_values_are_due() {
    let saturday = schedule("2026-07", "UTC", &[]);
    assert_eq!(saturday.prompt_at, utc("2026-08-03 09:00"));
    assert_eq!(schedule("2026-06", "UTC", &[]).close_at, utc("2026-08-03 08:59"));
    let rules = CycleRules {
        due: "day 1 17:00".parse().unwrap(),
        ..CycleRules::default_for(PeriodKind::Month)
    };
    let hurried = Schedule::of(period("2026-07"), Tz::UTC, &rules, &BusinessCalendar::default());
    assert_eq!(hurried.prompt_at, utc("2026-08-01 09:00"));
}

#[test]
fn a_calendar_without_business_days_counts_all_days() {
    let calendar = BusinessCalendar {
        holidays: "2026-01-01"
            .parse::<chrono::NaiveDate>()
            .unwrap()
            .iter_days()
            .take(2_000)
            .collect(),
        quiet: None,
    };
    let end = "2026-02-01".parse().unwrap();
    assert_eq!(calendar.day(DayCount::Business(5), end), "2026-02-05".parse().unwrap());
}

#[test]
fn a_step_that_comes_late_is_said_as_late_while_it_is_of_use() {
    use Step::{Before, Close, Deputy, Digest, Manager, Overdue, Prompt, Remind};
    use Timing::{Late, OnTime, Pointless};
    let it = schedule("2026-11", "UTC", &[]);
    let check = |now: &str, expected: &[(Step, Timing)]| {
        let (late, said): (Vec<_>, Vec<_>) = steps_due(&it, utc(now))
            .iter()
            .map(|due| (due.step, due.timing))
            .partition(|(step, _)| *step == Step::Due);
        assert_eq!(said, expected, "{now}");
        // That values are late is so from then on, however late it is found.
        let due = utc(now) >= utc("2026-12-07 17:00");
        assert_eq!(late.iter().any(|(_, timing)| *timing != Pointless), due, "{now}");
    };
    let asked = [(Prompt, Pointless), (Before, Pointless), (Remind, Pointless)];
    let with = |more: &[(Step, Timing)]| [&asked[..], more].concat();
    check("2026-12-01 08:59", &[]);
    check("2026-12-01 09:00", &[(Prompt, OnTime)]);
    check("2026-12-01 09:59", &[(Prompt, OnTime)]);
    check("2026-12-02 09:00", &[(Prompt, Late)]);
    check("2026-12-04 09:30", &[(Prompt, Late), (Before, OnTime)]);
    check("2026-12-05 09:30", &[(Prompt, Late), (Before, Late)]);
    // The second reminder makes the first one pointless.
    check(
        "2026-12-07 09:01",
        &[(Prompt, Late), (Before, Pointless), (Remind, OnTime)],
    );
    check("2026-12-07 17:00", &asked);
    check("2026-12-08 09:30", &with(&[(Overdue, OnTime)]));
    check(
        "2026-12-09 10:30",
        &with(&[(Overdue, Late), (Digest, Late), (Deputy, Late)]),
    );
    check(
        "2026-12-10 09:00",
        &with(&[(Overdue, Late), (Digest, Late), (Deputy, Late), (Manager, OnTime)]),
    );
    let silent = [
        (Overdue, Pointless),
        (Digest, Late),
        (Deputy, Pointless),
        (Manager, Pointless),
    ];
    check("2026-12-29 10:00", &with(&silent));
    check(
        "2027-02-01 10:00",
        &with(&[
            (Overdue, Pointless),
            (Digest, Pointless),
            (Deputy, Pointless),
            (Manager, Pointless),
            (Close, Late),
        ]),
    );
}

#[test]
fn the_next_step_is_the_first_that_has_not_come() {
    let it = schedule("2026-11", "UTC", &[]);
    assert_eq!(
        it.next_step(utc("2026-11-30 00:00")),
        Some((Step::Prompt, it.prompt_at))
    );
    assert_eq!(it.next_step(it.prompt_at), Some((Step::Before, it.before_at)));
    assert_eq!(it.next_step(it.close_at), None);
}

#[test]
fn a_reminder_that_would_come_with_the_prompt_is_pointless() {
    let rules = CycleRules {
        due: When {
            day: DayCount::Calendar(1),
            time: hour(17),
        },
        ..CycleRules::default_for(PeriodKind::Month)
    };
    let it = Schedule::of(period("2026-11"), Tz::UTC, &rules, &BusinessCalendar::default());
    let due = steps_due(&it, it.prompt_at);
    let timed: Vec<_> = due.iter().map(|due| (due.step, due.timing)).collect();
    let expected = [
        (Step::Before, Timing::Pointless),
        (Step::Prompt, Timing::OnTime),
        (Step::Remind, Timing::Pointless),
    ];
    assert_eq!(timed, expected);
}

#[test]
fn a_value_that_is_known_later_is_asked_for_and_due_from_its_own_day() {
    let check = |text: &str, day: u16, asking: [&str; 4]| {
        let period = period(text);
        let rules = CycleRules::default_for(period.kind());
        let calendar = BusinessCalendar::default();
        let it = Schedule::known_later(period, day - 1, (Tz::UTC, &rules, &calendar));
        let found = [it.prompt_at, it.remind_at, it.due_at, it.overdue_at];
        assert_eq!(found, asking.map(utc), "{text} day {day}");
    };
    let first = [
        "2026-12-01 09:00",
        "2026-12-07 09:00",
        "2026-12-07 17:00",
        "2026-12-08 09:00",
    ];
    check("2026-11", 1, first);
    let tenth = [
        "2026-12-10 09:00",
        "2026-12-16 09:00",
        "2026-12-16 17:00",
        "2026-12-17 09:00",
    ];
    check("2026-11", 10, tenth);
    // The fifth is a Saturday.
    let fifth = [
        "2026-12-07 09:00",
        "2026-12-11 09:00",
        "2026-12-11 17:00",
        "2026-12-14 09:00",
    ];
    check("2026-11", 5, fifth);
    let weekly = [
        "2026-10-28 09:00",
        "2026-10-29 09:00",
        "2026-10-29 17:00",
        "2026-10-30 09:00",
    ];
    check("2026-W43", 3, weekly);
}

#[test]
fn the_newest_known_review_runs_as_much_behind_as_its_values_are_known_later() {
    let check = |today: &str, day: u16, newest: &str| {
        let known = newest_known(today.parse().unwrap(), day - 1, PeriodKind::Month, FiscalStart::JANUARY);
        assert_eq!(known, period(newest), "{today} day {day}");
    };
    check("2026-12-01", 1, "2026-11");
    check("2026-12-09", 10, "2026-10");
    check("2026-12-10", 10, "2026-11");
    check("2027-01-08", 40, "2026-10");
    check("2027-01-09", 40, "2026-11");
}

#[test]
fn the_first_review_is_of_the_first_full_period() {
    let check = |created: &str, zone: &str, kind, label: &str| {
        let first = first_review(utc(created), zone.parse().unwrap(), kind, FiscalStart::JANUARY);
        assert_eq!(first.label(FiscalStart::JANUARY), label, "{created} {zone}");
    };
    check("2026-11-20 12:00", "UTC", PeriodKind::Month, "2026-12");
    check("2026-11-01 00:00", "UTC", PeriodKind::Month, "2026-11");
    check("2026-10-31 23:30", "Europe/Berlin", PeriodKind::Month, "2026-12");
    check("2026-11-20 12:00", "UTC", PeriodKind::Week, "2026-W48");
    check("2026-11-20 12:00", "UTC", PeriodKind::Quarter, "2027-Q1");
}

proptest! {
    #[test]
    fn the_steps_of_a_review_come_in_order_and_before_the_next_one(
        days in 0i64..20_000, kind in 0usize..3, zone in 0usize..600, start in 1u8..=12,
    ) {
        let zone = chrono_tz::TZ_VARIANTS[zone % chrono_tz::TZ_VARIANTS.len()];
        let fiscal = FiscalStart::try_from(start).unwrap();
        let day = chrono::NaiveDate::from_ymd_opt(1995, 1, 1).unwrap() + TimeDelta::days(days);
        let period = Period::containing(REVIEWED[kind], day, fiscal);
        let rules = CycleRules::default_for(period.kind());
        let calendar = BusinessCalendar::default();
        let it = Schedule::of(period, zone, &rules, &calendar);
        let next = Schedule::of(period.next(), zone, &rules, &calendar);
        prop_assert!(period.ends_at(zone) <= it.prompt_at);
        prop_assert!(it.prompt_at <= it.remind_at && it.remind_at < it.due_at);
        prop_assert!(it.prompt_at <= it.before_at && it.before_at < it.remind_at);
        prop_assert!(it.due_at < it.overdue_at && it.overdue_at <= it.digest_at);
        prop_assert!(it.overdue_at < it.deputy_at && it.deputy_at < it.manager_at && it.manager_at < it.close_at);
        prop_assert!(it.digest_at < it.close_at && it.close_at < next.prompt_at);
        let shown = it.prompt_at.with_timezone(&zone).naive_local();
        prop_assert_eq!(shown.date(), calendar.day(DayCount::Business(1), period.end_day()));
        prop_assert_eq!(shown.time(), hour(9));
    }
}

#[test]
fn a_period_takes_part_in_the_review_that_it_belongs_to_or_ends_in() {
    let check = |entered: &str, review: &str| {
        let fiscal = FiscalStart::JANUARY;
        let (entered, review) = (period(entered), period(review));
        assert_eq!(reviewed_in(entered, review.kind(), fiscal), review, "{entered:?}");
        assert!(
            taking_part(entered.kind(), review, fiscal).contains(&entered),
            "{entered:?}"
        );
    };
    check("2026-11", "2026-11");
    check("2026-11", "2026-Q4");
    check("2026-Q4", "2026-12");
    check("2026-09", "2026-W40");
    check("2026-10", "2026-W44");
    check("2026-05", "2026-W22");
    check("2026", "2026-12");
    // Its Thursday is in October, its Sunday in November.
    check("2026-W44", "2026-10");
    check("2026-W40", "2026-10");
}

#[test]
fn a_scorecard_counts_above_with_its_latest_period_that_is_over_by_then() {
    let check = |above: &str, fiscal: u8, counted: &str| {
        let fiscal = FiscalStart::try_from(fiscal).unwrap();
        let counted = Period::parse(counted, fiscal).unwrap();
        let above = period(above);
        assert_eq!(counted_in(above, counted.kind(), fiscal), counted, "{above:?}");
    };
    check("2026-11", 1, "2026-11");
    check("2026-Q4", 1, "2026-12");
    check("2026-11", 1, "2026-Q3");
    check("2026-12", 1, "2026-Q4");
    check("2026-W44", 1, "2026-10");
    // The last week of November ends in December.
    check("2026-11", 1, "2026-W48");
    // A fiscal year that starts in February: its quarters end in April, July, October and January.
    check("2026-Q3", 2, "FY2027-Q2");
    check("2026-12", 2, "FY2026");
}
