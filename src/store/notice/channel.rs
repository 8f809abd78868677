//! Channels that take no messages: one row each while it is so, and what is to be said there waits.

use chrono::{DateTime, Utc};

use crate::domain::id::ServerId;
use crate::store::{Connection, Moment, Result};

/// Notes that a channel takes no messages and when to try again; since when it is so, and whether that is news.
pub async fn break_channel(
    connection: &mut Connection,
    server: ServerId,
    channel: i64,
    (now, retry_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(DateTime<Utc>, bool)> {
    let (now, retry_at) = (Moment(now), Moment(retry_at));
    let known = sqlx::query_scalar!(
        r#"SELECT since_at AS "since: Moment" FROM channel_trouble WHERE server_id = ? AND channel_id = ?"#,
        server,
        channel,
    )
    .fetch_optional(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO channel_trouble (server_id, channel_id, since_at, retry_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (server_id, channel_id) DO UPDATE SET retry_at = excluded.retry_at",
        server,
        channel,
        now,
        retry_at,
    )
    .execute(connection)
    .await?;
    Ok((known.unwrap_or(now).0, known.is_none()))
}

/// Notes that a channel takes messages; whether it did not before.
pub async fn mend_channel(connection: &mut Connection, server: ServerId, channel: i64) -> Result<bool> {
    let gone = sqlx::query!(
        "DELETE FROM channel_trouble WHERE server_id = ? AND channel_id = ?",
        server,
        channel,
    )
    .execute(connection)
    .await?;
    Ok(gone.rows_affected() > 0)
}

/// Has all channels of a server that take no messages tried again now; how many there are.
pub async fn retry_channels(connection: &mut Connection, server: ServerId, now: DateTime<Utc>) -> Result<u64> {
    let now = Moment(now);
    let tried = sqlx::query!(
        "UPDATE channel_trouble SET retry_at = ?1 WHERE server_id = ?2 AND retry_at > ?1",
        now,
        server,
    )
    .execute(connection)
    .await?;
    Ok(tried.rows_affected())
}

/// Has what waits because others would see it looked at again now; how much there is.
pub async fn retry_exposed(connection: &mut Connection, server: ServerId, now: DateTime<Utc>) -> Result<u64> {
    let now = Moment(now);
    let tried = sqlx::query!(
        "UPDATE notice SET due_at = ?1
         WHERE server_id = ?2 AND wanted > said AND ended IS NULL AND due_at > ?1 AND reason = ?3",
        now,
        server,
        super::EXPOSED,
    )
    .execute(connection)
    .await?;
    Ok(tried.rows_affected())
}

/// Whether something of a server waits because others would see it.
pub async fn any_exposed(connection: &mut Connection, server: ServerId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM notice WHERE wanted > said AND ended IS NULL AND server_id = ? AND reason = ?
           ) AS "any!: bool""#,
        server,
        super::EXPOSED,
    )
    .fetch_one(connection)
    .await
}

/// How many channels of a server take no messages at present.
pub async fn count_broken(connection: &mut Connection, server: ServerId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM channel_trouble WHERE server_id = ?"#,
        server,
    )
    .fetch_one(connection)
    .await
}

/// Whether a channel takes no messages at present.
pub async fn is_broken(connection: &mut Connection, server: ServerId, channel: i64) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM channel_trouble WHERE server_id = ? AND channel_id = ?) AS "broken!: bool""#,
        server,
        channel,
    )
    .fetch_one(connection)
    .await
}

/// Forgets that channels of a server take no messages: the bot left it, and finds out anew when it is back.
pub async fn forget_broken(connection: &mut Connection, server: ServerId) -> Result<()> {
    sqlx::query!("DELETE FROM channel_trouble WHERE server_id = ?", server)
        .execute(connection)
        .await?;
    Ok(())
}
