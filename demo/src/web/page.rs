//! The page's own files, embedded in the program.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header;
use axum::response::{IntoResponse, Response};

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../page/", $name)).as_slice())),*]
    };
}

const FILES: [(&str, &[u8]); 25] = files![
    "api.js",
    "base.css",
    "clock.js",
    "command.js",
    "composer.js",
    "control.css",
    "control.js",
    "dom.js",
    "embed.js",
    "form.js",
    "icon.svg",
    "index.html",
    "log.js",
    "main.js",
    "markdown.js",
    "message.css",
    "message.js",
    "picker.js",
    "scene.js",
    "sidebar.js",
    "slash.js",
    "state.js",
    "suggest.js",
    "switcher.js",
    "time.js",
];

/// The page itself.
pub async fn index() -> Response {
    answer("index.html")
}

/// One of its files.
pub async fn file(Path(name): Path<String>) -> Response {
    answer(&name)
}

fn answer(name: &str) -> Response {
    let Some((_, bytes)) = FILES.iter().find(|(known, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    ([(header::CONTENT_TYPE, media_type(name))], *bytes).into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
