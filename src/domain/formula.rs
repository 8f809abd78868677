//! Formulas: a KPI computed from other KPIs, in checked decimals. A formula names its inputs by their rows, so that a
//! renamed KPI stays what it was. Whatever cannot be computed is blank for a reason, never 0.

mod book;
mod parse;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use super::id::KpiId;
use super::value::{self, Entry, MAX_DECIMALS};

pub use book::{Book, Dated, Gap, Measured};
pub use parse::{FormulaError, MAX_INPUTS, MAX_LENGTH};

words! {
    /// What a formula can do with several values. What is not applicable is left out of it.
    Function {
        /// The smallest.
        Minimum = "min",
        /// The largest.
        Maximum = "max",
        /// All together.
        Sum = "sum",
        /// Their plain mean.
        Average = "avg",
        /// One of them without its sign.
        Absolute = "abs",
    }
}

/// What a formula does with two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// A formula or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    Number(Decimal),
    Kpi(KpiId),
    Negative(Box<Term>),
    Both(Operator, Box<Term>, Box<Term>),
    Call(Function, Vec<Term>),
}

/// What a KPI is computed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula(Term);

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    DivisionByZero,
    TooLarge,
}

impl Formula {
    /// The KPIs that it reads.
    #[must_use]
    pub fn inputs(&self) -> BTreeSet<KpiId> {
        let mut inputs = BTreeSet::new();
        self.0.gather(&mut inputs);
        inputs
    }

    /// The formula as text, with a word for each KPI; read again it is the same.
    #[must_use]
    pub fn write(&self, word: &impl Fn(KpiId) -> String) -> String {
        self.0.write(word)
    }

    /// The formula as it is stored: with rows for keys.
    #[must_use]
    pub fn stored(&self) -> String {
        self.write(&|id| format!("#{id}"))
    }

    /// Its value where every input has one.
    fn evaluate(&self, inputs: &BTreeMap<KpiId, Entry>) -> Result<Entry, Gap> {
        match self.0.evaluate(inputs)? {
            Entry::Number(number) => {
                let rounded = number.round_dp_with_strategy(MAX_DECIMALS, RoundingStrategy::MidpointAwayFromZero);
                value::check(rounded, "").map(Entry::Number).map_err(|_| Gap::TooLarge)
            }
            not_applicable @ Entry::NotApplicable { .. } => Ok(not_applicable),
        }
    }
}

impl Operator {
    const fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '*',
            Self::Divide => '/',
        }
    }

    /// How strongly it binds.
    const fn strength(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }

    fn apply(self, a: Decimal, b: Decimal) -> Result<Decimal, Fault> {
        let result = match self {
            Self::Add => a.checked_add(b),
            Self::Subtract => a.checked_sub(b),
            Self::Multiply => a.checked_mul(b),
            Self::Divide if b.is_zero() => return Err(Fault::DivisionByZero),
            Self::Divide => a.checked_div(b),
        };
        result.ok_or(Fault::TooLarge)
    }
}

impl From<Fault> for Gap {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::DivisionByZero => Self::DivisionByZero,
            Fault::TooLarge => Self::TooLarge,
        }
    }
}

impl Term {
    fn gather(&self, inputs: &mut BTreeSet<KpiId>) {
        match self {
            Self::Number(_) => {}
            Self::Kpi(id) => {
                inputs.insert(*id);
            }
            Self::Negative(term) => term.gather(inputs),
            Self::Both(_, a, b) => {
                a.gather(inputs);
                b.gather(inputs);
            }
            Self::Call(_, terms) => terms.iter().for_each(|term| term.gather(inputs)),
        }
    }

    fn strength(&self) -> u8 {
        match self {
            Self::Both(operator, ..) => operator.strength(),
            Self::Negative(_) => 3,
            Self::Number(_) | Self::Kpi(_) | Self::Call(..) => 4,
        }
    }

    fn write(&self, word: &impl Fn(KpiId) -> String) -> String {
        let within = |term: &Self, least: u8| {
            let text = term.write(word);
            if term.strength() < least {
                format!("({text})")
            } else {
                text
            }
        };
        match self {
            Self::Number(number) => number.normalize().to_string(),
            Self::Kpi(id) => word(*id),
            Self::Negative(term) => format!("-{}", within(term, 3)),
            Self::Both(operator, a, b) => {
                let strength = operator.strength();
                format!(
                    "{} {} {}",
                    within(a, strength),
                    operator.sign(),
                    within(b, strength + 1)
                )
            }
            Self::Call(function, terms) => {
                let terms: Vec<String> = terms.iter().map(|term| term.write(word)).collect();
                format!("{function}({})", terms.join(", "))
            }
        }
    }

    fn evaluate(&self, inputs: &BTreeMap<KpiId, Entry>) -> Result<Entry, Gap> {
        Ok(match self {
            Self::Number(number) => Entry::Number(*number),
            Self::Kpi(id) => inputs.get(id).cloned().ok_or_else(|| Gap::Missing(vec![*id]))?,
            Self::Negative(term) => match term.evaluate(inputs)? {
                Entry::Number(number) => Entry::Number(-number),
                not_applicable @ Entry::NotApplicable { .. } => not_applicable,
            },
            Self::Both(operator, a, b) => match (a.evaluate(inputs)?, b.evaluate(inputs)?) {
                (Entry::Number(a), Entry::Number(b)) => Entry::Number(operator.apply(a, b)?),
                (Entry::Number(_), other) | (other, _) => other,
            },
            Self::Call(function, terms) => {
                let entries: Result<Vec<Entry>, Gap> = terms.iter().map(|term| term.evaluate(inputs)).collect();
                call(*function, entries?)?
            }
        })
    }
}

/// A function of what is applicable; not applicable where nothing is.
fn call(function: Function, entries: Vec<Entry>) -> Result<Entry, Gap> {
    let numbers: Vec<Decimal> = entries.iter().filter_map(Entry::number).collect();
    let sum = || {
        let mut numbers = numbers.iter();
        numbers.try_fold(Decimal::ZERO, |sum, number| Operator::Add.apply(sum, *number))
    };
    let result = match function {
        _ if numbers.is_empty() => None,
        Function::Minimum => numbers.iter().min().copied(),
        Function::Maximum => numbers.iter().max().copied(),
        Function::Absolute => numbers.first().map(Decimal::abs),
        Function::Sum => Some(sum()?),
        Function::Average => Some(Operator::Divide.apply(sum()?, Decimal::from(numbers.len()))?),
    };
    Ok(match result {
        Some(number) => Entry::Number(number),
        None => entries.into_iter().next().ok_or(Gap::Missing(Vec::new()))?,
    })
}

#[cfg(test)]
#[path = "formula/tests.rs"]
mod tests;
