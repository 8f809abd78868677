//! Taking back, for ten minutes, that something went out of use: what was under way about its KPIs goes on.

use chrono::{DateTime, TimeDelta, Utc};

use super::restore::bring_back;
use super::{Moved, Thing, within};
use crate::domain::audit::Verb;
use crate::service::{Actor, Conflict, Result, Services, alert, checkin};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How long it can be taken back by a press that something went out of use.
const UNDO_FOR: TimeDelta = TimeDelta::minutes(10);

/// Takes back that something went out of use, where that was the last thing done to it and not long ago.
pub async fn take_back(services: &Services, actor: &Actor, thing: Thing) -> Result<Moved> {
    let mut reader = services.read().await?;
    let newest = store::audit::newest_of(&mut reader, actor.server, (thing.subject(), thing.row())).await?;
    drop(reader);
    match newest {
        Some((Verb::Archived, at)) if services.now() - at <= UNDO_FOR => {
            bring_back(services, actor, thing, Some(at)).await
        }
        Some((Verb::Archived, _)) => Err(Conflict::UndoOver.into()),
        _ => Err(Conflict::DoneSince.into()),
    }
}

/// Opens the alerts again that ended at the instant when the KPIs went out of use, and asks for their values again.
pub(super) async fn resume(
    write: &mut Connection,
    actor: &Actor,
    (card, thing): (&Scorecard, Thing),
    archived_at: DateTime<Utc>,
) -> Result<()> {
    let (objectives, mut kpis) = within(write, actor, card).await?;
    kpis.retain(|placed| match thing {
        Thing::Scorecard(_) => true,
        Thing::Perspective(id) => objectives
            .iter()
            .any(|(objective, of)| *of == id && *objective == placed.objective),
        Thing::Objective(id) => placed.objective == id,
        Thing::Kpi(id) => placed.kpi.id == id,
    });
    for placed in kpis {
        alert::reopen_archived(write, actor, (placed.kpi.id, archived_at)).await?;
        checkin::handed_over(write, actor.server, placed.kpi.id).await?;
    }
    Ok(())
}
