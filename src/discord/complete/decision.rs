//! Open decisions, as they are offered to who may close them.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{CHOICES, Choice, beside, give};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure};
use crate::service::access::reference;
use crate::service::decision as decisions;

/// Open decisions that the person may close.
pub async fn decision(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    give(open(context, typed).await)
}

async fn open(context: Context<'_>, typed: &str) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let found = decisions::offered(&door.services, &door.actor, typed).await?;
    let choice = |(decision, card): (crate::service::decision::Decision, String)| {
        let text = decision.text.split_whitespace().collect::<Vec<_>>().join(" ");
        Choice::new(beside(&text, &card), reference(decision.id.get()))
    };
    Ok(found.into_iter().take(CHOICES).map(choice).collect())
}
