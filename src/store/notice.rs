//! The outbox: one row a thing to say. Written by services in the transaction of the change that caused it, claimed and
//! finished for the courier by `service::notice`.

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{NoticeId, PersonId, ServerId};

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Destination {
    /// By direct message.
    Person(PersonId),
    /// In a channel of the server: Discord's id.
    Channel(i64),
}

/// A thing to say, as it is written down.
#[derive(Debug, Clone)]
pub struct NewNotice<'a> {
    /// Unique in the server: the same thing is said once.
    pub key: &'a str,
    /// Which words it becomes.
    pub kind: &'a str,
    /// Who is spoken to.
    pub to: Destination,
    /// What the words speak of (versioned JSON).
    pub payload: &'a str,
    /// Not before.
    pub due_at: DateTime<Utc>,
}

/// A notice that is being delivered.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its row.
    pub id: NoticeId,
    /// Whose it is.
    pub server: ServerId,
    /// Which words it becomes.
    pub kind: String,
    /// Who is spoken to.
    pub to: Destination,
    /// What the words speak of (versioned JSON).
    pub payload: String,
    /// The message that it already is, if it was said before: channel and message.
    pub message: Option<(i64, i64)>,
    /// Which decision of its content this is.
    pub wanted: i64,
    /// How often it was tried before.
    pub attempts: i64,
    /// Whether an earlier attempt ended without an answer: it may be said already.
    pub unknown: bool,
    /// When it was written down.
    pub created_at: DateTime<Utc>,
}

/// Writes a notice, unless one with its key is there; says which it is and whether it is new.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    notice: &NewNotice<'_>,
    now: DateTime<Utc>,
) -> Result<(NoticeId, bool)> {
    let (person, channel) = match notice.to {
        Destination::Person(person) => (Some(person), None),
        Destination::Channel(channel) => (None, Some(channel)),
    };
    let (due_at, now) = (Moment(notice.due_at), Moment(now));
    let inserted = sqlx::query!(
        "INSERT INTO notice (server_id, key, kind, person_id, channel_id, payload, due_at, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, key) DO NOTHING",
        server,
        notice.key,
        notice.kind,
        person,
        channel,
        notice.payload,
        due_at,
        now,
    )
    .execute(&mut *connection)
    .await?
    .rows_affected();
    let id = sqlx::query_scalar!(
        r#"SELECT id AS "id: NoticeId" FROM notice WHERE server_id = ? AND key = ?"#,
        server,
        notice.key,
    )
    .fetch_one(connection)
    .await?;
    Ok((id, inserted == 1))
}

/// Has a notice said anew with another payload: as an edit where it is a message by now.
pub async fn renew(connection: &mut Connection, server: ServerId, id: NoticeId, payload: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET payload = ?, wanted = wanted + 1, attempts = 0, retry_at = NULL
         WHERE server_id = ? AND id = ? AND ended IS NULL",
        payload,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The payload of a notice, by its key.
pub async fn by_key(connection: &mut Connection, server: ServerId, key: &str) -> Result<Option<(NoticeId, String)>> {
    let row = sqlx::query!(
        r#"SELECT id AS "id: NoticeId", payload FROM notice WHERE server_id = ? AND key = ?"#,
        server,
        key,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.id, row.payload)))
}

/// The payload of a notice, by its row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: NoticeId) -> Result<Option<String>> {
    sqlx::query_scalar!("SELECT payload FROM notice WHERE server_id = ? AND id = ?", server, id)
        .fetch_optional(connection)
        .await
}

