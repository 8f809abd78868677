//! How rate limits show in answers: which bucket a request is of, the headers, and the body of a 429.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::Request;
use crate::limit::{Scope, Verdict};
use crate::sandbox::Inner;

/// The verdict on a request: by its route's pattern, with ids as `:id`, and the resource whose bucket it is.
pub(crate) fn verdict(inner: &Inner, request: &Request) -> Option<Verdict> {
    let segments = request.segments();
    let first = *segments.first()?;
    if first == "attachments" {
        return None;
    }
    let resource = segments
        .get(1..)
        .unwrap_or_default()
        .iter()
        .take(if first == "webhooks" { 2 } else { 1 });
    let resource = resource.copied().collect::<Vec<_>>().join("/");
    let pattern: Vec<&str> = segments
        .iter()
        .map(|part| {
            if part.parse::<u64>().is_ok() || part.len() > 40 {
                ":id"
            } else {
                part
            }
        })
        .collect();
    let pattern = format!("{} /{}", request.method, pattern.join("/"));
    let counts_globally = !matches!(first, "interactions" | "webhooks");
    inner.limiter.take(&pattern, &resource, counts_globally)
}

pub(crate) fn body(verdict: &Verdict) -> Value {
    let message = match verdict.scope {
        Scope::Shared => "The resource is being rate limited.",
        Scope::User | Scope::Global => "You are being rate limited.",
    };
    json!({ "message": message, "retry_after": seconds(verdict), "global": verdict.scope == Scope::Global })
}

fn seconds(verdict: &Verdict) -> f64 {
    (verdict.reset_after.as_secs_f64() * 1000.0).ceil() / 1000.0
}

pub(crate) fn put_headers(headers: &mut HeaderMap, verdict: &Verdict, now: DateTime<Utc>) {
    let mut put = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    if !verdict.allowed {
        let scope = match verdict.scope {
            Scope::User => "user",
            Scope::Global => "global",
            Scope::Shared => "shared",
        };
        put("retry-after", format!("{}", verdict.reset_after.as_secs() + 1));
        put("x-ratelimit-scope", scope.to_owned());
    }
    if verdict.scope == Scope::Global {
        return put("x-ratelimit-global", "true".to_owned());
    }
    let reset = now + verdict.reset_after;
    put("x-ratelimit-limit", verdict.limit.to_string());
    put("x-ratelimit-remaining", verdict.remaining.to_string());
    put(
        "x-ratelimit-reset",
        format!("{}.{:03}", reset.timestamp(), reset.timestamp_subsec_millis()),
    );
    put("x-ratelimit-reset-after", format!("{:.3}", seconds(verdict)));
    put("x-ratelimit-bucket", verdict.bucket.clone());
}

/// For a limit that is not a bucket's.
pub(crate) fn put_wait(headers: &mut HeaderMap, wait: TimeDelta) {
    headers.insert("retry-after", HeaderValue::from(wait.num_seconds() + 1));
    headers.insert("x-ratelimit-scope", HeaderValue::from_static("user"));
}
