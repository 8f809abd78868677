//! Many rows in one statement each, as an import writes them; the rows travel as JSON.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::actual::NewRevision;
use super::kpi::Place;
use super::{BEGINNING, Connection, Moment, Result};
use crate::domain::id::{KpiId, ObjectiveId, PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::target::DatedTarget;
use crate::domain::value::Entry;

/// Adds one revision each to different periods.
pub async fn actuals(
    connection: &mut Connection,
    server: ServerId,
    revisions: &[NewRevision<'_>],
    now: DateTime<Utc>,
) -> Result<()> {
    let row = |new: &NewRevision<'_>| {
        let (state, value, reason) = match new.actual {
            Some(Entry::Number(value)) => ("number", number(Some(*value)), None),
            Some(Entry::NotApplicable { reason }) => ("not-applicable", None, Some(reason)),
            None => ("blank", None, None),
        };
        let (kpi, author, source) = (new.kpi.get(), new.author.get(), new.source.as_str());
        json!([kpi, new.first_day, state, value, reason, new.note, author, source])
    };
    let (rows, now) = (list(revisions.iter().map(row)), Moment(now));
    sqlx::query!(
        "INSERT INTO actual (server_id, kpi_id, first_day_on, revision, state, value, reason, note, author_id, source,
                             entered_at)
         SELECT ?1, new.value ->> 0, new.value ->> 1,
                (SELECT coalesce(max(revision), 0) + 1 FROM actual AS held
                 WHERE held.server_id = ?1 AND held.kpi_id = new.value ->> 0 AND held.first_day_on = new.value ->> 1),
                new.value ->> 2, new.value ->> 3, new.value ->> 4, new.value ->> 5, new.value ->> 6, new.value ->> 7, ?3
         FROM json_each(?2) AS new",
        server,
        rows,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Adds KPIs, whose `id` is ignored, each with the day it was made; gives their rows by folded key.
pub async fn kpis(
    connection: &mut Connection,
    server: ServerId,
    kpis: &[(&Kpi, NaiveDate)],
) -> Result<HashMap<String, KpiId>> {
    let row = |(kpi, created_on): &(&Kpi, NaiveDate)| {
        json!([
            kpi.key.as_str(),
            kpi.key.folded(),
            kpi.name.as_str(),
            kpi.name.unique(),
            kpi.unit.as_str(),
            kpi.direction.as_str(),
            kpi.indicator.as_str(),
            kpi.frequency.as_str(),
            kpi.aggregation.as_str(),
            kpi.decimals,
            number(kpi.baseline),
            kpi.best_possible,
            kpi.carry_forward,
            kpi.entered_ytd,
            kpi.available_on,
            created_on,
        ])
    };
    let rows = list(kpis.iter().map(row));
    let added = sqlx::query!(
        r#"INSERT INTO kpi (server_id, key, key_folded, name, name_folded, unit, direction, indicator, frequency,
                            aggregation, decimals, baseline, best_possible, carry_forward, entered_ytd,
                            available_on, created_on)
           SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                  value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12,
                  value ->> 13, value ->> 14, value ->> 15
           FROM json_each(?2)
           RETURNING id AS "id!: KpiId", key_folded"#,
        server,
        rows,
    )
    .fetch_all(connection)
    .await?;
    Ok(added.into_iter().map(|row| (row.key_folded, row.id)).collect())
}

/// Puts KPIs at places, each from a day on.
pub async fn places(connection: &mut Connection, server: ServerId, places: &[(KpiId, NaiveDate, Place)]) -> Result<()> {
    let row = |(kpi, from, place): &(KpiId, NaiveDate, Place)| {
        let person = |person: Option<PersonId>| person.map(PersonId::get);
        let objective: ObjectiveId = place.objective;
        json!([
            kpi.get(),
            from,
            objective.get(),
            person(place.owner),
            person(place.deputy),
            number(Some(place.weight.get())),
        ])
    };
    let rows = list(places.iter().map(row));
    sqlx::query!(
        "INSERT INTO kpi_place (server_id, kpi_id, valid_from_on, objective_id, owner_id, deputy_id, weight)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
         FROM json_each(?2) WHERE true
         ON CONFLICT (server_id, kpi_id, valid_from_on) DO UPDATE SET objective_id = excluded.objective_id,
             owner_id = excluded.owner_id, deputy_id = excluded.deputy_id, weight = excluded.weight, archived = 0",
        server,
        rows,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Sets targets, each from a period on; one from the same day is replaced.
pub async fn targets(
    connection: &mut Connection,
    server: ServerId,
    targets: &[(KpiId, DatedTarget)],
    by: (PersonId, DateTime<Utc>),
) -> Result<()> {
    let row = |(kpi, target): &(KpiId, DatedTarget)| {
        let spec = &target.spec;
        let span = super::target::word(target.span);
        json!([
            kpi.get(),
            target.from.map_or(BEGINNING, Period::first_day),
            span,
            number(spec.target),
            number(spec.red),
            number(spec.low),
            number(spec.high),
            number(spec.red_low),
            number(spec.red_high),
        ])
    };
    let (rows, person, at) = (list(targets.iter().map(row)), by.0, Moment(by.1));
    sqlx::query!(
        "INSERT INTO target (server_id, kpi_id, valid_from_on, span, revision, target, red_flag, target_low, target_high,
                             red_low, red_high, set_by_id, set_at)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2,
                (SELECT coalesce(max(revision), 0) + 1 FROM target
                 WHERE server_id = ?1 AND kpi_id = value ->> 0 AND valid_from_on = value ->> 1 AND span = value ->> 2),
                value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, ?3, ?4
         FROM json_each(?2) WHERE true",
        server,
        rows,
        person,
        at,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A decimal as its column has it.
fn number(number: Option<Decimal>) -> Option<String> {
    number.map(|number| number.normalize().to_string())
}

fn list(rows: impl Iterator<Item = Value>) -> String {
    Value::Array(rows.collect()).to_string()
}
