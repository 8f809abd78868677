//! Tests of imports over a real database: a server with an administrator, a manager, an owner and a member.

mod actual;
mod alert;
mod city;
mod export;
mod kpi;
mod size;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tempfile::TempDir;
use tokio::sync::watch;

use super::*;
use crate::clock::Clock;
use crate::domain::id::ServerId;
use crate::service::person::{Visitor, enter};
use crate::service::{Error, Invalid, Need, scorecard, summary};
use crate::store::Store;

const SERVER: i64 = 900_000_000_000_000_000;
const HEADER: &str =
    "scorecard,perspective,objective,key,name,direction,unit,decimals,target,red_flag,from,owner,drives,weight";

/// A clock that stands still.
struct Still(watch::Sender<DateTime<Utc>>);

impl Still {
    fn moves(&self, by: TimeDelta) {
        self.0.send_modify(|now| *now += by);
    }
}

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        *self.0.borrow()
    }

    fn subscribe(&self) -> watch::Receiver<DateTime<Utc>> {
        self.0.subscribe()
    }
}

/// A server to import into.
struct Home {
    services: Services,
    clock: Arc<Still>,
    administrator: Actor,
    _folder: TempDir,
}

/// A preview that waits for its second press.
fn draft(preview: &Preview) -> DraftId {
    preview
        .draft
        .unwrap_or_else(|| panic!("nothing to press for: {:?}", preview.found))
}

impl Home {
    /// On 15 November 2026.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("bot.db")).await.unwrap();
        let clock = Arc::new(Still(watch::Sender::new("2026-11-15T12:00:00Z".parse().unwrap())));
        let services = Services::new(store, Arc::clone(&clock) as Arc<dyn Clock>);
        let administrator = enters(&services, 1, "Ada", true).await;
        Self {
            services,
            clock,
            administrator,
            _folder: folder,
        }
    }

    /// The same with a scorecard of three KPIs: `churn` (owned by Maria), `nps` and `open` (yes or no).
    async fn with_acme() -> Self {
        let home = Self::new().await;
        home.enters(2, "Maria").await;
        home.imports(
            What::Kpis,
            &format!(
                "{HEADER}\nAcme,Customer,Keep customers,churn,Customer churn,lower,%,1,2.0,2.5,,maria,,\n\
                 Acme,Customer,Keep customers,nps,Net Promoter Score,higher,,0,40,,,,,\n\
                 Acme,Internal Process,Be there,open,Open on Sundays,yes-no,,,,,,,,\n"
            ),
        )
        .await;
        home
    }

    async fn enters(&self, user: i64, name: &str) -> Actor {
        enters(&self.services, user, name, false).await
    }

    async fn tries(&self, actor: &Actor, what: What, file: &str) -> Preview {
        let file = File::read(what, file.as_bytes()).unwrap();
        preview(&self.services, actor, file, (Vec::new(), None)).await.unwrap()
    }

    async fn previews(&self, what: What, file: &str) -> Preview {
        self.tries(&self.administrator, what, file).await
    }

    async fn presses(&self, preview: &Preview) -> Applied {
        apply(&self.services, &self.administrator, draft(preview))
            .await
            .unwrap()
    }

    async fn imports(&self, what: What, file: &str) -> Done {
        let preview = self.previews(what, file).await;
        match self.presses(&preview).await {
            Applied::Done(done) => done,
            Applied::Differs(preview) => panic!("the same file differs: {preview:?}"),
        }
    }

    /// How much of everything there is, to be compared.
    async fn everything(&self) -> Vec<String> {
        store::counts(&mut self.services.read().await.unwrap()).await
    }
}

async fn enters(services: &Services, user: i64, name: &str, administrator: bool) -> Actor {
    let visitor = Visitor {
        server: ServerId::from(SERVER),
        user: SERVER + user,
        name,
        locale: "en-US",
        may_manage_server: administrator,
        roles: Vec::new(),
    };
    enter(services, &visitor).await.unwrap().0
}

