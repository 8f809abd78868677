//! The review cycle: all instants of a review, computed from its period and never from what happened before.

mod calendar;
mod quiet;
mod step;
mod when;

pub use calendar::BusinessCalendar;
pub use quiet::{QuietHours, QuietHoursError};
pub use step::{DueStep, Step, Timing, steps_due};
pub use when::{DayCount, LATEST_DAY, When, WhenError};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::period::{FiscalStart, Period, PeriodKind};
use super::zone;

words! {
    /// Where a review stands.
    ReviewState {
        /// Values are coming in.
        Collecting = "collecting",
        /// The digest is out, the meeting is due.
        InReview = "in review",
        /// The numbers are published and the period is locked.
        Closed = "closed",
    }
}

/// The kinds of periods that can be reviewed.
pub const REVIEWED: [PeriodKind; 3] = [PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter];

/// A review closes by itself so long before the next one opens.
const CLOSE_BEFORE_NEXT: TimeDelta = TimeDelta::minutes(1);

/// The offsets of a review's steps from the end of its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CycleRules {
    /// When owners are asked, and the review opens.
    pub prompt: When,
    /// When values are due.
    pub due: When,
    /// When, on the day values are due, those who have not answered are reminded.
    pub remind_time: NaiveTime,
    /// So many business days after the due day a missing value is overdue; the ladder's other rungs follow on the next two.
    pub overdue_days: u16,
    /// When, on those days, it is told.
    pub overdue_time: NaiveTime,
    /// When the digest is posted.
    pub digest: When,
    /// It is posted as soon as everything is in.
    #[serde(default)]
    pub early: bool,
    /// When the meeting is, where there is one.
    #[serde(default)]
    pub meeting: Option<When>,
}

impl CycleRules {
    /// The defaults: prompts on day 1 at 09:00; due on business day 5 at 17:00, digest on business day 6 at 10:00;
    /// weekly, business days 2 and 3.
    #[must_use]
    pub fn default_for(kind: PeriodKind) -> Self {
        let (due, digest) = if kind == PeriodKind::Week { (2, 3) } else { (5, 6) };
        Self {
            prompt: When {
                day: DayCount::Calendar(1),
                time: hour(9),
            },
            due: When {
                day: DayCount::Business(due),
                time: hour(17),
            },
            remind_time: hour(9),
            overdue_days: 1,
            overdue_time: hour(9),
            digest: When {
                day: DayCount::Business(digest),
                time: hour(10),
            },
            early: false,
            meeting: None,
        }
    }
}

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Whether quiet hours and rest days move what people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moving {
    Gently,
    Never,
}

/// All instants of the review of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// The period under review.
    pub period: Period,
    /// Owners are asked; the review opens.
    pub prompt_at: DateTime<Utc>,
    /// Those who have not answered are reminded, on the business day before values are due.
    pub before_at: DateTime<Utc>,
    /// They are reminded again, on the day values are due.
    pub remind_at: DateTime<Utc>,
    /// Values are due.
    pub due_at: DateTime<Utc>,
    /// Missing values are overdue.
    pub overdue_at: DateTime<Utc>,
    /// Their owners and deputies are told.
    pub deputy_at: DateTime<Utc>,
    /// The scorecard's manager is told.
    pub manager_at: DateTime<Utc>,
    /// The digest is posted.
    pub digest_at: DateTime<Utc>,
    /// The meeting is, where there is one.
    pub meeting_at: Option<DateTime<Utc>>,
    /// The review closes by itself, just before the next one opens.
    pub close_at: DateTime<Utc>,
    /// The next review's digest is posted; this one's is of no use from then on.
    pub superseded_at: DateTime<Utc>,
}

impl Schedule {
    /// The instants of a period's review, in a zone and a calendar of business days.
    #[must_use]
    pub fn of(period: Period, zone: Tz, rules: &CycleRules, calendar: &BusinessCalendar) -> Self {
        Self::known_later(period, 0, (zone, rules, calendar))
    }

    /// The same for values that become known so many days later than the period ends: everything counts from that day.
    /// Of it only asking concerns such a value; the digest and the close are the review's own.
    #[must_use]
    pub fn known_later(period: Period, days: u16, by: (Tz, &CycleRules, &BusinessCalendar)) -> Self {
        Self::build(period, days, by, Moving::Gently)
    }

    /// The same as it was planned, before quiet hours and rest days moved what people are told.
    #[must_use]
    pub fn planned(period: Period, days: u16, by: (Tz, &CycleRules, &BusinessCalendar)) -> Self {
        Self::build(period, days, by, Moving::Never)
    }

