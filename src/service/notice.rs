//! Notices: what the bot has to say, written down by the services whose change caused it, in the same transaction.
//! `deliver` hands them to the courier, `mend` says what stands in their way.

mod content;
mod deliver;
mod expose;
mod mend;
mod more;
mod pending;
mod tell;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::actual::RejectedContent;
use super::alert::{AlertContent, ImportAlerts, WatchContent};
use super::checkin::Asked;
use super::consent::ConsentContent;
use super::review::{
    Board, BoardContent, ClosedContent, CommentContent, DigestContent, MeetingContent, MissedContent, ReopenedContent,
    SponsorContent,
};
use super::summary::Posted;
use super::{Actor, Result, Services, access};
use crate::domain::id::{NoticeId, ScorecardId, ServerId};
use crate::store::notice::{Destination, NewNotice};
use crate::store::{self, Connection};

pub use crate::store::notice::{Claimed, Recorded};
pub use deliver::{Address, Delivery, LEASE, attempting, claim, known_messages, park, prepare, reopen, retry, said};
pub use expose::{ExposedContent, exposed};
pub use mend::{Lost, MendContent, UnreachedContent, channel_lost, departed, unreachable};
pub use more::{More, spread};
pub use pending::{count_due, next_due_at};
pub(super) use tell::tell;
pub use tell::{TellContent, Told};

/// When a notice is to be said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// The present instant.
    pub now: DateTime<Utc>,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// From then on it is pointless, unless it was said before.
    pub useful_until_at: Option<DateTime<Utc>>,
}

impl Span {
    /// From an instant on, for ever.
    pub fn from(now: DateTime<Utc>, due_at: DateTime<Utc>) -> Self {
        Self {
            now,
            due_at,
            useful_until_at: None,
        }
    }

    /// From now on, for so long.
    pub fn during(now: DateTime<Utc>, useful: TimeDelta) -> Self {
        Self {
            now,
            due_at: now,
            useful_until_at: Some(now + useful),
        }
    }
}

/// What a notice says, as it is kept; a new shape is a new variant, so that old rows stay readable.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "content")]
pub enum Stored {
    /// Somebody is asked for values; which ones is decided when it is said.
    #[serde(rename = "ask-1")]
    Ask,
    /// A KPI slipped, or what became of that.
    #[serde(rename = "alert-1")]
    Alert(Box<AlertContent>),
    /// A KPI is on target again.
    #[serde(rename = "recovered-1")]
    Recovered(Box<AlertContent>),
    /// What a review found beside its numbers.
    #[serde(rename = "watch-1")]
    Watch(Box<WatchContent>),
    /// The rest that somebody gave an alert is over.
    #[serde(rename = "woken-1")]
    Woken(Box<AlertContent>),
    /// What an import made of the KPIs of a channel.
    #[serde(rename = "import-alerts-1")]
    ImportAlerts(Box<ImportAlerts>),
    /// The board of a review; what it says is decided when it is said.
    #[serde(rename = "board-1")]
    Board(Board),
    /// The digest of a review.
    #[serde(rename = "digest-1")]
    Digest(Box<DigestContent>),
    /// What the sponsor of a scorecard hears of a digest.
    #[serde(rename = "sponsor-1")]
    Sponsor(Box<SponsorContent>),
    /// What somebody says to a digest.
    #[serde(rename = "comment-1")]
    Comment(Box<CommentContent>),
    /// A meeting's thread under a digest.
    #[serde(rename = "meeting-1")]
    Meeting(Box<MeetingContent>),
    /// What did not fit into the message of another notice.
    #[serde(rename = "more-1")]
    More(More),
    /// A review was opened again.
    #[serde(rename = "reopened-1")]
    Reopened(Box<ReopenedContent>),
    /// A review was closed.
    #[serde(rename = "closed-1")]
    Closed(Box<ClosedContent>),
    /// A summary that somebody posted.
    #[serde(rename = "summary-1")]
    Summary(Box<Posted>),
    /// Somebody cannot be written to.
    #[serde(rename = "unreached-1")]
    Unreached(UnreachedContent),
    /// A *not applicable* was rejected.
    #[serde(rename = "rejected-1")]
    Rejected(Box<RejectedContent>),
    /// A channel takes no messages.
    #[serde(rename = "mend-1")]
    Mend(Box<MendContent>),
    /// A channel shows what is private to people who may not read it.
    #[serde(rename = "exposed-1")]
    Exposed(Box<ExposedContent>),
    /// What was missed while the bot was not in the server.
    #[serde(rename = "missed-1")]
    Missed(Box<MissedContent>),
    /// Somebody is asked whether a number of a private scorecard may be used elsewhere.
    #[serde(rename = "consent-1")]
    Consent(Box<ConsentContent>),
    /// Somebody is told what concerns them.
    #[serde(rename = "told-1")]
    Told(Box<Told>),
}

