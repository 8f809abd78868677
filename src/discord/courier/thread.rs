//! The threads that notices open under what was said before.

use serenity::all::{AutoArchiveDuration, ChannelId, CreateThread, MessageId};

use super::{Courier, channel_id};
use crate::discord::connect::{code, status};

/// Discord's code for a message that has a thread already.
const THREAD_EXISTS: isize = 160_004;

impl Courier {
    /// The thread under a message, opened where there is none. Its id is the message's. Where none may be opened, or the
    /// message is gone, the channel itself will do.
    pub(super) async fn thread(
        &self,
        (channel, message): (i64, i64),
        name: &str,
    ) -> Result<ChannelId, serenity::Error> {
        let (channel, message) = (channel_id(channel), MessageId::new(message.cast_unsigned()));
        let thread = CreateThread::new(name).auto_archive_duration(AutoArchiveDuration::OneWeek);
        self.wait().await;
        match channel.create_thread_from_message(&self.http, message, thread).await {
            Ok(opened) => Ok(opened.id),
            Err(error) if code(&error) == Some(THREAD_EXISTS) => Ok(ChannelId::new(message.get())),
            Err(error) if matches!(status(&error), Some(400 | 403 | 404)) => {
                tracing::warn!(%error, channel = channel.get(), "no thread can be opened; the channel itself is used");
                Ok(channel)
            }
            Err(error) => Err(error),
        }
    }
}
