//! Objectives, their dated weights, and what drives what.

pub mod feed;

use chrono::NaiveDate;

use super::{Connection, Result};
use crate::domain::id::{ObjectiveId, PersonId, PerspectiveId, ScorecardId, ServerId};
use crate::domain::weight::Weight;

/// An objective as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Its row.
    pub id: ObjectiveId,
    /// Where it stands.
    pub perspective: PerspectiveId,
    /// The scorecard of that perspective.
    pub scorecard: ScorecardId,
    /// Its name.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// What it weighs.
    pub weight: Weight,
}

/// An arrow of the strategy map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drive {
    /// What causes.
    pub cause: ObjectiveId,
    /// What is caused.
    pub effect: ObjectiveId,
    /// After how many periods.
    pub lag: i64,
}

/// Objectives of the server `?1` with their weights of the day `?2`; what follows narrows and orders them.
macro_rules! objectives {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Objective,
            r#"SELECT o.id AS "id!: ObjectiveId", o.perspective_id AS "perspective: PerspectiveId",
                      p.scorecard_id AS "scorecard: ScorecardId", o.name, o.description, o.owner_id AS "owner: PersonId",
                      coalesce((SELECT weight FROM objective_weight AS w
                                WHERE w.server_id = o.server_id AND w.objective_id = o.id AND w.valid_from_on <= ?2
                                ORDER BY w.valid_from_on DESC LIMIT 1), '1') AS "weight!: Weight"
               FROM objective AS o
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id
               WHERE o.server_id = ?1 AND (s.archived_at IS NULL OR date(s.archived_at / 1000, 'unixepoch') > ?2)
                 AND (o.archived_on IS NULL OR o.archived_on > ?2) AND (p.archived_on IS NULL OR p.archived_on > ?2) "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// The objectives of a server in the order of their perspectives, with their weights of a day.
pub async fn all(connection: &mut Connection, server: ServerId, on: NaiveDate) -> Result<Vec<Objective>> {
    objectives!("ORDER BY p.scorecard_id, p.position, o.position, o.id", server, on)
        .fetch_all(connection)
        .await
}

/// The objectives of one scorecard, with their weights of a day.
pub async fn of_scorecard(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    on: NaiveDate,
) -> Result<Vec<Objective>> {
    let found = objectives!(
        "AND p.scorecard_id = ?3 ORDER BY p.position, o.position, o.id",
        server,
        on,
        scorecard
    );
    found.fetch_all(connection).await
}

/// An objective by its row, with its weight of a day.
pub async fn by_id(
    connection: &mut Connection,
    server: ServerId,
    id: ObjectiveId,
    on: NaiveDate,
) -> Result<Option<Objective>> {
    objectives!("AND o.id = ?3", server, on, id)
        .fetch_optional(connection)
        .await
}

/// The objectives with a folded name, with their weights of a day.
pub async fn named(
    connection: &mut Connection,
    server: ServerId,
    name_folded: &str,
    on: NaiveDate,
) -> Result<Vec<Objective>> {
    objectives!("AND o.name_folded = ?3 ORDER BY o.id", server, on, name_folded)
        .fetch_all(connection)
        .await
}

/// Adds an objective after the last one of its perspective.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    perspective: PerspectiveId,
    name: &str,
    name_folded: &str,
) -> Result<ObjectiveId> {
    let inserted = sqlx::query!(
        "INSERT INTO objective (server_id, perspective_id, name, name_folded, position)
         VALUES (?1, ?2, ?3, ?4,
                 (SELECT coalesce(max(position) + 1, 0) FROM objective WHERE server_id = ?1 AND perspective_id = ?2))",
        server,
        perspective,
        name,
        name_folded,
    )
    .execute(connection)
    .await?;
    Ok(ObjectiveId::from(inserted.last_insert_rowid()))
}

