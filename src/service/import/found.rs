//! What an import would do, row by row, and why it would not: typed, for `discord` to say.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::domain::import::{Problem, RowError};
use crate::domain::kpi::Kpi;
use crate::domain::name::Name;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::Rule;
use crate::domain::value::Entry;
use crate::service::{Need, Noun};

/// How many changes, and how many assumed red flags, are shown by name.
pub const SHOWN: usize = 10;

/// What a file would do.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Rows below the header.
    pub rows: usize,
    /// Rows that bring something new.
    pub new: usize,
    /// Rows that change something.
    pub changed: usize,
    /// Rows that say what holds already.
    pub unchanged: usize,
    /// What is wrong, by line.
    pub refused: Vec<Refused>,
    /// What is made so that rows have a place.
    pub made: Made,
    /// The names of KPIs whose values are entered as the year's total elsewhere; a file holds each period's own.
    pub own_values: BTreeSet<String>,
    /// The first changes, old → new.
    pub changes: Vec<Change>,
    /// Targets whose red flag is assumed: how many there are.
    pub assumed: usize,
    /// The first of them.
    pub assumed_shown: Vec<(Kpi, Rule)>,
}

impl Found {
    /// Whether anything would be written.
    #[must_use]
    pub fn does_something(&self) -> bool {
        self.writes() > 0
    }

    /// How many rows would be written.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.new + self.changed
    }

    /// How many lines are refused; one line can be wrong in several columns.
    #[must_use]
    pub fn refused_lines(&self) -> usize {
        let mut lines: Vec<u64> = self.refused.iter().map(|refused| refused.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.len()
    }

    pub(super) fn refuse(&mut self, line: u64, column: &'static str, reason: Reason) {
        self.refused.push(Refused { line, column, reason });
    }

    pub(super) fn change(&mut self, change: impl FnOnce() -> Change) {
        if self.changes.len() < SHOWN {
            self.changes.push(change());
        }
    }

    pub(super) fn assume(&mut self, kpi: &Kpi, rule: Option<Rule>) {
        let Some(rule @ (Rule::Linear { assumed: true, .. } | Rule::Range { assumed: true, .. })) = rule else {
            return;
        };
        self.assumed += 1;
        if self.assumed_shown.len() < SHOWN {
            self.assumed_shown.push((kpi.clone(), rule));
        }
    }
}

/// What is made so that rows have a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Made {
    /// The names of new scorecards.
    pub scorecards: Vec<Name>,
    /// New perspectives.
    pub perspectives: usize,
    /// New objectives.
    pub objectives: usize,
    /// New arrows of the strategy map.
    pub drives: usize,
    /// New KPIs.
    pub kpis: usize,
}

/// One thing that is wrong with a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The 1-based line of the file.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// What is wrong.
    pub reason: Reason,
}

impl From<RowError> for Refused {
    fn from(error: RowError) -> Self {
        Self {
            line: error.line,
            column: error.column,
            reason: Reason::Cell(error.problem),
        }
    }
}

/// Why a row is refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The cell cannot be read.
    Cell(Problem),
    /// What it names does not exist.
    Unknown {
        /// What kind of thing.
        noun: Named,
        /// What was read.
        typed: String,
        /// What is written nearly so.
        close: Vec<String>,
    },
    /// What it names is there more than once.
    Ambiguous {
        /// What kind of thing.
        noun: Named,
        /// What was read.
        typed: String,
    },
    /// The person may not do this.
    Denied(Need),
    /// The period has not begun.
    NotBegun {
        /// The period.
        period: Period,
        /// How it is labelled.
        fiscal: FiscalStart,
        /// When it begins.
        begins_at: DateTime<Utc>,
    },
    /// The review of the period is closed, and the person may not restate it.
    Closed {
        /// The period.
        period: Period,
        /// How it is labelled.
        fiscal: FiscalStart,
    },
    /// The numbers of the period are published, and no reason was given to change them.
    Published {
        /// The period.
        period: Period,
        /// How it is labelled.
        fiscal: FiscalStart,
    },
    /// A second period in a row that is not applicable, by who does not manage the scorecard.
    SecondNotApplicable {
        /// Who manages it.
        manager: String,
    },
    /// A formula gives the value.
    Computed,
    /// Direction, unit, frequency and aggregation are fixed once there is an actual.
    Fixed,
    /// The target of a period that is over; it was agreed then.
    Past {
        /// The earliest period for which a target can be set.
        running: Period,
        /// How it is labelled.
        fiscal: FiscalStart,
    },
    /// Another row of the same KPI says something else.
    Contradicts {
        /// Its line.
        first: u64,
    },
    /// The key belongs to something that is not shown any more.
    Taken,
    /// The name belongs to a scorecard that is not there for the person.
    TakenName,
    /// More of something than fits.
    Full {
        /// What kind of thing.
        noun: Noun,
        /// The most there can be.
        most: usize,
    },
    /// `from` without a target.
    FromWithoutTarget,
    /// Published values would be judged otherwise, for which a file gives no reason.
    Judged,
    /// A target for one period only, without the period.
    OnlyWithoutFrom,
    /// An objective that would drive itself.
    DrivesItself,
}

/// What a row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A KPI, by its key.
    Kpi,
    /// An objective of the same scorecard.
    Objective,
    /// A person.
    Person,
}

/// What a row changes, old → new.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A value.
    Value {
        /// Of which KPI.
        kpi: Box<Kpi>,
        /// In which period.
        period: Period,
        /// How it is labelled.
        fiscal: FiscalStart,
        /// What holds until now.
        before: Entry,
        /// What would hold.
        after: Entry,
    },
    /// A KPI.
    Kpi {
        /// Its name until now.
        name: Name,
        /// What changes of it.
        fields: Vec<Field>,
    },
}

/// A column that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub column: &'static str,
    /// What holds until now.
    pub before: Cell,
    /// What would hold.
    pub after: Cell,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// What a person wrote.
    Text(String),
    /// A number.
    Number(Decimal),
    /// One of the file format's words.
    Word(&'static str),
}

impl From<Option<Decimal>> for Cell {
    fn from(number: Option<Decimal>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_owned())
        }
    }
}
