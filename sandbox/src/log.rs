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
    /// The media type of the body, without its parameters; empty without a body.
    pub content_type: String,
    /// The JSON body, for multipart the `payload_json`; null without one.
    pub body: Value,
    /// How many files came with it.
    pub files: usize,
    /// The status of the answer; 0 when the connection was cut instead.
    pub status: u16,
    /// The JSON body of the answer; null without one.
    pub answer: Value,
    /// The trouble the sandbox was told to make of it: `status`, `delay`, `cut before`, `cut after`, `hold before`, `hold
    /// after`, or none.
    pub fault: Option<&'static str>,
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
            if let Err(error) = append(&mut file, line.as_bytes()) {
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

/// Writes a whole line. The lock is the file's, so that other sandboxes and processes can write to it as well.
fn append(file: &mut File, line: &[u8]) -> std::io::Result<()> {
    file.lock()?;
    let written = file.write_all(line);
    file.unlock()?;
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logged(path: String) -> LoggedRequest {
        LoggedRequest {
            at: DateTime::UNIX_EPOCH,
            method: "GET".to_owned(),
            path,
            content_type: String::new(),
            body: Value::Null,
            files: 0,
            status: 200,
            answer: Value::from("x".repeat(20_000)),
            fault: None,
        }
    }

    #[test]
    fn several_logs_share_a_file_and_every_line_stays_whole() {
        let path = std::env::temp_dir().join(format!("sandbox-shared-log-{}", std::process::id()));
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let log = Log::open(Some(&path)).unwrap();
                std::thread::spawn(move || (0..50).for_each(|n| log.add(logged(format!("/{writer}/{n}")))))
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        let lines = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        let whole = lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok());
        assert_eq!(whole.count(), 200);
    }

    #[test]
    fn only_the_last_requests_are_kept_in_memory() {
        let log = Log::open(None).unwrap();
        for n in 0..KEPT + 10 {
            log.add(LoggedRequest {
                answer: Value::Null,
                ..logged(n.to_string())
            });
        }
        assert_eq!((log.all().len(), log.all()[0].path.as_str()), (KEPT, "10"));
    }
}
