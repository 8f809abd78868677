//! KPIs: adding, editing, setting targets, handing over, showing, listing.

mod target;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::actual::Held;
use super::person::Named;
use super::{Actor, Conflict, Error, Invalid, KpiExample, Noun, Result, Services, access, scorecard};
use crate::domain::id::KpiId;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi, MAX_DECIMALS};
use crate::domain::name::{Key, Name};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::score::Rule;
use crate::domain::target::{DatedTarget, Judged, Span, TargetSpec, rule_in};
use crate::domain::unit::Unit;
use crate::domain::value::{self, Entry, Expected, NumberFormat};
use crate::domain::weight::Weight;
use crate::domain::zone;
use crate::store::kpi::Place;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use crate::store::kpi::Placed;
pub use target::{Setting, TargetSet, set_target};

/// The most KPIs of a server.
pub(super) const MOST: usize = 30_000;

/// The numbers of a target as they were typed.
#[derive(Debug, Clone, Default)]
pub struct TypedTarget {
    /// The value that is on target.
    pub target: Option<String>,
    /// The value from which it is off target.
    pub red: Option<String>,
    /// The lowest good value of a range.
    pub low: Option<String>,
    /// The highest good value of a range.
    pub high: Option<String>,
    /// The red flag below a range.
    pub red_low: Option<String>,
    /// The red flag above a range.
    pub red_high: Option<String>,
}

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
    /// Its first target, as typed.
    pub target: TypedTarget,
}

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
    /// Its new weight, from today.
    pub weight: Option<Weight>,
    /// The objective it moves to, as typed, from today.
    pub objective: Option<String>,
    /// Who stands in from today.
    pub deputy: Option<Named>,
}

/// A KPI and what surrounds it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The KPI where it stands today.
    pub placed: Placed,
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The objective's name.
    pub objective: String,
    /// The owner's name.
    pub owner: Option<String>,
    /// The deputy's name.
    pub deputy: Option<String>,
    /// Its targets, the earliest first.
    pub targets: Vec<DatedTarget>,
    /// What holds, by period.
    pub actuals: BTreeMap<Period, Entry>,
}

impl Shown {
    /// What holds in a period, and how good it is.
    #[must_use]
    pub fn held(&self, period: Period) -> Option<Held> {
        let entry = self.actuals.get(&period)?.clone();
        let rule = self.rule(period);
        let judgement = rule.zip(entry.number()).map(|(rule, value)| rule.judge(value));
        Some(Held {
            period,
            entry,
            judgement,
            rule,
        })
    }

    /// What holds in the newest period that has something.
    #[must_use]
    pub fn latest(&self) -> Option<Held> {
        self.actuals.keys().next_back().and_then(|period| self.held(*period))
    }

    /// The rule of a period; a stored target always resolves.
    #[must_use]
    pub fn rule(&self, period: Period) -> Option<Rule> {
        rule_in(&self.targets, period, &Judged::from(&self.placed.kpi))
            .ok()
            .flatten()
    }
}

/// Adds a KPI to an objective, with its first target if one is given.
pub async fn add(services: &Services, actor: &Actor, wanted: &Add, format: NumberFormat) -> Result<Shown> {
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
        store::target::set(&mut write, actor.server, id, &dated, (actor.person, now)).await?;
    }
    let shown = describe(&mut write, actor, id, today).await?;
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
    };
    kpi.baseline = number(&kpi, wanted.baseline.as_deref(), format)?;
    Ok(kpi)
}

impl TypedTarget {
    /// The numbers that were given, if any.
    fn read(&self, kpi: &Kpi, format: NumberFormat) -> Result<Option<TargetSpec>> {
        let read = |typed: &Option<String>| number(kpi, typed.as_deref(), format);
        let spec = TargetSpec {
            target: read(&self.target)?,
            red: read(&self.red)?,
            low: read(&self.low)?,
            high: read(&self.high)?,
            red_low: read(&self.red_low)?,
            red_high: read(&self.red_high)?,
        };
        Ok((!spec.is_empty()).then_some(spec))
    }
}

/// A number in the KPI's unit, where one was typed.
fn number(kpi: &Kpi, typed: Option<&str>, format: NumberFormat) -> Result<Option<Decimal>> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let read = value::parse_number(typed, Expected::from(kpi), format);
    read.map(Some).map_err(|error| wrong_value(error, kpi, None))
}

