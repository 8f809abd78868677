//! What became of the steps on which people are asked for a value, and what will. Looks only.

use chrono::{DateTime, Utc};

use super::account::Case;
use crate::domain::cycle::{ReviewState, Schedule, Step};
use crate::domain::period::PeriodKind;
use crate::service::checkin::Expected;
use crate::service::review::step::{ALL_IN, TOO_LATE, whom};
use crate::service::{Actor, Result, access};
use crate::store::review::{Asked, StepDone};
use crate::store::{self, Connection};

/// A step on which people are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// Which.
    pub step: Step,
    /// When it is taken.
    pub at: DateTime<Utc>,
    /// When it was planned, where quiet hours or a rest day moved it.
    pub moved_from: Option<DateTime<Utc>>,
    /// What became of it, or will.
    pub how: How,
}

/// What became of a step for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// These people were asked: each name, and how it reached them.
    Told(Vec<(String, Reached)>),
    /// It came when it was of no use any more.
    TooLate(DateTime<Utc>),
    /// These people will be asked, if nothing comes in.
    Coming(Vec<String>),
}

/// How a question reached somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// By direct message.
    Direct(DateTime<Utc>),
    /// It was edited into the message of that day.
    Joined(DateTime<Utc>),
    /// They put it off until then.
    PutOff(DateTime<Utc>),
    /// Direct messages are closed, so the team channel was asked.
    Channel(DateTime<Utc>),
    /// Direct messages are closed, and there was no other way.
    Nowhere,
    /// It is not sent yet.
    Waits,
}

/// What became of each step on which people are asked, and what will.
pub(super) async fn of(
    reader: &mut Connection,
    viewer: &Actor,
    case: &Case<'_>,
    planned: &Schedule,
) -> Result<Vec<Rung>> {
    let Some(value) = &case.value else {
        return Ok(Vec::new());
    };
    let (server, first_day) = (viewer.server, value.item.period.first_day());
    let asked = store::review::asked_for(reader, server, case.placed.kpi.id, first_day).await?;
    let done = match (&case.review, case.placed.kpi.known_after()) {
        (None, _) => Vec::new(),
        (Some(review), 0) => store::review::steps(reader, server, review.id).await?,
        (Some(review), after) => store::review::later_steps(reader, server, (review.id, after)).await?,
    };
    let weekly = case.placed.kpi.frequency == PeriodKind::Week;
    let mut rungs = Vec::new();
    for (step, at) in case.schedule.steps() {
        if !step.asks() || (weekly && !step.asks_weekly()) {
            continue;
        }
        let behind = done.iter().find(|done| done.step == step);
        let how = match (told(case, &asked, step), behind) {
            (told, _) if !told.is_empty() => Some(How::Told(told)),
            (_, Some(behind)) => too_late(value, behind),
            (_, None) => coming(reader, viewer, case, (value, step, at)).await?,
        };
        let moved_from = Some(planned.at(step)).filter(|planned| *planned != at);
        rungs.extend(how.map(|how| Rung {
            step,
            at,
            moved_from,
            how,
        }));
    }
    Ok(rungs)
}

/// Who was asked on a step, and how that reached them.
fn told(case: &Case<'_>, asked: &[Asked], step: Step) -> Vec<(String, Reached)> {
    let concerns = |asked: &&Asked| case.about.is_none_or(|about| about.person == Some(asked.person));
    let on_step = asked.iter().filter(|asked| asked.rung == step).filter(concerns);
    let reached = |asked: &Asked| match (asked.said_at, asked.mentioned_at) {
        (Some(said_at), _) if asked.asked_at > said_at => Reached::Joined(asked.asked_at),
        (Some(said_at), _) => Reached::Direct(said_at),
        (None, Some(mentioned_at)) => Reached::Channel(mentioned_at),
        (None, None) if asked.ended => Reached::Nowhere,
        (None, None) if asked.due_at > case.now => Reached::PutOff(asked.due_at),
        (None, None) => Reached::Waits,
    };
    // What was answered before it was sent was never said.
    let meant = |asked: &&Asked| !(asked.ended && asked.reason.as_deref() == Some(ALL_IN));
    on_step
        .filter(meant)
        .map(|asked| (asked.name.clone(), reached(asked)))
        .collect()
}

/// A step that came too late, while the value was missing.
fn too_late(value: &Expected, behind: &StepDone) -> Option<How> {
    let late = behind.skipped.as_deref() == Some(TOO_LATE) && value.entry.is_none();
    late.then_some(How::TooLate(behind.at))
}

/// Who will be asked on a step that is still to come.
async fn coming(
    reader: &mut Connection,
    viewer: &Actor,
    case: &Case<'_>,
    (value, step, at): (&Expected, Step, DateTime<Utc>),
) -> Result<Option<How>> {
    let closed = case
        .review
        .as_ref()
        .is_some_and(|review| review.state == ReviewState::Closed);
    let over = closed && case.placed.kpi.known_after() == 0;
    let asks = step == Step::Prompt || value.item.leaves_gap();
    if value.entry.is_some() || over || !asks || at <= case.now {
        return Ok(None);
    }
    let mut names = Vec::new();
    for person in whom(value, step, case.last) {
        if case.about.is_none_or(|about| about.person == Some(person)) {
            names.push(access::name_of(reader, viewer, person).await?);
        }
    }
    Ok((!names.is_empty()).then_some(How::Coming(names)))
}
