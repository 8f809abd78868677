//! The names of a server as autocomplete needs them, read in one snapshot with the version they belong to. Triggers raise
//! the version with every change of what is read here.

use sqlx::Connection as _;

use super::reader::{self, Readers};
use super::{Connection, Result};
use crate::domain::id::{ObjectiveId, PersonId, PerspectiveId, ScorecardId, ServerId};

/// All names of a server.
#[derive(Debug, Clone)]
pub struct Names {
    /// The version they belong to.
    pub version: i64,
    /// The scorecards, by name.
    pub scorecards: Vec<ScorecardName>,
    /// The perspectives, in their order.
    pub perspectives: Vec<PerspectiveName>,
    /// The objectives, in their order.
    pub objectives: Vec<ObjectiveName>,
    /// The KPIs, by name.
    pub kpis: Vec<KpiName>,
}

/// A scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorecardName {
    /// Its row.
    pub id: ScorecardId,
    /// Its name.
    pub name: String,
    /// Who manages it.
    pub manager: PersonId,
    /// The scorecard above it.
    pub parent: Option<ScorecardId>,
    /// Who may read it, where not everybody may.
    pub readers: Option<Readers>,
}

/// A perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerspectiveName {
    /// Its row.
    pub id: PerspectiveId,
    /// Its name.
    pub name: String,
    /// Whose it is.
    pub scorecard: ScorecardId,
}

/// An objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveName {
    /// Its row.
    pub id: ObjectiveId,
    /// Its name.
    pub name: String,
    /// Its perspective's name.
    pub perspective: String,
    /// Whose it is.
    pub scorecard: ScorecardId,
}

/// A KPI as it is placed at present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiName {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub scorecard: ScorecardId,
    /// Who answers for its values.
    pub owner: Option<PersonId>,
    /// Who stands in.
    pub deputy: Option<PersonId>,
    /// Whether a formula gives its values, so that nobody enters them.
    pub computed: bool,
}

/// The version of a server's names.
pub async fn version(connection: &mut Connection, server: ServerId) -> Result<i64> {
    let found = sqlx::query_scalar!("SELECT names_version FROM server WHERE id = ?", server)
        .fetch_optional(connection)
        .await?;
    Ok(found.unwrap_or(0))
}

/// All names of a server.
pub async fn load(connection: &mut Connection, server: ServerId) -> Result<Names> {
    let mut snapshot = connection.begin().await?;
    let names = Names {
        version: version(&mut snapshot, server).await?,
        scorecards: scorecards(&mut snapshot, server).await?,
        perspectives: perspectives(&mut snapshot, server).await?,
        objectives: objectives(&mut snapshot, server).await?,
        kpis: kpis(&mut snapshot, server).await?,
    };
    snapshot.commit().await?;
    Ok(names)
}

async fn scorecards(connection: &mut Connection, server: ServerId) -> Result<Vec<ScorecardName>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: ScorecardId", name, manager_id AS "manager: PersonId", parent_id AS "parent: ScorecardId"
           FROM scorecard WHERE server_id = ? AND archived_at IS NULL ORDER BY name_folded, id"#,
        server,
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut private = reader::of_private(connection, server).await?;
    let named = rows.into_iter().map(|row| ScorecardName {
        readers: private.remove(&row.id),
        id: row.id,
        name: row.name,
        manager: row.manager,
        parent: row.parent,
    });
    Ok(named.collect())
}

async fn perspectives(connection: &mut Connection, server: ServerId) -> Result<Vec<PerspectiveName>> {
    sqlx::query_as!(
        PerspectiveName,
        r#"SELECT p.id AS "id!: PerspectiveId", p.name, p.scorecard_id AS "scorecard: ScorecardId"
           FROM perspective AS p JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE p.server_id = ? AND p.archived_on IS NULL AND s.archived_at IS NULL
           ORDER BY s.name_folded, s.id, p.position, p.id"#,
        server,
    )
    .fetch_all(connection)
    .await
}

async fn objectives(connection: &mut Connection, server: ServerId) -> Result<Vec<ObjectiveName>> {
    sqlx::query_as!(
        ObjectiveName,
        r#"SELECT o.id AS "id!: ObjectiveId", o.name, p.name AS perspective, p.scorecard_id AS "scorecard: ScorecardId"
           FROM objective AS o
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE o.server_id = ? AND o.archived_on IS NULL AND p.archived_on IS NULL AND s.archived_at IS NULL
           ORDER BY p.scorecard_id, p.position, o.position, o.id"#,
        server,
    )
    .fetch_all(connection)
    .await
}

async fn kpis(connection: &mut Connection, server: ServerId) -> Result<Vec<KpiName>> {
    sqlx::query_as!(
        KpiName,
        r#"SELECT k.key, k.name, p.scorecard_id AS "scorecard: ScorecardId", l.owner_id AS "owner: PersonId",
                  l.deputy_id AS "deputy: PersonId",
                  coalesce((SELECT formula IS NOT NULL FROM kpi_formula AS f
                            WHERE f.server_id = k.server_id AND f.kpi_id = k.id
                            ORDER BY f.valid_from_on DESC LIMIT 1), 0) AS "computed!: bool"
           FROM kpi AS k
           JOIN kpi_place AS l ON l.server_id = k.server_id AND l.kpi_id = k.id
           JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
           WHERE k.server_id = ? AND l.archived = 0 AND s.archived_at IS NULL
             AND o.archived_on IS NULL AND p.archived_on IS NULL
             AND l.valid_from_on = (SELECT max(valid_from_on) FROM kpi_place AS latest
                                    WHERE latest.server_id = k.server_id AND latest.kpi_id = k.id)
           ORDER BY k.name_folded, k.id"#,
        server,
    )
    .fetch_all(connection)
    .await
}
