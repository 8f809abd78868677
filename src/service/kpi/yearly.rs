//! Setting a target for a fiscal year: it becomes a target for each period of the year, and its total is remembered.

mod read;

use std::collections::BTreeMap;

use super::retroactive::{Effect, reason, record_because};
use super::target::{Holds, PREVIEW, Setting, TargetSet, refuse_past, set_target};
use super::{Shown, describe, managed};
use crate::domain::audit::{Change, Fact, Verb};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::target::{
    Counts, DatedTarget, Judged, Phasing, Span, TargetSpec, YearlyTarget, in_force, preview, rule_in, with,
    without_override,
};
use crate::domain::value::NumberFormat;
use crate::service::{Actor, Invalid, Result, Services, YearlyFault};
use crate::store::target::Set;
use crate::store::{self, Connection};

/// What makes a target one of a fiscal year.
#[derive(Debug, Clone, Default)]
pub struct YearlySetting {
    /// The fiscal year, as typed.
    pub year: Option<String>,
    /// How it is phased; evenly, or by the list where there is one.
    pub phasing: Option<Phasing>,
    /// The targets of its periods, as typed.
    pub list: Option<String>,
}

/// A target that was set.
#[derive(Debug, Clone)]
pub enum AnySet {
    /// From a period on, or for one only.
    Dated(Box<TargetSet>),
    /// For a fiscal year.
    Yearly(Box<YearlySet>),
}

/// A yearly target that was set.
#[derive(Debug, Clone)]
pub struct YearlySet {
    /// The KPI after the change.
    pub shown: Shown,
    /// What was set.
    pub yearly: YearlyTarget,
    /// The periods of the year that had a target of their own before.
    pub overrides: Vec<Period>,
    /// What it would have made of the last values, each by the part of its place in the year; and how many those are.
    pub preview: Option<(usize, Counts)>,
    /// The periods that are over and whose numbers it changes.
    pub past: Vec<Period>,
    /// The closed reviews whose numbers it changes.
    pub restated: Vec<Period>,
}

/// What a yearly target makes of the targets that hold.
struct Plan {
    /// The targets that are set: the parts, and what held before for the period after them.
    sets: Vec<DatedTarget>,
    /// The periods whose own targets give way.
    overrides: Vec<Period>,
    /// All targets after it.
    targets: Vec<DatedTarget>,
}

/// Sets a KPI's target: from a period on, for one only, or for a fiscal year.
pub async fn set(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Setting,
    format: NumberFormat,
) -> Result<AnySet> {
    let (yearly, target) = (&wanted.yearly, &wanted.target);
    let Some(year) = yearly.year.as_deref() else {
        if yearly.phasing.is_some() || yearly.list.is_some() {
            return Err(Invalid::Yearly(YearlyFault::YearMissing).into());
        }
        let set = set_target(services, actor, typed, wanted, format).await?;
        return Ok(AnySet::Dated(Box::new(set)));
    };
    let bands = [&target.low, &target.high, &target.red_low, &target.red_high];
    if wanted.from.is_some() || wanted.holds != Holds::Onwards || bands.iter().any(|band| band.is_some()) {
        return Err(Invalid::Yearly(YearlyFault::NotWithYear).into());
    }
    let set = set_yearly(services, actor, typed, (wanted, year), format).await?;
    Ok(AnySet::Yearly(Box::new(set)))
}

async fn set_yearly(
    services: &Services,
    actor: &Actor,
    typed: &str,
    (wanted, year): (&Setting, &str),
    format: NumberFormat,
) -> Result<YearlySet> {
    let mut write = services.write().await?;
    let (shown, card, today) = managed(services, &mut write, actor, typed).await?;
    let kpi = &shown.placed.kpi;
    let reason = reason(wanted.reason.as_deref())?;
    let (yearly, specs) = read::read(&shown, (wanted, year), format)?;
    let plan = plan(&shown, &yearly, &specs);
    if plan.targets.len() == shown.targets.len()
        && plan.targets.iter().all(|it| shown.targets.contains(it))
        && shown.yearly.contains(&yearly)
    {
        return Err(Invalid::NothingToChange.into());
    }
    let after = (plan.targets.as_slice(), kpi);
    let effect = Effect::of(services, &mut write, actor, (&shown, &card), after).await?;
    let asked = effect.past().next().unwrap_or(effect.running);
    refuse_past(&shown, &effect, (asked, reason))?;
    let set = Set {
        by: actor.person,
        at: services.now(),
        reason: reason.filter(|_| effect.past().next().is_some()),
    };
    keep(&mut write, actor, kpi, (&plan, &yearly), set).await?;
    let told = (Verb::TargetSet, &shown, changes(&yearly));
    record_because(services, &mut write, actor, told, set.reason).await?;
    let now = describe(&mut write, actor, kpi.id, today).await?;
    effect
        .follow(services, &mut write, actor, (&shown, &now, &card), reason)
        .await?;
    services.keep(write).await?;
    Ok(YearlySet {
        yearly,
        overrides: plan.overrides,
        preview: tried(&now, yearly.year),
        past: effect.past().collect(),
        restated: effect.restated(&card),
        shown: now,
    })
}

