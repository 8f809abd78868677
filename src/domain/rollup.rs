//! From KPIs to objectives, perspectives and the scorecard: weighted means, coverage, counts, held failures.

mod change;
mod combine;
mod feed;
mod share;

pub use change::{Change, changes};
pub use feed::Feed;
pub use share::shares;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::{KpiId, ObjectiveId, PerspectiveId};
use super::score::{self, Judgement, Status};
use super::target::Counts;
use super::weight::Weight;

/// What a KPI brings to a roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A judged value.
    Scored(Judgement),
    /// A value is due and missing; it is left out of the mean and counted against coverage.
    Blank,
    /// There is none for a reason; left out.
    NotApplicable,
    /// There is no target; left out.
    Unscored,
}

impl Input {
    /// The status it is counted with.
    #[must_use]
    pub const fn status(&self) -> Status {
        match self {
            Self::Scored(judgement) => judgement.status,
            Self::Blank => Status::NoData,
            Self::NotApplicable => Status::NotApplicable,
            Self::Unscored => Status::Unscored,
        }
    }
}

/// A KPI in the tree. KPIs that do not count in the period (running, not yet created) are not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Which.
    pub id: KpiId,
    /// Its weight in its objective.
    pub weight: Weight,
    /// What it brings.
    pub input: Input,
}

/// An objective with its KPIs and what feeds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Which.
    pub id: ObjectiveId,
    /// Its name.
    pub name: String,
    /// Its weight in its perspective.
    pub weight: Weight,
    /// Its KPIs.
    pub kpis: Vec<Measured>,
    /// Objectives of scorecards below that feed it.
    pub feeds: Vec<Feed>,
}

/// A perspective with its objectives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perspective {
    /// Which.
    pub id: PerspectiveId,
    /// Its name.
    pub name: String,
    /// Its weight in its scorecard.
    pub weight: Weight,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// A scorecard's tree in one period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Its perspectives, in order.
    pub perspectives: Vec<Perspective>,
}

/// What a scorecard chose about its roll-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Below this coverage (0 to 1) a parent's score is provisional.
    pub coverage_floor: Decimal,
    /// A parent with an off-target direct child is at most at risk.
    pub cap_red: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            coverage_floor: Decimal::from_parts(75, 0, 0, false, 2),
            cap_red: true,
        }
    }
}

/// The result for one parent: an objective, a perspective or a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rollup {
    /// 0 to 3; none where nothing below it is scored.
    pub level: Option<Decimal>,
    /// Its status.
    pub status: Status,
    /// Too little of its weight is in: ⚪ with the number.
    pub provisional: bool,
    /// It would be on target, and is held at at risk because a direct child is off target.
    pub held: bool,
    /// Scored ÷ (scored + blank) effective weight, 0 to 1; none where nothing below it is scored or blank.
    pub coverage: Option<Decimal>,
    /// The statuses of all KPIs below it.
    pub counts: Counts,
    /// How many direct children have a score: "from 3 of 4 perspectives".
    pub scored_children: usize,
    /// How many direct children it has.
    pub children: usize,
}

impl Rollup {
    /// Its score, 0 to 10, unrounded.
    #[must_use]
    pub fn score(&self) -> Option<Decimal> {
        self.level.map(score::score)
    }
}

/// An objective's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectiveRollup {
    /// Which.
    pub id: ObjectiveId,
    /// Its result.
    pub rollup: Rollup,
}

/// A perspective's result with those of its objectives, in the order of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerspectiveRollup {
    /// Which.
    pub id: PerspectiveId,
    /// Its result.
    pub rollup: Rollup,
    /// Its objectives'.
    pub objectives: Vec<ObjectiveRollup>,
}

/// A scorecard's result with those of its perspectives, in the order of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRollup {
    /// Its result.
    pub rollup: Rollup,
    /// Its perspectives'.
    pub perspectives: Vec<PerspectiveRollup>,
}

/// Rolls a scorecard up.
#[must_use]
pub fn roll_up(card: &Card, settings: &Settings) -> CardRollup {
    let perspectives: Vec<_> = card.perspectives.iter().map(|it| perspective(it, settings)).collect();
    let children = card.perspectives.iter().zip(&perspectives);
    let children = children.map(|(it, result)| (it.weight, combine::Child::from(&result.rollup)));
    CardRollup {
        rollup: combine::combine(children, settings),
        perspectives,
    }
}

fn perspective(perspective: &Perspective, settings: &Settings) -> PerspectiveRollup {
    let objectives: Vec<_> = perspective
        .objectives
        .iter()
        .map(|it| ObjectiveRollup {
            id: it.id,
            rollup: objective(it, settings),
        })
        .collect();
    let children = perspective.objectives.iter().zip(&objectives);
    let children = children.map(|(it, result)| (it.weight, combine::Child::from(&result.rollup)));
    PerspectiveRollup {
        id: perspective.id,
        rollup: combine::combine(children, settings),
        objectives,
    }
}

fn objective(objective: &Objective, settings: &Settings) -> Rollup {
    let kpis = objective.kpis.iter();
    let kpis = kpis.map(|kpi| (kpi.weight, combine::Child::from(&kpi.input)));
    let feeds = objective.feeds.iter().filter_map(|feed| {
        let result = feed.roll_up()?;
        Some((feed.weight, combine::Child::fed(&result)))
    });
    combine::combine(kpis.chain(feeds), settings)
}

#[cfg(test)]
#[path = "rollup/tests.rs"]
mod tests;
