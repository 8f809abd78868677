//! `/decision`: add, list, close what reviews decided.

use poise::serenity_prelude::User;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, person, view};
use crate::service::decision::{self, Add};

/// Which decisions. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum State {
    /// Those that are still to be done.
    #[name = "open"]
    Open,
    /// Those that were closed last.
    #[name = "closed"]
    Closed,
}

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(slash_command, subcommands("add", "list", "close"), subcommand_required)]
pub async fn decision(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one for each option of the command")]
#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[max_length = 500] text: String,
    owner: Option<User>,
    #[max_length = 40] due: Option<String>,
    #[autocomplete = "complete::managed_kpi"] kpi: Option<String>,
    #[autocomplete = "complete::managed_objective"] objective: Option<String>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::period"] review: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Add {
        text: &text,
        owner: person::named(&context, owner.as_ref())?,
        due: due.as_deref(),
        kpi: kpi.as_deref(),
        objective: objective.as_deref(),
        scorecard: scorecard.as_deref(),
        channel: Some(channel(&context)),
        review: review.as_deref(),
    };
    let told = decision::add(&door.services, &door.actor, &wanted).await?;
    answer(context, view::decision::added(&door.voice, &told)).await
}

#[poise::command(slash_command)]
async fn list(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    state: Option<State>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let closed = state == Some(State::Closed);
    let (card, found) = decision::list(&door.services, &door.actor, place, closed).await?;
    answer(context, view::decision::list(&door.voice, &card.name, (&found, closed))).await
}

#[poise::command(slash_command)]
async fn close(
    context: Context<'_>,
    #[autocomplete = "complete::decision"] decision: String,
    #[max_length = 500] outcome: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let told = crate::service::decision::close(&door.services, &door.actor, &decision, outcome.as_deref()).await?;
    answer(context, view::decision::closed(&door.voice, &told)).await
}
