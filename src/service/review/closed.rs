//! What entering, correcting or taking back a value does to closed reviews: who may do it, and how it is marked. Called by
//! `actual` and `import`.

use chrono::{DateTime, Utc};

use super::shows;
use crate::domain::cycle::reviewed_in;
use crate::domain::id::{KpiId, ScorecardId};
use crate::domain::period::Period;
use crate::domain::restatement::Cause;
use crate::service::{Actor, Conflict, Result, Services, access};
use crate::store::review::{Closed, Restatement};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How a value changes.
#[derive(Debug, Clone, Copy)]
pub(in crate::service) enum How<'a> {
    /// There was none.
    Entered,
    /// There was another one; why it changes.
    Corrected(Option<&'a str>),
    /// It is taken back, and was entered then.
    TakenBack(DateTime<Utc>),
}

/// The closed reviews that show a value, and what its change is for them.
#[derive(Debug, Clone, Default)]
pub(in crate::service) struct Touched {
    closed: Vec<Closed>,
    cause: Cause,
    reason: Option<String>,
    /// The review of the KPI's own scorecard in which the period took part.
    pub own: Option<Period>,
}

impl Touched {
    /// Whether the value was missing at the close.
    pub fn is_late(&self) -> bool {
        self.own.is_some() && self.cause == Cause::Late
    }
}

/// The closed reviews that a change of a value concerns. What was published is changed by who manages it only, and for a
/// reason; what was missing may still come in, as late; what came after the close may be taken back.
pub(in crate::service) async fn touched(
    write: &mut Connection,
    actor: &Actor,
    (kpi, key, card): (KpiId, &str, &Scorecard),
    (period, how): (Period, How<'_>),
) -> Result<Touched> {
    let closed = showing(write, actor, (kpi, &[period])).await?;
    let own = closed.iter().find(|it| takes_part(it, card.id, period));
    let cause = match how {
        How::Entered => Cause::Late,
        How::TakenBack(at) if own.is_none_or(|own| own.at <= at) => Cause::TakenBack,
        How::Corrected(_) | How::TakenBack(_) => Cause::Changed,
    };
    let reason = match how {
        How::Corrected(reason) => reason,
        _ => None,
    };
    if own.is_some() && cause == Cause::Changed {
        if !access::manages(write, actor, card).await? {
            return Err(Conflict::Closed { period }.into());
        }
        if reason.is_none() {
            return Err(Conflict::Published {
                key: key.to_owned(),
                label: period.label(card.fiscal_start),
                period,
            }
            .into());
        }
    }
    Ok(Touched {
        own: own.map(|own| own.review.period),
        closed,
        cause,
        reason: reason.map(str::to_owned),
    })
}

fn takes_part(it: &Closed, card: ScorecardId, period: Period) -> bool {
    it.scorecard == card && reviewed_in(period, it.review.period.kind(), it.fiscal) == it.review.period
}

/// Whether a value that was entered at an instant came after the close of the review its period takes part in.
pub(in crate::service) async fn came_late(
    connection: &mut Connection,
    viewer: &Actor,
    (kpi, card): (KpiId, &Scorecard),
    (period, at): (Period, DateTime<Utc>),
) -> Result<bool> {
    let closed = showing(connection, viewer, (kpi, &[period])).await?;
    Ok(closed.iter().any(|it| takes_part(it, card.id, period) && it.at <= at))
}

/// Marks the closed reviews that show a value as restated.
pub(in crate::service) async fn mark(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (kpi, touched): (KpiId, &Touched),
) -> Result<()> {
    for closed in &touched.closed {
        let restatement = Restatement {
            kpi,
            by: actor.person,
            at: services.now(),
            cause: touched.cause,
            reason: touched.reason.clone(),
        };
        store::review::restate(write, actor.server, closed.review.id, &restatement).await?;
    }
    Ok(())
}

/// Why the numbers of several periods of a KPI change.
#[derive(Debug, Clone, Copy)]
pub(in crate::service) enum Because<'a> {
    /// They were missing at the close.
    Late,
    /// They are changed on purpose, for a reason.
    Changed(Option<&'a str>),
}

/// Marks the closed reviews that show any of some periods of a KPI as restated.
pub(in crate::service) async fn mark_periods(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (kpi, periods, because): (KpiId, &[Period], Because<'_>),
) -> Result<()> {
    let (cause, reason) = match because {
        Because::Late => (Cause::Late, None),
        Because::Changed(reason) => (Cause::Changed, reason.map(str::to_owned)),
    };
    let closed = showing(write, actor, (kpi, periods)).await?;
    let touched = Touched {
        closed,
        cause,
        reason,
        own: None,
    };
    mark(services, write, actor, (kpi, &touched)).await
}

/// The same for values that follow by a formula from one that changed.
pub(in crate::service) async fn mark_computed(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (kpi, periods): (KpiId, &[Period]),
    because: &Touched,
) -> Result<()> {
    let touched = Touched {
        closed: showing(write, actor, (kpi, periods)).await?,
        own: None,
        ..because.clone()
    };
    mark(services, write, actor, (kpi, &touched)).await
}

/// The closed reviews that show any of some periods of a KPI.
async fn showing(write: &mut Connection, actor: &Actor, (kpi, periods): (KpiId, &[Period])) -> Result<Vec<Closed>> {
    let mut closed = store::review::closed_with(write, actor.server, kpi).await?;
    closed.retain(|it| periods.iter().any(|period| shows(it.fiscal, it.review.period, *period)));
    Ok(closed)
}
