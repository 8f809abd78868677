//! Loads a scorecard's tree and reads every KPI in it.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::feed::Feeds;
use super::line::{expected, lines};
use super::people::People;
use super::{Line, PerspectiveSummary, Summary, objective, outlook, published};
use crate::domain::formula::Book;
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::Period;
use crate::domain::reading::{Asked, Reading, Source, State, View, read};
use crate::domain::rollup::{self, Card, CardRollup, Input, Measured, Settings, changes, roll_up, shares};
use crate::domain::target::DatedTarget;
use crate::domain::value::Entry;
use crate::service::{Result, formula, scorecard};
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// All that a scorecard's numbers are made of, as it is placed and weighed on a day. Who answers for a KPI is who does so
/// at present: a KPI that was handed over is asked of its new owner, also for a period before.
pub(in crate::service) struct Contents {
    pub perspectives: Vec<Perspective>,
    pub objectives: Vec<Objective>,
    pub kpis: Vec<Placed>,
    pub targets: HashMap<KpiId, Vec<DatedTarget>>,
    pub actuals: HashMap<KpiId, BTreeMap<Period, Entry>>,
    pub book: Option<Book>,
    /// The KPIs that have gone out of use since: what they have counts, what they lack is not waited for.
    pub idle: HashSet<KpiId>,
}

impl Contents {
    pub async fn load(connection: &mut Connection, server: ServerId, card: &Scorecard, on: NaiveDate) -> Result<Self> {
        let mut kpis = store::kpi::of_scorecard(connection, server, card.id, on).await?;
        let present = store::kpi::of_scorecard(connection, server, card.id, store::PRESENT).await?;
        let present: HashMap<KpiId, Placed> = present.into_iter().map(|placed| (placed.kpi.id, placed)).collect();
        let mut idle = HashSet::new();
        for placed in &mut kpis {
            let id = placed.kpi.id;
            if let Some(present) = present.get(&id) {
                (placed.owner, placed.deputy) = (present.owner, present.deputy);
            } else if store::archive::is_kpi_gone(connection, server, id).await? {
                idle.insert(id);
            }
        }
        let ids: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
        Ok(Self {
            book: formula::book(connection, server, &ids).await?,
            perspectives: store::perspective::of_scorecard(connection, server, card.id, on).await?,
            objectives: store::objective::of_scorecard(connection, server, card.id, on).await?,
            kpis,
            targets: store::target::of_scorecard(connection, server, card.id).await?,
            actuals: store::actual::of_scorecard(connection, server, card.id).await?,
            idle,
        })
    }

    /// What holds for a KPI, by period.
    pub fn actuals_of(&self, kpi: KpiId) -> Option<&BTreeMap<Period, Entry>> {
        self.actuals.get(&kpi)
    }

    pub fn read(&self, placed: &Placed, asked: &Asked) -> Reading {
        self.with_source(placed, |source| read(source, asked))
    }

    /// All that is known of a KPI, for what looks at it.
    pub fn with_source<T>(&self, placed: &Placed, look: impl FnOnce(&Source<'_>) -> T) -> T {
        let none = BTreeMap::new();
        look(&Source {
            kpi: &placed.kpi,
            targets: self.targets.get(&placed.kpi.id).map_or(&[], Vec::as_slice),
            actuals: self.actuals.get(&placed.kpi.id).unwrap_or(&none),
            created_on: placed.created_on,
            book: self.book.as_ref(),
        })
    }

    fn readings(&self, asked: &Asked) -> HashMap<KpiId, Reading> {
        let kpis = self.kpis.iter();
        kpis.filter_map(|placed| Some((placed.kpi.id, self.reading(placed, asked)?)))
            .collect()
    }

    /// An objective with its KPIs and what feeds it.
    pub(super) fn objective(
        &self,
        objective: &Objective,
        read: impl Fn(&Placed) -> Option<Input>,
        feeds: Vec<rollup::Feed>,
    ) -> rollup::Objective {
        let own = self.kpis.iter().filter(|placed| placed.objective == objective.id);
        let measured = own.filter_map(|placed| {
            Some(Measured {
                id: placed.kpi.id,
                weight: placed.weight,
                input: read(placed)?,
            })
        });
        rollup::Objective {
            id: objective.id,
            name: objective.name.clone(),
            weight: objective.weight,
            kpis: measured.collect(),
            feeds,
        }
    }

    /// What a KPI shows; none where it went out of use since and has no value, so that none is waited for.
    pub(in crate::service) fn reading(&self, placed: &Placed, asked: &Asked) -> Option<Reading> {
        let reading = self.read(placed, asked);
        (reading.state != State::Blank || !self.idle.contains(&placed.kpi.id)).then_some(reading)
    }

    fn card(&self, readings: &HashMap<KpiId, Reading>, (feeds, asked): (&Feeds, &Asked)) -> Card {
        let read = |placed: &Placed| readings.get(&placed.kpi.id)?.input();
        let objective = |objective: &Objective| self.objective(objective, read, feeds.of(objective.id, asked));
        let perspective = |perspective: &Perspective| rollup::Perspective {
            id: perspective.id,
            name: perspective.name.clone(),
            weight: perspective.weight,
            objectives: self
                .objectives
                .iter()
                .filter(|objective| objective.perspective == perspective.id)
                .map(objective)
                .collect(),
        };
        Card {
            perspectives: self.perspectives.iter().map(perspective).collect(),
        }
    }
}

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

/// A scorecard's numbers in one period.
pub(in crate::service) async fn build(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    (period, view): (Period, View),
    now: DateTime<Utc>,
) -> Result<Summary> {
    let computed = compute(connection, server, card, (period, view), now).await?;
    let Computed {
        contents,
        settings,
        asked,
        feeds,
        readings,
        tree,
        rolled,
    } = computed;
    let earlier = Asked {
        period: period.prev(),
        ..asked
    };
    let mut before = contents.readings(&earlier);
    // What was archived then counted nowhere, whatever values it has.
    let counted = store::kpi::of_scorecard(connection, server, card.id, earlier.period.last_day()).await?;
    let counted: HashSet<KpiId> = counted.into_iter().map(|placed| placed.kpi.id).collect();
    before.retain(|id, _| counted.contains(id));
    let shares = shares(&tree);
    let change = changes(&tree, &contents.card(&before, (&feeds, &earlier)), &settings);
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
