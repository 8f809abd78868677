//! What the rows of one KPI say together. Rows of a KPI differ in the period of their target; all else they say once, or
//! alike.

use rust_decimal::Decimal;

use crate::domain::id::KpiId;
use crate::domain::import::KpiRow;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::unit::Unit;
use crate::domain::weight::Weight;
use crate::service::import::found::{Cell, Field};

/// What the rows of one KPI say, each with the line that says it first.
#[derive(Default)]
pub struct Given {
    pub scorecard: Option<(u64, Name)>,
    pub perspective: Option<(u64, Name)>,
    pub objective: Option<(u64, Name)>,
    pub name: Option<(u64, Name)>,
    pub unit: Option<(u64, Unit)>,
    pub direction: Option<(u64, Direction)>,
    pub indicator: Option<(u64, Indicator)>,
    pub frequency: Option<(u64, PeriodKind)>,
    pub aggregation: Option<(u64, Aggregation)>,
    pub decimals: Option<(u64, u8)>,
    pub owner: Option<(u64, String)>,
    pub deputy: Option<(u64, String)>,
    pub weight: Option<(u64, Weight)>,
    pub baseline: Option<(u64, Decimal)>,
    pub formula: Option<(u64, String)>,
    pub best_possible: Option<(u64, bool)>,
    pub carry_forward: Option<(u64, bool)>,
    pub entered_ytd: Option<(u64, bool)>,
    pub available_on: Option<(u64, u16)>,
}

/// A column of a line that says something else than an earlier line.
pub struct Contradiction {
    pub line: u64,
    pub column: &'static str,
    pub first: u64,
}

impl Given {
    /// What the rows of a KPI say together.
    pub fn of(rows: &[&KpiRow]) -> Result<Self, Contradiction> {
        let mut given = Self::default();
        for row in rows {
            given.take(row)?;
        }
        Ok(given)
    }

    fn take(&mut self, row: &KpiRow) -> Result<(), Contradiction> {
        let line = row.line;
        let mut clash = None;
        let mut see = |column, found: Option<u64>| clash = clash.or(found.map(|first| (column, first)));
        see("scorecard", say(&mut self.scorecard, line, row.scorecard.as_ref()));
        see(
            "perspective",
            say(&mut self.perspective, line, row.perspective.as_ref()),
        );
        see("objective", say(&mut self.objective, line, row.objective.as_ref()));
        see("name", say(&mut self.name, line, row.name.as_ref()));
        see("unit", say(&mut self.unit, line, row.unit.as_ref()));
        see("direction", say(&mut self.direction, line, row.direction.as_ref()));
        see("indicator", say(&mut self.indicator, line, row.indicator.as_ref()));
        see("frequency", say(&mut self.frequency, line, row.frequency.as_ref()));
        see(
            "aggregation",
            say(&mut self.aggregation, line, row.aggregation.as_ref()),
        );
        see("decimals", say(&mut self.decimals, line, row.decimals.as_ref()));
        see("owner", say(&mut self.owner, line, row.owner.as_ref()));
        see("deputy", say(&mut self.deputy, line, row.deputy.as_ref()));
        see("weight", say(&mut self.weight, line, row.weight.as_ref()));
        see("baseline", say(&mut self.baseline, line, row.baseline.as_ref()));
        see("formula", say(&mut self.formula, line, row.formula.as_ref()));
        let best = say(&mut self.best_possible, line, row.best_possible.as_ref());
        see("best_possible", best);
        let carried = say(&mut self.carry_forward, line, row.carry_forward.as_ref());
        see("carry_forward", carried);
        see(
            "entered_ytd",
            say(&mut self.entered_ytd, line, row.entered_ytd.as_ref()),
        );
        let known = say(&mut self.available_on, line, row.available_on.as_ref());
        see("available_on", known);
        match clash {
            Some((column, first)) => Err(Contradiction { line, column, first }),
            None => Ok(()),
        }
    }

