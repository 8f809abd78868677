//! Application commands: names, descriptions, options, choices, and how much of each.

use std::collections::HashSet;

use serde_json::Value;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

use super::Report;

/// The most characters of a command, all names, descriptions and values together.
const MOST_IN_ALL: usize = 8000;
/// The greatest integer an option takes.
const MOST: i64 = (1 << 53) - 1;

/// A whole list, as a PUT gives it. False when there are too many.
pub(crate) fn commands(report: &mut Report, list: &[Value]) -> bool {
    let mut names = HashSet::new();
    report.each(list, |report, one| {
        command(report, one);
        if !names.insert((kind(one), one["name"].to_string())) {
            report.refuse_at(
                "name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
    });
    fits(list)
}

/// Whether there are no more of each kind than Discord keeps.
pub(crate) fn fits(list: &[Value]) -> bool {
    let count = |wanted: u64| list.iter().filter(|one| kind(one) == wanted).count();
    count(1) <= 100 && count(2) <= 15 && count(3) <= 15 && count(4) <= 1
}

fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

pub(crate) fn command(report: &mut Report, command: &Value) {
    match kind(command) {
        1 => {
            name(report, command);
            report.text(command, "description", 1..=100, true);
            options(report, command, 0);
        }
        2 | 3 => {
            report.text(command, "name", 1..=32, true);
            if command["description"].as_str().is_some_and(|text| !text.is_empty()) {
                report.refuse_at(
                    "description",
                    "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                    "Context menu commands cannot have description",
                );
            }
            if command["options"].as_array().is_some_and(|options| !options.is_empty()) {
                report.refuse_at(
                    "options",
                    "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
                    "Context menu commands cannot have options",
                );
            }
        }
        4 => name(report, command),
        _ => report.refuse_at("type", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4)."),
    }
    localizations(report, command);
    permissions(report, command);
    if characters(command) > MOST_IN_ALL {
        report.refuse(
            "APPLICATION_COMMAND_TOO_LARGE",
            format!("Command exceeds maximum size ({MOST_IN_ALL})"),
        );
    }
}

fn permissions(report: &mut Report, command: &Value) {
    let given = &command["default_member_permissions"];
    let fine = given.is_null() || given.is_u64() || given.as_str().is_some_and(|text| text.parse::<u64>().is_ok());
    if !fine {
        report.refuse_at("default_member_permissions", "NUMBER_TYPE_COERCE", "Value is not int.");
    }
    for (key, most) in [("contexts", 2), ("integration_types", 1)] {
        let list = report.list(command, key, 1..=3);
        report.within(key, |report| {
            report.each(list, |report, one| {
                if one.as_u64().is_none_or(|one| one > most) {
                    report.refuse("BASE_TYPE_CHOICES", "Value is not one of the known ones.");
                }
            });
        });
    }
}

fn name(report: &mut Report, of: &Value) {
    let Some(text) = of["name"].as_str() else {
        return report.required("name");
    };
    let before = text.chars().count();
    if !(1..=32).contains(&before) {
        return report.refuse_at("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.");
    }
    if !text.chars().all(may_stand_in_name) || text.chars().any(|c| c.to_lowercase().next() != Some(c)) {
        report.refuse_at("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

/// `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]$`
fn may_stand_in_name(c: char) -> bool {
    let group = c.general_category_group();
    "-_'".contains(c)
        || matches!(group, GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
        || ('\u{900}'..='\u{97f}').contains(&c)
        || ('\u{e00}'..='\u{e7f}').contains(&c)
}

fn localizations(report: &mut Report, of: &Value) {
    for (key, most) in [("name_localizations", 32), ("description_localizations", 100)] {
        for (locale, text) in of[key].as_object().into_iter().flatten() {
            let length = text.as_str().map_or(0, |text| text.chars().count());
            if !(1..=most).contains(&length) {
                let message = format!("Must be between 1 and {most} in length.");
                report.within(key, |report| {
                    report.refuse_at(locale, "BASE_TYPE_BAD_LENGTH", message);
                });
            }
        }
    }
}

fn options(report: &mut Report, of: &Value, depth: usize) {
    let options = report.list(of, "options", 0..=25);
    let is_sub = |option: &Value| matches!(option["type"].as_u64(), Some(1 | 2));
    let mut names = HashSet::new();
    let mut optional_seen = false;
    report.within("options", |report| {
        if options.iter().any(is_sub) && !options.iter().all(is_sub) {
            report.refuse(
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types",
            );
        }
        report.each(options, |report, option| {
            name(report, option);
            report.text(option, "description", 1..=100, true);
            localizations(report, option);
            if !names.insert(option["name"].to_string()) {
                report.refuse_at(
                    "name",
                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                    "Option name already exists",
                );
            }
            if option["required"] == true && optional_seen {
                report.refuse_at(
                    "required",
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options",
                );
            }
            optional_seen |= option["required"] != true && !is_sub(option);
            one_option(report, option, depth);
        });
    });
}

fn one_option(report: &mut Report, option: &Value, depth: usize) {
    match option["type"].as_u64() {
        Some(1) if depth <= 1 => options(report, option, depth + 2),
        Some(2) if depth == 0 => options(report, option, depth + 1),
        Some(1 | 2) => report.refuse_at(
            "type",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-commands cannot be nested that deep",
        ),
        Some(3..=11) => {}
        Some(_) => {
            return report.refuse_at(
                "type",
                "BASE_TYPE_CHOICES",
                "Value must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).",
            );
        }
        None => return report.required("type"),
    }
    choices(report, option);
    report.number(option, "min_length", 0..=6000);
    report.number(option, "max_length", 1..=6000);
    if option["type"] == 4 {
        report.number(option, "min_value", -MOST..=MOST);
        report.number(option, "max_value", -MOST..=MOST);
    }
}

fn choices(report: &mut Report, option: &Value) {
    let choices = report.list(option, "choices", 0..=25);
    if choices.is_empty() {
        return;
    }
    if !matches!(option["type"].as_u64(), Some(3 | 4 | 10)) {
        report.refuse_at(
            "choices",
            "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
            "Choices are only for strings and numbers",
        );
    }
    if option["autocomplete"] == true {
        report.refuse_at(
            "choices",
            "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
            "Autocomplete and choices exclude each other",
        );
    }
    let mut names = HashSet::new();
    report.within("choices", |report| {
        report.each(choices, |report, choice| {
            report.text(choice, "name", 1..=100, true);
            match &choice["value"] {
                Value::Null => report.required("value"),
                Value::String(_) if option["type"] == 3 => {
                    report.text(choice, "value", 0..=100, true);
                }
                Value::Number(_) if option["type"] != 3 => {}
                _ => report.refuse_at(
                    "value",
                    "BASE_TYPE_BAD_TYPE",
                    "The value does not fit the type of the option.",
                ),
            }
            if !names.insert(choice["name"].to_string()) {
                report.refuse(
                    "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                    "Option choice name already exists",
                );
            }
        });
    });
}

/// Names, descriptions and values, of the command and all below it; the longest localisation counts.
fn characters(of: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |key: &str| {
        let localized = of[format!("{key}_localizations")].as_object().into_iter().flatten();
        localized
            .map(|(_, text)| length(text))
            .max()
            .unwrap_or(0)
            .max(length(&of[key]))
    };
    let below = |key: &str| of[key].as_array().into_iter().flatten().map(characters).sum::<usize>();
    longest("name") + longest("description") + length(&of["value"]) + below("options") + below("choices")
}
