//! Setting a target: dated, or for one period only, with what it would have meant for the last values.

use super::retroactive::{Effect, reason, record_because};
use super::{Shown, TypedTarget, YearlySetting, describe, managed, wrong_value};
use crate::domain::audit::{self, Fact, Verb, between};
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::score::Rule;
use crate::domain::target::{
    Counts, DatedTarget, Judged, Span, TargetSpec, in_force, preview, replaced_in, rule_in, with, without_override,
};
use crate::domain::value::{Entry, NumberFormat, ValueError};
use crate::service::audit::facts;
use crate::service::{Actor, Conflict, Invalid, Result, Services, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::target::Set;
use crate::store::{self, Connection};

/// How many of the last values a new target is tried on.
pub(super) const PREVIEW: usize = 12;

/// How long a target is to hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Holds {
    /// From its period on, until a later one replaces it.
    #[default]
    Onwards,
    /// In its period only.
    Only,
    /// What held in its period only holds no more.
    NoLongerOnly,
}

/// What somebody gives to set a target.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// The numbers, as typed.
    pub target: TypedTarget,
    /// The first period it holds for, as typed; the running one.
    pub from: Option<String>,
    /// How long it holds.
    pub holds: Holds,
    /// Why, where it changes a period that is over.
    pub reason: Option<String>,
    /// The fiscal year whose total the numbers are, and how that is phased.
    pub yearly: YearlySetting,
}

/// A target that was set.
#[derive(Debug, Clone)]
pub struct TargetSet {
    /// The KPI after the change.
    pub shown: Shown,
    /// The first period it holds for; none: from the beginning.
    pub from: Option<Period>,
    /// How long it holds.
    pub holds: Holds,
    /// The first period of a later target, until which it holds.
    pub until: Option<Period>,
    /// The rule that held there before.
    pub before: Option<Rule>,
    /// The rule that holds there now.
    pub after: Option<Rule>,
    /// What it would have made of the last values, and how many those are.
    pub preview: Option<(usize, Counts)>,
    /// The periods that are over and whose numbers it changes.
    pub past: Vec<Period>,
    /// The closed reviews whose numbers it changes.
    pub restated: Vec<Period>,
}

/// What a setting makes of the targets that hold.
struct Change {
    /// The target that is set or taken back.
    target: DatedTarget,
    /// All targets after it.
    targets: Vec<DatedTarget>,
}

/// Sets a KPI's target from a period on, or for one period only. Earlier periods keep theirs, unless a reason is given.
pub(super) async fn set_target(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Setting,
    format: NumberFormat,
) -> Result<TargetSet> {
    let mut write = services.write().await?;
    let (shown, card, today) = managed(services, &mut write, actor, typed).await?;
    let kpi = &shown.placed.kpi;
    let reason = reason(wanted.reason.as_deref())?;
    let period = match &wanted.from {
        Some(typed) => Period::parse_kind(typed, kpi.frequency, card.fiscal_start)?,
        None => Period::running(
            kpi.frequency,
            services.now(),
            scorecard::zone_of(&card),
            card.fiscal_start,
        ),
    };
    let asked = (period, wanted, format);
    let (change, effect) = decide(services, &mut write, actor, (&shown, &card), asked).await?;
    refuse_past(&shown, &effect, (period, reason))?;
    let judged = Judged::from(kpi);
    let before = rule_in(&shown.targets, period, &judged)?;
    let after = rule_in(&change.targets, period, &judged)?;
    if before == after && !shown.targets.is_empty() && wanted.holds != Holds::NoLongerOnly {
        return Err(Invalid::NothingToChange.into());
    }
    let set = Set {
        by: actor.person,
        at: services.now(),
        reason: reason.filter(|_| effect.past().next().is_some()),
    };
    match wanted.holds {
        Holds::Onwards | Holds::Only => {
            store::target::set(&mut write, actor.server, kpi.id, &change.target, set).await?;
        }
        Holds::NoLongerOnly => {
            let which = (change.target.from, change.target.span);
            store::target::remove(&mut write, actor.server, kpi.id, which, set).await?;
        }
    }
    let changes = changes(in_force(&shown.targets, period), &change.target);
    let told = (Verb::TargetSet, &shown, changes);
    record_because(services, &mut write, actor, told, set.reason).await?;
    let now = describe(&mut write, actor, kpi.id, today).await?;
    effect
        .follow(services, &mut write, actor, (&shown, &now, &card), reason)
        .await?;
    services.keep(write).await?;
    Ok(TargetSet {
        from: change.target.from,
        holds: wanted.holds,
        until: replaced_in(&now.targets, change.target.from).filter(|_| wanted.holds == Holds::Onwards),
        before,
        after,
        preview: tried(&now, after.as_ref()),
        past: effect.past().collect(),
        restated: effect.restated(&card),
        shown: now,
    })
}

