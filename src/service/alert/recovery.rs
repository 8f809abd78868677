//! A recovery, and taking it back: while its value is corrected or undone, the alert that it ended goes on. Called by
//! `alert` only.

use chrono::{DateTime, Utc};

use super::{Actor, AlertContent, Ledger, Outcome, Result, Told, say};
use crate::domain::alert::{AlertKind, AlertState};
use crate::domain::period::Period;
use crate::domain::score::Status;
use crate::service::notice::{self, Stored};
use crate::store::alert::OpenAlert;
use crate::store::{self, Connection};

/// Ends an alert because its KPI is on target again, and says so; once more where that was taken back before.
pub(super) async fn recover(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (open, mut content): (OpenAlert, AlertContent),
    (now, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Told> {
    store::alert::end(write, actor.server, open.id, AlertState::Resolved, now).await?;
    content.outcome = Outcome::Resolved;
    content.alert = Some(open.id);
    let (key, stored) = (key(open), Stored::Recovered(Box::new(content)));
    if let Some((notice, _)) = store::notice::by_key(write, actor.server, &key).await? {
        notice::rewrite(write, actor.server, notice, &stored).await?;
        return Ok(Told::Recovered);
    }
    let said = say(write, actor, ledger, (&key, &stored), (now, due_at)).await?;
    Ok(if said.is_some() { Told::Recovered } else { Told::Nothing })
}

/// Opens the alert again that the value of a period had ended, if that value no longer is on target.
pub(super) async fn reopen(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, after): (Period, Option<Status>),
) -> Result<Option<OpenAlert>> {
    if after == Some(Status::OnTarget) {
        return Ok(None);
    }
    let Some(ended) = store::alert::last_resolved(write, actor.server, (ledger.kpi().id, AlertKind::OffTarget)).await?
    else {
        return Ok(None);
    };
    let Some((notice, payload)) = store::notice::by_key(write, actor.server, &key(ended)).await? else {
        return Ok(None);
    };
    let Stored::Recovered(mut content) = serde_json::from_str(&payload)? else {
        return Ok(None);
    };
    if content.period != period {
        return Ok(None);
    }
    content.outcome = Outcome::Withdrawn;
    notice::rewrite(write, actor.server, notice, &Stored::Recovered(content)).await?;
    store::alert::reopen(write, actor.server, ended.id).await?;
    Ok(Some(OpenAlert {
        state: AlertState::Open,
        ..ended
    }))
}

fn key(alert: OpenAlert) -> String {
    format!("recovered:{}", alert.id)
}
