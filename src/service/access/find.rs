//! Finds what a person named: by the reference that autocomplete gave, or by its name. A server has tens of thousands of
//! names, so all of them are read only to say which may have been meant.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{scorecards, seen};
use crate::domain::id::ScorecardId;
use crate::domain::name::{Name, closest, fold};
use crate::service::{Actor, Error, NotFound, Noun, Result};
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A scorecard that somebody named; without a name the only one, else the one of the channel, else the only one at the
/// top of the cascade.
pub async fn scorecard(
    connection: &mut Connection,
    viewer: &Actor,
    typed: Option<&str>,
    channel: Option<i64>,
) -> Result<Scorecard> {
    match typed {
        Some(typed) => named_scorecard(connection, viewer, typed).await,
        None => obvious(connection, viewer, channel).await,
    }
}

async fn named_scorecard(connection: &mut Connection, viewer: &Actor, typed: &str) -> Result<Scorecard> {
    let referred = referred(typed).map(ScorecardId::from);
    let by_name = store::scorecard::named(connection, viewer.server, &unique(typed)).await?;
    for id in referred.into_iter().chain(by_name) {
        if let Some(card) = seen(connection, viewer, id).await? {
            return Ok(card);
        }
    }
    let all = scorecards(connection, viewer).await?;
    let names: Vec<String> = all.into_iter().map(|card| card.name).collect();
    Err(missing(Noun::Scorecard, typed, &names))
}

/// Looks at as few scorecards as will do; only where those leave it open at all of them.
async fn obvious(connection: &mut Connection, viewer: &Actor, channel: Option<i64>) -> Result<Scorecard> {
    let here = match channel {
        Some(channel) => store::scorecard::of_channel(connection, viewer.server, channel).await?,
        None => Vec::new(),
    };
    let likely = match here[..] {
        [only] => Some(only),
        [] => store::scorecard::only_top(connection, viewer.server).await?,
        _ => None,
    };
    if let Some(likely) = likely
        && let Some(card) = seen(connection, viewer, likely).await?
    {
        return Ok(card);
    }
    obvious_among(scorecards(connection, viewer).await?, channel)
}

fn obvious_among(mut all: Vec<Scorecard>, channel: Option<i64>) -> Result<Scorecard> {
    if all.len() == 1 {
        return Ok(all.remove(0));
    }
    let only = |mut found: Vec<Scorecard>| if found.len() == 1 { found.pop() } else { None };
    let names = all.iter().map(|card| card.name.clone()).take(10).collect();
    let here = all
        .iter()
        .filter(|card| channel.is_some() && card.channel == channel)
        .cloned()
        .collect();
    let top = all.into_iter().filter(|card| card.parent.is_none()).collect();
    only(here).or_else(|| only(top)).ok_or_else(|| {
        NotFound {
            noun: Noun::Scorecard,
            typed: String::new(),
            close: names,
        }
        .into()
    })
}

/// A perspective of a scorecard that somebody named.
pub async fn perspective(
    connection: &mut Connection,
    viewer: &Actor,
    card: &Scorecard,
    typed: &str,
    on: NaiveDate,
) -> Result<Perspective> {
    let all = store::perspective::of_scorecard(connection, viewer.server, card.id, on).await?;
    one_of(Noun::Perspective, typed, all, |found| {
        (found.id.get(), found.name.clone())
    })
}

/// A perspective and its scorecard: a reference says both, a name is looked for in the scorecard.
pub async fn placed_perspective(
    connection: &mut Connection,
    viewer: &Actor,
    (card, channel): (Option<&str>, Option<i64>),
    typed: &str,
    on: NaiveDate,
) -> Result<(Perspective, Scorecard)> {
    if card.is_none()
        && let Some(id) = referred(typed)
        && let Some(found) = store::perspective::by_id(connection, viewer.server, id.into(), on).await?
        && let Some(card) = seen(connection, viewer, found.scorecard).await?
    {
        return Ok((found, card));
    }
    let card = scorecard(connection, viewer, card, channel).await?;
    Ok((perspective(connection, viewer, &card, typed, on).await?, card))
}

