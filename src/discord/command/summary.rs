//! `/summary`: the perspective summary.

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, view};
use crate::domain::reading;
use crate::service::summary::{self, Wanted};
use crate::service::{Error, Noun};

/// Over what a summary looks. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub enum View {
    /// The period alone.
    #[name = "period"]
    Period,
    /// The fiscal year up to its end.
    #[name = "year to date"]
    YearToDate,
}

impl From<View> for reading::View {
    fn from(view: View) -> Self {
        match view {
            View::Period => Self::Period,
            View::YearToDate => Self::YearToDate,
        }
    }
}

/// Shows a scorecard's numbers.
#[poise::command(slash_command)]
pub async fn summary(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::perspective"] perspective: Option<String>,
    #[autocomplete = "complete::period"] period: Option<String>,
    view: Option<View>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Wanted {
        scorecard: scorecard.as_deref(),
        channel: Some(channel(&context)),
        perspective: perspective.as_deref(),
        period: period.as_deref(),
        view: view.map(Into::into),
    };
    let (shown, chosen) = match summary::show(&door.services, &door.actor, &wanted).await {
        Err(error) if nothing_here(&error) => {
            let none = view::start::none(door.voice.words, door.actor.administrator);
            return answer(context, none).await;
        }
        found => found?,
    };
    answer(context, view::summary::shown(&door.voice, &shown, chosen)).await
}

/// Whether there is no scorecard at all.
pub(super) fn nothing_here(error: &Error) -> bool {
    matches!(error, Error::NotFound(missing)
        if missing.noun == Noun::Scorecard && missing.typed.is_empty() && missing.close.is_empty())
}
