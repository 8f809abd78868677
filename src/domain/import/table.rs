//! From bytes to rows of text under known columns, whatever the file's format.

use super::{FileError, MAX_BYTES, MAX_ROWS, xlsx};
use crate::domain::value::DecimalComma;

/// The columns of a kind of file.
pub(super) struct Columns {
    /// All that are known.
    pub known: &'static [&'static str],
    /// Those that must be there.
    pub required: &'static [&'static str],
}

/// A row of text with its 1-based line in the file.
pub(super) struct TextRow {
    pub line: u64,
    pub cells: Vec<String>,
}

/// A file's rows below its header.
pub(super) struct Table {
    /// For each column of the file the index of its known name.
    pub columns: Vec<usize>,
    pub rows: Vec<TextRow>,
    /// Whether numbers may have a decimal comma.
    pub comma: DecimalComma,
}

impl Table {
    /// Reads a file.
    pub fn read(bytes: &[u8], columns: &Columns) -> Result<Self, FileError> {
        if bytes.len() > MAX_BYTES {
            return Err(FileError::TooLarge { bytes: bytes.len() });
        }
        let (mut rows, comma) = if bytes.starts_with(b"PK\x03\x04") {
            (xlsx::rows(bytes)?, DecimalComma::Refused)
        } else {
            csv_rows(bytes)?
        };
        rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
        if rows.is_empty() {
            return Err(FileError::Empty);
        }
        let header = rows.remove(0);
        if rows.len() > MAX_ROWS {
            return Err(FileError::TooManyRows);
        }
        Ok(Self {
            columns: match_columns(&header.cells, columns)?,
            rows,
            comma,
        })
    }
}

fn csv_rows(bytes: &[u8]) -> Result<(Vec<TextRow>, DecimalComma), FileError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        FileError::NotUtf8 {
            line: good.split(|byte| *byte == b'\n').count(),
        }
    })?;
    let semicolon = separated_by_semicolon(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolon { b';' } else { b',' })
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines { text, byte: 0, line: 1 };
    for record in reader.records() {
        let record = record.map_err(|error| FileError::BrokenCsv {
            line: lines.at(error.position()),
        })?;
        let line = lines.at(record.position());
        rows.push(TextRow {
            line,
            cells: record.iter().map(str::to_owned).collect(),
        });
        if rows.len() > MAX_ROWS * 2 {
            return Err(FileError::TooManyRows);
        }
    }
    Ok((
        rows,
        if semicolon {
            DecimalComma::Accepted
        } else {
            DecimalComma::Refused
        },
    ))
}

/// Counts lines up to a record: the reader's own count lags behind by the line ends it skips before a record.
struct Lines<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    fn at(&mut self, position: Option<&csv::Position>) -> u64 {
        let reported = position
            .and_then(|it| usize::try_from(it.byte()).ok())
            .unwrap_or(self.byte);
        let rest = self.text.as_bytes().get(reported..).unwrap_or_default();
        let start = reported + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.as_bytes().get(self.byte..start).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>();
        self.byte = start.max(self.byte);
        self.line
    }
}

/// Whether the header has more semicolons than commas outside quotes.
fn separated_by_semicolon(text: &str) -> bool {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (mut quoted, mut commas, mut semicolons) = (false, 0, 0);
    for c in header.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            _ => {}
        }
    }
    semicolons > commas
}

fn match_columns(header: &[String], columns: &Columns) -> Result<Vec<usize>, FileError> {
    let mut found = Vec::new();
    let mut unknown = Vec::new();
    let used = header
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1);
    for cell in &header[..used] {
        let name = cell.trim().to_lowercase().replace([' ', '-'], "_");
        match columns.known.iter().position(|known| *known == name) {
            Some(index) if found.contains(&index) => {
                return Err(FileError::RepeatedColumn {
                    column: columns.known[index],
                });
            }
            Some(index) => found.push(index),
            None => unknown.push(cell.trim().to_owned()),
        }
    }
    let present = |column: &str| found.iter().any(|index| columns.known[*index] == column);
    let missing: Vec<_> = columns
        .required
        .iter()
        .copied()
        .filter(|column| !present(column))
        .collect();
    if !missing.is_empty() {
        return Err(FileError::MissingColumns {
            missing,
            required: columns.required,
        });
    }
    if !unknown.is_empty() {
        return Err(FileError::UnknownColumns {
            unknown,
            known: columns.known,
        });
    }
    Ok(found)
}
