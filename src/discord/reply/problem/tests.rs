use super::*;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::PeriodKind;
use crate::domain::unit::Unit;
use crate::domain::value::NumberFormat;

pub(super) fn voice(format: NumberFormat) -> Voice {
    Voice::new(Words::of("en"), format)
}

pub(super) fn kpi(unit: &str, decimals: u8, direction: Direction) -> Kpi {
    Kpi {
        id: 1.into(),
        key: Key::parse("nps").unwrap(),
        name: Name::parse("Net Promoter Score").unwrap(),
        unit: Unit::parse(unit).unwrap(),
        direction,
        indicator: Indicator::Lagging,
        frequency: PeriodKind::Month,
        aggregation: Aggregation::Last,
        decimals,
        baseline: None,
        best_possible: false,
    }
}
