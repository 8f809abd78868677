//! The revisions of a KPI as they were entered, the newest first.

use chrono::{DateTime, NaiveDate, Utc};

use super::entry;
use crate::domain::actual::Source;
use crate::domain::id::{KpiId, ServerId};
use crate::domain::value::Entry;
use crate::store::{Connection, Moment, Number, Result};

/// A revision beside the one before it.
#[derive(Debug, Clone, PartialEq)]
pub struct PastRevision {
    /// The first day of its period.
    pub first_day: NaiveDate,
    /// What held before; none: blank.
    pub before: Option<Entry>,
    /// What holds from then on; none: blank again.
    pub after: Option<Entry>,
    /// What was said with it.
    pub note: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// Through which door.
    pub source: Source,
    /// When.
    pub at: DateTime<Utc>,
}

/// Some revisions of a KPI, of one period or of all, after as many newer ones.
pub async fn history(
    connection: &mut Connection,
    server: ServerId,
    (kpi, first_day): (KpiId, Option<NaiveDate>),
    (skipped, most): (i64, i64),
) -> Result<Vec<PastRevision>> {
    let rows = sqlx::query!(
        r#"SELECT a.first_day_on AS "first_day: NaiveDate", a.value AS "value: Number", a.reason, a.note,
                  a.source AS "source: Source", a.entered_at AS "at: Moment", p.name AS author,
                  b.value AS "value_before: Number", b.reason AS reason_before
           FROM actual AS a
           JOIN person AS p ON p.server_id = a.server_id AND p.id = a.author_id
           LEFT JOIN actual AS b ON b.server_id = a.server_id AND b.kpi_id = a.kpi_id
                                AND b.first_day_on = a.first_day_on AND b.revision = a.revision - 1
           WHERE a.server_id = ?1 AND a.kpi_id = ?2 AND (?3 IS NULL OR a.first_day_on = ?3)
           ORDER BY a.entered_at DESC, a.first_day_on DESC, a.revision DESC LIMIT ?5 OFFSET ?4"#,
        server,
        kpi,
        first_day,
        skipped,
        most,
    )
    .fetch_all(connection)
    .await?;
    let revised = rows.into_iter().map(|row| PastRevision {
        first_day: row.first_day,
        before: entry(row.value_before, row.reason_before),
        after: entry(row.value, row.reason),
        note: row.note,
        author: row.author,
        source: row.source,
        at: row.at.0,
    });
    Ok(revised.collect())
}