async fn keep(
    write: &mut Connection,
    actor: &Actor,
    kpi: &Kpi,
    (plan, yearly): (&Plan, &YearlyTarget),
    set: Set<'_>,
) -> Result<()> {
    for target in &plan.sets {
        store::target::set(write, actor.server, kpi.id, target, set).await?;
    }
    for period in &plan.overrides {
        store::target::remove(write, actor.server, kpi.id, (Some(*period), Span::Override), set).await?;
    }
    store::target::set_yearly(write, actor.server, kpi.id, yearly, set).await?;
    Ok(())
}

/// The parts become targets from their periods on; what held after the year holds there again. Targets of single periods
/// give way, so that the parts add up.
fn plan(shown: &Shown, yearly: &YearlyTarget, specs: &[TargetSpec]) -> Plan {
    let periods = yearly.year.parts(shown.placed.kpi.frequency);
    let onwards = |from: Period, spec: TargetSpec| DatedTarget {
        from: Some(from),
        span: Span::Onwards,
        spec,
    };
    let mut sets: Vec<DatedTarget> = periods
        .iter()
        .zip(specs)
        .map(|(from, spec)| onwards(*from, *spec))
        .collect();
    if let Some(next) = periods.last().map(|last| last.next()) {
        let lasting: Vec<_> = shown
            .targets
            .iter()
            .copied()
            .filter(|it| it.span == Span::Onwards)
            .collect();
        let held = in_force(&lasting, next).filter(|held| held.from != Some(next));
        sets.extend(held.map(|held| onwards(next, held.spec)));
    }
    let mut targets = sets
        .iter()
        .fold(shown.targets.clone(), |targets, set| with(&targets, *set));
    let mut overrides = Vec::new();
    for period in periods {
        if let Some(kept) = without_override(&targets, period) {
            targets = kept;
            overrides.push(period);
        }
    }
    Plan {
        sets,
        overrides,
        targets,
    }
}

/// What the parts would have made of the last values, each judged by the part of its place in the year.
fn tried(shown: &Shown, year: Period) -> Option<(usize, Counts)> {
    let kpi = &shown.placed.kpi;
    let judged = Judged::from(kpi);
    let parts = year.parts(kpi.frequency);
    let place = |period: Period, fiscal: FiscalStart| {
        let own = period.belongs_to(PeriodKind::Year, fiscal)?.parts(kpi.frequency);
        let at = own.iter().position(|part| *part == period)?;
        parts.get(at.min(parts.len().checked_sub(1)?)).copied()
    };
    let last: BTreeMap<_, _> = shown
        .actuals
        .iter()
        .filter_map(|(period, entry)| Some((*period, entry.number()?)))
        .collect();
    let made: Vec<Counts> = last
        .iter()
        .rev()
        .take(PREVIEW)
        .filter_map(|(period, number)| {
            let rule = rule_in(&shown.targets, place(*period, shown.fiscal)?, &judged).ok()??;
            Some(preview(&rule, &[*number]))
        })
        .collect();
    let mut counts = Counts::default();
    for one in &made {
        counts += *one;
    }
    (!made.is_empty()).then_some((made.len(), counts))
}

fn changes(yearly: &YearlyTarget) -> Vec<Change> {
    let change = |field: &str, after: Option<Fact>| Change {
        field: field.to_owned(),
        before: None,
        after,
    };
    vec![
        change("year", Some(Fact::Period(yearly.year))),
        change("target", Some(yearly.total.into())),
        change("red-flag", yearly.red.map(Fact::from)),
        change("phasing", Some(Fact::word(yearly.phasing.as_str()))),
    ]
}
