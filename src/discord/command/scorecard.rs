//! `/scorecard`: create, edit, show, list, start from a template, archive, restore.

use poise::serenity_prelude::{PartialChannel, Role, User};

mod choice;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, audience, complete, person, team_channel, view};
use crate::domain::audit::Subject;
use crate::service::reader::Privacy;
use crate::service::scorecard::{Create, Edit, channel_to_check};

use choice::{Asking, Cycle, Level, Sight};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(
    slash_command,
    subcommands(
        "create",
        "edit",
        "show",
        "list",
        "template",
        "check",
        "archive",
        "restore",
        "take_over"
    ),
    subcommand_required
)]
pub async fn scorecard(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

/// A role as the store keeps it.
fn role(role: &Role) -> i64 {
    role.id.get().cast_signed()
}

#[expect(clippy::too_many_arguments, reason = "one argument an option of the command")]
#[poise::command(slash_command)]
async fn create(
    context: Context<'_>,
    #[max_length = 150] name: String,
    #[channel_types("Text")] channel: Option<PartialChannel>,
    level: Option<Level>,
    #[autocomplete = "complete::managed_scorecard"] parent: Option<String>,
    #[autocomplete = "complete::time_zone"] time_zone: Option<String>,
    review: Option<Cycle>,
    #[min = 1]
    #[max = 12]
    fiscal_start: Option<u8>,
    manager: Option<User>,
    sponsor: Option<User>,
    #[max_length = 1000] vision: Option<String>,
    #[max_length = 1000] mission: Option<String>,
    visibility: Option<Sight>,
    person: Option<User>,
    reader: Option<User>,
    reader_role: Option<Role>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let mut wanted = Create {
        name,
        level: level.map(Into::into),
        parent,
        channel: team_channel::checked(&context, channel).await?,
        manager: person::named(&context, manager.as_ref())?,
        sponsor: person::named(&context, sponsor.as_ref())?,
        time_zone,
        fiscal_start: fiscal_start.and_then(|month| month.try_into().ok()),
        review_cycle: review.map(Into::into),
        vision,
        mission,
        privacy: Privacy {
            visibility: visibility.map(Into::into),
            whose: person::named(&context, person.as_ref())?,
            person: person::named(&context, reader.as_ref())?,
            role: reader_role.as_ref().map(role),
            ..Privacy::default()
        },
    };
    wanted.privacy.audience = audience::of_chosen(&context, wanted.channel_to_check()).await?;
    let created = crate::service::scorecard::create(&door.services, &door.actor, &wanted).await?;
    answer(context, view::scorecard::created(&door.voice, &created)).await
}

#[expect(clippy::too_many_arguments, reason = "one argument an option of the command")]
#[poise::command(slash_command)]
async fn edit(
    context: Context<'_>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[max_length = 150] name: Option<String>,
    #[channel_types("Text")]
    #[rename = "channel"]
    team_channel: Option<PartialChannel>,
    level: Option<Level>,
    #[autocomplete = "complete::managed_scorecard"] parent: Option<String>,
    #[autocomplete = "complete::time_zone"] time_zone: Option<String>,
    manager: Option<User>,
    sponsor: Option<User>,
    #[max_length = 1000] vision: Option<String>,
    #[max_length = 1000] mission: Option<String>,
    visibility: Option<Sight>,
    person: Option<User>,
    reader: Option<User>,
    reader_role: Option<Role>,
    #[autocomplete = "complete::named_reader"] remove_reader: Option<String>,
    red_note: Option<Asking>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let mut wanted = Edit {
        name,
        level: level.map(Into::into),
        parent,
        channel: team_channel::checked(&context, team_channel).await?,
        manager: person::named(&context, manager.as_ref())?,
        sponsor: person::named(&context, sponsor.as_ref())?,
        time_zone,
        vision,
        mission,
        privacy: Privacy {
            visibility: visibility.map(Into::into),
            whose: person::named(&context, person.as_ref())?,
            person: person::named(&context, reader.as_ref())?,
            role: reader_role.as_ref().map(role),
            remove: remove_reader,
            audience: None,
        },
        red_note: red_note.map(Into::into),
    };
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let shown_in = channel_to_check(&door.services, &door.actor, place, &wanted).await?;
    wanted.privacy.audience = audience::of_chosen(&context, shown_in).await?;
    let (before, after) = crate::service::scorecard::edit(&door.services, &door.actor, place, &wanted).await?;
    answer(context, view::scorecard::edited(&door.voice, &before, &after)).await
}

#[poise::command(slash_command)]
async fn show(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let shown = crate::service::scorecard::show(
        &door.services,
        &door.actor,
        scorecard.as_deref(),
        Some(channel(&context)),
    )
    .await?;
    answer(context, view::scorecard::shown(&door.voice, &shown)).await
}

#[poise::command(slash_command)]
async fn list(context: Context<'_>) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let all = crate::service::scorecard::list(&door.services, &door.actor).await?;
    answer(
        context,
        view::scorecard::listed(&door.voice, &all, door.actor.administrator),
    )
    .await
}

#[poise::command(slash_command)]
async fn template(
    context: Context<'_>,
    #[autocomplete = "complete::template"] template: String,
    #[max_length = 150] name: Option<String>,
    #[channel_types("Text")] channel: Option<PartialChannel>,
    #[autocomplete = "complete::time_zone"] time_zone: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = Create {
        name: name.unwrap_or_default(),
        channel: team_channel::checked(&context, channel).await?,
        time_zone,
        ..Create::default()
    };
    let created = crate::service::template::start(&door.services, &door.actor, &template, &wanted).await?;
    answer(context, view::scorecard::created(&door.voice, &created)).await
}

#[poise::command(slash_command)]
async fn check(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = Some(channel(&context));
    let (card, found) =
        crate::service::scorecard::check(&door.services, &door.actor, scorecard.as_deref(), place).await?;
    answer(context, view::scorecard::checked(&door.voice, &card.name, &found)).await
}

#[poise::command(slash_command)]
async fn archive(
    context: Context<'_>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: String,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let moved = crate::service::archive::scorecard(&door.services, &door.actor, &scorecard, reason.as_deref()).await?;
    answer(context, view::archive::moved(&door.voice, &moved)).await
}

#[poise::command(slash_command)]
async fn restore(
    context: Context<'_>,
    #[autocomplete = "complete::archived_scorecard"] scorecard: String,
) -> Result<(), Failure> {
    super::restore(context, Subject::Scorecard, &scorecard).await
}

#[poise::command(slash_command, rename = "take-over")]
async fn take_over(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: String,
    #[max_length = 300] reason: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let taken =
        crate::service::scorecard::take_over(&door.services, &door.actor, &scorecard, reason.as_deref()).await?;
    answer(context, view::scorecard::taken_over(&door.voice, &taken)).await
}
