//! Taking over a scorecard: an administrator becomes its manager, also where it was private to others. That is written
//! down, and those whose it was are told.

use crate::domain::audit::{Subject, Verb, between};
use crate::domain::id::PersonId;
use crate::domain::name::{Name, closest};
use crate::service::audit::{self, Entry, facts};
use crate::service::notice::{self, TellContent};
use crate::service::{Actor, Invalid, NotFound, Noun, Result, Services, access};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A scorecard that has another manager by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOver {
    /// Its name.
    pub scorecard: String,
    /// Who managed it.
    pub from: String,
}

/// Makes an administrator the manager of a scorecard. One that is private to others they have to know by its name: it
/// is offered to nobody.
pub async fn take_over(services: &Services, actor: &Actor, typed: &str, reason: Option<&str>) -> Result<TakenOver> {
    access::administer(actor)?;
    let mut write = services.write().await?;
    let card = find(&mut write, actor, typed).await?;
    if card.manager == actor.person {
        return Err(Invalid::NothingToChange.into());
    }
    let after = Scorecard {
        manager: actor.person,
        ..card.clone()
    };
    let name = Name::parse(&card.name)?;
    store::scorecard::update(&mut write, actor.server, &after, &name.unique()).await?;
    let changes = between(&facts::scorecard(&card), &facts::scorecard(&after));
    let entry = Entry::new(Verb::TakenOver, Subject::Scorecard, (Some(card.id.get()), &card.name))
        .within(card.id)
        .because(reason);
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    let from = access::name_of(&mut write, actor, card.manager).await?;
    let content = TellContent::TakenOver {
        scorecard: card.name.clone(),
        by: access::name_of(&mut write, actor, actor.person).await?,
        from: from.clone(),
        reason: reason.map(str::to_owned),
    };
    let what = format!("taken-over:{}:{}", card.id, services.now().timestamp_millis());
    notice::tell(
        services,
        &mut write,
        actor.server,
        (&what, content),
        &concerned(&card, actor),
    )
    .await?;
    services.keep(write).await?;
    let scorecard = card.name;
    Ok(TakenOver { scorecard, from })
}

/// The former manager, whose card it is, and who took it over: each is told once.
fn concerned(card: &Scorecard, actor: &Actor) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = [Some(card.manager), card.person, Some(actor.person)]
        .into_iter()
        .flatten()
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The scorecard with a name, whether or not it exists for the administrator.
async fn find(connection: &mut Connection, actor: &Actor, typed: &str) -> Result<Scorecard> {
    if let Ok(name) = Name::parse(typed)
        && let Some(id) = store::scorecard::named(connection, actor.server, &name.unique()).await?
        && let Some(card) = store::scorecard::by_id(connection, actor.server, id).await?
    {
        return Ok(card);
    }
    let names: Vec<String> = access::scorecards(connection, actor)
        .await?
        .into_iter()
        .map(|card| card.name)
        .collect();
    Err(NotFound {
        noun: Noun::Scorecard,
        typed: typed.to_owned(),
        close: closest(typed, names.iter()).into_iter().cloned().collect(),
    }
    .into())
}
