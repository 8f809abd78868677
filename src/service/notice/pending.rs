//! What is still to be said, for who waits for it.

use chrono::{DateTime, Utc};

use crate::service::{Result, Services};
use crate::store;

/// When the next notice is due.
pub async fn next_due_at(services: &Services) -> Result<Option<DateTime<Utc>>> {
    let mut reader = services.read().await?;
    Ok(store::notice::next_due_at(&mut reader, services.now()).await?)
}

/// How many notices are due and not said yet, those that are being delivered included, those that wait for a channel
/// to be mended or for the bot's return left out.
pub async fn count_due(services: &Services) -> Result<i64> {
    let mut reader = services.read().await?;
    Ok(store::notice::count_due(&mut reader, services.now()).await?)
}
