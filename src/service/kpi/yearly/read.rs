//! A yearly target as it was given: its total, and the targets of its periods. Called by `yearly` only.

use rust_decimal::Decimal;

use super::{Setting, Shown, YearlySetting};
use crate::domain::kpi::{Aggregation, Direction, Kpi};
use crate::domain::period::{Period, PeriodKind};
use crate::domain::target::{Judged, Phasing, TargetSpec, YearlyTarget, by_list, phase};
use crate::domain::value::{self, Entry, Expected, NumberFormat, ValueError};
use crate::service::kpi::wrong_value;
use crate::service::{Invalid, Result, YearlyFault};

/// What was given, as a yearly target and the targets of its periods.
pub(super) fn read(
    shown: &Shown,
    (wanted, year): (&Setting, &str),
    format: NumberFormat,
) -> Result<(YearlyTarget, Vec<TargetSpec>)> {
    let kpi = &shown.placed.kpi;
    let sums = kpi.aggregation == Aggregation::Sum && matches!(kpi.direction, Direction::Higher | Direction::Lower);
    if !sums {
        let kpi = kpi.name.to_string();
        return Err(Invalid::Yearly(YearlyFault::NoSum { kpi }).into());
    }
    let year = Period::parse_kind(year, PeriodKind::Year, shown.fiscal)?;
    let whole = wanted.target.read(kpi, format)?.unwrap_or_default();
    let red = whole.red;
    let total = whole.target.ok_or_else(|| wrong_value(ValueError::Empty, kpi, None))?;
    let judged = Judged::from(kpi);
    if red.is_some() {
        whole.resolve(&judged)?;
    }
    let phasing = phasing(&wanted.yearly)?;
    let yearly = YearlyTarget {
        year,
        total,
        red,
        phasing,
    };
    let needed = year.parts(kpi.frequency).len();
    let phased = match phasing {
        Phasing::Evenly => phase((total, red), &vec![1.into(); needed], kpi.decimals),
        Phasing::LikeLastYear => phase((total, red), &last_year(shown, year)?, kpi.decimals),
        Phasing::ByList => {
            let parts = list(kpi, wanted.yearly.list.as_deref(), (needed, format))?;
            by_list((total, red), (&parts, needed), kpi.decimals)
        }
    };
    let specs = phased.map_err(|error| {
        let kpi = Box::new(kpi.clone());
        Invalid::Yearly(YearlyFault::Phasing { error, kpi })
    })?;
    for spec in &specs {
        spec.resolve(&judged)?;
    }
    Ok((yearly, specs))
}

/// How it is phased: by the list where there is one, else evenly unless something else is said.
fn phasing(wanted: &YearlySetting) -> Result<Phasing> {
    match (wanted.phasing, &wanted.list) {
        (None | Some(Phasing::ByList), Some(_)) => Ok(Phasing::ByList),
        (Some(_), Some(_)) => Err(Invalid::Yearly(YearlyFault::ListNotTaken).into()),
        (said, None) => Ok(said.unwrap_or(Phasing::Evenly)),
    }
}

/// The actuals of the year before, one for each period of the year. Where that has a week less, its last one counts for
/// the further week.
fn last_year(shown: &Shown, year: Period) -> Result<Vec<Decimal>> {
    let kpi = &shown.placed.kpi;
    let last: Vec<Period> = year.prev().parts(kpi.frequency);
    let needed = year.parts(kpi.frequency).len();
    let number = |period: &Period| shown.actuals.get(period).and_then(Entry::number);
    let missing: Vec<Period> = last.iter().copied().filter(|period| number(period).is_none()).collect();
    if !missing.is_empty() {
        let (kpi, fiscal) = (kpi.name.to_string(), shown.fiscal);
        return Err(Invalid::Yearly(YearlyFault::LastYearIncomplete { kpi, missing, fiscal }).into());
    }
    let numbers: Vec<_> = last.iter().filter_map(number).collect();
    let further = numbers.last().copied();
    Ok(numbers.into_iter().chain(further).take(needed).collect())
}

/// The numbers of a list: by semicolons, else by the first of a comma with a blank, blanks, or commas that gives as many
/// numbers as there are periods.
fn list(kpi: &Kpi, typed: Option<&str>, (needed, format): (usize, NumberFormat)) -> Result<Vec<Decimal>> {
    let typed = typed.map(str::trim).unwrap_or_default();
    if typed.is_empty() {
        return Err(Invalid::Yearly(YearlyFault::ListMissing { needed }).into());
    }
    let split = |by: &str| -> Vec<String> {
        let parts = typed.split(by).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let ways = [";", ", ", " ", ","].map(split);
    let fitting = ways.iter().find(|parts| parts.len() == needed);
    let first = ways.iter().find(|parts| parts.len() > 1);
    let parts = fitting.or(first).unwrap_or(&ways[0]);
    let read = |part: &String| {
        let number = value::parse_number(part, Expected::from(kpi), format);
        number.map_err(|error| wrong_value(error, kpi, None))
    };
    parts.iter().map(read).collect()
}
