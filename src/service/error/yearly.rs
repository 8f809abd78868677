//! What is wrong with a yearly target.

use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::target::PhasingError;

/// Why a yearly target cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearlyFault {
    /// The KPI's longer periods are no sums, or it has no one target.
    NoSum {
        /// The KPI's name.
        kpi: String,
    },
    /// How it is phased was given without the year.
    YearMissing,
    /// Something was given with the year that does not go with it.
    NotWithYear,
    /// A list was given, and another way to phase.
    ListNotTaken,
    /// No list was given, and that way to phase.
    ListMissing {
        /// How many numbers it needs.
        needed: usize,
    },
    /// Last year does not have all its values.
    LastYearIncomplete {
        /// The KPI's name.
        kpi: String,
        /// The periods without a number.
        missing: Vec<Period>,
        /// How fiscal periods are labelled.
        fiscal: FiscalStart,
    },
    /// It cannot be phased.
    Phasing {
        /// Why.
        error: PhasingError,
        /// The KPI.
        kpi: Box<Kpi>,
    },
}
