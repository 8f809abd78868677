//! The steps of a chain: a scorecard's tree with its results, as it is rolled up.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Above, Focus};
use crate::domain::formula::Formula;
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::Reading;
use crate::domain::rollup::{Input, Rollup};
use crate::domain::score::{Rule, Status};
use crate::domain::target::YearlyTarget;
use crate::domain::value::Entry;
use crate::domain::weight::Weight;
use crate::service::formula::Lack;

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
