//! Slash commands: what is offered, sending one, and completing an option.

use serde_json::{Map, Value, json};

use super::line::{self, Line};
use super::option::{Desk, name, text};
use super::resolve::Resolved;
use super::start::Start;
use super::{Answer, Choice, ClientRefusal, File, Interaction, NoAnswer, Person};
use crate::id::Id;
use crate::world::{Kind, State, Used};

/// A command that is about to be sent.
struct Call {
    command: Value,
    path: Vec<String>,
    values: Vec<(String, Value)>,
    files: Vec<File>,
    /// The option being typed, when it is to be completed.
    focused: Option<String>,
}

impl Call {
    fn from_line(line: Line, files: Vec<File>) -> Self {
        let values = line
            .values
            .into_iter()
            .map(|(name, value)| (name, json!(value)))
            .collect();
        Self {
            command: line.command,
            path: line.path,
            values,
            files,
            focused: None,
        }
    }
}

impl Person {
    /// The commands Discord's client offers this person in the channel.
    #[must_use]
    pub fn available_commands(&self, channel: Id) -> Vec<Value> {
        self.inner.state().commands_for(self.id, channel)
    }

    /// Sends a slash command, written as one line: `/kpi add key:nps name:"Net Promoter Score"`.
    ///
    /// People are named `@name` or by id, channels `#name`, choices by their names. A value without
    /// quotes runs until the next option's name.
    pub async fn slash(&self, channel: Id, line: &str) -> Result<Interaction, ClientRefusal> {
        self.slash_with(channel, line, Vec::new()).await
    }

    /// Sends a slash command with files; the value of a file's option is the file's name.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn slash_with(&self, channel: Id, line: &str, files: Vec<File>) -> Result<Interaction, ClientRefusal> {
        let line = line::read(line, &self.available_commands(channel))?;
        self.call(channel, Call::from_line(line, files))
    }

    /// Sends a slash command in parts, as a client with fields does: the path
    /// (`["kpi", "add"]`), and the options as a JSON object of names and values.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn slash_json(
        &self,
        channel: Id,
        path: &[&str],
        options: &Value,
        files: Vec<File>,
    ) -> Result<Interaction, ClientRefusal> {
        let call = self.read_json(channel, path, options, files)?;
        self.call(channel, call)
    }

    /// What the last option of the line can be completed to.
    pub async fn complete(&self, channel: Id, line: &str) -> Result<Vec<Choice>, ClientRefusal> {
        suggestions(&self.type_option(channel, line).await?).await
    }

    /// Types the last option of the line and does not wait for what it can be completed to.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn type_option(&self, channel: Id, line: &str) -> Result<Interaction, ClientRefusal> {
        let line = line::read(line, &self.available_commands(channel))?;
        let mut call = Call::from_line(line, Vec::new());
        call.focused = Some(call.values.last().map(|(name, _)| name.clone()).unwrap_or_default());
        self.call(channel, call)
    }

    /// What the option `focused` can be completed to, for a client with fields.
    pub async fn complete_json(
        &self,
        channel: Id,
        path: &[&str],
        options: &Value,
        focused: &str,
    ) -> Result<Vec<Choice>, ClientRefusal> {
        let mut call = self.read_json(channel, path, options, Vec::new())?;
        if !call.values.iter().any(|(name, _)| name == focused) {
            call.values.push((focused.to_owned(), json!("")));
        }
        call.focused = Some(focused.to_owned());
        suggestions(&self.call(channel, call)?).await
    }

    fn read_json(&self, channel: Id, path: &[&str], options: &Value, files: Vec<File>) -> Result<Call, ClientRefusal> {
        let line = line::read(&format!("/{}", path.join(" ")), &self.available_commands(channel))?;
        let mut call = Call::from_line(line, files);
        let given = options.as_object().cloned().unwrap_or_default();
        call.values = given.into_iter().filter(|(_, value)| !value.is_null()).collect();
        Ok(call)
    }

    fn call(&self, channel: Id, call: Call) -> Result<Interaction, ClientRefusal> {
        let mut state = self.inner.state();
        self.must_see(&state, channel)?;
        let kind = if call.focused.is_some() {
            Kind::Complete
        } else {
            Kind::Command
        };
        let full_name = std::iter::once(name(&call.command))
            .chain(call.path.iter().cloned())
            .collect::<Vec<_>>();
        let data = self.command_data(&mut state, channel, call)?;
        let start = Start {
            kind,
            channel,
            data,
            source: None,
            command: Some(Used {
                name: full_name.join(" "),
                kind: 1,
                target: None,
            }),
            opened_by: None,
        };
        Ok(self.start(&mut state, start))
    }

    /// The `data` of the interaction.
    fn command_data(&self, state: &mut State, channel: Id, call: Call) -> Result<Value, ClientRefusal> {
        let mut here = &call.command;
        let mut kinds = Vec::new();
        for step in &call.path {
            here = line::subcommand(here, step).ok_or_else(|| ClientRefusal::NoSuchCommand(step.clone()))?;
            kinds.push(here["type"].clone());
        }
        let mut desk = Desk {
            state,
            person: self.id,
            channel,
            files: call.files,
            resolved: Resolved::default(),
        };
        let mut options = filled(&mut desk, here, &call.values, call.focused.as_deref())?;
        for (step, kind) in call.path.iter().zip(kinds).rev() {
            options = vec![json!({ "name": step, "type": kind, "options": options })];
        }
        let mut data = Map::new();
        for key in ["id", "name", "type", "guild_id"] {
            if let Some(value) = call.command.get(key) {
                data.insert(key.to_owned(), value.clone());
            }
        }
        if !options.is_empty() {
            data.insert("options".to_owned(), json!(options));
        }
        if let Some(resolved) = desk.resolved.into_json() {
            data.insert("resolved".to_owned(), resolved);
        }
        Ok(Value::Object(data))
    }
}

