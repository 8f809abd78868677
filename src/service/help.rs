//! What somebody can do in a server: the facts that `/help` speaks of.

use super::{Actor, Result, Services, access};
use crate::store;

/// Who asks, and what there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// They administer the server.
    pub administrator: bool,
    /// How many scorecards there are for them.
    pub scorecards: usize,
    /// The names of those that they manage themselves.
    pub managed: Vec<String>,
    /// The names of the KPIs that they own or stand in for.
    pub owned: Vec<String>,
    /// How many KPIs there are for them.
    pub kpis: usize,
}

/// Looks at the server with the person's eyes.
pub async fn look(services: &Services, viewer: &Actor) -> Result<Situation> {
    let mut reader = services.read().await?;
    let cards = access::scorecards(&mut reader, viewer).await?;
    let mut kpis = store::kpi::all(&mut reader, viewer.server, store::PRESENT).await?;
    kpis.retain(|placed| cards.iter().any(|card| card.id == placed.scorecard));
    let own = kpis
        .iter()
        .filter(|placed| [placed.owner, placed.deputy].contains(&Some(viewer.person)));
    Ok(Situation {
        administrator: viewer.administrator,
        scorecards: cards.len(),
        owned: own.map(|placed| placed.kpi.name.to_string()).collect(),
        managed: cards
            .into_iter()
            .filter(|card| card.manager == viewer.person)
            .map(|card| card.name)
            .collect(),
        kpis: kpis.len(),
    })
}
