//! Opening a review by hand, and opening one again that was closed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{board, schedule_of, step};
use crate::domain::audit::{Subject, Verb};
use crate::domain::cycle::{BusinessCalendar, DueStep, ReviewState, Step, Timing, first_review};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::MAX_REASON;
use crate::service::audit::{self, Entry};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Conflict, Error, Invalid, NotFound, Noun, Result, Services, access, scorecard};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A review that was opened, or opened again.
#[derive(Debug, Clone)]
pub struct Reopened {
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// The team channel that is told, if there is one.
    pub channel: Option<i64>,
}

/// What the team channel reads of a review that was opened again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReopenedContent {
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// Who opened it.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// Posts the digest of a period that is over and opens its meeting before its time; without a period, of the oldest review
/// in which values are still coming in.
pub async fn open(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    period: Option<&str>,
) -> Result<Reopened> {
    let mut write = services.write().await?;
    let card = access::scorecard(&mut write, actor, typed, channel).await?;
    access::manage(&mut write, actor, &card).await?;
    let review = wanted(services, &mut write, actor, &card, period).await?;
    if review.state != ReviewState::Collecting {
        return Err(Conflict::NotCollecting { period: review.period }.into());
    }
    let now = services.now();
    let due = DueStep {
        step: Step::Digest,
        at: now,
        timing: Timing::OnTime,
    };
    let whose = (actor.server, &card, &review);
    let skipped = step::take(services, &mut write, whose, (due, Span::from(now, now))).await?;
    store::review::step_done(&mut write, actor.server, review.id, Step::Digest, (now, skipped)).await?;
    board::renew(&mut write, actor.server, review.id).await?;
    write_down(services, &mut write, actor, (&card, &review), (Verb::Opened, None)).await?;
    store::scorecard::set_next_step(&mut write, actor.server, card.id, now).await?;
    if let Some(parent) = card.parent {
        store::scorecard::set_next_step(&mut write, actor.server, parent, now).await?;
    }
    services.keep_cycle(write).await?;
    Ok(told(card, review.period))
}

/// The review that is meant; one of a period that is over is made where its time to open has not come.
async fn wanted(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    typed: Option<&str>,
) -> Result<Review> {
    let (now, zone) = (services.now(), scorecard::zone_of(card));
    let Some(typed) = typed else {
        let open = store::review::open(write, actor.server, card.id).await?;
        let collecting = |review: &Review| review.state == ReviewState::Collecting;
        let oldest = open.iter().find(|review| collecting(review)).or(open.first());
        return oldest.cloned().ok_or_else(|| none(""));
    };
    let period = Period::parse_kind(typed, card.review_cycle, card.fiscal_start)?;
    if let Some(review) = store::review::of_period(write, actor.server, card.id, period).await? {
        return Ok(review);
    }
    if !period.has_ended(now, zone) {
        return Err(Conflict::NotOver { period }.into());
    }
    let newest = store::review::newest(write, actor.server, card.id).await?;
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    let next = newest.map_or(first, |newest| newest.period.next());
    if period != next {
        return Err(none(typed));
    }
    Ok(store::review::insert(write, actor.server, card.id, period, now).await?)
}

/// Opens a closed review again: its period is no longer locked, and its numbers are published anew when it is closed.
pub async fn reopen(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    (period, reason): (Option<&str>, &str),
) -> Result<Reopened> {
    let mut write = services.write().await?;
    let card = access::scorecard(&mut write, actor, typed, channel).await?;
    access::manage(&mut write, actor, &card).await?;
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.chars().count() > MAX_REASON {
        return Err(Invalid::TooLong {
            field: "reason",
            most: MAX_REASON,
        }
        .into());
    }
    let mut closed = store::review::closed(&mut write, actor.server, card.id).await?;
    closed.sort_unstable();
    let wanted = match period {
        Some(typed) => Some(Period::parse_kind(typed, card.review_cycle, card.fiscal_start)?),
        None => closed.last().copied(),
    };
    let found = wanted.filter(|period| closed.contains(period));
    let period = found.ok_or_else(|| none(period.unwrap_or_default()))?;
    let review = store::review::of_period(&mut write, actor.server, card.id, period).await?;
    let review = review.ok_or_else(|| none(""))?;
    let now = services.now();
    store::review::reopen(&mut write, actor.server, review.id, now).await?;
    store::scorecard::set_next_step(&mut write, actor.server, card.id, now).await?;
    board::renew(&mut write, actor.server, review.id).await?;
    say(services, &mut write, actor, (&card, &review), &reason).await?;
    write_down(
        services,
        &mut write,
        actor,
        (&card, &review),
        (Verb::Reopened, Some(&reason)),
    )
    .await?;
    services.keep_cycle(write).await?;
    Ok(told(card, period))
}

/// The team channel is told that published numbers may change.
async fn say(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, review): (&Scorecard, &Review),
    reason: &str,
) -> Result<()> {
    let Some(channel) = card.channel else {
        return Ok(());
    };
    let now = services.now();
    let content = ReopenedContent {
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        period: review.period,
        by: access::name_of(write, actor, actor.person).await?,
        reason: reason.to_owned(),
    };
    let key = format!("reopened:{}:{}", review.id, now.timestamp_millis());
    let to = Destination::Team(card.id, channel);
    let stored = Stored::Reopened(Box::new(content));
    notice::write(write, actor.server, &key, (to, &stored), Span::from(now, now)).await?;
    Ok(())
}

async fn write_down(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, review): (&Scorecard, &Review),
    (verb, reason): (Verb, Option<&str>),
) -> Result<()> {
    let label = review.period.label(card.fiscal_start);
    let entry = Entry::new(verb, Subject::Review, (Some(review.id.get()), &label)).within(card.id);
    audit::record(services, write, actor, entry.because(reason)).await
}

/// When a review that was opened again closes by itself: with the first review of the scorecard that closes after that.
pub(super) fn closes_again(
    card: &Scorecard,
    (period, calendar): (Period, &BusinessCalendar),
    reopened_at: DateTime<Utc>,
) -> DateTime<Utc> {
    let mut later = period;
    loop {
        let close_at = schedule_of(card, later, calendar).close_at;
        if close_at > reopened_at {
            return close_at;
        }
        later = later.next();
    }
}

fn told(card: Scorecard, period: Period) -> Reopened {
    Reopened {
        scorecard: card.name,
        fiscal: card.fiscal_start,
        period,
        channel: card.channel,
    }
}

fn none(typed: &str) -> Error {
    NotFound {
        noun: Noun::Review,
        typed: typed.to_owned(),
        close: Vec::new(),
    }
    .into()
}
