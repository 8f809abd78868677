//! Setting a target: dated, with what it would have meant for the last values.

use super::{Shown, TypedTarget, describe, managed, record, wrong_value};
use crate::domain::audit::{Change, Fact, Verb, between};
use crate::domain::period::Period;
use crate::domain::score::Rule;
use crate::domain::target::{Counts, DatedTarget, Judged, Span, TargetSpec, in_force, preview};
use crate::domain::value::{Entry, NumberFormat, ValueError};
use crate::service::audit::facts;
use crate::service::{Actor, Conflict, Invalid, Result, Services, scorecard};
use crate::store;

/// How many of the last values a new target is tried on.
const PREVIEW: usize = 12;

/// What somebody gives to set a target.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// The numbers, as typed.
    pub target: TypedTarget,
    /// The first period it holds for, as typed; the running one.
    pub from: Option<String>,
}

/// A target that was set.
#[derive(Debug, Clone)]
pub struct TargetSet {
    /// The KPI after the change.
    pub shown: Shown,
    /// The first period it holds for; none: from the beginning.
    pub from: Option<Period>,
    /// The rule that held there before.
    pub before: Option<Rule>,
    /// The rule that holds there now.
    pub after: Option<Rule>,
    /// What it would have made of the last values, and how many those are.
    pub preview: Option<(usize, Counts)>,
}

/// Sets a KPI's target from a period on. Earlier periods keep theirs.
pub async fn set_target(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Setting,
    format: NumberFormat,
) -> Result<TargetSet> {
    let mut write = services.write().await?;
    let (shown, card, today) = managed(services, &mut write, actor, typed).await?;
    let kpi = &shown.placed.kpi;
    let spec = wanted
        .target
        .read(kpi, format)?
        .ok_or_else(|| wrong_value(ValueError::Empty, kpi, None))?;
    let judged = Judged::from(kpi);
    let running = Period::running(
        kpi.frequency,
        services.now(),
        scorecard::zone_of(&card),
        card.fiscal_start,
    );
    let period = match &wanted.from {
        Some(typed) => Period::parse_kind(typed, kpi.frequency, card.fiscal_start)?,
        None => running,
    };
    // A first target says nothing else about earlier periods, so it holds for them too.
    let from = (!shown.targets.is_empty() || wanted.from.is_some()).then_some(period);
    if from.is_some() && period < running && !shown.targets.is_empty() {
        return Err(Conflict::Past { period, running }.into());
    }
    let before = in_force(&shown.targets, period)
        .map(|dated| dated.spec)
        .unwrap_or_default()
        .resolve(&judged)?;
    let merged = merge(in_force(&shown.targets, period).map(|dated| dated.spec), spec);
    let after = merged.resolve(&judged)?;
    if before == after && !shown.targets.is_empty() {
        return Err(Invalid::NothingToChange.into());
    }
    let dated = DatedTarget {
        from,
        span: Span::Onwards,
        spec: merged,
    };
    let by = (actor.person, services.now());
    store::target::set(&mut write, actor.server, kpi.id, &dated, by).await?;
    let changes = changes(in_force(&shown.targets, period), &dated);
    record(services, &mut write, actor, (Verb::TargetSet, &shown.placed), changes).await?;
    let last: Vec<_> = shown
        .actuals
        .values()
        .rev()
        .filter_map(Entry::number)
        .take(PREVIEW)
        .collect();
    let preview = after
        .filter(|_| !last.is_empty())
        .map(|rule| (last.len(), preview(&rule, &last)));
    let shown = describe(&mut write, actor, kpi.id, today).await?;
    services.keep(write).await?;
    Ok(TargetSet {
        shown,
        from,
        before,
        after,
        preview,
    })
}

/// What a new target changes, and from when.
fn changes(before: Option<&DatedTarget>, after: &DatedTarget) -> Vec<Change> {
    let mut changes = between(&facts::target(before), &facts::target(Some(after)));
    changes.extend(after.from.map(|from| Change {
        field: "from".to_owned(),
        before: None,
        after: Some(Fact::Period(from)),
    }));
    changes
}

/// What was given over what held: a new target alone drops the old red flag, a new red flag alone keeps the target.
fn merge(held: Option<TargetSpec>, given: TargetSpec) -> TargetSpec {
    let held = held.unwrap_or_default();
    let moves_target = given.target.is_some() || given.low.is_some() || given.high.is_some();
    if moves_target {
        return TargetSpec {
            low: given.low.or(held.low),
            high: given.high.or(held.high),
            ..given
        };
    }
    TargetSpec {
        red: given.red.or(held.red),
        red_low: given.red_low.or(held.red_low),
        red_high: given.red_high.or(held.red_high),
        ..held
    }
}
