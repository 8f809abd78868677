//! Components of messages and forms: their counts, lengths, unique ids, and what may stand in what.

use std::collections::HashSet;

use serde_json::Value;

use super::Report;

/// The most components, nested ones counted, in a message made of components.
const MOST_V2: usize = 40;
/// The most characters of all text displays of a message (not documented; what Discord is known to do).
const MOST_TEXT_V2: usize = 4000;

/// The components of a message.
pub(crate) fn components(report: &mut Report, of: &Value, v2: bool) {
    let most = if v2 { MOST_V2 } else { 5 };
    let list = report.list(of, "components", 0..=most);
    let mut ids = HashSet::new();
    report.within("components", |report| {
        report.each(list, |report, component| {
            top(report, component, v2, &mut ids);
        });
        if v2 {
            in_all(report, list);
        }
    });
}

fn in_all(report: &mut Report, list: &[Value]) {
    let mut count = 0;
    let mut text = 0;
    crate::world::find(list, &mut |component| {
        count += usize::from(component["type"].is_u64());
        if component["type"] == 10 {
            text += component["content"]
                .as_str()
                .map_or(0, |content| content.chars().count());
        }
        false
    });
    if count > MOST_V2 {
        report.refuse(
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            format!("The total number of components cannot exceed {MOST_V2}"),
        );
    }
    if text > MOST_TEXT_V2 {
        report.refuse(
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            format!("The total displayable text size cannot exceed {MOST_TEXT_V2} characters"),
        );
    }
}

fn top(report: &mut Report, component: &Value, v2: bool, ids: &mut HashSet<String>) {
    match component["type"].as_u64() {
        Some(1) => row(report, component, ids),
        Some(kind) if v2 => block(report, component, kind, ids),
        None if component["type"].is_null() => report.required("type"),
        _ => choices(report, "type", if v2 { "(1, 9, 10, 12, 13, 14, 17)" } else { "(1,)" }),
    }
}

fn choices(report: &mut Report, key: &str, known: &str) {
    report.refuse_at(key, "BASE_TYPE_CHOICES", format!("Value must be one of {known}."));
}

/// What only a message made of components may hold.
fn block(report: &mut Report, component: &Value, kind: u64, ids: &mut HashSet<String>) {
    match kind {
        9 => section(report, component, ids),
        10 => report.text(component, "content", 1..=4000, true),
        12 => {
            if component["items"].is_null() {
                report.required("items");
            }
            let items = report.list(component, "items", 1..=10);
            report.within("items", |report| {
                report.each(items, |report, item| {
                    report.within("media", |report| {
                        report.text(&item["media"], "url", 1..=2048, true);
                    });
                    report.text(item, "description", 1..=1024, false);
                });
            });
        }
        13 => report.within("file", |report| {
            report.text(&component["file"], "url", 1..=2048, true);
        }),
        14 => report.number(component, "spacing", 1..=2),
        17 => container(report, component, ids),
        _ => choices(report, "type", "(1, 9, 10, 12, 13, 14, 17)"),
    }
}

fn section(report: &mut Report, component: &Value, ids: &mut HashSet<String>) {
    let texts = report.list(component, "components", 1..=3);
    report.within("components", |report| {
        report.each(texts, |report, text| {
            if text["type"] != 10 {
                choices(report, "type", "(10,)");
            }
            report.text(text, "content", 1..=4000, true);
        });
    });
    report.within("accessory", |report| match component["accessory"]["type"].as_u64() {
        Some(2) => button(report, &component["accessory"], ids),
        Some(11) => {
            let media = &component["accessory"]["media"];
            report.within("media", |report| report.text(media, "url", 1..=2048, true));
        }
        Some(_) => choices(report, "type", "(2, 11)"),
        None => report.refuse("BASE_TYPE_REQUIRED", "This field is required"),
    });
}

fn container(report: &mut Report, component: &Value, ids: &mut HashSet<String>) {
    let inner = report.list(component, "components", 1..=MOST_V2);
    report.number(component, "accent_color", 0..=0xff_ffff);
    report.within("components", |report| {
        report.each(inner, |report, inner| match inner["type"].as_u64() {
            Some(17) => choices(report, "type", "(1, 9, 10, 12, 13, 14)"),
            _ => top(report, inner, true, ids),
        });
    });
}