impl Stored {
    /// Whether what it tells was taken back, so that there is nothing to say unless it was said before.
    fn is_taken_back(&self) -> bool {
        match self {
            Self::Alert(alert) => alert.is_pointless(),
            Self::Recovered(alert) => alert.is_withdrawn(),
            Self::ImportAlerts(list) => list.is_pointless(),
            Self::Watch(found) => found.is_pointless(),
            _ => false,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Alert(_) => "alert",
            Self::Recovered(_) => "recovered",
            Self::Watch(_) => "watch",
            Self::Woken(_) => "woken",
            Self::ImportAlerts(_) => "import-alerts",
            Self::Board(_) => "board",
            Self::Digest(_) => "digest",
            Self::Sponsor(_) => "sponsor",
            Self::Comment(_) => "comment",
            Self::Meeting(_) => "meeting",
            Self::More(_) => "more",
            Self::Reopened(_) => "reopened",
            Self::Closed(_) => "closed",
            Self::Summary(_) => "summary",
            Self::Unreached(_) => "unreached",
            Self::Rejected(_) => "rejected",
            Self::Mend(_) => "mend",
            Self::Exposed(_) => "exposed",
            Self::Missed(_) => "missed",
            Self::Consent(_) => "consent",
            Self::Told(_) => "told",
        }
    }
}

/// What a notice says, decided.
#[derive(Debug, Clone)]
pub enum Content {
    /// Somebody is asked for values.
    Ask(Asked),
    /// A KPI slipped, or what became of that.
    Alert(Box<AlertContent>),
    /// A KPI is on target again.
    Recovered(Box<AlertContent>),
    /// What a review found beside its numbers.
    Watch(Box<WatchContent>),
    /// The rest that somebody gave an alert is over.
    Woken(Box<AlertContent>),
    /// What an import made of the KPIs of a channel.
    ImportAlerts(Box<ImportAlerts>),
    /// The board of a review.
    Board(Box<BoardContent>),
    /// The digest of a review.
    Digest(Box<DigestContent>),
    /// What the sponsor of a scorecard hears of a digest.
    Sponsor(Box<SponsorContent>),
    /// What somebody says to a digest, and under which message: its channel and its id.
    Comment(Box<CommentContent>, Option<(i64, i64)>),
    /// A meeting's thread under a digest.
    Meeting(Box<MeetingContent>),
    /// A further page of another content, from 1.
    More(Box<Self>, usize),
    /// A review was opened again.
    Reopened(Box<ReopenedContent>),
    /// A review was closed.
    Closed(Box<ClosedContent>),
    /// A summary that somebody posted.
    Summary(Box<Posted>),
    /// Somebody cannot be written to: their Discord user id.
    Unreached(i64),
    /// A *not applicable* was rejected, in this server.
    Rejected(ServerId, Box<RejectedContent>),
    /// A channel takes no messages.
    Mend(Box<MendContent>),
    /// A channel shows what is private to people who may not read it.
    Exposed(Box<ExposedContent>),
    /// What was missed while the bot was not in the server.
    Missed(Box<MissedContent>),
    /// Somebody is asked whether a number of a private scorecard may be used elsewhere.
    Consent(Box<ConsentContent>),
    /// Somebody is told what concerns them.
    Told(Box<Told>),
}

/// Writes a notice within a use case, unless the same was written before; says which it is and whether it is new.
pub(super) async fn write(
    connection: &mut Connection,
    server: ServerId,
    key: &str,
    (to, stored): (Destination, &Stored),
    span: Span,
) -> Result<(NoticeId, bool)> {
    let payload = serde_json::to_string(stored)?;
    let notice = NewNotice {
        key,
        kind: stored.kind(),
        to,
        payload: &payload,
        due_at: span.due_at,
        useful_until_at: span.useful_until_at,
    };
    let (id, new) = store::notice::insert(connection, server, &notice, span.now).await?;
    if !new {
        store::notice::extend(connection, server, id, (span.due_at, span.useful_until_at)).await?;
    }
    Ok((id, new))
}

/// Has a notice said anew with other content.
pub(super) async fn rewrite(
    connection: &mut Connection,
    server: ServerId,
    id: NoticeId,
    stored: &Stored,
) -> Result<()> {
    let payload = serde_json::to_string(stored)?;
    Ok(store::notice::renew(connection, server, id, &payload).await?)
}

/// What is unsaid in a scorecard's former team channel is said in its new one.
pub(super) async fn redirect(
    connection: &mut Connection,
    server: ServerId,
    scorecard: ScorecardId,
    channel: i64,
) -> Result<()> {
    Ok(store::notice::redirect(connection, server, scorecard, channel).await?)
}

/// What became of the newest notices, for an administrator.
pub async fn history(services: &Services, viewer: &Actor, most: i64) -> Result<Vec<Recorded>> {
    access::administer(viewer)?;
    let mut reader = services.read().await?;
    Ok(store::notice::newest(&mut reader, viewer.server, most).await?)
}
