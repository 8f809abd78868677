//! What a refused value could have looked like, for an example of the KPI's own.

/// What a value of a KPI looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct KpiExample {
    /// The KPI.
    pub kpi: crate::domain::kpi::Kpi,
    /// Its last value, else its target.
    pub last: Option<rust_decimal::Decimal>,
}
