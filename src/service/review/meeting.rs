//! The meeting of a review: a thread under its digest that begins with what is open and what is most worth talking about.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{DigestContent, digest, schedule_of};
use crate::domain::id::{ReviewId, ServerId};
use crate::domain::period::Period;
use crate::service::decision::Told;
use crate::service::notice::{self, Span, Stored};
use crate::service::summary::{Line, Summary};
use crate::service::{Result, Services};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How many KPIs a meeting looks at.
const DIVES: usize = 5;

/// What a meeting begins with, as it stood when its digest was posted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MeetingContent {
    /// The review.
    pub review: ReviewId,
    /// The numbers.
    pub summary: Summary,
    /// When it is, where that was said.
    pub meeting_at: Option<DateTime<Utc>>,
    /// What earlier reviews decided and is open.
    pub decisions: Vec<Told>,
    /// The KPIs to talk about, the weightiest gap first.
    pub dives: Vec<Line>,
}

impl MeetingContent {
    /// The period under review.
    #[must_use]
    pub fn period(&self) -> Period {
        self.summary.period
    }
}

/// Has a thread opened under the digest, once that is posted.
pub(super) async fn announce(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (content, span): (&DigestContent, Span),
) -> Result<()> {
    let Some(channel) = card.channel else {
        return Ok(());
    };
    let calendar = store::calendar::of_server(write, server).await?;
    let now = services.now();
    let meeting_at = schedule_of(card, review.period, &calendar).meeting_at;
    let stored = Stored::Meeting(Box::new(MeetingContent {
        review: review.id,
        summary: content.summary.clone(),
        meeting_at: meeting_at.filter(|at| *at > now),
        decisions: content.decisions.clone(),
        dives: content.summary.deep_dives(DIVES),
    }));
    // The digest above it says that it is late, where it is.
    let span = Span {
        due_at: span.due_at.max(now),
        ..span
    };
    let to = Destination::Team(card.id, channel);
    notice::write(write, server, &format!("meeting:{}", review.id), (to, &stored), span).await?;
    Ok(())
}

/// The message under which the thread of a meeting is opened: the digest, once it is posted.
pub(in crate::service) async fn place(
    connection: &mut Connection,
    server: ServerId,
    review: ReviewId,
) -> Result<Option<(i64, i64)>> {
    Ok(store::notice::message_of(connection, server, &digest::key_of(review)).await?)
}
