//! Where the fiscal year of a KPI is heading, for the year to date. Called by `load` only.

use super::Contents;
use crate::domain::id::KpiId;
use crate::domain::outlook::{Outlook, outlook};
use crate::domain::reading::{Asked, View};

/// The outlook of a KPI; none in the view of a period alone.
pub(super) fn of(contents: &Contents, kpi: KpiId, asked: &Asked) -> Option<Outlook> {
    if asked.view != View::YearToDate {
        return None;
    }
    let placed = contents.kpis.iter().find(|placed| placed.kpi.id == kpi)?;
    contents.with_source(placed, |source| outlook(source, asked))
}
