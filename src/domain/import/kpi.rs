//! The file of KPIs: one row per key and `from`.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::{Cells, Problem};
use super::table::{Columns, Table};
use super::{FileError, Parsed, PeriodText};
use crate::domain::kpi::{Aggregation, Direction, Indicator, MAX_AVAILABLE_ON, MAX_DECIMALS};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::target::TargetSpec;
use crate::domain::unit::Unit;
use crate::domain::value::plain;
use crate::domain::weight::Weight;

pub(super) const COLUMNS: Columns = Columns {
    known: &[
        "scorecard",
        "perspective",
        "objective",
        "key",
        "name",
        "unit",
        "direction",
        "indicator",
        "frequency",
        "aggregation",
        "decimals",
        "owner",
        "deputy",
        "weight",
        "baseline",
        "target",
        "red_flag",
        "target_low",
        "target_high",
        "red_low",
        "red_high",
        "from",
        "formula",
        "drives",
        "best_possible",
        "carry_forward",
        "entered_ytd",
        "available_on",
        "only",
    ],
    required: &["scorecard", "perspective", "objective", "key", "name", "direction"],
};

/// A row of the file of KPIs; an empty cell is `None` and leaves a known KPI's field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KpiRow {
    /// Its 1-based line.
    pub line: u64,
    /// The scorecard it is in.
    pub scorecard: Option<Name>,
    /// The perspective it is in.
    pub perspective: Option<Name>,
    /// The objective it measures.
    pub objective: Option<Name>,
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: Option<Name>,
    /// Its unit.
    pub unit: Option<Unit>,
    /// Its direction.
    pub direction: Option<Direction>,
    /// Leading or lagging.
    pub indicator: Option<Indicator>,
    /// Its frequency.
    pub frequency: Option<PeriodKind>,
    /// Its aggregation.
    pub aggregation: Option<Aggregation>,
    /// Its decimals.
    pub decimals: Option<u8>,
    /// Its owner: a user name or id.
    pub owner: Option<String>,
    /// Its deputy: a user name or id.
    pub deputy: Option<String>,
    /// Its weight.
    pub weight: Option<Weight>,
    /// Its baseline.
    pub baseline: Option<Decimal>,
    /// Its target, as far as it was given.
    pub target: TargetSpec,
    /// The period the target holds from.
    pub from: Option<PeriodText>,
    /// Its formula.
    pub formula: Option<String>,
    /// The objectives that its objective drives.
    pub drives: Option<String>,
    /// Whether its target cannot be beaten.
    pub best_possible: Option<bool>,
    /// Whether a period without a value counts with the one before it.
    pub carry_forward: Option<bool>,
    /// Whether values are entered as the fiscal year's total so far.
    pub entered_ytd: Option<bool>,
    /// On which day after a period its value becomes known.
    pub available_on: Option<u16>,
    /// Whether the target holds for the period in `from` only.
    pub only: Option<bool>,
}

impl KpiRow {
    /// The required columns that are empty: a new KPI cannot be made of this row.
    #[must_use]
    pub fn missing_for_new(&self) -> Vec<&'static str> {
        [
            ("scorecard", self.scorecard.is_none()),
            ("perspective", self.perspective.is_none()),
            ("objective", self.objective.is_none()),
            ("name", self.name.is_none()),
            ("direction", self.direction.is_none()),
        ]
        .into_iter()
        .filter_map(|(column, missing)| missing.then_some(column))
        .collect()
    }
}

/// Reads a file of KPIs.
pub fn kpis(bytes: &[u8]) -> Result<Parsed<KpiRow>, FileError> {
    let table = Table::read(bytes, &COLUMNS)?;
    let mut parsed = Parsed {
        rows: Vec::new(),
        refused: Vec::new(),
    };
    let mut seen = HashMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(COLUMNS.known, &table, row);
        let kpi = read(&mut cells);
        if let Some(kpi) = &kpi {
            let from = kpi.from.as_ref().map(|from| from.0.to_lowercase());
            let place = (kpi.key.folded(), from, kpi.only == Some(true));
            if let Some(first) = seen.insert(place, kpi.line) {
                cells.refuse("key", Problem::Repeated { first });
            }
        }
        match kpi {
            Some(kpi) if cells.errors.is_empty() => parsed.rows.push(kpi),
            _ => parsed.refused.append(&mut cells.errors),
        }
    }
    Ok(parsed)
}

fn read(cells: &mut Cells<'_>) -> Option<KpiRow> {
    let key = cells.required("key");
    let row = KpiRow {
        line: cells.line(),
        scorecard: cells.parse("scorecard"),
        perspective: cells.parse("perspective"),
        objective: cells.parse("objective"),
        key: key?,
        name: cells.parse("name"),
        unit: cells.parse("unit"),
        direction: cells.parse("direction"),
        indicator: cells.parse("indicator"),
        frequency: cells.parse("frequency"),
        aggregation: cells.parse("aggregation"),
        decimals: cells.read("decimals", decimals),
        owner: cells.bounded("owner"),
        deputy: cells.bounded("deputy"),
        weight: weight(cells),
        baseline: number(cells, "baseline"),
        target: TargetSpec {
            target: number(cells, "target"),
            red: number(cells, "red_flag"),
            low: number(cells, "target_low"),
            high: number(cells, "target_high"),
            red_low: number(cells, "red_low"),
            red_high: number(cells, "red_high"),
        },
        from: cells.text("from").map(|text| PeriodText(text.to_owned())),
        formula: cells.bounded("formula"),
        drives: cells.bounded("drives"),
        best_possible: cells.read("best_possible", yes_no),
        carry_forward: cells.read("carry_forward", yes_no),
        entered_ytd: cells.read("entered_ytd", yes_no),
        available_on: cells.read("available_on", day),
        only: cells.read("only", yes_no),
    };
    Some(row)
}

fn number(cells: &mut Cells<'_>, column: &'static str) -> Option<Decimal> {
    let comma = cells.comma();
    cells.read(column, |text| plain(text, comma))
}

fn weight(cells: &mut Cells<'_>) -> Option<Weight> {
    let number = number(cells, "weight")?;
    match Weight::try_from(number) {
        Ok(weight) => Some(weight),
        Err(error) => {
            cells.refuse("weight", error.into());
            None
        }
    }
}

fn decimals(text: &str) -> Result<u8, Problem> {
    let read = text.parse::<u8>().ok().filter(|decimals| *decimals <= MAX_DECIMALS);
    read.ok_or_else(|| Problem::Decimals { read: text.to_owned() })
}

fn yes_no(text: &str) -> Result<bool, Problem> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" => Ok(false),
        _ => Err(Problem::YesNo { read: text.to_owned() }),
    }
}

fn day(text: &str) -> Result<u16, Problem> {
    let read = text.parse().ok().filter(|day| (1..=MAX_AVAILABLE_ON).contains(day));
    read.ok_or_else(|| Problem::Day { read: text.to_owned() })
}
