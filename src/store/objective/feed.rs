//! What feeds an objective: objectives of scorecards below, each with a weight from a day on.

use chrono::NaiveDate;

use crate::domain::id::{ObjectiveId, ScorecardId, ServerId};
use crate::domain::weight::Weight;
use crate::store::{Connection, Result};

/// An objective that feeds another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// The objective that is fed.
    pub fed: ObjectiveId,
    /// The objective that feeds.
    pub source: ObjectiveId,
    /// The scorecard of the objective that feeds.
    pub below: ScorecardId,
    /// Its weight among the inputs of what it feeds.
    pub weight: Weight,
}

/// A feed with the names of its two ends, whenever it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The objective that is fed.
    pub fed: ObjectiveId,
    /// Its name.
    pub fed_name: String,
    /// Its scorecard.
    pub above: ScorecardId,
    /// The objective that feeds.
    pub source: ObjectiveId,
    /// Its name.
    pub source_name: String,
    /// Its scorecard.
    pub below: ScorecardId,
    /// Its weight at present; none where it feeds no more.
    pub weight: Option<Weight>,
}

/// What feeds the objectives of a scorecard on a day.
pub async fn into(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    on: NaiveDate,
) -> Result<Vec<Feed>> {
    sqlx::query_as!(
        Feed,
        r#"SELECT f.fed_id AS "fed: ObjectiveId", f.source_id AS "source: ObjectiveId",
                  q.scorecard_id AS "below: ScorecardId", f.weight AS "weight!: Weight"
           FROM perspective AS p
           JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
           JOIN objective_feed AS f ON f.server_id = o.server_id AND f.fed_id = o.id
           JOIN objective AS b ON b.server_id = f.server_id AND b.id = f.source_id
           JOIN perspective AS q ON q.server_id = b.server_id AND q.id = b.perspective_id
           WHERE p.server_id = ?1 AND p.scorecard_id = ?2 AND f.weight IS NOT NULL
             AND f.valid_from_on = (SELECT max(valid_from_on) FROM objective_feed AS latest
                                    WHERE latest.server_id = f.server_id AND latest.fed_id = f.fed_id
                                      AND latest.source_id = f.source_id AND latest.valid_from_on <= ?3)
           ORDER BY f.fed_id, q.scorecard_id, b.position, f.source_id"#,
        server,
        scorecard,
        on,
    )
    .fetch_all(connection)
    .await
}

/// The scorecards whose objectives those of a scorecard feed, or ever fed.
pub async fn above(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Vec<ScorecardId>> {
    sqlx::query_scalar!(
        r#"SELECT DISTINCT q.scorecard_id AS "above: ScorecardId"
           FROM perspective AS p
           JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
           JOIN objective_feed AS f ON f.server_id = o.server_id AND f.source_id = o.id
           JOIN objective AS a ON a.server_id = f.server_id AND a.id = f.fed_id
           JOIN perspective AS q ON q.server_id = a.server_id AND q.id = a.perspective_id
           WHERE p.server_id = ? AND p.scorecard_id = ? ORDER BY q.scorecard_id"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await
}

/// Whether any objective of a scorecard feeds another one at present.
pub async fn from(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM perspective AS p
               JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
               JOIN objective_feed AS f ON f.server_id = o.server_id AND f.source_id = o.id
               WHERE p.server_id = ? AND p.scorecard_id = ? AND f.weight IS NOT NULL
                 AND f.valid_from_on = (SELECT max(valid_from_on) FROM objective_feed AS latest
                                        WHERE latest.server_id = f.server_id AND latest.fed_id = f.fed_id
                                          AND latest.source_id = f.source_id)
           ) AS "feeds!: bool""#,
        server,
        scorecard,
    )
    .fetch_one(connection)
    .await
}

/// Feeds of the server `?1`, each once, with its newest weight; what follows narrows them.
macro_rules! edges {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Edge,
            r#"SELECT o.id AS "fed!: ObjectiveId", o.name AS fed_name, p.scorecard_id AS "above: ScorecardId",
                      b.id AS "source!: ObjectiveId", b.name AS source_name, q.scorecard_id AS "below: ScorecardId",
                      f.weight AS "weight: Weight"
               FROM objective_feed AS f
               JOIN objective AS o ON o.server_id = f.server_id AND o.id = f.fed_id
               JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
               JOIN objective AS b ON b.server_id = f.server_id AND b.id = f.source_id
               JOIN perspective AS q ON q.server_id = b.server_id AND q.id = b.perspective_id
               WHERE f.server_id = ?1
                 AND f.valid_from_on = (SELECT max(valid_from_on) FROM objective_feed AS latest
                                        WHERE latest.server_id = f.server_id AND latest.fed_id = f.fed_id
                                          AND latest.source_id = f.source_id) "#
                + $narrowed
                + " ORDER BY f.fed_id, q.scorecard_id, b.position, f.source_id",
            $($argument),+
        )
    };
}

/// Every feed of a server that holds or held.
pub async fn all(connection: &mut Connection, server: ServerId) -> Result<Vec<Edge>> {
    edges!("", server).fetch_all(connection).await
}

/// The feeds at present from and into an objective.
pub async fn around(connection: &mut Connection, server: ServerId, id: ObjectiveId) -> Result<Vec<Edge>> {
    edges!("AND f.weight IS NOT NULL AND ?2 IN (f.fed_id, f.source_id)", server, id)
        .fetch_all(connection)
        .await
}

/// Says what an objective weighs in another one from a day on; without a weight it feeds it no more.
pub async fn set(
    connection: &mut Connection,
    server: ServerId,
    (source, fed): (ObjectiveId, ObjectiveId),
    from: NaiveDate,
    weight: Option<Weight>,
) -> Result<()> {
    sqlx::query!(
        "INSERT INTO objective_feed (server_id, fed_id, source_id, valid_from_on, weight) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (server_id, fed_id, source_id, valid_from_on) DO UPDATE SET weight = excluded.weight",
        server,
        fed,
        source,
        from,
        weight,
    )
    .execute(connection)
    .await?;
    Ok(())
}
