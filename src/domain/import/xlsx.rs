//! The first sheet of an XLSX as rows of text, cell by cell, so that one far-away cell costs nothing.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use rust_decimal::Decimal;

use super::table::TextRow;
use super::{FileError, MAX_ROWS};

/// Cells beyond this column belong to no known one.
const MAX_COLUMNS: u32 = 64;
/// What all parts of the file may have unpacked, in bytes.
const MAX_UNPACKED: u64 = 200 * 1024 * 1024;
/// The signature of an entry in a zip's directory.
const ENTRY: [u8; 4] = *b"PK\x01\x02";

/// Reads the first sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<TextRow>, FileError> {
    if unpacked_size(bytes) > MAX_UNPACKED {
        return Err(FileError::TooLarge {
            bytes: usize::try_from(unpacked_size(bytes)).unwrap_or(usize::MAX),
        });
    }
    let broken = |_| FileError::BrokenXlsx;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheet = book.sheet_names().first().cloned().ok_or(FileError::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
    let mut rows: Vec<TextRow> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.trim().is_empty() || column >= MAX_COLUMNS {
            continue;
        }
        let line = u64::from(row) + 1;
        if rows.last().is_none_or(|last| last.line != line) {
            if rows.len() > MAX_ROWS {
                return Err(FileError::TooManyRows);
            }
            rows.push(TextRow {
                line,
                cells: Vec::new(),
            });
        }
        if let Some(last) = rows.last_mut() {
            let index = usize::try_from(column).unwrap_or_default();
            last.cells.resize(last.cells.len().max(index + 1), String::new());
            last.cells[index] = text;
        }
    }
    Ok(rows)
}

/// What the zip's directory says its parts have unpacked.
fn unpacked_size(bytes: &[u8]) -> u64 {
    let entries = bytes.windows(28).filter(|entry| entry.starts_with(&ENTRY));
    entries
        .map(|entry| u64::from(u32::from_le_bytes([entry[24], entry[25], entry[26], entry[27]])))
        .sum()
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(date) => day(date),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The 15 digits a spreadsheet shows, so that 8.200000000000001 is the 8.2 that was typed.
fn float(number: f64) -> String {
    let digits = format!("{number:.14e}");
    Decimal::from_scientific(&digits).map_or_else(|_| number.to_string(), |it| it.normalize().to_string())
}

/// A spreadsheet makes a date of a typed `2026-11`: its first day stands for the month.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    if day == 1 {
        format!("{year}-{month:02}")
    } else {
        format!("{year}-{month:02}-{day:02}")
    }
}
