//! Registered commands: how they are kept, and who may use them where.

use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::{State, without_nulls};
use crate::change::Change;
use crate::id::Id;
use crate::permission;

/// How many commands may be made in a day, of a server's or of the global ones.
const MOST_CREATES: usize = 200;

/// Contexts and installation places of a global command that does not name them.
const EVERYWHERE: [u64; 3] = [0, 1, 2];

impl State {
    /// The list of a server's own commands, or of the global ones.
    pub(crate) fn command_list(&mut self, server: Option<Id>) -> &mut Vec<Value> {
        match server {
            None => &mut self.commands,
            Some(server) => self.server_commands.entry(server).or_default(),
        }
    }

    /// Replaces the whole list; a command that was there before keeps its id.
    pub(crate) fn replace_commands(&mut self, server: Option<Id>, given: &[Value]) -> Vec<Value> {
        let old = std::mem::take(self.command_list(server));
        let new: Vec<Value> = given.iter().map(|one| self.completed(server, one, &old)).collect();
        self.command_list(server).clone_from(&new);
        self.announce(Change::Commands);
        new
    }

    /// Adds a command, or replaces the one with its name and type. True when it is new.
    pub(crate) fn put_command(&mut self, server: Option<Id>, given: &Value) -> (Value, bool) {
        let old = self.command_list(server).clone();
        let new = self.completed(server, given, &old);
        let list = self.command_list(server);
        let place = list.iter().position(|one| one["id"] == new["id"]);
        if let Some(place) = place {
            list[place] = new.clone();
        } else {
            list.push(new.clone());
        }
        self.announce(Change::Commands);
        (new, place.is_none())
    }

    /// Counts commands that are made anew. False when it is more than 200 in a day.
    pub(crate) fn may_create_commands(&mut self, server: Option<Id>, given: &[Value]) -> bool {
        let (now, list) = (self.now(), self.command_list(server).clone());
        let is_new = |one: &&Value| {
            let kind = one["type"].as_u64().unwrap_or(1);
            !list.iter().any(|old| old["name"] == one["name"] && old["type"] == kind)
        };
        let new = given.iter().filter(is_new).count();
        self.command_creates.retain(|(_, at)| now - *at < TimeDelta::days(1));
        let before = self.command_creates.iter().filter(|(of, _)| *of == server).count();
        let fits = before + new <= MOST_CREATES;
        if fits {
            self.command_creates.extend(std::iter::repeat_n((server, now), new));
        }
        fits
    }

    pub(crate) fn delete_command(&mut self, server: Option<Id>, id: Id) -> bool {
        let list = self.command_list(server);
        let before = list.len();
        list.retain(|one| one["id"] != json!(id));
        let gone = list.len() < before;
        self.announce(Change::Commands);
        gone
    }

    /// The command as it is read back: with ids and every default in place.
    fn completed(&mut self, server: Option<Id>, given: &Value, old: &[Value]) -> Value {
        let kind = given["type"].as_u64().unwrap_or(1);
        let known = old
            .iter()
            .find(|one| one["name"] == given["name"] && one["type"] == kind);
        let id = known.map_or_else(|| json!(self.next_id()), |one| one["id"].clone());
        let mut command = json!({
            "id": id,
            "application_id": self.application,
            "version": self.next_id(),
            "default_member_permissions": bits(&given["default_member_permissions"]),
            "type": kind,
            "name": given["name"],
            "name_localizations": given["name_localizations"],
            "description": given["description"].as_str().unwrap_or_default(),
            "description_localizations": given["description_localizations"],
            "nsfw": given["nsfw"].as_bool().unwrap_or_default(),
        });
        match server {
            Some(server) => command["guild_id"] = json!(server),
            None => put_contexts(&mut command, given),
        }
        if let Some(options) = given["options"].as_array().filter(|options| !options.is_empty()) {
            command["options"] = options.iter().map(clean_option).collect();
        }
        // What did not change keeps its version.
        if let Some(known) = known {
            let new_version = std::mem::replace(&mut command["version"], known["version"].clone());
            if command != *known {
                command["version"] = new_version;
            }
        }
        command
    }

    /// The commands this user may use in this channel.
    pub(crate) fn commands_for(&self, user: Id, channel: Id) -> Vec<Value> {
        let Some(place) = self.channels.get(&channel) else {
            return Vec::new();
        };
        let bits = self.permissions(user, place);
        let Some(server) = place.server else {
            let with_bot = place.people.contains(&self.bot) && place.people.contains(&user);
            let fits = |command: &&Value| with_bot && in_context(command, 1);
            return self.commands.iter().filter(fits).cloned().collect();
        };
        if !self.bot_is_in(server)
            || !permission::holds(bits, permission::VIEW_CHANNEL | permission::USE_APPLICATION_COMMANDS)
        {
            return Vec::new();
        }
        let own = self.server_commands.get(&server).into_iter().flatten();
        self.commands
            .iter()
            .filter(|command| in_context(command, 0))
            .chain(own)
            .filter(|command| allowed(command, bits))
            .cloned()
            .collect()
    }
}

/// Permission bits as they are read back: a string.
fn bits(given: &Value) -> Value {
    given
        .as_u64()
        .map_or_else(|| given.clone(), |bits| json!(bits.to_string()))
}

fn put_contexts(command: &mut Value, given: &Value) {
    command["integration_types"] = match &given["integration_types"] {
        Value::Null => json!([0]),
        given => given.clone(),
    };
    command["dm_permission"] = given["dm_permission"].as_bool().unwrap_or(true).into();
    command["contexts"] = match (&given["contexts"], given["dm_permission"].as_bool()) {
        (Value::Null, Some(false)) => json!([0]),
        (contexts, _) => contexts.clone(),
    };
}

fn in_context(command: &Value, context: u64) -> bool {
    match command["contexts"].as_array() {
        None => EVERYWHERE.contains(&context),
        Some(contexts) => contexts.iter().any(|one| *one == context),
    }
}

fn allowed(command: &Value, bits: u64) -> bool {
    let needed = command["default_member_permissions"]
        .as_str()
        .and_then(|text| text.parse::<u64>().ok());
    match needed {
        None => true,
        Some(0) => permission::holds(bits, permission::ADMINISTRATOR),
        Some(needed) => permission::holds(bits, needed) || permission::holds(bits, permission::ADMINISTRATOR),
    }
}

/// An option without the members that Discord leaves out when they are empty.
fn clean_option(option: &Value) -> Value {
    let Some(object) = option.as_object() else {
        return option.clone();
    };
    let mut clean: Map<String, Value> = without_nulls(object);
    for key in ["required", "autocomplete"] {
        if clean.get(key) == Some(&json!(false)) {
            clean.remove(key);
        }
    }
    for key in ["choices", "options", "channel_types"] {
        if clean.get(key).and_then(Value::as_array).is_some_and(Vec::is_empty) {
            clean.remove(key);
        }
    }
    for key in ["name_localizations", "description_localizations"] {
        if clean.get(key).and_then(Value::as_object).is_some_and(Map::is_empty) {
            clean.remove(key);
        }
    }
    if let Some(inner) = clean.get_mut("options").and_then(Value::as_array_mut) {
        for one in inner.iter_mut() {
            *one = clean_option(one);
        }
    }
    Value::Object(clean)
}
