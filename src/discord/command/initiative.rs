//! `/initiative`: add, update, list, show what is done about KPIs and objectives.

use poise::serenity_prelude::User;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, person, view};
use crate::domain::initiative::InitiativeStatus;
use crate::service::initiative::{self, About, Add, Change, Details};
use crate::service::{Error, Invalid};

/// Where an initiative stands. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Status {
    /// It has not begun.
    #[name = "planned"]
    Planned,
    /// Somebody works on it.
    #[name = "in progress"]
    InProgress,
    /// It did what it was to do.
    #[name = "done"]
    Done,
    /// It is given up.
    #[name = "dropped"]
    Dropped,
}

impl From<Status> for InitiativeStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Planned => Self::Planned,
            Status::InProgress => Self::InProgress,
            Status::Done => Self::Done,
            Status::Dropped => Self::Dropped,
        }
    }
}

/// Which initiatives. Choices travel as indices: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum State {
    /// Those that are planned or in progress.
    #[name = "open"]
    Open,
    /// Those that are done or dropped.
    #[name = "closed"]
    Closed,
}

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(slash_command, subcommands("add", "update", "list", "show"), subcommand_required)]
pub async fn initiative(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one for each option of the command")]
#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[max_length = 150] name: String,
    #[autocomplete = "complete::answered_kpi"] kpi: Option<String>,
    #[autocomplete = "complete::objective"] objective: Option<String>,
    owner: Option<User>,
    #[max_length = 40] start: Option<String>,
    #[max_length = 40] due: Option<String>,
    #[max_length = 40] budget: Option<String>,
    #[max_length = 500] effect: Option<String>,
    #[max_length = 2000] milestones: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let about = match (kpi.as_deref(), objective.as_deref()) {
        (Some(kpi), None) => About::Kpi(kpi),
        (None, Some(objective)) => About::Objective(objective),
        _ => return Err(Error::from(Invalid::KpiOrObjective).into()),
    };
    let wanted = Add {
        name: &name,
        about,
        owner: person::named(&context, owner.as_ref())?,
        details: Details {
            start: start.as_deref(),
            due: due.as_deref(),
            budget: budget.as_deref(),
            effect: effect.as_deref(),
            milestones: milestones.as_deref(),
        },
    };
    let shown = initiative::add(&door.services, &door.actor, &wanted, door.number_format).await?;
    answer(context, view::initiative::added(&door.voice, &shown)).await
}

#[expect(clippy::too_many_arguments, reason = "one for each option of the command")]
#[poise::command(slash_command)]
async fn update(
    context: Context<'_>,
    #[autocomplete = "complete::initiative"] initiative: String,
    #[min = 0]
    #[max = 100]
    percent: Option<i64>,
    status: Option<Status>,
    #[max_length = 500] note: Option<String>,
    #[max_length = 150] reached: Option<String>,
    #[max_length = 40] spent: Option<String>,
    #[max_length = 40] due: Option<String>,
    owner: Option<User>,
    #[max_length = 150] name: Option<String>,
    #[max_length = 40] start: Option<String>,
    #[max_length = 40] budget: Option<String>,
    #[max_length = 500] effect: Option<String>,
    #[max_length = 2000] milestones: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Change {
        name: name.as_deref(),
        status: status.map(Into::into),
        percent: percent.and_then(|percent| u8::try_from(percent).ok()),
        note: note.as_deref(),
        spent: spent.as_deref(),
        reached: reached.as_deref(),
        owner: person::named(&context, owner.as_ref())?,
        details: Details {
            start: start.as_deref(),
            due: due.as_deref(),
            budget: budget.as_deref(),
            effect: effect.as_deref(),
            milestones: milestones.as_deref(),
        },
    };
    let change = (initiative.as_str(), &wanted);
    let (before, after) =
        crate::service::initiative::update(&door.services, &door.actor, change, door.number_format).await?;
    answer(context, view::initiative::updated(&door.voice, &before, &after)).await
}

#[poise::command(slash_command)]
async fn list(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::seen_kpi"] kpi: Option<String>,
    state: Option<State>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let open = state != Some(State::Closed);
    let place = (scorecard.as_deref(), Some(channel(&context)), kpi.as_deref());
    let (of, found) = initiative::list(&door.services, &door.actor, place, open).await?;
    answer(context, view::initiative::list(&door.voice, &of, (&found, open))).await
}

#[poise::command(slash_command)]
async fn show(
    context: Context<'_>,
    #[autocomplete = "complete::initiative"] initiative: String,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let shown = crate::service::initiative::show(&door.services, &door.actor, &initiative).await?;
    answer(context, view::initiative::shown(&door.voice, &shown)).await
}
