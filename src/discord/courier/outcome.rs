//! What became of an attempt to say something, and what follows from it.

use chrono::TimeDelta;
use rand::Rng;
use serenity::all::{ChannelId, MessageId};

use super::super::connect::{code, status};
use crate::service::notice::{self, Delivery};
use crate::service::{Result, Services};

/// Discord's code for a message that somebody deleted.
const UNKNOWN_MESSAGE: isize = 10008;

/// The longest wait between two attempts.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(10);

/// What became of one attempt.
#[derive(Debug)]
pub enum Outcome {
    /// People see it, as this message.
    Said((ChannelId, MessageId)),
    /// Discord did not take it, but may later.
    Later(TimeDelta, String),
    /// Discord will not take it: the channel, the person or a permission is gone.
    Refused(String),
    /// There was no answer: it may have been said.
    Unknown(String),
}

impl Outcome {
    /// Reads an error of serenity's.
    pub fn of(error: &serenity::Error, delivery: &Delivery) -> Self {
        let reason = error.to_string();
        match (status(error), code(error), delivery.claimed.message) {
            (Some(404), Some(UNKNOWN_MESSAGE), Some((channel, message))) => Self::Said((
                ChannelId::new(channel.cast_unsigned()),
                MessageId::new(message.cast_unsigned()),
            )),
            (Some(429 | 500..=599), _, _) => Self::Later(back_off(delivery.claimed.attempts), reason),
            (Some(_), _, _) => Self::Refused(reason),
            (None, _, _) => Self::Unknown(reason),
        }
    }

    /// Writes it down.
    pub async fn record(self, services: &Services, delivery: &Delivery) -> Result<()> {
        let id = delivery.claimed.id.get();
        match self {
            Self::Said((channel, message)) => {
                let message = (channel.get().cast_signed(), message.get().cast_signed());
                notice::said(services, &delivery.claimed, message).await
            }
            Self::Later(wait, reason) => {
                tracing::info!(
                    notice = id,
                    reason,
                    "Discord did not take a notice; trying again in {} s",
                    wait.num_seconds()
                );
                notice::retry(services, &delivery.claimed, wait, &reason).await
            }
            Self::Refused(reason) => {
                tracing::warn!(
                    notice = id,
                    reason,
                    "Discord refuses a notice; it waits until that is mended"
                );
                notice::park(services, &delivery.claimed, &reason).await
            }
            Self::Unknown(reason) => {
                tracing::info!(
                    notice = id,
                    reason,
                    "a notice got no answer; it is looked up before it is said again"
                );
                Ok(())
            }
        }
    }
}

/// Twice as long each time, from two seconds up, and up to a quarter more by chance, so that a burst spreads.
fn back_off(attempts: i64) -> TimeDelta {
    let doubled = TimeDelta::seconds(2 << attempts.clamp(0, 10));
    let wait = doubled.min(LONGEST_WAIT);
    let jitter = rand::rng().random_range(0..=wait.num_milliseconds() / 4);
    wait + TimeDelta::milliseconds(jitter)
}
