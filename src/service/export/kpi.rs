//! The rows of a file of KPIs: one for each target, with all that the file format says of a KPI.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::Seen;
use crate::domain::export::Cell;
use crate::domain::id::{KpiId, ObjectiveId, PersonId, PerspectiveId};
use crate::domain::period::Period;
use crate::domain::target::{DatedTarget, Span};
use crate::service::{Actor, Result, formula};
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::{self, Connection};

/// What separates the objectives that one drives.
const BETWEEN: &str = "; ";

/// What surrounds the KPIs.
struct Around {
    objectives: HashMap<ObjectiveId, Objective>,
    perspectives: HashMap<PerspectiveId, String>,
    /// The names of what objectives drive.
    drives: HashMap<ObjectiveId, Vec<String>>,
    people: HashMap<PersonId, (String, Option<i64>)>,
    formulas: HashMap<KpiId, String>,
    targets: HashMap<KpiId, Vec<DatedTarget>>,
}

/// By scorecard, perspective, objective, key and the period from which a target holds.
pub(super) async fn rows(reader: &mut Connection, viewer: &Actor, seen: &Seen) -> Result<Vec<Vec<Cell>>> {
    let around = Around::load(reader, viewer, seen).await?;
    let mut kpis: Vec<(&Placed, [&str; 3])> = seen
        .kpis
        .iter()
        .filter_map(|placed| Some((placed, around.path(seen, placed)?)))
        .collect();
    kpis.sort_by_key(|(placed, path)| (path.map(str::to_lowercase), placed.kpi.key.folded()));
    let mut rows = Vec::new();
    for (placed, path) in kpis {
        let mut targets: Vec<Option<&DatedTarget>> = around.targets_of(placed).iter().map(Some).collect();
        targets.sort_by_key(|target| target.map(|target| (target.from, target.span == Span::Override)));
        if targets.is_empty() {
            targets.push(None);
        }
        rows.extend(
            targets
                .into_iter()
                .map(|target| around.row(seen, (placed, path), target)),
        );
    }
    Ok(rows)
}

impl Around {
    async fn load(reader: &mut Connection, viewer: &Actor, seen: &Seen) -> Result<Self> {
        let (server, ids) = (viewer.server, seen.ids());
        let objectives = store::objective::all(reader, server, store::PRESENT).await?;
        let objectives: HashMap<ObjectiveId, Objective> = objectives.into_iter().map(|it| (it.id, it)).collect();
        let perspectives = store::perspective::named(reader, server).await?;
        let people = store::person::all(reader, server).await?;
        Ok(Self {
            drives: drives(&objectives, &store::objective::drives(reader, server).await?),
            perspectives: perspectives.into_iter().map(|(id, _, name)| (id, name)).collect(),
            people: people.into_iter().map(|one| (one.id, (one.name, one.user))).collect(),
            formulas: formulas(reader, viewer, &ids).await?,
            targets: store::target::of_kpis(reader, server, &ids).await?,
            objectives,
        })
    }

    fn targets_of(&self, placed: &Placed) -> &[DatedTarget] {
        self.targets.get(&placed.kpi.id).map_or(&[], Vec::as_slice)
    }

