//! Choosing in a select, of a message or of a form: only what Discord's client offers.

use serde_json::{Value, json};

use super::ClientRefusal;
use super::resolve::Resolved;
use crate::id::Id;
use crate::world::State;

/// Who chooses, and where.
pub(crate) struct Chooser<'a> {
    pub(crate) state: &'a State,
    pub(crate) person: Id,
    pub(crate) channel: Id,
}

impl Chooser<'_> {
    /// The values as they are sent, checked against the select.
    pub(crate) fn chosen(&self, select: &Value, given: &[&str]) -> Result<(Vec<Value>, Resolved), ClientRefusal> {
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
        let mut values: Vec<Value> = Vec::new();
        for value in given {
            let sent = if select["options"].is_array() {
                option_value(select, value).ok_or_else(|| refuse(value, "it is not offered"))?
            } else {
                let id = value.parse().map_err(|_| refuse(value, "it is not an id"))?;
                self.resolve(select, id, &mut resolved)
                    .ok_or_else(|| refuse(value, "it is not offered"))?;
                json!(value)
            };
            if values.contains(&sent) {
                return Err(refuse(value, "it is chosen already"));
            }
            values.push(sent);
        }
        Ok((values, resolved))
    }

    /// Adds what a user, role, mentionable or channel select names; `None` when it is not offered here.
    fn resolve(&self, select: &Value, id: Id, resolved: &mut Resolved) -> Option<()> {
        let (state, channel) = (self.state, self.channel);
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
        (kind == 8 && fits).then(|| resolved.channel(state, self.person, id))
    }
}

fn option_value(select: &Value, wanted: &str) -> Option<Value> {
    let options = select["options"].as_array()?;
    let by = |key: &str| options.iter().find(|option| option[key] == wanted);
    by("value")
        .or_else(|| by("label"))
        .map(|option| option["value"].clone())
}
