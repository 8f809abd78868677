//! Both files of an import, from bytes to typed rows: structure only. What is stored already is the service's to compare.

mod actual;
mod cell;
mod guard;
mod kpi;
mod table;
mod xlsx;

pub use actual::{ActualRow, FileValue, actuals};
pub use cell::{Problem, RowError};
pub use guard::guarded;
pub use kpi::{KpiRow, kpis};

use serde::{Deserialize, Serialize};

use super::period::{FiscalStart, Period, PeriodError};

/// The most rows below the header.
pub const MAX_ROWS: usize = 10_000;
/// The largest file, in bytes.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

words! {
    /// What a file holds.
    What {
        /// KPIs with their places and targets.
        Kpis = "kpis",
        /// Actuals.
        Actuals = "actuals",
    }
}

impl What {
    /// The columns of such a file, in the order in which they are written.
    #[must_use]
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Kpis => kpi::COLUMNS.known,
            Self::Actuals => actual::COLUMNS.known,
        }
    }
}

/// A file's rows: those that can be read, and what is wrong with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The rows that can be read.
    pub rows: Vec<T>,
    /// What is wrong with the others, one entry for each faulty cell.
    pub refused: Vec<RowError>,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is too large.
    #[error("the file has {bytes} bytes; at most {MAX_BYTES} are accepted")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It has too many rows.
    #[error("the file has more than {MAX_ROWS} rows; split it")]
    TooManyRows,
    /// It has no header.
    #[error("the file is empty; its first row must name the columns")]
    Empty,
    /// It is neither UTF-8 nor an XLSX.
    #[error("line {line} is not UTF-8; save the file as “CSV UTF-8” or as XLSX")]
    NotUtf8 {
        /// The first line that is not.
        line: usize,
    },
    /// It looks like an XLSX and cannot be opened as one.
    #[error("the file cannot be opened as XLSX; save it again as XLSX or as CSV UTF-8")]
    BrokenXlsx,
    /// A quoted cell never ends, or the like.
    #[error("line {line} cannot be read as CSV")]
    BrokenCsv {
        /// The line.
        line: u64,
    },
    /// Required columns are missing.
    #[error("the header has no column {}; it needs {}", missing.join(", "), required.join(", "))]
    MissingColumns {
        /// Those that are missing.
        missing: Vec<&'static str>,
        /// All that are required.
        required: &'static [&'static str],
    },
    /// Columns that are not known.
    #[error("the header has unknown columns ({}); known are {}", unknown.join(", "), known.join(", "))]
    UnknownColumns {
        /// Those that are not known, as they were read.
        unknown: Vec<String>,
        /// All that are.
        known: &'static [&'static str],
    },
    /// A column that is there twice.
    #[error("the header has the column {column} twice")]
    RepeatedColumn {
        /// Its name.
        column: &'static str,
    },
}

/// A period as a file has it. It is read once the fiscal calendar of its scorecard is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PeriodText(pub String);

impl PeriodText {
    /// Reads it.
    pub fn read(&self, fiscal: FiscalStart) -> Result<Period, PeriodError> {
        Period::parse(&self.0, fiscal)
    }
}

#[cfg(test)]
#[path = "import/tests.rs"]
mod tests;
