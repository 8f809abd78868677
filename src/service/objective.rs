//! Objectives: adding, editing, showing, and drawing what drives and what feeds what.

mod feed;
mod show;

use chrono::NaiveDate;

use super::audit::{self, Entry, facts};
use super::person::Named;
use super::{Actor, Conflict, Error, Invalid, Noun, Result, Services, access, scorecard};
use crate::domain::audit::{Change, Subject, Verb, between, made};
use crate::domain::id::ObjectiveId;
use crate::domain::name::Name;
use crate::domain::weight::Weight;
use crate::domain::zone;
use crate::store::objective::{Drive, Objective};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use feed::link;
pub use feed::{Feed, FeedChange, feed};
pub use show::{Fed, Shown, show};

use show::describe;

/// The most objectives of a perspective.
pub(super) const MOST: usize = 50;

/// What somebody gives to add an objective.
#[derive(Debug, Clone, Default)]
pub struct Add {
    /// The scorecard, as typed.
    pub scorecard: Option<String>,
    /// The perspective, as typed.
    pub perspective: String,
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// Who answers for it.
    pub owner: Option<Named>,
    /// What it weighs; 1.
    pub weight: Option<Weight>,
}

/// What may change of an objective.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Its new name.
    pub name: Option<String>,
    /// Its new description.
    pub description: Option<String>,
    /// Who answers for it from now.
    pub owner: Option<Named>,
    /// Its new weight, from today.
    pub weight: Option<Weight>,
    /// The perspective it moves to, as typed.
    pub perspective: Option<String>,
}

/// Adds an objective to a perspective.
pub async fn add(services: &Services, actor: &Actor, channel: Option<i64>, wanted: &Add) -> Result<Shown> {
    let mut write = services.write().await?;
    let (on, place) = (store::PRESENT, (wanted.scorecard.as_deref(), channel));
    let (perspective, card) = access::placed_perspective(&mut write, actor, place, &wanted.perspective, on).await?;
    access::manage(&mut write, actor, &card).await?;
    let today = today(services, &card);
    let name = Name::parse(&wanted.name)?;
    scorecard::short_enough("description", wanted.description.as_deref())?;
    let existing = siblings(&mut write, actor, &card, perspective.id, today).await?;
    if existing.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Objective,
            most: MOST,
        }
        .into());
    }
    refuse_taken(&existing, &name, None)?;
    let id = store::objective::insert(&mut write, actor.server, perspective.id, name.as_str(), &name.unique()).await?;
    let objective = Objective {
        id,
        perspective: perspective.id,
        scorecard: card.id,
        name: name.to_string(),
        description: wanted.description.clone(),
        owner: scorecard::somebody(&mut write, actor, wanted.owner.as_ref()).await?,
        weight: wanted.weight.unwrap_or_default(),
    };
    store::objective::update(&mut write, actor.server, &objective, &name.unique()).await?;
    store::objective::weigh(&mut write, actor.server, id, store::BEGINNING, objective.weight).await?;
    let shown = describe(&mut write, actor, &card, objective, today).await?;
    let changes = made(&facts::objective(&shown));
    record(services, &mut write, actor, (Verb::Created, &shown.objective), changes).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// Changes an objective; gives it before and after.
pub async fn edit(services: &Services, actor: &Actor, typed: &str, wanted: &Edit) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let now = store::PRESENT;
    let (objective, card) = access::objective(&mut write, actor, typed, now).await?;
    access::manage(&mut write, actor, &card).await?;
    let today = today(services, &card);
    let before = describe(&mut write, actor, &card, objective.clone(), today).await?;
    let after = changed(&mut write, actor, (&card, today), objective.clone(), wanted).await?;
    if after == objective {
        return Err(Invalid::NothingToChange.into());
    }
    let name = Name::parse(&after.name)?;
    let existing = siblings(&mut write, actor, &card, after.perspective, today).await?;
    refuse_taken(&existing, &name, Some(after.id))?;
    store::objective::update(&mut write, actor.server, &after, &name.unique()).await?;
    if after.weight != objective.weight {
        store::objective::weigh(&mut write, actor.server, after.id, today, after.weight).await?;
    }
    let after = describe(&mut write, actor, &card, after, today).await?;
    let changes = between(&facts::objective(&before), &facts::objective(&after));
    record(services, &mut write, actor, (Verb::Changed, &after.objective), changes).await?;
    services.keep(write).await?;
    Ok((before, after))
}

