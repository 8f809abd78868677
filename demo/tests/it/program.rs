//! The demo as its user starts it: the program itself, its one line, and its end.

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// How long it may take to come up, or to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running demo.
pub struct Program {
    child: Child,
    output: Lines<BufReader<ChildStdout>>,
    /// Where its page is.
    pub address: String,
}

impl Program {
    /// Starts it on a free port and reads the address from its one line.
    pub async fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_demo"))
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = tokio::time::timeout(PATIENCE, output.next_line())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        let address = line
            .split_whitespace()
            .find(|word| word.starts_with("http://"))
            .unwrap()
            .to_owned();
        Self { child, output, address }
    }

    /// Asks it to stop, as Ctrl-C does, and waits for its end. It must have printed no other line.
    pub async fn stop(mut self) -> ExitStatus {
        let id = self.child.id().unwrap().to_string();
        Command::new("kill").args(["-INT", &id]).status().await.unwrap();
        let status = tokio::time::timeout(PATIENCE, self.child.wait())
            .await
            .expect("it ends in time")
            .unwrap();
        assert_eq!(self.output.next_line().await.unwrap(), None, "it prints one line only");
        status
    }
}

/// The exit code and the words of a start that is refused.
pub async fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demo"));
    let output = command.args(arguments).kill_on_drop(true).output();
    let output = tokio::time::timeout(PATIENCE, output)
        .await
        .expect("it ends in time")
        .unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}
