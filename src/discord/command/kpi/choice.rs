//! What the options of `/kpi` offer to choose from. Choices travel as indices: append only.

use crate::domain::kpi::{Aggregation, Direction, Indicator};
use crate::domain::period::PeriodKind;
use crate::domain::target::Phasing;
use crate::service::kpi::Holds;

/// Which values are good.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Good {
    /// Higher is better.
    #[name = "higher"]
    Higher,
    /// Lower is better.
    #[name = "lower"]
    Lower,
    /// Inside a range is good.
    #[name = "range"]
    Range,
    /// Yes is good.
    #[name = "yes-no"]
    YesNo,
}

impl From<Good> for Direction {
    fn from(good: Good) -> Self {
        match good {
            Good::Higher => Self::Higher,
            Good::Lower => Self::Lower,
            Good::Range => Self::Range,
            Good::YesNo => Self::YesNo,
        }
    }
}

/// How often there is a value.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Frequency {
    /// Every week.
    #[name = "weekly"]
    Weekly,
    /// Every month.
    #[name = "monthly"]
    Monthly,
    /// Every quarter.
    #[name = "quarterly"]
    Quarterly,
    /// Every year.
    #[name = "yearly"]
    Yearly,
}

impl From<Frequency> for PeriodKind {
    fn from(frequency: Frequency) -> Self {
        match frequency {
            Frequency::Weekly => Self::Week,
            Frequency::Monthly => Self::Month,
            Frequency::Quarterly => Self::Quarter,
            Frequency::Yearly => Self::Year,
        }
    }
}

/// How values make longer periods.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Longer {
    /// Their sum.
    #[name = "sum"]
    Sum,
    /// Their mean.
    #[name = "average"]
    Average,
    /// The last one.
    #[name = "last"]
    Last,
    /// The smallest.
    #[name = "minimum"]
    Minimum,
    /// The largest.
    #[name = "maximum"]
    Maximum,
}

impl From<Longer> for Aggregation {
    fn from(longer: Longer) -> Self {
        match longer {
            Longer::Sum => Self::Sum,
            Longer::Average => Self::Average,
            Longer::Last => Self::Last,
            Longer::Minimum => Self::Minimum,
            Longer::Maximum => Self::Maximum,
        }
    }
}

/// Whether a KPI foretells or measures.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Kind {
    /// It moves before the result does.
    #[name = "leading"]
    Leading,
    /// It measures the result.
    #[name = "lagging"]
    Lagging,
}

impl From<Kind> for Indicator {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Leading => Self::Leading,
            Kind::Lagging => Self::Lagging,
        }
    }
}

/// How long a target holds.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Holding {
    /// Until a later one replaces it.
    #[name = "from that period on"]
    Onwards,
    /// In its period only.
    #[name = "only in that period"]
    Only,
    /// What held in its period only is taken back.
    #[name = "no longer only in that period"]
    NoLongerOnly,
}

impl From<Holding> for Holds {
    fn from(holding: Holding) -> Self {
        match holding {
            Holding::Onwards => Self::Onwards,
            Holding::Only => Self::Only,
            Holding::NoLongerOnly => Self::NoLongerOnly,
        }
    }
}

/// How a yearly target is phased.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Spread {
    /// The same for each period.
    #[name = "evenly"]
    Evenly,
    /// In the proportions of last year's values.
    #[name = "like last year"]
    LikeLastYear,
    /// As a list says.
    #[name = "by a list"]
    ByList,
}

impl From<Spread> for Phasing {
    fn from(spread: Spread) -> Self {
        match spread {
            Spread::Evenly => Self::Evenly,
            Spread::LikeLastYear => Self::LikeLastYear,
            Spread::ByList => Self::ByList,
        }
    }
}
