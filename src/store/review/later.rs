//! Which rungs of the cycle are behind a review for values that become known later than its first day.

use chrono::{DateTime, Utc};

use crate::domain::cycle::Step;
use crate::domain::id::{ReviewId, ServerId};
use crate::store::{Connection, Moment, Result};

/// The steps that are behind the values of a review that become known so many days later, said or skipped.
pub async fn later_steps_done(
    connection: &mut Connection,
    server: ServerId,
    (review, known_after): (ReviewId, u16),
) -> Result<Vec<Step>> {
    sqlx::query_scalar!(
        r#"SELECT step AS "step: Step" FROM review_later_step
           WHERE server_id = ? AND review_id = ? AND known_after = ?"#,
        server,
        review,
        known_after,
    )
    .fetch_all(connection)
    .await
}

/// Puts a step behind them, with the reason if it is not said.
pub async fn later_step_done(
    connection: &mut Connection,
    server: ServerId,
    (review, known_after): (ReviewId, u16),
    step: Step,
    (at, skipped): (DateTime<Utc>, Option<&str>),
) -> Result<()> {
    let at = Moment(at);
    sqlx::query!(
        "INSERT INTO review_later_step (server_id, review_id, known_after, step, done_at, skipped)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        server,
        review,
        known_after,
        step,
        at,
        skipped,
    )
    .execute(connection)
    .await?;
    Ok(())
}
