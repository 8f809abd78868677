//! Loads a scorecard's tree, and reads the KPIs in it.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::feed::Feeds;
use crate::domain::formula::Book;
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::Period;
use crate::domain::reading::{Asked, Reading, Source, State, read};
use crate::domain::rollup::{self, Card, Input, Measured};
use crate::domain::target::DatedTarget;
use crate::domain::value::Entry;
use crate::service::{Result, formula};
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

    pub(super) fn readings(&self, asked: &Asked) -> HashMap<KpiId, Reading> {
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

    pub(super) fn card(&self, readings: &HashMap<KpiId, Reading>, (feeds, asked): (&Feeds, &Asked)) -> Card {
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
