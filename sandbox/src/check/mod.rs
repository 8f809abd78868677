//! What Discord checks in a body: lengths, counts, shapes. Pure; each noun has a file.
//! The findings go into a [`Report`], which becomes Discord's nested `errors`.

pub(crate) mod choice;
pub(crate) mod command;
pub(crate) mod component;
pub(crate) mod embed;
pub(crate) mod field;
pub(crate) mod mention;
pub(crate) mod message;
pub(crate) mod modal;
pub(crate) mod read_back;

use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

use crate::rest::Refusal;

/// What is wrong in a body, and where.
#[derive(Debug, Default)]
pub(crate) struct Report {
    path: Vec<String>,
    errors: Map<String, Value>,
}

impl Report {
    /// Everything `look` finds is below `key`.
    pub(crate) fn within(&mut self, key: &str, look: impl FnOnce(&mut Self)) {
        self.path.push(key.to_owned());
        look(self);
        self.path.pop();
    }

    /// Looks at each of a list, below its index.
    pub(crate) fn each<'a>(
        &mut self,
        list: impl IntoIterator<Item = &'a Value>,
        mut look: impl FnMut(&mut Self, &'a Value),
    ) {
        for (index, value) in list.into_iter().enumerate() {
            self.within(&index.to_string(), |report| look(report, value));
        }
    }

    /// Something is wrong here.
    pub(crate) fn refuse(&mut self, code: &str, message: impl Into<String>) {
        let mut here = &mut self.errors;
        for key in &self.path {
            let next = here.entry(key.clone()).or_insert_with(|| json!({}));
            let Value::Object(next) = next else { return };
            here = next;
        }
        let found = json!({ "code": code, "message": message.into() });
        if let Value::Array(list) = here.entry("_errors").or_insert_with(|| json!([])) {
            list.push(found);
        }
    }

    /// Something is wrong at `key`.
    pub(crate) fn refuse_at(&mut self, key: &str, code: &str, message: impl Into<String>) {
        self.within(key, |report| report.refuse(code, message));
    }

    /// A text of so many characters. Absent and null are the same.
    pub(crate) fn text(&mut self, of: &Value, key: &str, range: RangeInclusive<usize>, required: bool) {
        match &of[key] {
            Value::Null if required => self.required(key),
            Value::Null => {}
            Value::String(text) => self.length(key, text.chars().count(), range),
            _ => self.refuse_at(key, "BASE_TYPE_BAD_TYPE", "Could not interpret value as string."),
        }
    }

    /// Like [`text`](Self::text), measured after trimming.
    pub(crate) fn trimmed(&mut self, of: &Value, key: &str, range: RangeInclusive<usize>, required: bool) {
        let trimmed = json!({ key: of[key].as_str().map(str::trim).map_or_else(|| of[key].clone(), Value::from) });
        self.text(&trimmed, key, range, required);
    }

    fn length(&mut self, key: &str, length: usize, range: RangeInclusive<usize>) {
        if range.contains(&length) {
            return;
        }
        let (least, most) = (range.start(), range.end());
        if *least == 1 && length == 0 {
            return self.required(key);
        }
        if *least == 0 {
            return self.refuse_at(
                key,
                "BASE_TYPE_MAX_LENGTH",
                format!("Must be {most} or fewer in length."),
            );
        }
        self.refuse_at(
            key,
            "BASE_TYPE_BAD_LENGTH",
            format!("Must be between {least} and {most} in length."),
        );
    }

    /// A list of so many; an empty slice when it is absent or no list.
    pub(crate) fn list<'a>(&mut self, of: &'a Value, key: &str, range: RangeInclusive<usize>) -> &'a [Value] {
        match &of[key] {
            Value::Null => &[],
            Value::Array(list) => {
                if !range.contains(&list.len()) {
                    let (least, most) = (range.start(), range.end());
                    let message = if *least == 0 {
                        format!("Must be {most} or fewer in length.")
                    } else {
                        format!("Must be between {least} and {most} in length.")
                    };
                    self.refuse_at(
                        key,
                        if *least == 0 {
                            "BASE_TYPE_MAX_LENGTH"
                        } else {
                            "BASE_TYPE_BAD_LENGTH"
                        },
                        message,
                    );
                }
                list
            }
            _ => {
                self.refuse_at(key, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
                &[]
            }
        }
    }

    /// A whole number in a range. Absent and null are the same.
    pub(crate) fn number(&mut self, of: &Value, key: &str, range: RangeInclusive<i64>) {
        match &of[key] {
            Value::Null => {}
            value => match whole(value) {
                None => self.refuse_at(key, "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int.")),
                Some(number) if number < *range.start() => {
                    let least = range.start();
                    self.refuse_at(
                        key,
                        "NUMBER_TYPE_MIN",
                        format!("int value should be greater than or equal to {least}."),
                    );
                }
                Some(number) if number > *range.end() => {
                    let most = range.end();
                    self.refuse_at(
                        key,
                        "NUMBER_TYPE_MAX",
                        format!("int value should be less than or equal to {most}."),
                    );
                }
                Some(_) => {}
            },
        }
    }

    pub(crate) fn required(&mut self, key: &str) {
        self.refuse_at(key, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// Fine, or Discord's "Invalid Form Body".
    pub(crate) fn finish(mut self) -> Result<(), Refusal> {
        parts_first(&mut self.errors);
        if self.errors.is_empty() {
            Ok(())
        } else {
            Err(Refusal::form(Value::Object(self.errors)))
        }
    }
}

/// Discord looks at a whole only when all its parts are right: where parts are wrong, the whole is not judged.
fn parts_first(errors: &mut Map<String, Value>) {
    if errors.len() > 1 {
        errors.shift_remove("_errors");
    }
    for part in errors.values_mut() {
        if let Value::Object(part) = part {
            parts_first(part);
        }
    }
}

/// A whole number, also one written as a text or as `1.0` (which is how serenity writes the bounds of an option).
fn whole(value: &Value) -> Option<i64> {
    let text = || match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.to_string().strip_suffix(".0")?.parse().ok(),
        _ => None,
    };
    value.as_i64().or_else(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_may_be_written_in_three_ways() {
        let check = |value: Value, read: Option<i64>| assert_eq!(whole(&value), read, "{value}");
        check(serde_json::json!(12), Some(12));
        check(serde_json::json!("12"), Some(12));
        check(serde_json::json!(12.0), Some(12));
        check(serde_json::json!(12.5), None);
        check(serde_json::json!([12]), None);
    }
}
