//! What is written down about a change of structure, people, targets or settings: what was done to which noun, old →
//! new. `service::audit` keeps it in the transaction of the change itself.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::{PersonId, ScorecardId};
use super::period::Period;
use super::weight::Weight;

words! {
    /// What was changed. Only appended to.
    Subject {
        /// The server's settings.
        Settings = "settings",
        /// A scorecard.
        Scorecard = "scorecard",
        /// A perspective.
        Perspective = "perspective",
        /// An objective.
        Objective = "objective",
        /// A KPI.
        Kpi = "kpi",
        /// A review of a scorecard.
        Review = "review",
        /// What a review decided.
        Decision = "decision",
        /// What is done about a KPI or an objective.
        Initiative = "initiative",
        /// An alert.
        Alert = "alert",
    }
}

words! {
    /// What was done to it. Only appended to.
    Verb {
        /// It was made.
        Created = "created",
        /// Something of it was changed.
        Changed = "changed",
        /// It was given to somebody else.
        HandedOver = "handed-over",
        /// It got a target.
        TargetSet = "target-set",
        /// A file changed what is in it.
        Imported = "imported",
        /// Somebody answered it.
        Answered = "answered",
        /// It was closed.
        Closed = "closed",
        /// It went out of use.
        Archived = "archived",
        /// It came back into use.
        Restored = "restored",
        /// It had no history, and was deleted.
        Removed = "removed",
        /// An administrator became its manager.
        TakenOver = "taken-over",
        /// It was opened before its time.
        Opened = "opened",
        /// It was opened again after its close.
        Reopened = "reopened",
    }
}

/// What a field of something said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// A text that a person wrote.
    Text(String),
    /// One of the stored words of a field, as `monthly`.
    Word(String),
    /// A number.
    Number(Decimal),
    /// A person: by their row, so that they can be forgotten here too.
    Person(PersonId),
    /// A scorecard: by its row, since whoever reads this may not see it.
    Scorecard(ScorecardId),
    /// Discord's id of a channel.
    Channel(i64),
    /// Discord's id of a role.
    Role(i64),
    /// A day.
    Day(NaiveDate),
    /// A period.
    Period(Period),
}

impl Fact {
    /// One of the stored words of a field.
    #[must_use]
    pub fn word(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Decimal> for Fact {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<Weight> for Fact {
    fn from(weight: Weight) -> Self {
        Self::Number(weight.get())
    }
}

impl From<PersonId> for Fact {
    fn from(person: PersonId) -> Self {
        Self::Person(person)
    }
}

/// The fields of something, each with what it says, if anything. The names are those of `field-…` in the language files.
pub type Facts = Vec<(&'static str, Option<Fact>)>;

/// A field that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field.
    pub field: String,
    /// What it said.
    pub before: Option<Fact>,
    /// What it says.
    pub after: Option<Fact>,
}

/// The fields that say something else than before.
#[must_use]
pub fn between(before: &Facts, after: &Facts) -> Vec<Change> {
    let was = |field: &str| {
        before
            .iter()
            .find(|(name, _)| *name == field)
            .and_then(|(_, fact)| fact.clone())
    };
    let changes = after.iter().map(|(field, fact)| Change {
        field: (*field).to_owned(),
        before: was(field),
        after: fact.clone(),
    });
    changes.filter(|change| change.before != change.after).collect()
}

/// All that something new says.
#[must_use]
pub fn made(after: &Facts) -> Vec<Change> {
    between(&Facts::new(), after)
}

/// Changes as they are kept: one variant a version.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "changes")]
pub enum Kept {
    /// The first version.
    #[serde(rename = "changes-1")]
    Changes(Vec<Change>),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(name: &str, weight: Option<i64>) -> Facts {
        vec![
            ("name", Some(name.into())),
            ("weight", weight.map(|weight| Decimal::from(weight).into())),
        ]
    }

    #[test]
    fn only_what_differs_is_a_change() {
        let before = facts("Churn", Some(1));
        assert_eq!(between(&before, &before), []);
        let changes = between(&before, &facts("Churn", None));
        let weight = Change {
            field: "weight".to_owned(),
            before: Some(Decimal::ONE.into()),
            after: None,
        };
        assert_eq!(changes, [weight]);
    }

    #[test]
    fn something_new_says_all_it_has() {
        let fields: Vec<String> = made(&facts("Churn", None)).into_iter().map(|it| it.field).collect();
        assert_eq!(fields, ["name"]);
    }
}
