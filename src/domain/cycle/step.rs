//! The steps of a review, and what is still worth saying when one comes late.

use chrono::{DateTime, TimeDelta, Utc};

use super::Schedule;

words! {
    /// A step of a review, in order.
    Step {
        /// Owners are asked for their values.
        Prompt = "prompt",
        /// Those who have not answered are reminded on the business day before values are due.
        Before = "before",
        /// They are reminded on the day values are due.
        Remind = "remind",
        /// Values are due: from then on what is missing is late.
        Due = "due",
        /// Owners of missing values are told that they are overdue.
        Overdue = "overdue",
        /// Owners and deputies are told a business day later.
        Deputy = "deputy",
        /// The scorecard's manager is told another business day later; then there is silence.
        Manager = "manager",
        /// The digest is posted.
        Digest = "digest",
        /// The review closes by itself.
        Close = "close",
    }
}

/// How a step that has come should be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timing {
    /// Said as it is.
    OnTime,
    /// Said once, as late.
    Late,
    /// Not said, and recorded as skipped.
    Pointless,
}

/// A step whose instant has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueStep {
    /// Which.
    pub step: Step,
    /// When it was to be taken.
    pub at: DateTime<Utc>,
    /// How to take it now.
    pub timing: Timing,
}

/// From so much delay on a step says that it is late.
const LATE_AFTER: TimeDelta = TimeDelta::hours(1);

/// The overdue rungs are of use until so long after the last of them.
const AFTER_LADDER: TimeDelta = TimeDelta::days(2);

impl Step {
    /// Whether people are asked on it.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(
            self,
            Self::Prompt | Self::Before | Self::Remind | Self::Overdue | Self::Deputy | Self::Manager
        )
    }

    /// Whether a value of a KPI with weekly values is asked for on it: they get the prompt and one reminder.
    #[must_use]
    pub const fn asks_weekly(self) -> bool {
        matches!(self, Self::Prompt | Self::Remind)
    }
}

impl Schedule {
    /// When a step is to be taken.
    #[must_use]
    pub const fn at(&self, step: Step) -> DateTime<Utc> {
        match step {
            Step::Prompt => self.prompt_at,
            Step::Before => self.before_at,
            Step::Remind => self.remind_at,
            Step::Due => self.due_at,
            Step::Overdue => self.overdue_at,
            Step::Deputy => self.deputy_at,
            Step::Manager => self.manager_at,
            Step::Digest => self.digest_at,
            Step::Close => self.close_at,
        }
    }

    /// Until when a step is of use, where it is not for ever: a prompt and a reminder until values are due, the first
    /// reminder until the second, the overdue rungs until two days after the last, a digest until the next one. That
    /// values are late and a close always is.
    #[must_use]
    pub fn useful_until(&self, step: Step) -> Option<DateTime<Utc>> {
        match step {
            Step::Prompt | Step::Remind => Some(self.due_at),
            Step::Before => Some(self.remind_at),
            Step::Overdue | Step::Deputy | Step::Manager => Some((self.manager_at + AFTER_LADDER).min(self.close_at)),
            Step::Digest => Some(self.superseded_at),
            Step::Due | Step::Close => None,
        }
    }

    /// All steps in the order of their instants.
    #[must_use]
    pub fn steps(&self) -> Vec<(Step, DateTime<Utc>)> {
        let mut steps: Vec<_> = Step::ALL.iter().map(|step| (*step, self.at(*step))).collect();
        steps.sort_by_key(|(_, at)| *at);
        steps
    }

    /// The first step after an instant.
    #[must_use]
    pub fn next_step(&self, after: DateTime<Utc>) -> Option<(Step, DateTime<Utc>)> {
        self.steps().into_iter().find(|(_, at)| *at > after)
    }

    fn timing(&self, step: Step, now: DateTime<Utc>) -> Timing {
        let over = self.useful_until(step).is_some_and(|until| now >= until);
        let reminds = matches!(step, Step::Before | Step::Remind);
        let repeats_the_prompt = reminds && self.at(step) <= self.prompt_at;
        if over || repeats_the_prompt {
            Timing::Pointless
        } else if now - self.at(step) >= LATE_AFTER {
            Timing::Late
        } else {
            Timing::OnTime
        }
    }
}

/// The steps whose instants have come, in order; the caller leaves out those already taken.
#[must_use]
pub fn steps_due(schedule: &Schedule, now: DateTime<Utc>) -> Vec<DueStep> {
    let come = schedule.steps().into_iter().filter(|(_, at)| *at <= now);
    come.map(|(step, at)| DueStep {
        step,
        at,
        timing: schedule.timing(step, now),
    })
    .collect()
}
