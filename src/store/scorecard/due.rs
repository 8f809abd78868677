//! Which scorecards' review cycles have something to do, and when the next one has. Read by the tick.

use chrono::{DateTime, Utc};

use crate::domain::id::{ScorecardId, ServerId};
use crate::store::{Connection, Moment, Result};

/// The scorecards whose review cycle has something to do, the longest waiting first.
pub async fn due(connection: &mut Connection, now: DateTime<Utc>, most: i64) -> Result<Vec<(ServerId, ScorecardId)>> {
    let now = Moment(now);
    let rows = sqlx::query!(
        r#"SELECT server_id AS "server: ServerId", scorecard.id AS "id!: ScorecardId"
           FROM scorecard JOIN server ON server.id = server_id
           WHERE next_step_at <= ? AND archived_at IS NULL AND left_at IS NULL ORDER BY next_step_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.server, row.id)).collect())
}

/// The earliest instant at which a review cycle has something to do.
pub async fn next_step_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    let found = sqlx::query_scalar!(
        r#"SELECT min(next_step_at) AS "at: Moment" FROM scorecard JOIN server ON server.id = server_id
           WHERE archived_at IS NULL AND left_at IS NULL"#
    )
    .fetch_one(connection)
    .await?;
    Ok(found.map(|moment| moment.0))
}
