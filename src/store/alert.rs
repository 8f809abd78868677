//! Alerts: something that went wrong, until it is right again or was taken back; and what people answered.

mod answer;
mod link;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result};
use crate::domain::alert::{AlertKind, AlertState};
use crate::domain::id::{AlertId, KpiId, NoticeId, ServerId};

pub use answer::{Alert, Answered, answer, by_id, next_waking_at, of_kpis, open, set_state, to_wake};
pub use link::{insert_link, open_of_link};

/// An alert that is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenAlert {
    /// Its row.
    pub id: AlertId,
    /// The first day of the period in which the KPI slipped.
    pub first_day: NaiveDate,
    /// Where it stands.
    pub state: AlertState,
    /// The notice that says it.
    pub notice: Option<NoticeId>,
}

/// The alert of a kind that a KPI has and that is not over; there is one at most.
pub async fn open_of_kpi(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    kind: AlertKind,
) -> Result<Option<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", state AS "state: AlertState",
                  notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ? AND kpi_id = ? AND kind = ? AND state IN ('open', 'acknowledged', 'snoozed')"#,
        server,
        kpi,
        kind,
    )
    .fetch_optional(connection)
    .await
}

/// All alerts of a KPI that are not over.
pub async fn all_of_kpi(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", state AS "state: AlertState",
                  notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ? AND kpi_id = ? AND state IN ('open', 'acknowledged', 'snoozed')"#,
        server,
        kpi,
    )
    .fetch_all(connection)
    .await
}

/// Opens an alert of a KPI.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    (kpi, kind): (KpiId, AlertKind),
    first_day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<AlertId> {
    let now = Moment(now);
    let inserted = sqlx::query!(
        "INSERT INTO alert (server_id, kpi_id, kind, first_day_on, state, opened_at) VALUES (?, ?, ?, ?, 'open', ?)",
        server,
        kpi,
        kind,
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

/// Ends an alert: resolved or withdrawn.
pub async fn end(
    connection: &mut Connection,
    server: ServerId,
    id: AlertId,
    state: AlertState,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "UPDATE alert SET state = ?, ended_at = ?, wakes_at = NULL WHERE server_id = ? AND id = ?",
        state,
        now,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The alert of a kind about a KPI that was resolved last, if it has had no other since.
pub async fn last_resolved(
    connection: &mut Connection,
    server: ServerId,
    (kpi, kind): (KpiId, AlertKind),
) -> Result<Option<OpenAlert>> {
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", state AS "state: AlertState",
                  notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ?1 AND kpi_id = ?2 AND state = 'resolved'
             AND id = (SELECT max(id) FROM alert WHERE server_id = ?1 AND kpi_id = ?2 AND kind = ?3)"#,
        server,
        kpi,
        kind,
    )
    .fetch_optional(connection)
    .await
}

/// The alerts of a KPI that ended at an instant.
pub async fn ended_at(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    at: DateTime<Utc>,
) -> Result<Vec<OpenAlert>> {
    let at = Moment(at);
    sqlx::query_as!(
        OpenAlert,
        r#"SELECT id AS "id!: AlertId", first_day_on AS "first_day: NaiveDate", state AS "state: AlertState",
                  notice_id AS "notice: NoticeId"
           FROM alert WHERE server_id = ? AND kpi_id = ? AND state = 'withdrawn' AND ended_at = ?"#,
        server,
        kpi,
        at,
    )
    .fetch_all(connection)
    .await
}

/// Opens an alert again whose end was taken back; what was answered to it holds no more.
pub async fn reopen(connection: &mut Connection, server: ServerId, id: AlertId) -> Result<()> {
    sqlx::query!(
        "UPDATE alert SET state = 'open', ended_at = NULL, answered_by_id = NULL, comment = NULL, until_on = NULL,
                          wakes_at = NULL
         WHERE server_id = ? AND id = ?",
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}
