//! The steps of a chain: a scorecard's tree with its results, as it is rolled up.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::{Above, Focus};
use crate::domain::formula::Formula;
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::{self, Reading};
use crate::domain::rollup::{Change, Input, Rollup};
use crate::domain::score::{Rule, Status};
use crate::domain::target::{DatedTarget, Span, YearlyTarget, in_force};
use crate::domain::value::Entry;
use crate::domain::weight::Weight;
use crate::service::formula::{self, Lack};
use crate::service::summary::Computed;
use crate::service::{Actor, Result};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A step.
#[derive(Debug, Clone)]
pub enum Node {
    /// A scorecard, a perspective or an objective.
    Parent(Parent),
    /// A KPI.
    Kpi(Box<Value>),
    /// An objective of a scorecard below.
    Fed(Fed),
}

/// A mean of what is below it.
#[derive(Debug, Clone)]
pub struct Parent {
    /// What it is.
    pub focus: Focus,
    /// Its name.
    pub name: String,
    /// Its result.
    pub result: Rollup,
    /// What is below it.
    pub children: Vec<Child>,
}

/// Something that counts in a parent.
#[derive(Debug, Clone)]
pub struct Child {
    /// What it weighs there.
    pub weight: Weight,
    /// What it is.
    pub node: Node,
}

/// A KPI's value.
#[derive(Debug, Clone)]
pub struct Value {
    /// The KPI.
    pub kpi: Kpi,
    /// What it shows.
    pub reading: Reading,
    /// Its target was set for this one period.
    pub overridden: bool,
    /// Why its formula gives nothing.
    pub lack: Option<Lack>,
    /// What its formula reads.
    pub computation: Option<Computation>,
    /// What a value of several periods is made of; only of what was asked about.
    pub parts: Vec<Part>,
    /// The yearly target that the period's was made from; only of what was asked about.
    pub yearly: Option<YearlyTarget>,
    /// Its formula with keys, as the viewer may read it; only of what was asked about.
    pub written: Option<String>,
}

/// A formula with what it reads.
#[derive(Debug, Clone)]
pub struct Computation {
    /// The formula.
    pub formula: Formula,
    /// The values of its inputs.
    pub inputs: BTreeMap<KpiId, Decimal>,
}

/// One period of several.
#[derive(Debug, Clone)]
pub struct Part {
    /// The period.
    pub period: Period,
    /// What holds in it.
    pub entry: Option<Entry>,
    /// The period whose value stands in.
    pub carried: Option<Period>,
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// It is among what is aggregated.
    pub used: bool,
}

/// An objective of a scorecard below: one input, whatever it is made of.
#[derive(Debug, Clone)]
pub struct Fed {
    /// The objective.
    pub source: ObjectiveId,
    /// Its scorecard.
    pub below: ScorecardId,
    /// Its name.
    pub name: String,
    /// Its scorecard's name.
    pub scorecard: String,
    /// The period of its scorecard that counts.
    pub of: Period,
    /// How that is labelled.
    pub fiscal: FiscalStart,
    /// Its result.
    pub result: Rollup,
}

impl Node {
    /// What can be asked about it in its scorecard; none for what feeds from another one.
    #[must_use]
    pub fn focus(&self) -> Option<Focus> {
        match self {
            Self::Parent(parent) => Some(parent.focus),
            Self::Kpi(value) => Some(Focus::Kpi(value.kpi.id)),
            Self::Fed(_) => None,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Parent(parent) => &parent.name,
            Self::Kpi(value) => value.kpi.name.as_str(),
            Self::Fed(fed) => &fed.name,
        }
    }

    /// The level with which it counts in a parent.
    #[must_use]
    pub fn level(&self) -> Option<Decimal> {
        match self {
            Self::Parent(parent) => parent.result.level,
            Self::Kpi(value) => match value.reading.input()? {
                Input::Scored(judgement) => Some(judgement.level),
                _ => None,
            },
            Self::Fed(fed) => fed.result.level,
        }
    }

