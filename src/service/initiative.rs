//! Initiatives: what is done about a KPI or an objective. Kept by the owner of either, by who does them, and by the
//! scorecard's manager.

mod find;
mod list;
mod remind;
mod update;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::audit::{self, Entry, facts};
use super::decision::{read_day, text};
use super::person::Named;
use super::{Actor, Conflict, Invalid, Noun, Result, Services, access, alert, scorecard};
use crate::domain::audit::{Subject, Verb, made};
use crate::domain::id::InitiativeId;
use crate::domain::initiative::{
    InitiativeStatus, MILESTONE_LENGTH, MOST_MILESTONES, Milestone, amount, milestones, next_reminder,
};
use crate::domain::name::Name;
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;
use crate::domain::zone;
use crate::store::initiative::history;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection, Number};

pub use crate::store::initiative::Initiative;
pub use crate::store::initiative::history::{Mark, Update};
use find::place_of;
pub use find::{About, begin, offered};
pub(super) use find::{Place, about as kept};
pub use list::list;
pub(super) use list::{open_about, overdue_of};
pub use remind::remind_due;
pub(super) use remind::{next_event_at, reminded};
pub use update::{Change, update};

/// The most open initiatives of a KPI or an objective.
const MOST: usize = 50;

/// The most characters of what is expected.
const MAX_EFFECT: usize = 500;

/// How many updates an initiative shows.
const UPDATES_SHOWN: i64 = 15;

/// What somebody gives to begin an initiative, as typed.
#[derive(Debug, Clone, Default)]
pub struct Add<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is about.
    pub about: About<'a>,
    /// Who does it; who adds it, where nobody is named.
    pub owner: Option<Named>,
    /// Everything else.
    pub details: Details<'a>,
}

/// What an initiative may have, as typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Details<'a> {
    /// When it begins.
    pub start: Option<&'a str>,
    /// When it is to be done.
    pub due: Option<&'a str>,
    /// What it may cost.
    pub budget: Option<&'a str>,
    /// What is expected of it.
    pub effect: Option<&'a str>,
    /// Its milestones, or more of them.
    pub milestones: Option<&'a str>,
}

/// An initiative as lists, alerts and digests show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its row.
    pub id: InitiativeId,
    /// Its name.
    pub name: String,
    /// The KPI or objective it is about.
    pub about: String,
    /// Who does it.
    pub owner: String,
    /// Where it stands.
    pub status: InitiativeStatus,
    /// How much of it is done, 0 to 100.
    pub percent: u8,
    /// When it is to be done.
    pub due_on: Option<NaiveDate>,
    /// That day is over, and it is open.
    pub overdue: bool,
}

/// An initiative in full.
#[derive(Debug, Clone)]
pub struct Shown {
    /// It.
    pub initiative: Initiative,
    /// The scorecard's name.
    pub scorecard: String,
    /// The day there.
    pub today: NaiveDate,
    /// Its milestones.
    pub marks: Vec<Mark>,
    /// What was said of it, the newest first.
    pub updates: Vec<Update>,
}

impl Shown {
    /// As a list shows it.
    #[must_use]
    pub fn told(&self) -> Told {
        told(&self.initiative, self.today)
    }
}

fn told(one: &Initiative, today: NaiveDate) -> Told {
    Told {
        id: one.id,
        name: one.name.clone(),
        about: one.about.clone(),
        owner: one.owner_name.clone(),
        status: one.status,
        percent: one.percent,
        due_on: one.due_on,
        overdue: one.status.is_open() && one.due_on.is_some_and(|due| due < today),
    }
}

