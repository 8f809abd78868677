//! What is private is not posted where somebody would see it who may not read it: it waits, and the manager is told once.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Claimed, Content, Span, Stored, write};
use crate::domain::id::ScorecardId;
use crate::domain::scorecard::Visibility;
use crate::service::reader::Onlooker;
use crate::service::{Result, Services};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// How often it is looked whether only readers see the channel by now.
const LOOK_AGAIN: TimeDelta = TimeDelta::minutes(15);

/// A channel shows what is private, as the manager of the scorecard reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposedContent {
    /// The server's name.
    pub server: String,
    /// The scorecard's name.
    pub scorecard: String,
    /// The channel.
    pub channel: i64,
    /// Who sees it and may not read the scorecard.
    pub onlookers: Vec<Onlooker>,
}

/// The private scorecard that a message for a channel speaks of, if it does: only its readers may see the channel.
pub(super) async fn private(
    connection: &mut Connection,
    claimed: &Claimed,
    content: &Content,
) -> Result<Option<ScorecardId>> {
    let card = match (claimed.to, content) {
        (_, Content::Unreached(_)) | (Destination::Person(_), _) => None,
        (_, Content::Summary(posted)) => Some(posted.summary.scorecard),
        (Destination::Team(card, _), _) => Some(card),
        (Destination::Channel(_), _) => None,
    };
    let Some(card) = card else {
        return Ok(None);
    };
    let known = store::scorecard::by_id(connection, claimed.server, card).await?;
    let open = known.is_some_and(|card| card.visibility == Visibility::Open);
    Ok((!open).then_some(card))
}

/// Records that a message is not posted because others would see it: the team channel's waits, what somebody wanted to
/// post is dropped.
pub async fn exposed(
    services: &Services,
    claimed: &Claimed,
    (card, channel): (ScorecardId, i64),
    onlookers: &[Onlooker],
) -> Result<()> {
    let now = services.now();
    let mut tx = services.write().await?;
    let known = store::scorecard::by_id(&mut tx, claimed.server, card).await?;
    let (Destination::Team(..), Some(known)) = (claimed.to, known) else {
        store::notice::end(&mut tx, claimed, "skipped", store::notice::EXPOSED).await?;
        return services.keep(tx).await;
    };
    store::notice::postpone(&mut tx, claimed, now + LOOK_AGAIN, store::notice::EXPOSED).await?;
    let server = store::server::by_id(&mut tx, claimed.server).await?;
    let content = ExposedContent {
        server: server.map(|server| server.name).unwrap_or_default(),
        scorecard: known.name,
        channel,
        onlookers: onlookers.to_vec(),
    };
    let key = format!("exposed:{card}:{channel}:{}", serde_json::to_string(onlookers)?);
    let stored = Stored::Exposed(Box::new(content));
    let to = Destination::Person(known.manager);
    write(&mut tx, claimed.server, &key, (to, &stored), Span::from(now, now)).await?;
    services.keep(tx).await
}
