//! Which notices are next, and how many there are: looks only.

use chrono::{DateTime, TimeDelta, Utc};

use super::Destination;
use crate::domain::id::{NoticeId, PersonId, ScorecardId, ServerId};
use crate::store::{Connection, Moment, Result};

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
    /// Fingerprint of what an earlier attempt sent that ended without an answer: it may be said already.
    pub attempt: Option<String>,
    /// When it was written down.
    pub created_at: DateTime<Utc>,
    /// When it was to be said.
    pub due_at: DateTime<Utc>,
    /// From then on it is pointless, unless it was said before.
    pub useful_until_at: Option<DateTime<Utc>>,
    /// When people saw it first.
    pub said_at: Option<DateTime<Utc>>,
}

/// How far a look at the outbox reaches.
#[derive(Debug, Clone, Copy)]
pub struct Reach<'a> {
    /// The present instant.
    pub now: DateTime<Utc>,
    /// How long a lease lasts.
    pub lease: TimeDelta,
    /// No pause after a failure is longer. Where one seems to be, the clock was set back, and it counts as over.
    pub longest_pause: TimeDelta,
    /// The notices that this process delivers already: a JSON list of ids.
    pub under_way: &'a str,
    /// How many of one server may be under way at once.
    pub of_one_server: i64,
    /// How many are wanted.
    pub most: i64,
}

struct Row {
    id: NoticeId,
    server_id: ServerId,
    kind: String,
    person_id: Option<PersonId>,
    scorecard_id: Option<ScorecardId>,
    channel_id: Option<i64>,
    payload: String,
    message_channel_id: Option<i64>,
    message_id: Option<i64>,
    wanted: i64,
    attempts: i64,
    attempt: Option<String>,
    created_at: Moment,
    due_at: Moment,
    useful_until_at: Option<Moment>,
    said_at: Option<Moment>,
}

impl From<Row> for Claimed {
    fn from(row: Row) -> Self {
        let channel = row.channel_id.unwrap_or_default();
        Self {
            id: row.id,
            server: row.server_id,
            kind: row.kind,
            to: match (row.person_id, row.scorecard_id) {
                (Some(person), _) => Destination::Person(person),
                (None, Some(scorecard)) => Destination::Team(scorecard, channel),
                (None, None) => Destination::Channel(channel),
            },
            payload: row.payload,
            message: row.message_channel_id.zip(row.message_id),
            wanted: row.wanted,
            attempts: row.attempts,
            attempt: row.attempt,
            created_at: row.created_at.0,
            due_at: row.due_at.0,
            useful_until_at: row.useful_until_at.map(|moment| moment.0),
            said_at: row.said_at.map(|moment| moment.0),
        }
    }
}

/// What is due: the oldest of each destination, each server's first before any server's second. What waits for a
/// channel to be mended, or for the bot to be invited again, is left out.
pub async fn candidates(connection: &mut Connection, reach: &Reach<'_>) -> Result<Vec<Claimed>> {
    let now = Moment(reach.now);
    let longest_lease = Moment(reach.now + reach.lease);
    let longest_pause = Moment(reach.now + reach.longest_pause);
    let rows = sqlx::query_as!(
        Row,
        r#"WITH due AS (
               SELECT notice.id, notice.server_id, lease_until_at, notice.retry_at,
                      notice.id IN (SELECT value FROM json_each(?4)) AS under_way,
                      row_number() OVER (PARTITION BY notice.server_id, person_id, notice.channel_id ORDER BY notice.id) AS place
               FROM notice
               JOIN server ON server.id = notice.server_id AND left_at IS NULL
               LEFT JOIN channel_trouble AS broken
                 ON person_id IS NULL AND broken.server_id = notice.server_id
                    AND broken.channel_id = coalesce(message_channel_id, notice.channel_id)
               WHERE wanted > said AND ended IS NULL AND due_at <= ?1 AND coalesce(broken.retry_at, 0) <= ?1
           ), busy AS (
               SELECT server_id, sum(under_way) AS count FROM due GROUP BY server_id
           ), first AS (
               SELECT due.id, due.server_id, row_number() OVER (PARTITION BY due.server_id ORDER BY due.id) AS turn
               FROM due
               WHERE place = 1 AND NOT under_way
                 AND NOT (coalesce(lease_until_at, 0) > ?1 AND lease_until_at <= ?2)
                 AND NOT (coalesce(retry_at, 0) > ?1 AND retry_at <= ?3)
           )
           SELECT notice.id AS "id!: NoticeId", notice.server_id AS "server_id!: ServerId", kind AS "kind!",
                  person_id AS "person_id: PersonId", scorecard_id AS "scorecard_id: ScorecardId", channel_id,
                  payload AS "payload!", message_channel_id, message_id, wanted AS "wanted!: i64",
                  attempts AS "attempts!: i64", attempt, created_at AS "created_at!: Moment",
                  due_at AS "due_at!: Moment", useful_until_at AS "useful_until_at: Moment",
                  said_at AS "said_at: Moment"
           FROM first JOIN busy ON busy.server_id = first.server_id JOIN notice ON notice.id = first.id
           WHERE turn + busy.count <= ?5 ORDER BY turn, notice.id LIMIT ?6"#,
        now,
        longest_lease,
        longest_pause,
        reach.under_way,
        reach.of_one_server,
        reach.most,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(Claimed::from).collect())
}

