//! `/audit`: who changed what.

use poise::serenity_prelude::User;

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, view};
use crate::domain::audit::Subject;
use crate::service::audit::{self, Wanted};

/// What was changed. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum Noun {
    /// The settings.
    #[name = "settings"]
    Settings,
    /// A scorecard.
    #[name = "scorecard"]
    Scorecard,
    /// A perspective.
    #[name = "perspective"]
    Perspective,
    /// An objective.
    #[name = "objective"]
    Objective,
    /// A KPI.
    #[name = "kpi"]
    Kpi,
    /// A review.
    #[name = "review"]
    Review,
    /// What a review decided.
    #[name = "decision"]
    Decision,
    /// What is done about a KPI or an objective.
    #[name = "initiative"]
    Initiative,
    /// An alert.
    #[name = "alert"]
    Alert,
}

impl From<Noun> for Subject {
    fn from(noun: Noun) -> Self {
        match noun {
            Noun::Settings => Self::Settings,
            Noun::Scorecard => Self::Scorecard,
            Noun::Perspective => Self::Perspective,
            Noun::Objective => Self::Objective,
            Noun::Kpi => Self::Kpi,
            Noun::Review => Self::Review,
            Noun::Decision => Self::Decision,
            Noun::Initiative => Self::Initiative,
            Noun::Alert => Self::Alert,
        }
    }
}

/// Shows who changed what.
#[poise::command(slash_command)]
pub async fn audit(
    context: Context<'_>,
    person: Option<User>,
    noun: Option<Noun>,
    #[max_length = 40] since: Option<String>,
    #[max_length = 40] until: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Wanted {
        person: person.as_ref().map(|user| user.id.get().cast_signed()),
        subject: noun.map(Into::into),
        since: since.as_deref(),
        until: until.as_deref(),
    };
    let page = audit::look(&door.services, &door.actor, &wanted).await?;
    answer(context, view::audit::page(&door.voice, &page)).await
}
