//! `/kpi`: add, edit, target, show, list, hand-over, archive, restore, history, reject.

mod choice;

use poise::serenity_prelude::User;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, number, person, view};
use crate::domain::audit::Subject;
use crate::service::actual;
use crate::service::kpi::{Add, Edit, Entering, Setting, TypedTarget, YearlySetting};
use crate::service::{Error, Invalid};

use choice::{Frequency, Good, Holding, Kind, Longer, Spread};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(
    slash_command,
    subcommands(
        "add",
        "edit",
        "target",
        "show",
        "list",
        "hand_over",
        "archive",
        "restore",
        "history",
        "reject"
    ),
    subcommand_required
)]
pub async fn kpi(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one argument an option of the command")]
#[poise::command(slash_command)]
async fn add(
    context: Context<'_>,
    #[max_length = 150] name: String,
    #[max_length = 32] key: String,
    #[autocomplete = "complete::managed_objective"] objective: String,
    #[max_length = 20] unit: Option<String>,
    direction: Option<Good>,
    #[max_length = 60] target: Option<String>,
    #[max_length = 60] red_flag: Option<String>,
    frequency: Option<Frequency>,
    aggregation: Option<Longer>,
    #[min = 0]
    #[max = 10]
    decimals: Option<u8>,
    owner: Option<User>,
    deputy: Option<User>,
    indicator: Option<Kind>,
    #[max_length = 20] weight: Option<String>,
    #[max_length = 60] baseline: Option<String>,
    #[max_length = 60] target_low: Option<String>,
    #[max_length = 60] target_high: Option<String>,
    #[max_length = 60] red_low: Option<String>,
    #[max_length = 60] red_high: Option<String>,
    best_possible: Option<bool>,
    #[max_length = 400] formula: Option<String>,
    carry_forward: Option<bool>,
    entered_ytd: Option<bool>,
    #[min = 1]
    #[max = 366]
    available_on: Option<u16>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let target = TypedTarget {
        target,
        red: red_flag,
        low: target_low,
        high: target_high,
        red_low,
        red_high,
    };
    let wanted = Add {
        objective,
        key,
        name,
        direction: direction.map(Into::into),
        unit,
        frequency: frequency.map(Into::into),
        aggregation: aggregation.map(Into::into),
        indicator: indicator.map(Into::into),
        decimals,
        owner: person::named(&context, owner.as_ref())?,
        deputy: person::named(&context, deputy.as_ref())?,
        weight: number::weight(weight.as_deref(), &door)?,
        baseline,
        best_possible: best_possible.unwrap_or(false),
        formula,
        entering: Entering {
            carry_forward,
            entered_ytd,
            available_on,
        },
        target,
    };
    let added = crate::service::kpi::add(&door.services, &door.actor, &wanted, door.number_format).await?;
    answer(context, view::kpi::added(&door.voice, &added)).await
}

#[expect(clippy::too_many_arguments, reason = "one argument an option of the command")]
#[poise::command(slash_command)]
async fn edit(
    context: Context<'_>,
    #[autocomplete = "complete::managed_kpi"] kpi: String,
    #[max_length = 150] name: Option<String>,
    #[autocomplete = "complete::managed_objective"] objective: Option<String>,
    #[max_length = 20] weight: Option<String>,
    deputy: Option<User>,
    #[min = 0]
    #[max = 10]
    decimals: Option<u8>,
    indicator: Option<Kind>,
    #[max_length = 60] baseline: Option<String>,
    #[max_length = 20] unit: Option<String>,
    direction: Option<Good>,
    frequency: Option<Frequency>,
    aggregation: Option<Longer>,
    #[max_length = 400] formula: Option<String>,
    carry_forward: Option<bool>,
    entered_ytd: Option<bool>,
    #[min = 1]
    #[max = 366]
    available_on: Option<u16>,
    best_possible: Option<bool>,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Edit {
        name,
        unit,
        direction: direction.map(Into::into),
        frequency: frequency.map(Into::into),
        aggregation: aggregation.map(Into::into),
        indicator: indicator.map(Into::into),
        decimals,
        baseline,
        formula,
        best_possible,
        reason,
        entering: Entering {
            carry_forward,
            entered_ytd,
            available_on,
        },
        weight: number::weight(weight.as_deref(), &door)?,
        objective,
        deputy: person::named(&context, deputy.as_ref())?,
    };
    let format = door.number_format;
    let edited = crate::service::kpi::edit(&door.services, &door.actor, &kpi, &wanted, format).await?;
    answer(context, view::kpi::edited(&door.voice, &edited)).await
}

#[expect(clippy::too_many_arguments, reason = "one argument an option of the command")]
#[poise::command(slash_command)]
async fn target(
    context: Context<'_>,
    #[autocomplete = "complete::managed_kpi"] kpi: String,
    #[max_length = 60] target: Option<String>,
    #[max_length = 60] red_flag: Option<String>,
    #[autocomplete = "complete::coming_period"] from: Option<String>,
    #[max_length = 60] target_low: Option<String>,
    #[max_length = 60] target_high: Option<String>,
    #[max_length = 60] red_low: Option<String>,
    #[max_length = 60] red_high: Option<String>,
    holds: Option<Holding>,
    #[max_length = 300] reason: Option<String>,
    #[autocomplete = "complete::coming_year"] year: Option<String>,
    phasing: Option<Spread>,
    #[max_length = 2000] list: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let target = TypedTarget {
        target,
        red: red_flag,
        low: target_low,
        high: target_high,
        red_low,
        red_high,
    };
    let wanted = Setting {
        target,
        from,
        holds: holds.map(Into::into).unwrap_or_default(),
        reason,
        yearly: YearlySetting {
            year,
            phasing: phasing.map(Into::into),
            list,
        },
    };
    let format = door.number_format;
    let set = crate::service::kpi::set(&door.services, &door.actor, &kpi, &wanted, format).await?;
    answer(context, view::kpi::target_set(&door.voice, &set)).await
}

