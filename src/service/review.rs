//! The review cycle: what a tick finds due is written down as notices, once, and the review moves on. Called by `job`.

mod above;
mod board;
pub mod calendar;
mod close;
pub(in crate::service) mod closed;
mod digest;
mod later;
mod meeting;
mod missed;
mod open;
mod retarget;
pub mod schedule;
mod sponsor;
mod status;
mod step;
mod wait;
mod why_asked;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::notice::Span;
use super::summary::{Line, Summary};
use super::{Result, Services, alert, decision, initiative, scorecard};
use crate::domain::cycle::{BusinessCalendar, CycleRules, DueStep, Schedule, Step, Timing, first_review, steps_due};
use crate::domain::id::{ScorecardId, ServerId};
use crate::domain::period::Period;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use above::restated;
pub(super) use board::content as board_content;
pub use board::{Board, BoardContent, Group};
pub use close::{Closed, close};
pub(super) use digest::{post_unsaid, refresh, shows};
pub use meeting::MeetingContent;
pub(super) use meeting::place as meeting_place;
pub(super) use missed::tell as tell_missed;
pub use missed::{MissedContent, MissedReview};
pub use open::{Reopened, ReopenedContent, open, reopen};
pub use retarget::{Progress, Retargeted};
pub use sponsor::{CommentContent, MAX_COMMENT, SponsorContent, comment, may_comment};
pub use status::{Standing, Status, status};
pub(super) use step::ask_anew;
pub use why_asked::{Account, Accounts, Answers, How, Reached, Rung, Silence, Wanted, why_asked};

/// How many scorecards one look takes on, and how many of them one transaction; what people do waits for no more.
const BATCH: i64 = 100;
const TOGETHER: usize = 8;

/// When a scorecard is looked at again whose review could not be moved on.
const PUT_OFF: TimeDelta = TimeDelta::minutes(5);

/// How long after the end of its wait a digest that waited for others is not late.
const WAITED: TimeDelta = TimeDelta::hours(1);

/// What a digest says, as it stood when it was due.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DigestContent {
    /// The numbers.
    pub summary: Summary,
    /// The off-target KPIs, the worst first.
    pub off_target: Vec<Line>,
    /// Values that are still expected.
    pub preliminary: bool,
    /// Values came in after it was posted.
    pub updated: bool,
    /// What this review and earlier ones decided and is not done, the earliest due first.
    #[serde(default)]
    pub decisions: Vec<decision::Told>,
    /// The initiatives that are overdue, the earliest due first.
    #[serde(default)]
    pub initiatives: Vec<initiative::Told>,
    /// The targets that were changed after their period had begun, or by the KPI's own owner.
    #[serde(default)]
    pub targets: Vec<Retargeted>,
}

/// What the end of a review says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClosedContent {
    /// The numbers as published.
    pub summary: Summary,
    /// How many values never came.
    pub missing: usize,
    /// Who closed it; none where it closed by itself.
    #[serde(default)]
    pub by: Option<String>,
    /// What the review decided.
    #[serde(default)]
    pub decisions: Vec<String>,
}

/// Does what is due in any scorecard's review cycle; how many scorecards there were.
pub async fn advance(services: &Services) -> Result<usize> {
    let mut reader = services.read().await?;
    let due = store::scorecard::due(&mut reader, services.now(), BATCH).await?;
    drop(reader);
    for some in due.chunks(TOGETHER) {
        if some.len() > 1 && advance_some(services, some).await.is_ok() {
            continue;
        }
        for one in some {
            if let Err(error) = advance_some(services, std::slice::from_ref(one)).await {
                let (server, id) = *one;
                tracing::error!(%error, scorecard = id.get(), "a scorecard's review could not be moved on");
                put_off(services, server, id).await?;
            }
        }
    }
    let reminded = initiative::remind_due(services).await?;
    Ok(due.len() + reminded + alert::wake_due(services).await?)
}

/// Looks at a scorecard again later, so that it does not stand in the way of the others.
async fn put_off(services: &Services, server: ServerId, id: ScorecardId) -> Result<()> {
    let mut write = services.write().await?;
    store::scorecard::set_next_step(&mut write, server, id, services.now() + PUT_OFF).await?;
    services.keep(write).await
}

/// When something is due next: a step of a review, or a notice.
pub async fn next_event_at(services: &Services) -> Result<Option<DateTime<Utc>>> {
    let mut reader = services.read().await?;
    let step = store::scorecard::next_step_at(&mut reader).await?;
    let notice = store::notice::next_at(&mut reader, services.now()).await?;
    let reminder = initiative::next_event_at(&mut reader).await?;
    let waking = alert::next_event_at(&mut reader).await?;
    Ok(step.into_iter().chain(notice).chain(reminder).chain(waking).min())
}

/// Moves some scorecards on in one transaction, so that they wait for the disk once.
async fn advance_some(services: &Services, some: &[(ServerId, ScorecardId)]) -> Result<()> {
    let mut write = services.write().await?;
    for (server, id) in some {
        advance_one(services, &mut write, *server, *id).await?;
    }
    services.keep(write).await
}

async fn advance_one(services: &Services, write: &mut Connection, server: ServerId, id: ScorecardId) -> Result<()> {
    let now = services.now();
    let Some(card) = store::scorecard::by_id(write, server, id).await? else {
        return Ok(());
    };
    if card.next_step_at.is_none_or(|at| at > now) {
        return Ok(());
    }
    let calendar = store::calendar::of_server(write, server).await?;
    open_reviews(services, write, server, (&card, &calendar)).await?;
    let mut next = None;
    for review in store::review::open(write, server, id).await? {
        let at = move_on(services, write, (server, &card, &calendar), &review).await?;
        next = next.into_iter().chain(at).min();
    }
    let later = later::move_on(write, (server, &card, &calendar), now).await?;
    next = next.into_iter().chain(later).min();
    let opens_at = next_opening(&card, &calendar, now);
    let next = next.map_or(opens_at, |at| at.min(opens_at));
    store::scorecard::set_next_step(write, server, id, next).await?;
    Ok(())
}

