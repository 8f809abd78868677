//! Alerts: a KPI that slipped, until it recovers or the slip is taken back.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result};
use crate::domain::id::{AlertId, KpiId, NoticeId, ServerId};

/// An alert that is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenAlert {
    /// Its row.
    pub id: AlertId,
    /// The first day of the period in which the KPI slipped.
    pub first_day: NaiveDate,
    /// The notice that says it.
    pub notice: Option<NoticeId>,
}

/// The alert of a KPI that is not over; there is one at most.
pub async fn open_of_kpi(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Option<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ? AND kpi_id = ? AND state IN ('open', 'acknowledged')"#,
        server,
        kpi,
    )
    .fetch_optional(connection)
    .await
}

/// Opens an alert.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    first_day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<AlertId> {
    let now = Moment(now);
    let inserted = sqlx::query!(
        "INSERT INTO alert (server_id, kpi_id, first_day_on, state, opened_at) VALUES (?, ?, ?, 'open', ?)",
        server,
        kpi,
        first_day,
        now,
    )
    .execute(connection)
    .await?;
    Ok(AlertId::from(inserted.last_insert_rowid()))
}

/// Notes which notice says the alert.
pub async fn set_notice(connection: &mut Connection, server: ServerId, id: AlertId, notice: NoticeId) -> Result<()> {
    sqlx::query!(
        "UPDATE alert SET notice_id = ? WHERE server_id = ? AND id = ?",
        notice,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Ends an alert: `resolved` or `withdrawn`.
pub async fn end(
    connection: &mut Connection,
    server: ServerId,
    id: AlertId,
    state: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "UPDATE alert SET state = ?, ended_at = ? WHERE server_id = ? AND id = ?",
        state,
        now,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// How many alerts of a server are not over.
pub async fn count_open(connection: &mut Connection, server: ServerId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM alert WHERE server_id = ? AND state IN ('open', 'acknowledged')"#,
        server,
    )
    .fetch_one(connection)
    .await
}

/// The alert of a KPI that was resolved last, if it has had no other since.
pub async fn last_resolved(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Option<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ?1 AND kpi_id = ?2 AND state = 'resolved'
             AND id = (SELECT max(id) FROM alert WHERE server_id = ?1 AND kpi_id = ?2)"#,
        server,
        kpi,
    )
    .fetch_optional(connection)
    .await
}

/// Opens an alert again whose end was taken back.
pub async fn reopen(connection: &mut Connection, server: ServerId, id: AlertId) -> Result<()> {
    sqlx::query!(
        "UPDATE alert SET state = 'open', ended_at = NULL WHERE server_id = ? AND id = ?",
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}
