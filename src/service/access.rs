//! Who may see and do what. Every lookup of something that a person named starts here, so that what they may not see
//! does not exist for them.

use super::{Actor, Error, Need, NotFound, Noun, Result};
use crate::domain::id::{KpiId, PersonId, ScorecardId};
use crate::domain::name::{Name, closest, fold};
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};
use chrono::NaiveDate;

/// The scorecards that exist for somebody, by name.
pub async fn scorecards(connection: &mut Connection, viewer: &Actor) -> Result<Vec<Scorecard>> {
    Ok(store::scorecard::all(connection, viewer.server).await?)
}

/// A scorecard that somebody named; without a name the only one, else the one of the channel, else the only one at the
/// top of the cascade.
pub async fn scorecard(
    connection: &mut Connection,
    viewer: &Actor,
    typed: Option<&str>,
    channel: Option<i64>,
) -> Result<Scorecard> {
    let all = scorecards(connection, viewer).await?;
    match typed {
        Some(typed) => one_of(Noun::Scorecard, typed, all, |card| (card.id.get(), card.name.clone())),
        None => obvious(all, channel),
    }
}

fn obvious(mut all: Vec<Scorecard>, channel: Option<i64>) -> Result<Scorecard> {
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

/// The scorecard of a row.
pub async fn scorecard_by_id(connection: &mut Connection, viewer: &Actor, id: ScorecardId) -> Result<Scorecard> {
    let found = store::scorecard::by_id(connection, viewer.server, id).await?;
    found.ok_or_else(|| {
        NotFound {
            noun: Noun::Scorecard,
            typed: String::new(),
            close: Vec::new(),
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
    if card.is_none() {
        for card in scorecards(connection, viewer).await? {
            let all = store::perspective::of_scorecard(connection, viewer.server, card.id, on).await?;
            let referred = all.into_iter().find(|found| reference(found.id.get()) == typed.trim());
            if let Some(found) = referred {
                return Ok((found, card));
            }
        }
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
    let cards = scorecards(connection, viewer).await?;
    let mut all = store::objective::all(connection, viewer.server, on).await?;
    all.retain(|objective| cards.iter().any(|card| card.id == objective.scorecard));
    let found = one_of(Noun::Objective, typed, all, |found| {
        (found.id.get(), found.name.clone())
    })?;
    let card = scorecard_by_id(connection, viewer, found.scorecard).await?;
    Ok((found, card))
}

/// A KPI that somebody named, by its key, else by its name.
pub async fn kpi(
    connection: &mut Connection,
    viewer: &Actor,
    typed: &str,
    on: NaiveDate,
) -> Result<(Placed, Scorecard)> {
    let cards = scorecards(connection, viewer).await?;
    let visible = |placed: &Placed| cards.iter().find(|card| card.id == placed.scorecard).cloned();
    let key = typed.trim().to_lowercase();
    if let Some(placed) = store::kpi::by_key(connection, viewer.server, &key, on).await?
        && let Some(card) = visible(&placed)
    {
        return Ok((placed, card));
    }
    let mut all = store::kpi::all(connection, viewer.server, on).await?;
    all.retain(|placed| visible(placed).is_some());
    let name = fold(typed);
    let mut named = all.iter().filter(|placed| placed.kpi.name.folded() == name);
    if let (Some(placed), None) = (named.next(), named.next())
        && let Some(card) = visible(placed)
    {
        return Ok((placed.clone(), card));
    }
    let words: Vec<String> = all
        .iter()
        .flat_map(|placed| [placed.kpi.key.as_str().to_owned(), placed.kpi.name.to_string()])
        .collect();
    Err(missing(Noun::Kpi, typed, &words))
}

/// The KPI of a row, where somebody may see it.
pub async fn kpi_by_id(
    connection: &mut Connection,
    viewer: &Actor,
    id: KpiId,
    on: NaiveDate,
) -> Result<(Placed, Scorecard)> {
    let placed = store::kpi::by_id(connection, viewer.server, id, on).await?;
    let placed = placed.ok_or_else(|| {
        Error::from(NotFound {
            noun: Noun::Kpi,
            typed: String::new(),
            close: Vec::new(),
        })
    })?;
    let card = scorecard_by_id(connection, viewer, placed.scorecard).await?;
    Ok((placed, card))
}

/// Fails unless somebody administers the server.
pub fn administer(actor: &Actor) -> Result<()> {
    if actor.administrator {
        Ok(())
    } else {
        Err(Need::Administrator.into())
    }
}

/// Fails unless somebody manages a scorecard or an ancestor of it, or administers the server.
pub async fn manage(connection: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<()> {
    if manages(connection, actor, card).await? {
        return Ok(());
    }
    let manager = name_of(connection, actor, card.manager).await?;
    Err(Need::Manager {
        scorecard: card.name.clone(),
        manager,
    }
    .into())
}

/// Fails unless somebody may enter values of a KPI: its owner, its deputy, or who manages its scorecard.
pub async fn log(connection: &mut Connection, actor: &Actor, placed: &Placed, card: &Scorecard) -> Result<()> {
    let own = placed.owner == Some(actor.person) || placed.deputy == Some(actor.person);
    if own || manages(connection, actor, card).await? {
        return Ok(());
    }
    let owner = match placed.owner {
        Some(owner) => Some(name_of(connection, actor, owner).await?),
        None => None,
    };
    Err(Need::Owner {
        kpi: placed.kpi.name.to_string(),
        owner,
    }
    .into())
}

/// Whether somebody manages a scorecard or an ancestor of it, or administers the server.
pub async fn manages(connection: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<bool> {
    if actor.administrator || card.manager == actor.person {
        return Ok(true);
    }
    let all = store::scorecard::all(connection, actor.server).await?;
    Ok(manages_among(&all, actor, card))
}

/// The same where all scorecards of the server are at hand.
pub(super) fn manages_among(all: &[Scorecard], actor: &Actor, card: &Scorecard) -> bool {
    if actor.administrator || card.manager == actor.person {
        return true;
    }
    let mut above = card.parent;
    for _ in 0..all.len() {
        let Some(parent) = above.and_then(|id| all.iter().find(|card| card.id == id)) else {
            break;
        };
        if parent.manager == actor.person {
            return true;
        }
        above = parent.parent;
    }
    false
}

/// How a person of the server is called.
pub async fn name_of(connection: &mut Connection, viewer: &Actor, person: PersonId) -> Result<String> {
    let found = store::person::by_id(connection, viewer.server, person).await?;
    Ok(found.map(|person| person.name).unwrap_or_default())
}

/// The id that autocomplete put where a name could stand: `#12`.
#[must_use]
pub fn reference(id: i64) -> String {
    format!("#{id}")
}

/// The one thing that somebody named, by the reference that autocomplete gave, or by its name where only one has it.
fn one_of<T>(noun: Noun, typed: &str, all: Vec<T>, known: impl Fn(&T) -> (i64, String)) -> Result<T> {
    let unique = Name::parse(typed).map(|name| name.unique()).unwrap_or_default();
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
