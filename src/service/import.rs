//! Imports: what a file would do, shown first, then done, all or nothing. Between the two presses the rows wait as a
//! draft; what they would do is decided again before they are written.

mod actual;
mod found;
mod kpi;
mod people;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::person;
use super::{Actor, NotFound, Noun, Result, Services, actual as values};
use crate::domain::id::DraftId;
use crate::domain::import::{ActualRow, KpiRow, RowError, What, actuals, kpis};
use crate::domain::value::MAX_REASON;
use crate::store::{self, Connection};

pub use super::alert::ImportTold;
pub use found::{Cell, Change, Field, Found, Made, Named, Reason, Refused, SHOWN};

/// How long a preview waits for its second press.
pub const LIFE: TimeDelta = TimeDelta::minutes(30);

/// What a draft of this shape is kept as.
const KIND: &str = "import-1";

/// A file that was read.
#[derive(Debug, Clone)]
pub struct File {
    rows: Rows,
    refused: Vec<RowError>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Rows {
    Kpis(Vec<KpiRow>),
    Actuals(Vec<ActualRow>),
}

impl File {
    /// Reads a file's structure; nothing is compared yet.
    pub fn read(what: What, bytes: &[u8]) -> Result<Self> {
        Ok(match what {
            What::Kpis => {
                let read = kpis(bytes)?;
                Self {
                    rows: Rows::Kpis(read.rows),
                    refused: read.refused,
                }
            }
            What::Actuals => {
                let read = actuals(bytes)?;
                Self {
                    rows: Rows::Actuals(read.rows),
                    refused: read.refused,
                }
            }
        })
    }

    /// What it holds.
    #[must_use]
    pub fn what(&self) -> What {
        self.rows.what()
    }

    /// How many rows it has that can be read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row can be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Rows {
    fn len(&self) -> usize {
        match self {
            Self::Kpis(rows) => rows.len(),
            Self::Actuals(rows) => rows.len(),
        }
    }

    const fn what(&self) -> What {
        match self {
            Self::Kpis(_) => What::Kpis,
            Self::Actuals(_) => What::Actuals,
        }
    }
}

/// What an import would do.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The draft to press for; none where a line is refused, or nothing would change.
    pub draft: Option<DraftId>,
    /// What the file holds.
    pub what: What,
    /// What it would do.
    pub found: Found,
}

/// What became of a second press.
#[derive(Debug, Clone)]
pub enum Applied {
    /// Everything was written.
    Done(Done),
    /// Something changed since the preview, so nothing was written: what the file would do now.
    Differs(Preview),
}

/// An import that was written.
#[derive(Debug, Clone)]
pub struct Done {
    /// What the file held.
    pub what: What,
    /// What it did.
    pub found: Found,
    /// What the team channels are told.
    pub told: ImportTold,
}

/// What waits for the second press.
#[derive(Serialize, Deserialize)]
struct Draft {
    rows: Rows,
    /// People whom the rows name by Discord's user id, and whom the bot had not met.
    people: Vec<person::Named>,
    /// Why, where they change what was published.
    #[serde(default)]
    reason: Option<String>,
    /// What the preview said, to be compared.
    fingerprint: u64,
}

/// What a file would write.
enum Plan {
    Kpis(Box<kpi::Plan>),
    Actuals(Box<actual::Plan>),
}

/// Discord's user ids that a file names and that belong to nobody the bot has met.
pub async fn strangers(services: &Services, actor: &Actor, file: &File) -> Result<Vec<i64>> {
    let Rows::Kpis(rows) = &file.rows else {
        return Ok(Vec::new());
    };
    let mut reader = services.read().await?;
    let known = store::person::all(&mut reader, actor.server).await?;
    Ok(people::strangers(rows, &known))
}

