//! Notices on their way out: what they say, for whom, and what became of them. Called by the courier; written by the
//! services whose change caused them.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::alert::{AlertContent, ImportAlerts};
use super::checkin::Asked;
use super::review::{ClosedContent, DigestContent};
use super::summary::Posted;
use super::{Result, Services, checkin};
use crate::domain::id::{NoticeId, PersonId, ServerId};
use crate::domain::value::NumberFormat;
use crate::store::notice::{Claimed, Destination, NewNotice};
use crate::store::{self, Connection};

/// How long a delivery may take before its outcome counts as unknown.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// How many notices are claimed at once.
const BATCH: i64 = 32;

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
    /// What an import made of the KPIs of a channel.
    #[serde(rename = "import-alerts-1")]
    ImportAlerts(Box<ImportAlerts>),
    /// The digest of a review.
    #[serde(rename = "digest-1")]
    Digest(Box<DigestContent>),
    /// A review was closed.
    #[serde(rename = "closed-1")]
    Closed(Box<ClosedContent>),
    /// A summary that somebody posted.
    #[serde(rename = "summary-1")]
    Summary(Box<Posted>),
}

impl Stored {
    fn kind(&self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Alert(_) => "alert",
            Self::Recovered(_) => "recovered",
            Self::ImportAlerts(_) => "import-alerts",
            Self::Digest(_) => "digest",
            Self::Closed(_) => "closed",
            Self::Summary(_) => "summary",
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
    /// What an import made of the KPIs of a channel.
    ImportAlerts(Box<ImportAlerts>),
    /// The digest of a review.
    Digest(Box<DigestContent>),
    /// A review was closed.
    Closed(Box<ClosedContent>),
    /// A summary that somebody posted.
    Summary(Box<Posted>),
}

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// A person, by Discord's user id.
    Person(i64),
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
}

/// Writes a notice within a use case, unless the same was written before; says which it is and whether it is new.
pub(super) async fn write(
    connection: &mut Connection,
    server: ServerId,
    key: &str,
    (to, stored): (Destination, &Stored),
    (now, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(NoticeId, bool)> {
    let payload = serde_json::to_string(stored)?;
    let notice = NewNotice {
        key,
        kind: stored.kind(),
        to,
        payload: &payload,
        due_at,
    };
    Ok(store::notice::insert(connection, server, &notice, now).await?)
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

/// Claims what is due, decides what it says by now, and leaves out what has become pointless.
pub async fn claim(services: &Services) -> Result<Vec<Delivery>> {
    let now = services.now();
    if count_due(services).await? == 0 {
        return Ok(Vec::new());
    }
    let mut write = services.write().await?;
    let claimed = store::notice::claim(&mut write, now, now + LEASE, BATCH).await?;
    let mut due = Vec::with_capacity(claimed.len());
    let mut skipped = 0;
    for claimed in claimed {
        match decide(services, &mut write, &claimed).await? {
            Ok(delivery) => due.push(delivery),
            Err(reason) => {
                skipped += 1;
                store::notice::end(&mut write, &claimed, "skipped", reason).await?;
            }
        }
    }
    write.commit().await?;
    if due.is_empty() && skipped > 0 {
        services.notices.notify_one();
    }
    Ok(due)
}

/// What a claimed notice says, or why it is not said.
async fn decide(
    services: &Services,
    connection: &mut Connection,
    claimed: &Claimed,
) -> Result<std::result::Result<Delivery, &'static str>> {
    let Some(server) = store::server::by_id(connection, claimed.server).await? else {
        return Ok(Err("the server is gone"));
    };
    let (to, locale) = match claimed.to {
        Destination::Channel(channel) => (Address::Channel(channel), server.locale),
        Destination::Person(person) => match reach(connection, claimed.server, person).await? {
            Some((user, locale)) => (Address::Person(user), locale.unwrap_or(server.locale)),
            None => return Ok(Err("the person is gone")),
        },
    };
    let content = match (serde_json::from_str(&claimed.payload)?, claimed.to) {
        (Stored::Ask, Destination::Person(person)) => {
            match checkin::asked(services, connection, (claimed.server, person), claimed.id).await? {
                Some(asked) => Content::Ask(asked),
                None if claimed.message.is_some() => Content::Ask(Asked::done(claimed.server, server.name)),
                None => return Ok(Err("everything is in")),
            }
        }
        (Stored::Ask, Destination::Channel(_)) => return Ok(Err("only people are asked")),
        (Stored::Alert(alert), _) if alert.is_pointless() && claimed.message.is_none() => {
            return Ok(Err("taken back before it was said"));
        }
        (Stored::ImportAlerts(list), _) if list.is_pointless() && claimed.message.is_none() => {
            return Ok(Err("taken back before it was said"));
        }
        (Stored::ImportAlerts(list), _) => Content::ImportAlerts(list),
        (Stored::Alert(alert), _) => Content::Alert(alert),
        (Stored::Recovered(alert), _) => Content::Recovered(alert),
        (Stored::Digest(digest), _) => Content::Digest(digest),
        (Stored::Closed(closed), _) => Content::Closed(closed),
        (Stored::Summary(posted), _) => Content::Summary(posted),
    };
    Ok(Ok(Delivery {
        claimed: claimed.clone(),
        to,
        content,
        locale,
        number_format: server.number_format,
    }))
}

async fn reach(
    connection: &mut Connection,
    server: ServerId,
    person: PersonId,
) -> Result<Option<(i64, Option<String>)>> {
    let person = store::person::by_id(connection, server, person).await?;
    Ok(person.and_then(|person| Some((person.user?, person.locale))))
}

/// Records that people see a notice, as which message.
pub async fn said(services: &Services, claimed: &Claimed, message: (i64, i64)) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::said(&mut write, claimed, message, services.now()).await?;
    Ok(write.commit().await?)
}

/// Records that a notice was not taken, and how long to wait.
pub async fn retry(services: &Services, claimed: &Claimed, wait: TimeDelta, reason: &str) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::retry(&mut write, claimed, services.now() + wait, reason).await?;
    Ok(write.commit().await?)
}

/// Records that a notice cannot be said until somebody mends something.
pub async fn park(services: &Services, claimed: &Claimed, reason: &str) -> Result<()> {
    let mut write = services.write().await?;
    store::notice::end(&mut write, claimed, "parked", reason).await?;
    Ok(write.commit().await?)
}

/// When the next notice is due.
pub async fn next_due_at(services: &Services) -> Result<Option<DateTime<Utc>>> {
    let mut reader = services.read().await?;
    Ok(store::notice::next_due_at(&mut reader).await?)
}

/// How many notices are due and not said yet, those that are being delivered included.
pub async fn count_due(services: &Services) -> Result<i64> {
    let mut reader = services.read().await?;
    Ok(store::notice::count_due(&mut reader, services.now()).await?)
}
