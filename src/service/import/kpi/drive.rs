//! The column `drives`: names of objectives of the same scorecard that the row's objective drives.

use std::collections::{HashMap, HashSet};

use super::drafting::{Drafting, Outcome};
use super::tree::Path;

use crate::domain::import::KpiRow;
use crate::domain::name::{Name, closest};
use crate::service::import::found::{Named, Reason};

/// The arrows that are to be drawn: cause and effect. All rows have their place by now.
pub fn plan(draft: &mut Drafting<'_>, rows: &[KpiRow]) -> Vec<(Path, Path)> {
    let world = draft.world;
    let mut drawn: HashSet<(Path, Path)> = world
        .drives
        .iter()
        .filter_map(|drive| {
            Some((
                world.paths.get(&drive.cause)?.clone(),
                world.paths.get(&drive.effect)?.clone(),
            ))
        })
        .collect();
    let mut objectives: HashMap<Name, Vec<Path>> = HashMap::new();
    let mut drives = Vec::new();
    for row in rows {
        let (Some(cell), Some((outcome, cause))) = (&row.drives, draft.rows.get(&row.line).cloned()) else {
            continue;
        };
        let card = cause.scorecard.clone();
        let known = objectives
            .entry(card)
            .or_insert_with(|| draft.tree.objectives_of(&cause.scorecard));
        // The row may write its own objective's name in another case.
        let cause = find(known, &cause.objective, Some(&cause.perspective)).unwrap_or(cause);
        let effects = match effects(known, cell, &cause) {
            Ok(effects) => effects,
            Err(reason) => {
                draft.found.refuse(row.line, "drives", reason);
                continue;
            }
        };
        let new: Vec<Path> = effects
            .into_iter()
            .filter(|effect| drawn.insert((cause.clone(), effect.clone())))
            .collect();
        if new.is_empty() {
            continue;
        }
        if let Err(reason) = world.may_change(draft.actor, &cause.scorecard) {
            draft.found.refuse(row.line, "drives", reason);
            continue;
        }
        drives.extend(new.into_iter().map(|effect| (cause.clone(), effect)));
        if outcome == Outcome::Unchanged {
            draft.rows.insert(row.line, (Outcome::Changed, cause));
        }
    }
    drives
}

/// The objectives that a cell names, separated by `;` or `|`.
fn effects(known: &[Path], cell: &str, cause: &Path) -> Result<Vec<Path>, Reason> {
    let whole = Name::parse(cell)
        .ok()
        .filter(|name| known.iter().any(|path| same(&path.objective, name)));
    let names = match whole {
        Some(name) => vec![name.to_string()],
        None => cell
            .split([';', '|'])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
    };
    names.iter().map(|typed| effect(known, typed, cause)).collect()
}

fn effect(known: &[Path], typed: &str, cause: &Path) -> Result<Path, Reason> {
    let name = Name::parse(typed).map_err(|error| Reason::Cell(error.into()))?;
    let mut found = known.iter().filter(|path| same(&path.objective, &name));
    match (found.next(), found.next()) {
        (Some(effect), None) if effect == cause => Err(Reason::DrivesItself),
        (Some(effect), None) => Ok(effect.clone()),
        (Some(_), Some(_)) => Err(Reason::Ambiguous {
            noun: Named::Objective,
            typed: typed.to_owned(),
        }),
        (None, _) => {
            let close = closest(typed, known.iter().map(|path| path.objective.as_str()));
            let close = close.into_iter().map(str::to_owned).collect();
            Err(Reason::Unknown {
                noun: Named::Objective,
                typed: typed.to_owned(),
                close,
            })
        }
    }
}

fn find(known: &[Path], objective: &Name, perspective: Option<&Name>) -> Option<Path> {
    let here = |path: &&Path| {
        same(&path.objective, objective) && perspective.is_none_or(|perspective| same(&path.perspective, perspective))
    };
    known.iter().find(here).cloned()
}

fn same(one: &Name, other: &Name) -> bool {
    one.unique() == other.unique()
}
