//! Adding a KPI to an objective, with its first target.

use super::{Entering, MOST, Shown, TypedTarget, describe, number, record};
use crate::domain::audit::{Verb, made};
use crate::domain::id::KpiId;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi, MAX_DECIMALS};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::target::{DatedTarget, Judged, Span};
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;
use crate::domain::weight::Weight;
use crate::domain::zone;
use crate::service::audit::facts;
use crate::service::person::Named;
use crate::service::{Actor, Conflict, Invalid, Noun, Result, Services, access, consent, formula, scorecard};
use crate::store;
use crate::store::kpi::Place;

/// What somebody gives to add a KPI; what is missing has a default.
#[derive(Debug, Clone, Default)]
pub struct Add {
    /// The objective it measures, as typed.
    pub objective: String,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Which values are good; higher.
    pub direction: Option<Direction>,
    /// What its values count; nothing.
    pub unit: Option<String>,
    /// How often it has a value; monthly.
    pub frequency: Option<PeriodKind>,
    /// How values make longer periods; last.
    pub aggregation: Option<Aggregation>,
    /// Leading or lagging; lagging.
    pub indicator: Option<Indicator>,
    /// Shown decimals; 0.
    pub decimals: Option<u8>,
    /// Who answers for its values; the person who adds it.
    pub owner: Option<Named>,
    /// Who stands in.
    pub deputy: Option<Named>,
    /// What it weighs; 1.
    pub weight: Option<Weight>,
    /// Where it started from, as typed.
    pub baseline: Option<String>,
    /// Whether its target cannot be beaten.
    pub best_possible: bool,
    /// What it is computed by, as typed.
    pub formula: Option<String>,
    /// How its values come in.
    pub entering: Entering,
    /// Its first target, as typed.
    pub target: TypedTarget,
}

/// Adds a KPI to an objective, with its first target if one is given.
pub async fn add(services: &Services, actor: &Actor, wanted: &Add, format: NumberFormat) -> Result<Shown> {
    let done = insert(services, actor, wanted, format).await;
    consent::or_ask(services, actor, done, None).await
}

async fn insert(services: &Services, actor: &Actor, wanted: &Add, format: NumberFormat) -> Result<Shown> {
    let mut write = services.write().await?;
    let now = services.now();
    let (objective, card) = access::objective(&mut write, actor, &wanted.objective, store::PRESENT).await?;
    access::manage(&mut write, actor, &card).await?;
    let today = zone::day_of(now, scorecard::zone_of(&card));
    let kpi = new_kpi(wanted, format)?;
    if store::kpi::key_taken(&mut write, actor.server, &kpi.key.folded()).await? {
        return Err(Conflict::Taken {
            noun: Noun::Kpi,
            name: kpi.key.as_str().to_owned(),
        }
        .into());
    }
    if store::kpi::all(&mut write, actor.server, today).await?.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Kpi,
            most: MOST,
        }
        .into());
    }
    let id = store::kpi::insert(&mut write, actor.server, &kpi, today).await?;
    let place = Place {
        objective: objective.id,
        owner: Some(
            scorecard::somebody(&mut write, actor, wanted.owner.as_ref())
                .await?
                .unwrap_or(actor.person),
        ),
        deputy: scorecard::somebody(&mut write, actor, wanted.deputy.as_ref()).await?,
        weight: wanted.weight.unwrap_or_default(),
    };
    store::kpi::place(&mut write, actor.server, id, store::BEGINNING, place).await?;
    if let Some(spec) = wanted.target.read(&kpi, format)? {
        spec.resolve(&Judged::from(&kpi))?;
        let dated = DatedTarget {
            from: None,
            span: Span::Onwards,
            spec,
        };
        let set = store::target::Set {
            by: actor.person,
            at: now,
            reason: None,
        };
        store::target::set(&mut write, actor.server, id, &dated, set).await?;
    }
    if let Some(typed) = &wanted.formula {
        let (placed, _) = access::kpi_by_id(&mut write, actor, id, today).await?;
        formula::set(services, &mut write, actor, (&placed, &card), typed).await?;
    }
    let shown = describe(&mut write, actor, id, today).await?;
    let facts = [facts::kpi(&shown), facts::target(shown.targets.first())].concat();
    record(
        services,
        &mut write,
        actor,
        (Verb::Created, &shown.placed),
        made(&facts),
    )
    .await?;
    services.keep(write).await?;
    Ok(shown)
}

fn new_kpi(wanted: &Add, format: NumberFormat) -> Result<Kpi> {
    let unit = Unit::parse(wanted.unit.as_deref().unwrap_or_default()).map_err(Invalid::Unit)?;
    let direction = wanted.direction.unwrap_or(Direction::Higher);
    let mut kpi = Kpi {
        id: KpiId::from(0),
        key: Key::parse(&wanted.key)?,
        name: Name::parse(&wanted.name)?,
        aggregation: wanted.aggregation.unwrap_or(Aggregation::Last),
        unit,
        direction,
        indicator: wanted.indicator.unwrap_or(Indicator::Lagging),
        frequency: wanted.frequency.unwrap_or(PeriodKind::Month),
        decimals: wanted.decimals.unwrap_or(0).min(MAX_DECIMALS),
        baseline: None,
        best_possible: wanted.best_possible,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    };
    wanted.entering.put_into(&mut kpi)?;
    kpi.baseline = number(&kpi, wanted.baseline.as_deref(), format)?;
    Ok(kpi)
}
