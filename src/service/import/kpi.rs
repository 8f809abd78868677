//! A file of KPIs: what each KPI's rows would make or change.

mod drafting;
mod drive;
mod given;
mod shown;
mod target;
mod tree;
mod world;
mod write;

use std::collections::{HashMap, HashSet};

use self::drafting::{Drafting, Outcome};
use self::target::Set;
use self::tree::{Path, Tree};
use self::world::World;
use super::found::Found;
use super::people::Who;
use crate::domain::import::KpiRow;
use crate::domain::kpi::Kpi;
use crate::domain::weight::Weight;
use crate::service::{Actor, Result, Services, person};
use crate::store::Connection;

pub(super) use write::carry_out;

/// One KPI to be made or changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Step {
    /// What it is until now; none for a new one.
    before: Option<Kpi>,
    after: Kpi,
    /// Where it will stand, whose it will be and what it will weigh; none where nothing of that changes.
    place: Option<Placing>,
    targets: Vec<Set>,
    /// What it will be computed by, as typed; none where nothing of that changes.
    formula: Option<String>,
}

/// Where a KPI will stand, whose it will be and what it will weigh.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Placing {
    path: Path,
    owner: Option<Who>,
    deputy: Option<Who>,
    weight: Weight,
}

/// What a file of KPIs would write, and the structure it is written into.
pub(super) struct Plan {
    steps: Vec<Step>,
    drives: Vec<(Path, Path)>,
    tree: Tree,
}

impl std::hash::Hash for Plan {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.steps.hash(state);
        self.drives.hash(state);
        self.tree.made().hash(state);
    }
}

/// Decides what a file would do.
pub(super) async fn plan(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
    (rows, strangers): (&[KpiRow], &[person::Named]),
) -> Result<(Plan, Found)> {
    let (world, mut tree) = World::load(services, connection, actor, (rows, strangers)).await?;
    let mut draft = Drafting {
        services,
        actor,
        world: &world,
        tree: &mut tree,
        found: Found::default(),
        rows: HashMap::new(),
    };
    let mut steps = Vec::new();
    for group in groups(rows) {
        match draft.step(&group) {
            Ok(step) => steps.extend(step),
            Err(faults) => {
                for (line, column, reason) in faults {
                    draft.found.refuse(line, column, reason);
                }
            }
        }
    }
    let drives = drive::plan(&mut draft, rows);
    let Drafting {
        mut found,
        rows: outcomes,
        ..
    } = draft;
    tally(&mut found, &outcomes);
    let known = found.made;
    found.made = tree.made();
    found.made.kpis = known.kpis;
    found.made.drives = drives.len();
    Ok((Plan { steps, drives, tree }, found))
}

/// The rows of each KPI, in the order of the file.
fn groups(rows: &[KpiRow]) -> Vec<Vec<&KpiRow>> {
    let mut places = HashMap::new();
    let mut groups: Vec<Vec<&KpiRow>> = Vec::new();
    for row in rows {
        let place = *places.entry(row.key.folded()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(row);
    }
    groups
}

/// Counts the rows.
fn tally(found: &mut Found, outcomes: &HashMap<u64, (Outcome, Path)>) {
    let refused: HashSet<u64> = found.refused.iter().map(|refused| refused.line).collect();
    for (_, (outcome, _)) in outcomes.iter().filter(|(line, _)| !refused.contains(line)) {
        match outcome {
            Outcome::New => found.new += 1,
            Outcome::Changed => found.changed += 1,
            Outcome::Unchanged => found.unchanged += 1,
        }
    }
}
