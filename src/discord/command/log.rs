//! `/log`: an actual in one line.

use super::answer;
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, view};
use crate::domain::actual::Source;
use crate::service::actual::{self, Typed, When, Which};

/// Logs an actual.
#[poise::command(slash_command)]
pub async fn log(
    context: Context<'_>,
    #[autocomplete = "complete::kpi"] kpi: String,
    #[max_length = 400] value: String,
    #[autocomplete = "complete::period"] period: Option<String>,
    #[max_length = 1000] note: Option<String>,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let typed = Typed {
        kpi: Which::Typed(&kpi),
        period: period.as_deref().map_or(When::Due, When::Typed),
        value: &value,
        note: note.as_deref(),
        reason: reason.as_deref(),
        source: Source::Command,
    };
    let logged = actual::record(&door.services, &door.actor, &typed, door.number_format).await?;
    answer(context, view::log::logged(&door.voice, door.actor.server, &logged)).await
}
