//! Which right somebody lacks for a use case.

use crate::service::consent::Use;

/// Which right is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Manage Server, or the administrator role.
    Administrator,
    /// The scorecard's manager, or one of its ancestors'.
    Manager {
        /// The scorecard's name.
        scorecard: String,
        /// The manager's name.
        manager: String,
    },
    /// The manager of a private scorecard: somebody would read it who does not yet.
    NewReader {
        /// The scorecard's name.
        scorecard: String,
        /// The manager's name.
        manager: String,
        /// The name of who would read it.
        name: String,
    },
    /// Who decides what a private scorecard feeds: others would learn its numbers.
    Consent {
        /// The scorecard's name.
        scorecard: String,
        /// The name of who decides.
        name: String,
        /// Which number, and where.
        wanted: Use,
    },
    /// The same; they were asked.
    Asked {
        /// The scorecard's name.
        scorecard: String,
        /// The name of who decides.
        name: String,
    },
    /// That person, or who manages a scorecard in which they answer for a KPI.
    ManagerOf {
        /// The person's name.
        name: String,
    },
    /// The KPI's owner, deputy, or the scorecard's manager.
    Owner {
        /// The KPI's name.
        kpi: String,
        /// The owner's name.
        owner: Option<String>,
    },
    /// The owner of a KPI or an objective, or the scorecard's manager.
    Keeper {
        /// The name of the KPI or objective.
        about: String,
        /// The owner's name.
        owner: Option<String>,
        /// The scorecard's name.
        scorecard: String,
    },
    /// The sponsor of a scorecard, or its manager.
    Sponsor {
        /// The scorecard's name.
        scorecard: String,
    },
    /// Who does what was decided, or the scorecard's manager.
    Decision {
        /// Who does it.
        owner: Option<String>,
        /// The scorecard's name.
        scorecard: String,
    },
    /// The scorecard's manager, for a KPI that is not applicable twice in a row.
    Repeated {
        /// The KPI's name.
        kpi: String,
        /// The manager's name.
        manager: String,
    },
}
