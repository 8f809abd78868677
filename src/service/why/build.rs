//! Makes the steps of a chain from what a scorecard's numbers were computed from.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::Focus;
use super::node::{Child, Computation, Fed, Node, Parent, Part, Value};
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::Period;
use crate::domain::reading::{self, Reading};
use crate::domain::rollup::Change;
use crate::domain::target::{DatedTarget, Span, in_force};
use crate::service::formula::{self, Lack};
use crate::service::summary::Computed;
use crate::service::{Actor, Result};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

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
