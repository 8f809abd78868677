//! Reviews: one row a scorecard and period, which steps of the cycle are behind it, and who was asked for what.

mod ask;
mod asked;
mod later;
mod reopen;
mod restated;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result};
use crate::domain::cycle::{ReviewState, Step};
use crate::domain::id::{ReviewId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};

pub use ask::{
    Ask, ask, ask_again, asking, asks_of_notice, move_asks, reached, scorecards_asking, stood_in_for, unask,
};
pub use asked::{Asked, asked_for, later_steps};
pub use later::{later_step_done, later_steps_done};
pub use reopen::{reopen, reopened_at};
pub use restated::{
    Closed, Restatement, closed_of, closed_with, published, published_kpis, restate, restate_above, restated_of,
    restatements, restatements_below,
};

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its row.
    pub id: ReviewId,
    /// The period that is reviewed.
    pub period: Period,
    /// How far it is.
    pub state: ReviewState,
}

/// The review of a period, if it was opened.
pub async fn of_period(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    period: Period,
) -> Result<Option<Review>> {
    let (kind, first_day) = (period.kind(), period.first_day());
    let row = sqlx::query!(
        r#"SELECT id AS "id!: ReviewId", state AS "state: ReviewState" FROM review
           WHERE server_id = ? AND scorecard_id = ? AND kind = ? AND first_day_on = ?"#,
        server,
        scorecard,
        kind,
        first_day,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Review {
        id: row.id,
        period,
        state: row.state,
    }))
}

/// A review by its row, and the scorecard whose it is.
pub async fn by_id(
    connection: &mut Connection,
    server: ServerId,
    id: ReviewId,
) -> Result<Option<(ScorecardId, Review)>> {
    let row = sqlx::query!(
        r#"SELECT scorecard_id AS "card: ScorecardId", kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate",
                  state AS "state: ReviewState"
           FROM review WHERE server_id = ? AND id = ?"#,
        server,
        id,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.and_then(|row| {
        let period = Period::starting(row.kind, row.first_day)?;
        let state = row.state;
        Some((row.card, Review { id, period, state }))
    }))
}

/// The reviews that are not closed, the oldest first.
pub async fn open(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Vec<Review>> {
    let rows = sqlx::query!(
        r#"SELECT id AS "id!: ReviewId", kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate",
                  state AS "state: ReviewState"
           FROM review WHERE server_id = ? AND scorecard_id = ? AND state <> 'closed' ORDER BY first_day_on"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let period = Period::starting(row.kind, row.first_day)?;
            Some(Review {
                id: row.id,
                period,
                state: row.state,
            })
        })
        .collect())
}

/// Opens the review of a period.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    period: Period,
    now: DateTime<Utc>,
) -> Result<Review> {
    let (kind, first_day, now) = (period.kind(), period.first_day(), Moment(now));
    let inserted = sqlx::query!(
        "INSERT INTO review (server_id, scorecard_id, kind, first_day_on, state, opened_at)
         VALUES (?, ?, ?, ?, 'collecting', ?)",
        server,
        scorecard,
        kind,
        first_day,
        now,
    )
    .execute(connection)
    .await?;
    Ok(Review {
        id: ReviewId::from(inserted.last_insert_rowid()),
        period,
        state: ReviewState::Collecting,
    })
}

/// Moves a review on; a closed one keeps its numbers as published.
pub async fn set_state(
    connection: &mut Connection,
    server: ServerId,
    id: ReviewId,
    state: ReviewState,
    closing: Option<(DateTime<Utc>, &str)>,
) -> Result<()> {
    let closed_at = closing.map(|(at, _)| Moment(at));
    let published = closing.map(|(_, published)| published);
    sqlx::query!(
        "UPDATE review SET state = ?, closed_at = coalesce(?, closed_at), published = coalesce(?, published)
         WHERE server_id = ? AND id = ?",
        state,
        closed_at,
        published,
        server,
        id,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The steps that are behind a review, said or skipped.
pub async fn steps_done(connection: &mut Connection, server: ServerId, id: ReviewId) -> Result<Vec<Step>> {
    sqlx::query_scalar!(
        r#"SELECT step AS "step: Step" FROM review_step WHERE server_id = ? AND review_id = ?"#,
        server,
        id,
    )
    .fetch_all(connection)
    .await
}

/// A step that is behind a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDone {
    /// Which.
    pub step: Step,
    /// When it was taken.
    pub at: DateTime<Utc>,
    /// Why it was not said, where it was not.
    pub skipped: Option<String>,
}

/// The steps that are behind a review, in the order they were taken.
pub async fn steps(connection: &mut Connection, server: ServerId, id: ReviewId) -> Result<Vec<StepDone>> {
    let rows = sqlx::query!(
        r#"SELECT step AS "step: Step", done_at AS "at: Moment", skipped
           FROM review_step WHERE server_id = ? AND review_id = ? ORDER BY done_at"#,
        server,
        id,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| StepDone {
            step: row.step,
            at: row.at.0,
            skipped: row.skipped,
        })
        .collect())
}

/// Puts a step behind a review, with the reason if it is not said.
pub async fn step_done(
    connection: &mut Connection,
    server: ServerId,
    id: ReviewId,
    step: Step,
    done: (DateTime<Utc>, Option<&str>),
) -> Result<()> {
    let (at, skipped) = (Moment(done.0), done.1);
    sqlx::query!(
        "INSERT INTO review_step (server_id, review_id, step, done_at, skipped) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        server,
        id,
        step,
        at,
        skipped,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The periods of a scorecard whose review is closed.
pub async fn closed(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Vec<Period>> {
    let rows = sqlx::query!(
        r#"SELECT kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate" FROM review
           WHERE server_id = ? AND scorecard_id = ? AND state = 'closed'"#,
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Period::starting(row.kind, row.first_day))
        .collect())
}

/// The newest review of a scorecard, closed or not.
pub async fn newest(connection: &mut Connection, server: ServerId, scorecard: ScorecardId) -> Result<Option<Review>> {
    let row = sqlx::query!(
        r#"SELECT id AS "id!: ReviewId", kind AS "kind: PeriodKind", first_day_on AS "first_day: NaiveDate",
                  state AS "state: ReviewState"
           FROM review WHERE server_id = ? AND scorecard_id = ? ORDER BY first_day_on DESC LIMIT 1"#,
        server,
        scorecard,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.and_then(|row| {
        let period = Period::starting(row.kind, row.first_day)?;
        Some(Review {
            id: row.id,
            period,
            state: row.state,
        })
    }))
}
