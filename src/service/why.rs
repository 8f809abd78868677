//! Why a score is what it is: everything that a chain from actuals to a scorecard needs, as it is rolled up for
//! summaries too. What the numbers are printed like is decided by `domain::proof`, the words by `discord::view::why`.

mod build;
mod find;
mod node;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::summary::{self, Summary, compute};
use super::{Actor, Invalid, Result, Services, access, scorecard};
use crate::domain::id::{KpiId, ObjectiveId, PerspectiveId, ScorecardId};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::reading::View;
use crate::domain::rollup::{Rollup, Settings};
use crate::domain::weight::Weight;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub use find::reference;
pub use node::{Child, Computation, Fed, Node, Parent, Part, Value};

/// How many periods are offered.
const PERIODS: usize = 25;

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// A scorecard.
    Scorecard(ScorecardId),
    /// A perspective.
    Perspective(PerspectiveId),
    /// An objective.
    Objective(ObjectiveId),
    /// A KPI.
    Kpi(KpiId),
}

/// A chain from what was asked about down to actuals, and up to the scorecard.
#[derive(Debug, Clone)]
pub struct Why {
    /// The scorecard.
    pub scorecard: ScorecardId,
    /// Its name.
    pub name: String,
    /// What was asked about.
    pub focus: Focus,
    /// The period.
    pub period: Period,
    /// Alone, or with the year before it.
    pub view: View,
    /// How fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period is not over, so nothing in it is rolled up.
    pub running: bool,
    /// How the scorecard rolls up.
    pub settings: Settings,
    /// What was asked about, with all below it.
    pub top: Node,
    /// What it counts in, the nearest first.
    pub above: Vec<Above>,
    /// What summaries show of the period, where the scorecard or a perspective was asked about.
    pub summary: Option<Summary>,
}

/// What something counts in.
#[derive(Debug, Clone)]
pub struct Above {
    /// What it is.
    pub focus: Focus,
    /// Its name.
    pub name: String,
    /// Its result.
    pub result: Rollup,
    /// What the one below weighs in it; none where that is left out.
    pub weight: Option<Weight>,
    /// What all that has a score in it weighs.
    pub all: Decimal,
}

/// The chain for what somebody named.
pub async fn ask(
    services: &Services,
    viewer: &Actor,
    (typed, period): (&str, Option<&str>),
    channel: Option<i64>,
) -> Result<Why> {
    let mut reader = services.read().await?;
    let (focus, card) = find::find(&mut reader, viewer, typed, channel).await?;
    let kind = find::frequency(&mut reader, viewer, (focus, &card)).await?;
    let period = match period {
        Some(typed) => Period::parse(typed, card.fiscal_start)?,
        None => Period::last_ended(kind, services.now(), scorecard::zone_of(&card), card.fiscal_start),
    };
    build(services, &mut reader, viewer, (focus, &card), (period, View::Period)).await
}

/// The chain for a row of a scorecard, for buttons.
pub async fn of(
    services: &Services,
    viewer: &Actor,
    (card, focus): (ScorecardId, Focus),
    (kind, day, view): (PeriodKind, NaiveDate, View),
) -> Result<Why> {
    let mut reader = services.read().await?;
    let card = access::scorecard_by_id(&mut reader, viewer, card).await?;
    let period = Period::containing(kind, day, card.fiscal_start);
    build(services, &mut reader, viewer, (focus, &card), (period, view)).await
}

/// The chain for a KPI in a period of its own, for buttons under what is said of its value.
pub async fn of_kpi(services: &Services, viewer: &Actor, kpi: KpiId, first_day: NaiveDate) -> Result<Why> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi_by_id(&mut reader, viewer, kpi, store::PRESENT).await?;
    let period = Period::containing(placed.kpi.frequency, first_day, card.fiscal_start);
    build(
        services,
        &mut reader,
        viewer,
        (Focus::Kpi(kpi), &card),
        (period, View::Period),
    )
    .await
}

async fn build(
    services: &Services,
    connection: &mut Connection,
    viewer: &Actor,
    (focus, card): (Focus, &Scorecard),
    (period, view): (Period, View),
) -> Result<Why> {
    let (now, zone) = (services.now(), scorecard::zone_of(card));
    if !period.has_begun(now, zone) {
        let begins_at = period.starts_at(zone);
        return Err(Invalid::NotBegun { period, begins_at }.into());
    }
    // Where a KPI stood in the period, which may be another scorecard than now.
    let stood = find::stood(connection, viewer, (focus, card), period.last_day()).await?;
    let card = stood.as_ref().unwrap_or(card);
    let computed = compute(connection, viewer.server, card, (period, view), now).await?;
    let lacks = build::lacks(connection, viewer.server, (&computed, card)).await?;
    let (top, above) = node::focused(build::whole(&computed, card, &lacks), focus).ok_or_else(|| find::gone(focus))?;
    let summary = match focus {
        Focus::Scorecard(_) | Focus::Perspective(_) => {
            Some(summary::build(connection, viewer.server, card, (period, view), now).await?)
        }
        Focus::Objective(_) | Focus::Kpi(_) => None,
    };
    let mut why = Why {
        scorecard: card.id,
        name: card.name.clone(),
        focus,
        period,
        view,
        fiscal: card.fiscal_start,
        running: !period.has_ended(now, zone),
        settings: computed.settings,
        top,
        above,
        summary,
    };
    if let Node::Kpi(value) = &mut why.top {
        build::detail(connection, viewer, (value, &computed)).await?;
    }
    Ok(why)
}

/// The running period and those before it, in which what somebody named has a score of its own.
pub async fn periods(
    services: &Services,
    viewer: &Actor,
    typed: &str,
    channel: Option<i64>,
) -> Result<(Vec<Period>, FiscalStart)> {
    let mut reader = services.read().await?;
    let (focus, card) = find::find(&mut reader, viewer, typed, channel).await?;
    let kind = find::frequency(&mut reader, viewer, (focus, &card)).await?;
    let running = Period::running(kind, services.now(), scorecard::zone_of(&card), card.fiscal_start);
    let back = std::iter::successors(Some(running), |period| Some(period.prev()));
    Ok((back.take(PERIODS).collect(), card.fiscal_start))
}