#[poise::command(slash_command)]
async fn show(context: Context<'_>, #[autocomplete = "complete::seen_kpi"] kpi: String) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let shown = crate::service::kpi::show(&door.services, &door.actor, &kpi).await?;
    answer(context, view::kpi::shown(&door.voice, &shown)).await
}

#[poise::command(slash_command)]
async fn list(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let (card, all) = crate::service::kpi::list(
        &door.services,
        &door.actor,
        scorecard.as_deref(),
        Some(channel(&context)),
    )
    .await?;
    answer(context, view::kpi::listed(&door.voice, &card.name, &all)).await
}

#[poise::command(slash_command)]
async fn history(
    context: Context<'_>,
    #[autocomplete = "complete::seen_kpi"] kpi: String,
    #[autocomplete = "complete::period"] period: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let history = actual::history(&door.services, &door.actor, &kpi, period.as_deref()).await?;
    answer(context, view::history::page(&door.voice, &history)).await
}

#[poise::command(slash_command)]
async fn reject(
    context: Context<'_>,
    #[autocomplete = "complete::managed_kpi"] kpi: String,
    #[autocomplete = "complete::period"] period: Option<String>,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let which = (kpi.as_str(), period.as_deref());
    let rejected = actual::reject_named(&door.services, &door.actor, which, reason.as_deref()).await?;
    answer(
        context,
        view::reject::rejected(&door.voice, door.actor.server, &rejected),
    )
    .await
}

#[poise::command(slash_command, rename = "hand-over")]
async fn hand_over(
    context: Context<'_>,
    to: User,
    #[autocomplete = "complete::answered_kpi"] kpi: Option<String>,
    from: Option<User>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let to = person::named(&context, Some(&to))?.ok_or(Error::NotHere)?;
    let post = match (&kpi, person::former(&context, from.as_ref())?) {
        (Some(kpi), _) => {
            let (before, after) = crate::service::kpi::hand_over(&door.services, &door.actor, kpi, &to).await?;
            view::kpi::handed_over(&door.voice, &before, &after)
        }
        (None, Some(from)) => {
            let all = crate::service::kpi::hand_over_all(&door.services, &door.actor, (&from, &to)).await?;
            view::kpi::all_handed_over(&door.voice, &all)
        }
        (None, None) => return Err(Error::from(Invalid::Blank { field: "kpi" }).into()),
    };
    answer(context, post).await
}

#[poise::command(slash_command)]
async fn archive(
    context: Context<'_>,
    #[autocomplete = "complete::managed_kpi"] kpi: String,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let moved = crate::service::archive::kpi(&door.services, &door.actor, &kpi, reason.as_deref()).await?;
    answer(context, view::archive::moved(&door.voice, &moved)).await
}

#[poise::command(slash_command)]
async fn restore(context: Context<'_>, #[autocomplete = "complete::archived_kpi"] kpi: String) -> Result<(), Failure> {
    super::restore(context, Subject::Kpi, &kpi).await
}
