//! The word of whoever decides about a private scorecard: that a number of it is used in another one, where others learn
//! it. They are asked when somebody else wants that; their answer is kept, and what waited for it is done.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::audit::{self, Entry};
use super::notice::{self, Span, Stored, TellContent};
use super::objective::{self, Feed};
use super::{Actor, Error, Need, NotFound, Noun, Result, Services, access};
use crate::domain::audit::{Change, Fact, Subject, Verb};
use crate::domain::id::{DraftId, PersonId, ScorecardId, ServerId};
use crate::domain::weight::Weight;
use crate::store::notice::Destination;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use crate::store::consent::Source;

/// How long the answer may take.
const WAIT: TimeDelta = TimeDelta::days(30);

/// What kind of draft it is.
const KIND: &str = "consent-1";

/// A number of a private scorecard that is to be used in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// Which number.
    pub source: Source,
    /// The private scorecard.
    pub from: ScorecardId,
    /// The other one.
    pub into: ScorecardId,
}

/// What somebody is asked who decides about a private scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentContent {
    /// The server, for presses in direct messages.
    pub server: ServerId,
    /// Its name.
    pub server_name: String,
    /// Who wants it.
    pub by: String,
    /// The names of what is to be used, and of where.
    pub names: Names,
    /// What waits for the answer.
    pub draft: DraftId,
}

/// The names around a use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// The objective or the KPI.
    pub source: String,
    /// The private scorecard.
    pub scorecard: String,
    /// The other one; none where it does not exist for who reads this.
    pub into: Option<String>,
}

/// What somebody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It may be used.
    Allow,
    /// It may not.
    Refuse,
}

/// What waits for the answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Asked {
    wanted: Use,
    by: PersonId,
    administrator: bool,
    roles: Vec<i64>,
    link: Option<Link>,
}

/// A feed that is made once it is allowed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Link {
    pub source: String,
    pub into: String,
    pub weight: Option<Weight>,
}

/// Asks whoever decides, where a use case failed for want of their word; at most once a day for the same.
pub(super) async fn or_ask<T>(services: &Services, actor: &Actor, done: Result<T>, link: Option<Link>) -> Result<T> {
    let Err(Error::Denied(Need::Consent {
        scorecard,
        name,
        wanted,
    })) = &done
    else {
        return done;
    };
    let (server, now) = (actor.server, services.now());
    let mut write = services.write().await?;
    let card = access::scorecard_by_id(&mut write, actor, wanted.from).await?;
    let decides = decides(&card);
    let known = store::person::by_id(&mut write, server, decides).await?;
    if !known.is_some_and(|known| known.is_here()) {
        return done;
    }
    let what = match wanted.source {
        Source::Objective(id) => format!("objective:{id}"),
        Source::Kpi(id) => format!("kpi:{id}"),
    };
    let key = format!("consent:{what}:{}:{}:{}", wanted.into, actor.person, now.date_naive());
    if store::notice::by_key(&mut write, server, &key).await?.is_none() {
        let asked = serde_json::to_string(&Asked {
            wanted: *wanted,
            by: actor.person,
            administrator: actor.administrator,
            roles: actor.roles.clone(),
            link,
        })?;
        let draft = store::draft::insert(&mut write, (server, decides), KIND, &asked, (now, now + WAIT)).await?;
        let stored = Stored::Consent(Box::new(ConsentContent {
            server,
            server_name: store::server::by_id(&mut write, server)
                .await?
                .map(|server| server.name)
                .unwrap_or_default(),
            by: access::name_of(&mut write, actor, actor.person).await?,
            names: names(&mut write, (server, decides), wanted).await?,
            draft,
        }));
        let to = Destination::Person(decides);
        notice::write(&mut write, server, &key, (to, &stored), Span::during(now, WAIT)).await?;
    }
    let (scorecard, name) = (scorecard.clone(), name.clone());
    services.keep(write).await?;
    Err(Need::Asked { scorecard, name }.into())
}

