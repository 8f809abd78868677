//! Targets: dated, each valid until a later one replaces it.

mod revised;
mod yearly;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{BEGINNING, Connection, Moment, Number, Result, codec};
use crate::domain::id::{KpiId, PersonId, ScorecardId, ServerId};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::target::{DatedTarget, Span, TargetSpec};

pub use revised::{Revised, revised};
pub use yearly::{set_yearly, yearly};

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
               WHERE t.server_id = ?1 AND removed = 0
                 AND revision = (SELECT max(revision) FROM target AS n WHERE n.server_id = t.server_id
                                 AND n.kpi_id = t.kpi_id AND n.valid_from_on = t.valid_from_on AND n.span = t.span) "#
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
        r#"SELECT t.kpi_id AS "kpi_id!: KpiId", k.frequency AS "frequency: PeriodKind", span,
                  valid_from_on AS "valid_from_on: NaiveDate", target AS "target: Number",
                  red_flag AS "red_flag: Number", target_low AS "target_low: Number",
                  target_high AS "target_high: Number", red_low AS "red_low: Number", red_high AS "red_high: Number"
           FROM json_each(?2) AS wanted
           CROSS JOIN kpi AS k ON k.server_id = ?1 AND k.id = wanted.value
           CROSS JOIN target AS t ON t.server_id = k.server_id AND t.kpi_id = k.id
           WHERE removed = 0
             AND revision = (SELECT max(revision) FROM target AS n WHERE n.server_id = t.server_id
                             AND n.kpi_id = t.kpi_id AND n.valid_from_on = t.valid_from_on AND n.span = t.span)
           ORDER BY t.kpi_id, valid_from_on, set_at"#,
        server,
        kpis,
    )
    .fetch_all(connection)
    .await?;
    let mut targets: HashMap<KpiId, Vec<DatedTarget>> = HashMap::new();
    for (kpi, target) in rows.into_iter().map(Row::dated) {
        targets.entry(kpi).or_default().push(target);
    }
    Ok(targets)
}

/// Who sets a target, when, and why where it changes a period that was over.
#[derive(Debug, Clone, Copy)]
pub struct Set<'a> {
    /// Who sets it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: Option<&'a str>,
}

/// Sets a target, in a further revision of what was set for the same first day and span.
pub async fn set(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    target: &DatedTarget,
    set: Set<'_>,
) -> Result<()> {
    let spec = &target.spec;
    let [value, red, low, high, red_low, red_high] =
        [spec.target, spec.red, spec.low, spec.high, spec.red_low, spec.red_high].map(|number| number.map(Number));
    let (at, from, span) = (Moment(set.at), first_day(target.from), word(target.span));
    sqlx::query!(
        "INSERT INTO target (server_id, kpi_id, valid_from_on, span, revision, target, red_flag, target_low, target_high,
                             red_low, red_high, reason, set_by_id, set_at)
         VALUES (?1, ?2, ?3, ?4,
                 (SELECT coalesce(max(revision), 0) + 1 FROM target
                  WHERE server_id = ?1 AND kpi_id = ?2 AND valid_from_on = ?3 AND span = ?4),
                 ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        server, kpi, from, span, value, red, low, high, red_low, red_high, set.reason, set.by, at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes a target back, in a further revision.
pub async fn remove(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    (from, span): (Option<Period>, Span),
    set: Set<'_>,
) -> Result<()> {
    let (at, from, span) = (Moment(set.at), first_day(from), word(span));
    sqlx::query!(
        "INSERT INTO target (server_id, kpi_id, valid_from_on, span, revision, removed, reason, set_by_id, set_at)
         SELECT server_id, kpi_id, valid_from_on, span, max(revision) + 1, 1, ?5, ?6, ?7 FROM target
         WHERE server_id = ?1 AND kpi_id = ?2 AND valid_from_on = ?3 AND span = ?4
         GROUP BY server_id, kpi_id, valid_from_on, span",
        server,
        kpi,
        from,
        span,
        set.reason,
        set.by,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A target that was set for periods that were over.
#[derive(Debug, Clone)]
pub struct SetAfterwards {
    /// The target; what was set there before holds no more where it is empty.
    pub target: DatedTarget,
    /// Who set it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// The targets of a KPI that were set with a reason, the newest first.
pub async fn set_afterwards(connection: &mut Connection, server: ServerId, kpi: KpiId) -> Result<Vec<SetAfterwards>> {
    let rows = sqlx::query!(
        r#"SELECT t.kpi_id AS "kpi_id: KpiId", k.frequency AS "frequency: PeriodKind", span,
                  valid_from_on AS "valid_from_on: NaiveDate", target AS "target: Number",
                  red_flag AS "red_flag: Number", target_low AS "target_low: Number",
                  target_high AS "target_high: Number", red_low AS "red_low: Number", red_high AS "red_high: Number",
                  set_by_id AS "by: PersonId", set_at AS "at: Moment", reason AS "reason!"
           FROM target AS t JOIN kpi AS k ON k.server_id = t.server_id AND k.id = t.kpi_id
           WHERE t.server_id = ? AND t.kpi_id = ? AND reason IS NOT NULL
           ORDER BY set_at DESC, valid_from_on"#,
        server,
        kpi,
    )
    .fetch_all(connection)
    .await?;
    let afterwards = rows.into_iter().map(|row| SetAfterwards {
        target: Row {
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
        .dated()
        .1,
        by: row.by,
        at: row.at.0,
        reason: row.reason,
    });
    Ok(afterwards.collect())
}

fn first_day(from: Option<Period>) -> NaiveDate {
    from.map_or(BEGINNING, Period::first_day)
}

/// A span as its column has it.
pub(super) const fn word(span: Span) -> &'static str {
    match span {
        Span::Onwards => ONWARDS,
        Span::Override => OVERRIDE,
    }
}
