//! System messages: what Discord itself writes into a channel, in the name of who caused it.

use super::{Channel, ChannelKind, NewMessage, State};
use crate::id::Id;

/// Somebody pinned a message.
const PINNED: u64 = 6;
/// Somebody opened a thread.
const THREAD_OPENED: u64 = 18;
/// The first message of a thread that was opened at a message: it shows that one.
pub(crate) const THREAD_STARTER: u64 = 21;

impl State {
    pub(crate) fn tell_pinned(&mut self, channel: Id, message: Id, by: Id) {
        self.post(NewMessage {
            kind: PINNED,
            about: Some((channel, Some(message))),
            ..NewMessage::new(channel, by)
        });
    }

    /// In the thread, where it began at a message; else in its channel, where everybody may know of it.
    pub(crate) fn tell_thread_opened(&mut self, thread: &Channel, start: Option<Id>) {
        let (Some(parent), Some(opener)) = (thread.parent, thread.opener) else {
            return;
        };
        if start.is_some() {
            self.post(NewMessage {
                kind: THREAD_STARTER,
                about: Some((parent, start)),
                ..NewMessage::new(thread.id, opener)
            });
        } else if thread.kind == ChannelKind::PublicThread {
            self.post(NewMessage {
                kind: THREAD_OPENED,
                content: thread.name.clone(),
                about: Some((thread.id, None)),
                ..NewMessage::new(parent, opener)
            });
        }
    }

    /// Everything that was said in a channel that is gone, with the files.
    pub(crate) fn forget_messages(&mut self, channel: Id) {
        for message in self.messages.remove(&channel).unwrap_or_default().into_values() {
            for file in message.attachments {
                self.files.remove(&file.id);
            }
        }
    }
}