    /// Its status; none where it does not count.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Parent(parent) => Some(parent.result.status),
            Self::Kpi(value) => value.reading.status(),
            Self::Fed(fed) => Some(fed.result.status),
        }
    }

    /// How much of its weight is in, 0 to 1; none where it neither has nor awaits a score.
    #[must_use]
    pub fn coverage(&self) -> Option<Decimal> {
        match self {
            Self::Parent(parent) => parent.result.coverage,
            Self::Kpi(value) => match value.reading.input()? {
                Input::Scored(_) => Some(Decimal::ONE),
                Input::Blank => Some(Decimal::ZERO),
                Input::NotApplicable | Input::Unscored => None,
            },
            Self::Fed(fed) => fed.result.coverage,
        }
    }
}

/// Why formulas give nothing, by KPI.
pub(super) type Lacks = HashMap<KpiId, Lack>;

/// Why the formulas of a scorecard give nothing, where they do.
pub(super) async fn lacks(
    connection: &mut Connection,
    server: ServerId,
    (computed, card): (&Computed, &Scorecard),
) -> Result<Lacks> {
    let mut lacks = HashMap::new();
    for (id, reading) in &computed.readings {
        if let (Some(book), Some(gap)) = (&computed.contents.book, &reading.gap) {
            lacks.insert(*id, formula::lack(connection, server, (book, gap), card.id).await?);
        }
    }
    Ok(lacks)
}

/// A scorecard with all below it.
pub(super) fn whole(computed: &Computed, card: &Scorecard, lacks: &Lacks) -> Node {
    let contents = &computed.contents;
    let results = computed.rolled.perspectives.iter().zip(&computed.tree.perspectives);
    let perspectives = contents
        .perspectives
        .iter()
        .zip(results)
        .map(|(perspective, (rolled, tree))| {
            let objectives = tree.objectives.iter().zip(&rolled.objectives);
            let children = objectives.map(|(objective, result)| Child {
                weight: objective.weight,
                node: Node::Parent(Parent {
                    focus: Focus::Objective(objective.id),
                    name: objective.name.clone(),
                    result: result.rollup,
                    children: inputs(computed, objective, lacks),
                }),
            });
            Child {
                weight: perspective.weight,
                node: Node::Parent(Parent {
                    focus: Focus::Perspective(perspective.id),
                    name: perspective.name.clone(),
                    result: rolled.rollup,
                    children: children.collect(),
                }),
            }
        });
    Node::Parent(Parent {
        focus: Focus::Scorecard(card.id),
        name: card.name.clone(),
        result: computed.rolled.rollup,
        children: perspectives.collect(),
    })
}

/// The KPIs of an objective, and what feeds it.
fn inputs(computed: &Computed, objective: &crate::domain::rollup::Objective, lacks: &Lacks) -> Vec<Child> {
    let own = computed
        .contents
        .kpis
        .iter()
        .filter(|placed| placed.objective == objective.id);
    let kpis = own.filter_map(|placed| {
        Some(Child {
            weight: placed.weight,
            node: Node::Kpi(Box::new(value(computed, placed, lacks)?)),
        })
    });
    let lines = computed.feeds.lines(
        std::slice::from_ref(objective),
        computed.asked.period,
        &Change::default(),
    );
    let fed = lines.into_iter().filter_map(|line| {
        let feed = objective.feeds.iter().find(|feed| feed.source.id == line.source)?;
        Some(Child {
            weight: feed.weight,
            node: Node::Fed(Fed {
                source: line.source,
                below: line.below,
                name: line.name,
                scorecard: line.scorecard,
                of: line.of,
                fiscal: line.fiscal,
                result: line.result,
            }),
        })
    });
    kpis.chain(fed).collect()
}

