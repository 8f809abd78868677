//! A line for each KPI of a perspective. Called by `load` only.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::people::People;
use super::{Contents, Line};
use crate::domain::id::{KpiId, PerspectiveId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::reading::{Asked, Reading, State};
use crate::domain::score::Status;
use crate::domain::zone;
use crate::service::{Result, formula};
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::{self, Connection};

type Readings = HashMap<KpiId, Reading>;

pub(super) async fn lines(
    connection: &mut Connection,
    server: ServerId,
    (contents, perspective): (&Contents, PerspectiveId),
    (readings, before): (&Readings, &Readings),
    people: &People,
) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for objective in contents
        .objectives
        .iter()
        .filter(|objective| objective.perspective == perspective)
    {
        for placed in contents.kpis.iter().filter(|placed| placed.objective == objective.id) {
            let Some(reading) = readings
                .get(&placed.kpi.id)
                .filter(|reading| reading.state != State::Absent)
            else {
                continue;
            };
            let previous = before.get(&placed.kpi.id).and_then(Reading::number);
            let mut line = line(placed, objective, reading, previous);
            line.answers = people.answers(placed);
            if let Some(missing) = contents.book.as_ref().zip(reading.gap.as_ref()) {
                line.lack = Some(formula::lack(connection, server, missing, objective.scorecard).await?);
            }
            if line.status == Some(Status::OffTarget) {
                line.note = said_with(connection, server, &placed.kpi, reading).await?;
            }
            lines.push(line);
        }
    }
    Ok(lines)
}

/// What was said with the value that a reading ends with. A note belongs to its revision: a later value has its own.
async fn said_with(
    connection: &mut Connection,
    server: ServerId,
    kpi: &Kpi,
    reading: &Reading,
) -> Result<Option<String>> {
    let parts = reading.of.parts(kpi.frequency).into_iter().rev();
    let Some(last) = parts.into_iter().find(|part| !reading.missing.contains(part)) else {
        return Ok(None);
    };
    let revisions = store::actual::revisions(connection, server, kpi.id, last.first_day()).await?;
    Ok(revisions.into_iter().next().and_then(|newest| newest.note))
}

fn line(placed: &Placed, objective: &Objective, reading: &Reading, previous: Option<Decimal>) -> Line {
    Line {
        kpi: placed.kpi.clone(),
        objective: objective.name.clone(),
        answers: String::new(),
        ownerless: placed.owner.is_none(),
        status: reading.status(),
        level: reading.judgement.map(|judgement| judgement.level),
        value: reading.number(),
        rule: reading.rule,
        previous,
        change: None,
        as_of: reading.as_of.then_some(reading.of),
        lack: None,
        carried: reading.carried,
        to_date: matches!(reading.state, State::ToDate(_)) || reading.running,
        outlook: None,
        parts: reading.parts,
        missing: reading.missing.clone(),
        expected_at: None,
        reason: match &reading.state {
            State::NotApplicable { reason } => Some(reason.clone()),
            _ => None,
        },
        note: None,
        share: None,
    }
}

/// When a blank value becomes known, where that is still to come.
pub(super) fn expected(kpi: &Kpi, reading: &Reading, asked: &Asked) -> Option<DateTime<Utc>> {
    let known_on = kpi.known_on(reading.of);
    let blank = reading.state == State::Blank && reading.gap.is_none();
    let to_come = blank && known_on > zone::day_of(asked.now, asked.zone);
    to_come.then(|| zone::noon(known_on, asked.zone))
}
