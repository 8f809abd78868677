//! What became of an attempt to say something, and what follows from it.

use chrono::TimeDelta;
use rand::Rng;
use serenity::all::{ChannelId, GuildId, Http, MessageId};

use super::super::connect::{code, never_sent, status};
use super::super::team_channel;
use crate::domain::id::ScorecardId;
use crate::service::notice::{self, Address, Delivery, Lost};
use crate::service::reader::Onlooker;
use crate::service::{Result, Services};

/// Discord's codes for a channel and a message that somebody deleted.
const UNKNOWN_CHANNEL: isize = 10003;
const UNKNOWN_MESSAGE: isize = 10008;

/// Discord's code for direct channels that are opened too fast.
const OPENING_TOO_FAST: isize = 40003;

/// The longest wait between two attempts.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(10);

/// How far an attempt had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was sent by this attempt.
    Before,
    /// The message was on its way.
    Sending,
    /// A message that is there was being changed.
    Editing,
}

/// What became of one attempt.
#[derive(Debug)]
pub enum Outcome {
    /// People see it, as this message, or saw it and deleted it.
    Said((ChannelId, MessageId)),
    /// It is tried again.
    Later {
        /// After so long.
        wait: TimeDelta,
        /// It may be said already.
        unsure: bool,
        /// Why.
        reason: String,
    },
    /// The channel of direct messages to the person is another one by now.
    Moved(String),
    /// The person left the server.
    Departed,
    /// The person takes no direct messages.
    Unreachable(i64, String),
    /// The channel takes no messages of the bot's.
    Lost(i64, Lost, String),
    /// It speaks of a private scorecard, and the channel shows it to these, who may not read that.
    Exposed((ScorecardId, i64), Vec<Onlooker>),
    /// Discord will never take it as it is.
    Refused(String),
}

impl Outcome {
    /// There was no answer: it may have been said.
    pub fn unknown(reason: impl Into<String>) -> Self {
        Self::Later {
            wait: notice::LEASE,
            unsure: true,
            reason: reason.into(),
        }
    }

    /// What has to be written down before it is said could not be.
    pub fn not_noted() -> Self {
        Self::Later {
            wait: TimeDelta::seconds(5),
            unsure: true,
            reason: "the database is not writable".to_owned(),
        }
    }

    /// It was looked up, and no earlier attempt has said it: it is decided anew at once.
    pub fn not_said() -> Self {
        Self::Later {
            wait: TimeDelta::zero(),
            unsure: false,
            reason: "no earlier attempt has said it".to_owned(),
        }
    }

    /// Writes it down.
    pub async fn record(&self, services: &Services, delivery: &Delivery) -> Result<()> {
        let (claimed, id) = (&delivery.claimed, delivery.claimed.id.get());
        match self {
            Self::Said((channel, message)) => {
                let message = (channel.get().cast_signed(), message.get().cast_signed());
                notice::said(services, claimed, message).await
            }
            Self::Later { wait, unsure, reason } => {
                let seconds = wait.num_seconds();
                tracing::info!(
                    notice = id,
                    reason,
                    "a notice was not taken; trying again in {seconds} s"
                );
                notice::retry(services, claimed, (*wait, *unsure), reason).await
            }
            Self::Moved(reason) => notice::reopen(services, claimed, reason).await,
            Self::Departed => notice::departed(services, claimed).await,
            Self::Unreachable(user, reason) => notice::unreachable(services, claimed, *user, reason).await,
            Self::Lost(channel, lost, reason) => {
                tracing::warn!(
                    notice = id,
                    channel,
                    reason,
                    "a channel takes no messages; they wait until it does"
                );
                notice::channel_lost(services, claimed, (*channel, lost.clone()), reason).await
            }
            Self::Exposed(place, onlookers) => {
                tracing::info!(
                    notice = id,
                    channel = place.1,
                    "others would see what is private; it waits"
                );
                notice::exposed(services, claimed, *place, onlookers).await
            }
            Self::Refused(reason) => {
                tracing::error!(notice = id, reason, "Discord refuses a notice; it is parked");
                notice::park(services, claimed, reason).await
            }
        }
    }
}

/// Reads an error of serenity's.
pub async fn of(http: &Http, delivery: &Delivery, stage: Stage, error: &serenity::Error) -> Outcome {
    let reason = error.to_string();
    let wait = back_off(delivery.claimed.attempts);
    let editing = delivery.claimed.message.filter(|_| stage == Stage::Editing);
    let seen = editing.map(|(channel, message)| {
        let (channel, message) = (channel.cast_unsigned(), message.cast_unsigned());
        Outcome::Said((ChannelId::new(channel), MessageId::new(message)))
    });
    match (status(error), code(error), seen) {
        (Some(404), Some(UNKNOWN_CHANNEL | UNKNOWN_MESSAGE), Some(seen)) => seen,
        (Some(401 | 429), _, _) | (_, Some(OPENING_TOO_FAST), _) => Outcome::Later {
            wait,
            unsure: stage == Stage::Before,
            reason,
        },
        (None, _, _) if stage == Stage::Sending && !never_sent(error) => Outcome::unknown(reason),
        (None | Some(500..=599), _, _) => Outcome::Later {
            wait,
            unsure: true,
            reason,
        },
        (Some(status), code, seen) => match (delivery.to, seen) {
            (Address::Person { .. }, Some(seen)) => seen,
            (Address::Person { direct: Some(_), .. }, None) if code == Some(UNKNOWN_CHANNEL) => Outcome::Moved(reason),
            (Address::Person { user, .. }, None) => person(user, (status, code), reason),
            (Address::Channel(channel), _) => {
                let channel = editing.map_or(channel, |(channel, _)| channel);
                lost(http, delivery, channel, (status, code), reason).await
            }
        },
    }
}

fn person(user: i64, (status, code): (u16, Option<isize>), reason: String) -> Outcome {
    match (status, code) {
        (403, _) | (400, Some(50278)) | (_, Some(50007 | 10013)) => Outcome::Unreachable(user, reason),
        _ => Outcome::Refused(reason),
    }
}

async fn lost(
    http: &Http,
    delivery: &Delivery,
    channel: i64,
    (status, code): (u16, Option<isize>),
    reason: String,
) -> Outcome {
    match (status, code) {
        (404, Some(UNKNOWN_CHANNEL)) => Outcome::Lost(channel, Lost::Gone, reason),
        (403, _) => {
            let server = GuildId::new(delivery.claimed.server.get().cast_unsigned());
            let missing = team_channel::missing(http, server, ChannelId::new(channel.cast_unsigned())).await;
            let missing = missing.into_iter().map(str::to_owned).collect();
            Outcome::Lost(channel, Lost::Denied(missing), reason)
        }
        _ => Outcome::Refused(reason),
    }
}

/// Twice as long each time, from two seconds up, and up to a quarter more by chance, so that a burst spreads.
fn back_off(attempts: i64) -> TimeDelta {
    let doubled = TimeDelta::seconds(2 << attempts.clamp(0, 10));
    let wait = doubled.min(LONGEST_WAIT);
    let jitter = rand::rng().random_range(0..=wait.num_milliseconds() / 4);
    wait + TimeDelta::milliseconds(jitter)
}
