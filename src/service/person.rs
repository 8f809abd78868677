//! People as they come in through a door, and as others name them.

mod forget;

use serde::{Deserialize, Serialize};

use super::{Actor, Error, Result, Services};
use crate::domain::id::{PersonId, ServerId};
use crate::store::server::Server;
use crate::store::{self, Connection};

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

/// Somebody whom a person named in a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Discord's user id.
    pub user: i64,
    /// How they are called in the server.
    pub name: String,
}

/// The actor for somebody in a server; they are noted where they are new or renamed.
pub async fn enter(services: &Services, visitor: &Visitor<'_>) -> Result<(Actor, Server)> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, visitor.server).await?;
    let known = store::person::by_user(&mut reader, visitor.server, visitor.user).await?;
    drop(reader);
    let (server, person) = match (server, known) {
        (Some(server), Some(person))
            if person.name == visitor.name && person.locale.as_deref() == Some(visitor.locale) =>
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
    Ok((actor, server))
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
    let person = store::person::meet(
        &mut write,
        visitor.server,
        visitor.user,
        visitor.name,
        Some(visitor.locale),
    )
    .await?;
    services.keep(write).await?;
    Ok((server, person))
}

/// The actor for somebody in a direct message: no more rights than the store knows of.
pub async fn recognise(services: &Services, server: ServerId, user: i64) -> Result<(Actor, Server)> {
    let mut reader = services.read().await?;
    let server = store::server::by_id(&mut reader, server).await?.ok_or(Error::NotHere)?;
    let person = store::person::by_user(&mut reader, server.id, user)
        .await?
        .ok_or(Error::NotHere)?;
    let actor = Actor {
        server: server.id,
        person: person.id,
        administrator: false,
        roles: Vec::new(),
    };
    Ok((actor, server))
}

/// The row of somebody who was named, noted where they are new.
pub(super) async fn named(connection: &mut Connection, server: ServerId, named: &Named) -> Result<PersonId> {
    Ok(store::person::meet(connection, server, named.user, &named.name, None).await?)
}

/// The servers in which somebody is known, for what they ask in a direct message.
pub async fn servers_of(services: &Services, user: i64) -> Result<Vec<ServerId>> {
    let mut reader = services.read().await?;
    Ok(store::person::servers_of(&mut reader, user).await?)
}
