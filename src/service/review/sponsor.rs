//! What the sponsor of a scorecard hears: one direct message a digest. What they say to it is said under the digest.

use serde::{Deserialize, Serialize};

use super::DigestContent;
use crate::domain::id::{ReviewId, ServerId};
use crate::domain::period::{FiscalStart, Period};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Conflict, Error, Invalid, Need, NotFound, Noun, Result, Services, access};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most characters of a comment.
pub const MAX_COMMENT: usize = 1000;

/// What a sponsor reads: the digest, of which they see the head, the worst, and what is decided.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SponsorContent {
    /// The server, for presses in direct messages.
    pub server: ServerId,
    /// The review.
    pub review: ReviewId,
    /// The numbers.
    pub digest: DigestContent,
}

/// What somebody says to a digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentContent {
    /// The review.
    pub review: ReviewId,
    /// Its period.
    pub period: Period,
    /// How that is labelled.
    pub fiscal: FiscalStart,
    /// Who says it.
    pub by: String,
    /// They are the sponsor.
    pub sponsor: bool,
    /// What they say.
    pub text: String,
}

/// Tells the sponsor what a digest says, once; what comes in later is edited in.
pub(super) async fn tell(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    digest: &DigestContent,
    span: Span,
) -> Result<()> {
    let Some(sponsor) = card.sponsor else {
        return Ok(());
    };
    let stored = content(server, review, digest);
    let to = Destination::Person(sponsor);
    notice::write(write, server, &key(review), (to, &stored), span).await?;
    Ok(())
}

/// Has the sponsor's message show what the digest shows by now.
pub(super) async fn refresh(
    write: &mut Connection,
    (server, review): (ServerId, &Review),
    digest: &DigestContent,
) -> Result<()> {
    let Some((id, _)) = store::notice::by_key(write, server, &key(review)).await? else {
        return Ok(());
    };
    notice::rewrite(write, server, id, &content(server, review, digest)).await
}

fn content(server: ServerId, review: &Review, digest: &DigestContent) -> Stored {
    Stored::Sponsor(Box::new(SponsorContent {
        server,
        review: review.id,
        digest: digest.clone(),
    }))
}

fn key(review: &Review) -> String {
    format!("sponsor:{}", review.id)
}

/// Says something to the digest of a review, in the team channel: its sponsor, or who manages the scorecard.
pub async fn comment(services: &Services, actor: &Actor, id: ReviewId, typed: &str) -> Result<()> {
    let mut write = services.write().await?;
    let (review, card) = place(&mut write, actor, id).await?;
    let text = typed.trim();
    if text.is_empty() {
        return Err(Invalid::Blank { field: "comment" }.into());
    }
    if text.chars().count() > MAX_COMMENT {
        let (field, most) = ("comment", MAX_COMMENT);
        return Err(Invalid::TooLong { field, most }.into());
    }
    let channel = card.channel.ok_or_else(|| Conflict::NoChannel {
        scorecard: card.name.clone(),
    })?;
    let now = services.now();
    let stored = Stored::Comment(Box::new(CommentContent {
        review: review.id,
        period: review.period,
        fiscal: card.fiscal_start,
        by: access::name_of(&mut write, actor, actor.person).await?,
        sponsor: card.sponsor == Some(actor.person),
        text: text.to_owned(),
    }));
    let key = format!("comment:{id}:{}:{}", actor.person, now.timestamp_millis());
    let to = Destination::Team(card.id, channel);
    notice::write(&mut write, actor.server, &key, (to, &stored), Span::from(now, now)).await?;
    services.keep(write).await
}

/// Fails unless somebody may say something to a digest; for a form that asks for the words.
pub async fn may_comment(services: &Services, actor: &Actor, id: ReviewId) -> Result<()> {
    let mut reader = services.read().await?;
    place(&mut reader, actor, id).await.map(|_| ())
}

async fn place(connection: &mut Connection, actor: &Actor, id: ReviewId) -> Result<(Review, Scorecard)> {
    let gone = || {
        Error::from(NotFound {
            noun: Noun::Review,
            typed: String::new(),
            close: Vec::new(),
        })
    };
    let (card, review) = store::review::by_id(connection, actor.server, id)
        .await?
        .ok_or_else(gone)?;
    let card = access::scorecard_by_id(connection, actor, card).await?;
    if card.sponsor != Some(actor.person) && !access::manages(connection, actor, &card).await? {
        let scorecard = card.name;
        return Err(Need::Sponsor { scorecard }.into());
    }
    Ok((review, card))
}
