//! Targets as they came to be: every revision, with who made it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Row, codec};
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::period::PeriodKind;
use crate::domain::target::{DatedTarget, Revision};
use crate::store::{Connection, Moment, Number, Result};

/// A revision of a KPI's targets, and who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The KPI.
    pub kpi: KpiId,
    /// What it changed.
    pub revision: Revision,
    /// Who made it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, where it changed a period that was over.
    pub reason: Option<String>,
}

/// All revisions of the targets of some KPIs, those of each in the order in which they were made.
pub async fn revised(connection: &mut Connection, server: ServerId, kpis: &[KpiId]) -> Result<Vec<Revised>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query!(
        r#"SELECT t.kpi_id AS "kpi_id!: KpiId", k.frequency AS "frequency!: PeriodKind", span AS "span!",
                  valid_from_on AS "valid_from_on!: NaiveDate", target AS "target: Number",
                  red_flag AS "red_flag: Number", target_low AS "target_low: Number",
                  target_high AS "target_high: Number", red_low AS "red_low: Number", red_high AS "red_high: Number",
                  removed AS "removed!: bool", set_by_id AS "by!: PersonId", set_at AS "at!: Moment", reason
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi AS k ON k.server_id = ?1 AND k.id = wanted.value
           CROSS JOIN target AS t ON t.server_id = k.server_id AND t.kpi_id = k.id
           ORDER BY t.kpi_id, set_at, revision"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let revised = rows.into_iter().map(|row| {
        let (kpi, target): (KpiId, DatedTarget) = Row {
            kpi_id: row.kpi_id,
            frequency: row.frequency,
            span: row.span,
            valid_from_on: row.valid_from_on,
            target: row.target,
            red_flag: row.red_flag,
            target_low: row.target_low,
            target_high: row.target_high,
            red_low: row.red_low,
            red_high: row.red_high,
        }
        .dated();
        Revised {
            kpi,
            revision: Revision {
                target,
                removed: row.removed,
            },
            by: row.by,
            at: row.at.0,
            reason: row.reason,
        }
    });
    Ok(revised.collect())
}