/// Writes what may change of an objective besides its weight.
pub async fn update(
    connection: &mut Connection,
    server: ServerId,
    objective: &Objective,
    name_folded: &str,
) -> Result<()> {
    sqlx::query!(
        "UPDATE objective SET perspective_id = ?, name = ?, name_folded = ?, description = ?, owner_id = ?
         WHERE server_id = ? AND id = ?",
        objective.perspective,
        objective.name,
        name_folded,
        objective.description,
        objective.owner,
        server,
        objective.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sets what an objective weighs from a day on.
pub async fn weigh(
    connection: &mut Connection,
    server: ServerId,
    id: ObjectiveId,
    from: NaiveDate,
    weight: Weight,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO objective_weight (server_id, objective_id, valid_from_on, weight) VALUES (?, ?, ?, ?)
         ON CONFLICT (server_id, objective_id, valid_from_on) DO UPDATE SET weight = excluded.weight",
        server,
        id,
        from,
        weight,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Draws an arrow, or changes its lag.
pub async fn drive(connection: &mut Connection, server: ServerId, drive: Drive) -> Result<()> {
    sqlx::query!(
        "INSERT INTO objective_drive (server_id, cause_id, effect_id, lag_periods) VALUES (?, ?, ?, ?)
         ON CONFLICT (server_id, cause_id, effect_id) DO UPDATE SET lag_periods = excluded.lag_periods",
        server,
        drive.cause,
        drive.effect,
        drive.lag,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Removes an arrow; says whether there was one.
pub async fn undrive(
    connection: &mut Connection,
    server: ServerId,
    cause: ObjectiveId,
    effect: ObjectiveId,
) -> Result<bool> {
    let removed = sqlx::query!(
        "DELETE FROM objective_drive WHERE server_id = ? AND cause_id = ? AND effect_id = ?",
        server,
        cause,
        effect,
    )
    .execute(connection)
    .await?;
    Ok(removed.rows_affected() > 0)
}

/// The arrows that touch an objective.
pub async fn drives_of(connection: &mut Connection, server: ServerId, id: ObjectiveId) -> Result<Vec<Drive>> {
    sqlx::query_as!(
        Drive,
        r#"SELECT cause_id AS "cause: ObjectiveId", effect_id AS "effect: ObjectiveId", lag_periods AS lag
           FROM objective_drive WHERE server_id = ?1 AND (cause_id = ?2 OR effect_id = ?2) ORDER BY cause_id, effect_id"#,
        server, id,
    )
    .fetch_all(connection)
    .await
}

/// The names of the objectives that an objective drives.
pub async fn driven_by(connection: &mut Connection, server: ServerId, cause: ObjectiveId) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "SELECT o.name FROM objective_drive AS d
         JOIN objective AS o ON o.server_id = d.server_id AND o.id = d.effect_id AND o.archived_on IS NULL
         JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id AND p.archived_on IS NULL
         JOIN scorecard AS s ON s.server_id = p.server_id AND s.id = p.scorecard_id AND s.archived_at IS NULL
         WHERE d.server_id = ? AND d.cause_id = ? ORDER BY d.effect_id",
        server,
        cause,
    )
    .fetch_all(connection)
    .await
}

/// The arrows that begin in a scorecard.
pub async fn drives_within(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
) -> Result<Vec<Drive>> {
    sqlx::query_as!(
        Drive,
        r#"SELECT cause_id AS "cause: ObjectiveId", effect_id AS "effect: ObjectiveId", lag_periods AS lag
           FROM objective_drive AS d
           JOIN objective AS o ON o.server_id = d.server_id AND o.id = d.cause_id
           JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
           WHERE d.server_id = ? AND p.scorecard_id = ? ORDER BY cause_id, effect_id"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await
}

/// Every arrow of a server.
pub async fn drives(connection: &mut Connection, server: ServerId) -> Result<Vec<Drive>> {
    sqlx::query_as!(
        Drive,
        r#"SELECT cause_id AS "cause: ObjectiveId", effect_id AS "effect: ObjectiveId", lag_periods AS lag
           FROM objective_drive WHERE server_id = ? ORDER BY cause_id, effect_id"#,
        server,
    )
    .fetch_all(connection)
    .await
}
