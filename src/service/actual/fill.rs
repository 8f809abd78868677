//! Values that a press gives for a blank period: the last one again, or that there is none to give.

use chrono::NaiveDate;

use super::{Change, Ledger, Recorded, When, Which, open, period, recorded, refuse_computed, revise};
use crate::domain::actual::Source;
use crate::domain::id::KpiId;
use crate::domain::period::Period;
use crate::domain::value::Entry;
use crate::service::{Actor, Need, Result, Services, access};
use crate::store::Connection;

/// Records what holds in a period that is blank; nothing where something holds there by now.
pub(in crate::service) async fn fill(
    services: &Services,
    actor: &Actor,
    (kpi, first_day): (KpiId, NaiveDate),
    (entry, source): (Entry, Source),
) -> Result<Option<Recorded>> {
    let mut write = services.write().await?;
    let ledger = open(&mut write, actor, Which::Id(kpi)).await?;
    let period = period(services, &ledger, When::FirstDay(first_day))?;
    if ledger.actuals.contains_key(&period) {
        return Ok(None);
    }
    refuse_computed(&mut write, actor, &ledger, period).await?;
    refuse_repeated(&mut write, actor, &ledger, (period, &entry)).await?;
    let judged = ledger.judge(period, entry.clone());
    let change = Change {
        period,
        entry: Some(entry),
        note: None,
        reason: None,
        source,
        undoes: None,
    };
    let revised = revise(services, &mut write, actor, ledger, change).await?;
    let recorded = recorded(services, (revised, source), judged, None);
    services.keep_cycle(write).await?;
    Ok(Some(recorded))
}

/// Fails where a value would be not applicable a second time in a row, which is for the manager to say.
pub(super) async fn refuse_repeated(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, entry): (Period, &Entry),
) -> Result<()> {
    let none = |entry: &Entry| matches!(entry, Entry::NotApplicable { .. });
    let (now, before) = (ledger.actuals.get(&period), ledger.actuals.get(&period.prev()));
    let repeated = none(entry) && before.is_some_and(none) && !now.is_some_and(none);
    if !repeated || access::manages(write, actor, &ledger.card).await? {
        return Ok(());
    }
    Err(Need::Repeated {
        kpi: ledger.kpi().name.to_string(),
        manager: access::name_of(write, actor, ledger.card.manager).await?,
    }
    .into())
}
