//! Notices on their way out: what they say by now, for whom, and what became of each attempt. Called by the courier.

use chrono::{DateTime, TimeDelta, Utc};

use super::content::content;
use super::{Content, expose};
use crate::domain::id::{NoticeId, ScorecardId};
use crate::domain::theme::Theme;
use crate::domain::value::NumberFormat;
use crate::service::{Error, Result, Services, review};
use crate::store::notice::{Claimed, Destination, Reach};
use crate::store::{self, Connection};

/// How long a delivery may take before its outcome counts as unknown.
pub const LEASE: TimeDelta = TimeDelta::minutes(2);

/// No pause after a failure is longer.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(15);

/// How many notices of one server may be under way at once.
const OF_ONE_SERVER: i64 = 4;

/// From so much delay on a notice says that it is late.
const LATE_AFTER: TimeDelta = TimeDelta::hours(1);

/// Why a notice is not said that comes too late.
const TOO_LATE: &str = "came too late to be of use";

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// A person.
    Person {
        /// Discord's user id.
        user: i64,
        /// The channel of direct messages to them, once one was sent.
        direct: Option<i64>,
    },
    /// A channel, by Discord's id.
    Channel(i64),
}

/// A notice to be said now.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its row.
    pub claimed: Claimed,
    /// Who is spoken to.
    pub to: Address,
    /// What is said.
    pub content: Content,
    /// In which language.
    pub locale: String,
    /// How numbers are written.
    pub number_format: NumberFormat,
    /// How its pictures look.
    pub theme: Theme,
    /// When it should have been said, where it is late.
    pub late_since: Option<DateTime<Utc>>,
    /// The private scorecard it speaks of: whoever sees the channel must be one of its readers.
    pub private: Option<ScorecardId>,
    /// The message, of a channel, under which it opens a thread.
    pub under: Option<(i64, i64)>,
}