/// A row: up to five buttons, or one select.
fn row(report: &mut Report, row: &Value, ids: &mut HashSet<String>) {
    if row["components"].is_null() {
        return report.required("components");
    }
    let inner = report.list(row, "components", 1..=5);
    let others = inner.iter().filter(|one| one["type"] != 2).count();
    report.within("components", |report| {
        if others > 0 && inner.len() > 1 {
            report.refuse(
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            );
        }
        report.each(inner, |report, one| match one["type"].as_u64() {
            Some(2) => button(report, one, ids),
            Some(3 | 5..=8) => select(report, one, ids, false),
            _ => choices(report, "type", "(2, 3, 5, 6, 7, 8)"),
        });
    });
}

fn button(report: &mut Report, button: &Value, ids: &mut HashSet<String>) {
    report.text(button, "label", 0..=80, false);
    let has = |key: &str| !button[key].is_null() && button[key] != "";
    match button["style"].as_u64() {
        Some(1..=4) => {
            custom_id(report, button, ids);
            if has("url") {
                report.refuse(
                    "BUTTON_COMPONENT_INVALID_URL",
                    "A custom id and url cannot both be specified",
                );
            }
        }
        Some(5) => {
            report.text(button, "url", 1..=512, true);
            if has("custom_id") {
                report.refuse(
                    "BUTTON_COMPONENT_CUSTOM_ID_AND_URL",
                    "A custom id and url cannot both be specified",
                );
            }
        }
        Some(6) => {
            report.text(button, "sku_id", 1..=20, true);
            if ["custom_id", "label", "url", "emoji"].iter().any(|key| has(key)) {
                report.refuse("BUTTON_COMPONENT_PREMIUM", "A premium button takes only a sku id");
            }
        }
        Some(_) => choices(report, "style", "(1, 2, 3, 4, 5, 6)"),
        None => report.required("style"),
    }
    if button["style"] != 6 && !has("label") && !has("emoji") {
        report.refuse_at(
            "label",
            "BUTTON_COMPONENT_INVALID",
            "A button must have a label or emoji",
        );
    }
}

/// A custom id, which no other component of the message has.
pub(crate) fn custom_id(report: &mut Report, component: &Value, ids: &mut HashSet<String>) {
    report.text(component, "custom_id", 1..=100, true);
    if let Some(id) = component["custom_id"].as_str()
        && !ids.insert(id.to_owned())
    {
        report.refuse_at(
            "custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated",
        );
    }
}

/// A select of any sort.
pub(crate) fn select(report: &mut Report, select: &Value, ids: &mut HashSet<String>, in_form: bool) {
    custom_id(report, select, ids);
    report.text(select, "placeholder", 0..=150, false);
    let may_be_empty = !in_form || select["required"] == false;
    report.number(select, "min_values", i64::from(!may_be_empty)..=25);
    report.number(select, "max_values", 1..=25);
    let least = select["min_values"].as_u64().unwrap_or(1);
    let most = select["max_values"].as_u64().unwrap_or(1);
    if least > most {
        report.refuse_at(
            "max_values",
            "BASE_TYPE_BAD_RANGE",
            "min_values cannot be greater than max_values",
        );
    }
    if select["type"] == 3 {
        options(report, select, most);
    }
}

fn options(report: &mut Report, select: &Value, most: u64) {
    if select["options"].is_null() {
        return report.required("options");
    }
    let options = report.list(select, "options", 1..=25);
    if usize::try_from(most).is_ok_and(|most| most > options.len()) {
        report.refuse_at(
            "options",
            "BASE_TYPE_BAD_LENGTH",
            format!("Must be between {most} and 25 in length."),
        );
    }
    let mut values = HashSet::new();
    report.within("options", |report| {
        report.each(options, |report, option| {
            report.text(option, "label", 1..=100, true);
            report.text(option, "value", 1..=100, true);
            report.text(option, "description", 0..=100, false);
            if !values.insert(option["value"].to_string()) {
                report.refuse_at(
                    "value",
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                );
            }
        });
    });
}
