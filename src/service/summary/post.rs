//! Posting a summary to a channel, in words or as a picture, in the name of who asked for it.

use chrono::{NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{History, Summary, of_period, with_history};
use crate::domain::id::{KpiId, PerspectiveId, ScorecardId};
use crate::domain::period::PeriodKind;
use crate::domain::reading::View;
use crate::service::notice::{self, Span, Stored};
use crate::service::reader::{self, Audience};
use crate::service::{Actor, Result, Services, access};
use crate::store::notice::Destination;

/// A summary that somebody posts and that cannot be posted for so long is not posted any more.
const POST_WITHIN: TimeDelta = TimeDelta::hours(1);

/// A summary that somebody posted to a channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Posted {
    /// The numbers.
    pub summary: Summary,
    /// Only this perspective.
    pub perspective: Option<PerspectiveId>,
    /// Who posted it.
    pub by: String,
    /// The picture it is posted as; none: in words.
    #[serde(default)]
    pub drawn: Option<Drawn>,
    /// The last values of its KPIs, where the picture shows them.
    #[serde(default)]
    pub history: Vec<(KpiId, Vec<Option<Decimal>>)>,
}

/// A picture of a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawn {
    /// Its strategy map.
    Map,
    /// Its perspectives and KPIs on one page.
    Page,
}

/// How a summary is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// In words: all of it, or one perspective.
    Words(Option<PerspectiveId>),
    /// As a picture.
    Picture(Drawn),
}

/// Posts a summary to a channel; of a private scorecard only where those who see the channel may read it.
pub async fn post(
    services: &Services,
    actor: &Actor,
    (card, period, shape): (ScorecardId, (PeriodKind, NaiveDate, View), Shape),
    (channel, audience): (i64, Option<&Audience>),
) -> Result<()> {
    let (summary, history) = match shape {
        Shape::Picture(Drawn::Page) => with_history(services, actor, card, period).await?,
        _ => (of_period(services, actor, card, period).await?, History::new()),
    };
    let mut write = services.write().await?;
    let shown = access::scorecard_by_id(&mut write, actor, card).await?;
    reader::refuse_onlookers(&mut write, actor.server, &shown, audience).await?;
    let now = services.now();
    let (perspective, drawn) = match shape {
        Shape::Words(perspective) => (perspective, None),
        Shape::Picture(drawn) => (None, Some(drawn)),
    };
    let shape = match drawn {
        None => "words",
        Some(Drawn::Map) => "map",
        Some(Drawn::Page) => "page",
    };
    let key = format!("summary:{card}:{channel}:{shape}:{}", now.timestamp_millis());
    let stored = Stored::Summary(Box::new(Posted {
        summary,
        perspective,
        by: access::name_of(&mut write, actor, actor.person).await?,
        drawn,
        history: history.into_iter().collect(),
    }));
    let to = Destination::Channel(channel);
    notice::write(
        &mut write,
        actor.server,
        &key,
        (to, &stored),
        Span::during(now, POST_WITHIN),
    )
    .await?;
    services.keep(write).await
}
