//! The readers of a private scorecard that its manager named, and may take away again.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::{Choice, offer, option};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure};
use crate::service::reader::{self, Reader, reference};

/// People and roles that were named as readers of the chosen scorecard.
pub async fn named_reader(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    offer(named(context).await, typed)
}

async fn named(context: Context<'_>) -> Result<Vec<Choice>, Failure> {
    let door = Door::of_command(&context).await?;
    let card = option(&context, "scorecard");
    let place = (card.as_deref(), Some(context.channel_id().get().cast_signed()));
    let found = reader::offered(&door.services, &door.actor, place).await?;
    let mut roles = Vec::new();
    if let Some(guild) = context.guild_id()
        && found.iter().any(|(reader, _)| matches!(reader, Reader::Role(_)))
    {
        roles = context.http().get_guild_roles(guild).await?;
    }
    let choices = found.into_iter().map(|(reader, name)| {
        let role = roles.iter().find(|role| match reader {
            Reader::Role(id) => role.id.get().cast_signed() == id,
            Reader::Person(_) => false,
        });
        let name = name.or_else(|| role.map(|role| format!("@{}", role.name)));
        Choice::new(name.unwrap_or_else(|| reference(reader)), reference(reader))
    });
    Ok(choices.collect())
}
