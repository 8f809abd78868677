//! One step of a review: who is asked, what is posted, what is closed.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{board, digest, schedule_known, schedule_of};
use crate::domain::cycle::{DueStep, ReviewState, Step, Timing, steps_due};
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::period::PeriodKind;
use crate::domain::zone;
use crate::service::alert::Telling;
use crate::service::away::StandIns;
use crate::service::checkin::{DueItem, Expected};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Result, Services, alert, checkin, scorecard};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Said where a step came when it was of no use any more.
pub(super) const TOO_LATE: &str = "came too late to be of use";

/// Said where nothing is missing.
pub(super) const ALL_IN: &str = "everything is in";

/// Said where only weekly values are missing, on a rung that is not for them.
pub(super) const WEEKLY: &str = "weekly values get one reminder";

/// Takes a step; the reason if it is not said.
pub(super) async fn take(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (due, span): (DueStep, Span),
) -> Result<Option<&'static str>> {
    // A review is closed however late: the next one needs the period published.
    if due.timing == Timing::Pointless && due.step != Step::Close {
        return Ok(Some(TOO_LATE));
    }
    if due.step == Step::Overdue {
        let calendar = store::calendar::of_server(write, server).await?;
        let telling = if span.now < schedule_of(card, review.period, &calendar).digest_at {
            Telling::Team
        } else {
            Telling::ByDigest
        };
        alert::overdue(write, (server, card, review), (0, telling), span).await?;
    }
    match due.step {
        Step::Digest => {
            store::review::set_state(write, server, review.id, ReviewState::InReview, None).await?;
            let unsaid = digest::post(services, write, (server, card, review), span).await?;
            alert::watch(services, write, (server, card, review), span).await?;
            Ok(unsaid)
        }
        // The board is said anew after each step.
        Step::Due => Ok(None),
        Step::Close => digest::close(services, write, (server, card, review), (span, None)).await,
        asking => ask(write, (server, card, review), (asking, 0), span).await,
    }
}

/// Asks everybody for what is missing from them, of the values that become known so many days later: one message a person
/// and day, to which later needs are added.
pub(super) async fn ask(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (rung, known_after): (Step, u16),
    span: Span,
) -> Result<Option<&'static str>> {
    let mut missing = checkin::expected(write, server, card, review.period).await?;
    missing.retain(|value| value.entry.is_none());
    missing.retain(|value| value.item.kpi.known_after() == known_after);
    if rung != Step::Prompt {
        // Silence about a value that is carried forward says that it has not changed.
        missing.retain(|value| value.item.leaves_gap());
    }
    if missing.is_empty() {
        return Ok(Some(ALL_IN));
    }
    missing.retain(|value| rung.asks_weekly() || value.item.kpi.frequency != PeriodKind::Week);
    if missing.is_empty() {
        return Ok(Some(WEEKLY));
    }
    let last = StandIns::load(write, server, card)
        .await?
        .last(write, server, card)
        .await?;
    let mut asked: BTreeMap<PersonId, Vec<&DueItem>> = BTreeMap::new();
    for value in &missing {
        for person in whom(value, rung, last) {
            asked.entry(person).or_default().push(&value.item);
        }
    }
    for (person, items) in asked {
        ask_one(write, (server, card, review), (person, &items, rung), span).await?;
    }
    Ok(None)
}

/// Who is asked on a rung, with who is told last of all.
pub(super) fn whom(value: &Expected, rung: Step, last: PersonId) -> Vec<PersonId> {
    match rung {
        Step::Deputy => [Some(value.answers), value.deputy].into_iter().flatten().collect(),
        Step::Manager => vec![last],
        _ => vec![value.answers],
    }
}

/// Somebody's own day.
async fn day_of(
    connection: &mut Connection,
    whose: (ServerId, PersonId),
    card: &Scorecard,
    now: DateTime<Utc>,
) -> Result<NaiveDate> {
    let zone = checkin::zone_of(connection, whose, scorecard::zone_of(card)).await?;
    Ok(zone::day_of(now, zone))
}

/// Asks one person for some values: in the message of their day, which lists all that is due from them.
async fn ask_one(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (person, items, rung): (PersonId, &[&DueItem], Step),
    span: Span,
) -> Result<()> {
    let today = day_of(write, (server, person), card, span.now).await?;
    let key = format!("ask:{person}:{today}");
    let to = Destination::Person(person);
    let (notice, new) = notice::write(write, server, &key, (to, &Stored::Ask), span).await?;
    let values: Vec<(KpiId, NaiveDate)> = items
        .iter()
        .map(|item| (item.kpi.id, item.period.first_day()))
        .collect();
    let (whom, by) = ((person, rung, review.id), (notice, span.now));
    let asked = store::review::ask(write, server, whom, &values, by).await?;
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
    let calendar = store::calendar::of_server(write, server).await?;
    for review in store::review::open(write, server, card.id).await? {
        board::renew(write, server, review.id).await?;
        for (person, item) in checkin::missing(write, server, card, review.period).await? {
            if item.kpi.id != kpi {
                continue;
            }
            let schedule = schedule_known(card, review.period, item.kpi.known_after(), &calendar);
            let useful = |due: &DueStep| schedule.useful_until(due.step).is_none_or(|until| now < until);
            let due = steps_due(&schedule, now).into_iter();
            let Some(rung) = due
                .filter(|due| due.step.asks() && useful(due))
                .map(|due| due.step)
                .max()
            else {
                continue;
            };
            // What others were told in the former owner's place is not the new one's to hear.
            let rung = rung.min(Step::Overdue);
            let span = Span {
                now,
                due_at: now,
                useful_until_at: schedule.useful_until(rung),
            };
            ask_one(write, (server, card, &review), (person, &[&item], rung), span).await?;
        }
    }
    Ok(())
}
