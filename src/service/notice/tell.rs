//! What a person is told by direct message because somebody else did something that concerns them: once, and nothing is
//! asked of them.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Span, Stored, write};
use crate::domain::id::{PersonId, ServerId};
use crate::service::consent::{Answer, Names};
use crate::service::person::Departed;
use crate::service::{Result, Services};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// For how long it is of use to be told.
const USEFUL: TimeDelta = TimeDelta::days(30);

/// What somebody is told, as it stood when it was caused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TellContent {
    /// An administrator manages a scorecard from now on.
    TakenOver {
        /// The scorecard's name.
        scorecard: String,
        /// Who took it over.
        by: String,
        /// Who managed it before.
        from: String,
        /// Why.
        reason: Option<String>,
    },
    /// KPIs are theirs from now on.
    HandedOver {
        /// Who handed them over.
        by: String,
        /// Whose they were.
        from: String,
        /// Their names.
        kpis: Vec<String>,
    },
    /// Somebody is away for some days.
    Away {
        /// Who said so.
        by: String,
        /// Who is away.
        name: String,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
        /// Who stands in.
        deputy: Option<String>,
    },
    /// Whether a number of a private scorecard may be used elsewhere.
    Consent {
        /// Who says so.
        by: String,
        /// Which, and where.
        names: Names,
        /// What they say.
        answer: Answer,
        /// The feed that waited for it is made.
        linked: bool,
    },
    /// Somebody made a card of theirs private that counts elsewhere.
    MadePrivate {
        /// Who did.
        by: String,
        /// The card.
        scorecard: String,
        /// Where it counts.
        counts_in: Vec<String>,
    },
    /// Somebody left the server.
    Departed(Departed),
}

/// What somebody is told, and where it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The server's name.
    pub server: String,
    /// What happened.
    pub news: TellContent,
}

/// Tells some people the same, each once, within a use case; `what` names it among all that is ever told.
pub(in crate::service) async fn tell(
    services: &Services,
    connection: &mut Connection,
    server: ServerId,
    (what, news): (&str, TellContent),
    people: &[PersonId],
) -> Result<()> {
    let known = store::server::by_id(connection, server).await?;
    let server_name = known.map(|server| server.name).unwrap_or_default();
    let told = Stored::Told(Box::new(Told {
        server: server_name,
        news,
    }));
    for person in people {
        let key = format!("{what}:{person}");
        let to = Destination::Person(*person);
        let span = Span::during(services.now(), USEFUL);
        write(connection, server, &key, (to, &told), span).await?;
    }
    Ok(())
}
