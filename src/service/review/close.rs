//! Closing a review by hand: its numbers are published and its period is locked.

use super::digest;
use crate::domain::audit::{Subject, Verb};
use crate::domain::cycle::{ReviewState, Step};
use crate::domain::period::Period;
use crate::service::audit::{self, Entry};
use crate::service::notice::Span;
use crate::service::{Actor, Error, NotFound, Noun, Result, Services, access, decision};
use crate::store::review::Review;
use crate::store::{self, Connection};

/// A review that was closed.
#[derive(Debug, Clone)]
pub struct Closed {
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: crate::domain::period::FiscalStart,
    /// The period.
    pub period: Period,
    /// How many values never came.
    pub missing: usize,
    /// How many decisions the review made.
    pub decisions: usize,
    /// The team channel that is told, if there is one.
    pub channel: Option<i64>,
}

/// Closes the oldest open review of a scorecard, or the one of a period, with what it decided: one decision a line or
/// between semicolons, or `none`. What was written down before needs no word here.
pub async fn close(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    (period, decisions): (Option<&str>, Option<&str>),
) -> Result<Closed> {
    let mut write = services.write().await?;
    let card = access::scorecard(&mut write, actor, typed, channel).await?;
    access::manage(&mut write, actor, &card).await?;
    let wanted = match period {
        Some(typed) => Some(Period::parse(typed, card.fiscal_start)?),
        None => None,
    };
    let open = store::review::open(&mut write, actor.server, card.id).await?;
    let review = open
        .into_iter()
        .find(|review| wanted.is_none_or(|period| review.period == period))
        .ok_or_else(|| none_open(period))?;
    decision::record_all(services, &mut write, actor, (&card, &review), decisions).await?;
    publish(services, &mut write, actor, (&card, &review)).await?;
    let decided = store::decision::of_review(&mut write, actor.server, review.id).await?;
    let missing = crate::service::checkin::missing(&mut write, actor.server, &card, review.period).await?;
    let label = review.period.label(card.fiscal_start);
    let entry = Entry::new(Verb::Closed, Subject::Review, (Some(review.id.get()), &label)).within(card.id);
    audit::record(services, &mut write, actor, entry).await?;
    services.keep(write).await?;
    Ok(Closed {
        scorecard: card.name,
        fiscal: card.fiscal_start,
        period: review.period,
        missing: missing.len(),
        decisions: decided.len(),
        channel: card.channel,
    })
}

async fn publish(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, review): (&store::scorecard::Scorecard, &Review),
) -> Result<()> {
    let now = services.now();
    if review.state == ReviewState::Collecting {
        store::review::step_done(
            write,
            actor.server,
            review.id,
            Step::Digest,
            (now, Some("closed before it was due")),
        )
        .await?;
    }
    let by = access::name_of(write, actor, actor.person).await?;
    let span = Span::from(now, now);
    digest::close(services, write, (actor.server, card, review), (span, Some(by))).await?;
    for step in Step::ALL {
        store::review::step_done(write, actor.server, review.id, *step, (now, None)).await?;
    }
    Ok(())
}

fn none_open(period: Option<&str>) -> Error {
    NotFound {
        noun: Noun::Review,
        typed: period.unwrap_or_default().to_owned(),
        close: Vec::new(),
    }
    .into()
}
