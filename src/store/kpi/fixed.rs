//! What is not dated about KPIs.

use chrono::NaiveDate;

use crate::domain::id::{KpiId, ServerId};
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::unit::Unit;
use crate::store::{Connection, Number, Result, codec};

/// What is fixed about some KPIs, wherever they stand or stood, with the day each was made.
pub async fn attributes(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[KpiId],
) -> Result<Vec<(Kpi, NaiveDate)>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query!(
        r#"SELECT k.id AS "id!: KpiId", k.key AS "key!: Key", k.name AS "name!: Name", k.unit AS "unit!: Unit",
                  k.direction AS "direction!: Direction", k.indicator AS "indicator!: Indicator",
                  k.frequency AS "frequency!: PeriodKind", k.aggregation AS "aggregation!: Aggregation",
                  k.decimals AS "decimals!: i64", k.baseline AS "baseline: Number",
                  k.best_possible AS "best_possible!: bool", k.carry_forward AS "carry_forward!: bool",
                  k.entered_ytd AS "entered_ytd!: bool", k.available_on AS "available_on: i64",
                  k.created_on AS "created_on!: NaiveDate"
           FROM json_each(?2) AS wanted CROSS JOIN kpi AS k ON k.server_id = ?1 AND k.id = wanted.value"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let attributes = rows.into_iter().map(|row| {
        let kpi = Kpi {
            id: row.id,
            key: row.key,
            name: row.name,
            unit: row.unit,
            direction: row.direction,
            indicator: row.indicator,
            frequency: row.frequency,
            aggregation: row.aggregation,
            decimals: u8::try_from(row.decimals).unwrap_or(0),
            baseline: row.baseline.map(|number| number.0),
            best_possible: row.best_possible,
            carry_forward: row.carry_forward,
            entered_ytd: row.entered_ytd,
            available_on: row.available_on.and_then(|day| u16::try_from(day).ok()),
        };
        (kpi, row.created_on)
    });
    Ok(attributes.collect())
}

/// Adds a KPI; its `id` is ignored.
pub async fn insert(connection: &mut Connection, server: ServerId, kpi: &Kpi, created_on: NaiveDate) -> Result<KpiId> {
    let (key, key_folded) = (kpi.key.as_str(), kpi.key.folded());
    let (name, name_folded) = (kpi.name.as_str(), kpi.name.unique());
    let unit = kpi.unit.as_str();
    let decimals = i64::from(kpi.decimals);
    let baseline = kpi.baseline.map(Number);
    let inserted = sqlx::query!(
        "INSERT INTO kpi (server_id, key, key_folded, name, name_folded, unit, direction, indicator, frequency,
                          aggregation, decimals, baseline, best_possible, carry_forward, entered_ytd, available_on,
                          created_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        server,
        key,
        key_folded,
        name,
        name_folded,
        unit,
        kpi.direction,
        kpi.indicator,
        kpi.frequency,
        kpi.aggregation,
        decimals,
        baseline,
        kpi.best_possible,
        kpi.carry_forward,
        kpi.entered_ytd,
        kpi.available_on,
        created_on,
    )
    .execute(connection)
    .await?;
    Ok(KpiId::from(inserted.last_insert_rowid()))
}

/// Writes everything that is not dated.
pub async fn update(connection: &mut Connection, server: ServerId, kpi: &Kpi) -> Result<()> {
    let (name, name_folded) = (kpi.name.as_str(), kpi.name.unique());
    let unit = kpi.unit.as_str();
    let decimals = i64::from(kpi.decimals);
    let baseline = kpi.baseline.map(Number);
    sqlx::query!(
        "UPDATE kpi SET name = ?, name_folded = ?, unit = ?, direction = ?, indicator = ?, frequency = ?,
                aggregation = ?, decimals = ?, baseline = ?, best_possible = ?, carry_forward = ?,
                entered_ytd = ?, available_on = ?
         WHERE server_id = ? AND id = ?",
        name,
        name_folded,
        unit,
        kpi.direction,
        kpi.indicator,
        kpi.frequency,
        kpi.aggregation,
        decimals,
        baseline,
        kpi.best_possible,
        kpi.carry_forward,
        kpi.entered_ytd,
        kpi.available_on,
        server,
        kpi.id,
    )
    .execute(connection)
    .await?;
    Ok(())
}
