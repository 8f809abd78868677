//! The end of an answer that was given until a day: the alert speaks up again, once. When that is stands in its row, so a
//! tick with nothing due reads one entry of an index.

use chrono::{DateTime, Utc};

use super::say::{answer, refresh, say};
use super::{Actor, AlertContent, Ledger, Result, Said, Services, WatchContent, content, earlier, overdue, pace};
use crate::domain::alert::{AlertKind, Effect, Event, step};
use crate::domain::id::{AlertId, ServerId};
use crate::domain::period::Period;
use crate::service::access;
use crate::service::away::StandIns;
use crate::service::notice::{self, Span, Stored};
use crate::store::alert::Alert;
use crate::store::notice::Destination;
use crate::store::{self, Connection};

/// How many alerts one look takes on.
const BATCH: i64 = 100;

/// Has the alerts speak up whose answers have ended; how many there were.
pub async fn wake_due(services: &Services) -> Result<usize> {
    let mut reader = services.read().await?;
    let due = store::alert::to_wake(&mut reader, services.now(), BATCH).await?;
    drop(reader);
    for (server, id) in &due {
        wake(services, *server, *id).await?;
    }
    Ok(due.len())
}

/// When the next answer ends.
pub(in crate::service) async fn next_event_at(connection: &mut Connection) -> Result<Option<DateTime<Utc>>> {
    Ok(store::alert::next_waking_at(connection).await?)
}

async fn wake(services: &Services, server: ServerId, id: AlertId) -> Result<()> {
    let mut write = services.write().await?;
    let Some(alert) = store::alert::by_id(&mut write, server, id).await? else {
        return Ok(());
    };
    let (state, effect) = step(Some(alert.state), Event::Woken);
    let rested = match alert.kpi {
        Some(kpi) => known(&mut write, server, kpi).await?,
        None => None,
    };
    if let (Effect::Wake, Some((actor, ledger))) = (effect, &rested) {
        let now = services.now();
        if let Some(stored) = speak(services, &mut write, (actor, ledger), &alert).await? {
            let key = format!("woken:{id}:{}", alert.until_on.unwrap_or_default());
            say(&mut write, actor, ledger, (&key, &stored), (now, now)).await?;
        }
    }
    if effect == Effect::Wake && alert.kpi.is_none() {
        link(services, &mut write, server, &alert).await?;
    }
    store::alert::set_state(&mut write, server, id, state.unwrap_or(alert.state)).await?;
    if let Some((actor, _)) = &rested {
        refresh(&mut write, actor, id).await?;
    }
    services.keep(write).await
}

/// What an alert about a KPI says when its rest is over: what it is about, as that stands by now.
async fn speak(
    services: &Services,
    write: &mut Connection,
    (actor, ledger): (&Actor, &Ledger),
    alert: &Alert,
) -> Result<Option<Stored>> {
    let watch = |found: WatchContent| Stored::Watch(Box::new(found));
    match alert.kind {
        AlertKind::OffPace => Ok(pace::woken(ledger, alert.id, services.now()).map(watch)),
        AlertKind::Missing => {
            let Some(period) = Period::starting(ledger.kpi().frequency, alert.first_day) else {
                return Ok(None);
            };
            let answers = StandIns::load(write, actor.server, &ledger.card).await?;
            let answers = answers.asked(&ledger.card, &ledger.placed);
            let person = access::name_of(write, actor, answers).await?;
            Ok(Some(watch(overdue::woken(ledger, period, (alert.id, person)))))
        }
        AlertKind::OffTarget | AlertKind::Hypothesis => {
            let Some(mut said) = present(services, write, actor, ledger).await? else {
                return Ok(None);
            };
            said.alert = Some(alert.id);
            said.answer = answer(write, actor, alert.id).await?;
            Ok(Some(Stored::Woken(Box::new(said))))
        }
    }
}

/// Says that the rest of an alert about a link is over.
async fn link(services: &Services, write: &mut Connection, server: ServerId, alert: &Alert) -> Result<()> {
    let (Some(cause), Some(effect)) = (alert.cause, alert.effect) else {
        return Ok(());
    };
    let cause = store::objective::by_id(write, server, cause, store::PRESENT).await?;
    let effect = store::objective::by_id(write, server, effect, store::PRESENT).await?;
    let (Some(cause), Some(effect)) = (cause, effect) else {
        return Ok(());
    };
    let Some(card) = store::scorecard::by_id(write, server, cause.scorecard).await? else {
        return Ok(());
    };
    let (Some(channel), Some(period)) = (card.channel, Period::starting(card.review_cycle, alert.first_day)) else {
        return Ok(());
    };
    let mut found = WatchContent::none(period, card.fiscal_start);
    found
        .alerts
        .push((alert.id, format!("{} → {}", cause.name, effect.name)));
    found.failing.push((cause.name, effect.name));
    let now = services.now();
    let key = format!("woken:{}:{}", alert.id, alert.until_on.unwrap_or_default());
    let (to, said) = (Destination::Team(card.id, channel), Stored::Watch(Box::new(found)));
    notice::write(write, server, &key, (to, &said), Span::from(now, now)).await?;
    Ok(())
}

/// A KPI that is in use, as its manager sees it.
async fn known(
    write: &mut Connection,
    server: ServerId,
    kpi: crate::domain::id::KpiId,
) -> Result<Option<(Actor, Ledger)>> {
    let Some(placed) = store::kpi::by_id(write, server, kpi, store::PRESENT).await? else {
        return Ok(None);
    };
    let Some(card) = store::scorecard::by_id(write, server, placed.scorecard).await? else {
        return Ok(None);
    };
    let actor = Actor {
        server,
        person: card.manager,
        administrator: false,
        roles: Vec::new(),
    };
    let ledger = Ledger::load(write, &actor, placed, card).await?;
    Ok(Some((actor, ledger)))
}

/// What the newest value of the KPI says now.
async fn present(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
) -> Result<Option<AlertContent>> {
    let now = services.now();
    let newest = ledger.last_ended(now);
    if ledger.actuals.contains_key(&newest) {
        let nobody: Option<Said<'_>> = None;
        return content(write, actor, ledger, (ledger.held(newest), nobody, now)).await;
    }
    earlier(write, actor, ledger, (newest, now)).await
}
