//! Autocomplete.

use poise::serenity_prelude::CreateAutocompleteResponse;

use super::Context;

/// Nothing.
pub async fn scorecard(_: Context<'_>, _: &str) -> CreateAutocompleteResponse {
    CreateAutocompleteResponse::new()
}
pub use scorecard as kpi;
pub use scorecard as objective;
pub use scorecard as period;
pub use scorecard as perspective;
pub use scorecard as template;
pub use scorecard as time_zone;
