//! The one rule by which children make a parent, at every level of the tree.

use rust_decimal::Decimal;

use super::{Input, Rollup, Settings};
use crate::domain::score::Status;
use crate::domain::target::Counts;
use crate::domain::weight::Weight;

/// Means are rounded here, far below anything shown, so that 5/3 and 7/3 make exactly 2.
const MEAN_DECIMALS: u32 = 18;

/// What a parent sees of a child, whatever it is.
pub(super) struct Child {
    level: Option<Decimal>,
    status: Status,
    /// How much of the child's weight is in; none where the child neither has nor awaits a score.
    coverage: Option<Decimal>,
    counts: Counts,
}

impl From<&Input> for Child {
    fn from(input: &Input) -> Self {
        let (level, coverage) = match input {
            Input::Scored(judgement) => (Some(judgement.level), Some(Decimal::ONE)),
            Input::Blank => (None, Some(Decimal::ZERO)),
            Input::NotApplicable | Input::Unscored => (None, None),
        };
        let status = input.status();
        Self {
            level,
            status,
            coverage,
            counts: [status].into_iter().collect(),
        }
    }
}

impl From<&Rollup> for Child {
    fn from(rollup: &Rollup) -> Self {
        Self {
            level: rollup.level,
            status: rollup.status,
            coverage: rollup.coverage,
            counts: rollup.counts,
        }
    }
}

impl Child {
    /// What feeds an objective counts as one, whatever it is made of.
    pub(super) fn fed(rollup: &Rollup) -> Self {
        Self {
            counts: [rollup.status].into_iter().collect(),
            ..Self::from(rollup)
        }
    }
}

/// Makes a parent of its children and their weights.
pub(super) fn combine(children: impl Iterator<Item = (Weight, Child)>, settings: &Settings) -> Rollup {
    let mut counts = Counts::default();
    let (mut scored, mut awaited) = (Mean::default(), Mean::default());
    let (mut scored_children, mut all, mut any_red) = (0, 0, false);
    for (weight, child) in children {
        all += 1;
        counts += child.counts;
        any_red |= child.status == Status::OffTarget;
        if let Some(level) = child.level {
            scored.add(level, weight);
            scored_children += 1;
        }
        if let Some(coverage) = child.coverage {
            awaited.add(coverage, weight);
        }
    }
    let (level, coverage) = (scored.value(), awaited.value());
    let provisional = level.is_some() && coverage.is_some_and(|coverage| coverage < settings.coverage_floor);
    let own = level.map_or_else(|| without_score(&counts), Status::of_level);
    let held = own == Status::OnTarget && any_red && settings.cap_red && !provisional;
    let status = match (provisional, held) {
        (true, _) => Status::NoData,
        (false, true) => Status::AtRisk,
        (false, false) => own,
    };
    Rollup {
        level,
        status,
        provisional,
        held,
        coverage,
        counts,
        scored_children,
        children: all,
    }
}

/// What a parent without any score is: it waits, or it does not apply, or it has no targets.
const fn without_score(counts: &Counts) -> Status {
    if counts.no_data > 0 {
        Status::NoData
    } else if counts.unscored == 0 && counts.not_applicable > 0 {
        Status::NotApplicable
    } else {
        Status::Unscored
    }
}

/// A weighted mean in the making.
#[derive(Default)]
struct Mean {
    sum: Decimal,
    weights: Decimal,
}

impl Mean {
    fn add(&mut self, value: Decimal, weight: Weight) {
        self.sum += value * weight.get();
        self.weights += weight.get();
    }

    /// None where nothing was added.
    fn value(&self) -> Option<Decimal> {
        self.sum
            .checked_div(self.weights)
            .map(|mean| mean.round_dp(MEAN_DECIMALS))
    }
}
