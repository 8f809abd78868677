//! Forms (Discord calls them modals): what a person is shown, and what they fill in.

use serde_json::Value;

use super::File;
use crate::id::Id;
use crate::world::InteractionRecord;

/// A form the bot opened for a person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Form {
    /// The bot's mark on it.
    pub custom_id: String,
    /// What stands above it.
    pub title: String,
    /// Its fields, from top to bottom.
    pub fields: Vec<Field>,
    /// Text between the fields.
    pub texts: Vec<String>,
    /// Where it was opened.
    pub channel_id: Id,
    /// The message whose component opened it.
    pub message_id: Option<Id>,
    /// The interaction that was answered with it.
    pub opened_by: Id,
    /// The components as the bot gave them.
    pub components: Vec<Value>,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldKind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Paragraph,
    /// Some of a list: a select of any sort, radio buttons or checkboxes.
    Choice,
    /// Yes or no.
    Checkbox,
    /// Files.
    Files,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// The bot's mark on it.
    pub custom_id: String,
    /// What stands above it.
    pub label: String,
    /// What stands below the label.
    pub description: Option<String>,
    /// What it takes.
    pub kind: FieldKind,
    /// What stands in it, greyed, while it is empty.
    pub placeholder: Option<String>,
    /// What it holds when it opens.
    pub value: Option<String>,
    /// Whether it must be filled.
    pub required: bool,
    /// The least number of characters, choices or files.
    pub min: usize,
    /// The greatest number of characters, choices or files.
    pub max: usize,
    /// What can be chosen, as `(label, value)`.
    pub choices: Vec<(String, String)>,
    pub(crate) component: Value,
}

/// What a person puts into a field.
#[derive(Clone, Debug)]
pub enum FormValue {
    /// Text.
    Text(String),
    /// Chosen values (or labels).
    Values(Vec<String>),
    /// A ticked, or empty, checkbox.
    Ticked(bool),
    /// Files.
    Files(Vec<File>),
}

impl Form {
    pub(crate) fn read(data: &Value, opened_by: &InteractionRecord) -> Self {
        let components = data["components"].as_array().cloned().unwrap_or_default();
        let mut fields = Vec::new();
        let mut texts = Vec::new();
        for component in &components {
            match component["type"].as_u64() {
                Some(1) => {
                    let inner = component["components"].as_array();
                    fields.extend(inner.into_iter().flatten().map(|one| Field::read(one, one)));
                }
                Some(18) => fields.push(Field::read(&component["component"], component)),
                _ => texts.push(text(component, "content")),
            }
        }
        Self {
            custom_id: text(data, "custom_id"),
            title: text(data, "title"),
            fields,
            texts,
            channel_id: opened_by.channel,
            message_id: opened_by.source,
            opened_by: opened_by.id,
            components,
        }
    }

    /// The field with this label or `custom_id`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.custom_id == name || field.label == name)
    }
}

impl Field {
    fn read(component: &Value, labelled: &Value) -> Self {
        let kind = match (component["type"].as_u64(), component["style"].as_u64()) {
            (Some(4), Some(2)) => FieldKind::Paragraph,
            (Some(4), _) => FieldKind::Line,
            (Some(19), _) => FieldKind::Files,
            (Some(23), _) => FieldKind::Checkbox,
            _ => FieldKind::Choice,
        };
        let is_text = matches!(kind, FieldKind::Line | FieldKind::Paragraph);
        let (least, most) = if is_text {
            ("min_length", "max_length")
        } else {
            ("min_values", "max_values")
        };
        let number = |key: &str| component[key].as_u64().and_then(|n| usize::try_from(n).ok());
        let given = |from: &Value, key: &str| from[key].as_str().map(str::to_owned);
        let choices: Vec<_> = component["options"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|option| (text(option, "label"), text(option, "value")))
            .collect();
        let whole = if component["type"] == 22 {
            choices.len().max(1)
        } else {
            1
        };
        Self {
            custom_id: text(component, "custom_id"),
            label: text(labelled, "label"),
            description: given(labelled, "description"),
            kind,
            placeholder: given(component, "placeholder"),
            value: given(component, "value"),
            required: component["required"].as_bool().unwrap_or(true),
            min: number(least).unwrap_or(usize::from(!is_text)),
            max: number(most).unwrap_or(if is_text { 4000 } else { whole }),
            choices,
            component: component.clone(),
        }
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}
