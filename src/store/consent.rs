//! Which numbers of private scorecards are used in others by the word of whoever decides about the private ones.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Connection, Moment, Result};
use crate::domain::id::{KpiId, ObjectiveId, PersonId, ScorecardId, ServerId};

/// What a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// An objective, whose score feeds another one.
    Objective(ObjectiveId),
    /// A KPI, whose values a formula reads.
    Kpi(KpiId),
}

impl Source {
    fn columns(self) -> (Option<ObjectiveId>, Option<KpiId>) {
        match self {
            Self::Objective(objective) => (Some(objective), None),
            Self::Kpi(kpi) => (None, Some(kpi)),
        }
    }
}

/// Notes that a number may be used in a scorecard.
pub async fn give(
    connection: &mut Connection,
    server: ServerId,
    (source, into): (Source, ScorecardId),
    (by, at): (PersonId, DateTime<Utc>),
) -> Result<()> {
    let ((objective, kpi), at) = (source.columns(), Moment(at));
    sqlx::query!(
        "INSERT INTO consent (server_id, objective_id, kpi_id, into_id, by_id, given_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        server,
        objective,
        kpi,
        into,
        by,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Whether a number may be used in a scorecard.
pub async fn given(
    connection: &mut Connection,
    server: ServerId,
    (source, into): (Source, ScorecardId),
) -> Result<bool> {
    let (objective, kpi) = source.columns();
    sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT 1 FROM consent
               WHERE server_id = ?1 AND objective_id IS ?2 AND kpi_id IS ?3 AND into_id = ?4
           ) AS "given!: bool""#,
        server,
        objective,
        kpi,
        into,
    )
    .fetch_one(connection)
    .await
}
