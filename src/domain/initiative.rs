//! Initiatives: how far they are, their milestones as people type them, what money they take, and when their owner is
//! reminded.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use super::cycle::BusinessCalendar;
use super::day;
use super::kpi::Direction;
use super::unit::Unit;
use super::value::{Expected, NumberFormat, ValueError, parse_number};

words! {
    /// Where an initiative stands.
    InitiativeStatus {
        /// It has not begun.
        Planned = "planned",
        /// Somebody works on it.
        InProgress = "in progress",
        /// It did what it was to do.
        Done = "done",
        /// It is given up.
        Dropped = "dropped",
    }
}

impl InitiativeStatus {
    /// Whether there is something left to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress)
    }
}

/// How far an initiative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Where it stands.
    pub status: InitiativeStatus,
    /// How much of it is done, 0 to 100.
    pub percent: u8,
}

impl Progress {
    /// How far it is after somebody said something of it. What is done is 100 %, 100 % says that it is done, and what has
    /// a part done is in progress, unless the status is said too.
    #[must_use]
    pub fn after(self, status: Option<InitiativeStatus>, percent: Option<u8>) -> Self {
        let percent = percent.map(|percent| percent.min(100));
        let status = status.unwrap_or(match (self.status, percent) {
            (InitiativeStatus::Dropped, _) => InitiativeStatus::Dropped,
            (_, Some(100)) => InitiativeStatus::Done,
            (InitiativeStatus::Planned, Some(1..)) | (InitiativeStatus::Done, Some(_)) => InitiativeStatus::InProgress,
            (same, _) => same,
        });
        let percent = match status {
            InitiativeStatus::Done => 100,
            _ => percent.unwrap_or(self.percent),
        };
        Self { status, percent }
    }
}

/// The most milestones of an initiative.
pub const MOST_MILESTONES: usize = 20;

/// The most characters of a milestone.
pub const MILESTONE_LENGTH: usize = 150;

/// A milestone as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What is reached.
    pub name: String,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

/// The milestones in a text: one a line or between semicolons, each with its day if it has one: `Pilot by 15 Jan`.
#[must_use]
pub fn milestones(text: &str, today: NaiveDate) -> Vec<Milestone> {
    let parts = text.split(['\n', ';']).map(|part| part.trim().trim_end_matches('.'));
    parts
        .filter(|part| !part.is_empty())
        .map(|part| milestone(part, today))
        .collect()
}

fn milestone(part: &str, today: NaiveDate) -> Milestone {
    let dated = [" by ", " bis ", " until "].iter().find_map(|word| {
        let (name, day) = part.rsplit_once(word)?;
        let due_on = day::parse(day, today).ok()?;
        Some((name.trim(), due_on))
    });
    let (name, due_on) = dated.map_or((part, None), |(name, due_on)| (name, Some(due_on)));
    Milestone {
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        due_on,
    }
}

/// Reads an amount with the unit it was typed in: `€12,000`, `12k USD`, `40 days`; a plain number is in the unit that is
/// known, or in none.
pub fn amount(typed: &str, known: Option<&Unit>, format: NumberFormat) -> Result<(Decimal, Unit), ValueError> {
    let read = |unit: &Unit| {
        let direction = Direction::Higher;
        parse_number(typed, Expected { unit, direction }, format)
    };
    let plain = known.cloned().unwrap_or_default();
    let (amount, unit) = match read(&plain) {
        Ok(amount) => (amount, plain),
        Err(ValueError::WrongUnit { typed: found, .. }) if known.is_none() => {
            let unit = Unit::parse(&found).map_err(|_| ValueError::NotANumber { read: typed.to_owned() })?;
            (read(&unit)?, unit)
        }
        Err(other) => return Err(other),
    };
    if amount.is_sign_negative() && !amount.is_zero() {
        return Err(ValueError::NotANumber { read: typed.to_owned() });
    }
    Ok((amount, unit))
}

/// When on its days an owner is reminded.
const REMIND_AT: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How far back a business day is looked for.
const SEARCHED_DAYS: usize = 60;

