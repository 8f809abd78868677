//! Changes of channels and threads, with the gateway events they cause.

use serde_json::json;

use super::{Channel, ChannelKind, Overwrite, OverwriteFor, State, message::HAS_THREAD};
use crate::change::Change;
use crate::gateway::{Event, intent};
use crate::id::Id;

/// A thread to be opened.
pub(crate) struct NewThread<'a> {
    pub(crate) parent: Id,
    pub(crate) opener: Id,
    /// The message it starts at.
    pub(crate) start: Option<Id>,
    pub(crate) kind: ChannelKind,
    pub(crate) name: &'a str,
}

impl State {
    pub(crate) fn emit_channel(&mut self, name: &'static str, channel: &Channel) {
        let data = self.channel_json(channel);
        self.emit(&Event::maybe_server(name, channel.server, data).needing(intent::GUILDS));
        self.announce(Change::Servers);
    }

    pub(crate) fn change_channel(&mut self, channel: Id, change: impl FnOnce(&mut Channel)) {
        let Some(found) = self.channels.get_mut(&channel) else {
            return;
        };
        change(found);
        let found = found.clone();
        let name = if found.kind.is_thread() {
            "THREAD_UPDATE"
        } else {
            "CHANNEL_UPDATE"
        };
        self.emit_channel(name, &found);
    }

    /// Who writes in a thread comes to be a member of it, and takes it out of the archive.
    pub(crate) fn enter_thread(&mut self, channel: Id, user: Id) {
        let Some(thread) = self.channels.get(&channel).filter(|found| found.kind.is_thread()) else {
            return;
        };
        if thread.archived {
            self.change_channel(channel, |thread| thread.archived = false);
        }
        let thread = self
            .channels
            .get_mut(&channel)
            .filter(|thread| !thread.people.contains(&user));
        let Some(thread) = thread else { return };
        thread.people.push(user);
        let (server, count) = (thread.server, thread.people.len());
        let data = json!({
            "id": channel, "guild_id": server, "member_count": count, "removed_member_ids": [],
            "added_members": [{
                "id": channel, "user_id": user, "flags": 0, "join_timestamp": super::timestamp(self.now()),
            }],
        });
        if self.bot_sees(channel) {
            self.emit(
                &Event::maybe_server("THREAD_MEMBERS_UPDATE", server, data)
                    .needing(intent::GUILDS | intent::GUILD_MEMBERS),
            );
        }
    }

    /// Sets what the channel allows and denies; both 0 takes the overwrite away.
    pub(crate) fn set_overwrite(&mut self, channel: Id, whose: OverwriteFor, allow: u64, deny: u64) {
        self.change_channel(channel, |found| {
            found.overwrites.retain(|overwrite| overwrite.whose != whose);
            if allow | deny != 0 {
                found.overwrites.push(Overwrite { whose, allow, deny });
            }
        });
    }

    pub(crate) fn delete_channel(&mut self, channel: Id) {
        let Some(gone) = self.channels.remove(&channel) else {
            return;
        };
        self.forget_messages(channel);
        let threads: Vec<Id> = self
            .channels
            .values()
            .filter(|thread| thread.kind.is_thread() && thread.parent == Some(channel))
            .map(|thread| thread.id)
            .collect();
        for thread in threads {
            self.delete_channel(thread);
        }
        if gone.kind.is_thread() {
            let data = json!({
                "id": gone.id, "guild_id": gone.server, "parent_id": gone.parent, "type": gone.kind.number(),
            });
            self.emit(&Event::maybe_server("THREAD_DELETE", gone.server, data).needing(intent::GUILDS));
            self.announce(Change::Servers);
        } else {
            self.emit_channel("CHANNEL_DELETE", &gone);
        }
    }

    /// Opens a thread in `parent`; one that starts at a message has that message's id.
    pub(crate) fn add_thread(&mut self, new: &NewThread<'_>) -> Option<Id> {
        let NewThread {
            parent, opener, start, ..
        } = *new;
        let server = self.channels.get(&parent)?.server;
        let id = start.unwrap_or_else(|| self.next_id());
        let mut thread = Channel::new(id, new.kind, server, new.name);
        thread.parent = Some(parent);
        thread.opener = Some(opener);
        thread.people = vec![opener];
        self.channels.insert(id, thread.clone());
        if let Some(start) = start {
            self.mark_thread(parent, start);
        }
        self.emit_channel("THREAD_CREATE", &thread);
        self.tell_thread_opened(&thread, start);
        Some(id)
    }

    fn mark_thread(&mut self, channel: Id, message: Id) {
        if let Some(found) = self.messages.get_mut(&channel).and_then(|all| all.get_mut(&message)) {
            found.thread = Some(message);
            found.flags |= HAS_THREAD;
            self.message_changed(channel, message);
        }
    }
}
