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
    /// Whether numbers of its scorecard are published, which a first target must not change.
    pub published: bool,
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
            .any(|(row, other)| row.only != Some(true) && other.is_some_and(|other| other <= held.running));
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
    if from.is_none() && row.only == Some(true) {
        return Err(("only", Reason::OnlyWithoutFrom));
    }
    let same = |(other, at): &&(&KpiRow, Option<Period>)| *at == from && span(other) == span(row);
    match dated.iter().find(same) {
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
        let same = |target: &&DatedTarget| target.span == span(row) && target.from == from;
        held.targets.iter().find(same)
    };
    // What a row says of all periods from one on is compared with what does so too.
    let onwards: Vec<DatedTarget> = match span(row) {
        Span::Onwards => held
            .targets
            .iter()
            .filter(|it| it.span == Span::Onwards)
            .copied()
            .collect(),
        Span::Override => held.targets.to_vec(),
    };
    let in_force = |period: Period| in_force(&onwards, period);
    let first = held.targets.is_empty();
    let (from, base, closed) = match from {
        Some(from) => (
            Some(from),
            exact(Some(from)).or_else(|| in_force(from)),
            from < held.running,
        ),
        None if first && !held.published => (None, None, false),
        // Beside dated rows that hold by now, one without a date speaks of the time before them.
        None if earlier_dated => (None, exact(None), true),
        None => (Some(held.running), in_force(held.running), false),
    };
    let before = base.map(|base| base.spec);
    let spec = over(before.unwrap_or_default(), row.target);
    if before == Some(spec) {
        return Ok(None);
    }
    if closed && (!first || held.published) {
        return Err(past());
    }
    spec.resolve(&Judged::from(held.kpi))
        .map_err(|error| ("target", Reason::Cell(error.into())))?;
    let span = span(row);
    let target = DatedTarget { from, span, spec };
    Ok(Some(Set {
        line: row.line,
        before,
        target,
    }))
}

/// From when on a row's target holds, or in which period only.
fn span(row: &KpiRow) -> Span {
    if row.only == Some(true) {
        Span::Override
    } else {
        Span::Onwards
    }
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
