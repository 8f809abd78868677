//! People: one row a person and server, so that somebody can be forgotten without touching a number.

use super::{Connection, Result};
use crate::domain::id::{PersonId, ServerId};

/// A person of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their row.
    pub id: PersonId,
    /// Discord's user id; none once forgotten.
    pub user: Option<i64>,
    /// How they are called there.
    pub name: String,
    /// Their last seen locale.
    pub locale: Option<String>,
    /// The channel of direct messages to them, once one was sent.
    pub direct_channel: Option<i64>,
}

/// A person by Discord's user id.
pub async fn by_user(connection: &mut Connection, server: ServerId, user: i64) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"SELECT id AS "id: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel FROM person WHERE server_id = ? AND user_id = ?"#,
        server,
        user,
    )
    .fetch_optional(connection)
    .await
}

/// A person by their row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: PersonId) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"SELECT id AS "id!: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel FROM person WHERE server_id = ? AND id = ?"#,
        server,
        id,
    )
    .fetch_optional(connection)
    .await
}

/// Everybody of a server, by name.
pub async fn all(connection: &mut Connection, server: ServerId) -> Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"SELECT id AS "id!: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel FROM person WHERE server_id = ? ORDER BY name, id"#,
        server,
    )
    .fetch_all(connection)
    .await
}

/// Notes a person with their present name, and with their locale where it is known; gives their row.
pub async fn meet(
    connection: &mut Connection,
    server: ServerId,
    user: i64,
    name: &str,
    locale: Option<&str>,
) -> Result<PersonId> {
    sqlx::query_scalar!(
        r#"INSERT INTO person (server_id, user_id, name, locale) VALUES (?, ?, ?, ?)
           ON CONFLICT (server_id, user_id) DO UPDATE SET name = excluded.name, locale = coalesce(excluded.locale, locale)
           RETURNING id AS "id!: PersonId""#,
        server, user, name, locale,
    )
    .fetch_one(connection)
    .await
}

/// The servers that know a Discord user.
pub async fn servers_of(connection: &mut Connection, user: i64) -> Result<Vec<ServerId>> {
    sqlx::query_scalar!(
        r#"SELECT server_id AS "id: ServerId" FROM person JOIN server ON server.id = server_id
           WHERE user_id = ? AND left_at IS NULL ORDER BY server_id"#,
        user,
    )
    .fetch_all(connection)
    .await
}
