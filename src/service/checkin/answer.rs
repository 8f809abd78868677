//! Answers to a prompt that are no form of values: the same as last, not applicable, tomorrow.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::due::due_from;
use super::{DueItem, Entered, correct, due};
use crate::domain::actual::Source;
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::kpi::Aggregation;
use crate::domain::value::{Entry, MAX_REASON, ValueError};
use crate::domain::zone::{self, add_days};
use crate::service::actual::{self, Recorded};
use crate::service::kpi::wrong_value;
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Conflict, Error, Result, Services, access, scorecard};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// When, tomorrow, somebody is asked again who put it off.
const AGAIN: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

impl DueItem {
    /// The value that *the same as last* enters: the one before; none for what is summed up, which is counted anew.
    #[must_use]
    pub fn repeatable(&self) -> Option<Entry> {
        let (_, last) = self.last?;
        (self.kpi.aggregation != Aggregation::Sum).then_some(Entry::Number(last))
    }
}

/// Enters what held before for every value that is due and can be repeated.
pub async fn same_as_last(services: &Services, actor: &Actor) -> Result<Entered> {
    let mut due = due(services, actor).await?;
    // A manager is told of what others owe so that somebody looks, not so that it is filled in.
    due.retain(|item| item.in_place.as_ref().is_none_or(|place| place.last.is_none()));
    if !due.is_empty() && due.iter().all(|item| item.repeatable().is_none()) {
        return Err(Conflict::NothingToRepeat.into());
    }
    let mut entered = Entered::default();
    for item in due {
        let Some(entry) = item.repeatable() else {
            continue;
        };
        let value = (item.kpi.id, item.period.first_day());
        match actual::fill(services, actor, value, (entry, Source::Same)).await {
            Ok(recorded) => entered.saved.extend(recorded),
            Err(error @ (Error::Store(_) | Error::Stored(_) | Error::NotHere)) => return Err(error),
            Err(error) => entered
                .refused
                .push((value.0, value.1, item.kpi.name.to_string(), error)),
        }
    }
    correct::offer(services, actor, &mut entered, &[]).await?;
    entered.left = super::due(services, actor).await?;
    Ok(entered)
}

/// Enters that there is no value, and why; what was entered meanwhile is not touched.
pub async fn leave_out(
    services: &Services,
    actor: &Actor,
    (kpi, first_day): (KpiId, NaiveDate),
    reason: &str,
) -> Result<Recorded> {
    let item = still_due(services, actor, kpi, first_day).await?;
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong = match reason.chars().count() {
        0 => Some(ValueError::ReasonMissing),
        length if length > MAX_REASON => Some(ValueError::ReasonTooLong { length }),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return Err(wrong_value(wrong, &item.kpi, item.last.map(|(_, value)| value)));
    }
    let entry = Entry::NotApplicable { reason };
    let recorded = actual::fill(services, actor, (kpi, first_day), (entry, Source::Form)).await?;
    match recorded {
        Some(recorded) => Ok(recorded),
        None => Err(why_not(services, actor, kpi, first_day).await?),
    }
}

/// What is due from somebody of a KPI, where it still is; else why it is not.
pub async fn still_due(services: &Services, actor: &Actor, kpi: KpiId, first_day: NaiveDate) -> Result<DueItem> {
    let due = due(services, actor).await?;
    let same = |item: &DueItem| item.kpi.id == kpi && item.period.first_day() == first_day;
    match due.into_iter().find(same) {
        Some(item) => Ok(item),
        None => Err(why_not(services, actor, kpi, first_day).await?),
    }
}

/// Why a value is not due from somebody: the KPI is gone, the value is in, it is somebody else's, its time is over.
async fn why_not(services: &Services, actor: &Actor, kpi: KpiId, first_day: NaiveDate) -> Result<Error> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi_by_id(&mut reader, actor, kpi, store::PRESENT).await?;
    let revisions = store::actual::revisions(&mut reader, actor.server, kpi, first_day).await?;
    if let Some(newest) = revisions.into_iter().next()
        && let Some(entry) = newest.actual
    {
        let by = access::name_of(&mut reader, actor, newest.author).await?;
        return Ok(Conflict::IsIn {
            kpi: Box::new(placed.kpi),
            entry,
            by,
            at: newest.entered_at,
        }
        .into());
    }
    access::log(&mut reader, actor, &placed, &card).await?;
    Ok(Conflict::NotAsked {
        kpi: placed.kpi.name.to_string(),
    }
    .into())
}

/// Asks somebody again on their next day for all that is due from them; when that is, or nothing where nothing is due.
pub async fn snooze(services: &Services, actor: &Actor) -> Result<Option<DateTime<Utc>>> {
    let now = services.now();
    let mut write = services.write().await?;
    let due = due_from(&mut write, actor.server, actor.person, now).await?;
    if due.is_empty() {
        return Ok(None);
    }
    let known = store::server::by_id(&mut write, actor.server).await?;
    let usual = known
        .and_then(|server| server.time_zone.parse().ok())
        .unwrap_or(Tz::UTC);
    let zone = zone_of(&mut write, (actor.server, actor.person), usual).await?;
    let tomorrow = add_days(zone::day_of(now, zone), 1);
    let calendar = store::calendar::of_server(&mut write, actor.server).await?;
    let at = calendar.allowed_on((tomorrow, AGAIN), zone);
    let key = format!("ask:{}:{}", actor.person, zone::day_of(at, zone));
    let to = Destination::Person(actor.person);
    let (notice, _) = notice::write(&mut write, actor.server, &key, (to, &Stored::Ask), Span::from(now, at)).await?;
    for item in due {
        let value = (actor.person, item.kpi.id, item.period.first_day());
        store::review::ask_again(&mut write, actor.server, value, notice, now).await?;
    }
    services.keep(write).await?;
    Ok(Some(at))
}

/// The zone by which somebody's days are told apart: that of the first scorecard they answer for something in, else another.
pub(in crate::service) async fn zone_of(
    connection: &mut Connection,
    (server, person): (ServerId, PersonId),
    other: Tz,
) -> Result<Tz> {
    for id in store::scorecard::answered_by(connection, server, person).await? {
        if let Some(card) = store::scorecard::by_id(connection, server, id).await? {
            return Ok(scorecard::zone_of(&card));
        }
    }
    Ok(other)
}
