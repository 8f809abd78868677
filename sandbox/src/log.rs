//! The log of REST requests and their answers: the last ones in memory, all of them in a file if wanted.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

/// How many requests are kept in memory.
const KEPT: usize = 10_000;

/// A REST request and what was answered.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// When, by the sandbox's clock.
    pub at: DateTime<Utc>,
    /// The method.
    pub method: String,
    /// The path without `/api/v10`, with the query.
    pub path: String,
    /// The JSON body; null without one.
    pub body: Value,
    /// How many files came with it.
    pub files: usize,
    /// The status of the answer; 0 when the connection was cut instead.
    pub status: u16,
    /// The JSON body of the answer; null without one.
    pub answer: Value,
}

pub(crate) struct Log {
    kept: Mutex<VecDeque<LoggedRequest>>,
    file: Option<Mutex<File>>,
}

impl Log {
    pub(crate) fn open(path: Option<&Path>) -> std::io::Result<Self> {
        let file = match path {
            Some(path) => Some(Mutex::new(OpenOptions::new().create(true).append(true).open(path)?)),
            None => None,
        };
        Ok(Self {
            kept: Mutex::default(),
            file,
        })
    }

    pub(crate) fn add(&self, request: LoggedRequest) {
        if let Some(file) = &self.file
            && let Ok(mut line) = serde_json::to_string(&request)
        {
            line.push('\n');
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(error) = file.write_all(line.as_bytes()) {
                tracing::warn!(%error, "the request log could not be written");
            }
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(request);
        if kept.len() > KEPT {
            kept.pop_front();
        }
    }

    pub(crate) fn all(&self) -> Vec<LoggedRequest> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().cloned().collect()
    }
}
