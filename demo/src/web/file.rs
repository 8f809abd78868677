//! Attachments and pictures of messages: the page asks here for what on Discord lies on the attachment hosts.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::error::Refusal;
use crate::host::Demo;

/// Which file.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    url: String,
}

/// The file behind an attachment's address. It can do nothing in the page's name.
pub async fn file(State(demo): State<Arc<Demo>>, Query(wanted): Query<Wanted>) -> Result<Response, Refusal> {
    let (kind, bytes) = demo
        .sandbox
        .file_at(&wanted.url)
        .ok_or_else(|| Refusal::missing("There is no such file."))?;
    let headers = [
        (header::CONTENT_TYPE, kind),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox".to_owned(),
        ),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
