//! Buttons and selects of a message.

use serde_json::{Value, json};

use super::choose::Chooser;
use super::start::Start;
use super::{ClientRefusal, Interaction, Person};
use crate::id::Id;
use crate::world::{Kind, Message, State, find};

impl Person {
    /// Presses a button, named by its label or `custom_id`, on the message as it stands now.
    pub async fn press(&self, message: &Message, button: &str) -> Result<Interaction, ClientRefusal> {
        self.press_at(message.channel_id, message.id, button).await
    }

    /// Like [`press`](Self::press), for a caller that only has ids.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn press_at(&self, channel: Id, message: Id, button: &str) -> Result<Interaction, ClientRefusal> {
        let mut state = self.inner.state();
        let on = self.seen(&state, channel, message)?;
        let pressed = find(&on.components, &mut |one| {
            one["type"] == 2 && one["custom_id"].is_string() && (one["label"] == button || one["custom_id"] == button)
        });
        let pressed = pressed.ok_or_else(|| ClientRefusal::NoSuchComponent(button.to_owned()))?;
        enabled(pressed, button)?;
        let data = json!({ "custom_id": pressed["custom_id"], "component_type": 2, "id": pressed["id"] });
        Ok(self.use_component(&mut state, channel, message, data))
    }

    /// Chooses in a select, by values (or labels); people, roles and channels by id.
    pub async fn select(
        &self,
        message: &Message,
        custom_id: &str,
        values: &[&str],
    ) -> Result<Interaction, ClientRefusal> {
        self.select_at(message.channel_id, message.id, custom_id, values).await
    }

    /// Like [`select`](Self::select), for a caller that only has ids.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn select_at(
        &self,
        channel: Id,
        message: Id,
        custom_id: &str,
        values: &[&str],
    ) -> Result<Interaction, ClientRefusal> {
        let mut state = self.inner.state();
        let on = self.seen(&state, channel, message)?;
        let select = on
            .component(custom_id)
            .filter(|one| matches!(one["type"].as_u64(), Some(3 | 5..=8)))
            .ok_or_else(|| ClientRefusal::NoSuchComponent(custom_id.to_owned()))?;
        enabled(select, custom_id)?;
        let (values, resolved) = Chooser {
            state: &state,
            person: self.id,
            channel,
        }
        .chosen(select, values)?;
        let mut data = json!({
            "custom_id": custom_id, "component_type": select["type"], "id": select["id"], "values": values,
        });
        if let Some(resolved) = resolved.into_json() {
            data["resolved"] = resolved;
        }
        Ok(self.use_component(&mut state, channel, message, data))
    }

    fn seen(&self, state: &State, channel: Id, message: Id) -> Result<Message, ClientRefusal> {
        self.must_see(state, channel)?;
        state
            .message(channel, message)
            .filter(|found| found.visible_to.is_none_or(|viewer| viewer == self.id))
            .cloned()
            .ok_or(ClientRefusal::NoSuchMessage(message))
    }

    fn use_component(&self, state: &mut State, channel: Id, message: Id, data: Value) -> Interaction {
        self.start(
            state,
            Start {
                kind: Kind::Component,
                channel,
                data,
                source: Some(message),
                command: None,
                opened_by: None,
            },
        )
    }
}

fn enabled(component: &Value, name: &str) -> Result<(), ClientRefusal> {
    if component["disabled"] == true {
        Err(ClientRefusal::Disabled(name.to_owned()))
    } else {
        Ok(())
    }
}
