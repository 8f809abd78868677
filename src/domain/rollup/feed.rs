//! Objectives of scorecards below as inputs of an objective (product rules, "Cascade"): each is one input with its score,
//! whatever it is made of.

use super::{Objective, Rollup, Settings};
use crate::domain::weight::Weight;

/// An objective that feeds another one, with all that it is made of in the period that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its weight among the inputs of the objective it feeds.
    pub weight: Weight,
    /// The objective, with its KPIs and what feeds it in turn. Its own weight means nothing here.
    pub source: Objective,
    /// What its scorecard chose about its roll-up.
    pub settings: Settings,
}

impl Feed {
    /// What it brings; none where nothing of it counts in the period.
    #[must_use]
    pub fn roll_up(&self) -> Option<Rollup> {
        let result = super::objective(&self.source, &self.settings);
        (result.children > 0).then_some(result)
    }
}
