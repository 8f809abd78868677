//! What stands in a notice's way: closed direct messages, a channel that takes no messages. Whoever can mend it is told
//! once, and the rest waits.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Claimed, Span, Stored, TellContent, write};
use crate::domain::id::{NoticeId, PersonId, ScorecardId, ServerId};
use crate::domain::scorecard::Visibility;
use crate::service::{Result, Services, checkin, person};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// How often a channel in trouble is tried although nothing changed in the server.
const TRY_AGAIN: TimeDelta = TimeDelta::hours(1);

/// Somebody cannot be written to, as their team channel reads it: nothing private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreachedContent {
    /// Who.
    pub person: PersonId,
    /// The notice that did not reach them.
    pub notice: NoticeId,
}

/// A channel takes no messages, as the person reads it who can mend that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MendContent {
    /// The server's name.
    pub server: String,
    /// The scorecard whose team channel it is.
    pub scorecard: Option<String>,
    /// The channel.
    pub channel: i64,
    /// Why.
    pub lost: Lost,
    /// Who was to be told before, and could not be.
    pub tried: Vec<PersonId>,
    /// The scorecard, for finding the next person.
    pub scorecard_id: Option<ScorecardId>,
}

/// Why a channel takes no messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lost {
    /// It was deleted.
    Gone,
    /// The bot lacks these permissions, each as Discord's settings name it.
    Denied(Vec<String>),
}

/// Records that a channel takes no messages. The notice waits with all others for that channel, and somebody who can
/// mend it is told, once.
pub async fn channel_lost(
    services: &Services,
    claimed: &Claimed,
    (channel, lost): (i64, Lost),
    reason: &str,
) -> Result<()> {
    let now = services.now();
    let mut tx = services.write().await?;
    let card = match (claimed.to, serde_json::from_str(&claimed.payload)?) {
        (Destination::Team(card, _), _) => Some(card),
        (_, Stored::Summary(posted)) => Some(posted.summary.scorecard),
        _ => None,
    };
    if lost == Lost::Gone && !matches!(claimed.to, Destination::Team(..)) {
        store::notice::end(&mut tx, claimed, "skipped", "the channel was deleted").await?;
        return services.keep(tx).await;
    }
    let times = (now, now + TRY_AGAIN);
    let (since_at, new) = store::notice::break_channel(&mut tx, claimed.server, channel, times).await?;
    store::notice::retry(&mut tx, claimed, (None, false), reason).await?;
    if new {
        let server = store::server::by_id(&mut tx, claimed.server).await?;
        let name = match card {
            Some(card) => store::scorecard::by_id(&mut tx, claimed.server, card).await?,
            None => None,
        };
        let content = MendContent {
            server: server.map(|server| server.name).unwrap_or_default(),
            scorecard: name.map(|card| card.name),
            channel,
            lost,
            tried: Vec::new(),
            scorecard_id: card,
        };
        let key = format!("mend:{channel}:{}", since_at.timestamp_millis());
        tell(&mut tx, claimed.server, (&key, content), Span::from(now, now)).await?;
    }
    services.keep(tx).await
}

/// Records that the person whom a notice is for is not in the server. Whoever else is to know is told.
pub async fn departed(services: &Services, claimed: &Claimed) -> Result<()> {
    let mut tx = services.write().await?;
    if let Destination::Person(whom) = claimed.to {
        person::note_departed(services, &mut tx, claimed.server, whom).await?;
        store::notice::end(&mut tx, claimed, "skipped", "the person left the server").await?;
        store::review::unask(&mut tx, claimed.server, claimed.id).await?;
        pass_on(services, &mut tx, claimed, whom).await?;
    }
    services.keep(tx).await
}

/// Tells the next one what somebody cannot be told who could have mended it.
async fn pass_on(services: &Services, tx: &mut Connection, claimed: &Claimed, whom: PersonId) -> Result<()> {
    match serde_json::from_str(&claimed.payload)? {
        Stored::Mend(mut content) => {
            content.tried.push(whom);
            let key = format!("mend:{}:{}", content.channel, claimed.id);
            let now = services.now();
            tell(tx, claimed.server, (&key, *content), Span::from(now, now)).await
        }
        Stored::Told(told) => match told.news {
            TellContent::Departed(departed) => person::tell_next(services, tx, claimed.server, (departed, whom)).await,
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Records that a person cannot be written to, and finds another way.
pub async fn unreachable(services: &Services, claimed: &Claimed, user: i64, reason: &str) -> Result<()> {
    let mut tx = services.write().await?;
    store::notice::end(&mut tx, claimed, "skipped", reason).await?;
    match (serde_json::from_str(&claimed.payload)?, claimed.to) {
        (Stored::Ask, Destination::Person(person)) => {
            tracing::info!(
                notice = claimed.id.get(),
                user,
                "direct messages are closed; the team channel is asked"
            );
            let content = UnreachedContent {
                person,
                notice: claimed.id,
            };
            let span = Span {
                now: services.now(),
                due_at: claimed.due_at,
                useful_until_at: claimed.useful_until_at,
            };
            mention(&mut tx, claimed, content, span).await?;
        }
        (_, Destination::Person(person)) => pass_on(services, &mut tx, claimed, person).await?,
        _ => {}
    }
    services.keep(tx).await
}

/// One mention in the team channel of each scorecard that asks.
async fn mention(tx: &mut Connection, claimed: &Claimed, content: UnreachedContent, span: Span) -> Result<()> {
    for card in store::review::scorecards_asking(tx, claimed.server, claimed.id).await? {
        let Some(card) = store::scorecard::by_id(tx, claimed.server, card).await? else {
            continue;
        };
        let Some(channel) = card.channel else {
            continue;
        };
        let key = format!("unreached:{}:{channel}", claimed.id);
        let stored = Stored::Unreached(content);
        let to = Destination::Team(card.id, channel);
        write(tx, claimed.server, &key, (to, &stored), span).await?;
    }
    Ok(())
}

/// Tells the first who was not tried yet: the scorecard's manager, who last changed the settings, the server's owner.
async fn tell(tx: &mut Connection, server: ServerId, (key, content): (&str, MendContent), span: Span) -> Result<()> {
    let mut people = Vec::new();
    let mut private = false;
    if let Some(card) = content.scorecard_id
        && let Some(card) = store::scorecard::by_id(tx, server, card).await?
    {
        people.push(card.manager);
        private = card.visibility == Visibility::Private;
    }
    if private {
        // For everybody else it does not exist.
    } else {
        people.extend(person::settlers(tx, server).await?);
    }
    for person in people {
        let known = store::person::by_id(tx, server, person).await?;
        if content.tried.contains(&person) || known.is_none_or(|person| !person.is_here()) {
            continue;
        }
        let to = Destination::Person(person);
        write(tx, server, key, (to, &Stored::Mend(Box::new(content))), span).await?;
        return Ok(());
    }
    tracing::warn!(
        channel = content.channel,
        server = server.get(),
        "a channel takes no messages, and nobody who could mend it can be reached"
    );
    Ok(())
}

/// The Discord user id of somebody who was not reached and is still asked for something.
pub(super) async fn still_unreached(
    services: &Services,
    connection: &mut Connection,
    server: ServerId,
    unreached: &UnreachedContent,
) -> Result<Option<i64>> {
    let whose = (server, unreached.person);
    if checkin::asked(services, connection, whose, unreached.notice)
        .await?
        .is_none()
    {
        return Ok(None);
    }
    let person = store::person::by_id(connection, server, unreached.person).await?;
    Ok(person.and_then(|person| person.user))
}
