//! Several periods of a KPI's own frequency read as one.

use rust_decimal::Decimal;

use super::{Asked, Reading, Source, State, aggregate};
use crate::domain::formula::Gap;
use crate::domain::period::Period;
use crate::domain::score::Rule;
use crate::domain::target::{Judged, TargetError, rule_in};
use crate::domain::value::Entry;

/// What one period of a KPI's frequency brings to a longer one.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// The period.
    pub period: Period,
    /// What holds in it.
    pub entry: Option<&'a Entry>,
    /// The period whose value stands in for its own.
    pub carried: Option<Period>,
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// Its value and its rule are among those that are aggregated.
    pub used: bool,
}

impl Part<'_> {
    /// Its number.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        self.entry.and_then(Entry::number)
    }
}

/// The parts of some periods: those that have both a number and a rule are used; where none has both, those with a
/// number. Also why the rule of one cannot be told.
pub(super) fn parts<'a>(
    source: &Source<'a>,
    asked: &Asked,
    periods: &[Period],
) -> (Vec<Part<'a>>, Option<TargetError>) {
    let mut fault = None;
    let judged = Judged::from(source.kpi);
    let part = |period: &Period| {
        let rule = rule_in(source.targets, *period, &judged).unwrap_or_else(|error| {
            fault = Some(error);
            None
        });
        let (entry, carried) = entry_of(source, asked, *period);
        Part {
            period: *period,
            entry,
            carried,
            rule,
            used: false,
        }
    };
    let mut parts: Vec<Part<'a>> = periods.iter().map(part).collect();
    let both = |part: &Part<'_>| part.number().is_some() && part.rule.is_some();
    let any_both = parts.iter().any(both);
    for part in &mut parts {
        part.used = if any_both { both(part) } else { part.number().is_some() };
    }
    (parts, fault)
}

/// Reads several periods of the KPI's frequency as one: actuals, targets and red flags by its aggregation, over the
/// parts that have both; where none has both, the actuals alone.
pub(super) fn together(source: &Source<'_>, asked: &Asked, of: Period, periods: &[Period]) -> Reading {
    let (parts, fault) = parts(source, asked, periods);
    let used: Vec<&Part<'_>> = parts.iter().filter(|part| part.used).collect();
    let how = aggregate::of_kpi(source.kpi);
    let shown: Vec<Period> = if used.is_empty() {
        periods.to_vec()
    } else {
        used.iter()
            .filter(|part| part.carried.is_none())
            .map(|part| part.period)
            .collect()
    };
    let (computed, gap) = computed(source, asked, &shown, used.len());
    let entered = || aggregate::numbers(how, used.iter().filter_map(|part| part.number()));
    let number = computed.or_else(entered).filter(|_| gap.is_none());
    let rule = if used.is_empty() {
        aggregate::rules(how, parts.iter().filter_map(|part| part.rule))
    } else {
        aggregate::rules(how, used.iter().filter_map(|part| part.rule))
    };
    let waits = |part: &&Part<'_>| !part.used && !matches!(part.entry, Some(Entry::NotApplicable { .. }));
    let missing: Vec<Period> = parts.iter().filter(waits).map(|part| part.period).collect();
    Reading {
        state: number.map_or_else(|| without_number(&parts), State::Number),
        of,
        as_of: false,
        running: false,
        rule,
        judgement: number.zip(rule).map(|(number, rule)| rule.judge(number)),
        parts: parts.len(),
        missing,
        carried: used.iter().rev().find_map(|part| part.carried),
        gap,
        fault,
    }
}

/// What a formula gives over several periods, or why it gives nothing; neither for what is entered.
fn computed(source: &Source<'_>, asked: &Asked, periods: &[Period], numbers: usize) -> (Option<Decimal>, Option<Gap>) {
    let Some(book) = source
        .book
        .filter(|book| periods.iter().any(|period| book.computes(source.kpi.id, *period)))
    else {
        return (None, None);
    };
    // One period's own value is stored, and is what was told and judged.
    if numbers == 1 {
        return (None, None);
    }
    match book.over(source.kpi.id, periods, asked.fiscal) {
        Ok(entry) => (entry.number(), None),
        Err(gap) => (None, Some(gap)),
    }
}

/// What a period has, or, where that is nothing, it is over and the KPI carries values forward, the last number before
/// it with its period.
fn entry_of<'a>(source: &Source<'a>, asked: &Asked, period: Period) -> (Option<&'a Entry>, Option<Period>) {
    let own = source.actuals.get(&period);
    if own.is_some() || !source.kpi.carry_forward || !period.has_ended(asked.now, asked.zone) {
        return (own, None);
    }
    let mut earlier = source.actuals.range(..period).rev();
    let last = earlier.find(|(_, entry)| entry.number().is_some());
    last.map_or((None, None), |(from, entry)| (Some(entry), Some(*from)))
}

/// Not applicable where every part is, with the last reason; else blank.
fn without_number(parts: &[Part<'_>]) -> State {
    let mut reason = None;
    for part in parts {
        match part.entry {
            Some(Entry::NotApplicable { reason: said }) => reason = Some(said),
            _ => return State::Blank,
        }
    }
    reason.map_or(State::Blank, |reason| State::NotApplicable { reason: reason.clone() })
}
