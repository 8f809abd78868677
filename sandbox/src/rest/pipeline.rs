//! What every REST request goes through, in order: body, faults, the ban, rate limits, who sent it, its fields,
//! its route, the log.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, Request as HttpRequest, Response, StatusCode, header};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::listen::{Peer, empty};
use super::{Call, Refusal, Reply, Request, limited, route};
use crate::check;
use crate::fault::Fault;
use crate::limit::Verdict;
use crate::log::LoggedRequest;
use crate::sandbox::Inner;

/// A request that came in, and what was wished for it.
struct Visit<'a> {
    inner: &'a Arc<Inner>,
    peer: &'a Peer,
    request: &'a Request,
    fault: Option<&'a Fault>,
}

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
    let given_up = matches!(&fault, Some(Fault::HoldBefore(gate)) if !gate.keep().await);
    let visit = Visit {
        inner,
        peer,
        request: &request,
        fault: fault.as_ref(),
    };
    let response = match &fault {
        Some(Fault::CutBefore) => visit.cut(),
        _ if given_up => visit.cut(),
        Some(Fault::Status(status)) => visit.failed(*status),
        Some(Fault::Shared(wait)) => visit.limited(&Verdict::shared(*wait, &request.path)),
        _ => match inner.ban.left(inner.clock.now()) {
            Some(left) => visit.banned(left),
            None => visit.served(read),
        },
    };
    if let Some(Fault::HoldAfter(gate)) = &fault
        && !gate.keep().await
    {
        peer.0.cut();
    }
    response
}

/// `GET /sandbox/clock`: not Discord's, for another process that must go by the same clock.
fn look_at_clock(inner: &Inner, request: &Request) -> Option<Response<Body>> {
    let now = || json!({ "now": inner.clock.now().to_rfc3339() });
    (request.method == "GET" && request.path == "/sandbox/clock").then(|| Reply::ok(now()).into_response())
}

impl Visit<'_> {
    fn served(&self, read: Result<(), Refusal>) -> Response<Body> {
        let inner = self.inner;
        let verdict = limited::verdict(inner, self.request);
        if let Some(verdict) = verdict.as_ref().filter(|verdict| !verdict.allowed) {
            inner.ban.count(429, inner.clock.now());
            return self.limited(verdict);
        }
        let outcome = read.and_then(|()| self.admitted()).and_then(|()| {
            route(&Call {
                inner,
                request: self.request,
            })
        });
        let wait = outcome.as_ref().err().and_then(|refusal| refusal.retry_after);
        let reply = outcome.unwrap_or_else(|refusal| Reply::Json(refusal.status, refusal.to_json()));
        inner.ban.count(reply.status(), inner.clock.now());
        if matches!(self.fault, Some(Fault::CutAfter)) {
            return self.cut();
        }
        self.log(reply.status(), reply.body(), self.fault.map(Fault::name));
        let mut response = reply.into_response();
        if let Some(verdict) = verdict {
            limited::put_headers(response.headers_mut(), &verdict, inner.clock.now());
        }
        if let Some(wait) = wait {
            limited::put_wait(response.headers_mut(), wait);
        }
        response
    }

    /// Whether the sender may send this at all.
    fn admitted(&self) -> Result<(), Refusal> {
        let (inner, request) = (self.inner, self.request);
        let segments = request.segments();
        if request.user_agent.is_empty() && segments.first() != Some(&"attachments") {
            return Err(Refusal::known(40333));
        }
        let given = request.authorization.strip_prefix("Bot ").unwrap_or_default();
        if needs_token(&segments) && !inner.takes_token(given) {
            return Err(Refusal::unauthorized());
        }
        if inner.strict_fields {
            check::field::known(&request.method, &segments, &request.body)?;
        }
        Ok(())
    }

    fn cut(&self) -> Response<Body> {
        self.log(0, Value::Null, self.fault.map(Fault::name));
        self.peer.0.cut();
        empty(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// A fault's answer, in the shape Discord gives to that status.
    fn failed(&self, status: u16) -> Response<Body> {
        let known = StatusCode::from_u16(status).ok();
        let words = known.and_then(|known| known.canonical_reason()).unwrap_or("Error");
        let body = json!({ "message": format!("{status}: {words}"), "code": 0 });
        self.inner.ban.count(status, self.inner.clock.now());
        self.log(status, body.clone(), self.fault.map(Fault::name));
        Reply::Json(status, body).into_response()
    }

    fn limited(&self, verdict: &Verdict) -> Response<Body> {
        let body = limited::body(verdict);
        self.log(429, body.clone(), self.fault.map(Fault::name));
        let mut response = Reply::Json(429, body).into_response();
        limited::put_headers(response.headers_mut(), verdict, self.inner.clock.now());
        response
    }

    /// The answer does not come from Discord, but from what stands before it.
    fn banned(&self, left: TimeDelta) -> Response<Body> {
        self.log(429, Value::Null, Some("ban"));
        let mut response = Response::new(Body::from("error code: 1015"));
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=UTF-8"),
        );
        headers.insert(header::RETRY_AFTER, HeaderValue::from(left.num_seconds() + 1));
        response
    }

    fn log(&self, status: u16, answer: Value, fault: Option<&'static str>) {
        let request = self.request;
        let query = if request.raw_query.is_empty() {
            String::new()
        } else {
            format!("?{}", request.raw_query)
        };
        self.inner.log.add(LoggedRequest {
            at: self.inner.clock.now(),
            method: request.method.clone(),
            path: format!("{}{query}", request.path),
            content_type: request.content_type.clone(),
            body: request.body.clone(),
            files: request.files.len(),
            status,
            answer,
            fault,
        });
    }
}

/// Interactions and webhooks are opened by the token in their path, files by their address.
fn needs_token(segments: &[&str]) -> bool {
    !matches!(
        segments,
        ["interactions" | "attachments", ..] | ["webhooks", _, _, ..] | ["gateway"]
    )
}
