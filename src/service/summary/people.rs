//! Who is named in a summary.

use std::collections::{HashMap, HashSet};

use crate::domain::id::{PersonId, ServerId};
use crate::service::Result;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The names of a server's people.
pub(super) struct People {
    pub(super) names: HashMap<PersonId, String>,
    left: HashSet<PersonId>,
    manager: PersonId,
}

impl People {
    pub(super) async fn load(connection: &mut Connection, server: ServerId, card: &Scorecard) -> Result<Self> {
        let all = store::person::all(connection, server).await?;
        let left = all.iter().filter(|person| person.left).map(|person| person.id);
        Ok(Self {
            left: left.collect(),
            names: all.into_iter().map(|person| (person.id, person.name)).collect(),
            manager: card.manager,
        })
    }

    /// Who answers for a KPI: its owner, where that one left its deputy, else the manager.
    pub(super) fn answers(&self, placed: &Placed) -> String {
        let deputy = placed.owner.and(placed.deputy);
        let mut in_turn = placed.owner.into_iter().chain(deputy);
        let answers = in_turn
            .find(|person| !self.left.contains(person))
            .unwrap_or(self.manager);
        self.names.get(&answers).cloned().unwrap_or_default()
    }
}
