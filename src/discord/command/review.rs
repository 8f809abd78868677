//! `/review`: status, schedule, calendar, open, close, reopen.

use poise::serenity_prelude::User;

use super::{answer, channel};
use crate::discord::actor::Door;
use crate::discord::{Context, Failure, complete, person, view};
use crate::service::review::{self, calendar, schedule};

/// The parent command; it is never called itself.
#[expect(clippy::unused_async, reason = "the framework takes async functions only")]
#[poise::command(
    slash_command,
    subcommands("status", "schedule", "calendar", "close", "open", "reopen"),
    subcommand_required
)]
pub async fn review(_: Context<'_>) -> Result<(), Failure> {
    Ok(())
}

#[poise::command(slash_command)]
async fn status(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::seen_kpi"] kpi: Option<String>,
    person: Option<User>,
    #[autocomplete = "complete::period"] period: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let here = Some(channel(&context));
    if kpi.is_none() && person.is_none() && period.is_none() {
        let status = review::status(&door.services, &door.actor, (scorecard.as_deref(), here)).await?;
        return answer(context, view::review::status(&door.voice, &status)).await;
    }
    let wanted = review::Wanted {
        scorecard: scorecard.as_deref(),
        kpi: kpi.as_deref(),
        person: person::named(&context, person.as_ref())?,
        period: period.as_deref(),
    };
    let accounts = review::why_asked(&door.services, &door.actor, here, &wanted).await?;
    answer(context, view::review::why_asked(&door.voice, &accounts)).await
}

#[poise::command(slash_command)]
async fn schedule(
    context: Context<'_>,
    #[autocomplete = "complete::scorecard"] scorecard: Option<String>,
    #[max_length = 40] prompt: Option<String>,
    #[max_length = 40] due: Option<String>,
    #[max_length = 40] digest: Option<String>,
    early: Option<bool>,
    #[max_length = 40] meeting: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let wanted = schedule::Wanted {
        prompt: prompt.as_deref(),
        due: due.as_deref(),
        digest: digest.as_deref(),
        early,
        meeting: meeting.as_deref(),
    };
    let planned = schedule::plan(&door.services, &door.actor, place, wanted).await?;
    answer(context, view::review::planned(&door.voice, &planned)).await
}

#[poise::command(slash_command)]
async fn calendar(
    context: Context<'_>,
    #[max_length = 1000] add_holidays: Option<String>,
    #[max_length = 1000] remove_holidays: Option<String>,
    #[max_length = 20] quiet_hours: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let wanted = calendar::Wanted {
        add: add_holidays.as_deref(),
        remove: remove_holidays.as_deref(),
        quiet: quiet_hours.as_deref(),
    };
    let (before, after) = calendar::calendar(&door.services, &door.actor, wanted).await?;
    let today = door.services.now().date_naive();
    answer(context, view::review::calendar(&door.voice, (&before, &after), today)).await
}

#[poise::command(slash_command)]
async fn close(
    context: Context<'_>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::period"] period: Option<String>,
    #[max_length = 4000] decisions: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let wanted = (period.as_deref(), decisions.as_deref());
    let closed = review::close(&door.services, &door.actor, place, wanted).await?;
    answer(context, view::review::closed(&door.voice, &closed)).await
}

#[poise::command(slash_command)]
async fn open(
    context: Context<'_>,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::period"] period: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let opened = review::open(&door.services, &door.actor, place, period.as_deref()).await?;
    answer(
        context,
        view::review::opened(&door.voice, (&opened, "review-opened-now")),
    )
    .await
}

#[poise::command(slash_command)]
async fn reopen(
    context: Context<'_>,
    #[max_length = 300] reason: String,
    #[autocomplete = "complete::managed_scorecard"] scorecard: Option<String>,
    #[autocomplete = "complete::period"] period: Option<String>,
) -> Result<(), Failure> {
    let door = Door::of_command(&context).await?;
    let place = (scorecard.as_deref(), Some(channel(&context)));
    let wanted = (period.as_deref(), reason.as_str());
    let opened = review::reopen(&door.services, &door.actor, place, wanted).await?;
    answer(
        context,
        view::review::opened(&door.voice, (&opened, "review-reopened-now")),
    )
    .await
}
