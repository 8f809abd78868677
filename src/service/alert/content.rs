//! What an alert says of a KPI, as it stands when a value changes. Called by `alert` only.

use chrono::{DateTime, Utc};

use super::{Actor, AlertContent, Held, Ledger, Outcome, Result};
use crate::domain::id::PersonId;
use crate::domain::period::Period;
use crate::domain::zone;
use crate::service::{access, initiative, person, scorecard, trend};
use crate::store::{self, Connection};

/// How many of the last periods an alert shows.
const TREND: usize = 4;

/// What somebody said with a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub note: &'a str,
    pub by: PersonId,
}

/// What there is to say about a value; nothing without a judged number.
pub(super) async fn content(
    connection: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (held, said, now): (Option<Held>, Option<Said<'_>>, DateTime<Utc>),
) -> Result<Option<AlertContent>> {
    let Some(Held {
        period,
        entry,
        judgement: Some(judgement),
        rule: Some(rule),
    }) = held
    else {
        return Ok(None);
    };
    let Some(value) = entry.number() else {
        return Ok(None);
    };
    let owner = person::owner(connection, actor.server, (&ledger.placed, ledger.card.manager)).await?;
    let note_by = match said {
        Some(said) => Some(access::name_of(connection, actor, said.by).await?),
        None => None,
    };
    let mut periods: Vec<Period> = std::iter::successors(Some(period), |later| Some(later.prev()))
        .take(TREND)
        .collect();
    periods.reverse();
    let number = |period: Period| ledger.held(period).and_then(|held| held.entry.number());
    Ok(Some(AlertContent {
        retargeted: None,
        outcome: Outcome::Open,
        kpi: ledger.kpi().clone(),
        fiscal: ledger.card.fiscal_start,
        scorecard: ledger.card.name.clone(),
        period,
        value,
        status: judgement.status,
        rule,
        trend: periods.into_iter().map(|period| (period, number(period))).collect(),
        owner: owner.map(|owner| (owner.name, owner.user)),
        note: said.map(|said| said.note.to_owned()),
        note_by,
        drives: store::objective::driven_by(connection, actor.server, ledger.placed.objective).await?,
        alert: None,
        answer: None,
        initiatives: initiatives(connection, actor, ledger, now).await?,
        chart: Some(Box::new(
            trend::of(connection, actor.server, ledger, (now, trend::PERIODS)).await?,
        )),
    }))
}

/// What is being done about a KPI and its objective.
pub(super) async fn initiatives(
    connection: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    now: DateTime<Utc>,
) -> Result<Vec<initiative::Told>> {
    let today = zone::day_of(now, scorecard::zone_of(&ledger.card));
    let about = (&[ledger.kpi().id][..], &[ledger.placed.objective][..]);
    initiative::open_about(connection, actor.server, about, today).await
}

/// What an open alert says of the newest value before a period whose value was taken back.
pub(super) async fn earlier(
    connection: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (period, now): (Period, DateTime<Utc>),
) -> Result<Option<AlertContent>> {
    let Some((earlier, _)) = ledger.actuals.range(..period).next_back() else {
        return Ok(None);
    };
    let first_day = earlier.first_day();
    let revisions = store::actual::revisions(connection, actor.server, ledger.kpi().id, first_day).await?;
    let newest = revisions.first();
    let said = newest.and_then(|newest| {
        Some(Said {
            note: newest.note.as_deref()?,
            by: newest.author,
        })
    });
    content(connection, actor, ledger, (ledger.held(*earlier), said, now)).await
}