/// When the owner of what is due on a day is reminded next, if they are: on the business day before, on the day (or the
/// last business day before it), and once more on the first business day after it.
#[must_use]
pub fn next_reminder(
    due_on: NaiveDate,
    after: DateTime<Utc>,
    (zone, calendar): (Tz, &BusinessCalendar),
) -> Option<DateTime<Utc>> {
    let business_before = |day: NaiveDate| {
        let mut days = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).take(SEARCHED_DAYS);
        days.find(|day| calendar.is_business(*day)).unwrap_or(day)
    };
    let on = if calendar.is_business(due_on) {
        due_on
    } else {
        business_before(due_on)
    };
    let days = [business_before(on), on, calendar.business_days_after(due_on, 1)];
    let instants = days.map(|day| calendar.allowed_on((day, REMIND_AT), zone));
    instants.into_iter().filter(|at| *at > after).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_status_follows_what_is_done_unless_it_is_said() {
        use InitiativeStatus::{Done, Dropped, InProgress, Planned};
        let check = |(status, percent), said: Option<InitiativeStatus>, done: Option<u8>, expected| {
            let after = Progress { status, percent }.after(said, done);
            assert_eq!(
                (after.status, after.percent),
                expected,
                "{status} {percent} {said:?} {done:?}"
            );
        };
        check((Planned, 0), None, Some(10), (InProgress, 10));
        check((Planned, 0), None, Some(0), (Planned, 0));
        check((Planned, 0), Some(InProgress), None, (InProgress, 0));
        check((InProgress, 40), None, Some(100), (Done, 100));
        check((InProgress, 40), Some(Done), None, (Done, 100));
        check((InProgress, 40), Some(Done), Some(70), (Done, 100));
        check((InProgress, 40), Some(Dropped), None, (Dropped, 40));
        check((Dropped, 40), None, Some(50), (Dropped, 50));
        check((Dropped, 40), Some(InProgress), Some(50), (InProgress, 50));
        check((Done, 100), None, Some(80), (InProgress, 80));
        check((Done, 100), Some(InProgress), Some(100), (InProgress, 100));
        check((InProgress, 40), None, None, (InProgress, 40));
        check((InProgress, 40), None, Some(200), (Done, 100));
    }

    #[test]
    fn milestones_stand_with_their_days() {
        let found = milestones(
            "Contract signed; Pilot  by 15 Jan\nRoll-out bis 1.3.; Stand by me;;",
            day("2026-11-25"),
        );
        let names: Vec<(&str, Option<NaiveDate>)> = found.iter().map(|one| (one.name.as_str(), one.due_on)).collect();
        assert_eq!(
            names,
            [
                ("Contract signed", None),
                ("Pilot", Some(day("2027-01-15"))),
                ("Roll-out", Some(day("2027-03-01"))),
                ("Stand by me", None),
            ]
        );
    }

    #[test]
    fn an_amount_keeps_the_unit_it_was_typed_in() {
        let check = |typed: &str, known: Option<&str>, expected: Option<(&str, &str)>| {
            let known = known.map(|unit| Unit::parse(unit).unwrap());
            let read = amount(typed, known.as_ref(), NumberFormat::Point).ok();
            let read = read.map(|(amount, unit)| (amount.to_string(), unit.as_str().to_owned()));
            let expected = expected.map(|(amount, unit)| (amount.to_owned(), unit.to_owned()));
            assert_eq!(read, expected, "{typed}");
        };
        check("12,000", None, Some(("12000", "")));
        check("€12,000", None, Some(("12000", "€")));
        check("€12.5k", None, Some(("12500", "€")));
        check("12k USD", None, Some(("12000", "USD")));
        check("40 person days", None, Some(("40", "person days")));
        check("5000", Some("€"), Some(("5000", "€")));
        check("€5k", Some("EUR"), Some(("5000", "EUR")));
        check("$5k", Some("EUR"), None);
        check("-5", None, None);
        check("much", None, None);
        check("0", None, Some(("0", "")));
    }

    #[test]
    fn an_owner_is_reminded_on_business_days_around_the_day() {
        let calendar = BusinessCalendar::default();
        let next = |due: &str, after: &str| {
            let at = next_reminder(day(due), after.parse().unwrap(), (Tz::Europe__Berlin, &calendar));
            at.map(|at| at.format("%Y-%m-%d %H:%M").to_string())
        };
        // A Thursday.
        assert_eq!(
            next("2026-12-17", "2026-11-25T10:00:00Z").as_deref(),
            Some("2026-12-16 08:00")
        );
        assert_eq!(
            next("2026-12-17", "2026-12-16T08:00:00Z").as_deref(),
            Some("2026-12-17 08:00")
        );
        assert_eq!(
            next("2026-12-17", "2026-12-17T08:00:00Z").as_deref(),
            Some("2026-12-18 08:00")
        );
        assert_eq!(next("2026-12-17", "2026-12-18T08:00:00Z"), None);
        // A Sunday.
        assert_eq!(
            next("2026-12-20", "2026-11-25T10:00:00Z").as_deref(),
            Some("2026-12-17 08:00")
        );
        assert_eq!(
            next("2026-12-20", "2026-12-17T08:00:00Z").as_deref(),
            Some("2026-12-18 08:00")
        );
        assert_eq!(
            next("2026-12-20", "2026-12-18T08:00:00Z").as_deref(),
            Some("2026-12-21 08:00")
        );
        // In summer an hour earlier by UTC.
        assert_eq!(
            next("2026-07-02", "2026-06-01T10:00:00Z").as_deref(),
            Some("2026-07-01 07:00")
        );
    }
}
