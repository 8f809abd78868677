//! The commands in the menu of a person or of a message.

use serde_json::{Value, json};

use super::resolve::Resolved;
use super::start::Start;
use super::{ClientRefusal, Interaction, Person};
use crate::id::Id;
use crate::world::{Kind, Message, State, Used};

/// Discord's type of a command in a person's menu.
const OF_PERSON: u64 = 2;
/// Discord's type of a command in a message's menu.
const OF_MESSAGE: u64 = 3;

impl Person {
    /// Uses a command of somebody's menu, by its name.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn use_on_person(&self, channel: Id, command: &str, target: Id) -> Result<Interaction, ClientRefusal> {
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let found = self.in_menu(&state, channel, (OF_PERSON, command))?;
        let place = state.channels.get(&channel);
        let here = place.is_some_and(|place| match place.server {
            Some(server) => state.member(server, target).is_some(),
            None => place.people.contains(&target),
        });
        if !here {
            return Err(ClientRefusal::NoSuchPerson(target));
        }
        let mut resolved = Resolved::default();
        resolved.user(&state, channel, target);
        Ok(self.use_on(&mut state, channel, &found, (target, resolved)))
    }

    /// Uses a command of a message's menu, by its name. Ephemeral messages have no such menu.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn use_on_message(&self, message: &Message, command: &str) -> Result<Interaction, ClientRefusal> {
        let channel = message.channel_id;
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let found = self.in_menu(&state, channel, (OF_MESSAGE, command))?;
        let target = state.message(channel, message.id);
        let target = target.filter(|target| target.visible_to.is_none());
        let target = target.ok_or(ClientRefusal::NoSuchMessage(message.id))?;
        let mut resolved = Resolved::default();
        resolved.message(target);
        Ok(self.use_on(&mut state, channel, &found, (message.id, resolved)))
    }

    fn in_menu(&self, state: &State, channel: Id, (kind, name): (u64, &str)) -> Result<Value, ClientRefusal> {
        let mut offered = state.commands_for(self.id, channel).into_iter();
        let found = offered.find(|one| one["type"] == kind && one["name"] == name);
        found.ok_or_else(|| ClientRefusal::NoSuchCommand(name.to_owned()))
    }

    fn use_on(
        &self,
        state: &mut State,
        channel: Id,
        command: &Value,
        (target, resolved): (Id, Resolved),
    ) -> Interaction {
        let mut data = json!({
            "id": command["id"], "name": command["name"], "type": command["type"], "target_id": target,
            "resolved": resolved.into_json(),
        });
        if let Some(server) = command.get("guild_id") {
            data["guild_id"] = server.clone();
        }
        let used = Used {
            name: command["name"].as_str().unwrap_or_default().to_owned(),
            kind: command["type"].as_u64().unwrap_or_default(),
            target: Some(target),
        };
        let start = Start {
            kind: Kind::Command,
            channel,
            data,
            source: None,
            command: Some(used),
            opened_by: None,
        };
        self.start(state, start)
    }
}
