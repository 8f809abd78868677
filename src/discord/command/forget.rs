//! `/forget-me`: says what is forgotten and what stays, and asks for a second press.

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, view};

/// Offers to forget who asks.
#[poise::command(slash_command, rename = "forget-me")]
pub async fn forget_me(context: Context<'_>) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    answer(context, view::forget::asked(&door.voice, &door.server_name)).await
}
