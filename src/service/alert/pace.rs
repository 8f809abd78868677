//! KPIs whose year will miss its target: looked for with the digest of a review, and when a value of an ended period changes,
//! after the same wait as other alerts.

use chrono::{DateTime, Utc};

use super::say::{say, stored_in};
use super::wait;
use super::watch::{WatchContent, apply, asked};
use super::{Actor, Ledger};
use crate::domain::alert::{AlertKind, AlertState, Effect, Event, step};
use crate::domain::id::{AlertId, ServerId};
use crate::domain::outlook::{Outlook, outlook};
use crate::domain::period::Period;
use crate::domain::reading::{Source, View};
use crate::service::notice::{self, Stored};
use crate::service::summary::Contents;
use crate::service::{Result, Services, scorecard};
use crate::store::alert::OpenAlert;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Opens and ends the alerts about KPIs whose year will miss its target.
pub(super) async fn pace(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    contents: &Contents,
    (now, found): (DateTime<Utc>, &mut WatchContent),
) -> Result<()> {
    let asked = asked(card, review.period, View::YearToDate, now);
    for placed in contents
        .kpis
        .iter()
        .filter(|placed| !contents.idle.contains(&placed.kpi.id))
    {
        let heading = contents.with_source(placed, |source| outlook(source, &asked));
        let open = store::alert::open_of_kpi(write, server, placed.kpi.id, AlertKind::OffPace).await?;
        let event = match (heading.map(|heading| heading.misses(placed.kpi.direction)), open) {
            (Some(true), None) => Event::Slipped,
            (Some(true), Some(_)) => Event::Moved,
            (Some(false), _) => Event::Recovered,
            // A new year has begun, or its targets are gone: there is nothing to miss.
            (None, _) => Event::Corrected,
        };
        let about = (placed.kpi.id, AlertKind::OffPace);
        let first_day = review.period.first_day();
        match (apply(write, server, open, event, now).await?, heading) {
            (Effect::Open, Some(heading)) => {
                let id = store::alert::insert(write, server, about, first_day, now).await?;
                found.alerts.push((id, placed.kpi.name.to_string()));
                found.off_pace.push((placed.kpi.clone(), heading));
            }
            (Effect::Recover, Some(heading)) => found.on_pace.push((placed.kpi.clone(), heading)),
            _ => {}
        }
    }
    Ok(())
}

/// Where the year of a KPI is heading, by its values of the periods that are over.
pub(super) fn heading(ledger: &Ledger, now: DateTime<Utc>) -> Option<Outlook> {
    let card = &ledger.card;
    let reviewed = Period::last_ended(card.review_cycle, now, scorecard::zone_of(card), card.fiscal_start);
    let source = Source {
        kpi: ledger.kpi(),
        targets: &ledger.targets,
        actuals: &ledger.actuals,
        created_on: ledger.placed.created_on,
        book: None,
    };
    outlook(&source, &asked(card, reviewed, View::YearToDate, now))
}

/// Judges the year of a KPI anew after a value of a period that is over changed.
pub(in crate::service) async fn follow_pace(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, period): (&Ledger, Period),
) -> Result<()> {
    let now = services.now();
    if period > ledger.last_ended(now) {
        return Ok(());
    }
    let heading = heading(ledger, now);
    let misses = heading.map(|heading| heading.misses(ledger.kpi().direction));
    let mut open = store::alert::open_of_kpi(write, actor.server, ledger.kpi().id, AlertKind::OffPace).await?;
    if open.is_none() && misses == Some(true) {
        open = reopen(write, actor, (ledger, period)).await?;
    }
    // The value that caused it was corrected.
    let own = open.is_some_and(|open| open.notice.is_some() && open.first_day == period.first_day());
    let event = match (misses, open) {
        (Some(true), None) => Event::Slipped,
        (Some(true), Some(_)) => Event::Moved,
        (Some(false), _) if !own => Event::Recovered,
        _ => Event::Corrected,
    };
    let (state, effect) = step(open.map(|open| open.state), event);
    if let (Some(open), Some(state)) = (open, state)
        && !state.is_open()
    {
        store::alert::end(write, actor.server, open.id, state, now).await?;
    }
    tell(services, write, actor, (ledger, period), (effect, open, heading)).await
}