/// Leases what is due: at most `most`, the oldest of each destination, each server's first before any server's second.
pub async fn claim(
    connection: &mut Connection,
    now: DateTime<Utc>,
    lease_until_at: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Claimed>> {
    let (now, until) = (Moment(now), Moment(lease_until_at));
    let rows = sqlx::query!(
        r#"WITH due AS (
               SELECT *, row_number() OVER (PARTITION BY server_id, person_id, channel_id ORDER BY id) AS place
               FROM notice WHERE wanted > said AND ended IS NULL AND due_at <= ?1
           ), first AS (
               SELECT *, row_number() OVER (PARTITION BY server_id ORDER BY id) AS turn FROM due
               WHERE place = 1 AND coalesce(lease_until_at, 0) <= ?1 AND coalesce(retry_at, 0) <= ?1
           )
           SELECT id AS "id!: NoticeId", server_id AS "server_id!: ServerId", kind AS "kind!",
                  person_id AS "person_id: PersonId", channel_id, payload AS "payload!",
                  message_channel_id, message_id, wanted AS "wanted!: i64", attempts AS "attempts!: i64",
                  lease_until_at IS NOT NULL AS "unknown!: bool", created_at AS "created_at!: Moment"
           FROM first ORDER BY turn, id LIMIT ?2"#,
        now,
        most,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in rows {
        sqlx::query!(
            "UPDATE notice SET lease_until_at = ?, attempts = attempts + 1 WHERE server_id = ? AND id = ?",
            until,
            row.server_id,
            row.id,
        )
        .execute(&mut *connection)
        .await?;
        let to = match (row.person_id, row.channel_id) {
            (Some(person), _) => Destination::Person(person),
            (None, channel) => Destination::Channel(channel.unwrap_or_default()),
        };
        claimed.push(Claimed {
            id: row.id,
            server: row.server_id,
            kind: row.kind,
            to,
            payload: row.payload,
            message: row.message_channel_id.zip(row.message_id),
            wanted: row.wanted,
            attempts: row.attempts,
            unknown: row.unknown,
            created_at: row.created_at.0,
        });
    }
    Ok(claimed)
}

/// Records that people see the notice, and as which message.
pub async fn said(
    connection: &mut Connection,
    claimed: &Claimed,
    message: (i64, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "UPDATE notice SET said = ?, said_at = coalesce(said_at, ?), message_channel_id = ?, message_id = ?,
                lease_until_at = NULL, retry_at = NULL, attempts = 0, reason = NULL
         WHERE server_id = ? AND id = ?",
        claimed.wanted,
        now,
        message.0,
        message.1,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that a notice was not taken, and when to try again.
pub async fn retry(
    connection: &mut Connection,
    claimed: &Claimed,
    retry_at: DateTime<Utc>,
    reason: &str,
) -> Result<()> {
    let retry_at = Moment(retry_at);
    sqlx::query!(
        "UPDATE notice SET lease_until_at = NULL, retry_at = ?, reason = ? WHERE server_id = ? AND id = ?",
        retry_at,
        reason,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that a notice is not said: `skipped` because it is pointless by now, `parked` because it cannot be.
pub async fn end(connection: &mut Connection, claimed: &Claimed, ended: &str, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET lease_until_at = NULL, ended = ?, reason = ? WHERE server_id = ? AND id = ?",
        ended,
        reason,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// When the next notice is to be said, whether or not it is being delivered.
pub async fn next_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    let found = sqlx::query_scalar!(
        r#"SELECT min(max(due_at, coalesce(retry_at, 0))) AS "at: Moment" FROM notice WHERE wanted > said AND ended IS NULL"#
    )
    .fetch_one(connection)
    .await?;
    Ok(found.map(|moment| moment.0))
}

/// When the next notice is due that nobody delivers yet.
pub async fn next_due_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    let found = sqlx::query_scalar!(
        r#"SELECT min(max(due_at, coalesce(retry_at, 0), coalesce(lease_until_at, 0))) AS "at: Moment"
           FROM notice WHERE wanted > said AND ended IS NULL"#
    )
    .fetch_one(connection)
    .await?;
    Ok(found.map(|moment| moment.0))
}

/// How many notices are due and not said.
pub async fn count_due(connection: &mut Connection, now: DateTime<Utc>) -> Result<i64> {
    let now = Moment(now);
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM notice
           WHERE wanted > said AND ended IS NULL AND due_at <= ?1 AND coalesce(retry_at, 0) <= ?1"#,
        now,
    )
    .fetch_one(connection)
    .await
}

/// What every notice speaks of, the oldest first.
#[cfg(test)]
pub(crate) async fn payloads(connection: &mut Connection) -> Vec<String> {
    let all = sqlx::query_scalar("SELECT payload FROM notice ORDER BY id");
    all.fetch_all(connection).await.unwrap()
}
