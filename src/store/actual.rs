//! Actuals: one row a revision; the highest is what holds.

mod history;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::{Connection, Moment, Number, Result, codec};
use crate::domain::actual::Source;
use crate::domain::id::{KpiId, PersonId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::value::Entry;

pub use history::{PastRevision, history};

/// One revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its number, from 1.
    pub revision: i64,
    /// What holds; none: blank again.
    pub actual: Option<Entry>,
    /// What was said with it.
    pub note: Option<String>,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub entered_at: DateTime<Utc>,
}

struct Row {
    kpi_id: KpiId,
    frequency: PeriodKind,
    first_day_on: NaiveDate,
    value: Option<Number>,
    reason: Option<String>,
}

impl Row {
    /// What holds, where it is not blank.
    fn held(self) -> Option<(KpiId, Period, Entry)> {
        let period = Period::starting(self.frequency, self.first_day_on)?;
        Some((self.kpi_id, period, entry(self.value, self.reason)?))
    }
}

fn entry(value: Option<Number>, reason: Option<String>) -> Option<Entry> {
    match (value, reason) {
        (Some(number), _) => Some(Entry::Number(number.0)),
        (None, Some(reason)) => Some(Entry::NotApplicable { reason }),
        (None, None) => None,
    }
}

/// What holds in the server `?1`, as rows; what follows narrows it.
macro_rules! held {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT kpi_id AS "kpi_id: KpiId", frequency AS "frequency: PeriodKind",
                      first_day_on AS "first_day_on: NaiveDate", value AS "value: Number", reason
               FROM actual AS a JOIN kpi AS k ON k.server_id = a.server_id AND k.id = a.kpi_id
               WHERE a.server_id = ?1
                 AND revision = (SELECT max(revision) FROM actual AS latest
                                 WHERE latest.server_id = a.server_id AND latest.kpi_id = a.kpi_id
                                   AND latest.first_day_on = a.first_day_on) "#
                + $narrowed,
            $($argument),+
        )
    };
}

/// What holds for one KPI, by period.
pub async fn of_kpi(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<BTreeMap<Period, Entry>> {
    let rows = held!("AND a.kpi_id = ?2", server, kpi).fetch_all(connection).await?;
    Ok(rows
        .into_iter()
        .filter_map(Row::held)
        .map(|(_, period, entry)| (period, entry))
        .collect())
}

/// What holds for every KPI that ever stood in a scorecard, by KPI and period.
pub async fn of_scorecard(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
) -> Result<HashMap<KpiId, BTreeMap<Period, Entry>>> {
    let rows = held!(
        "AND a.kpi_id IN (SELECT l.kpi_id FROM perspective AS p
                          JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
                          JOIN kpi_place AS l ON l.server_id = o.server_id AND l.objective_id = o.id
                          WHERE p.server_id = ?1 AND p.scorecard_id = ?2)",
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    let mut actuals: HashMap<KpiId, BTreeMap<Period, Entry>> = HashMap::new();
    for (kpi, period, entry) in rows.into_iter().filter_map(Row::held) {
        actuals.entry(kpi).or_default().insert(period, entry);
    }
    Ok(actuals)
}

/// What holds in a period, with what was said with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The value, or why there is none.
    pub entry: Entry,
    /// What was said with it.
    pub note: Option<String>,
}

