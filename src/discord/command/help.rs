//! `/help`: what can I do here? In a server it depends on who asks; in a direct message it says where to go.

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, view};
use crate::locale::Words;

/// Says what the person can do here.
#[poise::command(slash_command)]
pub async fn help(context: Context<'_>) -> Result<(), Failure> {
    if context.guild_id().is_none() {
        let words = Words::of(context.locale().unwrap_or("en"));
        return answer(context, view::help::direct(words)).await;
    }
    let door = Door::of_command(&context).await?;
    let situation = crate::service::help::look(&door.services, &door.actor).await?;
    answer(context, view::help::here(door.voice.words, &situation)).await
}
