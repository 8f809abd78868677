//! Values that become known later than the first day after a period: they are asked for, reminded of and overdue from
//! their own day on, whether or not the review is closed by then. Called by `review`.

use chrono::{DateTime, Utc};

use super::{board, schedule_known, step};
use crate::domain::cycle::{BusinessCalendar, Schedule, Step, Timing, newest_known, steps_due};
use crate::domain::id::ServerId;
use crate::domain::zone;
use crate::service::alert::{self, Telling};
use crate::service::notice::Span;
use crate::service::{Result, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Takes the steps that have come for such values of a scorecard; when the next one does.
pub(super) async fn move_on(
    write: &mut Connection,
    (server, card, calendar): (ServerId, &Scorecard, &BusinessCalendar),
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let today = zone::day_of(now, scorecard::zone_of(card));
    let mut next = None;
    for day in store::kpi::later_days(write, server, card.id).await? {
        let after = day - 1;
        let period = newest_known(today, after, card.review_cycle, card.fiscal_start);
        let schedule = schedule_known(card, period, after, calendar);
        take(write, (server, card), (&schedule, after), now).await?;
        let following = schedule_known(card, period.next(), after, calendar);
        let coming = concerning(&schedule).chain(concerning(&following)).map(|(_, at)| at);
        next = coming.filter(|at| *at > now).chain(next).min();
    }
    Ok(next)
}

/// The steps that concern a single value: it is asked for, and late.
fn concerning(schedule: &Schedule) -> impl Iterator<Item = (Step, DateTime<Utc>)> {
    let steps = schedule.steps().into_iter();
    steps.filter(|(step, _)| concerns(*step))
}

const fn concerns(step: Step) -> bool {
    step.asks() || matches!(step, Step::Due)
}

async fn take(
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    (schedule, after): (&Schedule, u16),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(review) = store::review::of_period(write, server, card.id, schedule.period).await? else {
        return Ok(());
    };
    let done = store::review::later_steps_done(write, server, (review.id, after)).await?;
    for due in steps_due(schedule, now) {
        if !concerns(due.step) || done.contains(&due.step) {
            continue;
        }
        let span = Span {
            now,
            due_at: due.at,
            useful_until_at: schedule.useful_until(due.step),
        };
        let skipped = match due.step {
            _ if due.timing == Timing::Pointless => Some(step::TOO_LATE),
            Step::Due => None,
            asking => {
                if asking == Step::Overdue {
                    alert::overdue(write, (server, card, &review), (after, Telling::Team), span).await?;
                }
                step::ask(write, (server, card, &review), (asking, after), span).await?
            }
        };
        let outcome = (now, skipped);
        store::review::later_step_done(write, server, (review.id, after), due.step, outcome).await?;
        board::renew(write, server, review.id).await?;
    }
    Ok(())
}
