//! Notices on their way: who delivers them until when, and what became of each attempt.

use chrono::{DateTime, Utc};

use super::{Claimed, Destination};
use crate::store::{Connection, Moment, Result};

/// Takes on a notice until an instant.
pub async fn lease(connection: &mut Connection, claimed: &Claimed, until: DateTime<Utc>) -> Result<()> {
    let until = Moment(until);
    sqlx::query!(
        "UPDATE notice SET lease_until_at = ?, attempts = attempts + 1 WHERE server_id = ? AND id = ?",
        until,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes what is about to be sent: until its outcome is known, it may be said.
pub async fn attempt(connection: &mut Connection, claimed: &Claimed, fingerprint: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET attempt = ? WHERE server_id = ? AND id = ?",
        fingerprint,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Which of a channel's messages are known to be notices.
pub async fn known_messages(connection: &mut Connection, channel: i64) -> Result<Vec<i64>> {
    sqlx::query_scalar!(
        r#"SELECT message_id AS "id!: i64" FROM notice
           WHERE message_channel_id = ? AND message_id IS NOT NULL ORDER BY message_id DESC LIMIT 1000"#,
        channel,
    )
    .fetch_all(connection)
    .await
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
        "UPDATE notice SET said = ?1, said_at = coalesce(said_at, ?2), last_said_at = ?2, message_channel_id = ?3, message_id = ?4,
                lease_until_at = NULL, retry_at = NULL, attempt = NULL, attempts = 0, reason = NULL
         WHERE server_id = ?5 AND id = ?6",
        claimed.wanted,
        now,
        message.0,
        message.1,
        claimed.server,
        claimed.id,
    )
    .execute(&mut *connection)
    .await?;
    if let Destination::Person(person) = claimed.to {
        sqlx::query!(
            "UPDATE person SET direct_channel_id = ?1 WHERE server_id = ?2 AND id = ?3 AND direct_channel_id IS NOT ?1",
            message.0,
            claimed.server,
            person,
        )
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// Forgets where direct messages to a person went: the channel is gone.
pub async fn forget_direct(connection: &mut Connection, claimed: &Claimed) -> Result<()> {
    if let Destination::Person(person) = claimed.to {
        sqlx::query!(
            "UPDATE person SET direct_channel_id = NULL WHERE server_id = ? AND id = ?",
            claimed.server,
            person,
        )
        .execute(connection)
        .await?;
    }
    Ok(())
}

/// Records that a notice was not taken, and when to try again; `unsure` where it may have been taken after all.
pub async fn retry(
    connection: &mut Connection,
    claimed: &Claimed,
    (retry_at, unsure): (Option<DateTime<Utc>>, bool),
    reason: &str,
) -> Result<()> {
    let retry_at = retry_at.map(Moment);
    sqlx::query!(
        "UPDATE notice SET lease_until_at = NULL, retry_at = ?1, reason = ?2,
                attempt = CASE WHEN ?3 THEN attempt ELSE NULL END
         WHERE server_id = ?4 AND id = ?5",
        retry_at,
        reason,
        unsure,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a notice off until an instant, behind what else is to be said there.
pub async fn postpone(
    connection: &mut Connection,
    claimed: &Claimed,
    until: DateTime<Utc>,
    reason: &str,
) -> Result<()> {
    let until = Moment(until);
    sqlx::query!(
        "UPDATE notice SET lease_until_at = NULL, retry_at = NULL, attempt = NULL, due_at = ?, reason = ?
         WHERE server_id = ? AND id = ?",
        until,
        reason,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Records that a notice is not said: `skipped` because it is pointless by now, `parked` because it cannot be. What was
/// decided anew in the meantime is still to be said.
pub async fn end(connection: &mut Connection, claimed: &Claimed, ended: &str, reason: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET lease_until_at = NULL, retry_at = NULL, attempt = NULL, reason = ?1,
                ended = CASE WHEN wanted = ?2 THEN ?3 ELSE NULL END
         WHERE server_id = ?4 AND id = ?5",
        reason,
        claimed.wanted,
        ended,
        claimed.server,
        claimed.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}
