//! The audit trail: every use case that changes structure, people, targets or settings writes down here who did what, in
//! the transaction of the change. Values have a trail of their own: their revisions.

pub(super) mod facts;
mod list;

use chrono::{DateTime, Utc};

use self::facts::Brought;
use super::{Actor, Result, Services};
use crate::domain::audit::{self, Change, Kept, Subject, Verb};
use crate::domain::id::ScorecardId;
use crate::store::audit::NewEntry;
use crate::store::{self, Connection};

pub use list::{Filter, Page, Told, Wanted, look, page};

/// A change to be written down.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    verb: Verb,
    subject: Subject,
    row: Option<i64>,
    name: &'a str,
    scorecard: Option<ScorecardId>,
    changes: Vec<Change>,
    reason: Option<&'a str>,
    at: Option<DateTime<Utc>>,
}

impl<'a> Entry<'a> {
    /// Something was done to a thing: its row, where there is more than one such thing, and its present name.
    #[must_use]
    pub fn new(verb: Verb, subject: Subject, (row, name): (Option<i64>, &'a str)) -> Self {
        Self {
            verb,
            subject,
            row,
            name,
            scorecard: None,
            changes: Vec::new(),
            reason: None,
            at: None,
        }
    }

    /// It is part of a scorecard, so who may see that may see this.
    #[must_use]
    pub fn within(self, scorecard: ScorecardId) -> Self {
        Self {
            scorecard: Some(scorecard),
            ..self
        }
    }

    /// Why it was done.
    #[must_use]
    pub fn because(self, reason: Option<&'a str>) -> Self {
        Self { reason, ..self }
    }

    /// When it was done, where other things were done at the same instant.
    #[must_use]
    pub fn at(self, now: DateTime<Utc>) -> Self {
        Self { at: Some(now), ..self }
    }

    /// What of it changed.
    #[must_use]
    pub fn with(self, changes: Vec<Change>) -> Self {
        Self { changes, ..self }
    }
}

/// Writes a change down, within the use case that makes it.
pub(super) async fn record(services: &Services, write: &mut Connection, actor: &Actor, entry: Entry<'_>) -> Result<()> {
    let changes = serde_json::to_string(&Kept::Changes(entry.changes))?;
    let new = NewEntry {
        person: actor.person,
        verb: entry.verb,
        subject: entry.subject,
        row: entry.row,
        name: entry.name,
        scorecard: entry.scorecard,
        changes: &changes,
        reason: entry.reason,
    };
    let at = entry.at.unwrap_or_else(|| services.now());
    store::audit::insert(write, actor.server, &new, at).await?;
    Ok(())
}

/// Writes down what a file or a ready set brought into a scorecard: one entry, however much it is.
pub(super) async fn record_brought(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, name): (ScorecardId, &str),
    brought: Brought,
) -> Result<()> {
    let entry = Entry::new(Verb::Imported, Subject::Scorecard, (Some(card.get()), name)).within(card);
    record(
        services,
        write,
        actor,
        entry.with(audit::made(&facts::brought(&brought))),
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_names_its_version() {
        let changes = audit::made(&vec![("name", Some("Churn".into()))]);
        assert_eq!(
            serde_json::to_string(&Kept::Changes(changes)).unwrap(),
            r#"{"kind":"changes-1","changes":[{"field":"name","before":null,"after":{"text":"Churn"}}]}"#
        );
    }
}