/// When the next notice is to be said, whether or not it is being delivered. What waits for an earlier one to the same
/// person or channel does not count.
pub async fn next_at(connection: &mut Connection, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let now = Moment(now);
    let found = sqlx::query_scalar!(
        r#"WITH open AS (
               SELECT max(due_at, coalesce(notice.retry_at, 0), coalesce(broken.retry_at, 0)) AS at,
                      row_number() OVER (
                          PARTITION BY notice.server_id, person_id, notice.channel_id
                          ORDER BY due_at > ?1, CASE WHEN due_at > ?1 THEN due_at END, notice.id
                      ) AS place
               FROM notice
               JOIN server ON server.id = notice.server_id AND left_at IS NULL
               LEFT JOIN channel_trouble AS broken
                 ON person_id IS NULL AND broken.server_id = notice.server_id
                    AND broken.channel_id = coalesce(message_channel_id, notice.channel_id)
               WHERE wanted > said AND ended IS NULL
           )
           SELECT min(at) AS "at: Moment" FROM open WHERE place = 1"#,
        now,
    )
    .fetch_one(connection)
    .await?;
    Ok(found.map(|moment| moment.0))
}

/// When the next notice is due that nobody delivers yet.
pub async fn next_due_at(connection: &mut Connection, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let now = Moment(now);
    let found = sqlx::query_scalar!(
        r#"WITH open AS (
               SELECT max(due_at, coalesce(notice.retry_at, 0), coalesce(lease_until_at, 0),
                          coalesce(broken.retry_at, 0)) AS at,
                      row_number() OVER (
                          PARTITION BY notice.server_id, person_id, notice.channel_id
                          ORDER BY due_at > ?1, CASE WHEN due_at > ?1 THEN due_at END, notice.id
                      ) AS place
               FROM notice
               JOIN server ON server.id = notice.server_id AND left_at IS NULL
               LEFT JOIN channel_trouble AS broken
                 ON person_id IS NULL AND broken.server_id = notice.server_id
                    AND broken.channel_id = coalesce(message_channel_id, notice.channel_id)
               WHERE wanted > said AND ended IS NULL
           )
           SELECT min(at) AS "at: Moment" FROM open WHERE place = 1"#,
        now,
    )
    .fetch_one(connection)
    .await?;
    Ok(found.map(|moment| moment.0))
}

/// Whether anything is due and not said.
pub async fn any_due(connection: &mut Connection, now: DateTime<Utc>) -> Result<bool> {
    let now = Moment(now);
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM notice WHERE wanted > said AND ended IS NULL AND due_at <= ?) AS "any!: bool""#,
        now,
    )
    .fetch_one(connection)
    .await
}

/// How many notices are due and not said; what waits for an earlier one to the same person or channel, for a pause to
/// end, for a mend or for the bot's return left out.
pub async fn count_due(connection: &mut Connection, now: DateTime<Utc>) -> Result<i64> {
    let now = Moment(now);
    sqlx::query_scalar!(
        r#"WITH due AS (
               SELECT max(coalesce(notice.retry_at, 0), coalesce(broken.retry_at, 0)) AS at,
                      row_number() OVER (PARTITION BY notice.server_id, person_id, notice.channel_id ORDER BY notice.id)
                          AS place
               FROM notice
               JOIN server ON server.id = notice.server_id AND left_at IS NULL
               LEFT JOIN channel_trouble AS broken
                 ON person_id IS NULL AND broken.server_id = notice.server_id
                    AND broken.channel_id = coalesce(message_channel_id, notice.channel_id)
               WHERE wanted > said AND ended IS NULL AND due_at <= ?1
           )
           SELECT count(*) AS "count!: i64" FROM due WHERE place = 1 AND at <= ?1"#,
        now,
    )
    .fetch_one(connection)
    .await
}
