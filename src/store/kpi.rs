//! KPIs: what is fixed about them, and their dated place, owner and weight.

mod fixed;

use chrono::NaiveDate;

use super::{Connection, Number, Result};
use crate::domain::id::{KpiId, ObjectiveId, PersonId, ScorecardId, ServerId};
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::unit::Unit;
use crate::domain::weight::Weight;

pub use fixed::{attributes, insert, update};

/// A KPI as it stands on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// What is fixed about it.
    pub kpi: Kpi,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// The objective it measures.
    pub objective: ObjectiveId,
    /// The scorecard of that objective.
    pub scorecard: ScorecardId,
    /// Who answers for its values.
    pub owner: Option<PersonId>,
    /// Who stands in for the owner.
    pub deputy: Option<PersonId>,
    /// What it weighs.
    pub weight: Weight,
    /// Whether a formula gives its values, so that nobody enters them.
    pub computed: bool,
}

/// Where a KPI stands, whose it is and what it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The objective it measures.
    pub objective: ObjectiveId,
    /// Who answers for its values.
    pub owner: Option<PersonId>,
    /// Who stands in for the owner.
    pub deputy: Option<PersonId>,
    /// What it weighs.
    pub weight: Weight,
}

#[expect(clippy::struct_excessive_bools, reason = "one field a column")]
struct Row {
    id: KpiId,
    key: Key,
    name: Name,
    unit: Unit,
    direction: Direction,
    indicator: Indicator,
    frequency: PeriodKind,
    aggregation: Aggregation,
    decimals: i64,
    baseline: Option<Number>,
    best_possible: bool,
    carry_forward: bool,
    entered_ytd: bool,
    available_on: Option<i64>,
    created_on: NaiveDate,
    objective_id: ObjectiveId,
    scorecard_id: ScorecardId,
    owner_id: Option<PersonId>,
    deputy_id: Option<PersonId>,
    weight: Weight,
    computed: bool,
}

impl From<Row> for Placed {
    fn from(row: Row) -> Self {
        let kpi = Kpi {
            id: row.id,
            key: row.key,
            name: row.name,
            unit: row.unit,
            direction: row.direction,
            indicator: row.indicator,
            frequency: row.frequency,
            aggregation: row.aggregation,
            decimals: u8::try_from(row.decimals).unwrap_or(0),
            baseline: row.baseline.map(|number| number.0),
            best_possible: row.best_possible,
            carry_forward: row.carry_forward,
            entered_ytd: row.entered_ytd,
            available_on: row.available_on.and_then(|day| u16::try_from(day).ok()),
        };
        Self {
            kpi,
            created_on: row.created_on,
            objective: row.objective_id,
            scorecard: row.scorecard_id,
            owner: row.owner_id,
            deputy: row.deputy_id,
            weight: row.weight,
            computed: row.computed,
        }
    }
}

/// KPIs of the server `?1` where they stand on the day `?2`, as rows; what follows narrows and orders them.
macro_rules! placed {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT k.id AS "id!: KpiId", key AS "key: Key", k.name AS "name: Name", unit AS "unit: Unit",
                      direction AS "direction: Direction", indicator AS "indicator: Indicator",
                      frequency AS "frequency: PeriodKind", aggregation AS "aggregation: Aggregation", decimals,
                      baseline AS "baseline: Number", best_possible AS "best_possible: bool",
                      carry_forward AS "carry_forward: bool", entered_ytd AS "entered_ytd: bool", available_on,
                      created_on AS "created_on: NaiveDate", l.objective_id AS "objective_id: ObjectiveId",
                      p.scorecard_id AS "scorecard_id: ScorecardId", l.owner_id AS "owner_id: PersonId",
                      l.deputy_id AS "deputy_id: PersonId", l.weight AS "weight: Weight",
                      coalesce((SELECT formula IS NOT NULL FROM kpi_formula AS f
                                WHERE f.server_id = k.server_id AND f.kpi_id = k.id AND f.valid_from_on <= ?2
                                ORDER BY f.valid_from_on DESC LIMIT 1), 0) AS "computed!: bool"
               FROM kpi AS k
               JOIN kpi_place AS l ON l.server_id = k.server_id AND l.kpi_id = k.id
               JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
               WHERE k.server_id = ?1 AND l.archived = 0
                 AND (s.archived_at IS NULL OR date(s.archived_at / 1000, 'unixepoch') > ?2)
                 AND (o.archived_on IS NULL OR o.archived_on > ?2) AND (p.archived_on IS NULL OR p.archived_on > ?2)
                 AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                                        WHERE latest.server_id = k.server_id AND latest.kpi_id = k.id
                                          AND latest.valid_from_on <= ?2) "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// Every KPI of a server that stands somewhere on a day, by name.
