//! Closed reviews whose numbers changed after their close: what they published stays, and who changed what is kept.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result, Review};
use crate::domain::cycle::ReviewState;
use crate::domain::id::{KpiId, PersonId, ReviewId, ScorecardId, ServerId};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::restatement::Cause;

/// What changed a closed review's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restatement {
    /// Of which KPI.
    pub kpi: KpiId,
    /// Who changed it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What changed it.
    pub cause: Cause,
    /// Why, where it was changed on purpose.
    pub reason: Option<String>,
}

/// A closed review, with its scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The review.
    pub review: Review,
    /// Its scorecard.
    pub scorecard: ScorecardId,
    /// That scorecard's fiscal calendar.
    pub fiscal: FiscalStart,
    /// When it was closed.
    pub at: DateTime<Utc>,
}

/// The closed reviews of every scorecard in which a KPI ever stood, the oldest first.
pub async fn closed_with(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<Closed>> {
    let rows = sqlx::query!(
        r#"SELECT r.id AS "id!: ReviewId", kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate",
                  state AS "state: ReviewState", closed_at AS "at: Moment", s.id AS "scorecard!: ScorecardId", fiscal_start AS "fiscal: FiscalStart"
           FROM review AS r JOIN scorecard AS s ON s.server_id = r.server_id AND s.id = r.scorecard_id
           WHERE r.server_id = ?1 AND state = 'closed'
             AND s.id IN (SELECT p.scorecard_id FROM kpi_place AS l
                          JOIN objective AS o ON o.server_id = l.server_id AND o.id = l.objective_id
                          JOIN perspective AS p ON p.server_id = o.server_id AND p.id = o.perspective_id
                          WHERE l.server_id = ?1 AND l.kpi_id = ?2)
           ORDER BY first_day_on"#,
        server,
        kpi,
    )
    .fetch_all(connection)
    .await?;
    let closed = rows.into_iter().filter_map(|row| {
        let review = Review {
            id: row.id,
            period: Period::starting(row.kind, row.first_day)?,
            state: row.state,
        };
        Some(Closed {
            review,
            scorecard: row.scorecard,
            fiscal: row.fiscal,
            at: row.at.map(|at| at.0).unwrap_or_default(),
        })
    });
    Ok(closed.collect())
}

/// The closed reviews of a scorecard, the oldest first.
pub async fn closed_of(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Vec<Review>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: ReviewId", kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate",
                  state AS "state: ReviewState"
           FROM review WHERE server_id = ? AND scorecard_id = ? AND state = 'closed' ORDER BY first_day_on"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    let closed = rows.into_iter().filter_map(|row| {
        Some(Review {
            id: row.id,
            period: Period::starting(row.kind, row.first_day)?,
            state: row.state,
        })
    });
    Ok(closed.collect())
}

/// The KPIs that ever stood in a scorecard of which a review is closed.
pub async fn published_kpis(connection: &mut Connection, server: ServerId) -> Result<HashSet<KpiId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT DISTINCT l.kpi_id AS "id!: KpiId"
           FROM (SELECT DISTINCT scorecard_id FROM review WHERE server_id = ?1 AND state = 'closed') AS r
           JOIN perspective AS p ON p.server_id = ?1 AND p.scorecard_id = r.scorecard_id
           JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
           JOIN kpi_place AS l ON l.server_id = o.server_id AND l.objective_id = o.id"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().collect())
}

/// Marks a closed review as restated.
pub async fn restate(
    connection: &mut Connection,
    server: ServerId,
    review: ReviewId,
    restatement: &Restatement,
) -> Result<()> {
    let at = Moment(restatement.at);
    sqlx::query!(
        "INSERT INTO review_restatement (server_id, review_id, kpi_id, cause, reason, by_id, made_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        server,
        review,
        restatement.kpi,
        restatement.cause,
        restatement.reason,
        restatement.by,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Marks a closed review as restated by what changed in a scorecard that feeds it.
pub async fn restate_above(
    connection: &mut Connection,
    server: ServerId,
    (review, below): (ReviewId, ScorecardId),
    restatement: &Restatement,
) -> Result<()> {
    let at = Moment(restatement.at);
    sqlx::query!(
        "INSERT INTO review_restatement (server_id, review_id, kpi_id, below_id, cause, reason, by_id, made_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        server,
        review,
        restatement.kpi,
        below,
        restatement.cause,
        restatement.reason,
        restatement.by,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What changed a closed review's numbers in scorecards that feed it, with the name of the scorecard; the newest first. Of
/// a private one there is neither its name nor the reason: it shows as one input, without its parts.
pub async fn restatements_below(
    connection: &mut Connection,
    server: ServerId,
    review: ReviewId,
) -> Result<Vec<(String, Restatement)>> {
    let rows = sqlx::query!(
        r#"SELECT iif(s.visibility = 'open', s.name, '') AS "name!: String", r.kpi_id AS "kpi: KpiId", r.cause AS "cause: Cause",
                  iif(s.visibility = 'open', r.reason, NULL) AS "reason: String", r.by_id AS "by: PersonId", r.made_at AS "at: Moment"
           FROM review_restatement AS r JOIN scorecard AS s ON s.server_id = r.server_id AND s.id = r.below_id
           WHERE r.server_id = ? AND r.review_id = ? ORDER BY r.id DESC"#,
        server,
        review,
    )
    .fetch_all(connection)
    .await?;
    let restatement = rows.into_iter().map(|row| {
        let restatement = Restatement {
            kpi: row.kpi,
            by: row.by,
            at: row.at.0,
            cause: row.cause,
            reason: row.reason,
        };
        (row.name, restatement)
    });
    Ok(restatement.collect())
}

/// What changed a closed review's numbers in its own scorecard, the newest first.
pub async fn restatements(connection: &mut Connection, server: ServerId, review: ReviewId) -> Result<Vec<Restatement>> {
    let rows = sqlx::query!(
        r#"SELECT kpi_id AS "kpi: KpiId", cause AS "cause: Cause", reason, by_id AS "by: PersonId", made_at AS "at: Moment"
           FROM review_restatement WHERE server_id = ? AND review_id = ? AND below_id IS NULL ORDER BY id DESC"#,
        server,
        review,
    )
    .fetch_all(connection)
    .await?;
    let restatement = rows.into_iter().map(|row| Restatement {
        kpi: row.kpi,
        by: row.by,
        at: row.at.0,
        cause: row.cause,
        reason: row.reason,
    });
    Ok(restatement.collect())
}

/// The numbers of a review as published; none where it published none.
pub async fn published(connection: &mut Connection, server: ServerId, review: ReviewId) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "SELECT published FROM review WHERE server_id = ? AND id = ?",
        server,
        review
    )
    .fetch_optional(connection)
    .await
    .map(Option::flatten)
}

/// The periods of the closed reviews whose numbers were changed by a KPI, the oldest first.
pub async fn restated_of(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<Period>> {
    let rows = sqlx::query!(
        r#"SELECT DISTINCT kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate"
           FROM review_restatement AS t JOIN review AS r ON r.server_id = t.server_id AND r.id = t.review_id
           WHERE t.server_id = ? AND t.kpi_id = ? ORDER BY first_day_on"#,
        server,
        kpi,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Period::starting(row.kind, row.first_day))
        .collect())
}
