//! Perspectives: the dimensions of a scorecard, in order, with dated weights.

use chrono::NaiveDate;

use super::{Connection, Result};
use crate::domain::id::{PerspectiveId, ScorecardId, ServerId};
use crate::domain::weight::Weight;

/// A perspective as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perspective {
    /// Its row.
    pub id: PerspectiveId,
    /// Whose it is.
    pub scorecard: ScorecardId,
    /// Its name.
    pub name: String,
    /// Its place, from 0.
    pub position: i64,
    /// What it weighs.
    pub weight: Weight,
}

/// Perspectives of the server `?1` with their weights of the day `?2`; what follows narrows and orders them.
macro_rules! perspectives {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Perspective,
            r#"SELECT id AS "id!: PerspectiveId", scorecard_id AS "scorecard: ScorecardId", name, position,
                      coalesce((SELECT weight FROM perspective_weight AS w
                                WHERE w.server_id = p.server_id AND w.perspective_id = p.id AND w.valid_from_on <= ?2
                                ORDER BY w.valid_from_on DESC LIMIT 1), '1') AS "weight!: Weight"
               FROM perspective AS p WHERE server_id = ?1 AND (archived_on IS NULL OR archived_on > ?2) "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// The perspectives of a scorecard in their order, with their weights of a day.
pub async fn of_scorecard(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    on: NaiveDate,
) -> Result<Vec<Perspective>> {
    perspectives!("AND scorecard_id = ?3 ORDER BY position, id", server, on, scorecard)
        .fetch_all(connection)
        .await
}

/// A perspective by its row, with its weight of a day.
pub async fn by_id(
    connection: &mut Connection,
    server: ServerId,
    id: PerspectiveId,
    on: NaiveDate,
) -> Result<Option<Perspective>> {
    perspectives!("AND id = ?3", server, on, id)
        .fetch_optional(connection)
        .await
}

/// The names of a server's perspectives, each with its scorecard, in their order.
pub async fn named(connection: &mut Connection, server: ServerId) -> Result<Vec<(PerspectiveId, ScorecardId, String)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: PerspectiveId", scorecard_id AS "scorecard: ScorecardId", name
           FROM perspective WHERE server_id = ? AND archived_on IS NULL ORDER BY scorecard_id, position, id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.scorecard, row.name)).collect())
}

/// Adds a perspective after the last one.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    name: &str,
    name_folded: &str,
) -> Result<PerspectiveId> {
    let inserted = sqlx::query!(
        "INSERT INTO perspective (server_id, scorecard_id, name, name_folded, position)
         VALUES (?1, ?2, ?3, ?4,
                 (SELECT coalesce(max(position) + 1, 0) FROM perspective WHERE server_id = ?1 AND scorecard_id = ?2))",
        server,
        scorecard,
        name,
        name_folded,
    )
    .execute(connection)
    .await?;
    Ok(PerspectiveId::from(inserted.last_insert_rowid()))
}

/// Renames a perspective.
pub async fn rename(
    connection: &mut Connection,
    server: ServerId,
    id: PerspectiveId,
    name: &str,
    name_folded: &str,
) -> Result<()> {
    sqlx::query!(
        "UPDATE perspective SET name = ?, name_folded = ? WHERE server_id = ? AND id = ?",
        name,
        name_folded,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Puts a perspective at a place.
pub async fn place(connection: &mut Connection, server: ServerId, id: PerspectiveId, position: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE perspective SET position = ? WHERE server_id = ? AND id = ?",
        position,
        server,
        id
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sets what a perspective weighs from a day on.
pub async fn weigh(
    connection: &mut Connection,
    server: ServerId,
    id: PerspectiveId,
    from: NaiveDate,
    weight: Weight,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO perspective_weight (server_id, perspective_id, valid_from_on, weight) VALUES (?, ?, ?, ?)
         ON CONFLICT (server_id, perspective_id, valid_from_on) DO UPDATE SET weight = excluded.weight",
        server,
        id,
        from,
        weight,
    )
    .execute(connection)
    .await?;
    Ok(())
}
