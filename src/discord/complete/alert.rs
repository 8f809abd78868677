//! Alerts that are not over, as they are offered to who may answer them.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{CHOICES, Choice, beside, give};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, view};
use crate::service::access::reference;
use crate::service::alert as alerts;

/// Alerts that the person may answer.
pub async fn alert(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(open(context, typed).await)
}

async fn open(context: Context<'_>, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let found = alerts::offered(&door.services, &door.actor, typed, CHOICES).await?;
    let choices = found.into_iter().map(|alert| {
        let label = beside(&alert.name, &view::alert::kind(&door.voice, alert.kind));
        Choice::new(label, reference(alert.id.get()))
    });
    Ok(choices.collect())
}