async fn suggestions(typed: &Interaction) -> Result<Vec<Choice>, ClientRefusal> {
    match typed.answer().await? {
        Answer::Choices(choices) => Ok(choices),
        _ => Err(NoAnswer::TooLate.into()),
    }
}

/// The options as they are sent. While one is being typed, the others are sent as far as they are right.
fn filled(
    desk: &mut Desk<'_>,
    of: &Value,
    values: &[(String, Value)],
    focused: Option<&str>,
) -> Result<Vec<Value>, ClientRefusal> {
    let known = line::options(of);
    if let Some((unknown, _)) = values
        .iter()
        .find(|(given, _)| !known.iter().any(|option| name(option) == *given))
    {
        return Err(ClientRefusal::NoSuchOption(unknown.clone()));
    }
    if focused.is_none() {
        let missing = known
            .iter()
            .find(|option| option["required"] == true && !values.iter().any(|(given, _)| *given == name(option)));
        if let Some(missing) = missing {
            return Err(ClientRefusal::OptionMissing(name(missing)));
        }
    }
    let mut filled = Vec::new();
    for (given, value) in values {
        let Some(option) = known.iter().find(|option| name(option) == *given) else {
            continue;
        };
        if focused == Some(given) {
            if option["autocomplete"] != true {
                return Err(ClientRefusal::NotCompleted(given.clone()));
            }
            filled.push(json!({ "name": given, "type": option["type"], "value": text(value), "focused": true }));
            continue;
        }
        match desk.typed(option, value) {
            Ok(value) => {
                filled.push(json!({ "name": given, "type": option["type"], "value": value }));
            }
            Err(_) if focused.is_some() => {}
            Err(refusal) => return Err(refusal),
        }
    }
    if focused.is_some() && !filled.iter().any(|option| option["focused"] == true) {
        return Err(ClientRefusal::NotCompleted(String::new()));
    }
    Ok(filled)
}
