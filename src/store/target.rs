//! Targets: dated, each valid until a later one replaces it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{BEGINNING, Connection, Moment, Number, Result, codec};
use crate::domain::id::{KpiId, PersonId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::target::{DatedTarget, Span, TargetSpec};

const ONWARDS: &str = "onwards";
const OVERRIDE: &str = "override";

struct Row {
    kpi_id: KpiId,
    frequency: PeriodKind,
    span: String,
    valid_from_on: NaiveDate,
    target: Option<Number>,
    red_flag: Option<Number>,
    target_low: Option<Number>,
    target_high: Option<Number>,
    red_low: Option<Number>,
    red_high: Option<Number>,
}

impl Row {
    fn dated(self) -> (KpiId, DatedTarget) {
        let number = |number: Option<Number>| number.map(|number| number.0);
        let spec = TargetSpec {
            target: number(self.target),
            red: number(self.red_flag),
            low: number(self.target_low),
            high: number(self.target_high),
            red_low: number(self.red_low),
            red_high: number(self.red_high),
        };
        let from = (self.valid_from_on != BEGINNING).then(|| Period::starting(self.frequency, self.valid_from_on));
        let span = if self.span == OVERRIDE {
            Span::Override
        } else {
            Span::Onwards
        };
        (
            self.kpi_id,
            DatedTarget {
                from: from.flatten(),
                span,
                spec,
            },
        )
    }
}

/// Targets of the server `?1`, as rows, the earliest first; what follows narrows them.
macro_rules! targets {
    ($narrowed:tt, $($argument:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT t.kpi_id AS "kpi_id: KpiId", k.frequency AS "frequency: PeriodKind", span,
                      valid_from_on AS "valid_from_on: NaiveDate", target AS "target: Number",
                      red_flag AS "red_flag: Number", target_low AS "target_low: Number",
                      target_high AS "target_high: Number", red_low AS "red_low: Number", red_high AS "red_high: Number"
               FROM target AS t JOIN kpi AS k ON k.server_id = t.server_id AND k.id = t.kpi_id
               WHERE t.server_id = ?1 "#
                + $narrowed
                + " ORDER BY t.kpi_id, valid_from_on, set_at",
            $($argument),+
        )
    };
}

/// The targets of one KPI, the earliest first.
pub async fn of_kpi(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<DatedTarget>> {
    let rows = targets!("AND t.kpi_id = ?2", server, kpi).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|row| row.dated().1).collect())
}

/// The targets of every KPI that ever stood in a scorecard, the earliest first.
pub async fn of_scorecard(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
) -> Result<HashMap<KpiId, Vec<DatedTarget>>> {
    let rows = targets!(
        "AND t.kpi_id IN (SELECT l.kpi_id FROM perspective AS p
                          JOIN objective AS o ON o.server_id = p.server_id AND o.perspective_id = p.id
                          JOIN kpi_place AS l ON l.server_id = o.server_id AND l.objective_id = o.id
                          WHERE p.server_id = ?1 AND p.scorecard_id = ?2)",
        server,
        scorecard,
    )
    .fetch_all(connection)
    .await?;
    let mut targets: HashMap<KpiId, Vec<DatedTarget>> = HashMap::new();
    for (kpi, target) in rows.into_iter().map(Row::dated) {
        targets.entry(kpi).or_default().push(target);
    }
    Ok(targets)
}

/// The targets of some KPIs, the earliest first.
pub async fn of_kpis(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[KpiId],
) -> Result<HashMap<KpiId, Vec<DatedTarget>>> {
    let kpis = codec::list(kpis);
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT t.kpi_id AS "kpi_id: KpiId", k.frequency AS "frequency: PeriodKind", span, valid_from_on AS "valid_from_on: NaiveDate", target AS "target: Number",
                  red_flag AS "red_flag: Number", target_low AS "target_low: Number",
                  target_high AS "target_high: Number", red_low AS "red_low: Number", red_high AS "red_high: Number"
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi AS k ON k.server_id = ?1 AND k.id = wanted.value
           CROSS JOIN target AS t ON t.server_id = k.server_id AND t.kpi_id = k.id
           ORDER BY t.kpi_id, valid_from_on, set_at"#,
        server, kpis,
    )
    .fetch_all(connection)
    .await?;
    let mut targets: HashMap<KpiId, Vec<DatedTarget>> = HashMap::new();
    for (kpi, target) in rows.into_iter().map(Row::dated) {
        targets.entry(kpi).or_default().push(target);
    }
    Ok(targets)
}

/// Sets a target from a period on; one from the same day is replaced.
pub async fn set(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    target: &DatedTarget,
    by: (PersonId, DateTime<Utc>),
) -> Result<()> {
    let spec = &target.spec;
    let [value, red, low, high, red_low, red_high] =
        [spec.target, spec.red, spec.low, spec.high, spec.red_low, spec.red_high].map(|number| number.map(Number));
    let (person, at) = (by.0, Moment(by.1));
    let from = target.from.map_or(BEGINNING, Period::first_day);
    let span = match target.span {
        Span::Onwards => ONWARDS,
        Span::Override => OVERRIDE,
    };
    sqlx::query!(
        "INSERT INTO target (server_id, kpi_id, valid_from_on, span, target, red_flag, target_low, target_high, red_low,
                             red_high, set_by_id, set_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (server_id, kpi_id, valid_from_on, span) DO UPDATE SET target = excluded.target,
             red_flag = excluded.red_flag, target_low = excluded.target_low, target_high = excluded.target_high,
             red_low = excluded.red_low, red_high = excluded.red_high, set_by_id = excluded.set_by_id,
             set_at = excluded.set_at",
        server, kpi, from, span, value, red, low, high, red_low, red_high, person, at,
    )
    .execute(connection)
    .await?;
    Ok(())
}
