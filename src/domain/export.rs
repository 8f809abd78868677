//! Files that go out: rows under the columns of an import, as CSV or XLSX, with no cell that a spreadsheet would compute.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format as Style, Workbook};

use super::import::{MAX_ROWS, What, guarded};

words! {
    /// The format of a file.
    Format {
        /// Text with commas, UTF-8 with the mark that spreadsheets look for.
        Csv = "csv",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

/// A spreadsheet counts with so many digits; a number with more is written as text, so that none is lost.
const DIGITS: usize = 15;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// What somebody wrote, or one of the file format's words.
    Text(String),
    /// A number.
    Number(Decimal),
}

/// Rows under the columns of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What they say.
    pub what: What,
    /// The cells of each row, in the order of the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A file, complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not as CSV.
    #[error("the CSV cannot be written: {0}")]
    Csv(#[from] csv::Error),
    /// Not as XLSX.
    #[error("the XLSX cannot be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

impl Cell {
    /// A text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, or nothing.
    #[must_use]
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.normalize()))
    }

    /// Yes or no.
    #[must_use]
    pub fn yes_no(yes: bool) -> Self {
        Self::Text(if yes { "yes" } else { "no" }.to_owned())
    }

    /// As a file has it.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => guarded(text).into_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Sheet {
    /// The files that it makes: several where it has more rows than one import takes.
    pub fn write(&self, format: Format) -> Result<Vec<Written>, ExportError> {
        let parts: Vec<&[Vec<Cell>]> = self.rows.chunks(MAX_ROWS).collect();
        let many = parts.len() > 1;
        let written = parts.into_iter().enumerate().map(|(place, rows)| {
            let part = if many { format!("-{}", place + 1) } else { String::new() };
            let bytes = match format {
                Format::Csv => self.csv(rows)?,
                Format::Xlsx => self.xlsx(rows)?,
            };
            let name = format!("{}{part}.{format}", self.what);
            Ok(Written { name, bytes })
        });
        written.collect()
    }

    fn csv(&self, rows: &[Vec<Cell>]) -> Result<Vec<u8>, ExportError> {
        let mut bytes = Vec::from("\u{feff}");
        let mut writer = csv::Writer::from_writer(&mut bytes);
        writer.write_record(self.what.columns())?;
        for row in rows {
            writer.write_record(row.iter().map(Cell::written))?;
        }
        writer.flush().map_err(csv::Error::from)?;
        drop(writer);
        Ok(bytes)
    }

    fn xlsx(&self, rows: &[Vec<Cell>]) -> Result<Vec<u8>, ExportError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name(self.what.as_str())?;
        let (heading, text) = (Style::new().set_bold(), Style::new().set_num_format("@"));
        for (column, name) in (0_u16..).zip(self.what.columns()) {
            sheet.write_string_with_format(0, column, *name, &heading)?;
        }
        for (line, row) in (1_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match (cell, exact(cell)) {
                    (Cell::Empty, _) => {}
                    (_, Some(number)) => {
                        sheet.write_number(line, column, number)?;
                    }
                    // As text, so that nobody's spreadsheet makes a date of a period.
                    (_, None) => {
                        sheet.write_string_with_format(line, column, cell.written(), &text)?;
                    }
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(book.save_to_buffer()?)
    }
}

/// A number as a spreadsheet has it, where it keeps all its digits.
fn exact(cell: &Cell) -> Option<f64> {
    let Cell::Number(number) = cell else {
        return None;
    };
    let digits = number.mantissa().unsigned_abs().to_string().len();
    (digits <= DIGITS).then(|| number.to_string().parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::import::actuals;

    fn row(key: &str, cells: [Cell; 3]) -> Vec<Cell> {
        let [period, value, note] = cells;
        vec![Cell::text(key), period, value, note]
    }

    /// The notes and values that are read back from a file of one row each.
    fn read_back(values: &[(Decimal, String)], format: Format) -> Vec<(String, Option<String>)> {
        let one = |(place, (value, note)): (usize, &(Decimal, String))| {
            row(
                &format!("k{place}"),
                [Cell::text("2026-11"), Cell::number(Some(*value)), Cell::text(note)],
            )
        };
        let sheet = Sheet {
            what: What::Actuals,
            rows: values.iter().enumerate().map(one).collect(),
        };
        let files = sheet.write(format).unwrap();
        let read = actuals(&files[0].bytes).unwrap();
        assert_eq!(read.refused, []);
        let told = |row: &crate::domain::import::ActualRow| (format!("{:?}", row.value), row.note.clone());
        read.rows.iter().map(told).collect()
    }

    #[test]
    fn a_file_has_the_columns_of_an_import_and_no_cell_that_is_computed() {
        let sheet = Sheet {
            what: What::Actuals,
            rows: vec![row(
                "nps",
                [
                    Cell::text("2026-11"),
                    Cell::number(Some(Decimal::new(-340, 2))),
                    Cell::text("=1+1"),
                ],
            )],
        };
        let files = sheet.write(Format::Csv).unwrap();
        assert_eq!(files[0].name, "actuals.csv");
        let text = std::str::from_utf8(&files[0].bytes).unwrap();
        assert_eq!(text, "\u{feff}key,period,value,note\nnps,2026-11,-3.4,'=1+1\n");
    }

    #[test]
    fn more_rows_than_an_import_takes_make_several_files() {
        let one = row("nps", [Cell::text("2026-11"), Cell::number(None), Cell::Empty]);
        let sheet = Sheet {
            what: What::Actuals,
            rows: vec![one; MAX_ROWS + 1],
        };
        let names: Vec<String> = sheet
            .write(Format::Csv)
            .unwrap()
            .into_iter()
            .map(|file| file.name)
            .collect();
        assert_eq!(names, ["actuals-1.csv", "actuals-2.csv"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_written_is_read_back_as_it_was_in_both_formats(
            values in prop::collection::vec(
                (-10_i64.pow(15)..10_i64.pow(15), 0u32..10, "[=+@'\\-\"a,;\n1 ]{0,8}"), 1..5,
            ),
        ) {
            let values: Vec<(Decimal, String)> = values
                .into_iter()
                .map(|(mantissa, scale, note)| (Decimal::new(mantissa, scale).normalize(), note.trim().to_owned()))
                .collect();
            let expected: Vec<_> = values
                .iter()
                .map(|(value, note)| {
                    let value = Some(crate::domain::import::FileValue::Number(*value));
                    (format!("{value:?}"), Some(note.clone()).filter(|note| !note.is_empty()))
                })
                .collect();
            for format in [Format::Csv, Format::Xlsx] {
                prop_assert_eq!(&read_back(&values, format), &expected, "{}", format);
            }
        }
    }
}
