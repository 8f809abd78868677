//! Drafts: what waits for a second press of the person it belongs to, until it expires.

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{DraftId, PersonId, ServerId};

/// Keeps a draft.
pub async fn insert(
    connection: &mut Connection,
    owner: (ServerId, PersonId),
    kind: &str,
    payload: &str,
    life: (DateTime<Utc>, DateTime<Utc>),
) -> Result<DraftId> {
    let (server, person) = owner;
    let (created_at, expires_at) = (Moment(life.0), Moment(life.1));
    let inserted = sqlx::query!(
        "INSERT INTO draft (server_id, person_id, kind, payload, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        server,
        person,
        kind,
        payload,
        created_at,
        expires_at,
    )
    .execute(connection)
    .await?;
    Ok(DraftId::from(inserted.last_insert_rowid()))
}

/// Takes a person's draft out: its payload, once.
pub async fn take(
    connection: &mut Connection,
    owner: (ServerId, PersonId),
    id: DraftId,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let (server, person) = owner;
    let now = Moment(now);
    sqlx::query_scalar!(
        "DELETE FROM draft WHERE server_id = ? AND person_id = ? AND id = ? AND kind = ? AND expires_at > ?
         RETURNING payload",
        server,
        person,
        id,
        kind,
        now,
    )
    .fetch_optional(connection)
    .await
}

/// A person's draft as it is: its payload, which stays.
pub async fn look(
    connection: &mut Connection,
    owner: (ServerId, PersonId),
    id: DraftId,
    kind: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let (server, person) = owner;
    let now = Moment(now);
    sqlx::query_scalar!(
        "SELECT payload FROM draft WHERE server_id = ? AND person_id = ? AND id = ? AND kind = ? AND expires_at > ?",
        server,
        person,
        id,
        kind,
        now,
    )
    .fetch_optional(connection)
    .await
}

/// Forgets what has expired.
pub async fn forget_expired(connection: &mut Connection, now: DateTime<Utc>) -> Result<u64> {
    let now = Moment(now);
    let gone = sqlx::query!("DELETE FROM draft WHERE expires_at <= ?", now)
        .execute(connection)
        .await?;
    Ok(gone.rows_affected())
}

/// Whether anything has expired.
pub async fn any_expired(connection: &mut Connection, now: DateTime<Utc>) -> Result<bool> {
    let now = Moment(now);
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM draft WHERE expires_at <= ?) AS "found!: bool""#,
        now
    )
    .fetch_one(connection)
    .await
}
