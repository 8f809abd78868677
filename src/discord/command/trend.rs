//! `/trend`: the last periods of a KPI, or of several beside each other, as a picture.

use crate::discord::actor::Door;
use crate::discord::reply::Deferred;
use crate::discord::{Context, Failure, complete, view};
use crate::domain::theme::Theme;
use crate::service::{Error, trend};

/// Draws the last periods of one KPI or several.
#[expect(clippy::too_many_arguments, reason = "one argument an option")]
#[poise::command(slash_command)]
pub async fn trend(
    context: Context<'_>,
    #[autocomplete = "complete::kpi"] kpi: String,
    #[min = 2]
    #[max = 36]
    periods: Option<u8>,
    #[autocomplete = "complete::kpi"] kpi_2: Option<String>,
    #[autocomplete = "complete::kpi"] kpi_3: Option<String>,
    #[autocomplete = "complete::kpi"] kpi_4: Option<String>,
    #[autocomplete = "complete::kpi"] kpi_5: Option<String>,
    #[autocomplete = "complete::kpi"] kpi_6: Option<String>,
) -> Result<(), Failure> {
    let poise::Context::Application(application) = context else {
        return Err(Error::NotHere.into());
    };
    context.defer_ephemeral().await?;
    let door = Door::of_command(&context).await?;
    let deferred = Deferred {
        http: context.http(),
        token: &application.interaction.token,
    };
    let others = [kpi_2, kpi_3, kpi_4, kpi_5, kpi_6];
    let typed: Vec<&str> = std::iter::once(kpi.as_str())
        .chain(others.iter().flatten().map(String::as_str))
        .collect();
    let outcome = match trend::show(&door.services, &door.actor, &typed, periods.map(usize::from)).await {
        Ok(trends) => {
            let post = view::trend::shown(&door.voice, &trends);
            Ok(context.data().studio.complete(post, Theme::Light).await)
        }
        Err(error) => Err(error.into()),
    };
    deferred.settle(&door.voice, outcome).await
}
