//! A request as the routes see it: path, query, JSON body and files, from JSON or multipart.

use std::collections::HashMap;

use axum::body::Body;
use axum::extract::{FromRequest as _, Multipart};
use axum::http::{Request as HttpRequest, header};
use serde_json::{Value, json};

use super::Refusal;
use crate::id::Id;

/// The largest body Discord takes: 25 MiB.
const LARGEST: usize = 25 * 1024 * 1024;
/// The largest file where nothing was paid for: 10 MiB.
const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// An uploaded file: the `n` of `files[n]`, its name and bytes.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) number: Option<u64>,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Without `/api/v10`, with a leading slash, without the query.
    pub(crate) path: String,
    pub(crate) raw_query: String,
    pub(crate) query: HashMap<String, String>,
    pub(crate) authorization: String,
    pub(crate) user_agent: String,
    /// The media type, without its parameters.
    pub(crate) content_type: String,
    pub(crate) body: Value,
    pub(crate) files: Vec<Upload>,
}

impl Request {
    /// All but the body.
    pub(crate) fn head(request: &HttpRequest<Body>) -> Self {
        let path = request.uri().path();
        let raw_query = request.uri().query().unwrap_or_default().to_owned();
        let query = raw_query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(key, value)| (decoded(&key.replace('+', " ")), decoded(&value.replace('+', " "))))
            .collect();
        let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let content_type = text(header::CONTENT_TYPE).and_then(|kind| kind.split(';').next());
        Self {
            method: request.method().to_string(),
            path: decoded(without_api(path)),
            raw_query,
            query,
            authorization: text(header::AUTHORIZATION).unwrap_or_default().to_owned(),
            user_agent: text(header::USER_AGENT).unwrap_or_default().to_owned(),
            content_type: content_type.unwrap_or_default().trim().to_lowercase(),
            body: Value::Null,
            files: Vec::new(),
        }
    }

    /// Reads the body, JSON or multipart with `payload_json`.
    pub(crate) async fn read_body(&mut self, request: HttpRequest<Body>) -> Result<(), Refusal> {
        if self.content_type == "multipart/form-data" {
            return self.read_multipart(request).await;
        }
        let bytes = axum::body::to_bytes(request.into_body(), LARGEST)
            .await
            .map_err(|_| Refusal::known(40005))?;
        if bytes.is_empty() {
            return Ok(());
        }
        if self.content_type != "application/json" {
            return Err(Refusal::form(json!({ "_errors": [{
                "code": "CONTENT_TYPE_INVALID",
                "message": "Expected \"Content-Type\" header to be one of {'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}.",
            }] })));
        }
        self.body = serde_json::from_slice(&bytes).map_err(|_| Refusal::known(50109))?;
        Ok(())
    }

    async fn read_multipart(&mut self, request: HttpRequest<Body>) -> Result<(), Refusal> {
        let bad = |_| Refusal::known(50109);
        let (mut parts, body) = request.into_parts();
        parts.extensions.insert(axum::extract::DefaultBodyLimit::disable());
        let request = HttpRequest::from_parts(parts, body);
        let mut multipart = Multipart::from_request(request, &())
            .await
            .map_err(|_| Refusal::known(50109))?;
        let mut size = 0;
        while let Some(field) = multipart.next_field().await.map_err(bad)? {
            let name = field.name().unwrap_or_default().to_owned();
            let filename = field.file_name().map(str::to_owned);
            let bytes = field.bytes().await.map_err(bad)?;
            size += bytes.len();
            if size > LARGEST {
                return Err(Refusal::known(40005));
            }
            if name == "payload_json" {
                self.body = serde_json::from_slice(&bytes).map_err(|_| Refusal::known(50109))?;
            } else if let Some(filename) = filename {
                if bytes.len() > LARGEST_FILE {
                    return Err(Refusal::known(50045));
                }
                let number = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
                let number = number.and_then(|number| number.parse().ok());
                self.files.push(Upload {
                    number,
                    name: filename,
                    bytes: bytes.to_vec(),
                });
            }
        }
        Ok(())
    }

    pub(crate) fn segments(&self) -> Vec<&str> {
        self.path.split('/').filter(|part| !part.is_empty()).collect()
    }

    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.query
            .get(key)
            .is_some_and(|value| value == "true" || value == "1" || value == "True")
    }

    /// An id from the query.
    pub(crate) fn query_id(&self, key: &str) -> Result<Option<Id>, Refusal> {
        self.query.get(key).map(|text| id(key, text)).transpose()
    }
}

/// An id from the path.
pub(crate) fn id(name: &str, text: &str) -> Result<Id, Refusal> {
    text.parse().map_err(|_| {
        let message = format!("Value \"{text}\" is not snowflake.");
        Refusal::form(json!({ name: { "_errors": [{ "code": "NUMBER_TYPE_COERCE", "message": message }] } }))
    })
}

fn without_api(path: &str) -> &str {
    let Some(rest) = path.strip_prefix("/api") else {
        return path;
    };
    ["/v10", "/v9"]
        .iter()
        .find_map(|version| rest.strip_prefix(version))
        .unwrap_or(rest)
}

/// Percent-decoding: clients differ in what they encode (`@original`, emojis).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match byte {
            b'%' => {
                let (high, low) = (hex(rest.next()), hex(rest.next()));
                let value = high.zip(low).and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
                bytes.extend(value);
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
