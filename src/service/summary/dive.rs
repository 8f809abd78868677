//! What is most worth talking about in a summary.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Line, Summary};

/// The level from which on a KPI is on target.
const ON_TARGET: Decimal = Decimal::TWO;

impl Summary {
    /// What is most worth talking about: at most so many KPIs short of their targets, ranked by weight × gap.
    #[must_use]
    pub fn deep_dives(&self, most: usize) -> Vec<Line> {
        let lost = |line: &Line| {
            let gap = ON_TARGET - line.level?;
            Some(line.share? * gap).filter(|lost| lost.is_sign_positive() && !lost.is_zero())
        };
        let mut short: Vec<&Line> = self.lines().filter(|line| lost(line).is_some()).collect();
        short.sort_by_key(|line| Reverse(lost(line)));
        short.into_iter().take(most).cloned().collect()
    }
}
