//! Servers that the bot joins and leaves.

use super::{Result, Services};
use crate::domain::id::ServerId;
use crate::store;

/// Notes that the bot is in a server, with its present name.
pub async fn join(services: &Services, server: ServerId, name: &str, locale: &str) -> Result<()> {
    let mut reader = services.read().await?;
    if store::server::is_noted(&mut reader, server, name, locale).await? {
        return Ok(());
    }
    drop(reader);
    let mut write = services.write().await?;
    store::server::join(&mut write, server, name, locale, services.now()).await?;
    services.keep(write).await
}

/// Notes that the bot is no longer in a server; nothing is deleted.
pub async fn leave(services: &Services, server: ServerId) -> Result<()> {
    let mut write = services.write().await?;
    store::server::leave(&mut write, server, services.now()).await?;
    services.keep(write).await
}