/// Takes the answer of whoever decides: what was asked for is allowed and done, or not; who asked is told.
pub async fn answer(services: &Services, actor: &Actor, draft: DraftId, answer: Answer) -> Result<Names> {
    let (server, now) = (actor.server, services.now());
    let mut write = services.write().await?;
    let kept = store::draft::take(&mut write, (server, actor.person), draft, KIND, now).await?;
    let kept = kept.ok_or_else(|| {
        Error::from(NotFound {
            noun: Noun::Draft,
            typed: String::new(),
            close: Vec::new(),
        })
    })?;
    let asked: Asked = serde_json::from_str(&kept)?;
    let card = access::scorecard_by_id(&mut write, actor, asked.wanted.from).await?;
    if decides(&card) != actor.person {
        return Err(missing(&mut write, actor, &card, asked.wanted).await?);
    }
    let mut linked = false;
    if answer == Answer::Allow {
        let place = (asked.wanted.source, asked.wanted.into);
        store::consent::give(&mut write, server, place, (actor.person, now)).await?;
        let entry = Entry::new(Verb::Changed, Subject::Scorecard, (Some(card.id.get()), &card.name)).within(card.id);
        let counts_in = Change {
            field: "counts-in".to_owned(),
            before: None,
            after: Some(Fact::Scorecard(asked.wanted.into)),
        };
        audit::record(services, &mut write, actor, entry.with(vec![counts_in])).await?;
        linked = make(services, &mut write, (server, &asked)).await?;
    }
    let told = TellContent::Consent {
        by: access::name_of(&mut write, actor, actor.person).await?,
        names: names(&mut write, (server, asked.by), &asked.wanted).await?,
        answer,
        linked,
    };
    let what = format!("consent:{draft}");
    notice::tell(services, &mut write, server, (&what, told), &[asked.by]).await?;
    let names = names(&mut write, (server, actor.person), &asked.wanted).await?;
    services.keep(write).await?;
    Ok(names)
}

/// Makes the feed that waited, in the name of who asked; whether it is made. It may be out of place by now.
async fn make(services: &Services, write: &mut Connection, (server, asked): (ServerId, &Asked)) -> Result<bool> {
    let Some(link) = &asked.link else {
        return Ok(false);
    };
    let whoever = Actor {
        server,
        person: asked.by,
        administrator: asked.administrator,
        roles: asked.roles.clone(),
    };
    let wanted = Feed {
        source: link.source.clone(),
        into: link.into.clone(),
        weight: link.weight,
        remove: false,
    };
    match objective::link(services, write, &whoever, &wanted).await {
        Ok(_) => Ok(true),
        Err(error @ (Error::Store(_) | Error::Stored(_))) => Err(error),
        Err(error) => {
            tracing::info!(%error, "what was allowed can no longer be linked");
            Ok(false)
        }
    }
}

/// Who decides what a private scorecard feeds: the person whose card it is, else its manager.
pub(super) fn decides(card: &Scorecard) -> PersonId {
    card.person.unwrap_or(card.manager)
}

/// The refusal of a use of a private scorecard's number.
pub(super) async fn missing(
    connection: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    wanted: Use,
) -> Result<Error> {
    Ok(Need::Consent {
        scorecard: card.name.clone(),
        name: access::name_of(connection, actor, decides(card)).await?,
        wanted,
    }
    .into())
}

async fn names(connection: &mut Connection, (server, reader): (ServerId, PersonId), wanted: &Use) -> Result<Names> {
    let viewer = Actor {
        server,
        person: reader,
        administrator: false,
        roles: Vec::new(),
    };
    let source = match wanted.source {
        Source::Objective(id) => store::objective::by_id(connection, server, id, store::PRESENT)
            .await?
            .map(|objective| objective.name),
        Source::Kpi(id) => store::kpi::by_id(connection, server, id, store::PRESENT)
            .await?
            .map(|placed| placed.kpi.name.to_string()),
    };
    let from = store::scorecard::by_id(connection, server, wanted.from).await?;
    let into = match store::scorecard::by_id(connection, server, wanted.into).await? {
        Some(into) if access::reads(connection, &viewer, &into).await? => Some(into.name),
        _ => None,
    };
    Ok(Names {
        source: source.unwrap_or_default(),
        scorecard: from.map(|card| card.name).unwrap_or_default(),
        into,
    })
}
