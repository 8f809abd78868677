//! The one place that posts messages: claims due notices, says each once, and records what became of it. Keeps the order
//! in each channel, paces itself below Discord's global limit, and looks up what may have been said already.

mod outcome;

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use serenity::all::{ChannelId, GetMessages, Http, Message, MessageId, UserId};
use tokio::sync::{Mutex, watch};
use tokio::time::Interval;

use super::reply::Post;
use super::view;
use crate::service::Services;
use crate::service::notice::{self, Address, Delivery};
use outcome::Outcome;

/// Discord allows 50 requests a second; answers to people come first.
const PACE: Duration = Duration::from_millis(25);

/// How many notices are under way at once, each to another destination.
const AT_ONCE: usize = 8;

/// The longest pause without a look at the outbox.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How many of a channel's last messages are looked through for one that may have been said.
const LOOK_BACK: u8 = 50;

struct Courier {
    services: Arc<Services>,
    http: Arc<Http>,
    pace: Mutex<Interval>,
}

/// Delivers until the bot stops; what is under way then is brought to its end.
pub async fn run(services: Arc<Services>, http: Arc<Http>, mut stopping: watch::Receiver<bool>) {
    let mut jumps = services.clock().subscribe();
    let courier = Courier {
        services,
        http,
        pace: Mutex::new(tokio::time::interval(PACE)),
    };
    while !*stopping.borrow() {
        let delivered = courier.round().await;
        if delivered > 0 {
            continue;
        }
        let pause = courier.pause().await;
        tokio::select! {
            () = courier.services.notice_written() => {}
            Ok(()) = jumps.changed() => {}
            () = tokio::time::sleep(pause) => {}
            // Asked to, or nobody is left who could ask.
            _ = stopping.wait_for(|stop| *stop) => return,
        }
    }
}

impl Courier {
    /// Delivers what is due now; how many there were.
    async fn round(&self) -> usize {
        let due = match notice::claim(&self.services).await {
            Ok(due) => due,
            Err(error) => {
                tracing::warn!(%error, "the outbox could not be read; trying again");
                return 0;
            }
        };
        let count = due.len();
        futures::stream::iter(due)
            .for_each_concurrent(AT_ONCE, |delivery| self.deliver(delivery))
            .await;
        count
    }

    async fn pause(&self) -> Duration {
        match notice::next_due_at(&self.services).await {
            Ok(Some(at)) => (at - self.services.now())
                .to_std()
                .unwrap_or(Duration::from_millis(200))
                .min(LONGEST_PAUSE),
            Ok(None) | Err(_) => LONGEST_PAUSE,
        }
    }

    async fn deliver(&self, delivery: Delivery) {
        let post = view::notice::post(&delivery);
        let outcome = match self.say(&delivery, post).await {
            Ok(message) => Outcome::Said(message),
            Err(error) => Outcome::of(&error, &delivery),
        };
        if let Err(error) = outcome.record(&self.services, &delivery).await {
            tracing::warn!(%error, notice = delivery.claimed.id.get(), "what became of a notice could not be recorded");
        }
    }

    async fn say(&self, delivery: &Delivery, post: Post) -> Result<(ChannelId, MessageId), serenity::Error> {
        if let Some((channel, message)) = delivery.claimed.message {
            let (channel, message) = (channel_id(channel), MessageId::new(message.cast_unsigned()));
            self.wait().await;
            channel.edit_message(&self.http, message, post.into_edit()).await?;
            return Ok((channel, message));
        }
        let channel = self.channel(&delivery.to).await?;
        if delivery.claimed.unknown
            && let Some(message) = self.look_up(channel, delivery, &post).await?
        {
            return Ok((channel, message));
        }
        let nonce = serenity::all::Nonce::String(format!("n{}", delivery.claimed.id));
        self.wait().await;
        let message = post.into_message().nonce(nonce).enforce_nonce(true);
        let sent: Message = self.http.send_message(channel, Vec::new(), &message).await?;
        Ok((channel, sent.id))
    }

    async fn channel(&self, to: &Address) -> Result<ChannelId, serenity::Error> {
        match to {
            Address::Channel(channel) => Ok(channel_id(*channel)),
            Address::Person(user) => {
                self.wait().await;
                let direct = UserId::new(user.cast_unsigned()).create_dm_channel(&*self.http).await?;
                Ok(direct.id)
            }
        }
    }

    /// The message that an earlier attempt of unknown outcome left behind.
    async fn look_up(
        &self,
        channel: ChannelId,
        delivery: &Delivery,
        post: &Post,
    ) -> Result<Option<MessageId>, serenity::Error> {
        self.wait().await;
        let messages = channel
            .messages(&self.http, GetMessages::new().limit(LOOK_BACK))
            .await?;
        let since = delivery.claimed.created_at;
        let found = messages
            .into_iter()
            .find(|message| message.author.bot && *message.timestamp >= since && same(message, post));
        Ok(found.map(|message| message.id))
    }

    async fn wait(&self) {
        self.pace.lock().await.tick().await;
    }
}

fn channel_id(id: i64) -> ChannelId {
    ChannelId::new(id.cast_unsigned())
}

/// Whether a message says what the post says: the same words, the same titles and the same texts.
fn same(message: &Message, post: &Post) -> bool {
    let said = message
        .embeds
        .iter()
        .map(|embed| (embed.title.clone(), embed.description.clone()));
    let meant = post.embeds.iter().map(|embed| {
        let json = serde_json::to_value(embed).unwrap_or_default();
        let text = |field: &str| json.get(field).and_then(|text| text.as_str()).map(str::to_owned);
        (text("title"), text("description"))
    });
    message.content == post.content && said.eq(meant)
}
