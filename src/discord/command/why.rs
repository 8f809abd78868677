//! `/why`: the proof of a score.

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, view};
use crate::service::why as proof;

/// Shows how a score comes about.
#[poise::command(slash_command)]
pub async fn why(
    context: Context<'_>,
    #[autocomplete = "complete::anything"] what: String,
    #[autocomplete = "complete::period_of_anything"] period: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let asked = (what.as_str(), period.as_deref());
    let found = proof::ask(&door.services, &door.actor, asked, Some(channel(&context))).await?;
    answer(context, view::why::page(&door.voice, &found, 0)).await
}
