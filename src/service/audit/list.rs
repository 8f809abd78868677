//! Reading the audit trail: who changed what, for whoever may see it.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::domain::audit::{Change, Fact, Kept, Subject, Verb};
use crate::domain::id::{PersonId, ScorecardId};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::zone;
use crate::service::{Actor, Result, Services, access, settings};
use crate::store::audit::{Row, Sight, Sought};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How many entries a page has.
pub const PAGE: usize = 12;

/// Which entries somebody wants to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what this person did.
    pub person: Option<PersonId>,
    /// Only what was done to this kind of thing.
    pub subject: Option<Subject>,
    /// Only from this day on.
    pub since: Option<NaiveDate>,
    /// Only up to this day.
    pub until: Option<NaiveDate>,
    /// Only what is older than this entry.
    pub before: Option<i64>,
}

/// A filter as people give it.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Whose changes: Discord's user id.
    pub person: Option<i64>,
    /// Changes of what.
    pub subject: Option<Subject>,
    /// A day or a period, as typed.
    pub since: Option<&'a str>,
    /// A day or a period, as typed.
    pub until: Option<&'a str>,
}

/// A change that was written down.
#[derive(Debug, Clone)]
pub struct Told {
    /// When.
    pub at: DateTime<Utc>,
    /// Who made it.
    pub person: String,
    /// What was done.
    pub verb: Verb,
    /// To what kind of thing.
    pub subject: Subject,
    /// How that was called then.
    pub name: String,
    /// The present name of its scorecard, where it is part of one.
    pub scorecard: Option<String>,
    /// How fiscal periods are labelled there.
    pub fiscal: FiscalStart,
    /// What changed.
    pub changes: Vec<Change>,
    /// Why.
    pub reason: Option<String>,
}

/// Some entries, the newest first.
#[derive(Debug, Clone)]
pub struct Page {
    /// What was asked for.
    pub filter: Filter,
    /// The entries.
    pub entries: Vec<Told>,
    /// The names of the people in them.
    pub people: HashMap<PersonId, String>,
    /// The names of the scorecards in them that the reader may see.
    pub scorecards: HashMap<ScorecardId, String>,
    /// The filter that shows what is older, where there is something.
    pub older: Option<Filter>,
}

/// Reads what was asked for, and shows the newest of it.
pub async fn look(services: &Services, viewer: &Actor, wanted: &Wanted<'_>) -> Result<Page> {
    let (server, _) = settings::show(services, viewer).await?;
    let since = wanted.since.map(|typed| days(typed, server.fiscal_start)).transpose()?;
    let until = wanted.until.map(|typed| days(typed, server.fiscal_start)).transpose()?;
    let person = match wanted.person {
        Some(user) => {
            let mut reader = services.read().await?;
            let known = store::person::by_user(&mut reader, viewer.server, user).await?;
            // Whoever the bot has not met has changed nothing.
            Some(known.map_or(PersonId::from(0), |person| person.id))
        }
        None => None,
    };
    let filter = Filter {
        person,
        subject: wanted.subject,
        since: since.map(|(first, _)| first),
        until: until.map(|(_, last)| last),
        before: None,
    };
    page(services, viewer, filter).await
}

/// The first and the last day of what somebody typed: a day, or a period.
fn days(typed: &str, fiscal: FiscalStart) -> Result<(NaiveDate, NaiveDate)> {
    if let Ok(day) = typed.trim().parse::<NaiveDate>() {
        return Ok((day, day));
    }
    let period = Period::parse(typed, fiscal)?;
    Ok((period.first_day(), period.last_day()))
}

