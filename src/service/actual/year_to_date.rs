//! Totals of the fiscal year so far, entered for a KPI that keeps each period's own value: shown with what they make of
//! the period, and saved by a second press. Called by `actual` only.

use rust_decimal::Decimal;

use super::Ledger;
use crate::domain::period::Period;
use crate::domain::value::{Entry, ValueError};
use crate::domain::year_to_date::{self, Split, SplitError};
use crate::service::kpi::wrong_value;
use crate::service::{Conflict, Error, Invalid, Result};

/// What an entered total makes of its period; none where the KPI's values are entered as they are.
pub(super) fn split(ledger: &Ledger, period: Period, entry: &Entry) -> Result<Option<Split>> {
    let Some(total) = entry.number().filter(|_| ledger.kpi().entered_ytd) else {
        return Ok(None);
    };
    let split = year_to_date::split(&ledger.actuals, period, ledger.card.fiscal_start, total);
    split.map(Some).map_err(|error| refusal(ledger, total, error))
}

fn refusal(ledger: &Ledger, total: Decimal, error: SplitError) -> Error {
    match error {
        SplitError::Missing(periods) => Invalid::YearToDate {
            kpi: ledger.kpi().name.to_string(),
            fiscal: ledger.card.fiscal_start,
            periods,
        }
        .into(),
        SplitError::TooLarge => {
            let read = total.to_string();
            wrong_value(ValueError::TooLarge { read }, ledger.kpi(), ledger.last_number())
        }
    }
}

/// Whether a total has to be shown before it is saved: the first one of a year is its period's own value.
pub(super) fn is_shown(ledger: &Ledger, period: Period) -> bool {
    !year_to_date::earlier(period, ledger.card.fiscal_start).is_empty()
}

/// Fails where the year before a period adds up to something else by now than what was shown.
pub(super) fn unchanged(ledger: &Ledger, period: Period, before: Decimal) -> Result<()> {
    let now = year_to_date::total_before(&ledger.actuals, period, ledger.card.fiscal_start);
    if now == Ok(before) {
        return Ok(());
    }
    Err(Conflict::YearChanged {
        kpi: ledger.kpi().name.to_string(),
    }
    .into())
}

/// What the year adds up to through a period, where its values are entered so.
pub(super) fn total(ledger: &Ledger, period: Period) -> Option<Decimal> {
    let through = || year_to_date::total_through(&ledger.actuals, period, ledger.card.fiscal_start);
    if ledger.kpi().entered_ytd { through() } else { None }
}
