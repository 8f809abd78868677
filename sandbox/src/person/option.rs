//! Typing and checking the value of a command's option, as Discord's client does before it sends.

use serde_json::{Value, json};

use super::resolve::Resolved;
use super::{ClientRefusal, File};
use crate::id::Id;
use crate::permission;
use crate::world::State;

/// The greatest integer an option takes: 2^53 - 1.
const MOST: i64 = (1 << 53) - 1;

/// Where a value is typed, and what it names on the way.
pub(crate) struct Desk<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) person: Id,
    pub(crate) channel: Id,
    pub(crate) files: Vec<File>,
    pub(crate) resolved: Resolved,
}

impl Desk<'_> {
    /// The value as it is sent. `given` is text, or already of the option's type.
    pub(crate) fn typed(&mut self, option: &Value, given: &Value) -> Result<Value, ClientRefusal> {
        let refuse = |reason: String| ClientRefusal::BadValue {
            name: name(option),
            value: text(given),
            reason,
        };
        let given = chosen(option, given).map_err(refuse)?;
        match option["type"].as_u64() {
            Some(3) => string(option, &given),
            Some(4) => integer(option, &given),
            Some(5) => boolean(&given),
            Some(10) => number(option, &given),
            Some(6) => self.user(&given),
            Some(7) => self.channel(option, &given),
            Some(8) => self.role(&given),
            Some(9) => self.role(&given).or_else(|_| self.user(&given)),
            Some(11) => self.file(&given),
            _ => Err("the option's type is not known".to_owned()),
        }
        .map_err(refuse)
    }

    fn server(&self) -> Option<Id> {
        self.state.channels.get(&self.channel)?.server
    }

    fn user(&mut self, given: &Value) -> Result<Value, String> {
        let wanted = text(given);
        let wanted = wanted.trim_start_matches(['<', '@', '!']).trim_end_matches('>');
        let id = wanted.parse().ok();
        let place = self.state.channels.get(&self.channel);
        let server = place.and_then(|place| place.server);
        let pool: Vec<Id> = match server.and_then(|server| self.state.servers.get(&server)) {
            Some(server) => server.members.keys().copied().collect(),
            None => place.map(|place| place.people.clone()).unwrap_or_default(),
        };
        let named = |id: &&Id| {
            self.state
                .users
                .get(id)
                .is_some_and(|user| user.username == wanted.to_lowercase() || user.name.eq_ignore_ascii_case(wanted))
        };
        let found = id
            .filter(|id| self.state.users.contains_key(id))
            .or_else(|| pool.iter().find(named).copied())
            .ok_or("nobody here has that name or id")?;
        self.resolved.user(self.state, self.channel, found);
        Ok(json!(found))
    }

    fn role(&mut self, given: &Value) -> Result<Value, String> {
        let wanted = text(given);
        let wanted = wanted.trim_start_matches(['<', '@', '&']).trim_end_matches('>');
        let server = self.server().ok_or("there are no roles here")?;
        let home = self.state.servers.get(&server).ok_or("there are no roles here")?;
        let role = wanted
            .parse()
            .ok()
            .filter(|id| home.roles.contains_key(id))
            .or_else(|| home.role_named(wanted).map(|role| role.id))
            .ok_or("no role has that name or id")?;
        self.resolved.role(self.state, server, role);
        Ok(json!(role))
    }

    fn channel(&mut self, option: &Value, given: &Value) -> Result<Value, String> {
        let wanted = text(given);
        let wanted = wanted.trim_start_matches(['<', '#']).trim_end_matches('>');
        let id: Option<Id> = wanted.parse().ok();
        let server = self.server();
        let found = self
            .state
            .channels
            .values()
            .find(|channel| {
                channel.server == server
                    && (Some(channel.id) == id || channel.name == wanted)
                    && self.state.may(self.person, channel, permission::VIEW_CHANNEL)
            })
            .ok_or("no channel has that name or id")?;
        let kinds = option["channel_types"].as_array();
        if kinds.is_some_and(|kinds| !kinds.is_empty() && !kinds.contains(&json!(found.kind.number()))) {
            return Err("that sort of channel is not taken".to_owned());
        }
        let id = found.id;
        self.resolved.channel(self.state, self.person, id);
        Ok(json!(id))
    }

    fn file(&mut self, given: &Value) -> Result<Value, String> {
        let wanted = text(given);
        let place = self.files.iter().position(|file| file.name == wanted);
        let file = self
            .files
            .remove(place.ok_or("no file with that name was handed over")?);
        let stored = self.state.store_file(self.channel, file.into_stored());
        self.resolved.file(&stored);
        Ok(json!(stored.id))
    }
}

/// The value of the choice with that name (or value), where the option has choices.
fn chosen(option: &Value, given: &Value) -> Result<Value, String> {
    let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) else {
        return Ok(given.clone());
    };
    choices
        .iter()
        .find(|choice| choice["name"] == *given || choice["value"] == *given || text(&choice["value"]) == text(given))
        .map(|choice| choice["value"].clone())
        .ok_or_else(|| "it is none of the choices".to_owned())
}

fn string(option: &Value, given: &Value) -> Result<Value, String> {
    let text = text(given);
    let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    let least = option["min_length"].as_u64().unwrap_or(0);
    let most = option["max_length"].as_u64().unwrap_or(6000);
    if text.is_empty() && option["required"] == true {
        return Err("it is empty".to_owned());
    }
    if length < least || length > most {
        return Err(format!("it must have {least} to {most} characters"));
    }
    Ok(json!(text))
}

fn integer(option: &Value, given: &Value) -> Result<Value, String> {
    let value: i64 = text(given).trim().parse().map_err(|_| "it is not a whole number")?;
    if !(-MOST..=MOST).contains(&value) {
        return Err("it is too large".to_owned());
    }
    if option["min_value"].as_i64().is_some_and(|least| value < least)
        || option["max_value"].as_i64().is_some_and(|most| value > most)
    {
        return Err("it is out of range".to_owned());
    }
    Ok(json!(value))
}

fn number(option: &Value, given: &Value) -> Result<Value, String> {
    let value: f64 = text(given).trim().parse().map_err(|_| "it is not a number")?;
    if !value.is_finite()
        || option["min_value"].as_f64().is_some_and(|least| value < least)
        || option["max_value"].as_f64().is_some_and(|most| value > most)
    {
        return Err("it is out of range".to_owned());
    }
    Ok(json!(value))
}

fn boolean(given: &Value) -> Result<Value, String> {
    match text(given).to_lowercase().as_str() {
        "true" | "yes" => Ok(json!(true)),
        "false" | "no" => Ok(json!(false)),
        _ => Err("it is neither True nor False".to_owned()),
    }
}

pub(crate) fn name(of: &Value) -> String {
    of["name"].as_str().unwrap_or_default().to_owned()
}

/// A value as a person would type it.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