/// A KPI as it counts; none where it went out of use since and has no value.
fn value(computed: &Computed, placed: &Placed, lacks: &Lacks) -> Option<Value> {
    let contents = &computed.contents;
    let reading = contents.reading(placed, &computed.asked)?;
    let targets: &[DatedTarget] = contents.targets.get(&placed.kpi.id).map_or(&[], Vec::as_slice);
    let overridden = reading.parts == 1
        && in_force(targets, reading.of).is_some_and(|target| target.span == Span::Override && reading.rule.is_some());
    Some(Value {
        overridden,
        lack: lacks.get(&placed.kpi.id).cloned(),
        computation: computation(computed, placed, &reading),
        parts: Vec::new(),
        yearly: None,
        written: None,
        kpi: placed.kpi.clone(),
        reading,
    })
}

fn parts(computed: &Computed, placed: &Placed) -> Vec<Part> {
    let part = |part: reading::Part<'_>| Part {
        period: part.period,
        entry: part.entry.cloned(),
        carried: part.carried,
        rule: part.rule,
        used: part.used,
    };
    computed.contents.with_source(placed, |source| {
        let all = reading::parts(source, &computed.asked);
        all.into_iter().map(part).collect()
    })
}

/// What the formula of a KPI reads, where one formula gives the value.
fn computation(computed: &Computed, placed: &Placed, reading: &Reading) -> Option<Computation> {
    let (book, fiscal) = (computed.contents.book.as_ref()?, computed.asked.fiscal);
    let number = reading.number()?;
    let used = parts(computed, placed)
        .into_iter()
        .filter(|part| part.used && part.carried.is_none());
    let periods: Vec<Period> = used.map(|part| part.period).collect();
    let measured = book.get(placed.kpi.id)?;
    let formula = measured.formula(*periods.first()?)?;
    let same = periods.iter().all(|period| measured.formula(*period) == Some(formula));
    let gives = book.over(placed.kpi.id, &periods, fiscal).ok()?.number();
    if !same || gives != Some(number) {
        return None;
    }
    let input = |id: KpiId| Some((id, book.over(id, &periods, fiscal).ok()?.number()?));
    let inputs: Option<BTreeMap<KpiId, Decimal>> = formula.inputs().into_iter().map(input).collect();
    Some(Computation {
        formula: formula.clone(),
        inputs: inputs?,
    })
}

/// Adds to a KPI that was asked about what its value is made of.
pub(super) async fn detail(
    connection: &mut Connection,
    viewer: &Actor,
    (value, computed): (&mut Value, &Computed),
) -> Result<()> {
    let id = value.kpi.id;
    let Some(placed) = computed.contents.kpis.iter().find(|placed| placed.kpi.id == id) else {
        return Ok(());
    };
    if value.reading.parts > 1 {
        value.parts = parts(computed, placed);
    }
    let fiscal = computed.asked.fiscal;
    let year = value
        .reading
        .of
        .belongs_to(crate::domain::period::PeriodKind::Year, fiscal);
    let yearly = store::target::yearly(connection, viewer.server, id).await?;
    value.yearly = yearly
        .into_iter()
        .find(|yearly| Some(yearly.year) == year && !value.overridden);
    if value.computation.is_some() || value.lack.is_some() {
        let first = value.reading.of.first_day();
        let written = formula::written(connection, viewer, id).await?;
        let holds = written
            .into_iter()
            .rev()
            .find(|one| one.from.is_none_or(|from| from <= first));
        value.written = holds.and_then(|one| one.text);
    }
    Ok(())
}

/// The node that was asked about, and what it counts in, the nearest first.
pub(super) fn focused(node: Node, focus: Focus) -> Option<(Node, Vec<Above>)> {
    if node.focus() == Some(focus) {
        return Some((node, Vec::new()));
    }
    let Node::Parent(parent) = node else {
        return None;
    };
    let weights = parent.children.iter().filter(|child| child.node.level().is_some());
    let all: Decimal = weights.map(|child| child.weight.get()).sum();
    let (own, name, result) = (parent.focus, parent.name, parent.result);
    parent.children.into_iter().find_map(|child| {
        let weight = child.node.level().map(|_| child.weight);
        let (found, mut above) = focused(child.node, focus)?;
        above.push(Above {
            focus: own,
            name: name.clone(),
            result,
            weight,
            all,
        });
        Some((found, above))
    })
}
