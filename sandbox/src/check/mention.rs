//! `allowed_mentions`: its shape, and what contradicts itself in it.

use serde_json::{Value, json};

use super::Report;

pub(crate) fn allowed_mentions(report: &mut Report, of: &Value) {
    let given = &of["allowed_mentions"];
    if given.is_null() {
        return;
    }
    report.within("allowed_mentions", |report| {
        let parse = report.list(given, "parse", 0..=3);
        report.within("parse", |report| {
            report.each(parse, |report, kind| {
                if !["users", "roles", "everyone"].iter().any(|known| kind == known) {
                    report.refuse(
                        "BASE_TYPE_CHOICES",
                        "Value must be one of ('users', 'roles', 'everyone').",
                    );
                }
            });
        });
        for kind in ["users", "roles"] {
            let listed = report.list(given, kind, 0..=100);
            if !listed.is_empty() && parse.contains(&json!(kind)) {
                let message = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
                report.refuse("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
            }
        }
    });
}
