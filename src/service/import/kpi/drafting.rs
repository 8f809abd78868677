//! What the rows of one KPI would do to it.

use std::collections::HashMap;

use super::given::{self, Given};
use super::target::{self, Set};
use super::tree::{Path, Tree};
use super::world::World;
use super::{Placing, Step};
use crate::domain::import::{KpiRow, Problem};
use crate::domain::kpi::Kpi;
use crate::domain::name::Name;
use crate::domain::period::Period;
use crate::domain::target::Judged;
use crate::domain::weight::Weight;
use crate::service::formula::NONE;
use crate::service::import::found::{Found, Reason};
use crate::service::import::people::Who;
use crate::service::{Actor, Noun, Services, kpi};
use crate::store::kpi::Placed;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    Unchanged,
}

/// A plan that is being made.
pub struct Drafting<'a> {
    pub services: &'a Services,
    pub actor: &'a Actor,
    pub world: &'a World,
    pub tree: &'a mut Tree,
    pub found: Found,
    /// What becomes of each row that is not refused, by line.
    pub rows: HashMap<u64, (Outcome, Path)>,
}

type Faults = Vec<target::Fault>;

impl Drafting<'_> {
    /// What the rows of one KPI would do; nothing where all of it holds already.
    pub fn step(&mut self, rows: &[&KpiRow]) -> std::result::Result<Option<Step>, Faults> {
        let Some(first) = rows.first() else {
            return Ok(None);
        };
        let fault = |line, column, reason| Err(vec![(line, column, reason)]);
        let given = match Given::of(rows) {
            Ok(given) => given,
            Err(clash) => return fault(clash.line, clash.column, Reason::Contradicts { first: clash.first }),
        };
        let known = self.world.kpis.get(&first.key.folded());
        if known.is_none() && self.world.keys.contains(&first.key.folded()) {
            return fault(first.line, "key", Reason::Taken);
        }
        if known.is_none() && self.world.kpis.len() + self.found.made.kpis >= kpi::MOST {
            let (noun, most) = (Noun::Kpi, kpi::MOST);
            return fault(first.line, "key", Reason::Full { noun, most });
        }
        let (before, path) = match known {
            Some(placed) => (Some(placed), self.moved(placed, &given)),
            None => (None, new_path(&given)),
        };
        let Some(path) = path else {
            let missing = given.missing().into_iter();
            return Err(missing
                .map(|column| (first.line, column, Reason::Cell(Problem::Missing)))
                .collect());
        };
        let step = self.compare(rows, (before, &path), &given)?;
        self.note(rows, before.is_some(), step.as_ref(), &path);
        Ok(step)
    }

    /// Where a known KPI will stand.
    fn moved(&self, placed: &Placed, given: &Given) -> Option<Path> {
        let held = self.world.paths.get(&placed.objective)?;
        let or = |said: &Option<(u64, Name)>, held: &Name| {
            said.as_ref().map_or_else(|| held.clone(), |(_, name)| name.clone())
        };
        Some(Path {
            scorecard: or(&given.scorecard, &held.scorecard),
            perspective: or(&given.perspective, &held.perspective),
            objective: or(&given.objective, &held.objective),
        })
    }

    fn compare(
        &mut self,
        rows: &[&KpiRow],
        (known, path): (Option<&Placed>, &Path),
        given: &Given,
    ) -> std::result::Result<Option<Step>, Faults> {
        let line = rows.first().map_or(0, |row| row.line);
        let one = |line, column, reason| vec![(line, column, reason)];
        let blank = || {
            let (row, name) = (rows.first()?, given.name.as_ref()?);
            Some(given::blank(row.key.clone(), name.1.clone()))
        };
        let Some(base) = known.map(|placed| placed.kpi.clone()).or_else(blank) else {
            return Err(one(line, "name", Reason::Cell(Problem::Missing)));
        };
        let after = given.over(base.clone());
        self.refuse_fixed(known, &after, given)?;
        after
            .check_entering()
            .map_err(|error| one(line, "aggregation", Reason::Cell(error.into())))?;
        self.refuse_restating(known, &after, line)?;
        let formula = self.formula(known, given)?;
        let place = self.placing((known, path), given)?;
        let targets = self.targets(rows, (known, path), &after)?;
        let changed = known.is_none() || after != base || place.is_some() || !targets.is_empty() || formula.is_some();
        if !changed {
            return Ok(None);
        }
        let held = known.and_then(|placed| self.world.paths.get(&placed.objective));
        for card in held.map(|held| &held.scorecard).into_iter().chain([&path.scorecard]) {
            self.world
                .may_change(self.actor, card)
                .map_err(|reason| one(line, "scorecard", reason))?;
        }
        self.tree
            .make(path)
            .map_err(|(column, reason)| one(line, column, reason))?;
        Ok(Some(Step {
            before: known.map(|placed| placed.kpi.clone()),
            after,
            place,
            targets,
            formula,
        }))
    }

    /// What was published is judged otherwise only by `/kpi edit`, which asks why.
    fn refuse_restating(&self, known: Option<&Placed>, after: &Kpi, line: u64) -> std::result::Result<(), Faults> {
        let Some(placed) = known.filter(|placed| self.world.published.contains(&placed.kpi.id)) else {
            return Ok(());
        };
        let (before, now) = (Judged::from(&placed.kpi), Judged::from(after));
        let held = self.world.targets.get(&placed.kpi.id).into_iter().flatten();
        let mut specs = held.map(|target| target.spec);
        if placed.kpi.direction != after.direction || specs.all(|spec| spec.resolve(&before) == spec.resolve(&now)) {
            return Ok(());
        }
        let column = if placed.kpi.best_possible == after.best_possible {
            "baseline"
        } else {
            "best_possible"
        };
        Err(vec![(line, column, Reason::Judged)])
    }

    /// The formula that is to be set; none where it is the one that holds.
    fn formula(&self, known: Option<&Placed>, given: &Given) -> std::result::Result<Option<String>, Faults> {
        let Some((line, typed)) = &given.formula else {
            return Ok(None);
        };
        let held = known.and_then(|placed| self.world.formulas.get(&placed.kpi.id));
        let said = if typed.trim().eq_ignore_ascii_case(NONE) {
            None
        } else {
            Some(self.world.formula(typed).map_err(|error| {
                let reason = Reason::Cell(error.into());
                vec![(*line, "formula", reason)]
            })?)
        };
        Ok((said.as_ref() != held).then(|| typed.clone()))
    }

    fn refuse_fixed(&self, known: Option<&Placed>, after: &Kpi, given: &Given) -> std::result::Result<(), Faults> {
        let Some(placed) = known.filter(|placed| self.world.measured.contains(&placed.kpi.id)) else {
            return Ok(());
        };
        let fixed = ["unit", "direction", "frequency", "aggregation"];
        let changed = given::fields(&placed.kpi, after);
        let faults: Faults = changed
            .iter()
            .filter(|field| fixed.contains(&field.column))
            .filter_map(|field| Some((given.line_of(field.column)?, field.column, Reason::Fixed)))
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Where a KPI will stand, whose it will be, what it will weigh; none where nothing of that changes.
    fn placing(
        &self,
        (known, path): (Option<&Placed>, &Path),
        given: &Given,
    ) -> std::result::Result<Option<Placing>, Faults> {
        let who = |said: &Option<(u64, String)>, column, held: Option<Who>| match said {
            Some((line, cell)) => self
                .world
                .people
                .find(cell)
                .map(Some)
                .map_err(|reason| vec![(*line, column, reason)]),
            None => Ok(held),
        };
        let held = known.and_then(|placed| {
            Some(Placing {
                path: self.world.paths.get(&placed.objective)?.clone(),
                owner: placed.owner.map(Who::Known),
                deputy: placed.deputy.map(Who::Known),
                weight: placed.weight,
            })
        });
        let weight = held.as_ref().map_or(Weight::ONE, |held| held.weight);
        let placing = Placing {
            path: path.clone(),
            owner: who(&given.owner, "owner", held.as_ref().and_then(|held| held.owner))?,
            deputy: who(&given.deputy, "deputy", held.as_ref().and_then(|held| held.deputy))?,
            weight: given.weight.map_or(weight, |(_, weight)| weight),
        };
        let unchanged = held.is_some_and(|held| same_place(&held, &placing));
        Ok((!unchanged).then_some(placing))
    }

    fn targets(
        &self,
        rows: &[&KpiRow],
        (known, path): (Option<&Placed>, &Path),
        after: &Kpi,
    ) -> std::result::Result<Vec<Set>, Faults> {
        let (fiscal, today) = self.world.calendar(self.services, &path.scorecard);
        let turned = known.is_some_and(|placed| placed.kpi.direction != after.direction);
        let held = known
            .and_then(|placed| self.world.targets.get(&placed.kpi.id))
            .map_or(&[][..], Vec::as_slice);
        let judged = Judged::from(after);
        let line = rows.first().map_or(0, |row| row.line);
        let broken = held.iter().find_map(|target| target.spec.resolve(&judged).err());
        if let Some(error) = broken.filter(|_| !turned || rows.iter().all(|row| row.target.is_empty())) {
            return Err(vec![(line, "direction", Reason::Cell(error.into()))]);
        }
        let running = Period::containing(after.frequency, today, fiscal);
        let targets = if turned { &[] } else { held };
        target::changes(
            rows,
            &target::Held {
                kpi: after,
                targets,
                published: known.is_some_and(|placed| self.world.published.contains(&placed.kpi.id)),
                running,
                fiscal,
            },
        )
    }
}

fn new_path(given: &Given) -> Option<Path> {
    if !given.missing().is_empty() {
        return None;
    }
    let name = |said: &Option<(u64, Name)>| said.as_ref().map(|(_, name)| name.clone());
    Some(Path {
        scorecard: name(&given.scorecard)?,
        perspective: name(&given.perspective)?,
        objective: name(&given.objective)?,
    })
}

fn same_place(held: &Placing, placing: &Placing) -> bool {
    let unique = |path: &Path| {
        [
            path.scorecard.unique(),
            path.perspective.unique(),
            path.objective.unique(),
        ]
    };
    unique(&held.path) == unique(&placing.path)
        && (held.owner, held.deputy, held.weight) == (placing.owner, placing.deputy, placing.weight)
}
