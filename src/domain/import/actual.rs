//! The file of actuals: key, period, value, note.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::{Cells, Problem};
use super::table::{Columns, Table};
use super::{FileError, Parsed, PeriodText};
use crate::domain::kpi::Direction;
use crate::domain::name::Key;
use crate::domain::value::{DecimalComma, Entry, ValueError, not_applicable, plain};

pub(super) const COLUMNS: Columns = Columns {
    known: &["key", "period", "value", "note"],
    required: &["key", "period", "value"],
};

/// A row of the file of actuals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActualRow {
    /// Its 1-based line.
    pub line: u64,
    /// The KPI's key.
    pub key: Key,
    /// The period.
    pub period: PeriodText,
    /// The value; none where the cell is empty, which changes nothing.
    pub value: Option<FileValue>,
    /// The note.
    pub note: Option<String>,
}

/// A value as a file has it; whether it fits is known once its KPI is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileValue {
    /// A number.
    Number(Decimal),
    /// Yes.
    Yes,
    /// No.
    No,
    /// There is none for a reason.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

impl FileValue {
    /// The entry it means for a KPI of a direction: 1 and 0 are yes and no for a yes/no KPI, and words only there.
    pub fn entry(&self, direction: Direction) -> Result<Entry, ValueError> {
        let yes_no = direction == Direction::YesNo;
        match self {
            Self::NotApplicable { reason } => Ok(Entry::NotApplicable { reason: reason.clone() }),
            Self::Yes if yes_no => Ok(Entry::Number(Decimal::ONE)),
            Self::No if yes_no => Ok(Entry::Number(Decimal::ZERO)),
            Self::Yes => Err(ValueError::NotANumber { read: "yes".to_owned() }),
            Self::No => Err(ValueError::NotANumber { read: "no".to_owned() }),
            Self::Number(number) if yes_no && *number != Decimal::ONE && !number.is_zero() => {
                Err(ValueError::NotYesNo {
                    read: number.to_string(),
                })
            }
            Self::Number(number) => Ok(Entry::Number(*number)),
        }
    }
}

/// Reads a file of actuals.
pub fn actuals(bytes: &[u8]) -> Result<Parsed<ActualRow>, FileError> {
    let table = Table::read(bytes, &COLUMNS)?;
    let mut parsed = Parsed {
        rows: Vec::new(),
        refused: Vec::new(),
    };
    let mut seen = HashMap::new();
    for row in &table.rows {
        let mut cells = Cells::new(COLUMNS.known, &table, row);
        let actual = read(&mut cells);
        if let Some(actual) = &actual {
            let place = (actual.key.folded(), actual.period.0.to_lowercase());
            if let Some(first) = seen.insert(place, actual.line) {
                cells.refuse("period", Problem::Repeated { first });
            }
        }
        match actual {
            Some(actual) if cells.errors.is_empty() => parsed.rows.push(actual),
            _ => parsed.refused.append(&mut cells.errors),
        }
    }
    Ok(parsed)
}

fn read(cells: &mut Cells<'_>) -> Option<ActualRow> {
    let key = cells.required("key");
    let period = cells.text("period").map(|text| PeriodText(text.to_owned()));
    if period.is_none() {
        cells.refuse("period", Problem::Missing);
    }
    let comma = cells.comma();
    let value = cells.read("value", |text| value(text, comma));
    let note = cells.bounded("note");
    Some(ActualRow {
        line: cells.line(),
        key: key?,
        period: period?,
        value,
        note,
    })
}

fn value(text: &str, comma: DecimalComma) -> Result<FileValue, ValueError> {
    match text.to_lowercase().as_str() {
        "yes" | "true" => return Ok(FileValue::Yes),
        "no" | "false" => return Ok(FileValue::No),
        _ => {}
    }
    match not_applicable(text) {
        Some(reason) => Ok(FileValue::NotApplicable { reason: reason? }),
        None => plain(text, comma).map(FileValue::Number),
    }
}