async fn changed(
    write: &mut Connection,
    actor: &Actor,
    (card, today): (&Scorecard, NaiveDate),
    mut objective: Objective,
    wanted: &Edit,
) -> Result<Objective> {
    if let Some(name) = &wanted.name {
        objective.name = Name::parse(name)?.to_string();
    }
    if let Some(description) = &wanted.description {
        scorecard::short_enough("description", Some(description))?;
        objective.description = Some(description.clone());
    }
    if let Some(owner) = scorecard::somebody(write, actor, wanted.owner.as_ref()).await? {
        objective.owner = Some(owner);
    }
    if let Some(typed) = &wanted.perspective {
        objective.perspective = access::perspective(write, actor, card, typed, today).await?.id;
    }
    objective.weight = wanted.weight.unwrap_or(objective.weight);
    Ok(objective)
}

/// Draws an arrow from one objective to another, or removes it.
pub async fn drive(
    services: &Services,
    actor: &Actor,
    (cause, effect): (&str, &str),
    lag: Option<i64>,
    remove: bool,
) -> Result<Shown> {
    let mut write = services.write().await?;
    let now = store::PRESENT;
    let (cause, card) = access::objective(&mut write, actor, cause, now).await?;
    let (effect, other) = access::objective(&mut write, actor, effect, now).await?;
    access::manage(&mut write, actor, &card).await?;
    if cause.id == effect.id {
        return Err(Invalid::DrivesItself.into());
    }
    if card.id != other.id {
        return Err(Invalid::OtherScorecard.into());
    }
    let before = describe(&mut write, actor, &card, cause.clone(), today(services, &card)).await?;
    if remove {
        if !store::objective::undrive(&mut write, actor.server, cause.id, effect.id).await? {
            return Err(Invalid::NothingToChange.into());
        }
    } else {
        let drive = Drive {
            cause: cause.id,
            effect: effect.id,
            lag: lag.unwrap_or(0).clamp(0, 60),
        };
        store::objective::drive(&mut write, actor.server, drive).await?;
    }
    let shown = describe(&mut write, actor, &card, cause, today(services, &card)).await?;
    let changes = between(
        &facts::drive(&before, &effect.name),
        &facts::drive(&shown, &effect.name),
    );
    record(services, &mut write, actor, (Verb::Changed, &shown.objective), changes).await?;
    services.keep(write).await?;
    Ok(shown)
}

async fn record(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (verb, objective): (Verb, &Objective),
    changes: Vec<Change>,
) -> Result<()> {
    let known = (Some(objective.id.get()), objective.name.as_str());
    let entry = Entry::new(verb, Subject::Objective, known).within(objective.scorecard);
    audit::record(services, write, actor, entry.with(changes)).await
}

async fn siblings(
    connection: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    perspective: crate::domain::id::PerspectiveId,
    today: NaiveDate,
) -> Result<Vec<Objective>> {
    let mut all = store::objective::of_scorecard(connection, actor.server, card.id, today).await?;
    all.retain(|objective| objective.perspective == perspective);
    Ok(all)
}

pub(super) fn refuse_taken(existing: &[Objective], name: &Name, except: Option<ObjectiveId>) -> Result<()> {
    let same = |other: &Objective| {
        Some(other.id) != except && Name::parse(&other.name).is_ok_and(|taken| taken.unique() == name.unique())
    };
    if existing.iter().any(same) {
        return Err(Error::from(Conflict::Taken {
            noun: Noun::Objective,
            name: name.to_string(),
        }));
    }
    Ok(())
}

fn today(services: &Services, card: &Scorecard) -> NaiveDate {
    zone::day_of(services.now(), scorecard::zone_of(card))
}
