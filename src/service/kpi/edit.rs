//! Changing a KPI: what is fixed about it, and its place and weight from today.

use super::retroactive::{Effect, reason, record_because};
use super::{Entering, Placed, Shown, describe, managed, number, place_of};
use crate::domain::audit::{Verb, between};
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi, MAX_DECIMALS};
use crate::domain::name::Name;
use crate::domain::period::{Period, PeriodKind};
use crate::domain::target::Judged;
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;
use crate::domain::weight::Weight;
use crate::service::audit::facts;
use crate::service::person::Named;
use crate::service::{Actor, Conflict, Invalid, Result, Services, access, consent, formula, scorecard};
use crate::store::kpi::Place;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What may change of a KPI.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// Its new name.
    pub name: Option<String>,
    /// Its new unit; fixed once there is an actual.
    pub unit: Option<String>,
    /// Its new direction; fixed once there is an actual.
    pub direction: Option<Direction>,
    /// Its new frequency; fixed once there is an actual.
    pub frequency: Option<PeriodKind>,
    /// Its new aggregation; fixed once there is an actual.
    pub aggregation: Option<Aggregation>,
    /// Leading or lagging.
    pub indicator: Option<Indicator>,
    /// Shown decimals.
    pub decimals: Option<u8>,
    /// Where it started from, as typed.
    pub baseline: Option<String>,
    /// What it is computed by from the running period on, as typed; `none` has values entered again.
    pub formula: Option<String>,
    /// How its values come in.
    pub entering: Entering,
    /// Whether its target cannot be beaten.
    pub best_possible: Option<bool>,
    /// Why, where it changes what was published.
    pub reason: Option<String>,
    /// Its new weight, from today.
    pub weight: Option<Weight>,
    /// The objective it moves to, as typed, from today.
    pub objective: Option<String>,
    /// Who stands in from today.
    pub deputy: Option<Named>,
}

/// A KPI that was changed.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The KPI before.
    pub before: Shown,
    /// The KPI after.
    pub after: Shown,
    /// The running period, in which the red flag may be another one now.
    pub running: Period,
    /// The periods that are over and whose numbers it changes.
    pub past: Vec<Period>,
    /// The closed reviews whose numbers it changes.
    pub restated: Vec<Period>,
}

/// Changes a KPI. What was published changes with it only for a reason: a baseline moves red flags that are assumed from
/// it, and a best possible target scores otherwise, in every period.
pub async fn edit(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Edit,
    format: NumberFormat,
) -> Result<Edited> {
    let done = change(services, actor, typed, wanted, format).await;
    consent::or_ask(services, actor, done, None).await
}

async fn change(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Edit,
    format: NumberFormat,
) -> Result<Edited> {
    let mut write = services.write().await?;
    let (before, card, today) = managed(services, &mut write, actor, typed).await?;
    let id = before.placed.kpi.id;
    let kpi = changed(&before.placed.kpi, wanted, format)?;
    if fixed_changes(&before.placed.kpi, &kpi) && store::actual::any(&mut write, actor.server, id).await? {
        return Err(Conflict::Fixed {
            kpi: kpi.name.to_string(),
        }
        .into());
    }
    for dated in &before.targets {
        dated.spec.resolve(&Judged::from(&kpi))?;
    }
    let reason = reason(wanted.reason.as_deref())?;
    let rules = (before.targets.as_slice(), &kpi);
    let effect = Effect::of(services, &mut write, actor, (&before, &card), rules).await?;
    effect.needs_reason(reason)?;
    let place = moved(&mut write, actor, (&card, &before.placed), wanted).await?;
    if kpi.frequency != before.placed.kpi.frequency {
        formula::check_readers(&mut write, actor, &kpi).await?;
    }
    let same = kpi == before.placed.kpi && place == place_of(&before.placed);
    if same && wanted.formula.is_none() {
        return Err(Invalid::NothingToChange.into());
    }
    store::kpi::update(&mut write, actor.server, &kpi).await?;
    if place != place_of(&before.placed) {
        store::kpi::place(&mut write, actor.server, id, today, place).await?;
    }
    if kpi.available_on != before.placed.kpi.available_on {
        // It is asked for on another day, which may be the next thing to do.
        store::scorecard::set_next_step(&mut write, actor.server, card.id, services.now()).await?;
    }
    if let Some(typed) = &wanted.formula {
        let (placed, card) = access::kpi_by_id(&mut write, actor, id, today).await?;
        formula::set(services, &mut write, actor, (&placed, &card), typed).await?;
    }
    let after = describe(&mut write, actor, id, today).await?;
    let changes = between(&facts::kpi(&before), &facts::kpi(&after));
    let why = reason.filter(|_| !effect.changed.is_empty());
    record_because(services, &mut write, actor, (Verb::Changed, &after, changes), why).await?;
    effect
        .follow(services, &mut write, actor, (&before, &after, &card), reason)
        .await?;
    services.keep(write).await?;
    Ok(Edited {
        running: effect.running,
        past: effect.past().collect(),
        restated: effect.restated(&card),
        before,
        after,
    })
}

fn changed(kpi: &Kpi, wanted: &Edit, format: NumberFormat) -> Result<Kpi> {
    let mut kpi = kpi.clone();
    if let Some(name) = &wanted.name {
        kpi.name = Name::parse(name)?;
    }
    if let Some(unit) = &wanted.unit {
        kpi.unit = Unit::parse(unit).map_err(Invalid::Unit)?;
    }
    kpi.direction = wanted.direction.unwrap_or(kpi.direction);
    kpi.frequency = wanted.frequency.unwrap_or(kpi.frequency);
    kpi.aggregation = wanted.aggregation.unwrap_or(kpi.aggregation);
    kpi.indicator = wanted.indicator.unwrap_or(kpi.indicator);
    kpi.decimals = wanted.decimals.unwrap_or(kpi.decimals).min(MAX_DECIMALS);
    if let Some(baseline) = number(&kpi, wanted.baseline.as_deref(), format)? {
        kpi.baseline = Some(baseline);
    }
    kpi.best_possible = wanted.best_possible.unwrap_or(kpi.best_possible);
    wanted.entering.put_into(&mut kpi)?;
    Ok(kpi)
}

fn fixed_changes(before: &Kpi, after: &Kpi) -> bool {
    let fixed = |kpi: &Kpi| (kpi.unit.clone(), kpi.direction, kpi.frequency, kpi.aggregation);
    fixed(before) != fixed(after)
}

async fn moved(
    write: &mut Connection,
    actor: &Actor,
    (card, placed): (&Scorecard, &Placed),
    wanted: &Edit,
) -> Result<Place> {
    let mut place = place_of(placed);
    if let Some(typed) = &wanted.objective {
        let (objective, other) = access::objective(write, actor, typed, store::PRESENT).await?;
        if other.id != card.id {
            access::manage(write, actor, &other).await?;
        }
        place.objective = objective.id;
    }
    if let Some(deputy) = scorecard::somebody(write, actor, wanted.deputy.as_ref()).await? {
        place.deputy = Some(deputy);
    }
    place.weight = wanted.weight.unwrap_or(place.weight);
    Ok(place)
}
