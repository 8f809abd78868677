//! Row ids, one type per noun, so that none can stand where another is meant.

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The number in the database.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A server: one organisation.
    ServerId,
    /// A person in a server.
    PersonId,
    /// A scorecard.
    ScorecardId,
    /// A perspective of a scorecard.
    PerspectiveId,
    /// An objective of a perspective.
    ObjectiveId,
    /// A KPI of an objective.
    KpiId,
    /// A dated target of a KPI.
    TargetId,
    /// One revision of an actual.
    ActualId,
    /// A scorecard's review of one period.
    ReviewId,
    /// An alert.
    AlertId,
    /// What a review decided.
    DecisionId,
    /// What is done about a KPI or an objective.
    InitiativeId,
    /// A notice: one thing to say, once.
    NoticeId,
    /// A draft: what waits for a second press.
    DraftId,
}
