//! Initiatives: what is done about a KPI or an objective, their milestones, and what was said of them.

pub mod history;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::{Connection, Moment, Number, Result, codec};
use crate::domain::id::{InitiativeId, KpiId, ObjectiveId, PersonId, ServerId};
use crate::domain::initiative::InitiativeStatus;
use crate::domain::unit::Unit;

/// An initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiative {
    /// Its row.
    pub id: InitiativeId,
    /// The KPI it is about …
    pub kpi: Option<KpiId>,
    /// … or the objective.
    pub objective: Option<ObjectiveId>,
    /// How that is called.
    pub about: String,
    /// Its name.
    pub name: String,
    /// Who does it.
    pub owner: PersonId,
    /// How they are called.
    pub owner_name: String,
    /// When it begins.
    pub start_on: Option<NaiveDate>,
    /// When it is to be done.
    pub due_on: Option<NaiveDate>,
    /// What it may cost.
    pub budget: Option<Number>,
    /// What it has cost.
    pub spent: Option<Number>,
    /// In what both are counted.
    pub money_unit: Unit,
    /// What is expected of it.
    pub effect: Option<String>,
    /// Where it stands.
    pub status: InitiativeStatus,
    /// How much of it is done, 0 to 100.
    pub percent: u8,
}

impl Initiative {
    /// What it may cost.
    #[must_use]
    pub fn budget(&self) -> Option<Decimal> {
        self.budget.map(|number| number.0)
    }

    /// What it has cost.
    #[must_use]
    pub fn spent(&self) -> Option<Decimal> {
        self.spent.map(|number| number.0)
    }
}

/// Initiatives of the server `?1`; what follows narrows and orders them.
macro_rules! initiatives {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Initiative,
            r#"SELECT i.id AS "id!: InitiativeId", i.kpi_id AS "kpi: KpiId", i.objective_id AS "objective: ObjectiveId",
                      coalesce(k.name, o.name) AS "about!: String", i.name, i.owner_id AS "owner: PersonId",
                      p.name AS owner_name, i.start_on AS "start_on: NaiveDate", i.due_on AS "due_on: NaiveDate",
                      i.budget AS "budget: Number", i.spent AS "spent: Number", i.money_unit AS "money_unit: Unit",
                      i.effect, i.status AS "status: InitiativeStatus", i.percent AS "percent: u8"
               FROM initiative AS i
               JOIN person AS p ON p.server_id = i.server_id AND p.id = i.owner_id
               LEFT JOIN kpi AS k ON k.server_id = i.server_id AND k.id = i.kpi_id
               LEFT JOIN objective AS o ON o.server_id = i.server_id AND o.id = i.objective_id
               WHERE i.server_id = ?1 "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// An initiative by its row.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: InitiativeId) -> Result<Option<Initiative>> {
    initiatives!("AND i.id = ?2", server, id)
        .fetch_optional(connection)
        .await
}

/// The initiatives with a folded name, the newest first.
pub async fn named(connection: &mut Connection, server: ServerId, name_folded: &str) -> Result<Vec<Initiative>> {
    initiatives!("AND i.name_folded = ?2 ORDER BY i.id DESC", server, name_folded)
        .fetch_all(connection)
        .await
}

/// The initiatives about some KPIs and objectives: the earliest due first, then those without a day.
pub async fn about(
    connection: &mut Connection,
    server: ServerId,
    (kpis, objectives): (&[KpiId], &[ObjectiveId]),
) -> Result<Vec<Initiative>> {
    let (kpis, objectives) = (codec::list(kpis), codec::list(objectives));
    let found = initiatives!(
        "AND i.id IN (SELECT a.id FROM json_each(?2) AS wanted
                      CROSS JOIN initiative AS a ON a.server_id = ?1 AND a.kpi_id = wanted.value
                      UNION ALL
                      SELECT b.id FROM json_each(?3) AS wanted
                      CROSS JOIN initiative AS b ON b.server_id = ?1 AND b.objective_id = wanted.value)
         ORDER BY i.due_on IS NULL, i.due_on, i.id",
        server,
        kpis,
        objectives
    );
    found.fetch_all(connection).await
}

