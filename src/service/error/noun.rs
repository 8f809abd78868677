//! What people name, and what is not there under the name.

/// The nouns that people name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A scorecard.
    Scorecard,
    /// A perspective.
    Perspective,
    /// An objective.
    Objective,
    /// A KPI.
    Kpi,
    /// A value of a period.
    Actual,
    /// Something that waited for a second press.
    Draft,
    /// A template.
    Template,
    /// A review.
    Review,
    /// What a review decided.
    Decision,
    /// An objective that feeds another one.
    Feed,
    /// A KPI, an objective, a perspective or a scorecard.
    Anything,
    /// What is done about a KPI or an objective.
    Initiative,
    /// A milestone of an initiative.
    Milestone,
    /// An alert.
    Alert,
}

/// What was named and is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// What kind of thing.
    pub noun: Noun,
    /// What was typed.
    pub typed: String,
    /// What is written nearly so.
    pub close: Vec<String>,
}
