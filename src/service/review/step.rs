//! One step of a review: who is asked, what is posted, what is closed.

use chrono::NaiveDate;

use super::{digest, schedule_of};
use crate::domain::cycle::{DueStep, ReviewState, Step, Timing, steps_due};
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::zone;
use crate::service::checkin::DueItem;
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
        Step::Close => digest::close(services, write, (server, card, review), (span, None)).await,
    }
}

/// Asks everybody for what is missing from them: one message a person and day, to which later needs are added.
async fn ask(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    rung: Step,
    span: Span,
) -> Result<Option<&'static str>> {
    let today = zone::day_of(span.now, scorecard::zone_of(card));
    let mut missing = checkin::missing(write, server, card, review.period).await?;
    if rung != Step::Prompt {
        // Silence about a value that is carried forward says that it has not changed.
        missing.retain(|(_, item)| item.leaves_gap());
    }
    if missing.is_empty() {
        return Ok(Some("everything is in"));
    }
    for (person, item) in missing {
        ask_one(write, (server, review, today), (person, &item, rung), span).await?;
    }
    Ok(None)
}

/// Asks one person for one value: in the message of the day, which lists all that is due from them.
async fn ask_one(
    write: &mut Connection,
    (server, review, today): (ServerId, &Review, NaiveDate),
    (person, item, rung): (PersonId, &DueItem, Step),
    span: Span,
) -> Result<()> {
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
    let asked = store::review::ask(write, server, &ask, notice, span.now).await?;
    if asked && !new {
        notice::rewrite(write, server, notice, &Stored::Ask).await?;
    }
    Ok(())
}

/// Asks the new owner of a KPI for what its former one was asked for and did not give.
pub(in crate::service) async fn ask_anew(
    services: &Services,
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    kpi: KpiId,
) -> Result<()> {
    let now = services.now();
    let today = zone::day_of(now, scorecard::zone_of(card));
    let calendar = store::calendar::of_server(write, server).await?;
    for review in store::review::open(write, server, card.id).await? {
        let schedule = schedule_of(card, review.period, &calendar);
        let rungs = steps_due(&schedule, now).into_iter().filter(|due| {
            matches!(due.step, Step::Prompt | Step::Remind | Step::Overdue)
                && schedule.useful_until(due.step).is_none_or(|until| now < until)
        });
        let Some(rung) = rungs.map(|due| due.step).max() else {
            continue;
        };
        let span = Span {
            now,
            due_at: now,
            useful_until_at: schedule.useful_until(rung),
        };
        for (person, item) in checkin::missing(write, server, card, review.period).await? {
            if item.kpi.id == kpi {
                ask_one(write, (server, &review, today), (person, &item, rung), span).await?;
            }
        }
    }
    Ok(())
}
