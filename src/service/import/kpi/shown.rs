//! What a file of KPIs would do, as its preview shows it.

use super::drafting::{Drafting, Outcome};
use super::tree::Path;
use super::{Placing, Step, given};
use crate::domain::import::KpiRow;
use crate::domain::kpi::Kpi;
use crate::domain::name::Name;
use crate::domain::score::Rule;
use crate::domain::target::{Judged, TargetSpec};
use crate::service::import::found::{Cell, Change, Field};
use crate::service::import::people::Who;
use crate::store::kpi::Placed;

impl Step {
    /// Whether it changes the KPI beside its targets.
    fn changes_itself(&self) -> bool {
        self.place.is_some() || self.formula.is_some() || self.before.as_ref() != Some(&self.after)
    }
}

impl Drafting<'_> {
    /// Remembers what becomes of each row, and shows it.
    pub fn note(&mut self, rows: &[&KpiRow], known: bool, step: Option<&Step>, path: &Path) {
        for (place, row) in rows.iter().enumerate() {
            let outcome = match step {
                Some(_) if !known => Outcome::New,
                Some(step) if place == 0 && step.changes_itself() => Outcome::Changed,
                Some(step) if step.targets.iter().any(|set| set.line == row.line) => Outcome::Changed,
                _ => Outcome::Unchanged,
            };
            self.rows.insert(row.line, (outcome, path.clone()));
        }
        let Some(step) = step else {
            return;
        };
        for set in &step.targets {
            let rule = set.target.spec.resolve(&Judged::from(&step.after)).ok().flatten();
            self.found.assume(&step.after, rule);
        }
        match &step.before {
            None => self.found.made.kpis += 1,
            Some(before) => {
                let fields = self.fields(before, step);
                let name = before.name.clone();
                self.found.change(|| Change::Kpi { name, fields });
            }
        }
    }

    /// The columns that a step changes.
    fn fields(&self, before: &Kpi, step: &Step) -> Vec<Field> {
        let mut fields = given::fields(before, &step.after);
        let placed = self.world.kpis.get(&before.key.folded());
        if let (Some(placing), Some(placed)) = (&step.place, placed) {
            fields.extend(self.place_fields(placed, placing));
        }
        fields.extend(step.formula.as_deref().map(|formula| Field {
            column: "formula",
            before: self.world.written(before.id).as_str().into(),
            after: formula.into(),
        }));
        for set in &step.targets {
            let rule = |spec: Option<TargetSpec>| {
                spec.and_then(|spec| spec.resolve(&Judged::from(&step.after)).ok().flatten())
            };
            let (old, new) = (rule(set.before), rule(Some(set.target.spec)));
            fields.extend(target_fields(old, new));
        }
        fields
    }

    fn place_fields(&self, placed: &Placed, placing: &Placing) -> Vec<Field> {
        let held = self.world.paths.get(&placed.objective);
        let text = |column, before: Option<&Name>, after: &Name| Field {
            column,
            before: before.map_or(Cell::Nothing, |name| name.as_str().into()),
            after: after.as_str().into(),
        };
        let who = |who: Option<Who>| match who {
            Some(Who::Known(person)) => Cell::Text(self.world.people.name(person)),
            Some(Who::Stranger(user)) => Cell::Text(self.world.people.stranger(user)),
            None => Cell::Nothing,
        };
        let all = [
            text("scorecard", held.map(|held| &held.scorecard), &placing.path.scorecard),
            text(
                "perspective",
                held.map(|held| &held.perspective),
                &placing.path.perspective,
            ),
            text("objective", held.map(|held| &held.objective), &placing.path.objective),
            Field {
                column: "owner",
                before: who(placed.owner.map(Who::Known)),
                after: who(placing.owner),
            },
            Field {
                column: "deputy",
                before: who(placed.deputy.map(Who::Known)),
                after: who(placing.deputy),
            },
            Field {
                column: "weight",
                before: Cell::Number(placed.weight.get()),
                after: Cell::Number(placing.weight.get()),
            },
        ];
        all.into_iter().filter(|field| field.before != field.after).collect()
    }
}

fn target_fields(before: Option<Rule>, after: Option<Rule>) -> Vec<Field> {
    let columns = |rule: Option<Rule>| match rule {
        Some(Rule::Linear { target, red, .. }) => vec![("target", target), ("red_flag", red)],
        Some(Rule::Range {
            low,
            high,
            red_low,
            red_high,
            ..
        }) => {
            vec![
                ("target_low", low),
                ("target_high", high),
                ("red_low", red_low),
                ("red_high", red_high),
            ]
        }
        Some(Rule::YesNo) | None => Vec::new(),
    };
    let (before, after) = (columns(before), columns(after));
    let held = |column: &str| {
        before
            .iter()
            .find(|(other, _)| *other == column)
            .map(|(_, number)| *number)
    };
    let fields = after.iter().map(|(column, number)| Field {
        column,
        before: held(column).into(),
        after: Cell::Number(*number),
    });
    fields.filter(|field| field.before != field.after).collect()
}
