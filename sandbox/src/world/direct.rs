//! Direct channels between two users.

use super::{Channel, ChannelKind, State};
use crate::id::Id;

impl State {
    pub(crate) fn direct_channel(&self, one: Id, other: Id) -> Option<Id> {
        self.channels
            .values()
            .find(|channel| {
                channel.kind == ChannelKind::Direct && channel.people.contains(&one) && channel.people.contains(&other)
            })
            .map(|channel| channel.id)
    }

    /// The direct channel of the two, made when there is none yet. Since API v8 no event tells of it.
    pub(crate) fn open_direct(&mut self, one: Id, other: Id) -> Id {
        if let Some(known) = self.direct_channel(one, other) {
            return known;
        }
        let id = self.next_id();
        let mut channel = Channel::new(id, ChannelKind::Direct, None, "");
        channel.people = vec![one, other];
        self.channels.insert(id, channel);
        self.announce(crate::Change::Servers);
        id
    }
}