async fn tell(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (ledger, period): (&Ledger, Period),
    (effect, open, heading): (Effect, Option<OpenAlert>, Option<Outlook>),
) -> Result<()> {
    let now = services.now();
    let due_at = now + wait(write, actor).await?;
    match (effect, open, heading) {
        (Effect::Open, _, Some(heading)) => {
            let about = (ledger.kpi().id, AlertKind::OffPace);
            let alert = store::alert::insert(write, actor.server, about, period.first_day(), now).await?;
            let stored = Stored::Watch(Box::new(missing((ledger, period), (alert, heading))));
            let said = say(write, actor, ledger, (&format!("pace:{alert}"), &stored), (now, due_at)).await?;
            if let Some(said) = said {
                store::alert::set_notice(write, actor.server, alert, said).await?;
            }
            Ok(())
        }
        (Effect::Edit, Some(open), Some(heading)) => {
            let now_says = missing((ledger, period), (open.id, heading));
            edit(write, actor, open, |found| found.off_pace = now_says.off_pace).await
        }
        (Effect::Withdraw, Some(open), _) => edit(write, actor, open, |found| found.withdrawn = true).await,
        (Effect::Recover, Some(open), Some(heading)) => {
            let mut found = WatchContent::none(period, ledger.card.fiscal_start);
            found.on_pace.push((ledger.kpi().clone(), heading));
            let (key, stored) = (on_pace_key(open.id), Stored::Watch(Box::new(found)));
            match store::notice::by_key(write, actor.server, &key).await? {
                Some((notice, _)) => notice::rewrite(write, actor.server, notice, &stored).await,
                None => say(write, actor, ledger, (&key, &stored), (now, due_at))
                    .await
                    .map(|_| ()),
            }
        }
        _ => Ok(()),
    }
}

fn missing((ledger, period): (&Ledger, Period), (alert, heading): (AlertId, Outlook)) -> WatchContent {
    let mut found = WatchContent::none(period, ledger.card.fiscal_start);
    found.alerts.push((alert, ledger.kpi().name.to_string()));
    found.off_pace.push((ledger.kpi().clone(), heading));
    found
}

/// What an alert about a year says when its rest is over; nothing where the year does not miss its target by now.
pub(super) fn woken(ledger: &Ledger, alert: AlertId, now: DateTime<Utc>) -> Option<WatchContent> {
    let heading = heading(ledger, now).filter(|heading| heading.misses(ledger.kpi().direction))?;
    Some(missing((ledger, ledger.last_ended(now)), (alert, heading)))
}

/// Opens the alert again that a value of the same period had ended, and takes back that this was said.
async fn reopen(
    write: &mut Connection,
    actor: &Actor,
    (ledger, period): (&Ledger, Period),
) -> Result<Option<OpenAlert>> {
    let about = (ledger.kpi().id, AlertKind::OffPace);
    let Some(ended) = store::alert::last_resolved(write, actor.server, about).await? else {
        return Ok(None);
    };
    let Some((notice, payload)) = store::notice::by_key(write, actor.server, &on_pace_key(ended.id)).await? else {
        return Ok(None);
    };
    let Stored::Watch(mut found) = serde_json::from_str(&payload)? else {
        return Ok(None);
    };
    if found.period != period {
        return Ok(None);
    }
    found.withdrawn = true;
    notice::rewrite(write, actor.server, notice, &Stored::Watch(found)).await?;
    store::alert::reopen(write, actor.server, ended.id).await?;
    Ok(Some(OpenAlert {
        state: AlertState::Open,
        ..ended
    }))
}

fn on_pace_key(alert: AlertId) -> String {
    format!("on-pace:{alert}")
}

async fn edit(
    write: &mut Connection,
    actor: &Actor,
    open: OpenAlert,
    change: impl FnOnce(&mut WatchContent),
) -> Result<()> {
    let Some(said) = open.notice else {
        return Ok(());
    };
    let Some(Stored::Watch(mut found)) = stored_in(write, actor.server, said).await? else {
        return Ok(());
    };
    change(&mut found);
    notice::rewrite(write, actor.server, said, &Stored::Watch(found)).await
}
