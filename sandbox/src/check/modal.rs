//! Forms: title, fields in rows or labels, and what may stand in them.

use std::collections::HashSet;

use serde_json::Value;

use super::Report;
use super::component::{custom_id, select};

pub(crate) fn modal(report: &mut Report, data: &Value) {
    report.text(data, "custom_id", 1..=100, true);
    report.text(data, "title", 1..=45, true);
    if data["components"].is_null() {
        return report.required("components");
    }
    let components = report.list(data, "components", 1..=5);
    let mut ids = HashSet::new();
    report.within("components", |report| {
        report.each(components, |report, component| match component["type"].as_u64() {
            Some(1) => row(report, component, &mut ids),
            Some(18) => label(report, component, &mut ids),
            Some(10) => report.text(component, "content", 1..=4000, true),
            _ => report.refuse_at("type", "BASE_TYPE_CHOICES", "Value must be one of (1, 10, 18)."),
        });
    });
}

fn row(report: &mut Report, row: &Value, ids: &mut HashSet<String>) {
    let inner = report.list(row, "components", 1..=1);
    report.within("components", |report| {
        report.each(inner, |report, one| {
            if one["type"] != 4 {
                return report.refuse_at("type", "BASE_TYPE_CHOICES", "Value must be one of (4,).");
            }
            report.text(one, "label", 1..=45, true);
            text_input(report, one, ids);
        });
    });
}

fn label(report: &mut Report, label: &Value, ids: &mut HashSet<String>) {
    report.text(label, "label", 1..=45, true);
    report.text(label, "description", 1..=100, false);
    let one = &label["component"];
    report.within("component", |report| {
        if one["disabled"] == true {
            report.refuse_at(
                "disabled",
                "COMPONENT_DISABLED_IN_MODAL",
                "Components in a modal cannot be disabled",
            );
        }
        match one["type"].as_u64() {
            Some(4) => text_input(report, one, ids),
            Some(3 | 5..=8) => select(report, one, ids, true),
            Some(19) => {
                custom_id(report, one, ids);
                report.number(one, "min_values", 0..=10);
                report.number(one, "max_values", 1..=10);
            }
            Some(21) => listed(report, one, ids, 2),
            Some(22) => listed(report, one, ids, 1),
            Some(23) => custom_id(report, one, ids),
            Some(_) => report.refuse_at(
                "type",
                "BASE_TYPE_CHOICES",
                "Value must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).",
            ),
            None => report.refuse("BASE_TYPE_REQUIRED", "This field is required"),
        }
    });
}

/// Radio buttons and checkboxes.
fn listed(report: &mut Report, one: &Value, ids: &mut HashSet<String>, least: usize) {
    custom_id(report, one, ids);
    let options = report.list(one, "options", least..=10);
    report.within("options", |report| {
        report.each(options, |report, option| {
            report.text(option, "label", 1..=100, true);
            report.text(option, "value", 1..=100, true);
        });
    });
}

fn text_input(report: &mut Report, input: &Value, ids: &mut HashSet<String>) {
    custom_id(report, input, ids);
    match input["style"].as_u64() {
        Some(1 | 2) => {}
        Some(_) => report.refuse_at("style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2)."),
        None => report.required("style"),
    }
    report.number(input, "min_length", 0..=4000);
    report.number(input, "max_length", 1..=4000);
    report.text(input, "placeholder", 0..=100, false);
    report.text(input, "value", 0..=4000, false);
    let (least, most) = (input["min_length"].as_u64(), input["max_length"].as_u64());
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        report.refuse_at(
            "min_length",
            "BASE_TYPE_BAD_RANGE",
            "min_length cannot be greater than max_length",
        );
    }
    let length = input["value"].as_str().map_or(0, |value| value.chars().count());
    if most.is_some_and(|most| u64::try_from(length).is_ok_and(|length| length > most)) {
        report.refuse_at(
            "value",
            "BASE_TYPE_BAD_LENGTH",
            "The value does not fit the length of the input",
        );
    }
}