pub async fn all(connection: &mut Connection, server: ServerId, on: NaiveDate) -> Result<Vec<Placed>> {
    let rows = placed!("ORDER BY k.name_folded, k.id", server, on)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Placed::from).collect())
}

/// How many KPIs each scorecard of a server has at present, where it has any.
pub async fn counts(connection: &mut Connection, server: ServerId) -> Result<Vec<(ScorecardId, i64)>> {
    let rows = sqlx::query!(
        r#"SELECT p.scorecard_id AS "scorecard: ScorecardId", count(*) AS "kpis!: i64"
           FROM kpi_place AS l
           JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           WHERE l.server_id = ? AND l.archived = 0 AND o.archived_on IS NULL AND p.archived_on IS NULL
             AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                                    WHERE latest.server_id = l.server_id AND latest.kpi_id = l.kpi_id)
           GROUP BY p.scorecard_id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.scorecard, row.kpis)).collect())
}

/// The KPIs of one scorecard on a day, in the order of perspectives and objectives.
pub async fn of_scorecard(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    on: NaiveDate,
) -> Result<Vec<Placed>> {
    let rows = placed!(
        "AND p.scorecard_id = ?3 ORDER BY p.position, o.position, o.id, k.name_folded, k.id",
        server,
        on,
        scorecard,
    );
    Ok(rows
        .fetch_all(connection)
        .await?
        .into_iter()
        .map(Placed::from)
        .collect())
}

/// The KPI with a folded key, where it stands on a day.
pub async fn by_key(
    connection: &mut Connection,
    server: ServerId,
    key_folded: &str,
    on: NaiveDate,
) -> Result<Option<Placed>> {
    let row = placed!("AND k.key_folded = ?3", server, on, key_folded)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(Placed::from))
}

/// The KPIs with a folded name, where they stand on a day.
pub async fn named(
    connection: &mut Connection,
    server: ServerId,
    name_folded: &str,
    on: NaiveDate,
) -> Result<Vec<Placed>> {
    let rows = placed!("AND k.name_folded = ?3 ORDER BY k.id", server, on, name_folded)
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(Placed::from).collect())
}

/// A KPI by its row, where it stands on a day.
pub async fn by_id(connection: &mut Connection, server: ServerId, id: KpiId, on: NaiveDate) -> Result<Option<Placed>> {
    let row = placed!("AND k.id = ?3", server, on, id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(Placed::from))
}

/// Whether a folded key is in use in the server, by whatever KPI.
pub async fn key_taken(connection: &mut Connection, server: ServerId, key_folded: &str) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!: i64" FROM kpi WHERE server_id = ? AND key_folded = ?"#,
        server,
        key_folded,
    )
    .fetch_one(connection)
    .await?;
    Ok(found > 0)
}

/// The folded keys that are in use in the server, by whatever KPI.
pub async fn keys(connection: &mut Connection, server: ServerId) -> Result<Vec<String>> {
    sqlx::query_scalar!("SELECT key_folded FROM kpi WHERE server_id = ?", server)
        .fetch_all(connection)
        .await
}

/// On which days after a period's end, later than the first, values of a scorecard's KPIs become known.
pub async fn later_days(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Vec<u16>> {
    let days = sqlx::query_scalar!(
        r#"SELECT DISTINCT available_on AS "day!: i64"
           FROM perspective AS p
           JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
           JOIN kpi_place AS l ON l.server_id = o.server_id AND l.objective_id = o.id
           JOIN kpi AS k ON k.server_id = l.server_id AND k.id = l.kpi_id
           WHERE p.server_id = ? AND p.scorecard_id = ? AND available_on > 1 ORDER BY available_on"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    Ok(days.into_iter().filter_map(|day| u16::try_from(day).ok()).collect())
}

/// Puts a KPI at a place from a day on.
pub async fn place(
    connection: &mut Connection,
    server: ServerId,
    id: KpiId,
    from: NaiveDate,
    place: Place,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO kpi_place (server_id, kpi_id, valid_from_on, objective_id, owner_id, deputy_id, weight)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, kpi_id, valid_from_on) DO UPDATE SET objective_id = excluded.objective_id,
             owner_id = excluded.owner_id, deputy_id = excluded.deputy_id, weight = excluded.weight, archived = 0",
        server,
        id,
        from,
        place.objective,
        place.owner,
        place.deputy,
        place.weight,
    )
    .execute(connection)
    .await?;
    Ok(())
}
