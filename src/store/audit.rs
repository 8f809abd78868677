//! The audit trail: one row a change, never changed itself.

use chrono::{DateTime, Utc};

use super::{Connection, Moment, Result, codec};
use crate::domain::audit::{Subject, Verb};
use crate::domain::id::{KpiId, ObjectiveId, PersonId, ScorecardId, ServerId};

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

/// What was done last to a thing, and when.
pub async fn newest_of(
    connection: &mut Connection,
    server: ServerId,
    (subject, row): (Subject, i64),
) -> Result<Option<(Verb, DateTime<Utc>)>> {
    let row = sqlx::query!(
        r#"SELECT verb AS "verb: Verb", changed_at AS "at: Moment" FROM audit
           WHERE server_id = ? AND subject = ? AND row_id = ? ORDER BY id DESC LIMIT 1"#,
        server,
        subject,
        row,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| (row.verb, row.at.0)))
}

/// A change as it was written down.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its row: a newer one is higher.
    pub id: i64,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Who made it.
    pub person: String,
    /// What was done.
    pub verb: Verb,
    /// To what kind of thing.
    pub subject: Subject,
    /// How that thing was called then.
    pub name: String,
    /// The scorecard it was part of.
    pub scorecard: Option<ScorecardId>,
    /// What changed, as versioned JSON.
    pub changes: String,
    /// Why.
    pub reason: Option<String>,
}

/// Which entries are sought.
#[derive(Debug, Clone, Copy)]
pub struct Sought {
    /// Only what this person did.
    pub person: Option<PersonId>,
    /// Only what was done to this kind of thing.
    pub subject: Option<Subject>,
    /// Not before.
    pub since: Option<DateTime<Utc>>,
    /// Before this instant.
    pub until: Option<DateTime<Utc>>,
    /// Only what is older than this entry.
    pub before: Option<i64>,
    /// At most so many.
    pub most: i64,
}

/// What of the trail a reader may see.
#[derive(Debug, Clone)]
pub struct Sight {
    /// Also what belongs to no scorecard.
    pub administrator: bool,
    /// The scorecards that exist for them.
    pub seen: Vec<ScorecardId>,
    /// Those within which they see everything.
    pub managed: Vec<ScorecardId>,
    /// Their KPIs.
    pub kpis: Vec<KpiId>,
    /// Their objectives.
    pub objectives: Vec<ObjectiveId>,
}

/// The entries that are sought and may be seen, the newest first.
pub async fn find(
    connection: &mut Connection,
    (server, reader): (ServerId, PersonId),
    sought: &Sought,
    sight: &Sight,
) -> Result<Vec<Row>> {
    let (since, until) = (sought.since.map(Moment), sought.until.map(Moment));
    let (seen, managed) = (codec::list(&sight.seen), codec::list(&sight.managed));
    let (kpis, objectives) = (codec::list(&sight.kpis), codec::list(&sight.objectives));
    let rows = sqlx::query!(
        r#"SELECT a.id AS "id!: i64", a.changed_at AS "at: Moment", p.name AS person, a.verb AS "verb: Verb",
                  a.subject AS "subject: Subject", a.name, a.scorecard_id AS "scorecard: ScorecardId", a.changes, a.reason
           FROM audit AS a JOIN person AS p ON p.server_id = a.server_id AND p.id = a.person_id
           WHERE a.server_id = ?1 AND (?2 IS NULL OR a.person_id = ?2) AND (?3 IS NULL OR a.subject = ?3)
             AND (?4 IS NULL OR a.changed_at >= ?4) AND (?5 IS NULL OR a.changed_at < ?5)
             AND (?6 IS NULL OR a.id < ?6)
             AND ((a.scorecard_id IS NULL AND (?7 OR a.person_id = ?8))
                  OR a.scorecard_id IN (SELECT value FROM json_each(?10))
                  OR (a.scorecard_id IN (SELECT value FROM json_each(?9))
                      AND (a.person_id = ?8
                           OR (a.subject = 'kpi' AND a.row_id IN (SELECT value FROM json_each(?11)))
                           OR (a.subject = 'objective' AND a.row_id IN (SELECT value FROM json_each(?12))))))
           ORDER BY a.id DESC LIMIT ?13"#,
        server,
        sought.person,
        sought.subject,
        since,
        until,
        sought.before,
        sight.administrator,
        reader,
        seen,
        managed,
        kpis,
        objectives,
        sought.most,
    )
    .fetch_all(connection)
    .await?;
    let read = rows.into_iter().map(|row| Row {
        id: row.id,
        at: row.at.0,
        person: row.person,
        verb: row.verb,
        subject: row.subject,
        name: row.name,
        scorecard: row.scorecard,
        changes: row.changes,
        reason: row.reason,
    });
    Ok(read.collect())
}
