//! What stands against saying a notice, looked up just before: others would see what is private, or its person left.

use serenity::all::{GuildId, UserId};

use super::outcome::{self, Outcome, Stage};
use super::{Courier, channel_id};
use crate::discord::{audience, member};
use crate::service::notice::{Address, Delivery};
use crate::service::reader;

impl Courier {
    /// What becomes of a notice instead of being said, where something stands against it.
    pub(super) async fn withheld(&self, delivery: &Delivery) -> Option<Outcome> {
        if self.is_for_a_stranger(delivery).await {
            return Some(Outcome::Departed);
        }
        self.is_exposed(delivery).await
    }

    /// Why something private is not posted: somebody sees the channel who may not read it, or that cannot be told.
    async fn is_exposed(&self, delivery: &Delivery) -> Option<Outcome> {
        let (Some(card), Address::Channel(channel)) = (delivery.private, delivery.to) else {
            return None;
        };
        let channel = delivery.claimed.message.map_or(channel, |(channel, _)| channel);
        let server = GuildId::new(delivery.claimed.server.get().cast_unsigned());
        self.wait().await;
        let audience = match audience::of(&self.http, server, channel_id(channel)).await {
            Ok(audience) => audience,
            Err(error) => return Some(outcome::of(&self.http, delivery, Stage::Before, &error).await),
        };
        match reader::onlookers(&self.services, delivery.claimed.server, card, &audience).await {
            Ok(onlookers) if onlookers.is_empty() => None,
            Ok(onlookers) => Some(Outcome::Exposed((card, channel), onlookers)),
            Err(error) => Some(Outcome::Later {
                wait: chrono::TimeDelta::seconds(2),
                unsure: true,
                reason: error.to_string(),
            }),
        }
    }

    /// Whether a message that is to be sent is for somebody who left the server. They may share another one with the bot, so
    /// that the message would reach them. Where Discord does not say, they count as there.
    async fn is_for_a_stranger(&self, delivery: &Delivery) -> bool {
        let (Address::Person { user, .. }, None) = (delivery.to, delivery.claimed.message) else {
            return false;
        };
        let server = GuildId::new(delivery.claimed.server.get().cast_unsigned());
        self.wait().await;
        let found = member::of(&self.http, server, UserId::new(user.cast_unsigned())).await;
        matches!(found, Ok(None))
    }
}
