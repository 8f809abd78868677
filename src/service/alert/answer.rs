//! Answering an alert: somebody deals with it, or wants to hear of it later. By who keeps what is done about the KPI.

use chrono::{NaiveDate, NaiveTime};

use super::find::{Listed, listed, named, place};
use super::say::refresh;
use crate::domain::alert::{AlertState, Event, step};
use crate::domain::audit::{Fact, Subject, Verb, made};
use crate::domain::id::AlertId;
use crate::domain::zone;
use crate::service::audit::{self, Entry};
use crate::service::decision::{read_day, text};
use crate::service::initiative::Place;
use crate::service::{Actor, Conflict, Error, Invalid, NotFound, Noun, Result, Services, scorecard};
use crate::store::alert::{Alert, Answered};
use crate::store::{self, Connection};

/// When on its day an answer ends.
const WAKE_AT: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// How somebody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answering {
    /// They deal with it, and say how.
    Acknowledge,
    /// They want to hear of it later.
    Snooze,
}

/// Which alert somebody means.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// As typed: a reference, or a KPI.
    Typed(&'a str),
    /// By its row, from a button.
    Row(AlertId),
}

impl<'a> From<&'a str> for Which<'a> {
    fn from(typed: &'a str) -> Self {
        Self::Typed(typed)
    }
}

impl From<AlertId> for Which<'_> {
    fn from(id: AlertId) -> Self {
        Self::Row(id)
    }
}

/// Fails unless somebody may answer an alert that is not over; for a form that asks for the rest.
pub async fn begin(services: &Services, actor: &Actor, id: AlertId) -> Result<()> {
    let mut reader = services.read().await?;
    answerable(&mut reader, actor, Which::Row(id)).await.map(|_| ())
}

/// Somebody deals with an alert: with a comment, perhaps until a day.
pub async fn acknowledge<'a>(
    services: &Services,
    actor: &Actor,
    which: impl Into<Which<'a>>,
    (comment, until): (&str, Option<&str>),
) -> Result<Listed> {
    let comment = text("comment", comment)?;
    answer(
        services,
        actor,
        which.into(),
        (Event::Acknowledged, Some(comment), until),
    )
    .await
}

/// Somebody wants to hear of an alert later: until a day, on which it speaks up by itself.
pub async fn snooze<'a>(
    services: &Services,
    actor: &Actor,
    which: impl Into<Which<'a>>,
    (comment, until): (Option<&str>, &str),
) -> Result<Listed> {
    let comment = comment.map(str::trim).filter(|comment| !comment.is_empty());
    let comment = comment.map(|comment| text("comment", comment)).transpose()?;
    answer(services, actor, which.into(), (Event::Snoozed, comment, Some(until))).await
}

async fn answer(
    services: &Services,
    actor: &Actor,
    which: Which<'_>,
    (event, comment, until): (Event, Option<&str>, Option<&str>),
) -> Result<Listed> {
    let mut write = services.write().await?;
    let (alert, place) = answerable(&mut write, actor, which).await?;
    let zone = scorecard::zone_of(&place.card);
    let until = match until {
        Some(typed) => {
            let day = later(typed, zone::day_of(services.now(), zone))?;
            Some((day, zone::instant(day, WAKE_AT, zone)))
        }
        None => None,
    };
    let (Some(state), _) = step(Some(alert.state), event) else {
        return Err(Conflict::DoneSince.into());
    };
    let answered = Answered {
        state,
        by: actor.person,
        comment,
        until,
    };
    store::alert::answer(&mut write, actor.server, alert.id, &answered).await?;
    refresh(&mut write, actor, alert.id).await?;
    let facts = vec![
        ("alert-state", Some(Fact::word(state.as_str()))),
        ("until", until.map(|(day, _)| Fact::Day(day))),
    ];
    let entry = Entry::new(Verb::Answered, Subject::Alert, (Some(alert.id.get()), &place.name)).within(place.card.id);
    audit::record(services, &mut write, actor, entry.with(made(&facts)).because(comment)).await?;
    let alert = store::alert::by_id(&mut write, actor.server, alert.id).await?;
    let shown = alert.as_ref().map(|alert| listed(alert, &place));
    services.keep(write).await?;
    shown.ok_or_else(gone)
}

/// A day after today.
fn later(typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = read_day(typed, today)?;
    if day <= today {
        return Err(Invalid::DayOver { day }.into());
    }
    Ok(day)
}

/// An alert that is not over, where somebody keeps what is done about its KPI.
async fn answerable(connection: &mut Connection, actor: &Actor, which: Which<'_>) -> Result<(Alert, Place)> {
    let (alert, place) = match which {
        Which::Typed(typed) => named(connection, actor, typed).await?,
        Which::Row(id) => {
            let alert = store::alert::by_id(connection, actor.server, id)
                .await?
                .ok_or_else(gone)?;
            let place = place(connection, actor, &alert).await?.ok_or_else(gone)?;
            (alert, place)
        }
    };
    place.keep(connection, actor).await?;
    if matches!(alert.state, AlertState::Resolved | AlertState::Withdrawn) {
        return Err(Conflict::AlertOver.into());
    }
    Ok((alert, place))
}

fn gone() -> Error {
    NotFound {
        noun: Noun::Alert,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}