    /// The names of the scorecard, perspective and objective in which a KPI stands.
    fn path<'a>(&'a self, seen: &'a Seen, placed: &Placed) -> Option<[&'a str; 3]> {
        let objective = self.objectives.get(&placed.objective)?;
        let perspective = self.perspectives.get(&objective.perspective)?;
        Some([&seen.card(placed)?.name, perspective, &objective.name])
    }

    /// In the order of the columns.
    fn row(&self, seen: &Seen, (placed, path): (&Placed, [&str; 3]), target: Option<&DatedTarget>) -> Vec<Cell> {
        let kpi = &placed.kpi;
        let fiscal = seen.card(placed).map(|card| card.fiscal_start).unwrap_or_default();
        let spec = target.map(|target| target.spec).unwrap_or_default();
        let from = target
            .and_then(|target| target.from)
            .map(|from: Period| from.label(fiscal));
        let only = target.is_some_and(|target| target.span == Span::Override);
        let mut row: Vec<Cell> = path.map(Cell::text).into();
        row.extend([
            Cell::text(kpi.key.as_str()),
            Cell::text(kpi.name.as_str()),
            Cell::text(kpi.unit.as_str()),
            Cell::text(kpi.direction.as_str()),
            Cell::text(kpi.indicator.as_str()),
            Cell::text(kpi.frequency.as_str()),
            Cell::text(kpi.aggregation.as_str()),
            Cell::number(Some(kpi.decimals.into())),
            self.person(placed.owner),
            self.person(placed.deputy),
            Cell::number(Some(placed.weight.get())),
            Cell::number(kpi.baseline),
        ]);
        let marks = [spec.target, spec.red, spec.low, spec.high, spec.red_low, spec.red_high];
        row.extend(marks.map(Cell::number));
        let drives = self.drives.get(&placed.objective).map(|names| names.join(BETWEEN));
        row.extend([
            Cell::text(from.unwrap_or_default()),
            Cell::text(self.formulas.get(&kpi.id).cloned().unwrap_or_default()),
            Cell::text(drives.unwrap_or_default()),
            Cell::yes_no(kpi.best_possible),
            Cell::yes_no(kpi.carry_forward),
            Cell::yes_no(kpi.entered_ytd),
            Cell::number(kpi.available_on.map(Decimal::from)),
            if only { Cell::yes_no(true) } else { Cell::Empty },
        ]);
        row
    }

    /// `Maria <@815…>`: to be read by people, and found again whatever they are called by then.
    fn person(&self, person: Option<PersonId>) -> Cell {
        match person.and_then(|person| self.people.get(&person)) {
            Some((name, Some(user))) => Cell::text(format!("{name} <@{}>", user.cast_unsigned())),
            Some((_, None)) | None => Cell::Empty,
        }
    }
}

/// What objectives drive, by names that an import finds again: those of one scorecard that only one of it has.
fn drives(
    objectives: &HashMap<ObjectiveId, Objective>,
    all: &[store::objective::Drive],
) -> HashMap<ObjectiveId, Vec<String>> {
    let mut named: HashMap<_, usize> = HashMap::new();
    for objective in objectives.values() {
        *named
            .entry((objective.scorecard, objective.name.to_lowercase()))
            .or_default() += 1;
    }
    let mut drives: HashMap<ObjectiveId, Vec<String>> = HashMap::new();
    for drive in all {
        let (Some(cause), Some(effect)) = (objectives.get(&drive.cause), objectives.get(&drive.effect)) else {
            continue;
        };
        let only = named.get(&(effect.scorecard, effect.name.to_lowercase())) == Some(&1);
        if only && cause.scorecard == effect.scorecard && !effect.name.contains([';', '|']) {
            drives.entry(cause.id).or_default().push(effect.name.clone());
        }
    }
    for names in drives.values_mut() {
        names.sort();
    }
    drives
}

/// The present formulas, with keys. One that reads a KPI which does not exist for the viewer is left out: an empty cell
/// leaves it as it is.
async fn formulas(reader: &mut Connection, viewer: &Actor, ids: &[KpiId]) -> Result<HashMap<KpiId, String>> {
    let stored = store::formula::of_kpis(reader, viewer.server, ids).await?;
    let known: BTreeSet<KpiId> = stored.into_keys().collect();
    let mut formulas = HashMap::new();
    for id in known {
        let newest = formula::written(reader, viewer, id).await?.pop();
        let text = newest
            .and_then(|written| written.text)
            .filter(|text| !text.contains('…'));
        formulas.extend(text.map(|text| (id, text)));
    }
    Ok(formulas)
}