/// Begins an initiative.
pub async fn add(services: &Services, actor: &Actor, wanted: &Add<'_>, format: NumberFormat) -> Result<Shown> {
    let mut write = services.write().await?;
    let place = find::about(&mut write, actor, wanted.about).await?;
    place.keep(&mut write, actor).await?;
    let name = Name::parse(wanted.name)?;
    let today = today(services, &place.card);
    let owner = scorecard::somebody(&mut write, actor, wanted.owner.as_ref()).await?;
    let owner = owner.unwrap_or(actor.person);
    let mut one = Initiative {
        id: InitiativeId::from(0),
        kpi: place.kpi,
        objective: place.objective,
        about: place.name.clone(),
        name: name.to_string(),
        owner,
        owner_name: access::name_of(&mut write, actor, owner).await?,
        start_on: None,
        due_on: None,
        budget: None,
        spent: None,
        money_unit: Unit::default(),
        effect: None,
        status: InitiativeStatus::Planned,
        percent: 0,
    };
    refuse_taken(&mut write, actor, &one, &name).await?;
    let marks = put(&mut one, &wanted.details, (today, format))?;
    one.id = save(services, &mut write, actor, (&one, &name, &place.card)).await?;
    for mark in &marks {
        history::add_mark(&mut write, actor.server, one.id, mark).await?;
    }
    let entry = Entry::new(Verb::Created, Subject::Initiative, (Some(one.id.get()), &one.name)).within(place.card.id);
    audit::record(services, &mut write, actor, entry.with(made(&facts::initiative(&one)))).await?;
    alert::touched(services, &mut write, actor, (place.kpi, place.objective)).await?;
    let shown = describe(services, &mut write, actor, (one, &place.card)).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// Puts what was typed into an initiative; gives the milestones in it.
fn put(
    one: &mut Initiative,
    details: &Details<'_>,
    (today, format): (NaiveDate, NumberFormat),
) -> Result<Vec<Milestone>> {
    if let Some(typed) = details.start {
        one.start_on = Some(read_day(typed, today)?);
    }
    if let Some(typed) = details.due {
        one.due_on = Some(read_day(typed, today)?);
    }
    if let (Some(start), Some(due)) = (one.start_on, one.due_on)
        && due < start
    {
        return Err(Invalid::EndsBeforeStart { start, due }.into());
    }
    if let Some(typed) = details.budget {
        let known = Some(&one.money_unit).filter(|unit| one.spent.is_some() && !unit.as_str().is_empty());
        let (budget, unit) = money(typed, known, format)?;
        one.budget = Some(Number(budget));
        one.money_unit = unit;
    }
    if let Some(typed) = details.effect {
        let effect = text("effect", typed)?;
        if effect.chars().count() > MAX_EFFECT {
            return Err(Invalid::TooLong {
                field: "effect",
                most: MAX_EFFECT,
            }
            .into());
        }
        one.effect = Some(effect.to_owned());
    }
    let marks = details
        .milestones
        .map(|typed| milestones(typed, today))
        .unwrap_or_default();
    if marks.len() > MOST_MILESTONES {
        return Err(full(Noun::Milestone, MOST_MILESTONES));
    }
    if marks.iter().any(|mark| mark.name.chars().count() > MILESTONE_LENGTH) {
        return Err(Invalid::TooLong {
            field: "milestones",
            most: MILESTONE_LENGTH,
        }
        .into());
    }
    Ok(marks)
}

fn money(typed: &str, known: Option<&Unit>, format: NumberFormat) -> Result<(Decimal, Unit)> {
    amount(typed, known, format).map_err(|_| {
        Invalid::Amount {
            typed: typed.to_owned(),
            unit: known.cloned().unwrap_or_default(),
        }
        .into()
    })
}

/// Writes an initiative, with when its owner is reminded next.
async fn save(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (one, name, card): (&Initiative, &Name, &Scorecard),
) -> Result<InitiativeId> {
    let calendar = store::calendar::of_server(write, actor.server).await?;
    let zone = scorecard::zone_of(card);
    let due = one.due_on.filter(|_| one.status.is_open());
    let remind_at = due.and_then(|due| next_reminder(due, services.now(), (zone, &calendar)));
    Ok(store::initiative::save(write, actor.server, (one, &name.unique()), remind_at).await?)
}

/// Fails where another open initiative about the same has the name, or where there are too many.
async fn refuse_taken(write: &mut Connection, actor: &Actor, one: &Initiative, name: &Name) -> Result<()> {
    let (kpis, objectives): (Vec<_>, Vec<_>) = (one.kpi.into_iter().collect(), one.objective.into_iter().collect());
    let mut others = store::initiative::about(write, actor.server, (&kpis, &objectives)).await?;
    others.retain(|other| other.id != one.id && other.status.is_open());
    if others.len() >= MOST {
        return Err(full(Noun::Initiative, MOST));
    }
    let same = |other: &Initiative| Name::parse(&other.name).is_ok_and(|taken| taken.unique() == name.unique());
    if others.iter().any(same) {
        return Err(Conflict::Taken {
            noun: Noun::Initiative,
            name: name.to_string(),
        }
        .into());
    }
    Ok(())
}

fn full(noun: Noun, most: usize) -> super::Error {
    Conflict::Full { noun, most }.into()
}

/// An initiative in full.
pub async fn show(services: &Services, viewer: &Actor, typed: &str) -> Result<Shown> {
    let mut reader = services.read().await?;
    let (one, place) = find::named(&mut reader, viewer, typed).await?;
    describe(services, &mut reader, viewer, (one, &place.card)).await
}

async fn describe(
    services: &Services,
    connection: &mut Connection,
    viewer: &Actor,
    (initiative, card): (Initiative, &Scorecard),
) -> Result<Shown> {
    Ok(Shown {
        scorecard: card.name.clone(),
        today: today(services, card),
        marks: history::marks(connection, viewer.server, initiative.id).await?,
        updates: history::updates(connection, viewer.server, initiative.id, UPDATES_SHOWN).await?,
        initiative,
    })
}

fn today(services: &Services, card: &Scorecard) -> NaiveDate {
    zone::day_of(services.now(), scorecard::zone_of(card))
}
