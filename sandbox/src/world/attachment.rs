//! Files: what was uploaded, and the addresses they are fetched from.

use serde_json::{Value, json};

use super::{Attachment, Message, State};
use crate::id::Id;

/// A file on its way in.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) description: Option<String>,
}

/// A file that was uploaded.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) filename: String,
    pub(crate) content_type: String,
    pub(crate) bytes: std::sync::Arc<Vec<u8>>,
}

impl State {
    /// Keeps the file and says where it can be fetched.
    pub(crate) fn store_file(&mut self, channel: Id, file: File) -> Attachment {
        let id = self.next_id();
        let filename = safe_name(&file.name);
        let kind = content_type(&filename);
        let path = format!("attachments/{channel}/{id}/{filename}");
        let until = (self.now() + chrono::TimeDelta::days(1)).timestamp();
        let url = format!(
            "https://cdn.discordapp.com/{path}?ex={until:x}&is={:x}&hm={:016x}",
            self.now().timestamp(),
            id.get()
        );
        let attachment = Attachment {
            id,
            filename: filename.clone(),
            size: file.bytes.len(),
            content_type: kind.clone(),
            url,
            description: file.description,
        };
        let stored = Stored {
            filename,
            content_type: kind,
            bytes: std::sync::Arc::new(file.bytes),
        };
        self.files.insert(id, stored);
        attachment
    }
}

/// Discord keeps letters, digits, dots, dashes and underscores, and replaces the rest.
fn safe_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || ".-_".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    if name.is_empty() { "unknown".to_owned() } else { name }
}

/// The media type that goes with the file's ending.
pub(crate) fn content_type(filename: &str) -> String {
    let ending = filename.rsplit('.').next().unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "svg" => "image/svg+xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
    .to_owned()
}

/// Puts real addresses where the message speaks of its own files as `attachment://name`.
pub(crate) fn resolve_files(message: &mut Message) {
    let files: Vec<(String, Value)> = message
        .attachments
        .iter()
        .map(|file| (format!("attachment://{}", file.filename), json!(file.url)))
        .collect();
    for value in message.embeds.iter_mut().chain(&mut message.components) {
        put_addresses(value, &files);
    }
}

fn put_addresses(value: &mut Value, files: &[(String, Value)]) {
    match value {
        Value::Object(object) => object.values_mut().for_each(|inner| put_addresses(inner, files)),
        Value::Array(list) => list.iter_mut().for_each(|inner| put_addresses(inner, files)),
        Value::String(text) if text.starts_with("attachment://") => {
            if let Some((_, url)) = files.iter().find(|(name, _)| name == text) {
                *value = url.clone();
            }
        }
        _ => {}
    }
}
