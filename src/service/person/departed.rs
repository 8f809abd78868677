//! Somebody who left the server. What they answered for is asked of others, and whoever can put somebody else in their
//! place is told once: the manager, one of a scorecard above, who last changed the settings, or the server's owner.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::scorecard::Visibility;
use crate::service::notice::{self, TellContent};
use crate::service::{Actor, Error, Result, Services, access, away};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How the owner of a server is called before they have used the bot.
const OWNER: &str = "Server owner";

/// Somebody left, as whoever can put somebody else in their place reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departed {
    /// Who left.
    pub person: PersonId,
    /// Their name.
    pub from: String,
    /// Their Discord user id.
    pub user: Option<i64>,
    /// The names of the KPIs that are theirs.
    pub kpis: Vec<String>,
    /// The names of the scorecards that they manage.
    pub scorecards: Vec<String>,
    /// The scorecards that it is about, for finding the next person.
    pub within: Vec<ScorecardId>,
    /// Who was to be told before, and could not be.
    pub tried: Vec<PersonId>,
}

/// Notes that a Discord user is not in a server, as Discord says; gives what they are told who want something there.
pub async fn departed(services: &Services, server: ServerId, user: i64) -> Result<Error> {
    let mut write = services.write().await?;
    let Some(known) = store::server::by_id(&mut write, server).await? else {
        return Ok(Error::NotHere);
    };
    if let Some(person) = store::person::by_user(&mut write, server, user).await? {
        note_departed(services, &mut write, server, person.id).await?;
    }
    services.keep(write).await?;
    Ok(Error::Left(known.name))
}

/// Notes that somebody left: once they are asked for nothing any more, and others are told.
pub(in crate::service) async fn note_departed(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    person: PersonId,
) -> Result<()> {
    if !store::person::leave(write, server, person, services.now()).await? {
        return Ok(());
    }
    tracing::info!(server = server.get(), person = person.get(), "somebody left the server");
    away::ask_others(services, write, server, person).await?;
    let mut within = store::scorecard::answered_by(write, server, person).await?;
    within.sort_unstable();
    tell(services, write, server, (person, &within), &[]).await
}

/// Tells the next one that somebody left, since it did not reach this one.
pub(in crate::service) async fn tell_next(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    (departed, unreached): (Departed, PersonId),
) -> Result<()> {
    let mut tried = departed.tried;
    tried.push(unreached);
    tell(services, write, server, (departed.person, &departed.within), &tried).await
}

/// Tells those who can put somebody else in a person's place in some scorecards, each once; without those who were tried.
async fn tell(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    (person, within): (PersonId, &[ScorecardId]),
    tried: &[PersonId],
) -> Result<()> {
    let Some(known) = store::person::by_id(write, server, person)
        .await?
        .filter(|known| known.left)
    else {
        return Ok(());
    };
    let mut told: Vec<(PersonId, Departed)> = Vec::new();
    for id in within {
        let Some(card) = store::scorecard::by_id(write, server, *id).await? else {
            continue;
        };
        let kpis = store::kpi::of_scorecard(write, server, card.id, store::PRESENT).await?;
        let theirs = kpis.iter().filter(|placed| placed.owner == Some(person));
        let kpis: Vec<String> = theirs.map(|placed| placed.kpi.name.to_string()).collect();
        if kpis.is_empty() && card.manager != person {
            continue;
        }
        let Some(whom) = caretaker(write, server, &card, tried).await? else {
            tracing::warn!(
                scorecard = card.id.get(),
                "somebody left, and nobody can be told who could replace them"
            );
            continue;
        };
        let at = told.iter().position(|(other, _)| *other == whom).unwrap_or(told.len());
        if at == told.len() {
            let departed = Departed {
                person,
                from: known.name.clone(),
                user: known.user,
                kpis: Vec::new(),
                scorecards: Vec::new(),
                within: Vec::new(),
                tried: tried.to_vec(),
            };
            told.push((whom, departed));
        }
        if let Some((_, departed)) = told.get_mut(at) {
            departed.within.push(card.id);
            departed.kpis.extend(kpis);
            departed
                .scorecards
                .extend((card.manager == person).then_some(card.name));
        }
    }
    let now = services.now().timestamp_millis();
    for (whom, departed) in told {
        let what = format!("departed:{person}:{now}:{}", tried.len());
        notice::tell(
            services,
            write,
            server,
            (&what, TellContent::Departed(departed)),
            &[whom],
        )
        .await?;
    }
    Ok(())
}

/// The first who can be told about a scorecard, for whom it exists, and who was not tried.
async fn caretaker(
    write: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    tried: &[PersonId],
) -> Result<Option<PersonId>> {
    let mut people = managers(write, server, card).await?;
    people.extend(settlers(write, server).await?);
    if card.visibility == Visibility::Private {
        people.extend(card.person.into_iter().chain(card.sponsor));
        people.extend(store::reader::of_scorecard(write, server, card.id).await?.people);
    }
    for person in people {
        let known = store::person::by_id(write, server, person).await?;
        let viewer = Actor {
            server,
            person,
            administrator: false,
            roles: Vec::new(),
        };
        let reachable = known.is_some_and(|known| known.is_here()) && !tried.contains(&person);
        if reachable && access::reads(write, &viewer, card).await? {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// The manager of a scorecard, and those of the scorecards above it, the nearest first.
async fn managers(write: &mut Connection, server: ServerId, card: &Scorecard) -> Result<Vec<PersonId>> {
    let (mut people, mut seen) = (vec![card.manager], HashSet::from([card.id]));
    let mut above = card.parent;
    while let Some(id) = above.filter(|id| seen.insert(*id)) {
        let found = store::scorecard::by_id(write, server, id).await?;
        people.extend(found.as_ref().map(|card| card.manager));
        above = found.and_then(|card| card.parent);
    }
    Ok(people)
}

/// Who last changed the settings, and the server's owner.
pub(in crate::service) async fn settlers(write: &mut Connection, server: ServerId) -> Result<Vec<PersonId>> {
    let Some(known) = store::server::by_id(write, server).await? else {
        return Ok(Vec::new());
    };
    let mut people = Vec::from_iter(known.settings_by);
    if let Some(user) = known.owner_user {
        people.push(match store::person::by_user(write, server, user).await? {
            Some(owner) => owner.id,
            None => store::person::meet(write, server, user, OWNER, None).await?,
        });
    }
    Ok(people)
}
