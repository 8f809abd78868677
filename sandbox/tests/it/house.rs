//! A world to test in: a server with two people, and helpers to wait.

use std::time::Duration;

use sandbox::{Id, Options, Person, Sandbox};

/// How long a test waits for something that should come at once.
pub const PATIENCE: Duration = Duration::from_secs(10);

pub struct House {
    pub sandbox: Sandbox,
    pub maria: Id,
    pub leo: Id,
    pub server: Id,
    pub general: Id,
}

impl House {
    pub async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub async fn with(options: Options) -> Self {
        let sandbox = Sandbox::start(options).await.unwrap();
        let maria = sandbox.add_person("Maria");
        let leo = sandbox.add_person("Leo");
        let server = sandbox.add_server("Acme", maria);
        sandbox.add_member(server, leo);
        let general = sandbox.channels(server)[0].id;
        Self {
            sandbox,
            maria,
            leo,
            server,
            general,
        }
    }

    pub fn maria(&self) -> Person {
        self.sandbox.person(self.maria)
    }

    pub fn leo(&self) -> Person {
        self.sandbox.person(self.leo)
    }
}

/// Waits, change by change, until `look` finds something.
pub async fn until<T>(sandbox: &Sandbox, mut look: impl FnMut() -> Option<T>) -> T {
    let mut changes = sandbox.changes();
    let wait = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            changes.recv().await.ok();
        }
    };
    tokio::time::timeout(PATIENCE, wait).await.expect("it did not happen")
}
