//! Who may talk to the page's server: requests that name loopback as their host and, where a browser says where they
//! come from, this very page. It keeps other sites out, also those whose name was bent to 127.0.0.1.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What every answer carries.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-cache"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The hosts this server answers to.
#[derive(Clone, Debug)]
pub struct Guard {
    hosts: [String; 2],
}

impl Guard {
    /// The guard of a server on this port.
    pub fn new(port: u16) -> Self {
        Self {
            hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
        }
    }

    fn admits(&self, headers: &HeaderMap) -> bool {
        let text = |name| {
            headers
                .get(name)
                .map(|value: &HeaderValue| value.to_str().unwrap_or_default())
        };
        let host = text(header::HOST).is_some_and(|host| self.hosts.iter().any(|own| own == host));
        let origin = text(header::ORIGIN).is_none_or(|origin| {
            origin
                .strip_prefix("http://")
                .is_some_and(|host| self.hosts.iter().any(|own| own == host))
        });
        host && origin
    }
}

/// Turns strangers away and adds the security headers.
pub async fn check(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let mut answer = if guard.admits(request.headers()) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "This page is for this machine's browser only.").into_response()
    };
    for (name, value) in HEADERS {
        answer
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machines_own_page_is_let_in() {
        let guard = Guard::new(8080);
        let check = |host: &str, origin: Option<&str>, admitted: bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            assert_eq!(guard.admits(&headers), admitted, "{host} {origin:?}");
        };
        check("127.0.0.1:8080", None, true);
        check("localhost:8080", Some("http://localhost:8080"), true);
        check("127.0.0.1:8080", Some("http://127.0.0.1:8080"), true);
        check("127.0.0.1:8081", None, false);
        check("evil.example:8080", None, false);
        check("127.0.0.1:8080", Some("http://evil.example"), false);
        check("127.0.0.1:8080", Some("null"), false);
        check("127.0.0.1:8080", Some("https://127.0.0.1:8080"), false);
    }
}
