//! The alerts that are not over: of a scorecard, for autocomplete, and the one that somebody means.

use chrono::{DateTime, NaiveDate, Utc};

use super::Answer;
use crate::domain::alert::{AlertKind, AlertState};
use crate::domain::id::{AlertId, KpiId};
use crate::domain::name::{closest, fold};
use crate::domain::period::{FiscalStart, Period};
use crate::service::initiative::{About, Place, kept};
use crate::service::{Actor, Error, NotFound, Noun, Result, Services, access};
use crate::store::alert::Alert;
use crate::store::{self, Connection};

/// An alert that is not over, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its row.
    pub id: AlertId,
    /// What kind of alert it is.
    pub kind: AlertKind,
    /// The KPI it is about.
    pub kpi: Option<KpiId>,
    /// The name of that.
    pub name: String,
    /// The first day of the period in which it slipped.
    pub first_day: NaiveDate,
    /// That period, where the KPI is known.
    pub period: Option<Period>,
    /// How fiscal periods are labelled there.
    pub fiscal: FiscalStart,
    /// Whether nobody has answered it.
    pub open: bool,
    /// Since when.
    pub opened_at: DateTime<Utc>,
    /// What was answered.
    pub answer: Option<Answer>,
}

pub(super) fn listed(alert: &Alert, place: &Place) -> Listed {
    Listed {
        id: alert.id,
        kind: alert.kind,
        kpi: alert.kpi,
        name: place.name.clone(),
        first_day: alert.first_day,
        period: place
            .frequency
            .and_then(|frequency| Period::starting(frequency, alert.first_day)),
        fiscal: place.card.fiscal_start,
        open: alert.state == AlertState::Open,
        opened_at: alert.opened_at.0,
        answer: alert.answered_by.clone().map(|by| Answer {
            by,
            comment: alert.comment.clone(),
            until: alert.until_on,
            snoozed: alert.state == AlertState::Snoozed,
        }),
    }
}

/// The alerts of a scorecard that are not over, the newest first; and how the scorecard is called.
pub async fn list(
    services: &Services,
    viewer: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
) -> Result<(String, Vec<Listed>)> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    let kpis = store::kpi::of_scorecard(&mut reader, viewer.server, card.id, store::PRESENT).await?;
    let kpis: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    let mut alerts = store::alert::of_kpis(&mut reader, viewer.server, &kpis).await?;
    let objectives = store::objective::of_scorecard(&mut reader, viewer.server, card.id, store::PRESENT).await?;
    let links = store::alert::open(&mut reader, viewer.server).await?.into_iter();
    let own = |alert: &Alert| objectives.iter().any(|objective| Some(objective.id) == alert.cause);
    alerts.extend(links.filter(own));
    let mut found = Vec::new();
    for alert in alerts {
        if let Some(place) = place(&mut reader, viewer, &alert).await? {
            found.push(listed(&alert, &place));
        }
    }
    Ok((card.name, found))
}

/// One alert that is not over, by its row.
pub async fn one(services: &Services, viewer: &Actor, id: AlertId) -> Result<Listed> {
    let mut reader = services.read().await?;
    let alert = store::alert::by_id(&mut reader, viewer.server, id).await?;
    let alert = alert.filter(|alert| alert.state.is_open());
    let alert = alert.ok_or_else(|| missing("", &[]))?;
    let place = place(&mut reader, viewer, &alert).await?;
    place
        .map(|place| listed(&alert, &place))
        .ok_or_else(|| missing("", &[]))
}

/// The alerts that match what is typed and that somebody may answer, the newest first.
pub async fn offered(services: &Services, viewer: &Actor, typed: &str, most: usize) -> Result<Vec<Listed>> {
    let mut reader = services.read().await?;
    let query = fold(typed);
    let mut offered = Vec::new();
    for alert in store::alert::open(&mut reader, viewer.server).await? {
        if offered.len() == most {
            break;
        }
        let Some(place) = place(&mut reader, viewer, &alert).await? else {
            continue;
        };
        if !fold(&place.name).contains(&query) {
            continue;
        }
        match place.keep(&mut reader, viewer).await {
            Ok(()) => offered.push(listed(&alert, &place)),
            Err(Error::Denied(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(offered)
}

/// Where what an alert is about stands, where that exists for somebody: a KPI, or an objective that drives another one.
pub(super) async fn place(connection: &mut Connection, viewer: &Actor, alert: &Alert) -> Result<Option<Place>> {
    let about = match (alert.kpi, alert.cause) {
        (Some(kpi), _) => About::KpiRow(kpi),
        (None, Some(cause)) => About::ObjectiveRow(cause),
        (None, None) => return Ok(None),
    };
    let mut place = match kept(connection, viewer, about).await {
        Ok(place) => place,
        Err(Error::NotFound(_)) => return Ok(None),
        Err(other) => return Err(other),
    };
    if let Some(effect) = alert.effect {
        let found = store::objective::by_id(connection, viewer.server, effect, store::PRESENT).await?;
        let Some(effect) = found else { return Ok(None) };
        place.name = format!("{} → {}", place.name, effect.name);
    }
    Ok(Some(place))
}

/// The alert that somebody means: by the reference that autocomplete gave, or by its KPI, the off-target one first.
pub(super) async fn named(connection: &mut Connection, viewer: &Actor, typed: &str) -> Result<(Alert, Place)> {
    let referred = typed.trim().strip_prefix('#').and_then(|id| id.parse::<i64>().ok());
    if let Some(id) = referred
        && let Some(alert) = store::alert::by_id(connection, viewer.server, id.into()).await?
        && let Some(place) = place(connection, viewer, &alert).await?
    {
        return Ok((alert, place));
    }
    let (placed, _) = access::kpi(connection, viewer, typed, store::PRESENT).await?;
    let mut found = store::alert::of_kpis(connection, viewer.server, &[placed.kpi.id]).await?;
    found.sort_by_key(|alert| alert.kind);
    if let Some(alert) = found.into_iter().next()
        && let Some(place) = place(connection, viewer, &alert).await?
    {
        return Ok((alert, place));
    }
    let mut names = Vec::new();
    for alert in store::alert::open(connection, viewer.server).await? {
        names.extend(place(connection, viewer, &alert).await?.map(|place| place.name));
    }
    Err(missing(typed, &names))
}

fn missing(typed: &str, names: &[String]) -> Error {
    NotFound {
        noun: Noun::Alert,
        typed: typed.to_owned(),
        close: closest(typed, names.iter()).into_iter().cloned().collect(),
    }
    .into()
}
