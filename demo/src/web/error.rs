//! What the page is told when something cannot be done: a status and `{"error": sentence}`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sandbox::{ClientRefusal, NoAnswer};
use serde_json::json;

/// A refusal in one sentence.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    sentence: String,
}

impl Refusal {
    /// The request makes no sense.
    pub fn bad(sentence: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            sentence: sentence.into(),
        }
    }

    /// What was asked for does not exist.
    pub fn missing(sentence: impl Into<String>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            sentence: sentence.into(),
        }
    }

    /// The same, or this sentence where the bot stayed silent.
    pub fn instead_of_silence(self, sentence: &str) -> Self {
        if self.status != StatusCode::GATEWAY_TIMEOUT {
            return self;
        }
        Self {
            sentence: sentence.to_owned(),
            ..self
        }
    }
}

impl From<ClientRefusal> for Refusal {
    fn from(refusal: ClientRefusal) -> Self {
        match refusal {
            ClientRefusal::NoAnswer(silence) => silence.into(),
            other => Self {
                status: StatusCode::UNPROCESSABLE_ENTITY,
                sentence: sentence(&other.to_string()),
            },
        }
    }
}

impl From<NoAnswer> for Refusal {
    fn from(_: NoAnswer) -> Self {
        Self {
            status: StatusCode::GATEWAY_TIMEOUT,
            sentence: "The application did not respond.".to_owned(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.sentence }))).into_response()
    }
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let text: String = first.chain(letters).collect();
    if text.ends_with('.') { text } else { text + "." }
}