/// What is set, and what that does. A first target without a period holds from the beginning, as it says nothing else
/// about earlier periods; unless one of them was published.
async fn decide(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (shown, card): (&Shown, &Scorecard),
    (period, wanted, format): (Period, &Setting, NumberFormat),
) -> Result<(Change, Effect)> {
    let first = shown.targets.is_empty() && wanted.from.is_none() && wanted.holds == Holds::Onwards;
    let mut from = (!first).then_some(period);
    loop {
        let change = change(shown, (from, period), (wanted, format))?;
        let after = (change.targets.as_slice(), &shown.placed.kpi);
        let effect = Effect::of(services, write, actor, (shown, card), after).await?;
        if from.is_none() && effect.needs_reason(None).is_err() {
            from = Some(period);
            continue;
        }
        return Ok((change, effect));
    }
}

fn change(
    shown: &Shown,
    (from, period): (Option<Period>, Period),
    (wanted, format): (&Setting, NumberFormat),
) -> Result<Change> {
    let kpi: &Kpi = &shown.placed.kpi;
    let given = wanted.target.read(kpi, format)?;
    let span = if wanted.holds == Holds::Onwards {
        Span::Onwards
    } else {
        Span::Override
    };
    if wanted.holds == Holds::NoLongerOnly {
        let targets = without_override(&shown.targets, period).ok_or(Conflict::NoOverride { period })?;
        let spec = TargetSpec::default();
        let target = DatedTarget { from, span, spec };
        return Ok(Change { target, targets });
    }
    let given = given.ok_or_else(|| wrong_value(ValueError::Empty, kpi, None))?;
    let spec = merge(in_force(&shown.targets, period).map(|dated| dated.spec), given);
    spec.resolve(&Judged::from(kpi))?;
    let target = DatedTarget { from, span, spec };
    Ok(Change {
        targets: with(&shown.targets, target),
        target,
    })
}

/// A period that is over keeps its target, unless a reason is given. A first target changes none, except what was
/// published.
pub(super) fn refuse_past(shown: &Shown, effect: &Effect, (asked, reason): (Period, Option<&str>)) -> Result<()> {
    let Some(first) = effect.past().next().filter(|_| reason.is_none()) else {
        return Ok(());
    };
    if shown.targets.is_empty() {
        return effect.needs_reason(reason);
    }
    Err(Conflict::Past {
        period: if asked < effect.running { asked } else { first },
        running: effect.running,
    }
    .into())
}

/// What a rule would have made of the last values, and how many those are.
fn tried(shown: &Shown, rule: Option<&Rule>) -> Option<(usize, Counts)> {
    let last: Vec<_> = shown
        .actuals
        .values()
        .rev()
        .filter_map(Entry::number)
        .take(PREVIEW)
        .collect();
    let rule = rule.filter(|_| !last.is_empty())?;
    Some((last.len(), preview(rule, &last)))
}

/// What a new target changes, and from when, or in which period only.
fn changes(before: Option<&DatedTarget>, after: &DatedTarget) -> Vec<audit::Change> {
    let mut changes = between(&facts::target(before), &facts::target(Some(after)));
    let field = match after.span {
        Span::Onwards => "from",
        Span::Override => "only",
    };
    changes.extend(after.from.map(|from| audit::Change {
        field: field.to_owned(),
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