/// The entries that a filter lets through and the viewer may see, the newest first.
///
/// Managers read what is within their scorecards, administrators what is within all that they see, and the settings;
/// everybody reads what they did themselves, and what was done to the KPIs and objectives that are theirs.
pub async fn page(services: &Services, viewer: &Actor, filter: Filter) -> Result<Page> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, viewer.server).await?;
    let zone = server
        .and_then(|server| server.time_zone.parse().ok())
        .unwrap_or(Tz::UTC);
    let cards = seen(&mut reader, viewer).await?;
    let sight = sight(&mut reader, viewer, &cards).await?;
    let sought = Sought {
        person: filter.person,
        subject: filter.subject,
        since: filter.since.map(|day| zone::start_of(day, zone)),
        until: filter.until.map(|day| zone::start_of(day + TimeDelta::days(1), zone)),
        before: filter.before,
        most: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut rows = store::audit::find(&mut reader, (viewer.server, viewer.person), &sought, &sight).await?;
    let older = (rows.len() > PAGE).then(|| Filter {
        before: rows.get(PAGE - 1).map(|row| row.id),
        ..filter
    });
    rows.truncate(PAGE);
    let entries = rows
        .into_iter()
        .map(|row| entry(row, &cards))
        .collect::<Result<Vec<Told>>>()?;
    let mut people = HashMap::new();
    for person in entries.iter().flat_map(|entry| &entry.changes).flat_map(people_in) {
        if let Slot::Vacant(slot) = people.entry(person) {
            slot.insert(access::name_of(&mut reader, viewer, person).await?);
        }
    }
    Ok(Page {
        filter,
        entries,
        people,
        scorecards: cards.into_iter().map(|(card, _)| (card.id, card.name)).collect(),
        older,
    })
}

/// The scorecards that somebody may see, archived ones of theirs too, each with whether they manage it.
async fn seen(connection: &mut Connection, viewer: &Actor) -> Result<Vec<(Scorecard, bool)>> {
    let all = access::scorecards(connection, viewer).await?;
    let archived = access::archived_scorecards(connection, viewer).await?;
    let managed = access::managed(connection, viewer).await?;
    let all = all.into_iter().chain(archived).map(|card| {
        let theirs = managed.contains(&card.id);
        (card, theirs)
    });
    Ok(all.collect())
}

/// What of the trail somebody may see.
async fn sight(connection: &mut Connection, viewer: &Actor, cards: &[(Scorecard, bool)]) -> Result<Sight> {
    let kpis = store::kpi::all(connection, viewer.server, store::PRESENT).await?;
    let objectives = store::objective::all(connection, viewer.server, store::PRESENT).await?;
    let own = |placed: &Placed| [placed.owner, placed.deputy].contains(&Some(viewer.person));
    let managed = cards.iter().filter(|(_, manages)| *manages);
    Ok(Sight {
        administrator: viewer.administrator,
        seen: cards.iter().map(|(card, _)| card.id).collect(),
        managed: managed.map(|(card, _)| card.id).collect(),
        kpis: kpis
            .iter()
            .filter(|placed| own(placed))
            .map(|placed| placed.kpi.id)
            .collect(),
        objectives: objectives
            .iter()
            .filter(|objective| objective.owner == Some(viewer.person))
            .map(|objective| objective.id)
            .collect(),
    })
}

fn entry(row: Row, cards: &[(Scorecard, bool)]) -> Result<Told> {
    let card = cards
        .iter()
        .map(|(card, _)| card)
        .find(|card| Some(card.id) == row.scorecard);
    let Kept::Changes(changes) = serde_json::from_str(&row.changes)?;
    Ok(Told {
        at: row.at,
        person: row.person,
        verb: row.verb,
        subject: row.subject,
        name: row.name,
        scorecard: card.map(|card| card.name.clone()),
        fiscal: card.map_or_else(FiscalStart::default, |card| card.fiscal_start),
        changes,
        reason: row.reason,
    })
}

fn people_in(change: &Change) -> impl Iterator<Item = PersonId> {
    let person = |fact: &Option<Fact>| match fact {
        Some(Fact::Person(person)) => Some(*person),
        _ => None,
    };
    [person(&change.before), person(&change.after)].into_iter().flatten()
}
