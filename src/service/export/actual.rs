//! The rows of a file of actuals: what holds in each period, with what was said with it. What a formula gives is left out.

use super::Seen;
use crate::domain::export::Cell;
use crate::domain::kpi::{Direction, Kpi};
use crate::domain::period::Period;
use crate::domain::value::Entry;
use crate::service::{Actor, Result};
use crate::store::formula::Row as Formula;
use crate::store::{self, Connection};

/// By key, then by period.
pub(super) async fn rows(reader: &mut Connection, viewer: &Actor, seen: &Seen) -> Result<Vec<Vec<Cell>>> {
    let ids = seen.ids();
    let actuals = store::actual::of_kpis(reader, viewer.server, &ids).await?;
    let formulas = store::formula::of_kpis(reader, viewer.server, &ids).await?;
    let mut rows = Vec::new();
    for placed in &seen.kpis {
        let (kpi, Some(card)) = (&placed.kpi, seen.card(placed)) else {
            continue;
        };
        let formulas = formulas.get(&kpi.id).map_or(&[][..], Vec::as_slice);
        for (period, noted) in actuals.get(&kpi.id).into_iter().flatten() {
            if !is_computed(formulas, *period) {
                rows.push(vec![
                    Cell::text(kpi.key.as_str()),
                    Cell::text(period.label(card.fiscal_start)),
                    value(kpi, &noted.entry),
                    Cell::text(noted.note.clone().unwrap_or_default()),
                ]);
            }
        }
    }
    Ok(rows)
}

fn is_computed(formulas: &[Formula], period: Period) -> bool {
    let held = formulas.iter().rev().find(|row| row.from <= period.first_day());
    held.is_some_and(|row| row.formula.is_some())
}

fn value(kpi: &Kpi, entry: &Entry) -> Cell {
    match entry {
        Entry::NotApplicable { reason } => Cell::text(format!("n/a: {reason}")),
        Entry::Number(number) if kpi.direction == Direction::YesNo => Cell::yes_no(!number.is_zero()),
        Entry::Number(number) => Cell::number(Some(*number)),
    }
}
