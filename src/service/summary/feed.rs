//! What feeds a scorecard's objectives from those below, in the periods that count there. Called by `load` only.

use std::collections::BTreeMap;

use super::{Contents, FeedLine};
use crate::domain::cycle::counted_in;
use crate::domain::id::{ObjectiveId, ScorecardId, ServerId};
use crate::domain::period::Period;
use crate::domain::reading::Asked;
use crate::domain::rollup::{self, Change, Settings};
use crate::domain::scorecard::Visibility;
use crate::service::{Result, scorecard};
use crate::store::objective::feed::{self, Feed};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most scorecards on a way down. Feeds never run in a circle, so this is only a bound.
const MOST_DEEP: usize = 64;

/// What feeds the objectives of a scorecard, with all that this is made of.
#[derive(Default)]
pub(in crate::service) struct Feeds {
    feeds: Vec<Feed>,
    below: BTreeMap<ScorecardId, Below>,
}

/// A scorecard that feeds another one.
struct Below {
    card: Scorecard,
    contents: Contents,
    settings: Settings,
    /// What feeds its objectives in turn.
    feeds: Feeds,
}

impl Feeds {
    /// Loads what feeds a scorecard in a period.
    pub async fn load(
        connection: &mut Connection,
        server: ServerId,
        (card, period): (&Scorecard, Period),
    ) -> Result<Self> {
        let feeds = feed::into(connection, server, card.id, period.last_day()).await?;
        Self::below(connection, server, (feeds, period), MOST_DEEP).await
    }

    async fn below(
        connection: &mut Connection,
        server: ServerId,
        (feeds, period): (Vec<Feed>, Period),
        deep: usize,
    ) -> Result<Self> {
        let mut below = BTreeMap::new();
        for id in feeds.iter().map(|feed| feed.below) {
            if deep == 0 || below.contains_key(&id) {
                continue;
            }
            let Some(card) = store::scorecard::ever(connection, server, id).await? else {
                continue;
            };
            let counted = counted_in(period, card.review_cycle, card.fiscal_start);
            let mut within = feed::into(connection, server, id, counted.last_day()).await?;
            within.retain(|feed| feeds.iter().any(|above| above.source == feed.fed));
            let one = Below {
                contents: Contents::load(connection, server, &card, counted.last_day()).await?,
                settings: super::compute::settings(connection, server, &card).await?,
                feeds: Box::pin(Self::below(connection, server, (within, counted), deep - 1)).await?,
                card,
            };
            below.insert(id, one);
        }
        Ok(Self { feeds, below })
    }

    /// What feeds an objective in a period; nothing while that runs.
    pub fn of(&self, fed: ObjectiveId, asked: &Asked) -> Vec<rollup::Feed> {
        if !asked.period.has_ended(asked.now, asked.zone) {
            return Vec::new();
        }
        let feeds = self.feeds.iter().filter(|feed| feed.fed == fed);
        feeds
            .filter_map(|feed| {
                let below = self.below.get(&feed.below)?;
                Some(rollup::Feed {
                    weight: feed.weight,
                    source: below.objective(feed.source, asked)?,
                    settings: below.settings,
                })
            })
            .collect()
    }

    /// What feeds some objectives, a line each.
    pub fn lines(&self, objectives: &[rollup::Objective], period: Period, change: &Change) -> Vec<FeedLine> {
        let mut lines = Vec::new();
        for objective in objectives {
            for feed in &objective.feeds {
                let held = |held: &&Feed| (held.fed, held.source) == (objective.id, feed.source.id);
                let below = self
                    .feeds
                    .iter()
                    .find(held)
                    .and_then(|held| self.below.get(&held.below));
                let (Some(below), Some(result)) = (below, feed.roll_up()) else {
                    continue;
                };
                // Of a private scorecard every reader sees one input with its score, and nothing more.
                let open = below.card.visibility == Visibility::Open;
                let shown = |name: &str| if open { name.to_owned() } else { String::new() };
                lines.push(FeedLine {
                    objective: objective.name.clone(),
                    source: feed.source.id,
                    below: below.card.id,
                    name: shown(&feed.source.name),
                    scorecard: shown(&below.card.name),
                    of: counted_in(period, below.card.review_cycle, below.card.fiscal_start),
                    fiscal: below.card.fiscal_start,
                    change: change.feeds.get(&(objective.id, feed.source.id)).copied(),
                    result,
                });
            }
        }
        lines
    }
}

impl Below {
    /// An objective of it as it counts in a period of the scorecard above.
    fn objective(&self, id: ObjectiveId, above: &Asked) -> Option<rollup::Objective> {
        let objective = self.contents.objectives.iter().find(|objective| objective.id == id)?;
        let asked = Asked {
            period: counted_in(above.period, self.card.review_cycle, self.card.fiscal_start),
            zone: scorecard::zone_of(&self.card),
            fiscal: self.card.fiscal_start,
            ..*above
        };
        let read = |placed: &store::kpi::Placed| self.contents.reading(placed, &asked)?.input();
        Some(self.contents.objective(objective, read, self.feeds.of(id, &asked)))
    }
}
