//! What the team channel reads of an alert, said and edited. Called by `alert`, `archive` and `initiative`.

use chrono::{DateTime, Utc};

use super::{Actor, AlertContent, Answer, Ledger, Outcome, Result, Services};
use crate::domain::alert::{AlertState, Event, step};
use crate::domain::id::{AlertId, KpiId, NoticeId, ObjectiveId, ServerId};
use crate::domain::score::Rule;
use crate::domain::zone;
use crate::service::notice::{self, Span, Stored};
use crate::service::{initiative, scorecard};
use crate::store::alert::OpenAlert;
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// Ends the alerts of a KPI that goes out of use, without a new message.
pub(in crate::service) async fn end_archived(
    write: &mut Connection,
    actor: &Actor,
    kpi: KpiId,
    now: DateTime<Utc>,
) -> Result<()> {
    for open in store::alert::all_of_kpi(write, actor.server, kpi).await? {
        if let (Some(state), _) = step(Some(open.state), Event::Archived) {
            store::alert::end(write, actor.server, open.id, state, now).await?;
        }
        finish(write, actor, open, Outcome::Archived).await?;
    }
    Ok(())
}

/// Opens the alerts of a KPI again that ended because it went out of use at an instant, which is taken back.
pub(in crate::service) async fn reopen_archived(
    write: &mut Connection,
    actor: &Actor,
    (kpi, at): (KpiId, DateTime<Utc>),
) -> Result<()> {
    for ended in store::alert::ended_at(write, actor.server, kpi, at).await? {
        store::alert::reopen(write, actor.server, ended.id).await?;
        finish(write, actor, ended, Outcome::Open).await?;
        refresh(write, actor, ended.id).await?;
    }
    Ok(())
}

/// The alert keeps the numbers it was said with, marked with how it ended.
async fn finish(write: &mut Connection, actor: &Actor, open: OpenAlert, outcome: Outcome) -> Result<()> {
    finish_as(write, actor, open, (outcome, None)).await
}

/// The same with what it is judged by now, where that withdrew it.
pub(super) async fn finish_as(
    write: &mut Connection,
    actor: &Actor,
    open: OpenAlert,
    (outcome, retargeted): (Outcome, Option<Rule>),
) -> Result<()> {
    let Some(said) = open.notice else {
        return Ok(());
    };
    match stored(write, actor, said).await? {
        Some(Stored::Alert(mut content)) => {
            content.outcome = outcome;
            content.retargeted = retargeted;
            notice::rewrite(write, actor.server, said, &Stored::Alert(content)).await
        }
        Some(Stored::ImportAlerts(mut list)) => {
            list.end(open.id, (outcome, retargeted));
            notice::rewrite(write, actor.server, said, &Stored::ImportAlerts(list)).await
        }
        Some(Stored::Watch(mut found)) if outcome != Outcome::Open => {
            found.archive(open.id);
            notice::rewrite(write, actor.server, said, &Stored::Watch(found)).await
        }
        _ => Ok(()),
    }
}

/// The alert has other numbers now; what was answered to it stays.
pub(super) async fn restate(
    write: &mut Connection,
    actor: &Actor,
    open: OpenAlert,
    mut content: AlertContent,
) -> Result<()> {
    let Some(said) = open.notice else {
        return Ok(());
    };
    let restated = if let Some(Stored::ImportAlerts(mut list)) = stored(write, actor, said).await? {
        list.restate(&content);
        Stored::ImportAlerts(list)
    } else {
        content.alert = Some(open.id);
        content.answer = answer(write, actor, open.id).await?;
        Stored::Alert(Box::new(content))
    };
    notice::rewrite(write, actor.server, said, &restated).await
}

/// Has the message of an alert show what was answered to it by now.
pub(super) async fn refresh(write: &mut Connection, actor: &Actor, id: AlertId) -> Result<()> {
    let Some(said) = store::alert::by_id(write, actor.server, id)
        .await?
        .and_then(|alert| alert.notice)
    else {
        return Ok(());
    };
    let answer = answer(write, actor, id).await?;
    let shown = match stored(write, actor, said).await? {
        Some(Stored::Alert(mut content)) => {
            content.alert = Some(id);
            content.answer = answer;
            Stored::Alert(content)
        }
        Some(Stored::ImportAlerts(mut list)) => {
            list.answer(id, answer);
            Stored::ImportAlerts(list)
        }
        _ => return Ok(()),
    };
    notice::rewrite(write, actor.server, said, &shown).await
}

/// What was answered to an alert, if it rests.
pub(super) async fn answer(connection: &mut Connection, actor: &Actor, id: AlertId) -> Result<Option<Answer>> {
    let alert = store::alert::by_id(connection, actor.server, id).await?;
    Ok(alert.and_then(|alert| {
        Some(Answer {
            by: alert.answered_by?,
            comment: alert.comment,
            until: alert.until_on,
            snoozed: alert.state == AlertState::Snoozed,
        })
    }))
}

/// Has the alerts about a KPI, or about those of an objective, show what is being done by now.
pub(in crate::service) async fn touched(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (kpi, objective): (Option<KpiId>, Option<ObjectiveId>),
) -> Result<()> {
    let mut kpis: Vec<KpiId> = kpi.into_iter().collect();
    if let Some(objective) = objective {
        let found = store::objective::by_id(write, actor.server, objective, store::PRESENT).await?;
        if let Some(found) = found {
            let all = store::kpi::of_scorecard(write, actor.server, found.scorecard, store::PRESENT).await?;
            kpis.extend(
                all.iter()
                    .filter(|placed| placed.objective == objective)
                    .map(|placed| placed.kpi.id),
            );
        }
    }
    for alert in store::alert::of_kpis(write, actor.server, &kpis).await? {
        let (Some(kpi), Some(said)) = (alert.kpi, alert.notice) else {
            continue;
        };
        let Some(placed) = store::kpi::by_id(write, actor.server, kpi, store::PRESENT).await? else {
            continue;
        };
        let Some(card) = store::scorecard::by_id(write, actor.server, placed.scorecard).await? else {
            continue;
        };
        if let Some(Stored::Alert(mut content)) = stored(write, actor, said).await? {
            let today = zone::day_of(services.now(), scorecard::zone_of(&card));
            let about = (&[kpi][..], &[placed.objective][..]);
            content.initiatives = initiative::open_about(write, actor.server, about, today).await?;
            notice::rewrite(write, actor.server, said, &Stored::Alert(content)).await?;
        }
    }
    Ok(())
}

pub(super) async fn stored(connection: &mut Connection, actor: &Actor, id: NoticeId) -> Result<Option<Stored>> {
    stored_in(connection, actor.server, id).await
}

pub(super) async fn stored_in(connection: &mut Connection, server: ServerId, id: NoticeId) -> Result<Option<Stored>> {
    let payload = store::notice::by_id(connection, server, id).await?;
    Ok(payload.map(|payload| serde_json::from_str(&payload)).transpose()?)
}

pub(super) async fn say(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (key, stored): (&str, &Stored),
    (now, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<NoticeId>> {
    let Some(channel) = ledger.card.channel else {
        return Ok(None);
    };
    let to = Destination::Team(ledger.card.id, channel);
    let span = Span::from(now, due_at);
    Ok(Some(
        notice::write(write, actor.server, key, (to, stored), span).await?.0,
    ))
}
