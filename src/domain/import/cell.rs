//! One row's cells by column, and what can be wrong with them.

use std::str::FromStr;

use super::guard::unguarded;
use super::table::{Table, TextRow};
use crate::domain::UnknownWord;
use crate::domain::formula::FormulaError;
use crate::domain::kpi::{EnteringError, MAX_AVAILABLE_ON};
use crate::domain::name::{KeyError, NameError};
use crate::domain::period::PeriodError;
use crate::domain::target::TargetError;
use crate::domain::unit::UnitError;
use crate::domain::value::{DecimalComma, ValueError};
use crate::domain::weight::WeightError;

/// The most characters of a note.
pub const MAX_NOTE: usize = 1_000;

/// What is wrong in a row, by line and column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {column}: {problem}")]
pub struct RowError {
    /// The 1-based line of the file.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It is empty, and must not be.
    #[error("a value is needed here")]
    Missing,
    /// The row has more cells than the header.
    #[error("the row has more cells than the header")]
    TooManyCells,
    /// The same row stands further up.
    #[error("the same is in line {first} already")]
    Repeated {
        /// The line it is in first.
        first: u64,
    },
    /// A text that is too long.
    #[error("at most {MAX_NOTE} characters are accepted, not {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A number of decimals that is none.
    #[error("“{read}” is no number of decimals from 0 to 10")]
    Decimals {
        /// What was read.
        read: String,
    },
    /// Not a name.
    #[error(transparent)]
    Name(#[from] NameError),
    /// Not a key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Not a unit.
    #[error(transparent)]
    Unit(#[from] UnitError),
    /// None of the accepted words.
    #[error(transparent)]
    Word(#[from] UnknownWord),
    /// Not a number as files hold it.
    #[error("{0}; write it with a decimal point and without grouping, as in 1234.5")]
    Value(#[from] ValueError),
    /// Not a weight.
    #[error(transparent)]
    Weight(#[from] WeightError),
    /// Not a period.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// Not a target.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// Neither yes nor no.
    #[error("“{read}” is neither yes nor no")]
    YesNo {
        /// What was read.
        read: String,
    },
    /// Not a day after a period.
    #[error("“{read}” is no day from 1 to {MAX_AVAILABLE_ON}")]
    Day {
        /// What was read.
        read: String,
    },
    /// A way of entering values that does not fit the KPI.
    #[error(transparent)]
    Entering(#[from] EnteringError),
    /// Not a formula.
    #[error(transparent)]
    Formula(#[from] FormulaError),
}

/// A row's cells, and the errors found while reading them.
pub(super) struct Cells<'a> {
    known: &'static [&'static str],
    table: &'a Table,
    row: &'a TextRow,
    pub errors: Vec<RowError>,
}

impl<'a> Cells<'a> {
    pub fn new(known: &'static [&'static str], table: &'a Table, row: &'a TextRow) -> Self {
        let mut cells = Self {
            known,
            table,
            row,
            errors: Vec::new(),
        };
        let beyond = row.cells.iter().skip(table.columns.len());
        if beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
            cells.refuse(known[0], Problem::TooManyCells);
        }
        cells
    }

    pub const fn line(&self) -> u64 {
        self.row.line
    }

    pub const fn comma(&self) -> DecimalComma {
        self.table.comma
    }

    /// The text of a column, none where it is empty or the file has no such column.
    pub fn text(&self, column: &str) -> Option<&'a str> {
        let name = self.known.iter().position(|known| *known == column)?;
        let index = self.table.columns.iter().position(|it| *it == name)?;
        let text = self.row.cells.get(index)?.trim();
        (!text.is_empty()).then_some(unguarded(text))
    }

    /// Reads a column with a function; none where it is empty or refused.
    pub fn read<T, E: Into<Problem>>(
        &mut self,
        column: &'static str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        match read(self.text(column)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(column, error.into());
                None
            }
        }
    }

    /// Reads a column as a type that reads itself.
    pub fn parse<T: FromStr>(&mut self, column: &'static str) -> Option<T>
    where
        T::Err: Into<Problem>,
    {
        self.read(column, str::parse::<T>)
    }

    /// Reads a column that must not be empty.
    pub fn required<T: FromStr>(&mut self, column: &'static str) -> Option<T>
    where
        T::Err: Into<Problem>,
    {
        if self.text(column).is_none() {
            self.refuse(column, Problem::Missing);
        }
        self.parse(column)
    }

    /// A free text of bounded length.
    pub fn bounded(&mut self, column: &'static str) -> Option<String> {
        self.read(column, |text| match text.chars().count() {
            length if length > MAX_NOTE => Err(Problem::TooLong { length }),
            _ => Ok(text.to_owned()),
        })
    }

    pub fn refuse(&mut self, column: &'static str, problem: Problem) {
        self.errors.push(RowError {
            line: self.row.line,
            column,
            problem,
        });
    }
}
