//! People: one row a person and server, so that somebody can be forgotten without touching a number.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::theme::Theme;

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
    /// They are no longer in the server.
    pub left: bool,
    /// How pictures for them look, where they chose.
    pub theme: Option<Theme>,
}

impl Person {
    /// Whether they can be asked for something: in the server, and not forgotten.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.user.is_some() && !self.left
    }
}

/// A person by Discord's user id.
pub async fn by_user(connection: &mut Connection, server: ServerId, user: i64) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"SELECT id AS "id: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel,
                  left_at IS NOT NULL AS "left!: bool", theme AS "theme: Theme"
           FROM person WHERE server_id = ? AND user_id = ?"#,
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
        r#"SELECT id AS "id!: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel,
                  left_at IS NOT NULL AS "left!: bool", theme AS "theme: Theme"
           FROM person WHERE server_id = ? AND id = ?"#,
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
        r#"SELECT id AS "id!: PersonId", user_id AS user, name, locale, direct_channel_id AS direct_channel,
                  left_at IS NOT NULL AS "left!: bool", theme AS "theme: Theme"
           FROM person WHERE server_id = ? ORDER BY name, id"#,
        server,
    )
    .fetch_all(connection)
    .await
}

/// Notes somebody who is in the server with their present name, and with their locale where it is known; gives their row.
pub async fn meet(
    connection: &mut Connection,
    server: ServerId,
    user: i64,
    name: &str,
    locale: Option<&str>,
) -> Result<PersonId> {
    sqlx::query_scalar!(
        r#"INSERT INTO person (server_id, user_id, name, locale) VALUES (?, ?, ?, ?)
           ON CONFLICT (server_id, user_id) DO UPDATE SET name = excluded.name, locale = coalesce(excluded.locale, locale),
               left_at = NULL
           RETURNING id AS "id!: PersonId""#,
        server, user, name, locale,
    )
    .fetch_one(connection)
    .await
}

/// Notes that somebody is no longer in the server; whether that is new.
pub async fn leave(connection: &mut Connection, server: ServerId, id: PersonId, at: DateTime<Utc>) -> Result<bool> {
    let at = Moment(at);
    let noted = sqlx::query!(
        "UPDATE person SET left_at = ? WHERE server_id = ? AND id = ? AND left_at IS NULL",
        at,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(noted.rows_affected() > 0)
}

/// Notes that somebody is in the server again.
pub async fn come_back(connection: &mut Connection, server: ServerId, id: PersonId) -> Result<()> {
    sqlx::query!(
        "UPDATE person SET left_at = NULL WHERE server_id = ? AND id = ?",
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes how pictures for a person look.
pub async fn choose_theme(
    connection: &mut Connection,
    server: ServerId,
    id: PersonId,
    theme: Option<Theme>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE person SET theme = ? WHERE server_id = ? AND id = ?",
        theme,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Those who are no longer in a server.
pub async fn gone(connection: &mut Connection, server: ServerId) -> Result<HashSet<PersonId>> {
    let gone = sqlx::query_scalar!(
        r#"SELECT id AS "id!: PersonId" FROM person WHERE server_id = ? AND left_at IS NOT NULL"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(gone.into_iter().collect())
}

/// The servers that know a Discord user.
pub async fn servers_of(connection: &mut Connection, user: i64) -> Result<Vec<ServerId>> {
    sqlx::query_scalar!(
        r#"SELECT server_id AS "id: ServerId" FROM person JOIN server ON server.id = server_id
           WHERE user_id = ? AND server.left_at IS NULL ORDER BY server_id"#,
        user,
    )
    .fetch_all(connection)
    .await
}

/// Takes a person's name, Discord id, language and channel out of a server, with all that is said about them alone:
/// absences, readings, drafts, and what they were to be told. Their row stays, since numbers refer to it.
pub async fn forget(connection: &mut Connection, server: ServerId, id: PersonId, name: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET ended = 'skipped', reason = 'the person asked to be forgotten'
         WHERE server_id = ? AND person_id = ? AND wanted > said AND ended IS NULL",
        server,
        id,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM draft WHERE server_id = ? AND person_id = ?", server, id)
        .execute(&mut *connection)
        .await?;
    sqlx::query!("DELETE FROM away WHERE server_id = ? AND person_id = ?", server, id)
        .execute(&mut *connection)
        .await?;
    sqlx::query!(
        "UPDATE away SET deputy_id = NULL WHERE server_id = ? AND deputy_id = ?",
        server,
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM scorecard_reader WHERE server_id = ? AND person_id = ?",
        server,
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE scorecard SET sponsor_id = nullif(sponsor_id, ?2), person_id = nullif(person_id, ?2)
         WHERE server_id = ?1 AND ?2 IN (sponsor_id, person_id)",
        server,
        id,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE objective SET owner_id = NULL WHERE server_id = ? AND owner_id = ?",
        server,
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE server SET settings_by_id = NULL WHERE id = ? AND settings_by_id = ?",
        server,
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "UPDATE person SET user_id = NULL, name = ?, locale = NULL, direct_channel_id = NULL, theme = NULL
         WHERE server_id = ? AND id = ?",
        name,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The contents of notices in which a name stands somewhere.
pub async fn naming_notices(connection: &mut Connection, server: ServerId, name: &str) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: i64", payload FROM notice WHERE server_id = ? AND instr(payload, ?) > 0"#,
        server,
        name,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.payload)).collect())
}

/// Replaces the content of a notice without having it said again.
pub async fn rewrite_notice(connection: &mut Connection, server: ServerId, id: i64, payload: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET payload = ? WHERE server_id = ? AND id = ?",
        payload,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The published numbers of reviews in which a name stands somewhere.
pub async fn naming_reviews(connection: &mut Connection, server: ServerId, name: &str) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: i64", published AS "published!" FROM review
           WHERE server_id = ? AND published IS NOT NULL AND instr(published, ?) > 0"#,
        server,
        name,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.published)).collect())
}

/// Replaces the published numbers of a review by the same without a name.
pub async fn rewrite_review(connection: &mut Connection, server: ServerId, id: i64, published: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE review SET published = ? WHERE server_id = ? AND id = ?",
        published,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}