/// `line 3, key: …` of everything that is refused.
fn told(preview: &Preview) -> Vec<String> {
    let refused = preview.found.refused.iter();
    refused
        .map(|refused| format!("{} {}: {}", refused.line, refused.column, short(&refused.reason)))
        .collect()
}

fn short(reason: &Reason) -> String {
    match reason {
        Reason::Cell(problem) => problem.to_string(),
        Reason::Unknown { noun, typed, close } => format!("no {noun:?} “{typed}”, close: {}", close.join(", ")),
        Reason::Denied(Need::Administrator) => "denied: administrator".to_owned(),
        Reason::Denied(Need::Manager { manager, .. }) => format!("denied: manager {manager}"),
        Reason::Denied(Need::Owner { owner, .. }) => format!("denied: owner {owner:?}"),
        Reason::NotBegun { period, fiscal, .. } => format!("{} has not begun", period.label(*fiscal)),
        Reason::Past { running, fiscal } => format!("not before {}", running.label(*fiscal)),
        Reason::Contradicts { first } => format!("line {first} says something else"),
        other => format!("{other:?}"),
    }
}

fn counts(found: &Found) -> (usize, usize, usize, usize) {
    (found.new, found.changed, found.unchanged, found.refused_lines())
}

#[tokio::test]
async fn a_draft_is_pressed_once_by_its_owner_within_half_an_hour() {
    let home = Home::with_acme().await;
    let file = "key,period,value\nnps,2026-10,41\n";
    let first = home.previews(What::Actuals, file).await;
    let maria = home.enters(2, "Maria").await;
    let gone = |outcome: Result<Applied>| {
        assert!(matches!(outcome, Err(Error::NotFound(missing)) if missing.noun == Noun::Draft));
    };
    gone(apply(&home.services, &maria, draft(&first)).await);
    assert!(matches!(home.presses(&first).await, Applied::Done(_)));
    gone(apply(&home.services, &home.administrator, draft(&first)).await);

    let second = home.previews(What::Actuals, "key,period,value\nnps,2026-10,42\n").await;
    home.clock.moves(LIFE);
    gone(apply(&home.services, &home.administrator, draft(&second)).await);

    let third = home.previews(What::Actuals, "key,period,value\nnps,2026-10,42\n").await;
    cancel(&home.services, &home.administrator, draft(&third))
        .await
        .unwrap();
    gone(apply(&home.services, &home.administrator, draft(&third)).await);
}

#[tokio::test]
async fn what_changed_since_the_preview_is_said_instead_of_written() {
    let home = Home::with_acme().await;
    let slow = home
        .previews(What::Actuals, "key,period,value\nnps,2026-10,41\nnps,2026-09,40\n")
        .await;
    home.imports(What::Actuals, "key,period,value\nnps,2026-10,39\n").await;
    let before = home.everything().await;
    let Applied::Differs(anew) = home.presses(&slow).await else {
        panic!("it was written over what came in between");
    };
    assert_eq!(home.everything().await, before);
    assert_eq!(counts(&anew.found), (1, 1, 0, 0));
    let Applied::Done(done) = home.presses(&anew).await else {
        panic!("the second preview differs without a reason");
    };
    assert_eq!(counts(&done.found), (1, 1, 0, 0));
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_what_is_wrong_with_it() {
    let refused = |what, bytes: &[u8]| match File::read(what, bytes).unwrap_err() {
        Error::Invalid(invalid) => match *invalid {
            Invalid::File(error) => error.to_string(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let missing = refused(What::Actuals, b"key,value\nnps,1\n");
    assert_eq!(missing, "the header has no column period; it needs key, period, value");
    assert!(refused(What::Kpis, b"key,period,value\n").starts_with("the header has no column scorecard"));
    assert!(refused(What::Kpis, b"").starts_with("the file is empty"));
}
