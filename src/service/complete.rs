//! What autocomplete offers: what somebody may see, change or enter values of, and what matches the text so far. Called
//! on every keystroke, so it only reads, and looks names up in the server's directory.

use super::{Actor, Result, Services, access, directory, scorecard};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::store;
use crate::store::directory::{KpiName, ObjectiveName, PerspectiveName, ScorecardName};

pub use super::directory::Purpose;

/// How many periods before or after the running one are offered.
const PERIODS: usize = 24;

/// How many years before or after the running one are offered.
const YEARS: usize = 5;

/// Which way periods are offered from the running one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Those that were, for values.
    Back,
    /// Those that come, for targets; then those that were.
    Ahead,
    /// The fiscal years, for yearly targets: the running one, those that come, those that were.
    Years,
}

/// The scorecards that match a folded query, by name, those that begin with it first; at most so many.
pub async fn scorecards(
    services: &Services,
    viewer: &Actor,
    purpose: Purpose,
    query: (&str, usize),
) -> Result<Vec<ScorecardName>> {
    let directory = directory::of_server(services, viewer.server).await?;
    let found = directory.scorecards(&directory.rights(viewer), purpose, query);
    Ok(found.into_iter().cloned().collect())
}

/// The perspectives that match, in their order, each with its scorecard's name.
pub async fn perspectives(
    services: &Services,
    viewer: &Actor,
    purpose: Purpose,
    query: (&str, usize),
) -> Result<Vec<(PerspectiveName, String)>> {
    let directory = directory::of_server(services, viewer.server).await?;
    let found = directory.perspectives(&directory.rights(viewer), purpose, query);
    let owned = |(perspective, card): (&PerspectiveName, &str)| (perspective.clone(), card.to_owned());
    Ok(found.into_iter().map(owned).collect())
}

/// All perspectives of a scorecard in their order.
pub async fn perspectives_of(
    services: &Services,
    viewer: &Actor,
    card: &str,
) -> Result<Vec<store::perspective::Perspective>> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, Some(card), None).await?;
    let today = crate::domain::zone::day_of(services.now(), scorecard::zone_of(&card));
    Ok(store::perspective::of_scorecard(&mut reader, viewer.server, card.id, today).await?)
}

/// The objectives that match, in their order, each with its scorecard's name.
pub async fn objectives(
    services: &Services,
    viewer: &Actor,
    purpose: Purpose,
    query: (&str, usize),
) -> Result<Vec<(ObjectiveName, String)>> {
    let directory = directory::of_server(services, viewer.server).await?;
    let found = directory.objectives(&directory.rights(viewer), purpose, query);
    let owned = |(objective, card): (&ObjectiveName, &str)| (objective.clone(), card.to_owned());
    Ok(found.into_iter().map(owned).collect())
}

/// The KPIs that match, by name, those that the person owns or stands in for first.
pub async fn kpis(services: &Services, viewer: &Actor, purpose: Purpose, query: (&str, usize)) -> Result<Vec<KpiName>> {
    let directory = directory::of_server(services, viewer.server).await?;
    let found = directory.kpis(&directory.rights(viewer), purpose, query);
    Ok(found.into_iter().cloned().collect())
}

/// The running period and those before or after it, of a KPI's frequency, else of a scorecard's review cycle; and how
/// they are labelled.
pub async fn periods(
    services: &Services,
    viewer: &Actor,
    kpi: Option<&str>,
    (card, channel): (Option<&str>, Option<i64>),
    way: Way,
) -> Result<(Vec<Period>, FiscalStart)> {
    let mut reader = services.read().await?;
    let (kind, card) = if let Some(typed) = kpi {
        let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
        (placed.kpi.frequency, card)
    } else {
        let card = access::scorecard(&mut reader, viewer, card, channel).await?;
        (card.review_cycle, card)
    };
    let kind = if way == Way::Years { PeriodKind::Year } else { kind };
    let running = Period::running(kind, services.now(), scorecard::zone_of(&card), card.fiscal_start);
    let back = std::iter::successors(Some(running), |period| Some(period.prev()));
    let ahead = std::iter::successors(Some(running), |period| Some(period.next()));
    let offered = match way {
        Way::Back => back.take(PERIODS + 1).collect(),
        Way::Years => ahead.take(YEARS + 1).chain(back.skip(1).take(YEARS)).collect(),
        // A target can be set for a period that is over, on purpose: who types its name finds it.
        Way::Ahead => ahead.take(PERIODS + 1).chain(back.skip(1).take(PERIODS)).collect(),
    };
    Ok((offered, card.fiscal_start))
}
