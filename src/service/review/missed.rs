//! What the reviews of a server missed while the bot was not in it, as its team channels read it on the return: which steps
//! are late and which are left out. Worked out from the schedules, before the steps are taken.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::schedule_of;
use crate::domain::cycle::{BusinessCalendar, Step, Timing, first_review, steps_due};
use crate::domain::id::ServerId;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::scorecard::Visibility;
use crate::service::notice::{self, Span, Stored};
use crate::service::{Result, Services, checkin, scorecard};
use crate::store::notice::Destination;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What was missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedContent {
    /// Since when the bot was not there.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
    /// The reviews that missed something.
    pub reviews: Vec<MissedReview>,
}

/// What a review missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedReview {
    /// The scorecard's name.
    pub scorecard: String,
    /// The period.
    pub period: Period,
    /// How that is labelled.
    pub fiscal: FiscalStart,
    /// What is done now, with when it was due.
    pub late: Vec<(Step, DateTime<Utc>)>,
    /// What is left out, because it is of no use any more.
    pub left_out: Vec<(Step, DateTime<Utc>)>,
}

/// Writes down what was missed since the bot left a server: one message for each team channel, one of its own for what is
/// private; where there is no channel, the manager is told.
pub(in crate::service) async fn tell(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    left_at: DateTime<Utc>,
) -> Result<()> {
    let now = services.now();
    let calendar = store::calendar::of_server(write, server).await?;
    let mut told: Vec<(Destination, bool, Vec<MissedReview>)> = Vec::new();
    for card in store::scorecard::all(write, server).await? {
        let reviews = of_card(write, (server, &card, &calendar), (left_at, now)).await?;
        if reviews.is_empty() {
            continue;
        }
        let open = card.visibility == Visibility::Open;
        let to = match card.channel {
            Some(channel) => Destination::Team(card.id, channel),
            None => Destination::Person(card.manager),
        };
        let same = |(other, shared, _): &&mut (Destination, bool, _)| open && *shared && goes_with(*other, to);
        match told.iter_mut().find(same) {
            Some((_, _, all)) => all.extend(reviews),
            None => told.push((to, open, reviews)),
        }
    }
    for (at, (to, _, reviews)) in told.into_iter().enumerate() {
        let content = MissedContent {
            from: left_at,
            until: now,
            reviews,
        };
        let key = format!("missed:{}:{at}", left_at.timestamp_millis());
        let stored = Stored::Missed(Box::new(content));
        notice::write(write, server, &key, (to, &stored), Span::from(now, now)).await?;
    }
    Ok(())
}

/// Whether two messages go to the same channel or person.
fn goes_with(one: Destination, other: Destination) -> bool {
    match (one, other) {
        (Destination::Team(_, one), Destination::Team(_, other)) => one == other,
        (one, other) => one == other,
    }
}

async fn of_card(
    connection: &mut Connection,
    (server, card, calendar): (ServerId, &Scorecard, &BusinessCalendar),
    (from, now): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<MissedReview>> {
    let mut periods: Vec<Period> = Vec::new();
    for review in store::review::open(connection, server, card.id).await? {
        periods.push(review.period);
    }
    let zone = scorecard::zone_of(card);
    let mut coming = match store::review::newest(connection, server, card.id).await? {
        Some(newest) => newest.period.next(),
        None => first_review(card.created_at, zone, card.review_cycle, card.fiscal_start),
    };
    while schedule_of(card, coming, calendar).prompt_at <= now {
        periods.push(coming);
        coming = coming.next();
    }
    let mut missed = Vec::new();
    for period in periods {
        let all_in = checkin::missing(connection, server, card, period).await?.is_empty();
        let done = match store::review::of_period(connection, server, card.id, period).await? {
            Some(review) => store::review::steps_done(connection, server, review.id).await?,
            None => Vec::new(),
        };
        let mut review = MissedReview {
            scorecard: card.name.clone(),
            period,
            fiscal: card.fiscal_start,
            late: Vec::new(),
            left_out: Vec::new(),
        };
        for due in steps_due(&schedule_of(card, period, calendar), now) {
            let asks_in_vain = due.step.asks() && all_in;
            if due.at <= from || done.contains(&due.step) || due.step == Step::Due || asks_in_vain {
                continue;
            }
            match due.timing {
                Timing::Pointless if due.step != Step::Close => review.left_out.push((due.step, due.at)),
                _ => review.late.push((due.step, due.at)),
            }
        }
        if !review.late.is_empty() || !review.left_out.is_empty() {
            missed.push(review);
        }
    }
    Ok(missed)
}