/// What holds for some KPIs, by KPI and period.
pub async fn of_kpis(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[KpiId],
) -> Result<HashMap<KpiId, BTreeMap<Period, Noted>>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query!(
        r#"SELECT a.kpi_id AS "kpi_id!: KpiId", k.frequency AS "frequency: PeriodKind",
                  a.first_day_on AS "first_day_on: NaiveDate", a.value AS "value: Number", a.reason, a.note
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi AS k ON k.server_id = ?1 AND k.id = wanted.value
           CROSS JOIN actual AS a ON a.server_id = k.server_id AND a.kpi_id = k.id
           WHERE a.revision = (SELECT max(revision) FROM actual AS latest
                               WHERE latest.server_id = a.server_id AND latest.kpi_id = a.kpi_id
                                 AND latest.first_day_on = a.first_day_on)"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let mut actuals: HashMap<KpiId, BTreeMap<Period, Noted>> = HashMap::new();
    for row in rows {
        let (period, entry) = (
            Period::starting(row.frequency, row.first_day_on),
            entry(row.value, row.reason),
        );
        if let (Some(period), Some(entry)) = (period, entry) {
            actuals
                .entry(row.kpi_id)
                .or_default()
                .insert(period, Noted { entry, note: row.note });
        }
    }
    Ok(actuals)
}

/// The KPIs of a server that have any revision.
pub async fn measured(connection: &mut Connection, server: ServerId) -> Result<HashSet<KpiId>> {
    let ids = sqlx::query_scalar!(
        r#"SELECT id AS "id!: KpiId" FROM kpi AS k
           WHERE server_id = ?
             AND EXISTS (SELECT 1 FROM actual AS a WHERE a.server_id = k.server_id AND a.kpi_id = k.id)"#,
        server,
    )
    .fetch_all(connection)
    .await?;
    Ok(ids.into_iter().collect())
}

/// The revisions of one period, the latest first.
pub async fn revisions(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    first_day: NaiveDate,
) -> Result<Vec<Revision>> {
    let rows = sqlx::query!(
        r#"SELECT revision, value AS "value: Number", reason, note, author_id AS "author: PersonId",
                  entered_at AS "entered_at: Moment"
           FROM actual WHERE server_id = ? AND kpi_id = ? AND first_day_on = ? ORDER BY revision DESC"#,
        server,
        kpi,
        first_day,
    )
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Revision {
            revision: row.revision,
            actual: entry(row.value, row.reason),
            note: row.note,
            author: row.author,
            entered_at: row.entered_at.0,
        })
        .collect())
}

/// Whether there is any revision of a KPI.
pub async fn any(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM actual WHERE server_id = ? AND kpi_id = ?) AS "found!: bool""#,
        server,
        kpi,
    )
    .fetch_one(connection)
    .await?;
    Ok(found)
}

/// A revision to be written.
#[derive(Debug, Clone)]
pub struct NewRevision<'a> {
    /// The KPI.
    pub kpi: KpiId,
    /// The first day of the period.
    pub first_day: NaiveDate,
    /// What holds from now; none: blank again.
    pub actual: Option<&'a Entry>,
    /// What is said with it.
    pub note: Option<&'a str>,
    /// Who writes it.
    pub author: PersonId,
    /// Through which door.
    pub source: Source,
}

/// Adds a revision; gives its number.
pub async fn add(
    connection: &mut Connection,
    server: ServerId,
    new: &NewRevision<'_>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let (state, value, reason): (&str, Option<Decimal>, Option<&str>) = match new.actual {
        Some(Entry::Number(value)) => ("number", Some(*value), None),
        Some(Entry::NotApplicable { reason }) => ("not-applicable", None, Some(reason)),
        None => ("blank", None, None),
    };
    let (value, source, now) = (value.map(Number), new.source, Moment(now));
    sqlx::query_scalar!(
        r#"INSERT INTO actual (server_id, kpi_id, first_day_on, revision, state, value, reason, note, author_id, source,
                               entered_at)
           VALUES (?1, ?2, ?3,
                   (SELECT coalesce(max(revision), 0) + 1 FROM actual
                    WHERE server_id = ?1 AND kpi_id = ?2 AND first_day_on = ?3),
                   ?4, ?5, ?6, ?7, ?8, ?9, ?10)
           RETURNING revision AS "revision!: i64""#,
        server,
        new.kpi,
        new.first_day,
        state,
        value,
        reason,
        new.note,
        new.author,
        source,
        now,
    )
    .fetch_one(connection)
    .await
}
