//! Servers that the bot joins and leaves.

use super::{Result, Services, review};
use crate::domain::id::ServerId;
use crate::store;

pub use crate::store::server::Known;

/// Notes that the bot is in a server, as it is at present. What waited for its return goes on, and what was missed is told.
pub async fn join(services: &Services, server: ServerId, known: Known<'_>) -> Result<()> {
    let mut reader = services.read().await?;
    if store::server::is_noted(&mut reader, server, known).await? {
        return Ok(());
    }
    drop(reader);
    let mut write = services.write().await?;
    let left_at = store::server::left_at(&mut write, server).await?;
    store::server::join(&mut write, server, known, services.now()).await?;
    if let Some(left_at) = left_at {
        review::tell_missed(services, &mut write, server, left_at).await?;
    }
    services.keep_cycle(write).await
}

/// Notes that the bot is no longer in a server; nothing is deleted.
pub async fn leave(services: &Services, server: ServerId) -> Result<()> {
    let mut write = services.write().await?;
    store::server::leave(&mut write, server, services.now()).await?;
    store::notice::forget_broken(&mut write, server).await?;
    services.keep(write).await
}

/// Channels, roles or rights of a server changed: what could not be said before may be possible now.
pub async fn change(services: &Services, server: ServerId) -> Result<()> {
    let mut reader = services.read().await?;
    let broken = store::notice::count_broken(&mut reader, server).await? > 0;
    if !broken && !store::notice::any_exposed(&mut reader, server).await? {
        return Ok(());
    }
    drop(reader);
    let mut write = services.write().await?;
    store::notice::retry_channels(&mut write, server, services.now()).await?;
    store::notice::retry_exposed(&mut write, server, services.now()).await?;
    services.keep(write).await
}
