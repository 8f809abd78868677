//! Reads every KPI of a scorecard, rolls them up, and makes the summary.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::feed::Feeds;
use super::line::{expected, lines};
use super::people::People;
use super::{Contents, Line, PerspectiveSummary, Summary, objective, outlook, published};
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::Period;
use crate::domain::reading::{Asked, Reading, View};
use crate::domain::rollup::{Card, CardRollup, Change, Rollup, Settings, changes, roll_up, shares};
use crate::service::{Result, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What a scorecard and its server chose about roll-ups.
pub(in crate::service) async fn settings(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
) -> Result<Settings> {
    let server = store::server::by_id(connection, server).await?;
    let floor = server.map_or(75, |server| server.coverage_floor);
    Ok(Settings {
        coverage_floor: Decimal::new(floor, 2),
        cap_red: card.cap_red,
    })
}

/// All that a scorecard's numbers in one period are made of, rolled up.
pub(in crate::service) struct Computed {
    pub contents: Contents,
    pub settings: Settings,
    pub asked: Asked,
    pub feeds: Feeds,
    pub readings: HashMap<KpiId, Reading>,
    pub tree: Card,
    pub rolled: CardRollup,
}

/// Reads and rolls a scorecard up.
pub(in crate::service) async fn compute(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    (period, view): (Period, View),
    now: DateTime<Utc>,
) -> Result<Computed> {
    let contents = Contents::load(connection, server, card, period.last_day()).await?;
    let settings = settings(connection, server, card).await?;
    let feeds = Feeds::load(connection, server, (card, period)).await?;
    let asked = Asked {
        period,
        view,
        now,
        zone: scorecard::zone_of(card),
        fiscal: card.fiscal_start,
    };
    let readings = contents.readings(&asked);
    let tree = contents.card(&readings, (&feeds, &asked));
    Ok(Computed {
        rolled: roll_up(&tree, &settings),
        contents,
        settings,
        asked,
        feeds,
        readings,
        tree,
    })
}

impl Computed {
    /// What its KPIs showed in the period before, and what changed since.
    async fn compared(
        &self,
        connection: &mut Connection,
        server: ServerId,
        card: &Scorecard,
    ) -> Result<(HashMap<KpiId, Reading>, Change)> {
        let earlier = Asked {
            period: self.asked.period.prev(),
            ..self.asked
        };
        let mut before = self.contents.readings(&earlier);
        // What was archived then counted nowhere, whatever values it has.
        let counted = store::kpi::of_scorecard(connection, server, card.id, earlier.period.last_day()).await?;
        let counted: HashSet<KpiId> = counted.into_iter().map(|placed| placed.kpi.id).collect();
        before.retain(|id, _| counted.contains(id));
        let then = self.contents.card(&before, (&self.feeds, &earlier));
        let change = changes(&self.tree, &then, &self.settings);
        Ok((before, change))
    }
}

/// A scorecard's result in one period, and its change from the period before, as its summary has them.
pub(in crate::service) async fn result(
    connection: &mut Connection,
    server: ServerId,
    (card, period): (&Scorecard, Period),
    now: DateTime<Utc>,
) -> Result<(Rollup, Option<Decimal>)> {
    let computed = compute(connection, server, card, (period, View::Period), now).await?;
    let (_, change) = computed.compared(connection, server, card).await?;
    Ok((computed.rolled.rollup, change.card))
}

/// A scorecard's numbers in one period.
pub(in crate::service) async fn build(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    (period, view): (Period, View),
    now: DateTime<Utc>,
) -> Result<Summary> {
    let computed = compute(connection, server, card, (period, view), now).await?;
    let (before, change) = computed.compared(connection, server, card).await?;
    let Computed {
        contents,
        asked,
        feeds,
        readings,
        tree,
        rolled,
        ..
    } = computed;
    let shares = shares(&tree);
    let people = People::load(connection, server, card).await?;
    let mut perspectives = Vec::with_capacity(contents.perspectives.len());
    for ((perspective, result), within) in contents
        .perspectives
        .iter()
        .zip(&rolled.perspectives)
        .zip(&tree.perspectives)
    {
        let lines = lines(
            connection,
            server,
            (&contents, perspective.id),
            (&readings, &before),
            &people,
        )
        .await?;
        perspectives.push(PerspectiveSummary {
            id: perspective.id,
            name: perspective.name.clone(),
            objectives: objective::of(&contents, &result.objectives, &change),
            result: result.rollup,
            change: change.perspectives.get(&perspective.id).copied(),
            feeds: feeds.lines(&within.objectives, period, &change),
            lines: lines
                .into_iter()
                .map(|line| Line {
                    change: change.kpis.get(&line.kpi.id).copied(),
                    outlook: outlook::of(&contents, line.kpi.id, &asked),
                    expected_at: readings
                        .get(&line.kpi.id)
                        .and_then(|it| expected(&line.kpi, it, &asked)),
                    share: shares.get(&line.kpi.id).copied(),
                    ..line
                })
                .collect(),
        });
    }
    let summary = Summary {
        scorecard: card.id,
        name: card.name.clone(),
        fiscal: card.fiscal_start,
        period,
        view,
        running: !period.has_ended(now, asked.zone),
        result: rolled.rollup,
        change: change.card,
        perspectives,
        published: None,
        arrows: objective::arrows(connection, server, card.id, &contents).await?,
    };
    published::beside(connection, server, summary, &people.names).await
}
