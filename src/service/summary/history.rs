//! A summary with the last values of each of its KPIs, for small lines beside them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Contents;
use super::{Summary, of_period};
use crate::domain::id::{KpiId, ScorecardId};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::reading::{Asked, Reading, View};
use crate::service::{Actor, Result, Services, access, scorecard};

/// How many periods a line has.
const PERIODS: usize = 8;

/// The last values of KPIs, the oldest first, each up to what the summary shows.
pub type History = HashMap<KpiId, Vec<Option<Decimal>>>;

/// A summary by the scorecard's row and a period, with the last values of its KPIs.
pub async fn with_history(
    services: &Services,
    viewer: &Actor,
    id: ScorecardId,
    wanted: (PeriodKind, NaiveDate, View),
) -> Result<(Summary, History)> {
    let summary = of_period(services, viewer, id, wanted).await?;
    let mut reader = services.read().await?;
    let card = access::scorecard_by_id(&mut reader, viewer, id).await?;
    let last_day = summary.period.last_day();
    let contents = Contents::load(&mut reader, viewer.server, &card, last_day).await?;
    let mut history = History::new();
    for placed in &contents.kpis {
        let around = Period::containing(placed.kpi.frequency, last_day, card.fiscal_start);
        let last = if around.last_day() <= last_day {
            around
        } else {
            around.prev()
        };
        let asked = |period: Period| Asked {
            period,
            view: View::Period,
            now: services.now(),
            zone: scorecard::zone_of(&card),
            fiscal: card.fiscal_start,
        };
        let mut values: Vec<Option<Decimal>> = std::iter::successors(Some(last), |later| Some(later.prev()))
            .take(PERIODS)
            .map(|period| Reading::number(&contents.read(placed, &asked(period))))
            .collect();
        values.reverse();
        history.insert(placed.kpi.id, values);
    }
    Ok((summary, history))
}