/// An objective that somebody named, anywhere in the server.
pub async fn objective(
    connection: &mut Connection,
    viewer: &Actor,
    typed: &str,
    on: NaiveDate,
) -> Result<(Objective, Scorecard)> {
    if let Some(id) = referred(typed)
        && let Some(found) = store::objective::by_id(connection, viewer.server, id.into(), on).await?
        && let Some(card) = seen(connection, viewer, found.scorecard).await?
    {
        return Ok((found, card));
    }
    let mut found = Vec::new();
    for objective in store::objective::named(connection, viewer.server, &unique(typed), on).await? {
        if let Some(card) = seen(connection, viewer, objective.scorecard).await? {
            found.push((objective, card));
        }
    }
    if let (Some(only), None) = (found.pop(), found.pop()) {
        return Ok(only);
    }
    let cards = scorecards(connection, viewer).await?;
    let mut all = store::objective::all(connection, viewer.server, on).await?;
    all.retain(|objective| cards.iter().any(|card| card.id == objective.scorecard));
    let names: Vec<String> = all.into_iter().map(|objective| objective.name).collect();
    Err(missing(Noun::Objective, typed, &names))
}

/// A KPI that somebody named, by its key, else by its name.
pub async fn kpi(
    connection: &mut Connection,
    viewer: &Actor,
    typed: &str,
    on: NaiveDate,
) -> Result<(Placed, Scorecard)> {
    let key = typed.trim().to_lowercase();
    if let Some(placed) = store::kpi::by_key(connection, viewer.server, &key, on).await?
        && let Some(card) = seen(connection, viewer, placed.scorecard).await?
    {
        return Ok((placed, card));
    }
    let mut named = Vec::new();
    for placed in store::kpi::named(connection, viewer.server, &unique(typed), on).await? {
        if let Some(card) = seen(connection, viewer, placed.scorecard).await? {
            named.push((placed, card));
        }
    }
    if let (Some(only), None) = (named.pop(), named.pop()) {
        return Ok(only);
    }
    spelt_otherwise(connection, viewer, typed, on).await
}

/// A KPI whose name was typed without its accents; else those that may have been meant.
async fn spelt_otherwise(
    connection: &mut Connection,
    viewer: &Actor,
    typed: &str,
    on: NaiveDate,
) -> Result<(Placed, Scorecard)> {
    let cards = scorecards(connection, viewer).await?;
    let cards: HashMap<ScorecardId, Scorecard> = cards.into_iter().map(|card| (card.id, card)).collect();
    let mut all = store::kpi::all(connection, viewer.server, on).await?;
    all.retain(|placed| cards.contains_key(&placed.scorecard));
    let name = fold(typed);
    let mut named = all.iter().filter(|placed| placed.kpi.name.folded() == name);
    if let (Some(placed), None) = (named.next(), named.next())
        && let Some(card) = cards.get(&placed.scorecard)
    {
        return Ok((placed.clone(), card.clone()));
    }
    let words: Vec<String> = all
        .iter()
        .flat_map(|placed| [placed.kpi.key.as_str().to_owned(), placed.kpi.name.to_string()])
        .collect();
    Err(missing(Noun::Kpi, typed, &words))
}

/// The id that autocomplete put where a name could stand: `#12`.
#[must_use]
pub fn reference(id: i64) -> String {
    format!("#{id}")
}

/// The id in a reference.
fn referred(typed: &str) -> Option<i64> {
    typed.trim().strip_prefix('#')?.parse().ok()
}

/// A name as those of one parent are kept apart.
fn unique(typed: &str) -> String {
    Name::parse(typed).map(|name| name.unique()).unwrap_or_default()
}

/// The one thing that somebody named, by the reference that autocomplete gave, or by its name where only one has it.
pub(in crate::service) fn one_of<T>(
    noun: Noun,
    typed: &str,
    all: Vec<T>,
    known: impl Fn(&T) -> (i64, String),
) -> Result<T> {
    let unique = unique(typed);
    let by_name = |thing: &T| Name::parse(&known(thing).1).is_ok_and(|name| name.unique() == unique);
    let referred = |thing: &T| reference(known(thing).0) == typed.trim();
    let position = all.iter().position(referred).or_else(|| {
        let mut found = all.iter().enumerate().filter(|(_, thing)| by_name(thing));
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Some(at),
            _ => None,
        }
    });
    let known_names: Vec<String> = all.iter().map(|thing| known(thing).1).collect();
    let at = position.ok_or_else(|| missing(noun, typed, &known_names))?;
    all.into_iter()
        .nth(at)
        .ok_or_else(|| missing(noun, typed, &known_names))
}

fn missing(noun: Noun, typed: &str, names: &[String]) -> Error {
    let close = closest(typed, names.iter()).into_iter().cloned().collect();
    NotFound {
        noun,
        typed: typed.to_owned(),
        close,
    }
    .into()
}
