//! Who reads a private scorecard: naming readers, and whether a channel shows it to somebody else. Whether it exists for
//! somebody is decided by `access`.

mod feed;

use std::collections::HashMap;

use super::person::{self, Named};
use super::{Actor, Invalid, Need, Result, Services, access};
use crate::domain::audit::{Change, Fact};
use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::scorecard::Visibility;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use crate::store::reader::Reader;
pub(super) use feed::{consents, counts_in, may_feed};

/// What somebody says about who may read a scorecard.
#[derive(Debug, Clone, Default)]
pub struct Privacy {
    /// Whether everybody may; only some may, where readers are named.
    pub visibility: Option<Visibility>,
    /// Whose card it is, where it is an individual's.
    pub whose: Option<Named>,
    /// A person who may read it.
    pub person: Option<Named>,
    /// A role whose members may: Discord's id.
    pub role: Option<i64>,
    /// A reader who may no longer, as autocomplete gave them.
    pub remove: Option<String>,
    /// Who sees its team channel, where that was looked up.
    pub audience: Option<Audience>,
}

impl Privacy {
    /// Who may read the scorecard then.
    pub(super) fn visibility(&self, otherwise: Visibility) -> Result<Visibility> {
        let names = self.person.is_some() || self.role.is_some();
        match self.visibility {
            Some(Visibility::Open) if names => Err(Invalid::ReadersOfOpen.into()),
            Some(said) => Ok(said),
            None if names => Ok(Visibility::Private),
            None => Ok(otherwise),
        }
    }
}

/// Those who see a channel, as Discord has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience {
    /// The channel.
    pub channel: i64,
    /// Whether everybody in the server sees it.
    pub everyone: bool,
    /// The roles whose members see it.
    pub roles: Vec<i64>,
    /// People who see it by themselves: Discord's user id and roles.
    pub people: Vec<(i64, Vec<i64>)>,
}

/// Somebody who sees a channel and may not read what is to be posted there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Onlooker {
    /// Everybody in the server.
    Everyone,
    /// Everybody with a role: Discord's id.
    Role(i64),
    /// A person: Discord's user id.
    Person(i64),
}

/// Those who see a channel but may not read a scorecard; nobody where everybody may read it.
pub async fn onlookers(
    services: &Services,
    server: ServerId,
    card: ScorecardId,
    audience: &Audience,
) -> Result<Vec<Onlooker>> {
    let mut reader = services.read().await?;
    strangers(&mut reader, server, card, audience).await
}

/// Whether only some may read a scorecard.
pub async fn is_private(services: &Services, server: ServerId, card: ScorecardId) -> Result<bool> {
    let mut reader = services.read().await?;
    let card = store::scorecard::by_id(&mut reader, server, card).await?;
    Ok(card.is_none_or(|card| card.visibility == Visibility::Private))
}

async fn strangers(
    connection: &mut Connection,
    server: ServerId,
    card: ScorecardId,
    audience: &Audience,
) -> Result<Vec<Onlooker>> {
    let readers = store::reader::of_scorecard(connection, server, card).await?;
    if audience.everyone {
        return Ok(vec![Onlooker::Everyone]);
    }
    let roles = audience.roles.iter().filter(|role| !readers.roles.contains(role));
    let mut found: Vec<Onlooker> = roles.map(|role| Onlooker::Role(*role)).collect();
    for (user, roles) in &audience.people {
        let known = store::person::by_user(connection, server, *user).await?;
        let reads = known.is_some_and(|person| readers.people.contains(&person.id))
            || roles.iter().any(|role| readers.roles.contains(role));
        if !reads {
            found.push(Onlooker::Person(*user));
        }
    }
    Ok(found)
}

/// Fails where somebody sees the team channel of a private scorecard who may not read it.
pub(super) async fn refuse_onlookers(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    audience: Option<&Audience>,
) -> Result<()> {
    let Some(audience) = audience.filter(|_| card.visibility == Visibility::Private) else {
        return Ok(());
    };
    let onlookers = strangers(connection, server, card.id, audience).await?;
    if onlookers.is_empty() {
        return Ok(());
    }
    let channel = audience.channel;
    Err(Invalid::Exposed { channel, onlookers }.into())
}

/// Fails where a person would read a private scorecard because they answer for something in it from now on, and it is not
/// its manager who says so.
pub(super) async fn may_entrust(
    connection: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    person: PersonId,
) -> Result<()> {
    if card.visibility == Visibility::Open || access::manages(connection, actor, card).await? {
        return Ok(());
    }
    let readers = store::reader::of_scorecard(connection, actor.server, card.id).await?;
    if readers.people.contains(&person) {
        return Ok(());
    }
    Err(Need::NewReader {
        scorecard: card.name.clone(),
        manager: access::name_of(connection, actor, card.manager).await?,
        name: access::name_of(connection, actor, person).await?,
    }
    .into())
}

