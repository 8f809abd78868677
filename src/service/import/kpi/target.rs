//! What the rows of one KPI say about its targets.

use crate::domain::import::{KpiRow, Problem};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::target::{DatedTarget, Judged, Span, TargetSpec, in_force};
use crate::service::import::found::Reason;

/// What targets are compared with.
pub struct Held<'a> {
    /// The KPI as it will be.
    pub kpi: &'a Kpi,
    /// Its targets until now, the earliest first; none of a new KPI, or of one whose direction changes.
    pub targets: &'a [DatedTarget],
    /// The period that runs.
    pub running: Period,
    /// How fiscal periods are read.
    pub fiscal: FiscalStart,
}

/// A refused cell of a line.
pub type Fault = (u64, &'static str, Reason);

/// A target to be set, the one that held there before, and the line that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set {
    pub line: u64,
    pub before: Option<TargetSpec>,
    pub target: DatedTarget,
}

/// The targets that rows change.
pub fn changes(rows: &[&KpiRow], held: &Held<'_>) -> Result<Vec<Set>, Vec<Fault>> {
    let (mut faults, mut dated) = (Vec::new(), Vec::new());
    for row in rows {
        match from(row, held, &dated) {
            Ok(from) => dated.push((*row, from)),
            Err((column, reason)) => faults.push((row.line, column, reason)),
        }
    }
    let mut sets = Vec::new();
    for (row, from) in dated.iter().filter(|(row, _)| !row.target.is_empty()) {
        let earlier_dated = dated
            .iter()
            .any(|(_, other)| other.is_some_and(|other| other <= held.running));
        match change(row, *from, held, earlier_dated) {
            Ok(set) => sets.extend(set),
            Err((column, reason)) => faults.push((row.line, column, reason)),
        }
    }
    if faults.is_empty() { Ok(sets) } else { Err(faults) }
}

/// The period a row's target holds from.
fn from(
    row: &KpiRow,
    held: &Held<'_>,
    dated: &[(&KpiRow, Option<Period>)],
) -> Result<Option<Period>, (&'static str, Reason)> {
    let read = row
        .from
        .as_ref()
        .map(|from| Period::parse_kind(&from.0, held.kpi.frequency, held.fiscal));
    let from = read.transpose().map_err(|error| ("from", Reason::Cell(error.into())))?;
    if from.is_some() && row.target.is_empty() {
        return Err(("from", Reason::FromWithoutTarget));
    }
    match dated.iter().find(|(_, other)| *other == from) {
        Some((other, _)) => Err(("from", Reason::Cell(Problem::Repeated { first: other.line }))),
        None => Ok(from),
    }
}

fn change(
    row: &KpiRow,
    from: Option<Period>,
    held: &Held<'_>,
    earlier_dated: bool,
) -> Result<Option<Set>, (&'static str, Reason)> {
    let past = || {
        (
            "from",
            Reason::Past {
                running: held.running,
                fiscal: held.fiscal,
            },
        )
    };
    let exact = |from: Option<Period>| {
        held.targets
            .iter()
            .find(|target| target.span == Span::Onwards && target.from == from)
    };
    let in_force = |period: Period| in_force(held.targets, period);
    let first = held.targets.is_empty();
    let (from, base, closed) = match from {
        Some(from) => (
            Some(from),
            exact(Some(from)).or_else(|| in_force(from)),
            from < held.running,
        ),
        None if first => (None, None, false),
        // Beside dated rows that hold by now, one without a date speaks of the time before them.
        None if earlier_dated => (None, exact(None), true),
        None => (Some(held.running), in_force(held.running), false),
    };
    let before = base.map(|base| base.spec);
    let spec = over(before.unwrap_or_default(), row.target);
    if before == Some(spec) {
        return Ok(None);
    }
    if closed && !first {
        return Err(past());
    }
    spec.resolve(&Judged::from(held.kpi))
        .map_err(|error| ("target", Reason::Cell(error.into())))?;
    let target = DatedTarget {
        from,
        span: Span::Onwards,
        spec,
    };
    Ok(Some(Set {
        line: row.line,
        before,
        target,
    }))
}

/// What a row says over what holds: an empty cell leaves a number as it is.
fn over(held: TargetSpec, said: TargetSpec) -> TargetSpec {
    TargetSpec {
        target: said.target.or(held.target),
        red: said.red.or(held.red),
        low: said.low.or(held.low),
        high: said.high.or(held.high),
        red_low: said.red_low.or(held.red_low),
        red_high: said.red_high.or(held.red_high),
    }
}
