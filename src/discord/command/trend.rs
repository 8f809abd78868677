//! `/trend`: the last periods of a KPI, or of several beside each other, as a picture.

use super::promised;
use crate::discord::{Context, Failure, complete, view};
use crate::service::trend;

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
    let (door, deferred) = promised(&context).await?;
    let others = [kpi_2, kpi_3, kpi_4, kpi_5, kpi_6];
    let typed: Vec<&str> = std::iter::once(kpi.as_str())
        .chain(others.iter().flatten().map(String::as_str))
        .collect();
    let outcome = match trend::show(&door.services, &door.actor, &typed, periods.map(usize::from)).await {
        Ok(trends) => {
            let post = view::trend::shown(&door.voice, &trends);
            Ok(context.data().studio.complete(post, door.theme).await)
        }
        Err(error) => Err(error.into()),
    };
    deferred.settle(&door.voice, outcome).await
}