/// The refusal of a value, with what the KPI takes.
pub(super) fn wrong_value(error: value::ValueError, kpi: &Kpi, last: Option<Decimal>) -> Error {
    Invalid::Value {
        error,
        kpi: Box::new(KpiExample { kpi: kpi.clone(), last }),
    }
    .into()
}

/// Changes a KPI; gives it before and after.
pub async fn edit(
    services: &Services,
    actor: &Actor,
    typed: &str,
    wanted: &Edit,
    format: NumberFormat,
) -> Result<(Shown, Shown)> {
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
    let place = moved(&mut write, actor, (&card, &before.placed), wanted).await?;
    if kpi == before.placed.kpi && place == place_of(&before.placed) {
        return Err(Invalid::NothingToChange.into());
    }
    store::kpi::update(&mut write, actor.server, &kpi).await?;
    if place != place_of(&before.placed) {
        store::kpi::place(&mut write, actor.server, id, today, place).await?;
    }
    let after = describe(&mut write, actor, id, today).await?;
    services.keep(write).await?;
    Ok((before, after))
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

fn place_of(placed: &Placed) -> Place {
    Place {
        objective: placed.objective,
        owner: placed.owner,
        deputy: placed.deputy,
        weight: placed.weight,
    }
}

/// Gives a KPI to another owner from today; gives it before and after.
pub async fn hand_over(services: &Services, actor: &Actor, typed: &str, to: &Named) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let (placed, card) = access::kpi(&mut write, actor, typed, store::PRESENT).await?;
    access::log(&mut write, actor, &placed, &card).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    let before = describe(&mut write, actor, placed.kpi.id, today).await?;
    let owner = super::person::named(&mut write, actor.server, to).await?;
    if placed.owner == Some(owner) {
        return Err(Invalid::NothingToChange.into());
    }
    let place = Place {
        owner: Some(owner),
        ..place_of(&placed)
    };
    store::kpi::place(&mut write, actor.server, placed.kpi.id, today, place).await?;
    super::checkin::handed_over(&mut write, actor.server, placed.kpi.id).await?;
    let after = describe(&mut write, actor, placed.kpi.id, today).await?;
    services.keep(write).await?;
    Ok((before, after))
}

/// Shows a KPI.
pub async fn show(services: &Services, viewer: &Actor, typed: &str) -> Result<Shown> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    describe(&mut reader, viewer, placed.kpi.id, today).await
}

/// The KPIs of a scorecard in its order, each with its objective's and owner's name.
pub async fn list(
    services: &Services,
    viewer: &Actor,
    typed: Option<&str>,
    channel: Option<i64>,
) -> Result<(Scorecard, Vec<Shown>)> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    let mut shown = Vec::new();
    for placed in store::kpi::of_scorecard(&mut reader, viewer.server, card.id, today).await? {
        shown.push(describe(&mut reader, viewer, placed.kpi.id, today).await?);
    }
    Ok((card, shown))
}

/// The KPI, its scorecard and the day there, where somebody may change it.
async fn managed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    typed: &str,
) -> Result<(Shown, Scorecard, NaiveDate)> {
    let (placed, card) = access::kpi(write, actor, typed, store::PRESENT).await?;
    access::manage(write, actor, &card).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    Ok((describe(write, actor, placed.kpi.id, today).await?, card, today))
}

async fn describe(connection: &mut Connection, viewer: &Actor, id: KpiId, on: NaiveDate) -> Result<Shown> {
    let (placed, card) = access::kpi_by_id(connection, viewer, id, on).await?;
    let objectives = store::objective::of_scorecard(connection, viewer.server, card.id, on).await?;
    let objective = objectives
        .into_iter()
        .find(|objective| objective.id == placed.objective);
    let mut names = Vec::new();
    for person in [placed.owner, placed.deputy] {
        names.push(match person {
            Some(person) => Some(access::name_of(connection, viewer, person).await?),
            None => None,
        });
    }
    let deputy = names.pop().flatten();
    Ok(Shown {
        scorecard: card.name,
        fiscal: card.fiscal_start,
        objective: objective.map(|objective| objective.name).unwrap_or_default(),
        owner: names.pop().flatten(),
        deputy,
        targets: store::target::of_kpi(connection, viewer.server, id).await?,
        actuals: store::actual::of_kpi(connection, viewer.server, id).await?,
        placed,
    })
}
