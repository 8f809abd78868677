//! The KPIs that formulas read, with all their values, and what formulas make of them over one period or several:
//! inputs are aggregated first, each by its own rule, and the formula is applied to what that gives.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Formula;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::reading::aggregate;
use crate::domain::value::Entry;

/// How many formulas stand in each other at most.
const MAX_DEPTH: usize = 20;

/// Why a formula gives nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// These KPIs have no value for all of the period.
    Missing(Vec<KpiId>),
    /// A division by zero.
    DivisionByZero,
    /// The result is beyond what is kept.
    TooLarge,
}

/// A formula from a day on, or, from there, none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The first day of the first period it holds for.
    pub from: NaiveDate,
    /// The formula; none: values are entered again.
    pub formula: Option<Formula>,
}

/// A KPI that a formula reads, or that has one.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Its attributes.
    pub kpi: Kpi,
    /// The day it was made.
    pub created_on: NaiveDate,
    /// What holds, by period.
    pub actuals: BTreeMap<Period, Entry>,
    /// Its formulas, the earliest first.
    pub formulas: Vec<Dated>,
}

/// KPIs with formulas, and all that these read.
#[derive(Debug, Clone, Default)]
pub struct Book {
    kpis: BTreeMap<KpiId, Measured>,
}

impl Measured {
    /// The formula of a period.
    #[must_use]
    pub fn formula(&self, period: Period) -> Option<&Formula> {
        let mut until = self.formulas.iter().rev();
        let dated = until.find(|dated| dated.from <= period.first_day())?;
        dated.formula.as_ref()
    }

    fn first(&self, fiscal: FiscalStart) -> Period {
        let created = Period::containing(self.kpi.frequency, self.created_on, fiscal);
        self.actuals.keys().next().map_or(created, |first| created.min(*first))
    }

    /// What was entered for a period, or carried into it.
    fn entered(&self, period: Period) -> Option<&Entry> {
        let own = self.actuals.get(&period);
        if own.is_some() || !self.kpi.carry_forward {
            return own;
        }
        let mut earlier = self.actuals.range(..period).rev();
        earlier
            .find(|(_, entry)| entry.number().is_some())
            .map(|(_, entry)| entry)
    }
}

impl Book {
    /// A book of these KPIs.
    #[must_use]
    pub fn of(kpis: impl IntoIterator<Item = Measured>) -> Self {
        let kpis = kpis.into_iter().map(|measured| (measured.kpi.id, measured));
        Self { kpis: kpis.collect() }
    }

    /// A KPI of it.
    #[must_use]
    pub fn get(&self, id: KpiId) -> Option<&Measured> {
        self.kpis.get(&id)
    }

    /// Whether a formula gives a KPI's value in a period.
    #[must_use]
    pub fn computes(&self, id: KpiId, period: Period) -> bool {
        self.get(id).is_some_and(|measured| measured.formula(period).is_some())
    }

    /// What a KPI comes to over some periods.
    pub fn over(&self, id: KpiId, periods: &[Period], fiscal: FiscalStart) -> Result<Entry, Gap> {
        self.deep(id, periods, fiscal, 0)
    }

    fn deep(&self, id: KpiId, periods: &[Period], fiscal: FiscalStart, depth: usize) -> Result<Entry, Gap> {
        let missing = || Gap::Missing(vec![id]);
        let measured = self.get(id).filter(|_| depth < MAX_DEPTH).ok_or_else(missing)?;
        let parts: Vec<Period> = periods
            .iter()
            .flat_map(|period| period.parts(measured.kpi.frequency))
            .collect();
        let first = measured.first(fiscal);
        let mut entries = Vec::new();
        for stretch in parts.chunk_by(|a, b| measured.formula(*a) == measured.formula(*b)) {
            match measured.formula(stretch[0]) {
                Some(formula) => entries.push(self.computed(formula, stretch, fiscal, depth)?),
                None => {
                    for part in stretch.iter().filter(|part| **part >= first) {
                        entries.push(measured.entered(*part).cloned().ok_or_else(missing)?);
                    }
                }
            }
        }
        let how = aggregate::of_kpi(&measured.kpi);
        match aggregate::numbers(how, entries.iter().filter_map(Entry::number)) {
            Some(number) => Ok(Entry::Number(number)),
            None => entries.pop().ok_or_else(missing),
        }
    }

    /// What a formula makes of its inputs over some periods.
    fn computed(&self, formula: &Formula, periods: &[Period], fiscal: FiscalStart, depth: usize) -> Result<Entry, Gap> {
        let (mut inputs, mut missing) = (BTreeMap::new(), BTreeSet::new());
        for input in formula.inputs() {
            match self.deep(input, periods, fiscal, depth + 1) {
                Ok(entry) => {
                    inputs.insert(input, entry);
                }
                Err(Gap::Missing(lacking)) => missing.extend(lacking),
                Err(fault) => return Err(fault),
            }
        }
        if missing.is_empty() {
            return formula.evaluate(&inputs);
        }
        Err(Gap::Missing(missing.into_iter().collect()))
    }

    /// What a KPI's formulas give for each period in which something they read has a value.
    #[must_use]
    pub fn results(&self, id: KpiId, fiscal: FiscalStart) -> BTreeMap<Period, Option<Entry>> {
        let Some(measured) = self.get(id) else {
            return BTreeMap::new();
        };
        let mut periods = BTreeSet::new();
        self.touched(id, (measured.kpi.frequency, fiscal), &mut periods, 0);
        let computed = periods.into_iter().filter(|period| measured.formula(*period).is_some());
        computed
            .map(|period| (period, self.over(id, &[period], fiscal).ok()))
            .collect()
    }

    /// The periods of a kind in which a KPI, or what its formulas read, has a value.
    fn touched(
        &self,
        id: KpiId,
        (kind, fiscal): (PeriodKind, FiscalStart),
        periods: &mut BTreeSet<Period>,
        depth: usize,
    ) {
        let Some(measured) = self.get(id).filter(|_| depth < MAX_DEPTH) else {
            return;
        };
        let around = |period: &Period| Period::containing(kind, period.anchor_day(), fiscal);
        periods.extend(measured.actuals.keys().map(around));
        let formulas = measured.formulas.iter().filter_map(|dated| dated.formula.as_ref());
        for input in formulas.flat_map(Formula::inputs).collect::<BTreeSet<_>>() {
            self.touched(input, (kind, fiscal), periods, depth + 1);
        }
    }
}
