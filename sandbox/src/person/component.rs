//! Buttons and selects of a message.

use serde_json::{Value, json};

use super::resolve::Resolved;
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
        let (values, resolved) = chosen(&state, self.id, channel, select, values)?;
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

/// The values as they are sent, checked against the select.
pub(crate) fn chosen(
    state: &State,
    person: Id,
    channel: Id,
    select: &Value,
    given: &[&str],
) -> Result<(Vec<Value>, Resolved), ClientRefusal> {
    let custom_id = select["custom_id"].as_str().unwrap_or_default();
    let refuse = |value: &str, reason: &str| ClientRefusal::BadValue {
        name: custom_id.to_owned(),
        value: value.to_owned(),
        reason: reason.to_owned(),
    };
    let least = select["min_values"].as_u64().unwrap_or(1);
    let most = select["max_values"].as_u64().unwrap_or(1);
    let count = u64::try_from(given.len()).unwrap_or(u64::MAX);
    if count < least || count > most {
        return Err(refuse(&given.join(", "), &format!("{least} to {most} must be chosen")));
    }
    let mut resolved = Resolved::default();
    let mut values = Vec::new();
    for value in given {
        let sent = if select["options"].is_array() {
            option_value(select, value).ok_or_else(|| refuse(value, "it is not offered"))?
        } else {
            let id = value.parse().map_err(|_| refuse(value, "it is not an id"))?;
            resolve(state, person, channel, select, id, &mut resolved)
                .ok_or_else(|| refuse(value, "it is not offered"))?;
            json!(value)
        };
        values.push(sent);
    }
    Ok((values, resolved))
}

fn option_value(select: &Value, wanted: &str) -> Option<Value> {
    let options = select["options"].as_array()?;
    let by = |key: &str| options.iter().find(|option| option[key] == wanted);
    by("value")
        .or_else(|| by("label"))
        .map(|option| option["value"].clone())
}

/// Adds what a user, role, mentionable or channel select names; `None` when it is not offered here.
fn resolve(state: &State, person: Id, channel: Id, select: &Value, id: Id, resolved: &mut Resolved) -> Option<()> {
    let place = state.channels.get(&channel)?;
    let kind = select["type"].as_u64()?;
    let home = place.server.and_then(|server| state.servers.get(&server));
    let is_person = home.map_or_else(|| place.people.contains(&id), |home| home.members.contains_key(&id));
    if matches!(kind, 5 | 7) && is_person {
        resolved.user(state, channel, id);
        return Some(());
    }
    let home = home?;
    if matches!(kind, 6 | 7) && home.roles.contains_key(&id) {
        resolved.role(state, home.id, id);
        return Some(());
    }
    let found = state.channels.get(&id).filter(|found| found.server == place.server)?;
    let kinds = select["channel_types"].as_array();
    let fits = kinds.is_none_or(|kinds| kinds.is_empty() || kinds.contains(&json!(found.kind.number())));
    (kind == 8 && fits).then(|| resolved.channel(state, person, id))
}
