//! The digest of a review, its updates until the close, and the close.

use std::cmp::Reverse;

use super::{ClosedContent, DigestContent, above, board, meeting, retarget, rules_of, schedule_of, sponsor};
use crate::domain::cycle::{ReviewState, Step, reviewed_in};
use crate::domain::id::{PersonId, ReviewId, ServerId};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::View;
use crate::domain::score::Status;
use crate::service::notice::{self, Span, Stored};
use crate::service::summary::{Line, build};
use crate::service::{Result, Services, checkin, decision, initiative};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Said where a scorecard has no team channel.
const NO_CHANNEL: &str = "the scorecard has no team channel";

/// Posts the digest; the reason if it is not said.
pub(super) async fn post(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    span: Span,
) -> Result<Option<&'static str>> {
    if card.channel.or(card.sponsor.map(PersonId::get)).is_none() {
        return Ok(Some(NO_CHANNEL));
    }
    let stored = digest(services, write, (server, card), review.period).await?;
    sponsor::tell(write, (server, card, review), &stored, span).await?;
    let Some(channel) = card.channel else {
        return Ok(Some(NO_CHANNEL));
    };
    let to = Destination::Team(card.id, channel);
    notice::write(
        write,
        server,
        &key(review),
        (to, &Stored::Digest(Box::new(stored.clone()))),
        span,
    )
    .await?;
    meeting::announce(services, write, (server, card, review), (&stored, span)).await?;
    Ok(None)
}

/// Puts up the boards and posts the digests that came due while a scorecard had no team channel, once it has one.
pub(in crate::service) async fn post_unsaid(
    services: &Services,
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
) -> Result<()> {
    let calendar = store::calendar::of_server(write, server).await?;
    for review in store::review::open(write, server, card.id).await? {
        if review.state != ReviewState::InReview {
            board::put_up(services, write, (server, card, &review)).await?;
            continue;
        }
        let schedule = schedule_of(card, review.period, &calendar);
        let span = Span {
            now: services.now(),
            due_at: schedule.digest_at,
            useful_until_at: schedule.useful_until(Step::Digest),
        };
        post(services, write, (server, card, &review), span).await?;
    }
    Ok(())
}

/// Brings the digests of a scorecard and of those that it feeds up to date with values that came in after them, until
/// their reviews are closed.
pub(in crate::service) async fn refresh(
    services: &Services,
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    changed: &[Period],
) -> Result<()> {
    board::refresh(write, (server, card), changed).await?;
    if rules_of(card).early {
        // The next look finds whether everything is in.
        store::scorecard::set_next_step(write, server, card.id, services.now()).await?;
    }
    let covers = |review: Period| changed.iter().any(|changed| shows(card.fiscal_start, review, *changed));
    rewrite(services, write, (server, card), &covers).await?;
    for above in above::of(write, server, card).await? {
        let covers = |review: Period| changed.iter().any(|changed| above.shows(review, *changed));
        rewrite(services, write, (server, &above.card), &covers).await?;
    }
    Ok(())
}

/// Writes the digests of a scorecard anew that are posted and whose periods are concerned.
async fn rewrite(
    services: &Services,
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    concerned: &(dyn Fn(Period) -> bool + Sync),
) -> Result<()> {
    for review in store::review::open(write, server, card.id).await? {
        if review.state != ReviewState::InReview || !concerned(review.period) {
            continue;
        }
        let Some((id, payload)) = store::notice::by_key(write, server, &key(&review)).await? else {
            continue;
        };
        if !matches!(serde_json::from_str(&payload), Ok(Stored::Digest(_))) {
            continue;
        }
        let mut stored = digest(services, write, (server, card), review.period).await?;
        stored.updated = true;
        sponsor::refresh(write, (server, &review), &stored).await?;
        notice::rewrite(write, server, id, &Stored::Digest(Box::new(stored))).await?;
    }
    Ok(())
}

/// Whether the numbers of a review's period show what was entered for a period: one that takes part in it, or the latest
/// one of a slower KPI.
pub(in crate::service) fn shows(fiscal: FiscalStart, review: Period, entered: Period) -> bool {
    if entered.kind() <= review.kind() {
        return reviewed_in(entered, review.kind(), fiscal) == review;
    }
    entered.last_day() <= review.last_day() && review.last_day() < entered.next().last_day()
}

/// Closes a review, by itself or in the name of somebody: its numbers are published.
pub(super) async fn close(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (span, by): (Span, Option<String>),
) -> Result<Option<&'static str>> {
    let now = services.now();
    let summary = build(write, server, card, (review.period, View::Period), now).await?;
    let missing = gaps(write, server, card, review.period).await?;
    let published = serde_json::to_string(&summary)?;
    store::review::set_state(write, server, review.id, ReviewState::Closed, Some((now, &published))).await?;
    board::renew(write, server, review.id).await?;
    let Some(channel) = card.channel else {
        return Ok(Some(NO_CHANNEL));
    };
    let decided = store::decision::of_review(write, server, review.id).await?;
    let stored = Stored::Closed(Box::new(ClosedContent {
        summary,
        missing,
        by,
        decisions: decided.into_iter().map(|decision| decision.text).collect(),
    }));
    let to = Destination::Team(card.id, channel);
    let key = match store::review::reopened_at(write, server, review.id).await? {
        Some(at) => format!("closed:{}:{}", review.id, at.timestamp_millis()),
        None => format!("closed:{}", review.id),
    };
    notice::write(write, server, &key, (to, &stored), span).await?;
    Ok(None)
}

async fn digest(
    services: &Services,
    connection: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    period: Period,
) -> Result<DigestContent> {
    let summary = build(connection, server, card, (period, View::Period), services.now()).await?;
    let preliminary = gaps(connection, server, card, period).await? > 0;
    let mut off_target: Vec<Line> = summary.with_status(Status::OffTarget).cloned().collect();
    off_target.sort_by_key(|line| Reverse(line.level.map(|level| -level)));
    Ok(DigestContent {
        summary,
        off_target,
        preliminary,
        updated: false,
        decisions: decision::open_of(connection, server, card, services.now()).await?,
        initiatives: initiative::overdue_of(connection, server, card, services.now()).await?,
        targets: retarget::of_review(connection, server, card, period).await?,
    })
}

/// How many values are missing that nothing before them stands in for.
async fn gaps(connection: &mut Connection, server: ServerId, card: &Scorecard, period: Period) -> Result<usize> {
    let missing = checkin::missing(connection, server, card, period).await?;
    Ok(missing.iter().filter(|(_, item)| item.leaves_gap()).count())
}

fn key(review: &Review) -> String {
    key_of(review.id)
}

/// The key of the notice that is a review's digest.
pub(super) fn key_of(review: ReviewId) -> String {
    format!("digest:{review}")
}
