//! Finds a scorecard, or who manages it, without reading all of a server's.

use super::{Connection, Result};
use crate::domain::id::{PersonId, ScorecardId, ServerId};

/// The scorecard with a folded name.
pub async fn named(connection: &mut Connection, server: ServerId, name_folded: &str) -> Result<Option<ScorecardId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id!: ScorecardId" FROM scorecard
           WHERE server_id = ? AND name_folded = ? AND archived_at IS NULL"#,
        server,
        name_folded,
    )
    .fetch_optional(connection)
    .await
}

/// The folded names of all scorecards.
pub async fn names(connection: &mut Connection, server: ServerId) -> Result<Vec<String>> {
    sqlx::query_scalar!(
        "SELECT name_folded FROM scorecard WHERE server_id = ? AND archived_at IS NULL",
        server,
    )
    .fetch_all(connection)
    .await
}

/// Which scorecard stands below which, whoever may read them.
pub async fn parents(connection: &mut Connection, server: ServerId) -> Result<Vec<(ScorecardId, ScorecardId)>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: ScorecardId", parent_id AS "parent!: ScorecardId" FROM scorecard
           WHERE server_id = ? AND parent_id IS NOT NULL AND archived_at IS NULL"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.parent)).collect())
}

/// The scorecards of a team channel; two where there are more.
pub async fn of_channel(connection: &mut Connection, server: ServerId, channel: i64) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id!: ScorecardId" FROM scorecard
           WHERE server_id = ? AND channel_id = ? AND archived_at IS NULL LIMIT 2"#,
        server,
        channel,
    )
    .fetch_all(connection)
    .await
}

/// The scorecard at the top of the cascade, where there is only one.
pub async fn only_top(connection: &mut Connection, server: ServerId) -> Result<Option<ScorecardId>> {
    let found = sqlx::query_scalar!(
        r#"SELECT id AS "id!: ScorecardId" FROM scorecard
           WHERE server_id = ? AND parent_id IS NULL AND archived_at IS NULL LIMIT 2"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(match found[..] {
        [only] => Some(only),
        _ => None,
    })
}

/// Whether a person manages a scorecard or an ancestor of it.
pub async fn managed_above(
    connection: &mut Connection,
    server: ServerId,
    id: ScorecardId,
    person: PersonId,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"WITH RECURSIVE above (id, manager_id, parent_id) AS (
               SELECT id, manager_id, parent_id FROM scorecard WHERE server_id = ?1 AND id = ?2
               UNION
               SELECT s.id, s.manager_id, s.parent_id FROM above AS a
               JOIN scorecard AS s ON s.server_id = ?1 AND s.id = a.parent_id AND s.archived_at IS NULL
           )
           SELECT EXISTS (SELECT 1 FROM above WHERE manager_id = ?3) AS "managed!: bool""#,
        server,
        id,
        person,
    )
    .fetch_one(connection)
    .await
}

/// The managers of the scorecards above one, the nearest first.
pub async fn managers_above(connection: &mut Connection, server: ServerId, id: ScorecardId) -> Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"WITH RECURSIVE above (manager_id, parent_id, height) AS (
               SELECT manager_id, parent_id, 0 FROM scorecard WHERE server_id = ?1 AND id = ?2
               UNION ALL
               SELECT s.manager_id, s.parent_id, a.height + 1 FROM above AS a
               JOIN scorecard AS s ON s.server_id = ?1 AND s.id = a.parent_id AND s.archived_at IS NULL
           )
           SELECT manager_id AS "manager!: PersonId" FROM above WHERE height > 0 ORDER BY height"#,
        server,
        id,
    )
    .fetch_all(connection)
    .await
}

/// The scorecards that cascade from one.
pub async fn children(connection: &mut Connection, server: ServerId, parent: ScorecardId) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"SELECT id AS "id!: ScorecardId" FROM scorecard
           WHERE server_id = ? AND parent_id = ? AND archived_at IS NULL ORDER BY id"#,
        server,
        parent,
    )
    .fetch_all(connection)
    .await
}

/// The scorecards in which a person may be asked for a KPI: as its owner, as its deputy, as the manager, or in the place of
/// somebody who is away.
pub async fn answered_by(connection: &mut Connection, server: ServerId, person: PersonId) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"WITH answering (person_id) AS (
               SELECT ?2 UNION SELECT person_id FROM away WHERE server_id = ?1 AND begun = 1 AND deputy_id = ?2
           ), answered (scorecard_id) AS (
               SELECT id FROM scorecard WHERE server_id = ?1 AND manager_id IN answering
               UNION
               SELECT p.scorecard_id FROM answering AS a
               CROSS JOIN kpi_place AS l INDEXED BY kpi_place_by_owner
                   ON l.server_id = ?1 AND l.owner_id = a.person_id
               JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               UNION
               SELECT p.scorecard_id FROM kpi_place AS l INDEXED BY kpi_place_by_deputy
               JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               WHERE l.server_id = ?1 AND l.deputy_id = ?2
           )
           SELECT s.id AS "id!: ScorecardId" FROM answered
           JOIN scorecard AS s ON s.server_id = ?1 AND s.id = answered.scorecard_id
           WHERE s.archived_at IS NULL
           ORDER BY s.id"#,
        server,
        person,
    )
    .fetch_all(connection)
    .await
}

/// The scorecards that a person manages, or is over: those below what they manage; all of them for who administers.
/// Archived ones too, but what was below them is no longer.
pub async fn managed(
    connection: &mut Connection,
    server: ServerId,
    (person, administrator): (PersonId, bool),
) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"WITH RECURSIVE managed (id) AS (
               SELECT id FROM scorecard WHERE server_id = ?1 AND (?3 OR manager_id = ?2)
               UNION
               SELECT s.id FROM managed AS m
               JOIN scorecard AS above ON above.server_id = ?1 AND above.id = m.id AND above.archived_at IS NULL
               JOIN scorecard AS s ON s.server_id = ?1 AND s.parent_id = above.id
           )
           SELECT id AS "id!: ScorecardId" FROM managed"#,
        server,
        person,
        administrator,
    )
    .fetch_all(connection)
    .await
}
