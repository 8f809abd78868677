//! The outbox: one row a thing to say. Written by services in the transaction of the change that caused it, claimed and
//! finished for the courier by `service::notice`.

mod channel;
mod delivery;
mod due;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{NoticeId, PersonId, ScorecardId, ServerId};

pub use channel::{
    any_exposed, break_channel, count_broken, forget_broken, is_broken, mend_channel, retry_channels, retry_exposed,
};
pub use delivery::{attempt, end, forget_direct, known_messages, lease, postpone, retry, said};
pub use due::{Claimed, Reach, any_due, candidates, count_due, next_at, next_due_at};

/// The reason of what waits because others would see it who may not read it.
pub const EXPOSED: &str = "others see the channel";

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Destination {
    /// By direct message.
    Person(PersonId),
    /// In the team channel of a scorecard: Discord's id. What is unsaid follows the scorecard to another channel.
    Team(ScorecardId, i64),
    /// In another channel of the server.
    Channel(i64),
}

impl Destination {
    fn columns(self) -> (Option<PersonId>, Option<ScorecardId>, Option<i64>) {
        match self {
            Self::Person(person) => (Some(person), None, None),
            Self::Team(scorecard, channel) => (None, Some(scorecard), Some(channel)),
            Self::Channel(channel) => (None, None, Some(channel)),
        }
    }
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
    /// From then on it is pointless, unless it was said before.
    pub useful_until_at: Option<DateTime<Utc>>,
}

/// Writes a notice, unless one with its key is there; says which it is and whether it is new.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    notice: &NewNotice<'_>,
    now: DateTime<Utc>,
) -> Result<(NoticeId, bool)> {
    let (person, scorecard, channel) = notice.to.columns();
    let (due_at, until, now) = (Moment(notice.due_at), notice.useful_until_at.map(Moment), Moment(now));
    let inserted = sqlx::query_scalar!(
        r#"INSERT INTO notice (server_id, key, kind, person_id, scorecard_id, channel_id, payload, due_at,
                               useful_until_at, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (server_id, key) DO NOTHING
           RETURNING id AS "id!: NoticeId""#,
        server,
        notice.key,
        notice.kind,
        person,
        scorecard,
        channel,
        notice.payload,
        due_at,
        until,
        now,
    )
    .fetch_optional(&mut *connection)
    .await?;
    if let Some(id) = inserted {
        return Ok((id, true));
    }
    let id = sqlx::query_scalar!(
        r#"SELECT id AS "id: NoticeId" FROM notice WHERE server_id = ? AND key = ?"#,
        server,
        notice.key,
    )
    .fetch_one(connection)
    .await?;
    Ok((id, false))
}

/// The channel and the message that a notice with a key became, once it was said.
pub async fn message_of(connection: &mut Connection, server: ServerId, key: &str) -> Result<Option<(i64, i64)>> {
    let row = sqlx::query!(
        "SELECT message_channel_id, message_id FROM notice WHERE server_id = ? AND key = ?",
        server,
        key,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.and_then(|row| row.message_channel_id.zip(row.message_id)))
}

/// Has a notice said anew with another payload: as an edit where it is a message by now, and though it was skipped.
pub async fn renew(connection: &mut Connection, server: ServerId, id: NoticeId, payload: &str) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET payload = ?, wanted = wanted + 1, attempts = 0, retry_at = NULL, ended = NULL, reason = NULL
         WHERE server_id = ? AND id = ?",
        payload,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Has a notice said anew, not sooner than so long after it was last said.
pub async fn renew_gently(connection: &mut Connection, server: ServerId, id: NoticeId, after: TimeDelta) -> Result<()> {
    let after = after.num_milliseconds();
    sqlx::query!(
        "UPDATE notice SET wanted = wanted + 1, attempts = 0, retry_at = NULL, ended = NULL, reason = NULL,
                due_at = max(due_at, coalesce(last_said_at + ?, due_at))
         WHERE server_id = ? AND id = ?",
        after,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Keeps a notice useful for longer, and has it said earlier where it is not said.
pub async fn extend(
    connection: &mut Connection,
    server: ServerId,
    id: NoticeId,
    (due_at, until): (DateTime<Utc>, Option<DateTime<Utc>>),
) -> Result<()> {
    let (due_at, until) = (Moment(due_at), until.map(Moment));
    sqlx::query!(
        "UPDATE notice SET useful_until_at = max(useful_until_at, ?1),
                due_at = CASE WHEN message_id IS NULL THEN min(due_at, ?2) ELSE due_at END
         WHERE server_id = ?3 AND id = ?4",
        until,
        due_at,
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

/// A later notice that asks the same person, due and not said: what an earlier one asks for can be joined to it.
pub async fn later_ask(
    connection: &mut Connection,
    server: ServerId,
    (person, id): (PersonId, NoticeId),
    now: DateTime<Utc>,
) -> Result<Option<NoticeId>> {
    let now = Moment(now);
    sqlx::query_scalar!(
        r#"SELECT id AS "id: NoticeId" FROM notice
           WHERE server_id = ? AND person_id = ? AND kind = 'ask' AND id > ? AND wanted > said AND ended IS NULL
             AND message_id IS NULL AND due_at <= ?
           ORDER BY id DESC LIMIT 1"#,
        server,
        person,
        id,
        now,
    )
    .fetch_optional(connection)
    .await
}

/// What is unsaid in a scorecard's former team channel goes to its new one.
pub async fn redirect(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    channel: i64,
) -> Result<()> {
    sqlx::query!(
        "UPDATE notice SET channel_id = ?, retry_at = NULL
         WHERE server_id = ? AND scorecard_id = ? AND message_id IS NULL AND wanted > said AND ended IS NULL",
        channel,
        server,
        scorecard,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What became of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its row.
    pub id: NoticeId,
    /// Which words it becomes.
    pub kind: String,
    /// When it was to be said.
    pub due_at: DateTime<Utc>,
    /// When people saw it first.
    pub said_at: Option<DateTime<Utc>>,
    /// Whether it was `skipped` or `parked`.
    pub ended: Option<String>,
    /// Why, or why it is late.
    pub reason: Option<String>,
}

struct RecordedRow {
    id: NoticeId,
    kind: String,
    due_at: Moment,
    said_at: Option<Moment>,
    ended: Option<String>,
    reason: Option<String>,
}

impl From<RecordedRow> for Recorded {
    fn from(row: RecordedRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            due_at: row.due_at.0,
            said_at: row.said_at.map(|moment| moment.0),
            ended: row.ended,
            reason: row.reason,
        }
    }
}

/// What became of a server's newest notices, the newest first.
pub async fn newest(connection: &mut Connection, server: ServerId, most: i64) -> Result<Vec<Recorded>> {
    let rows = sqlx::query_as!(
        RecordedRow,
        r#"SELECT id AS "id!: NoticeId", kind, due_at AS "due_at: Moment", said_at AS "said_at: Moment", ended, reason
           FROM notice WHERE server_id = ? ORDER BY id DESC LIMIT ?"#,
        server,
        most,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Recorded::from).collect())
}

/// What every notice speaks of, the oldest first.
#[cfg(test)]
pub(crate) async fn payloads(connection: &mut Connection) -> Vec<String> {
    let all = sqlx::query_scalar("SELECT payload FROM notice ORDER BY id");
    all.fetch_all(connection).await.unwrap()
}
