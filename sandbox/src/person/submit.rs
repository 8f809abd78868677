//! Filling in a form and sending it.

use serde_json::{Value, json};

use super::choose::Chooser;
use super::resolve::Resolved;
use super::start::Start;
use super::{ClientRefusal, Field, FieldKind, File, Form, FormValue, Interaction, Person};
use crate::id::Id;
use crate::world::{Kind, State};

impl Person {
    /// Sends the form with these fields, named by label or `custom_id`. Others keep what they hold.
    ///
    /// A field that offers choices takes one of them, by value or label.
    pub async fn submit(&self, form: &Form, fields: &[(&str, &str)]) -> Result<Interaction, ClientRefusal> {
        let fields = fields
            .iter()
            .map(|(name, value)| {
                let choice = form.field(name).is_some_and(|field| field.kind == FieldKind::Choice);
                let value = if choice {
                    FormValue::Values(vec![(*value).to_owned()])
                } else {
                    FormValue::Text((*value).to_owned())
                };
                ((*name).to_owned(), value)
            })
            .collect();
        self.submit_with(form, fields).await
    }

    /// Sends the form with values of every sort.
    #[expect(clippy::unused_async, reason = "all that a person does is awaited")]
    pub async fn submit_with(
        &self,
        form: &Form,
        fields: Vec<(String, FormValue)>,
    ) -> Result<Interaction, ClientRefusal> {
        if let Some((unknown, _)) = fields.iter().find(|(name, _)| form.field(name).is_none()) {
            return Err(ClientRefusal::NoSuchComponent(unknown.clone()));
        }
        let mut state = self.inner.state();
        self.must_see(&state, form.channel_id)?;
        let mut desk = FormDesk {
            state: &mut state,
            person: self.id,
            channel: form.channel_id,
            resolved: Resolved::default(),
        };
        let mut components = Vec::new();
        for field in &form.fields {
            let given = fields
                .iter()
                .find(|(name, _)| *name == field.custom_id || *name == field.label);
            components.push((
                field.custom_id.clone(),
                desk.filled(field, given.map(|(_, value)| value))?,
            ));
        }
        let resolved = desk.resolved.into_json();
        let mut data = json!({ "custom_id": form.custom_id, "components": laid_out(form, &components) });
        if let Some(resolved) = resolved {
            data["resolved"] = resolved;
        }
        let start = Start {
            kind: Kind::Submit,
            channel: form.channel_id,
            data,
            source: form.message_id,
            command: None,
            opened_by: Some(form.opened_by),
        };
        Ok(self.start(&mut state, start))
    }
}

/// The filled components in the form's own layout: rows, or labels around one component each.
fn laid_out(form: &Form, filled: &[(String, Value)]) -> Value {
    let find = |component: &Value| {
        let wanted = component["custom_id"].as_str().unwrap_or_default();
        filled
            .iter()
            .find(|(id, _)| id == wanted)
            .map(|(_, value)| value.clone())
    };
    form.components
        .iter()
        .zip(1..)
        .map(|(outer, id)| match outer["type"].as_u64() {
            Some(1) => {
                let inner: Vec<_> = outer["components"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(find)
                    .collect();
                json!({ "type": 1, "id": id, "components": inner })
            }
            Some(18) => json!({ "type": 18, "id": id, "component": find(&outer["component"]) }),
            other => json!({ "type": other, "id": id }),
        })
        .collect()
}

struct FormDesk<'a> {
    state: &'a mut State,
    person: Id,
    channel: Id,
    resolved: Resolved,
}

impl FormDesk<'_> {
    fn filled(&mut self, field: &Field, given: Option<&FormValue>) -> Result<Value, ClientRefusal> {
        let mut sent = json!({ "type": field.component["type"], "custom_id": field.custom_id });
        if let Some(id) = field.component.get("id") {
            sent["id"] = id.clone();
        }
        match field.kind {
            FieldKind::Line | FieldKind::Paragraph => sent["value"] = json!(text(field, given)?),
            FieldKind::Checkbox => {
                sent["value"] = json!(matches!(given, Some(FormValue::Ticked(true))));
            }
            FieldKind::Choice => self.choose(field, given, &mut sent)?,
            FieldKind::Files => sent["values"] = self.upload(field, given)?,
        }
        Ok(sent)
    }

    fn choose(&mut self, field: &Field, given: Option<&FormValue>, sent: &mut Value) -> Result<(), ClientRefusal> {
        let given: Vec<&str> = match given {
            Some(FormValue::Values(values)) => values.iter().map(String::as_str).collect(),
            Some(FormValue::Text(value)) => vec![value],
            _ => Vec::new(),
        };
        let mut values = Vec::new();
        if !given.is_empty() || field.required {
            let mut select = field.component.clone();
            select["min_values"] = json!(field.min);
            select["max_values"] = json!(field.max);
            let chooser = Chooser {
                state: self.state,
                person: self.person,
                channel: self.channel,
            };
            let (chosen, resolved) = chooser.chosen(&select, &given)?;
            values = chosen;
            self.resolved.merge(resolved);
        }
        if field.component["type"] == 21 {
            sent["value"] = values.into_iter().next().unwrap_or_default();
        } else {
            sent["values"] = json!(values);
        }
        Ok(())
    }

    fn upload(&mut self, field: &Field, given: Option<&FormValue>) -> Result<Value, ClientRefusal> {
        let files: &[File] = match given {
            Some(FormValue::Files(files)) => files,
            _ => &[],
        };
        let least = if field.required { field.min } else { 0 };
        if files.len() < least || files.len() > field.max {
            return Err(refuse(field, "", &format!("{least} to {} files are taken", field.max)));
        }
        let mut ids = Vec::new();
        for file in files {
            let stored = self.state.store_file(self.channel, file.clone().into_stored());
            self.resolved.file(&stored);
            ids.push(stored.id);
        }
        Ok(json!(ids))
    }
}

fn text(field: &Field, given: Option<&FormValue>) -> Result<String, ClientRefusal> {
    let text = match given {
        Some(FormValue::Text(text)) => text.clone(),
        Some(_) => return Err(refuse(field, "", "it takes text")),
        None => field.value.clone().unwrap_or_default(),
    };
    let length = text.chars().count();
    if text.is_empty() {
        return if field.required {
            Err(refuse(field, "", "it is required"))
        } else {
            Ok(text)
        };
    }
    if field.kind == FieldKind::Line && text.contains('\n') {
        return Err(refuse(field, &text, "it takes one line"));
    }
    if length < field.min || length > field.max {
        return Err(refuse(
            field,
            &text,
            &format!("it must have {} to {} characters", field.min, field.max),
        ));
    }
    Ok(text)
}

fn refuse(field: &Field, value: &str, reason: &str) -> ClientRefusal {
    ClientRefusal::BadValue {
        name: field.label.clone(),
        value: value.to_owned(),
        reason: reason.to_owned(),
    }
}