/// What is to be done with a claimed notice.
pub(super) enum Decision {
    Say(Box<Delivery>),
    Skip(&'static str),
    /// A later notice to the same person asks for everything.
    Join(NoticeId),
}

/// Takes on what is due, at most so much, without what is under way already.
pub async fn claim(services: &Services, under_way: &[i64], most: usize) -> Result<Vec<Claimed>> {
    let now = services.now();
    let mut reader = services.read().await?;
    if !store::notice::any_due(&mut reader, now).await? {
        return Ok(Vec::new());
    }
    let reach = Reach {
        now,
        lease: LEASE,
        longest_pause: LONGEST_PAUSE,
        under_way: &serde_json::to_string(under_way)?,
        of_one_server: OF_ONE_SERVER,
        most: i64::try_from(most).unwrap_or(i64::MAX),
    };
    let found = store::notice::candidates(&mut reader, &reach).await?;
    drop(reader);
    if found.is_empty() {
        return Ok(found);
    }
    let mut write = services.write().await?;
    for claimed in &found {
        store::notice::lease(&mut write, claimed, now + LEASE).await?;
    }
    write.commit().await?;
    Ok(found)
}

/// Decides what a claimed notice says by now; nothing where it has become pointless, or cannot be read.
pub async fn prepare(services: &Services, claimed: &Claimed) -> Result<Option<Delivery>> {
    let mut reader = services.read().await?;
    let decided = decide(services, &mut reader, claimed).await;
    drop(reader);
    let skipped = match decided {
        Ok(Decision::Say(delivery)) => return Ok(Some(*delivery)),
        Ok(Decision::Skip(reason)) => reason,
        Ok(Decision::Join(later)) => return join(services, claimed, later).await.map(|()| None),
        Err(Error::Stored(error)) => {
            tracing::error!(%error, notice = claimed.id.get(), kind = claimed.kind, "a notice cannot be read; it is parked");
            park(services, claimed, &format!("its content cannot be read: {error}")).await?;
            return Ok(None);
        }
        Err(other) => return Err(other),
    };
    let mut write = services.write().await?;
    store::notice::end(&mut write, claimed, "skipped", skipped).await?;
    write.commit().await?;
    Ok(None)
}

async fn join(services: &Services, claimed: &Claimed, later: NoticeId) -> Result<()> {
    let mut write = services.write().await?;
    store::review::move_asks(&mut write, claimed.server, claimed.id, later).await?;
    store::notice::end(&mut write, claimed, "skipped", "joined to a later message").await?;
    Ok(write.commit().await?)
}

async fn decide(services: &Services, connection: &mut Connection, claimed: &Claimed) -> Result<Decision> {
    let now = services.now();
    let Some(server) = store::server::by_id(connection, claimed.server).await? else {
        return Ok(Decision::Skip("the server is gone"));
    };
    let (to, locale, theme) = match claimed.to {
        Destination::Channel(channel) | Destination::Team(_, channel) => {
            (Address::Channel(channel), server.locale.clone(), None)
        }
        Destination::Person(person) => match store::person::by_id(connection, claimed.server, person).await? {
            Some(known) if known.left => return Ok(Decision::Skip("the person left the server")),
            Some(store::person::Person {
                user: Some(user),
                locale,
                direct_channel: direct,
                theme,
                ..
            }) => (
                Address::Person { user, direct },
                locale.unwrap_or_else(|| server.locale.clone()),
                theme,
            ),
            Some(_) | None => return Ok(Decision::Skip("the person is gone")),
        },
    };
    let unsaid = claimed.message.is_none();
    if let (Destination::Team(card, _), true) = (claimed.to, unsaid && claimed.attempt.is_none())
        && store::scorecard::by_id(connection, claimed.server, card)
            .await?
            .is_none()
    {
        return Ok(Decision::Skip("the scorecard is archived"));
    }
    let content = match content(services, connection, claimed, &server).await? {
        Ok(content) => content,
        Err(decision) => return Ok(decision),
    };
    if unsaid && claimed.attempt.is_none() && claimed.useful_until_at.is_some_and(|until| now >= until) {
        return Ok(Decision::Skip(TOO_LATE));
    }
    let private = expose::private(connection, claimed, &content).await?;
    let under = match &content {
        Content::Meeting(meeting) if unsaid => {
            match review::meeting_place(connection, claimed.server, meeting.review).await? {
                Some(under) => Some(under),
                None => return Ok(Decision::Skip("the digest is not posted")),
            }
        }
        Content::Comment(comment, None) if unsaid => {
            review::meeting_place(connection, claimed.server, comment.review).await?
        }
        _ => None,
    };
    // A board says how things stand by now, whenever that is.
    let timed = !matches!(content, Content::Board(_));
    let late = timed && claimed.said_at.unwrap_or(now) - claimed.due_at >= LATE_AFTER;
    Ok(Decision::Say(Box::new(Delivery {
        claimed: claimed.clone(),
        to,
        content,
        locale,
        number_format: server.number_format,
        theme: theme.unwrap_or(server.theme),
        late_since: late.then_some(claimed.due_at),
        private,
        under,
    })))
}

/// Notes what is about to be sent, so that it can be recognised should no answer come.
pub async fn attempting(services: &Services, claimed: &Claimed, fingerprint: &str) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::attempt(&mut write, claimed, fingerprint).await?;
    Ok(write.commit().await?)
}

/// The messages of a channel that are known to be notices.
pub async fn known_messages(services: &Services, channel: i64) -> Result<Vec<i64>> {
    let mut reader = services.read().await?;
    Ok(store::notice::known_messages(&mut reader, channel).await?)
}

/// Records that people see a notice, as which message. A channel that was in trouble is mended.
pub async fn said(services: &Services, claimed: &Claimed, message: (i64, i64)) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::said(&mut write, claimed, message, services.now()).await?;
    if !matches!(claimed.to, Destination::Person(_)) {
        store::notice::mend_channel(&mut write, claimed.server, message.0).await?;
    }
    Ok(write.commit().await?)
}

/// Records that a notice was not taken, and how long to wait; `unsure` where it may have been taken after all.
pub async fn retry(
    services: &Services,
    claimed: &Claimed,
    (wait, unsure): (TimeDelta, bool),
    reason: &str,
) -> Result<()> {
    let mut write = services.write().await?;
    let retry_at = Some(services.now() + wait.min(LONGEST_PAUSE));
    store::notice::retry(&mut write, claimed, (retry_at, unsure), reason).await?;
    Ok(write.commit().await?)
}

/// Forgets the channel of direct messages to a person, and takes their notice up again.
pub async fn reopen(services: &Services, claimed: &Claimed, reason: &str) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::forget_direct(&mut write, claimed).await?;
    store::notice::retry(&mut write, claimed, (None, false), reason).await?;
    Ok(write.commit().await?)
}

/// Records that a notice cannot be said.
pub async fn park(services: &Services, claimed: &Claimed, reason: &str) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::end(&mut write, claimed, "parked", reason).await?;
    Ok(write.commit().await?)
}
