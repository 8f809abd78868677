//! Listing the scorecards that exist for somebody.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Scorecard;
use crate::domain::id::PersonId;
use crate::service::person::Who;
use crate::service::{Actor, Result, Services, access, cascade};
use crate::store;

/// A scorecard in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// How deep it stands in the cascade, from 0.
    pub depth: usize,
    /// The scorecard.
    pub card: Scorecard,
    /// Its manager.
    pub manager: Who,
    /// How many KPIs it has.
    pub kpis: i64,
}

/// The scorecards of the server, each parent followed by its children.
pub async fn list(services: &Services, viewer: &Actor) -> Result<Vec<Listed>> {
    let mut reader = services.read().await?;
    let all = access::scorecards(&mut reader, viewer).await?;
    let parents = store::scorecard::parents(&mut reader, viewer.server).await?;
    let kpis: HashMap<_, _> = store::kpi::counts(&mut reader, viewer.server)
        .await?
        .into_iter()
        .collect();
    let mut names: HashMap<PersonId, Who> = HashMap::new();
    let mut listed = Vec::with_capacity(all.len());
    for (depth, card) in cascade::ordered(&all, &parents, None) {
        let manager = match names.entry(card.manager) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => {
                let who = access::who(&mut reader, viewer, Some(card.manager)).await?;
                new.insert(who.unwrap_or_else(|| Who::from(""))).clone()
            }
        };
        listed.push(Listed {
            depth,
            manager,
            kpis: kpis.get(&card.id).copied().unwrap_or_default(),
            card: card.clone(),
        });
    }
    Ok(listed)
}
