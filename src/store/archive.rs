//! What is out of use: perspectives, objectives and KPIs from a day on, so that earlier periods keep their numbers, and
//! scorecards altogether.

use chrono::{DateTime, NaiveDate, Utc};

use super::kpi::Place;
use super::{Connection, Moment, Result};
use crate::domain::id::{KpiId, ObjectiveId, PersonId, PerspectiveId, ScorecardId, ServerId};
use crate::domain::weight::Weight;

/// Something that is out of use while what it stands in is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone<I> {
    /// Its row.
    pub id: I,
    /// Its name.
    pub name: String,
    /// The scorecard it is part of.
    pub scorecard: ScorecardId,
    /// The name of what it stands in.
    pub within: String,
    /// Since when.
    pub since: NaiveDate,
}

/// A KPI that is out of use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoneKpi {
    /// Which, and where.
    pub gone: Gone<KpiId>,
    /// Its key.
    pub key: String,
    /// Where it stood, whose it was and what it weighed.
    pub place: Place,
}

/// Takes a scorecard out of use, or, without an instant, back into it.
pub async fn scorecard(
    connection: &mut Connection,
    server: ServerId,
    id: ScorecardId,
    since: Option<DateTime<Utc>>,
) -> Result<()> {
    let since = since.map(Moment);
    sqlx::query!(
        "UPDATE scorecard SET archived_at = ? WHERE server_id = ? AND id = ?",
        since,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a perspective out of use from a day on, or, without a day, back into it.
pub async fn perspective(
    connection: &mut Connection,
    server: ServerId,
    id: PerspectiveId,
    since: Option<NaiveDate>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE perspective SET archived_on = ? WHERE server_id = ? AND id = ?",
        since,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes an objective out of use from a day on, or, without a day, back into it.
pub async fn objective(
    connection: &mut Connection,
    server: ServerId,
    id: ObjectiveId,
    since: Option<NaiveDate>,
) -> Result<()> {
    sqlx::query!(
        "UPDATE objective SET archived_on = ? WHERE server_id = ? AND id = ?",
        since,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Says whether a KPI is out of use from a day on, where it stands.
pub async fn kpi(
    connection: &mut Connection,
    server: ServerId,
    (id, place): (KpiId, Place),
    (from, archived): (NaiveDate, bool),
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO kpi_place (server_id, kpi_id, valid_from_on, objective_id, owner_id, deputy_id, weight, archived)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, kpi_id, valid_from_on) DO UPDATE SET archived = excluded.archived",
        server,
        id,
        from,
        place.objective,
        place.owner,
        place.deputy,
        place.weight,
        archived,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a KPI stands nowhere at present.
pub async fn is_kpi_gone(connection: &mut Connection, server: ServerId, id: KpiId) -> Result<bool> {
    Ok(super::kpi::by_id(connection, server, id, super::PRESENT)
        .await?
        .is_none())
}

/// Deletes a perspective that never had an objective; says whether it was one.
pub async fn delete_empty(connection: &mut Connection, server: ServerId, id: PerspectiveId) -> Result<bool> {
    let used = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM objective WHERE server_id = ? AND perspective_id = ?) AS "used!: bool""#,
        server,
        id,
    )
    .fetch_one(&mut *connection)
    .await?;
    if used {
        return Ok(false);
    }
    sqlx::query!(
        "DELETE FROM perspective_weight WHERE server_id = ? AND perspective_id = ?",
        server,
        id
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("DELETE FROM perspective WHERE server_id = ? AND id = ?", server, id)
        .execute(connection)
        .await?;
    Ok(true)
}

/// The perspectives of a server that are out of use, by name.
pub async fn perspectives(connection: &mut Connection, server: ServerId) -> Result<Vec<Gone<PerspectiveId>>> {
    let rows = sqlx::query!(
        r#"SELECT p.id AS "id!: PerspectiveId", p.name, s.id AS "scorecard!: ScorecardId", s.name AS within,
                  p.archived_on AS "since!: NaiveDate"
           FROM perspective AS p
           JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE p.server_id = ? AND p.archived_on IS NOT NULL AND s.archived_at IS NULL ORDER BY p.name_folded, p.id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    let gone = rows.into_iter().map(|row| Gone {
        id: row.id,
        name: row.name,
        scorecard: row.scorecard,
        within: row.within,
        since: row.since,
    });
    Ok(gone.collect())
}

/// The objectives of a server that are out of use while their perspective is not, by name.
pub async fn objectives(connection: &mut Connection, server: ServerId) -> Result<Vec<Gone<ObjectiveId>>> {
    let rows = sqlx::query!(
        r#"SELECT o.id AS "id!: ObjectiveId", o.name, s.id AS "scorecard!: ScorecardId", p.name AS within,
                  o.archived_on AS "since!: NaiveDate"
           FROM objective AS o
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE o.server_id = ? AND o.archived_on IS NOT NULL AND p.archived_on IS NULL AND s.archived_at IS NULL
           ORDER BY o.name_folded, o.id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    let gone = rows.into_iter().map(|row| Gone {
        id: row.id,
        name: row.name,
        scorecard: row.scorecard,
        within: row.within,
        since: row.since,
    });
    Ok(gone.collect())
}

/// The KPIs of a server that are out of use while their objective is not, by name.
pub async fn kpis(connection: &mut Connection, server: ServerId) -> Result<Vec<GoneKpi>> {
    let rows = sqlx::query!(
        r#"SELECT k.id AS "id!: KpiId", k.key, k.name, s.id AS "scorecard!: ScorecardId", o.name AS within,
                  l.valid_from_on AS "since!: NaiveDate", l.objective_id AS "objective: ObjectiveId",
                  l.owner_id AS "owner: PersonId", l.deputy_id AS "deputy: PersonId", l.weight AS "weight: Weight"
           FROM kpi AS k
           JOIN kpi_place AS l ON l.server_id = k.server_id AND l.kpi_id = k.id
           JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE k.server_id = ? AND l.archived = 1 AND o.archived_on IS NULL AND p.archived_on IS NULL
             AND s.archived_at IS NULL
             AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                                    WHERE latest.server_id = k.server_id AND latest.kpi_id = k.id)
           ORDER BY k.name_folded, k.id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    let gone = rows.into_iter().map(|row| GoneKpi {
        gone: Gone {
            id: row.id,
            name: row.name,
            scorecard: row.scorecard,
            within: row.within,
            since: row.since,
        },
        key: row.key,
        place: Place {
            objective: row.objective,
            owner: row.owner,
            deputy: row.deputy,
            weight: row.weight,
        },
    });
    Ok(gone.collect())
}
