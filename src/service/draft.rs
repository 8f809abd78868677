//! What waits for a second press.

use super::{Result, Services};
use crate::store;

/// Forgets the drafts that have expired.
pub async fn forget_expired(services: &Services) -> Result<()> {
    let mut reader = services.read().await?;
    if !store::draft::any_expired(&mut reader, services.now()).await? {
        return Ok(());
    }
    drop(reader);
    let mut write = services.write().await?;
    store::draft::forget_expired(&mut write, services.now()).await?;
    services.keep(write).await
}
