//! What became of each message that asked for a value, for who wonders why they were asked, or were not.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::cycle::Step;
use crate::domain::id::{KpiId, PersonId, ReviewId, ServerId};
use crate::store::{Connection, Moment, Result};

/// Somebody who was asked for a value, and what became of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which rung of the ladder.
    pub rung: Step,
    /// Who was asked.
    pub person: PersonId,
    /// How they are called.
    pub name: String,
    /// When it was decided.
    pub asked_at: DateTime<Utc>,
    /// When the message is to be sent, or was.
    pub due_at: DateTime<Utc>,
    /// When the person got it first.
    pub said_at: Option<DateTime<Utc>>,
    /// Whether it is not sent any more.
    pub ended: bool,
    /// Why it was not sent, or not yet.
    pub reason: Option<String>,
    /// When the team channel was asked instead, because direct messages are closed.
    pub mentioned_at: Option<DateTime<Utc>>,
}

/// Who was asked for a KPI's value in a period, in the order in which they were.
pub async fn asked_for(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    first_day: NaiveDate,
) -> Result<Vec<Asked>> {
    let rows = sqlx::query!(
        r#"SELECT rung AS "rung: Step", ask.person_id AS "person!: PersonId", person.name AS name,
                  asked_at AS "asked_at: Moment", due_at AS "due_at: Moment", said_at AS "said_at: Moment",
                  ended IS NOT NULL AS "ended!: bool", reason,
                  (SELECT min(mention.said_at) FROM notice AS mention
                   WHERE mention.server_id = ask.server_id
                     AND mention.key BETWEEN 'unreached:' || notice.id || ':' AND 'unreached:' || notice.id || ';')
                      AS "mentioned_at: Moment"
           FROM ask
           JOIN person ON person.server_id = ask.server_id AND person.id = ask.person_id
           JOIN notice ON notice.server_id = ask.server_id AND notice.id = ask.notice_id
           WHERE ask.server_id = ? AND kpi_id = ? AND first_day_on = ? ORDER BY asked_at, ask.person_id"#,
        server,
        kpi,
        first_day,
    )
    .fetch_all(connection)
    .await?;
    let asked = rows.into_iter().map(|row| Asked {
        rung: row.rung,
        person: row.person,
        name: row.name,
        asked_at: row.asked_at.0,
        due_at: row.due_at.0,
        said_at: row.said_at.map(|moment| moment.0),
        ended: row.ended,
        reason: row.reason,
        mentioned_at: row.mentioned_at.map(|moment| moment.0),
    });
    Ok(asked.collect())
}

/// The steps that are behind values which become known so many days later, with what became of each.
pub async fn later_steps(
    connection: &mut Connection,
    server: ServerId,
    (review, known_after): (ReviewId, u16),
) -> Result<Vec<super::StepDone>> {
    let rows = sqlx::query!(
        r#"SELECT step AS "step: Step", done_at AS "at: Moment", skipped FROM review_later_step
           WHERE server_id = ? AND review_id = ? AND known_after = ? ORDER BY done_at"#,
        server,
        review,
        known_after,
    )
    .fetch_all(connection)
    .await?;
    let steps = rows.into_iter().map(|row| super::StepDone {
        step: row.step,
        at: row.at.0,
        skipped: row.skipped,
    });
    Ok(steps.collect())
}
