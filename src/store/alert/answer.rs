//! What people answered to alerts, and when an answer ends by itself.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::alert::{AlertKind, AlertState};
use crate::domain::id::{AlertId, KpiId, NoticeId, ObjectiveId, PersonId, ServerId};
use crate::store::{Connection, Moment, Result, codec};

/// An alert with what was answered to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Its row.
    pub id: AlertId,
    /// What kind of alert it is.
    pub kind: AlertKind,
    /// The KPI it is about …
    pub kpi: Option<KpiId>,
    /// … or the objective that drives …
    pub cause: Option<ObjectiveId>,
    /// … the one that does not follow.
    pub effect: Option<ObjectiveId>,
    /// The first day of the period in which it slipped.
    pub first_day: NaiveDate,
    /// Where it stands.
    pub state: AlertState,
    /// Since when.
    pub opened_at: Moment,
    /// The notice that says it.
    pub notice: Option<NoticeId>,
    /// Who answered it.
    pub answered_by: Option<String>,
    /// What they said.
    pub comment: Option<String>,
    /// The day on which the answer ends by itself.
    pub until_on: Option<NaiveDate>,
}

/// Alerts of the server `?1`; what follows narrows and orders them.
macro_rules! alerts {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Alert,
            r#"SELECT a.id AS "id!: AlertId", a.kind AS "kind: AlertKind", a.kpi_id AS "kpi: KpiId",
                      a.cause_id AS "cause: ObjectiveId", a.effect_id AS "effect: ObjectiveId",
                      a.first_day_on AS "first_day: NaiveDate", a.state AS "state: AlertState",
                      a.opened_at AS "opened_at: Moment", a.notice_id AS "notice: NoticeId", p.name AS "answered_by?",
                      a.comment, a.until_on AS "until_on: NaiveDate"
               FROM alert AS a
               LEFT JOIN person AS p ON p.server_id = a.server_id AND p.id = a.answered_by_id
               WHERE a.server_id = ?1 "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// An alert by its row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: AlertId) -> Result<Option<Alert>> {
    alerts!("AND a.id = ?2", server, id).fetch_optional(connection).await
}

/// The alerts of some KPIs that are not over, the newest first.
pub async fn of_kpis(connection: &mut Connection, server: ServerId, kpis: &[KpiId]) -> Result<Vec<Alert>> {
    let kpis = codec::list(kpis);
    let found = alerts!(
        "AND a.id IN (SELECT b.id FROM json_each(?2) AS wanted
                      CROSS JOIN alert AS b ON b.server_id = ?1 AND b.kpi_id = wanted.value
                                           AND b.state IN ('open', 'acknowledged', 'snoozed'))
         ORDER BY a.id DESC",
        server,
        kpis
    );
    found.fetch_all(connection).await
}

/// The alerts of a server that are not over, the newest first.
pub async fn open(connection: &mut Connection, server: ServerId) -> Result<Vec<Alert>> {
    alerts!(
        "AND a.state IN ('open', 'acknowledged', 'snoozed') ORDER BY a.id DESC",
        server
    )
    .fetch_all(connection)
    .await
}

/// An answer to an alert.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    /// What the alert becomes.
    pub state: AlertState,
    /// Who answers.
    pub by: PersonId,
    /// What they say.
    pub comment: Option<&'a str>,
    /// The day on which the answer ends by itself, and that as an instant.
    pub until: Option<(NaiveDate, DateTime<Utc>)>,
}

/// Writes an answer down.
pub async fn answer(connection: &mut Connection, server: ServerId, id: AlertId, answered: &Answered<'_>) -> Result<()> {
    let until_on = answered.until.map(|(day, _)| day);
    let wakes_at = answered.until.map(|(_, at)| Moment(at));
    sqlx::query!(
        "UPDATE alert SET state = ?, answered_by_id = ?, comment = ?, until_on = ?, wakes_at = ?
         WHERE server_id = ? AND id = ?",
        answered.state,
        answered.by,
        answered.comment,
        until_on,
        wakes_at,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Moves an alert on whose answer has ended: nothing is answered any more.
pub async fn set_state(connection: &mut Connection, server: ServerId, id: AlertId, state: AlertState) -> Result<()> {
    sqlx::query!(
        "UPDATE alert SET state = ?, answered_by_id = NULL, comment = NULL, until_on = NULL, wakes_at = NULL
         WHERE server_id = ? AND id = ?",
        state,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The alerts whose answers end by now, in servers where the bot is.
pub async fn to_wake(connection: &mut Connection, now: DateTime<Utc>, most: i64) -> Result<Vec<(ServerId, AlertId)>> {
    let now = Moment(now);
    let rows = sqlx::query!(
        r#"SELECT a.server_id AS "server: ServerId", a.id AS "id!: AlertId"
           FROM alert AS a JOIN server AS s ON s.id = a.server_id
           WHERE a.wakes_at IS NOT NULL AND a.wakes_at <= ? AND s.left_at IS NULL ORDER BY a.wakes_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.server, row.id)).collect())
}

/// When the first answer ends, in any server where the bot is.
pub async fn next_waking_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    let at = sqlx::query_scalar!(
        r#"SELECT a.wakes_at AS "at!: Moment" FROM alert AS a JOIN server AS s ON s.id = a.server_id
           WHERE a.wakes_at IS NOT NULL AND s.left_at IS NULL ORDER BY a.wakes_at LIMIT 1"#,
    )
    .fetch_optional(connection)
    .await?;
    Ok(at.map(|moment| moment.0))
}
