//! "Not applicable": a manager may reject it, and a second period in a row is theirs to say.

use serde::{Deserialize, Serialize};

use super::undo::gone;
use super::{Change, Entered, Ledger, Which, bounded, open, revise};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::{Entry, MAX_REASON};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Conflict, Result, Services, access, scorecard};
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// A *not applicable* that was rejected.
#[derive(Debug, Clone)]
pub struct Rejected {
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period, which is blank again.
    pub period: Period,
    /// Why it was not applicable.
    pub was: String,
    /// The name of who is told; none where that is the person themselves.
    pub told: Option<String>,
    /// The revision, to take it back.
    pub entered: Entered,
}

/// What the person who answers for a rejected value reads.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RejectedContent {
    /// The KPI's row.
    pub id: KpiId,
    /// Its name.
    pub kpi: String,
    /// Its key.
    pub key: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// Why it was not applicable.
    pub was: String,
    /// Who rejected it.
    pub by: String,
    /// Why.
    pub reason: Option<String>,
}

/// Rejects the *not applicable* of a KPI that somebody named: of a period, else the newest.
pub async fn reject_named(
    services: &Services,
    actor: &Actor,
    (typed, period): (&str, Option<&str>),
    reason: Option<&str>,
) -> Result<Rejected> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi(&mut reader, actor, typed, store::PRESENT).await?;
    access::manage(&mut reader, actor, &card).await?;
    let held = store::actual::of_kpi(&mut reader, actor.server, placed.kpi.id).await?;
    let fits = |entry: &Entry| matches!(entry, Entry::NotApplicable { .. });
    let period = match period {
        Some(typed) => Some(Period::parse_kind(typed, placed.kpi.frequency, card.fiscal_start)?),
        None => held
            .iter()
            .rev()
            .find(|(_, entry)| fits(entry))
            .map(|(period, _)| *period),
    };
    let period = period.filter(|period| held.get(period).is_some_and(fits));
    let period = period.ok_or_else(|| Conflict::NotRejectable {
        kpi: placed.kpi.name.to_string(),
    })?;
    let revisions = store::actual::revisions(&mut reader, actor.server, placed.kpi.id, period.first_day()).await?;
    let entered = Entered {
        kpi: placed.kpi.id,
        first_day: period.first_day(),
        revision: revisions.first().map_or(0, |newest| newest.revision),
    };
    drop(reader);
    reject(services, actor, entered, reason).await
}

/// Rejects a *not applicable*: its period is blank and due again, and who answers for it is told, once.
pub async fn reject(services: &Services, actor: &Actor, entered: Entered, reason: Option<&str>) -> Result<Rejected> {
    let reason = bounded("reason", reason, MAX_REASON)?;
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, Which::Id(entered.kpi)).await?;
    access::manage(&mut write, actor, &ledger.card).await?;
    let period = Period::starting(ledger.kpi().frequency, entered.first_day).ok_or_else(gone)?;
    let revisions = store::actual::revisions(&mut write, actor.server, entered.kpi, entered.first_day).await?;
    let newest = revisions.first().filter(|newest| newest.revision == entered.revision);
    let Some(Entry::NotApplicable { reason: was }) = newest.and_then(|newest| newest.actual.clone()) else {
        return Err(Conflict::NotRejectable {
            kpi: ledger.kpi().name.to_string(),
        }
        .into());
    };
    let change = Change {
        period,
        entry: None,
        note: reason,
        reason,
        source: Source::Command,
        undoes: None,
    };
    let revised = revise(services, &mut write, actor, ledger, change).await?;
    let (ledger, revision) = (revised.ledger, revised.revision.unwrap_or_default());
    let content = RejectedContent {
        id: entered.kpi,
        kpi: ledger.kpi().name.to_string(),
        key: ledger.kpi().key.as_str().to_owned(),
        fiscal: ledger.card.fiscal_start,
        period,
        was: was.clone(),
        by: access::name_of(&mut write, actor, actor.person).await?,
        reason: reason.map(str::to_owned),
    };
    let told = tell(services, &mut write, actor, (&ledger, revision, content)).await?;
    services.keep_cycle(write).await?;
    Ok(Rejected {
        fiscal: ledger.card.fiscal_start,
        kpi: ledger.placed.kpi,
        period,
        was,
        told,
        entered: Entered { revision, ..entered },
    })
}

/// Has who answers for the value told; their name.
async fn tell(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, revision, content): (&Ledger, i64, RejectedContent),
) -> Result<Option<String>> {
    let answers = ledger.placed.owner.unwrap_or(ledger.card.manager);
    if answers == actor.person {
        return Ok(None);
    }
    let calendar = store::calendar::of_server(write, actor.server).await?;
    let now = services.now();
    let span = Span::from(now, calendar.allowed(now, scorecard::zone_of(&ledger.card)));
    let key = format!("rejected:{}:{}:{revision}", content.id, content.period.first_day());
    let stored = Stored::Rejected(Box::new(content));
    notice::write(write, actor.server, &key, (Destination::Person(answers), &stored), span).await?;
    Ok(Some(access::name_of(write, actor, answers).await?))
}

/// Whether what was rejected is still blank.
pub(in crate::service) async fn still_blank(
    connection: &mut Connection,
    server: crate::domain::id::ServerId,
    content: &RejectedContent,
) -> Result<bool> {
    let first_day = content.period.first_day();
    let revisions = store::actual::revisions(connection, server, content.id, first_day).await?;
    Ok(revisions.first().is_none_or(|newest| newest.actual.is_none()))
}