/// The open initiatives of somebody that are due within some days, the earliest first.
pub async fn due_of(
    connection: &mut Connection,
    server: ServerId,
    person: PersonId,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Initiative>> {
    let found = initiatives!(
        "AND i.owner_id = ?2 AND i.due_on BETWEEN ?3 AND ?4 AND i.status IN ('planned', 'in progress')
         ORDER BY i.due_on, i.id",
        server,
        person,
        from,
        until
    );
    found.fetch_all(connection).await
}

/// The open initiatives of a server, the newest first.
pub async fn open(connection: &mut Connection, server: ServerId) -> Result<Vec<Initiative>> {
    initiatives!("AND i.status IN ('planned', 'in progress') ORDER BY i.id DESC", server)
        .fetch_all(connection)
        .await
}

/// Adds an initiative, or writes what may change of one that has a row already.
pub async fn save(
    connection: &mut Connection,
    server: ServerId,
    (one, name_folded): (&Initiative, &str),
    remind_at: Option<DateTime<Utc>>,
) -> Result<InitiativeId> {
    let (id, remind_at) = (Some(one.id.get()).filter(|id| *id > 0), remind_at.map(Moment));
    let saved = sqlx::query_scalar!(
        r#"INSERT INTO initiative (id, server_id, kpi_id, objective_id, name, name_folded, owner_id, start_on, due_on,
                                   budget, spent, money_unit, effect, status, percent, remind_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE
           SET name = excluded.name, name_folded = excluded.name_folded, owner_id = excluded.owner_id,
               start_on = excluded.start_on, due_on = excluded.due_on, budget = excluded.budget,
               spent = excluded.spent, money_unit = excluded.money_unit, effect = excluded.effect,
               status = excluded.status, percent = excluded.percent, remind_at = excluded.remind_at
           WHERE server_id = excluded.server_id
           RETURNING id AS "id!: InitiativeId""#,
        id,
        server,
        one.kpi,
        one.objective,
        one.name,
        name_folded,
        one.owner,
        one.start_on,
        one.due_on,
        one.budget,
        one.spent,
        one.money_unit,
        one.effect,
        one.status,
        one.percent,
        remind_at,
    );
    saved.fetch_one(connection).await
}

/// The initiatives whose owners are to be reminded by now, in servers where the bot is.
pub async fn to_remind(
    connection: &mut Connection,
    now: DateTime<Utc>,
    most: i64,
) -> Result<Vec<(ServerId, InitiativeId)>> {
    let now = Moment(now);
    let rows = sqlx::query!(
        r#"SELECT i.server_id AS "server: ServerId", i.id AS "id!: InitiativeId"
           FROM initiative AS i JOIN server AS s ON s.id = i.server_id
           WHERE i.remind_at IS NOT NULL AND i.remind_at <= ? AND s.left_at IS NULL ORDER BY i.remind_at LIMIT ?"#,
        now,
        most,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.server, row.id)).collect())
}

/// When the first owner is to be reminded, in any server where the bot is.
pub async fn next_reminder_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    let at = sqlx::query_scalar!(
        r#"SELECT i.remind_at AS "at!: Moment" FROM initiative AS i JOIN server AS s ON s.id = i.server_id
           WHERE i.remind_at IS NOT NULL AND s.left_at IS NULL ORDER BY i.remind_at LIMIT 1"#,
    )
    .fetch_optional(connection)
    .await?;
    Ok(at.map(|moment| moment.0))
}

/// Sets when an owner is reminded next, or never.
pub async fn set_reminder(
    connection: &mut Connection,
    server: ServerId,
    id: InitiativeId,
    remind_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let remind_at = remind_at.map(Moment);
    sqlx::query!(
        "UPDATE initiative SET remind_at = ? WHERE server_id = ? AND id = ?",
        remind_at,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// When the owner of an initiative is reminded next.
pub async fn reminder(
    connection: &mut Connection,
    server: ServerId,
    id: InitiativeId,
) -> Result<Option<DateTime<Utc>>> {
    let at = sqlx::query_scalar!(
        r#"SELECT remind_at AS "at: Moment" FROM initiative WHERE server_id = ? AND id = ?"#,
        server,
        id,
    )
    .fetch_optional(connection)
    .await?;
    Ok(at.flatten().map(|moment| moment.0))
}
