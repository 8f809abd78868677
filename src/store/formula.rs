//! Formulas, dated, and which KPIs they read.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Connection, Moment, Result, codec};
use crate::domain::id::{KpiId, PersonId, ServerId};

/// A formula from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The first day of the first period it holds for.
    pub from: NaiveDate,
    /// The formula as it is stored; none: values are entered again.
    pub formula: Option<String>,
    /// When it was set.
    pub set_at: DateTime<Utc>,
}

/// The formulas of some KPIs, each KPI's earliest first.
pub async fn of_kpis(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[KpiId],
) -> Result<HashMap<KpiId, Vec<Row>>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query!(
        r#"SELECT f.kpi_id AS "kpi!: KpiId", f.valid_from_on AS "from!: NaiveDate", f.formula AS "formula: String",
                  f.set_at AS "set_at!: Moment"
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi_formula AS f ON f.server_id = ?1 AND f.kpi_id = wanted.value
           ORDER BY f.kpi_id, f.valid_from_on"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let mut formulas: HashMap<KpiId, Vec<Row>> = HashMap::new();
    for row in rows {
        formulas.entry(row.kpi).or_default().push(Row {
            from: row.from,
            formula: row.formula,
            set_at: row.set_at.0,
        });
    }
    Ok(formulas)
}

/// Sets the formula from a day on, with the KPIs it reads; none: values are entered again.
pub async fn set(
    connection: &mut Connection,
    server: ServerId,
    (kpi, from): (KpiId, NaiveDate),
    (formula, inputs): (Option<&str>, &[KpiId]),
    (by, at): (PersonId, DateTime<Utc>),
) -> Result<()> {
    let at = Moment(at);
    sqlx::query!(
        "DELETE FROM kpi_formula_input WHERE server_id = ? AND kpi_id = ? AND valid_from_on = ?",
        server,
        kpi,
        from,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "INSERT INTO kpi_formula (server_id, kpi_id, valid_from_on, formula, set_by_id, set_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, kpi_id, valid_from_on) DO UPDATE SET formula = excluded.formula,
             set_by_id = excluded.set_by_id, set_at = excluded.set_at",
        server,
        kpi,
        from,
        formula,
        by,
        at,
    )
    .execute(&mut *connection)
    .await?;
    let inputs = codec::list(inputs);
    sqlx::query!(
        "INSERT INTO kpi_formula_input (server_id, kpi_id, valid_from_on, input_id)
         SELECT ?1, ?2, ?3, value FROM json_each(?4)",
        server,
        kpi,
        from,
        inputs,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// The KPIs whose formulas, of whatever time, read any of some KPIs.
pub async fn readers(connection: &mut Connection, server: ServerId, inputs: &[KpiId]) -> Result<Vec<KpiId>> {
    let inputs = codec::list(inputs);
    sqlx::query_scalar!(
        r#"SELECT DISTINCT f.kpi_id AS "kpi!: KpiId"
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi_formula_input AS f ON f.server_id = ?1 AND f.input_id = wanted.value
           ORDER BY f.kpi_id"#,
        server,
        inputs,
    )
    .fetch_all(connection)
    .await
}

/// The KPIs whose present formulas read any of some KPIs.
pub async fn readers_now(connection: &mut Connection, server: ServerId, inputs: &[KpiId]) -> Result<Vec<KpiId>> {
    let inputs = codec::list(inputs);
    sqlx::query_scalar!(
        r#"SELECT DISTINCT f.kpi_id AS "kpi!: KpiId"
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi_formula_input AS f ON f.server_id = ?1 AND f.input_id = wanted.value
           WHERE f.valid_from_on = (SELECT max(valid_from_on) FROM kpi_formula AS latest
                                    WHERE latest.server_id = f.server_id AND latest.kpi_id = f.kpi_id)
           ORDER BY f.kpi_id"#,
        server,
        inputs,
    )
    .fetch_all(connection)
    .await
}

/// Whether a formula gives a KPI's value in the period that begins on a day.
pub async fn computes(connection: &mut Connection, server: ServerId, kpi: KpiId, first_day: NaiveDate) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT formula IS NOT NULL AS "computes!: bool" FROM kpi_formula
           WHERE server_id = ? AND kpi_id = ? AND valid_from_on <= ? ORDER BY valid_from_on DESC LIMIT 1"#,
        server,
        kpi,
        first_day,
    )
    .fetch_optional(connection)
    .await?;
    Ok(found.unwrap_or(false))
}
