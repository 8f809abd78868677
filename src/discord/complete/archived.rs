//! What is offered to be brought back: only what is archived, and only to who may restore it.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{Choice, beside, offer};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure};
use crate::domain::audit::Subject;
use crate::service::access::reference;
use crate::service::archive;

/// Archived scorecards that the person may bring back.
pub async fn archived_scorecard(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(archived(context, Subject::Scorecard).await, typed)
}

/// Archived perspectives that the person may bring back.
pub async fn archived_perspective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(archived(context, Subject::Perspective).await, typed)
}

/// Archived objectives that the person may bring back.
pub async fn archived_objective(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(archived(context, Subject::Objective).await, typed)
}

/// Archived KPIs that the person may bring back.
pub async fn archived_kpi(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(archived(context, Subject::Kpi).await, typed)
}

async fn archived(context: Context<'_>, subject: Subject) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let found = archive::offered(&door.services, &door.actor, subject).await?;
    let choices = found.into_iter().map(|offered| Choice {
        label: if offered.within.is_empty() {
            offered.name
        } else {
            beside(&offered.name, &offered.within)
        },
        value: reference(offered.thing.row()),
        also: offered.key.unwrap_or_default(),
    });
    Ok(choices.collect())
}