    /// The required columns that no row fills: a new KPI cannot be made of them.
    pub fn missing(&self) -> Vec<&'static str> {
        let empty = [
            ("scorecard", self.scorecard.is_none()),
            ("perspective", self.perspective.is_none()),
            ("objective", self.objective.is_none()),
            ("name", self.name.is_none()),
            ("direction", self.direction.is_none()),
        ];
        empty
            .into_iter()
            .filter_map(|(column, empty)| empty.then_some(column))
            .collect()
    }

    /// A KPI as these rows say, over what it is so far.
    pub fn over(&self, known: Kpi) -> Kpi {
        Kpi {
            id: known.id,
            key: known.key,
            name: or(self.name.as_ref(), known.name),
            unit: or(self.unit.as_ref(), known.unit),
            direction: or(self.direction.as_ref(), known.direction),
            indicator: or(self.indicator.as_ref(), known.indicator),
            frequency: or(self.frequency.as_ref(), known.frequency),
            aggregation: or(self.aggregation.as_ref(), known.aggregation),
            decimals: or(self.decimals.as_ref(), known.decimals),
            baseline: self.baseline.map(|(_, baseline)| baseline).or(known.baseline),
            best_possible: or(self.best_possible.as_ref(), known.best_possible),
            carry_forward: or(self.carry_forward.as_ref(), known.carry_forward),
            entered_ytd: or(self.entered_ytd.as_ref(), known.entered_ytd),
            available_on: match self.available_on {
                Some((_, day)) => Some(day).filter(|day| *day > 1),
                None => known.available_on,
            },
        }
    }

    /// The line that says a column first.
    pub fn line_of(&self, column: &str) -> Option<u64> {
        match column {
            "unit" => self.unit.as_ref().map(|(line, _)| *line),
            "direction" => self.direction.as_ref().map(|(line, _)| *line),
            "frequency" => self.frequency.as_ref().map(|(line, _)| *line),
            "aggregation" => self.aggregation.as_ref().map(|(line, _)| *line),
            _ => None,
        }
    }
}

/// A KPI of which nothing is said yet.
pub fn blank(key: Key, name: Name) -> Kpi {
    Kpi {
        id: KpiId::from(0),
        key,
        name,
        unit: Unit::default(),
        direction: Direction::Higher,
        indicator: Indicator::Lagging,
        frequency: PeriodKind::Month,
        aggregation: Aggregation::Last,
        decimals: 0,
        baseline: None,
        best_possible: false,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    }
}

/// The columns in which a KPI changes.
pub fn fields(before: &Kpi, after: &Kpi) -> Vec<Field> {
    let text = |column, before: &str, after: &str| Field {
        column,
        before: before.into(),
        after: after.into(),
    };
    let word = |column, before, after| Field {
        column,
        before: Cell::Word(before),
        after: Cell::Word(after),
    };
    let number = |column, before: Option<Decimal>, after: Option<Decimal>| Field {
        column,
        before: before.into(),
        after: after.into(),
    };
    let answer = |yes| if yes { "yes" } else { "no" };
    let yes_no = |column, before, after| word(column, answer(before), answer(after));
    let day = |kpi: &Kpi| kpi.available_on.map(Decimal::from);
    let decimals = |kpi: &Kpi| Some(Decimal::from(kpi.decimals));
    let all = [
        text("name", before.name.as_str(), after.name.as_str()),
        text("unit", before.unit.as_str(), after.unit.as_str()),
        word("direction", before.direction.as_str(), after.direction.as_str()),
        word("indicator", before.indicator.as_str(), after.indicator.as_str()),
        word("frequency", before.frequency.as_str(), after.frequency.as_str()),
        word("aggregation", before.aggregation.as_str(), after.aggregation.as_str()),
        number("decimals", decimals(before), decimals(after)),
        number("baseline", before.baseline, after.baseline),
        yes_no("best_possible", before.best_possible, after.best_possible),
        yes_no("carry_forward", before.carry_forward, after.carry_forward),
        yes_no("entered_ytd", before.entered_ytd, after.entered_ytd),
        number("available_on", day(before), day(after)),
    ];
    all.into_iter().filter(|field| field.before != field.after).collect()
}

/// Notes what a line says; the line that said something else before, if one did.
fn say<T: Clone + PartialEq>(slot: &mut Option<(u64, T)>, line: u64, said: Option<&T>) -> Option<u64> {
    let said = said?;
    if let Some((first, held)) = slot {
        return (held != said).then_some(*first);
    }
    *slot = Some((line, said.clone()));
    None
}

fn or<T: Clone>(said: Option<&(u64, T)>, known: T) -> T {
    said.map_or(known, |(_, said)| said.clone())
}