    fn build(
        period: Period,
        days: u16,
        (zone, rules, calendar): (Tz, &CycleRules, &BusinessCalendar),
        moving: Moving,
    ) -> Self {
        let end_day = |period: Period| zone::add_days(period.end_day(), u64::from(days));
        let at = |when: When, period: Period| calendar.instant(when, end_day(period), zone);
        // Where nobody may be written to yet it waits until it is allowed, unless that would be too late.
        let allowed = |planned: (NaiveDate, NaiveTime)| match moving {
            Moving::Gently => calendar.allowed_on(planned, zone),
            Moving::Never => zone::instant(planned.0, planned.1, zone),
        };
        let gently = |planned: (NaiveDate, NaiveTime), before: DateTime<Utc>| {
            Some(allowed(planned))
                .filter(|allowed| *allowed < before)
                .unwrap_or_else(|| zone::instant(planned.0, planned.1, zone))
        };
        let opening = |period: Period| {
            let day = calendar.day(rules.prompt.day, end_day(period));
            gently((day, rules.prompt.time), at(rules.due, period))
        };
        let due_day = calendar.day(rules.due.day, end_day(period));
        let before_day = calendar.business_day_before(due_day);
        let late = |more: u16| {
            let day = calendar.business_days_after(due_day, rules.overdue_days.saturating_add(more));
            allowed((day, rules.overdue_time))
        };
        let next = period.next();
        Self {
            period,
            prompt_at: opening(period),
            before_at: gently((before_day, rules.remind_time), at(rules.due, period)),
            remind_at: gently((due_day, rules.remind_time), at(rules.due, period)),
            due_at: at(rules.due, period),
            overdue_at: late(0),
            deputy_at: late(1),
            manager_at: late(2),
            digest_at: at(rules.digest, period),
            meeting_at: rules.meeting.map(|meeting| at(meeting, period)),
            close_at: opening(next) - CLOSE_BEFORE_NEXT,
            superseded_at: at(rules.digest, next),
        }
    }

    /// Whether its steps come in their order: asked, due, summed up, met about, and closed before the next review opens.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let meets = self
            .meeting_at
            .is_none_or(|meeting_at| self.digest_at <= meeting_at && meeting_at < self.close_at);
        meets && self.prompt_at < self.due_at && self.due_at < self.digest_at && self.digest_at < self.close_at
    }
}

/// The first period that a new scorecard reviews: its first full one.
#[must_use]
pub fn first_review(created_at: DateTime<Utc>, zone: Tz, kind: PeriodKind, fiscal: FiscalStart) -> Period {
    let running = Period::running(kind, created_at, zone, fiscal);
    if created_at <= running.starts_at(zone) {
        running
    } else {
        running.next()
    }
}

/// The newest review whose values are known where they become known so many days after a period's end: the calendar of
/// such a KPI runs that much behind.
#[must_use]
pub fn newest_known(today: NaiveDate, days: u16, kind: PeriodKind, fiscal: FiscalStart) -> Period {
    let behind = today.checked_sub_days(Days::new(u64::from(days))).unwrap_or(today);
    Period::containing(kind, behind, fiscal).prev()
}

/// The periods of a KPI that take part in a review: those that belong to it, or a longer one whose last day is in it.
#[must_use]
pub fn taking_part(frequency: PeriodKind, review: Period, fiscal: FiscalStart) -> Vec<Period> {
    if frequency <= review.kind() {
        return review.parts(frequency);
    }
    let longer = Period::containing(frequency, review.first_day(), fiscal);
    if longer.last_day() <= review.last_day() {
        vec![longer]
    } else {
        Vec::new()
    }
}

/// The reviewed period in which a KPI's period takes part.
#[must_use]
pub fn reviewed_in(period: Period, review: PeriodKind, fiscal: FiscalStart) -> Period {
    period
        .belongs_to(review, fiscal)
        .unwrap_or_else(|| Period::containing(review, period.last_day(), fiscal))
}

/// The period of a scorecard's cycle that counts in a period of a scorecard above it: the latest one that is over when
/// that is.
#[must_use]
pub fn counted_in(above: Period, cycle: PeriodKind, fiscal: FiscalStart) -> Period {
    let last = Period::containing(cycle, above.last_day(), fiscal);
    if last.end_day() <= above.end_day() {
        last
    } else {
        last.prev()
    }
}

#[cfg(test)]
#[path = "cycle/tests.rs"]
mod tests;

#[cfg(test)]
#[path = "cycle/instants.rs"]
mod instants;
