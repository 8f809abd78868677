//! Yearly targets: the totals that the targets of a year's periods were made from, one row a revision.

use chrono::NaiveDate;

use super::Set;
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::target::{Phasing, YearlyTarget};
use crate::store::{Connection, Moment, Number, Result};

/// The yearly targets of a KPI, the earliest first.
pub async fn yearly(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<YearlyTarget>> {
    let rows = sqlx::query!(
        r#"SELECT year_on AS "year: NaiveDate", total AS "total: Number", red_flag AS "red: Number",
                  phasing AS "phasing: Phasing"
           FROM yearly_target AS t
           WHERE server_id = ?1 AND kpi_id = ?2
             AND revision = (SELECT max(revision) FROM yearly_target AS n
                             WHERE n.server_id = ?1 AND n.kpi_id = ?2 AND n.year_on = t.year_on)
           ORDER BY year_on"#,
        server,
        kpi,
    )
    .fetch_all(connection)
    .await?;
    let yearly = rows.into_iter().filter_map(|row| {
        Some(YearlyTarget {
            year: Period::starting(PeriodKind::Year, row.year)?,
            total: row.total.0,
            red: row.red.map(|red| red.0),
            phasing: row.phasing,
        })
    });
    Ok(yearly.collect())
}

/// Remembers a yearly target, in a further revision of its year's.
pub async fn set_yearly(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    target: &YearlyTarget,
    set: Set<'_>,
) -> Result<()> {
    let (total, red) = (Number(target.total), target.red.map(Number));
    let (year, at) = (target.year.first_day(), Moment(set.at));
    sqlx::query!(
        "INSERT INTO yearly_target (server_id, kpi_id, year_on, revision, total, red_flag, phasing, reason, set_by_id,
                                    set_at)
         VALUES (?1, ?2, ?3,
                 (SELECT coalesce(max(revision), 0) + 1 FROM yearly_target
                  WHERE server_id = ?1 AND kpi_id = ?2 AND year_on = ?3),
                 ?4, ?5, ?6, ?7, ?8, ?9)",
        server,
        kpi,
        year,
        total,
        red,
        target.phasing,
        set.reason,
        set.by,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}
