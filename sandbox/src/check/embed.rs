//! Embeds: lengths, the number of fields, and the 6000 characters of all of a message's embeds.

use serde_json::{Map, Value, json};

use super::Report;

/// The most characters in all embeds of one message.
const MOST_IN_ALL: usize = 6000;

pub(crate) fn embeds(report: &mut Report, of: &Value) {
    let embeds = report.list(of, "embeds", 0..=10);
    report.within("embeds", |report| {
        report.each(embeds, embed);
        if embeds.iter().map(characters).sum::<usize>() > MOST_IN_ALL {
            report.refuse(
                "MAX_EMBED_SIZE_EXCEEDED",
                format!("Embed size exceeds maximum size of {MOST_IN_ALL}"),
            );
        }
    });
}

fn embed(report: &mut Report, embed: &Value) {
    if !embed.is_object() {
        return report.refuse("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    }
    report.trimmed(embed, "title", 0..=256, false);
    report.trimmed(embed, "description", 0..=4096, false);
    report.number(embed, "color", 0..=0xff_ffff);
    let fields = report.list(embed, "fields", 0..=25);
    report.within("fields", |report| {
        report.each(fields, |report, field| {
            report.trimmed(field, "name", 1..=256, true);
            report.trimmed(field, "value", 1..=1024, true);
        });
    });
    for (part, key, most) in [("footer", "text", 2048), ("author", "name", 256)] {
        if embed[part].is_object() {
            report.within(part, |report| {
                report.trimmed(&embed[part], key, 1..=most, true);
            });
        }
    }
    for (part, key) in [
        ("image", "url"),
        ("thumbnail", "url"),
        ("author", "url"),
        ("author", "icon_url"),
        ("footer", "icon_url"),
    ] {
        report.within(part, |report| url(report, &embed[part], key));
    }
    url(report, embed, "url");
    if let Some(at) = embed["timestamp"].as_str()
        && chrono::DateTime::parse_from_rfc3339(at).is_err()
    {
        report.refuse_at(
            "timestamp",
            "DATE_TIME_TYPE_PARSE",
            format!("Could not parse {at}. Should be ISO8601."),
        );
    }
}

fn url(report: &mut Report, of: &Value, key: &str) {
    let Some(url) = of[key].as_str().filter(|url| !url.is_empty()) else {
        return;
    };
    if url.chars().count() > 2048 {
        report.refuse_at(key, "BASE_TYPE_MAX_LENGTH", "Must be 2048 or fewer in length.");
    }
    if !["http://", "https://", "attachment://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
    {
        let message = format!(
            "Scheme \"{}\" is not supported. Scheme must be one of ('http', 'https').",
            url.split(':').next().unwrap_or_default()
        );
        report.refuse_at(key, "URL_TYPE_INVALID_SCHEME", message);
    }
}

/// What counts towards the 6000: all words, trimmed.
fn characters(embed: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.trim().chars().count());
    let fields = embed["fields"].as_array().into_iter().flatten();
    length(&embed["title"])
        + length(&embed["description"])
        + length(&embed["footer"]["text"])
        + length(&embed["author"]["name"])
        + fields
            .map(|field| length(&field["name"]) + length(&field["value"]))
            .sum::<usize>()
}

/// Whether there is nothing to show in it.
pub(crate) fn is_empty(embed: &Value) -> bool {
    let parts = ["image", "thumbnail", "author", "footer"];
    characters(embed) == 0 && parts.iter().all(|part| embed[*part].is_null()) && embed["url"].is_null()
}

/// The embed as it is read back: typed, trimmed, without what cannot be set.
pub(crate) fn read_back(embed: &Value) -> Value {
    let mut out = Map::from_iter([("type".to_owned(), json!("rich"))]);
    for key in ["url", "title", "description", "color", "timestamp"] {
        put(&mut out, key, &embed[key]);
    }
    for (part, keys) in [
        ("footer", ["text", "icon_url"].as_slice()),
        ("image", &["url"]),
        ("thumbnail", &["url"]),
        ("author", &["name", "url", "icon_url"]),
    ] {
        let mut inner = Map::new();
        for key in keys {
            put(&mut inner, key, &embed[part][key]);
        }
        if !inner.is_empty() {
            out.insert(part.to_owned(), Value::Object(inner));
        }
    }
    let fields: Vec<Value> = embed["fields"].as_array().into_iter().flatten().map(field).collect();
    if !fields.is_empty() {
        out.insert("fields".to_owned(), json!(fields));
    }
    out.insert("content_scan_version".to_owned(), json!(0));
    Value::Object(out)
}

fn field(field: &Value) -> Value {
    json!({
        "name": field["name"].as_str().unwrap_or_default().trim(),
        "value": field["value"].as_str().unwrap_or_default().trim(),
        "inline": field["inline"].as_bool().unwrap_or_default(),
    })
}

fn put(out: &mut Map<String, Value>, key: &str, value: &Value) {
    let value = match value {
        Value::Null => return,
        Value::String(text) if text.trim().is_empty() => return,
        Value::String(text) if key == "timestamp" => chrono::DateTime::parse_from_rfc3339(text)
            .map_or_else(|_| json!(text), |at| json!(crate::world::timestamp(at.to_utc()))),
        Value::String(text) => json!(text.trim()),
        other => other.clone(),
    };
    out.insert(key.to_owned(), value);
}
