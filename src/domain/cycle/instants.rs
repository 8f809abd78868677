//! The prompts and digests of 200 scorecards in 40 zones over five years of months and quarters, against a table that
//! `instants.py` worked out by another library.

use super::*;

const TABLE: &str = include_str!("instants.txt");

/// The first month and quarter of the table are in this year.
const FIRST_YEAR: i32 = 2021;

fn holidays() -> BusinessCalendar {
    let days = (FIRST_YEAR..FIRST_YEAR + 7)
        .flat_map(|year| ["01-01", "05-01", "12-25", "12-26"].map(|day| format!("{year}-{day}")));
    BusinessCalendar {
        holidays: days.map(|day| day.parse().unwrap()).collect(),
        quiet: None,
    }
}

/// The instant that a number of minutes in base 36 means, counted from midnight UTC after a period's last day.
fn instant(period: Period, minutes: &str) -> DateTime<Utc> {
    let midnight = period.end_day().and_time(NaiveTime::MIN).and_utc();
    midnight + TimeDelta::minutes(i64::from_str_radix(minutes, 36).unwrap())
}

#[test]
fn prompts_and_digests_come_when_another_library_says_so() {
    let calendar = holidays();
    let (mut cards, mut checked) = (0, 0);
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let [zone, kind, fiscal, prompt, digest, minutes] = line.split('|').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let fiscal = FiscalStart::try_from(fiscal.parse::<u8>().unwrap()).unwrap();
        let kind: PeriodKind = kind.parse().unwrap();
        let rules = CycleRules {
            prompt: prompt.parse().unwrap(),
            due: "business day 10 17:00".parse().unwrap(),
            digest: digest.parse().unwrap(),
            ..CycleRules::default_for(kind)
        };
        let january = chrono::NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap();
        let first = Period::containing(kind, january, fiscal);
        let mut period = if first.first_day() < january {
            first.next()
        } else {
            first
        };
        let minutes: Vec<&str> = minutes.split(' ').collect();
        for pair in minutes.chunks(2) {
            let it = Schedule::of(period, zone.parse().unwrap(), &rules, &calendar);
            let expected = (instant(period, pair[0]), instant(period, pair[1]));
            assert_eq!(
                (it.prompt_at, it.digest_at),
                expected,
                "{zone} {prompt} {digest} {period:?}"
            );
            checked += 2;
            period = period.next();
        }
        cards += 1;
    }
    assert_eq!(
        (cards, checked),
        (400, 200 * 2 * (60 + 20)),
        "a line for the months and one for the quarters of each"
    );
}
