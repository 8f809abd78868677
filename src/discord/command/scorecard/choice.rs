//! What can be chosen in the options of `/scorecard`.

/// Where in the organisation a scorecard stands. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Level {
    /// The whole organisation.
    #[name = "organisation"]
    Organisation,
    /// A unit of it.
    #[name = "unit"]
    Unit,
    /// A department.
    #[name = "department"]
    Department,
    /// A team.
    #[name = "team"]
    Team,
    /// One person.
    #[name = "individual"]
    Individual,
}

impl From<Level> for crate::domain::scorecard::CardLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::Organisation => Self::Organisation,
            Level::Unit => Self::Unit,
            Level::Department => Self::Department,
            Level::Team => Self::Team,
            Level::Individual => Self::Individual,
        }
    }
}

/// Who may read a scorecard. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Sight {
    /// Everybody in the server.
    #[name = "open"]
    Open,
    /// Some.
    #[name = "private"]
    Private,
}

impl From<Sight> for crate::domain::scorecard::Visibility {
    fn from(sight: Sight) -> Self {
        match sight {
            Sight::Open => Self::Open,
            Sight::Private => Self::Private,
        }
    }
}

/// Whether a value off target has to be explained. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Asking {
    /// It may be.
    #[name = "optional"]
    Optional,
    /// It has to be.
    #[name = "required"]
    Required,
}

impl From<Asking> for crate::domain::scorecard::RedNote {
    fn from(asking: Asking) -> Self {
        match asking {
            Asking::Optional => Self::Optional,
            Asking::Required => Self::Required,
        }
    }
}

/// How often a scorecard is reviewed. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Cycle {
    /// After each month.
    #[name = "monthly"]
    Monthly,
    /// After each quarter.
    #[name = "quarterly"]
    Quarterly,
    /// After each week.
    #[name = "weekly"]
    Weekly,
}

impl From<Cycle> for crate::domain::period::PeriodKind {
    fn from(cycle: Cycle) -> Self {
        match cycle {
            Cycle::Monthly => Self::Month,
            Cycle::Quarterly => Self::Quarter,
            Cycle::Weekly => Self::Week,
        }
    }
}
