//! Open initiatives, the person's own first.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{CHOICES, Choice, beside, give};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure};
use crate::service::access::reference;
use crate::service::initiative as initiatives;

/// Open initiatives that the person may see.
pub async fn initiative(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(open(context, typed).await)
}

async fn open(context: Context<'_>, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let found = initiatives::offered(&door.services, &door.actor, typed, CHOICES).await?;
    let choices = found.into_iter().map(|one| {
        let label = beside(&one.name, &one.about);
        Choice::new(label, reference(one.id.get()))
    });
    Ok(choices.collect())
}
