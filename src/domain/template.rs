//! The ready sets a scorecard can be started from: vision, mission, objectives with what they drive, and KPIs.

mod city;
mod company;
mod hospital;
mod non_profit;
mod software_product;

use super::kpi::{Aggregation, Direction, Indicator};
use super::period::PeriodKind;
use super::target::TargetSpec;
use super::value::{DecimalComma, plain};

words! {
    /// A ready set.
    TemplateName {
        /// A company that sells goods or services.
        Company = "company",
        /// A software product and its team.
        SoftwareProduct = "software product",
        /// An organisation that serves a cause.
        NonProfit = "non-profit",
        /// A hospital.
        Hospital = "hospital",
        /// A city or one of its departments.
        City = "city",
    }
}

/// A ready set.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// What the organisation wants to become.
    pub vision: &'static str,
    /// What it is there for.
    pub mission: &'static str,
    /// Its perspectives, in order.
    pub perspectives: &'static [TemplatePerspective],
}

/// A perspective of a ready set.
#[derive(Debug, Clone, Copy)]
pub struct TemplatePerspective {
    /// Its name.
    pub name: &'static str,
    /// Its objectives.
    pub objectives: &'static [TemplateObjective],
}

/// An objective of a ready set.
#[derive(Debug, Clone, Copy)]
pub struct TemplateObjective {
    /// Its name.
    pub name: &'static str,
    /// The objectives it drives, by name.
    pub drives: &'static [&'static str],
    /// Its KPIs.
    pub kpis: &'static [TemplateKpi],
}

/// A KPI of a ready set. Targets are given as text in plain notation, where one is plausible everywhere.
#[derive(Debug, Clone, Copy)]
pub struct TemplateKpi {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// Its direction.
    pub direction: Direction,
    /// Leading or lagging.
    pub indicator: Indicator,
    /// Its frequency.
    pub frequency: PeriodKind,
    /// Its aggregation.
    pub aggregation: Aggregation,
    /// Its decimals.
    pub decimals: u8,
    /// Its target, or the lower edge of its range.
    pub target: Option<&'static str>,
    /// Its red flag, or the upper edge of its range.
    pub bound: Option<&'static str>,
}

/// The set of a name.
#[must_use]
pub const fn template(name: TemplateName) -> &'static Template {
    match name {
        TemplateName::Company => &company::TEMPLATE,
        TemplateName::SoftwareProduct => &software_product::TEMPLATE,
        TemplateName::NonProfit => &non_profit::TEMPLATE,
        TemplateName::Hospital => &hospital::TEMPLATE,
        TemplateName::City => &city::TEMPLATE,
    }
}

/// A lagging monthly KPI that is averaged, without decimals or target; the functions on it say what differs.
const fn kpi(key: &'static str, name: &'static str, unit: &'static str, direction: Direction) -> TemplateKpi {
    TemplateKpi {
        key,
        name,
        unit,
        direction,
        indicator: Indicator::Lagging,
        frequency: PeriodKind::Month,
        aggregation: Aggregation::Average,
        decimals: 0,
        target: None,
        bound: None,
    }
}

const fn higher(key: &'static str, name: &'static str, unit: &'static str) -> TemplateKpi {
    kpi(key, name, unit, Direction::Higher)
}

const fn lower(key: &'static str, name: &'static str, unit: &'static str) -> TemplateKpi {
    kpi(key, name, unit, Direction::Lower)
}

const fn range(key: &'static str, name: &'static str, unit: &'static str) -> TemplateKpi {
    kpi(key, name, unit, Direction::Range)
}

const fn yes_no(key: &'static str, name: &'static str) -> TemplateKpi {
    kpi(key, name, "", Direction::YesNo).last()
}

impl TemplateKpi {
    /// Its target as it is entered.
    #[must_use]
    pub fn spec(&self) -> TargetSpec {
        let number = |text: Option<&str>| text.and_then(|text| plain(text, DecimalComma::Refused).ok());
        let (target, bound) = (number(self.target), number(self.bound));
        match self.direction {
            Direction::Range => TargetSpec {
                low: target,
                high: bound,
                ..TargetSpec::default()
            },
            _ => TargetSpec {
                target,
                red: bound,
                ..TargetSpec::default()
            },
        }
    }

    const fn leading(self) -> Self {
        Self {
            indicator: Indicator::Leading,
            ..self
        }
    }

    const fn weekly(self) -> Self {
        Self {
            frequency: PeriodKind::Week,
            ..self
        }
    }

    const fn quarterly(self) -> Self {
        Self {
            frequency: PeriodKind::Quarter,
            ..self
        }
    }

    const fn yearly(self) -> Self {
        Self {
            frequency: PeriodKind::Year,
            ..self
        }
    }

    const fn sum(self) -> Self {
        Self {
            aggregation: Aggregation::Sum,
            ..self
        }
    }

    const fn last(self) -> Self {
        Self {
            aggregation: Aggregation::Last,
            ..self
        }
    }

    const fn decimals(self, decimals: u8) -> Self {
        Self { decimals, ..self }
    }

    /// A target with its red flag, or the edges of a range.
    const fn marks(self, target: &'static str, bound: &'static str) -> Self {
        Self {
            target: Some(target),
            bound: Some(bound),
            ..self
        }
    }
}

#[cfg(test)]
#[path = "template/tests.rs"]
mod tests;