/// Names readers of a scorecard, or takes one away; what changed. One that everybody may read has none.
pub(super) async fn name(
    write: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    wanted: &Privacy,
) -> Result<Vec<Change>> {
    let (server, id) = (actor.server, card.id);
    let mut changes = Vec::new();
    if card.visibility == Visibility::Open {
        for reader in store::reader::named(write, server, id).await? {
            store::reader::remove(write, server, id, reader).await?;
        }
        return Ok(changes);
    }
    let person = match &wanted.person {
        Some(named) => Some(Reader::Person(person::named(write, server, named).await?)),
        None => None,
    };
    for reader in person.into_iter().chain(wanted.role.map(Reader::Role)) {
        if store::reader::add(write, server, id, reader).await? {
            changes.push(change(None, Some(reader)));
        }
    }
    if let Some(typed) = &wanted.remove {
        let reader = chosen(write, actor, id, typed).await?;
        store::reader::remove(write, server, id, reader).await?;
        changes.push(change(Some(reader), None));
    }
    Ok(changes)
}

fn change(before: Option<Reader>, after: Option<Reader>) -> Change {
    let fact = |reader| match reader {
        Reader::Person(person) => Fact::Person(person),
        Reader::Role(role) => Fact::Role(role),
    };
    Change {
        field: "reader".to_owned(),
        before: before.map(fact),
        after: after.map(fact),
    }
}

/// The named reader whom somebody chose: by what autocomplete gave, or by a person's name.
async fn chosen(connection: &mut Connection, actor: &Actor, card: ScorecardId, typed: &str) -> Result<Reader> {
    let readers = store::reader::named(connection, actor.server, card).await?;
    let names = names(connection, actor.server, &readers).await?;
    let typed = typed.trim().trim_start_matches('@');
    let found = readers.iter().find(|reader| {
        let name = match reader {
            Reader::Person(person) => names.get(person).map(String::as_str),
            Reader::Role(_) => None,
        };
        reference(**reader) == typed || name.is_some_and(|name| name.eq_ignore_ascii_case(typed))
    });
    let all = names.into_values().collect();
    found.copied().ok_or_else(|| {
        Invalid::NoReader {
            typed: typed.to_owned(),
            named: all,
        }
        .into()
    })
}

/// What autocomplete gives for a reader.
#[must_use]
pub fn reference(reader: Reader) -> String {
    match reader {
        Reader::Person(person) => format!("person:{person}"),
        Reader::Role(role) => format!("role:{role}"),
    }
}

async fn names(connection: &mut Connection, server: ServerId, readers: &[Reader]) -> Result<HashMap<PersonId, String>> {
    let mut names = HashMap::new();
    for reader in readers {
        if let Reader::Person(id) = reader
            && let Some(person) = store::person::by_id(connection, server, *id).await?
        {
            names.insert(*id, person.name);
        }
    }
    Ok(names)
}

/// The readers whom the manager of a scorecard named, each with the name of a person, for who may change that.
pub async fn offered(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
) -> Result<Vec<(Reader, Option<String>)>> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, actor, typed, channel).await?;
    access::manage(&mut reader, actor, &card).await?;
    let readers = store::reader::named(&mut reader, actor.server, card.id).await?;
    let names = names(&mut reader, actor.server, &readers).await?;
    let name = |reader: Reader| match reader {
        Reader::Person(person) => names.get(&person).cloned(),
        Reader::Role(_) => None,
    };
    Ok(readers.into_iter().map(|reader| (reader, name(reader))).collect())
}

/// Those who read a private scorecard, for people to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadBy {
    /// The names of people.
    pub people: Vec<String>,
    /// Roles: Discord's ids.
    pub roles: Vec<i64>,
}

/// Those who read a scorecard; none where everybody does.
pub(super) async fn read_by(connection: &mut Connection, viewer: &Actor, card: &Scorecard) -> Result<Option<ReadBy>> {
    if card.visibility == Visibility::Open {
        return Ok(None);
    }
    let readers = store::reader::of_scorecard(connection, viewer.server, card.id).await?;
    let mut people = Vec::with_capacity(readers.people.len());
    for person in readers.people {
        people.push(access::name_of(connection, viewer, person).await?);
    }
    people.sort_unstable();
    let roles = readers.roles;
    Ok(Some(ReadBy { people, roles }))
}
