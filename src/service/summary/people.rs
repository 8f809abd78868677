//! Who is named in a summary.

use std::collections::HashMap;

use crate::domain::id::{PersonId, ServerId};
use crate::service::Result;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The names of a server's people.
pub(super) struct People {
    pub(super) names: HashMap<PersonId, String>,
    manager: PersonId,
}

impl People {
    pub(super) async fn load(connection: &mut Connection, server: ServerId, card: &Scorecard) -> Result<Self> {
        let all = store::person::all(connection, server).await?;
        Ok(Self {
            names: all.into_iter().map(|person| (person.id, person.name)).collect(),
            manager: card.manager,
        })
    }

    pub(super) fn answers(&self, owner: Option<PersonId>) -> String {
        self.names
            .get(&owner.unwrap_or(self.manager))
            .cloned()
            .unwrap_or_default()
    }
}