/// Opens the reviews of all periods whose prompt time has come.
async fn open_reviews(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    (card, calendar): (&Scorecard, &BusinessCalendar),
) -> Result<()> {
    let now = services.now();
    let zone = scorecard::zone_of(card);
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    let mut period = match store::review::newest(write, server, card.id).await? {
        Some(review) => review.period.next(),
        None => first,
    };
    while schedule_of(card, period, calendar).prompt_at <= now {
        let review = store::review::insert(write, server, card.id, period, now).await?;
        board::put_up(services, write, (server, card, &review)).await?;
        period = period.next();
    }
    Ok(())
}

/// Takes the steps of a review that have come; when its next one does.
async fn move_on(
    services: &Services,
    write: &mut Connection,
    (server, card, calendar): (ServerId, &Scorecard, &BusinessCalendar),
    review: &Review,
) -> Result<Option<DateTime<Utc>>> {
    let now = services.now();
    let mut schedule = schedule_of(card, review.period, calendar);
    if let Some(reopened_at) = store::review::reopened_at(write, server, review.id).await? {
        schedule.close_at = open::closes_again(card, (review.period, calendar), reopened_at);
    }
    let (whose, time) = ((server, card, review), (now, calendar));
    let done = store::review::steps_done(write, server, review.id).await?;
    let mut coming = steps_due(&schedule, now);
    if !done.contains(&Step::Digest) && wait::is_complete(write, whose, time).await? {
        coming.push(DueStep {
            step: Step::Digest,
            at: now,
            timing: Timing::OnTime,
        });
    }
    let mut waits_until = None;
    for due in coming.into_iter().filter(|due| !done.contains(&due.step)) {
        if due.step == Step::Digest && due.timing != Timing::Pointless {
            waits_until = wait::for_those_below(write, whose, time).await?;
            if waits_until.is_some() {
                continue;
            }
        }
        take(services, write, whose, (due, schedule, calendar)).await?;
    }
    let closed = schedule.at(Step::Close) <= now;
    let next = schedule.next_step(now).filter(|_| !closed).map(|(_, at)| at);
    Ok(next.into_iter().chain(waits_until).min())
}

/// Takes one step of a review, and has what depends on it follow.
async fn take(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (due, schedule, calendar): (DueStep, Schedule, &BusinessCalendar),
) -> Result<()> {
    let now = services.now();
    // What waited for others on purpose is not late.
    let below = store::scorecard::children(write, server, card.id).await?;
    let latest = wait::at_the_latest(card, review.period, calendar) + WAITED;
    let waited = due.step == Step::Digest && !below.is_empty() && now < latest;
    let span = Span {
        now,
        due_at: if waited { now } else { due.at },
        useful_until_at: schedule.useful_until(due.step),
    };
    let skipped = step::take(services, write, (server, card, review), (due, span)).await?;
    store::review::step_done(write, server, review.id, due.step, (now, skipped)).await?;
    board::renew(write, server, review.id).await?;
    if let (Step::Digest, Some(parent)) = (due.step, card.parent) {
        store::scorecard::set_next_step(write, server, parent, now).await?;
    }
    Ok(())
}

/// When the next review of a scorecard opens.
fn next_opening(card: &Scorecard, calendar: &BusinessCalendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let zone = scorecard::zone_of(card);
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    let last_ended = Period::last_ended(card.review_cycle, now, zone, card.fiscal_start);
    let mut period = first.max(last_ended);
    while schedule_of(card, period, calendar).prompt_at <= now {
        period = period.next();
    }
    schedule_of(card, period, calendar).prompt_at
}

/// The instants of a scorecard's review of a period.
pub(super) fn schedule_of(card: &Scorecard, period: Period, calendar: &BusinessCalendar) -> Schedule {
    schedule_with(card, &rules_of(card), period, calendar)
}

/// The same with other rules.
fn schedule_with(card: &Scorecard, rules: &CycleRules, period: Period, calendar: &BusinessCalendar) -> Schedule {
    Schedule::of(period, scorecard::zone_of(card), rules, calendar)
}

/// The same for values that become known so many days after the first one that follows the period.
pub(super) fn schedule_known(card: &Scorecard, period: Period, days: u16, calendar: &BusinessCalendar) -> Schedule {
    Schedule::known_later(period, days, (scorecard::zone_of(card), &rules_of(card), calendar))
}

/// The same as it was planned, before quiet hours and rest days moved what people are told.
fn schedule_planned(card: &Scorecard, period: Period, days: u16, calendar: &BusinessCalendar) -> Schedule {
    Schedule::planned(period, days, (scorecard::zone_of(card), &rules_of(card), calendar))
}

/// When the steps of a scorecard's reviews are taken.
fn rules_of(card: &Scorecard) -> CycleRules {
    card.cycle_rules
        .unwrap_or_else(|| CycleRules::default_for(card.review_cycle))
}

/// How many business days a value is late when the scorecard's manager is told.
pub(super) fn business_days_late(card: &Scorecard) -> u16 {
    rules_of(card).overdue_days.saturating_add(2)
}

/// When the first review of a new scorecard opens.
pub(super) fn first_opening(card: &Scorecard, calendar: &BusinessCalendar) -> DateTime<Utc> {
    let zone = scorecard::zone_of(card);
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    schedule_of(card, first, calendar).prompt_at
}
