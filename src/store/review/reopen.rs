//! Closed reviews that were opened again.

use chrono::{DateTime, Utc};

use crate::domain::id::{ReviewId, ServerId};
use crate::store::{Connection, Moment, Result};

/// Opens a closed review again; it closes anew later.
pub async fn reopen(connection: &mut Connection, server: ServerId, id: ReviewId, now: DateTime<Utc>) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "UPDATE review SET state = 'in review', closed_at = NULL, reopened_at = ? WHERE server_id = ? AND id = ?",
        now,
        server,
        id,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "DELETE FROM review_step WHERE server_id = ? AND review_id = ? AND step = 'close'",
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// When a review was last opened again.
pub async fn reopened_at(connection: &mut Connection, server: ServerId, id: ReviewId) -> Result<Option<DateTime<Utc>>> {
    let found = sqlx::query_scalar!(
        r#"SELECT reopened_at AS "at: Moment" FROM review WHERE server_id = ? AND id = ?"#,
        server,
        id,
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.flatten().map(|moment| moment.0))
}
