//! People as they come in through a door, and as others name them.

mod departed;
mod forget;

use serde::{Deserialize, Serialize};

use super::{Actor, Error, Result, Services, away};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::theme::Theme;
use crate::store::kpi::Placed;
use crate::store::person::Person;
use crate::store::server::Server;
use crate::store::{self, Connection};

pub use departed::{Departed, departed};
pub(super) use departed::{note_departed, settlers, tell_next};
pub use forget::forget;

/// What Discord vouches for.
#[derive(Debug, Clone)]
pub struct Visitor<'a> {
    /// The server they are in.
    pub server: ServerId,
    /// Discord's user id.
    pub user: i64,
    /// How they are called there.
    pub name: &'a str,
    /// Their language.
    pub locale: &'a str,
    /// Whether they have Manage Server or Administrator.
    pub may_manage_server: bool,
    /// The roles they have.
    pub roles: Vec<i64>,
}

/// Whether somebody is in the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// They are.
    Here,
    /// They left it.
    Left,
}

/// Somebody of whom others read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// How they are called.
    pub name: String,
    /// Whether they are in the server.
    pub presence: Presence,
}

impl From<&str> for Who {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            presence: Presence::Here,
        }
    }
}

/// Somebody whom a person named in a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Discord's user id.
    pub user: i64,
    /// How they are called in the server.
    pub name: String,
}

/// The actor for somebody in a server, and how pictures for them look; they are noted where they are new or renamed.
pub async fn enter(services: &Services, visitor: &Visitor<'_>) -> Result<(Actor, Server, Theme)> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, visitor.server).await?;
    let known = store::person::by_user(&mut reader, visitor.server, visitor.user).await?;
    drop(reader);
    let theme = known.as_ref().and_then(|person| person.theme);
    let (server, person) = match (server, known) {
        (Some(server), Some(person))
            if person.name == visitor.name && !person.left && person.locale.as_deref() == Some(visitor.locale) =>
        {
            (server, person.id)
        }
        _ => note(services, visitor).await?,
    };
    let by_role = server.admin_role.is_some_and(|role| visitor.roles.contains(&role));
    let actor = Actor {
        server: server.id,
        person,
        administrator: visitor.may_manage_server || by_role,
        roles: visitor.roles.clone(),
    };
    let theme = theme.unwrap_or(server.theme);
    Ok((actor, server, theme))
}

async fn note(services: &Services, visitor: &Visitor<'_>) -> Result<(Server, PersonId)> {
    let mut write = services.write().await?;
    let server = if let Some(server) = store::server::by_id(&mut write, visitor.server).await? {
        server
    } else {
        let known = store::server::Known {
            name: "",
            locale: visitor.locale,
            owner_user: None,
        };
        store::server::join(&mut write, visitor.server, known, services.now()).await?;
        store::server::by_id(&mut write, visitor.server)
            .await?
            .ok_or(Error::NotHere)?
    };
    let known = store::person::by_user(&mut write, visitor.server, visitor.user).await?;
    let person = store::person::meet(
        &mut write,
        visitor.server,
        visitor.user,
        visitor.name,
        Some(visitor.locale),
    )
    .await?;
    if known.is_some_and(|known| known.left) {
        away::ask_others(services, &mut write, visitor.server, person).await?;
    }
    services.keep(write).await?;
    Ok((server, person))
}

/// The actor for somebody in a direct message, with the roles that they have in the server; without them where Discord
/// could not say; and how pictures for them look. They administer it by a role only.
pub async fn recognise(
    services: &Services,
    server: ServerId,
    user: i64,
    roles: Option<Vec<i64>>,
) -> Result<(Actor, Server, Theme)> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, server).await?.ok_or(Error::NotHere)?;
    let person = store::person::by_user(&mut reader, server.id, user)
        .await?
        .ok_or(Error::NotHere)?;
    drop(reader);
    if person.left && roles.is_some() {
        let mut write = services.write().await?;
        store::person::come_back(&mut write, server.id, person.id).await?;
        away::ask_others(services, &mut write, server.id, person.id).await?;
        services.keep(write).await?;
    }
    let roles = roles.unwrap_or_default();
    let actor = Actor {
        server: server.id,
        person: person.id,
        administrator: server.admin_role.is_some_and(|role| roles.contains(&role)),
        roles,
    };
    let theme = person.theme.unwrap_or(server.theme);
    Ok((actor, server, theme))
}

/// The row of somebody who was named, noted where they are new.
pub(super) async fn named(connection: &mut Connection, server: ServerId, named: &Named) -> Result<PersonId> {
    Ok(store::person::meet(connection, server, named.user, &named.name, None).await?)
}

/// Whom a message about a KPI calls: its owner; where that one left, its deputy, else the manager.
pub(super) async fn owner(
    connection: &mut Connection,
    server: ServerId,
    (placed, manager): (&Placed, PersonId),
) -> Result<Option<Person>> {
    let Some(owner) = placed.owner else {
        return Ok(None);
    };
    let mut called = store::person::by_id(connection, server, owner).await?;
    for other in placed.deputy.into_iter().chain([manager]) {
        if called.as_ref().is_some_and(|person| person.left) {
            called = store::person::by_id(connection, server, other).await?;
        }
    }
    Ok(called)
}

/// The servers in which somebody is known, for what they ask in a direct message.
pub async fn servers_of(services: &Services, user: i64) -> Result<Vec<ServerId>> {
    let mut reader = services.read().await?;
    Ok(store::person::servers_of(&mut reader, user).await?)
}