/// Says what a file would do, and keeps it for a second press; the reason is for what was published. `people` are those that `strangers` asked for, as far as
/// Discord knows them.
pub async fn preview(
    services: &Services,
    actor: &Actor,
    file: File,
    (people, reason): (Vec<person::Named>, Option<&str>),
) -> Result<Preview> {
    let reason = values::bounded("reason", reason, MAX_REASON)?;
    let mut reader = services.read().await?;
    let (plan, mut found) = plan(services, &mut reader, actor, (&file.rows, &people, reason)).await?;
    drop(reader);
    let unreadable: HashSet<u64> = file.refused.iter().map(|error| error.line).collect();
    found.rows = file.rows.len() + unreadable.len();
    found.refused.extend(file.refused.into_iter().map(Refused::from));
    found.refused.sort_by_key(|refused| refused.line);
    let draft = Draft {
        rows: file.rows,
        people,
        reason: reason.map(str::to_owned),
        fingerprint: plan.fingerprint(),
    };
    let mut write = services.write().await?;
    let preview = keep(services, &mut write, actor, (draft, found)).await?;
    services.keep(write).await?;
    Ok(preview)
}

async fn keep(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (draft, found): (Draft, Found),
) -> Result<Preview> {
    let now = services.now();
    let what = draft.rows.what();
    if !found.refused.is_empty() || !found.does_something() {
        return Ok(Preview {
            draft: None,
            what,
            found,
        });
    }
    let payload = serde_json::to_string(&draft)?;
    let owner = (actor.server, actor.person);
    let draft = store::draft::insert(write, owner, KIND, &payload, (now, now + LIFE)).await?;
    Ok(Preview {
        draft: Some(draft),
        what,
        found,
    })
}

/// Writes what a preview showed, all of it or nothing. Where it would do something else by now, it says that instead.
pub async fn apply(services: &Services, actor: &Actor, id: DraftId) -> Result<Applied> {
    let mut write = services.write().await?;
    let draft = take(services, &mut write, actor, id).await?;
    let reason = draft.reason.as_deref();
    let (plan, mut found) = plan(services, &mut write, actor, (&draft.rows, &draft.people, reason)).await?;
    found.refused.sort_by_key(|refused| refused.line);
    found.rows = draft.rows.len();
    if plan.fingerprint() != draft.fingerprint || !found.refused.is_empty() {
        let draft = Draft {
            fingerprint: plan.fingerprint(),
            ..draft
        };
        let preview = keep(services, &mut write, actor, (draft, found)).await?;
        services.keep(write).await?;
        return Ok(Applied::Differs(preview));
    }
    let told = match plan {
        Plan::Kpis(plan) => {
            kpi::carry_out(services, &mut write, actor, (*plan, &draft.people)).await?;
            ImportTold::default()
        }
        Plan::Actuals(plan) => actual::carry_out(services, &mut write, actor, (*plan, id, reason)).await?,
    };
    services.keep(write).await?;
    Ok(Applied::Done(Done {
        what: draft.rows.what(),
        found,
        told,
    }))
}

/// Throws a preview away.
pub async fn cancel(services: &Services, actor: &Actor, id: DraftId) -> Result<()> {
    let mut write = services.write().await?;
    take(services, &mut write, actor, id).await?;
    services.keep(write).await
}

async fn take(services: &Services, write: &mut Connection, actor: &Actor, id: DraftId) -> Result<Draft> {
    let owner = (actor.server, actor.person);
    let payload = store::draft::take(write, owner, id, KIND, services.now()).await?;
    let gone = || NotFound {
        noun: Noun::Draft,
        typed: String::new(),
        close: Vec::new(),
    };
    Ok(serde_json::from_str(&payload.ok_or_else(gone)?)?)
}

async fn plan(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
    (rows, people, reason): (&Rows, &[person::Named], Option<&str>),
) -> Result<(Plan, Found)> {
    Ok(match rows {
        Rows::Kpis(rows) => {
            let (plan, found) = kpi::plan(services, connection, actor, (rows, people)).await?;
            (Plan::Kpis(Box::new(plan)), found)
        }
        Rows::Actuals(rows) => {
            let (plan, found) = actual::plan(services, connection, actor, (rows, reason)).await?;
            (Plan::Actuals(Box::new(plan)), found)
        }
    })
}

impl Plan {
    /// Equal for plans that write the same over the same.
    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        match self {
            Self::Kpis(plan) => plan.hash(&mut hasher),
            Self::Actuals(plan) => plan.steps.hash(&mut hasher),
        }
        hasher.finish()
    }
}
