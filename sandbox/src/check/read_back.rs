//! Components as they are read back: numbered, without null members, with Discord's defaults.

use serde::Serialize;
use serde_json::{Value, json};

use crate::world::without_nulls;

/// The components as they are read back: each with a number of its own, without null members.
pub(crate) fn components(components: &Value) -> Vec<Value> {
    let mut next = 1;
    let list = components.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|component| numbered(component, &mut next)).collect()
}

fn numbered(component: &Value, next: &mut u64) -> Value {
    let Some(object) = component.as_object() else {
        return component.clone();
    };
    let mut out = without_nulls(object);
    let id = out
        .get("id")
        .and_then(Value::as_u64)
        .filter(|id| *id > 0)
        .unwrap_or(*next);
    out.insert("id".to_owned(), json!(id));
    *next = id.max(*next) + 1;
    for (key, value) in defaults(out.get("type").and_then(Value::as_u64)) {
        out.entry(*key).or_insert_with(|| json!(value));
    }
    for key in ["components", "accessory", "component"] {
        if let Some(inner) = out.get_mut(key) {
            *inner = match inner.take() {
                Value::Array(list) => list.iter().map(|one| numbered(one, next)).collect(),
                one => numbered(&one, next),
            };
        }
    }
    Value::Object(out)
}

/// What Discord fills in where a bot said nothing.
fn defaults(kind: Option<u64>) -> &'static [(&'static str, Filled)] {
    use Filled::{Flag, Nothing, Number};
    match kind {
        Some(3 | 5..=8) => &[("min_values", Number(1)), ("max_values", Number(1))],
        Some(11 | 13) => &[("spoiler", Flag(false))],
        Some(14) => &[("spacing", Number(1)), ("divider", Flag(true))],
        Some(17) => &[("accent_color", Nothing), ("spoiler", Flag(false))],
        _ => &[],
    }
}

#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Filled {
    Number(u64),
    Flag(bool),
    Nothing,
}
