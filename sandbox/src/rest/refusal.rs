//! Refusals in Discord's shape: a status, a code, a message, and nested errors where a body was wrong.

use chrono::TimeDelta;
use serde_json::{Value, json};

/// Why a request is not carried out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: u64,
    pub(crate) message: &'static str,
    pub(crate) errors: Option<Box<Value>>,
    /// How long to wait, where waiting helps.
    pub(crate) retry_after: Option<TimeDelta>,
}

/// Discord's codes with their status and words.
const KNOWN: &[(u64, u16, &str)] = &[
    (0, 404, "404: Not Found"),
    (10002, 404, "Unknown Application"),
    (10003, 404, "Unknown Channel"),
    (10004, 404, "Unknown Guild"),
    (10007, 404, "Unknown Member"),
    (10008, 404, "Unknown Message"),
    (10011, 404, "Unknown Role"),
    (10013, 404, "Unknown User"),
    (10014, 404, "Unknown Emoji"),
    (10015, 404, "Unknown Webhook"),
    (10062, 404, "Unknown interaction"),
    (10063, 404, "Unknown application command"),
    (30003, 400, "Maximum number of pins reached (250)"),
    (30010, 400, "Maximum number of reactions reached (20)"),
    (30015, 400, "Maximum number of attachments in a message reached (10)"),
    (30032, 400, "Maximum number of application commands reached (100)"),
    (
        30034,
        400,
        "Max number of daily application command creates has been reached (200)",
    ),
    (
        30046,
        429,
        "Maximum number of edits to messages older than 1 hour reached. Try again later",
    ),
    (40003, 429, "You are opening direct messages too fast"),
    (40005, 413, "Request entity too large"),
    (40060, 400, "Interaction has already been acknowledged."),
    (
        40094,
        400,
        "This interaction has reached the maximum number of follow-up messages",
    ),
    (40333, 403, "internal network error"),
    (50001, 403, "Missing Access"),
    (50003, 400, "Cannot execute action on a DM channel"),
    (50005, 403, "Cannot edit a message authored by another user"),
    (50006, 400, "Cannot send an empty message"),
    (50007, 403, "Cannot send messages to this user"),
    (50008, 400, "Cannot send messages in a non-text channel"),
    (50013, 403, "Missing Permissions"),
    (50021, 403, "Cannot execute action on a system message"),
    (50024, 400, "Cannot execute action on this channel type"),
    (50027, 401, "Invalid Webhook Token"),
    (
        50034,
        400,
        "You can only bulk delete messages that are under 14 days old.",
    ),
    (50045, 413, "File uploaded exceeds the maximum size"),
    (50083, 400, "Thread is archived"),
    (50109, 400, "The request body contains invalid JSON."),
    (
        50278,
        403,
        "Cannot send messages to this user due to having no mutual guilds",
    ),
    (160_002, 400, "Cannot reply without permission to read message history"),
    (160_004, 400, "A thread has already been created for this message"),
    (160_005, 403, "Thread is locked"),
];

impl Refusal {
    /// The refusal with this code of Discord's.
    pub(crate) fn known(code: u64) -> Self {
        let (code, status, message) = KNOWN.iter().find(|known| known.0 == code).copied().unwrap_or(KNOWN[0]);
        Self {
            status,
            code,
            message,
            errors: None,
            retry_after: None,
        }
    }

    /// The refusal with this code, which is over after a while.
    pub(crate) fn until(code: u64, retry_after: TimeDelta) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::known(code)
        }
    }

    /// A body that is wrong, with what is wrong where.
    pub(crate) fn form(errors: Value) -> Self {
        Self {
            status: 400,
            code: 50035,
            message: "Invalid Form Body",
            errors: Some(Box::new(errors)),
            retry_after: None,
        }
    }

    pub(crate) const fn unauthorized() -> Self {
        Self {
            status: 401,
            code: 0,
            message: "401: Unauthorized",
            errors: None,
            retry_after: None,
        }
    }

    pub(crate) const fn no_route() -> Self {
        Self {
            status: 404,
            code: 0,
            message: "404: Not Found",
            errors: None,
            retry_after: None,
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = Value::clone(errors);
        }
        if let Some(wait) = self.retry_after {
            body["retry_after"] = json!(wait.as_seconds_f64());
            body["global"] = json!(false);
        }
        body
    }
}
