//! What every REST request goes through, in order: body, faults, token, rate limits, route, log.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request as HttpRequest, Response, StatusCode};
use serde_json::{Value, json};

use super::listen::{Peer, empty};
use super::{Call, Refusal, Reply, Request, route};
use crate::fault::Fault;
use crate::limit::Verdict;
use crate::log::LoggedRequest;
use crate::sandbox::Inner;

pub(crate) async fn handle(inner: &Arc<Inner>, peer: &Peer, http: HttpRequest<Body>) -> Response<Body> {
    let mut request = Request::head(&http);
    if let Some(answer) = look_at_clock(inner, &request) {
        return answer;
    }
    let fault = inner.faults.for_request(&request.method, &request.path);
    if let Some(Fault::Delay(delay)) = fault {
        tokio::time::sleep(delay).await;
    }
    let read = request.read_body(http).await;
    if fault == Some(Fault::CutBefore) {
        return cut(inner, peer, &request);
    }
    if let Some(Fault::Status(status)) = fault {
        return failed(inner, &request, status);
    }
    let verdict = limited(inner, &request);
    let outcome = match &verdict {
        Some(verdict) if !verdict.allowed => Ok(too_many(verdict)),
        _ => read.and_then(|()| authorized(inner, &request)).and_then(|()| {
            route(&Call {
                inner,
                request: &request,
            })
        }),
    };
    let reply = outcome.unwrap_or_else(|refusal| Reply::Json(refusal.status, refusal.to_json()));
    if fault == Some(Fault::CutAfter) {
        return cut(inner, peer, &request);
    }
    log(inner, &request, reply.status(), reply.body());
    let mut response = reply.into_response();
    if let Some(verdict) = verdict {
        put_headers(response.headers_mut(), &verdict, inner.clock.now());
    }
    response
}

/// `GET /sandbox/clock`: not Discord's, for another process that must go by the same clock.
fn look_at_clock(inner: &Inner, request: &Request) -> Option<Response<Body>> {
    let now = || json!({ "now": inner.clock.now().to_rfc3339() });
    (request.method == "GET" && request.path == "/sandbox/clock").then(|| Reply::ok(now()).into_response())
}

fn cut(inner: &Inner, peer: &Peer, request: &Request) -> Response<Body> {
    log(inner, request, 0, Value::Null);
    peer.0.cut();
    empty(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A fault's answer, in the shape Discord gives to that status.
fn failed(inner: &Inner, request: &Request, status: u16) -> Response<Body> {
    let body = match status {
        429 => {
            json!({ "message": "You are being rate limited.", "retry_after": 0.5, "global": false })
        }
        status => {
            let words = StatusCode::from_u16(status)
                .ok()
                .and_then(|known| known.canonical_reason())
                .unwrap_or("Error");
            json!({ "message": format!("{status}: {words}"), "code": 0 })
        }
    };
    log(inner, request, status, body.clone());
    let mut response = Reply::Json(status, body).into_response();
    if status == 429 {
        let headers = response.headers_mut();
        headers.insert("retry-after", HeaderValue::from_static("1"));
        headers.insert("x-ratelimit-scope", HeaderValue::from_static("shared"));
        headers.insert("x-ratelimit-reset-after", HeaderValue::from_static("0.500"));
    }
    response
}

/// Interactions and webhooks are opened by the token in their path, files by their address.
fn needs_token(segments: &[&str]) -> bool {
    !matches!(
        segments,
        ["interactions" | "attachments", ..] | ["webhooks", _, _, ..] | ["gateway"]
    )
}

fn authorized(inner: &Inner, request: &Request) -> Result<(), Refusal> {
    let given = request.authorization.strip_prefix("Bot ").unwrap_or_default();
    if !needs_token(&request.segments()) || given == inner.token {
        return Ok(());
    }
    Err(Refusal::unauthorized())
}

/// The route's pattern, with ids as `:id`, and the resource whose bucket it is.
fn limited(inner: &Inner, request: &Request) -> Option<Verdict> {
    let segments = request.segments();
    if segments.first() == Some(&"attachments") {
        return None;
    }
    let resource = segments
        .get(1..)
        .unwrap_or_default()
        .iter()
        .take(if segments[0] == "webhooks" { 2 } else { 1 });
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
    let counts_globally = !matches!(segments[0], "interactions" | "webhooks");
    inner.limiter.take(&pattern, &resource, counts_globally)
}

fn too_many(verdict: &Verdict) -> Reply {
    Reply::Json(
        429,
        json!({
            "message": "You are being rate limited.",
            "retry_after": seconds(verdict),
            "global": verdict.global,
        }),
    )
}

fn seconds(verdict: &Verdict) -> f64 {
    (verdict.reset_after.as_secs_f64() * 1000.0).ceil() / 1000.0
}

fn put_headers(headers: &mut HeaderMap, verdict: &Verdict, now: chrono::DateTime<chrono::Utc>) {
    let mut put = |name: &'static str, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    if !verdict.allowed {
        put("retry-after", format!("{}", verdict.reset_after.as_secs() + 1));
        put(
            "x-ratelimit-scope",
            if verdict.global { "global" } else { "user" }.to_owned(),
        );
    }
    if verdict.global {
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

fn log(inner: &Inner, request: &Request, status: u16, answer: Value) {
    let query = if request.raw_query.is_empty() {
        String::new()
    } else {
        format!("?{}", request.raw_query)
    };
    inner.log.add(LoggedRequest {
        at: inner.clock.now(),
        method: request.method.clone(),
        path: format!("{}{query}", request.path),
        body: request.body.clone(),
        files: request.files.len(),
        status,
        answer,
    });
}
