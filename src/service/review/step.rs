//! One step of a review: who is asked, what is posted, what is closed.

use super::digest;
use crate::domain::cycle::{DueStep, ReviewState, Step, Timing};
use crate::domain::id::ServerId;
use crate::domain::zone;
use crate::service::notice::{self, Span, Stored};
use crate::service::{Result, Services, checkin, scorecard};
use crate::store::notice::Destination;
use crate::store::review::{Ask, Review};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Takes a step; the reason if it is not said.
pub(super) async fn take(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (due, span): (DueStep, Span),
) -> Result<Option<&'static str>> {
    // A review is closed however late: the next one needs the period published.
    if due.timing == Timing::Pointless && due.step != Step::Close {
        return Ok(Some("came too late to be of use"));
    }
    match due.step {
        Step::Prompt | Step::Remind | Step::Overdue => ask(write, (server, card, review), due.step, span).await,
        Step::Digest => {
            store::review::set_state(write, server, review.id, ReviewState::InReview, None).await?;
            digest::post(services, write, (server, card, review), span).await
        }
        Step::Close => digest::close(services, write, (server, card, review), span).await,
    }
}

/// Asks everybody for what is missing from them: one message a person and day, to which later needs are added.
async fn ask(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    rung: Step,
    span: Span,
) -> Result<Option<&'static str>> {
    let now = span.now;
    let today = zone::day_of(now, scorecard::zone_of(card));
    let missing = checkin::missing(write, server, card, review.period).await?;
    if missing.is_empty() {
        return Ok(Some("everything is in"));
    }
    for (person, item) in missing {
        let key = format!("ask:{person}:{today}");
        let to = Destination::Person(person);
        let (notice, new) = notice::write(write, server, &key, (to, &Stored::Ask), span).await?;
        let ask = Ask {
            kpi: item.kpi.id,
            first_day: item.period.first_day(),
            rung,
            person,
            review: review.id,
        };
        let asked = store::review::ask(write, server, &ask, notice, now).await?;
        if asked && !new {
            notice::rewrite(write, server, notice, &Stored::Ask).await?;
        }
    }
    Ok(None)
}
