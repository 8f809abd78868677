//! An answer on its way out.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use serde_json::Value;

/// What is answered.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Json(u16, Value),
    Nothing,
    /// A file, with its media type.
    File(String, Arc<Vec<u8>>),
}

impl Reply {
    pub(crate) fn ok(body: Value) -> Self {
        Self::Json(200, body)
    }

    pub(crate) fn list(items: impl IntoIterator<Item = Value>) -> Self {
        Self::ok(items.into_iter().collect())
    }

    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::Json(status, _) => *status,
            Self::Nothing => 204,
            Self::File(..) => 200,
        }
    }

    pub(crate) fn body(&self) -> Value {
        match self {
            Self::Json(_, body) => body.clone(),
            _ => Value::Null,
        }
    }

    pub(crate) fn into_response(self) -> Response<Body> {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let (kind, body) = match self {
            Self::Json(_, body) => ("application/json".to_owned(), Body::from(body.to_string())),
            Self::Nothing => (String::new(), Body::empty()),
            Self::File(kind, bytes) => (kind, Body::from(bytes.as_ref().clone())),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        if let Ok(kind) = HeaderValue::from_str(&kind)
            && !kind.is_empty()
        {
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
        response
    }
}
