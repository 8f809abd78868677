//! Reminding owners of the day on which an initiative is due: in the message that asks them for values on that day. When
//! it is due next stands in the row, so a tick with nothing due reads one entry of an index.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Initiative, Told, place_of, today, told};
use crate::domain::id::{InitiativeId, PersonId, ServerId};
use crate::domain::initiative::next_reminder;
use crate::domain::zone;
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Result, Services, checkin, scorecard};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// How many initiatives one look takes on.
const BATCH: i64 = 100;

/// A reminder that cannot be said for so long is of no use any more.
const USEFUL: TimeDelta = TimeDelta::hours(36);

/// How many days ahead an initiative is named in a message: a long weekend lies between its reminder and its day.
const AHEAD: TimeDelta = TimeDelta::days(5);

/// How many days after its day it still is; the digest goes on.
const BEHIND: TimeDelta = TimeDelta::days(5);

/// Reminds the owners whose time has come; how many there were.
pub async fn remind_due(services: &Services) -> Result<usize> {
    let mut reader = services.read().await?;
    let due = store::initiative::to_remind(&mut reader, services.now(), BATCH).await?;
    drop(reader);
    for (server, id) in &due {
        remind(services, *server, *id).await?;
    }
    Ok(due.len())
}

/// When the next owner is to be reminded.
pub(in crate::service) async fn next_event_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    Ok(store::initiative::next_reminder_at(connection).await?)
}

async fn remind(services: &Services, server: ServerId, id: InitiativeId) -> Result<()> {
    let mut write = services.write().await?;
    let now = services.now();
    let Some(at) = store::initiative::reminder(&mut write, server, id)
        .await?
        .filter(|at| *at <= now)
    else {
        return Ok(());
    };
    let Some(one) = store::initiative::by_id(&mut write, server, id).await? else {
        return Ok(());
    };
    let owner = owner(server, &one);
    let place = place_of(&mut write, &owner, &one).await?;
    let mut next = None;
    if let (Some(place), Some(due)) = (&place, one.due_on.filter(|_| one.status.is_open())) {
        let zone = scorecard::zone_of(&place.card);
        let calendar = store::calendar::of_server(&mut write, server).await?;
        next = next_reminder(due, now, (zone, &calendar));
        let span = Span {
            now,
            due_at: at,
            useful_until_at: Some(at + USEFUL),
        };
        let own = checkin::zone_of(&mut write, (server, one.owner), zone).await?;
        let key = format!("ask:{}:{}", one.owner, zone::day_of(now, own));
        let to = Destination::Person(one.owner);
        let (notice, new) = notice::write(&mut write, server, &key, (to, &Stored::Ask), span).await?;
        if !new {
            notice::rewrite(&mut write, server, notice, &Stored::Ask).await?;
        }
    }
    store::initiative::set_reminder(&mut write, server, id, next).await?;
    services.keep(write).await
}

/// What the owner of something may see.
fn owner(server: ServerId, one: &Initiative) -> Actor {
    Actor {
        server,
        person: one.owner,
        administrator: false,
        roles: Vec::new(),
    }
}

/// The open initiatives of somebody that are due about now, for the message that asks them for values.
pub(in crate::service) async fn reminded(
    services: &Services,
    connection: &mut Connection,
    (server, person): (ServerId, PersonId),
) -> Result<Vec<Told>> {
    let day = services.now().date_naive();
    let span = (day - BEHIND, day + AHEAD);
    let mut reminded = Vec::new();
    for one in store::initiative::due_of(connection, server, person, span).await? {
        if let Some(place) = place_of(connection, &owner(server, &one), &one).await? {
            reminded.push(told(&one, today(services, &place.card)));
        }
    }
    Ok(reminded)
}
