//! Lists of initiatives: of a scorecard, about something, and what is overdue.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Initiative, Told, today, told};
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId, ServerId};
use crate::domain::zone;
use crate::service::{Actor, Result, Services, access, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The initiatives of a scorecard, or about one KPI: the open ones, or those that are over; and how that is called.
pub async fn list(
    services: &Services,
    viewer: &Actor,
    (typed, channel, kpi): (Option<&str>, Option<i64>, Option<&str>),
    open: bool,
) -> Result<(String, Vec<Told>)> {
    let mut reader = services.read().await?;
    let (name, card, found) = if let Some(typed) = kpi {
        let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
        let found = store::initiative::about(&mut reader, viewer.server, (&[placed.kpi.id], &[])).await?;
        (placed.kpi.name.to_string(), card, found)
    } else {
        let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
        let found = of_scorecard(&mut reader, viewer.server, card.id).await?;
        (card.name.clone(), card, found)
    };
    let today = today(services, &card);
    let mut found: Vec<Told> = found
        .iter()
        .filter(|one| one.status.is_open() == open)
        .map(|one| told(one, today))
        .collect();
    if !open {
        found.reverse();
    }
    Ok((name, found))
}

async fn of_scorecard(connection: &mut Connection, server: ServerId, card: ScorecardId) -> Result<Vec<Initiative>> {
    let kpis = store::kpi::of_scorecard(connection, server, card, store::PRESENT).await?;
    let objectives = store::objective::of_scorecard(connection, server, card, store::PRESENT).await?;
    let kpis: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    let objectives: Vec<_> = objectives.iter().map(|objective| objective.id).collect();
    Ok(store::initiative::about(connection, server, (&kpis, &objectives)).await?)
}

/// The open initiatives about some KPIs and objectives.
pub(in crate::service) async fn open_about(
    connection: &mut Connection,
    server: ServerId,
    about: (&[KpiId], &[ObjectiveId]),
    today: NaiveDate,
) -> Result<Vec<Told>> {
    let found = store::initiative::about(connection, server, about).await?;
    let open = found.iter().filter(|one| one.status.is_open());
    Ok(open.map(|one| told(one, today)).collect())
}

/// The initiatives of a scorecard that are overdue, for its digest.
pub(in crate::service) async fn overdue_of(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    now: DateTime<Utc>,
) -> Result<Vec<Told>> {
    let today = zone::day_of(now, scorecard::zone_of(card));
    let found = of_scorecard(connection, server, card.id).await?;
    let found = found.iter().map(|one| told(one, today));
    Ok(found.filter(|told| told.overdue).collect())
}
