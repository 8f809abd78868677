//! What an option being typed may be completed to.

use serde_json::Value;

use super::Report;

pub(crate) fn choices(report: &mut Report, of: &Value) {
    if of["choices"].is_null() {
        return report.required("choices");
    }
    let choices = report.list(of, "choices", 0..=25);
    report.within("choices", |report| {
        report.each(choices, |report, choice| {
            report.text(choice, "name", 1..=100, true);
            match &choice["value"] {
                Value::Null => report.required("value"),
                Value::String(_) => report.text(choice, "value", 0..=100, true),
                Value::Number(_) => {}
                _ => report.refuse_at(
                    "value",
                    "BASE_TYPE_BAD_TYPE",
                    "Could not interpret value as string or number.",
                ),
            }
        });
    });
}
