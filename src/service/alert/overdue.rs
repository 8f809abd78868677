//! Values that are overdue: one alert each, one message for those of a review, in which it is edited what came in since.
//! The ladder asks people; this tells the team, once.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::say::stored_in;
use super::{Ledger, WatchContent};
use crate::domain::alert::{AlertKind, Effect, Event, step};
use crate::domain::id::{AlertId, KpiId, ServerId};
use crate::domain::period::Period;
use crate::service::notice::{self, Span, Stored};
use crate::service::{Result, checkin};
use crate::store::alert::Alert;
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A value that is overdue, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overdue {
    /// Its alert.
    pub alert: AlertId,
    /// The KPI's name.
    pub kpi: String,
    /// The period.
    pub period: Period,
    /// Who is waited for.
    pub person: String,
    /// It came in since.
    pub came: bool,
}

/// Whether the team channel is told of what is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::service) enum Telling {
    /// It is.
    Team,
    /// The digest comes by now, and names what is missing.
    ByDigest,
}

/// Opens an alert for each value of a review that is overdue, of those that become known so many days later, and tells the
/// team channel of those that are new. Nobody is mentioned: who is asked gets a direct message.
pub(in crate::service) async fn overdue(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    (known_after, telling): (u16, Telling),
    span: Span,
) -> Result<()> {
    let mut found = WatchContent::none(review.period, card.fiscal_start);
    for (person, item) in checkin::missing(write, server, card, review.period).await? {
        if item.kpi.known_after() != known_after || !item.leaves_gap() {
            continue;
        }
        let open = store::alert::open_of_kpi(write, server, item.kpi.id, AlertKind::Missing).await?;
        if step(open.map(|open| open.state), Event::Slipped).1 != Effect::Open {
            continue;
        }
        let about = (item.kpi.id, AlertKind::Missing);
        let alert = store::alert::insert(write, server, about, item.period.first_day(), span.now).await?;
        let person = store::person::by_id(write, server, person).await?;
        found.alerts.push((alert, item.kpi.name.to_string()));
        found.missing.push(Overdue {
            alert,
            kpi: item.kpi.name.to_string(),
            period: item.period,
            person: person.map(|person| person.name).unwrap_or_default(),
            came: false,
        });
    }
    let says = telling == Telling::Team && !found.missing.is_empty();
    let Some(channel) = card.channel.filter(|_| says) else {
        return Ok(());
    };
    let key = format!("missing:{}:{known_after}", review.id);
    let alerts: Vec<AlertId> = found.missing.iter().map(|value| value.alert).collect();
    let to = Destination::Team(card.id, channel);
    let stored = Stored::Watch(Box::new(found));
    let (said, _) = notice::write(write, server, &key, (to, &stored), span).await?;
    for alert in alerts {
        store::alert::set_notice(write, server, alert, said).await?;
    }
    Ok(())
}

/// Ends the alerts about values that were missing and are there now: of a KPI, with the first day of its period.
pub(in crate::service) async fn came_in(
    write: &mut Connection,
    server: ServerId,
    values: &[(KpiId, NaiveDate)],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut kpis: Vec<KpiId> = values.iter().map(|(kpi, _)| *kpi).collect();
    kpis.sort_unstable();
    kpis.dedup();
    for alert in store::alert::of_kpis(write, server, &kpis).await? {
        let came = values
            .iter()
            .any(|(kpi, day)| Some(*kpi) == alert.kpi && *day >= alert.first_day);
        if alert.kind == AlertKind::Missing
            && came
            && let (Some(state), _) = step(Some(alert.state), Event::Recovered)
        {
            store::alert::end(write, server, alert.id, state, now).await?;
            show(write, server, &alert).await?;
        }
    }
    Ok(())
}

/// Has the message say that a value came in.
async fn show(write: &mut Connection, server: ServerId, alert: &Alert) -> Result<()> {
    let Some(said) = alert.notice else {
        return Ok(());
    };
    let Some(Stored::Watch(mut found)) = stored_in(write, server, said).await? else {
        return Ok(());
    };
    found.end(alert.id);
    notice::rewrite(write, server, said, &Stored::Watch(found)).await
}

impl WatchContent {
    /// The value of an alert is not missing any more.
    pub(super) fn end(&mut self, alert: AlertId) {
        self.alerts.retain(|(id, _)| *id != alert);
        for value in self.missing.iter_mut().filter(|value| value.alert == alert) {
            value.came = true;
        }
    }

    /// What an alert is about went out of use.
    pub(super) fn archive(&mut self, alert: AlertId) {
        self.alerts.retain(|(id, _)| *id != alert);
        self.missing.retain(|value| value.alert != alert);
    }
}

/// What an alert about a missing value says when its rest is over.
pub(super) fn woken(ledger: &Ledger, period: Period, (alert, person): (AlertId, String)) -> WatchContent {
    let kpi = ledger.kpi().name.to_string();
    let mut found = WatchContent::none(period, ledger.card.fiscal_start);
    found.alerts.push((alert, kpi.clone()));
    found.missing.push(Overdue {
        alert,
        kpi,
        period,
        person,
        came: false,
    });
    found
}
