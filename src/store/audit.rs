//! The audit trail: one row a change, never changed itself.

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result};
use crate::domain::audit::{Subject, Verb};
use crate::domain::id::{PersonId, ScorecardId, ServerId};

/// A change to be written down.
#[derive(Debug, Clone)]
pub struct NewEntry<'a> {
    /// Who made it.
    pub person: PersonId,
    /// What was done.
    pub verb: Verb,
    /// To what kind of thing.
    pub subject: Subject,
    /// The row of that thing; none where there is only one of it.
    pub row: Option<i64>,
    /// How that thing was called then.
    pub name: &'a str,
    /// The scorecard it was part of, if any: who may see that may see this.
    pub scorecard: Option<ScorecardId>,
    /// What changed, as versioned JSON.
    pub changes: &'a str,
    /// Why, where a reason was given.
    pub reason: Option<&'a str>,
}

/// Writes a change down.
pub async fn insert(
    connection: &mut Connection,
    server: ServerId,
    new: &NewEntry<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Moment(now);
    sqlx::query!(
        "INSERT INTO audit (server_id, changed_at, person_id, verb, subject, row_id, name, scorecard_id, changes, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        server,
        now,
        new.person,
        new.verb,
        new.subject,
        new.row,
        new.name,
        new.scorecard,
        new.changes,
        new.reason,
    )
    .execute(connection)
    .await?;
    Ok(())
}
