//! What a scorecard is, beside its name: the level of the organisation it belongs to, and what it asks of its owners.

words! {
    /// The part of the organisation a scorecard is for.
    CardLevel {
        /// The whole organisation.
        Organisation = "organisation",
        /// A unit of it.
        Unit = "unit",
        /// A department.
        Department = "department",
        /// A team.
        Team = "team",
        /// One person.
        Individual = "individual",
    }
}

words! {
    /// Who may read a scorecard.
    Visibility {
        /// Everybody in the server.
        Open = "open",
        /// Those who have a part in it, and those whom its manager named.
        Private = "private",
    }
}

impl CardLevel {
    /// Who may read a scorecard of this level unless something else is said.
    #[must_use]
    pub fn visibility(self) -> Visibility {
        match self {
            Self::Individual => Visibility::Private,
            Self::Organisation | Self::Unit | Self::Department | Self::Team => Visibility::Open,
        }
    }
}

words! {
    /// Whether a value off target has to be explained.
    RedNote {
        /// Who enters it may say why.
        Optional = "optional",
        /// The value counts, and a word on it is due until it is given.
        Required = "required",
    }
}

/// The perspectives a new scorecard has, in their order.
pub const PERSPECTIVES: [&str; 4] = ["Financial", "Customer", "Internal Process", "Learning & Growth"];

/// A scorecard with more KPIs than this is too long to be read in a review.
pub const MANY_KPIS: usize = 25;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_individuals_card_is_private_unless_it_is_said() {
        for level in CardLevel::ALL {
            let private = level.visibility() == Visibility::Private;
            assert_eq!(private, *level == CardLevel::Individual, "{level}");
        }
    }

    #[test]
    fn a_level_is_read_back_from_its_word() {
        for level in CardLevel::ALL {
            assert_eq!(level.as_str().parse(), Ok(*level));
        }
        let error = "galaxy".parse::<CardLevel>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "“galaxy” is none of: organisation, unit, department, team, individual"
        );
    }
}
