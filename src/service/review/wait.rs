//! When a digest is not posted just at its time: as soon as everything is in, where that was chosen; and after those of the
//! scorecards below, for one business day at most.

use chrono::{DateTime, Utc};

use super::{rules_of, schedule_of};
use crate::domain::cycle::{BusinessCalendar, ReviewState, counted_in, first_review};
use crate::domain::id::ServerId;
use crate::domain::period::Period;
use crate::domain::zone;
use crate::service::{Result, checkin, scorecard};
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Whether a digest is posted now, before its time: everything is in, and that was chosen.
pub(super) async fn is_complete(
    connection: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (now, calendar): (DateTime<Utc>, &BusinessCalendar),
) -> Result<bool> {
    let early = rules_of(card).early && review.state == ReviewState::Collecting;
    if !early || schedule_of(card, review.period, calendar).digest_at <= now {
        return Ok(false);
    }
    let values = checkin::expected(connection, server, card, review.period).await?;
    let lacking = |value: &checkin::Expected| value.entry.is_none() && value.item.leaves_gap();
    Ok(!values.is_empty() && !values.iter().any(lacking))
}

/// Until when a digest waits for those of the scorecards below; nothing where they are out, or it has waited enough.
pub(super) async fn for_those_below(
    connection: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (now, calendar): (DateTime<Utc>, &BusinessCalendar),
) -> Result<Option<DateTime<Utc>>> {
    let until = at_the_latest(card, review.period, calendar);
    if now >= until {
        return Ok(None);
    }
    for below in store::scorecard::children(connection, server, card.id).await? {
        let Some(below) = store::scorecard::by_id(connection, server, below).await? else {
            continue;
        };
        let Some(period) = reviewed_within(&below, review.period) else {
            continue;
        };
        let known = store::review::of_period(connection, server, below.id, period).await?;
        if known.is_none_or(|known| known.state == ReviewState::Collecting) {
            return Ok(Some(until));
        }
    }
    Ok(None)
}

/// When a digest is posted that waits, at the latest: a business day after its time.
pub(super) fn at_the_latest(card: &Scorecard, period: Period, calendar: &BusinessCalendar) -> DateTime<Utc> {
    let zone = scorecard::zone_of(card);
    let local = schedule_of(card, period, calendar).digest_at.with_timezone(&zone);
    zone::instant(calendar.business_days_after(local.date_naive(), 1), local.time(), zone)
}

/// The latest reviewed period of a scorecard that ends within one of another.
fn reviewed_within(below: &Scorecard, within: Period) -> Option<Period> {
    let (cycle, fiscal) = (below.review_cycle, below.fiscal_start);
    let period = counted_in(within, cycle, fiscal);
    let first = first_review(below.created_at, scorecard::zone_of(below), cycle, fiscal);
    (period >= first && period.last_day() >= within.first_day()).then_some(period)
}
