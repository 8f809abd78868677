//! Alerts about links of the strategy map: an objective is good for long, and what it drives is not.

use chrono::{DateTime, NaiveDate, Utc};

use super::OpenAlert;
use crate::domain::alert::AlertState;
use crate::domain::id::{AlertId, NoticeId, ObjectiveId, ServerId};
use crate::store::{Connection, Moment, Result};

/// The alert about a link that is not over; there is one at most.
pub async fn open_of_link(
    connection: &mut Connection,
    server: ServerId,
    (cause, effect): (ObjectiveId, ObjectiveId),
) -> Result<Option<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", state AS "state: AlertState",
                  notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ? AND cause_id = ? AND effect_id = ?
                        AND state IN ('open', 'acknowledged', 'snoozed')"#,
        server,
        cause,
        effect,
    )
    .fetch_optional(connection)
    .await
}

/// Opens an alert about a link.
pub async fn insert_link(
    connection: &mut Connection,
    server: ServerId,
    (cause, effect): (ObjectiveId, ObjectiveId),
    first_day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<AlertId> {
    let now = Moment(now);
    let inserted = sqlx::query!(
        "INSERT INTO alert (server_id, cause_id, effect_id, kind, first_day_on, state, opened_at)
         VALUES (?, ?, ?, 'hypothesis', ?, 'open', ?)",
        server,
        cause,
        effect,
        first_day,
        now,
    )
    .execute(connection)
    .await?;
    Ok(AlertId::from(inserted.last_insert_rowid()))
}
