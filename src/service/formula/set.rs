//! Setting a KPI's formula: what it may read, from when it holds, and what it gives at once.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, TimeDelta};

use super::{MAX_DEPTH, announce, book, follow::recompute};
use crate::domain::formula::Formula;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::service::consent::Source;
use crate::service::{Actor, Conflict, Error, Invalid, Result, Services, access, reader, scorecard};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A formula that is changed so soon after it was set was mistyped: it is replaced where it began.
const CORRECTED_WITHIN: TimeDelta = TimeDelta::days(1);

/// What ends a formula.
pub(in crate::service) const NONE: &str = "none";

/// Sets the formula of a KPI, as typed, and computes its values. The first one holds always; another one from the running
/// period on; `none` has values entered again from then on.
pub(in crate::service) async fn set(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (placed, card): (&Placed, &Scorecard),
    typed: &str,
) -> Result<()> {
    let ends = typed.trim().eq_ignore_ascii_case(NONE);
    let formula = if ends {
        None
    } else {
        Some(parse(write, actor, typed).await?)
    };
    let rows = store::formula::of_kpis(write, actor.server, &[placed.kpi.id]).await?;
    let rows = rows.get(&placed.kpi.id).map_or(&[][..], Vec::as_slice);
    let stored = formula.as_ref().map(Formula::stored);
    if rows.last().and_then(|row| row.formula.clone()) == stored {
        return Err(Invalid::NothingToChange.into());
    }
    let running = Period::running(
        placed.kpi.frequency,
        services.now(),
        scorecard::zone_of(card),
        card.fiscal_start,
    );
    let entered = store::actual::any(write, actor.server, placed.kpi.id).await?;
    let from = match rows.last() {
        Some(row) if services.now() - row.set_at <= CORRECTED_WITHIN => row.from,
        None if !entered => store::BEGINNING,
        _ => running.first_day(),
    };
    let inputs: Vec<KpiId> = formula
        .as_ref()
        .map(Formula::inputs)
        .unwrap_or_default()
        .into_iter()
        .collect();
    check(write, actor, &placed.kpi, &inputs, from).await?;
    for input in &inputs {
        let (_, read) = access::kpi_by_id(write, actor, *input, store::PRESENT).await?;
        reader::may_feed(write, actor, (&read, card), Source::Kpi(*input)).await?;
    }
    let by = (actor.person, services.now());
    let (id, server) = (placed.kpi.id, actor.server);
    store::formula::set(write, server, (id, from), (stored.as_deref(), &inputs), by).await?;
    let mut moved = Vec::from_iter(recompute(services, write, actor, id).await?);
    moved.extend(super::follow(services, write, actor, &[id]).await?);
    announce(services, write, actor, &moved).await
}

/// Reads a formula over the keys of the KPIs that exist for its author.
async fn parse(connection: &mut Connection, actor: &Actor, typed: &str) -> Result<Formula> {
    let cards = access::scorecards(connection, actor).await?;
    let seen: BTreeSet<_> = cards.iter().map(|card| card.id).collect();
    let all = store::kpi::all(connection, actor.server, store::PRESENT).await?;
    let visible = all.iter().filter(|placed| seen.contains(&placed.scorecard));
    let keys: HashMap<String, KpiId> = visible.map(|placed| (placed.kpi.key.folded(), placed.kpi.id)).collect();
    Ok(Formula::parse(typed, &|word| keys.get(&word.to_lowercase()).copied())?)
}

/// Fails where a formula would read itself, or a KPI that has values less often.
async fn check(connection: &mut Connection, actor: &Actor, kpi: &Kpi, inputs: &[KpiId], from: NaiveDate) -> Result<()> {
    for (input, _) in store::kpi::attributes(connection, actor.server, inputs).await? {
        if input.frequency > kpi.frequency {
            return Err(Conflict::SlowerInput {
                input: input.name.to_string(),
                kpi: kpi.name.to_string(),
            }
            .into());
        }
    }
    let (mut frontier, mut seen) = (inputs.to_vec(), BTreeSet::new());
    for _ in 0..=MAX_DEPTH {
        if frontier.contains(&kpi.id) {
            return Err(Conflict::ReadsItself {
                kpi: kpi.name.to_string(),
            }
            .into());
        }
        frontier.retain(|id| seen.insert(*id));
        if frontier.is_empty() {
            return Ok(());
        }
        frontier = read_from(connection, actor, &frontier, from).await?;
    }
    Err(Conflict::ReadsItself {
        kpi: kpi.name.to_string(),
    }
    .into())
}

/// What the formulas of some KPIs read on a day or later.
async fn read_from(connection: &mut Connection, actor: &Actor, kpis: &[KpiId], from: NaiveDate) -> Result<Vec<KpiId>> {
    let mut inputs = BTreeSet::new();
    for rows in store::formula::of_kpis(connection, actor.server, kpis)
        .await?
        .into_values()
    {
        let first = rows.iter().rposition(|row| row.from <= from).unwrap_or(0);
        let formulas = rows[first..].iter().map(super::read).filter_map(|dated| dated.formula);
        inputs.extend(formulas.flat_map(|formula| formula.inputs()));
    }
    Ok(inputs.into_iter().collect())
}

/// Fails where a KPI's new frequency is slower than that of a KPI whose formula reads it, or than what its own reads.
pub(in crate::service) async fn check_readers(connection: &mut Connection, actor: &Actor, kpi: &Kpi) -> Result<()> {
    let readers = store::formula::readers(connection, actor.server, &[kpi.id]).await?;
    for (reader, _) in store::kpi::attributes(connection, actor.server, &readers).await? {
        if kpi.frequency > reader.frequency {
            return Err(slower(connection, actor, (kpi, &reader)).await?);
        }
    }
    let Some(book) = book(connection, actor.server, &[kpi.id]).await? else {
        return Ok(());
    };
    let formulas = book.get(kpi.id).map_or(&[][..], |measured| &measured.formulas);
    let inputs = formulas.iter().filter_map(|dated| dated.formula.as_ref());
    for input in inputs.flat_map(Formula::inputs).filter_map(|id| book.get(id)) {
        if input.kpi.frequency > kpi.frequency {
            return Err(slower(connection, actor, (&input.kpi, kpi)).await?);
        }
    }
    Ok(())
}

/// The refusal of an input that has values less often than the KPI that reads it. Either may be one that does not exist
/// for the person.
async fn slower(connection: &mut Connection, actor: &Actor, (input, kpi): (&Kpi, &Kpi)) -> Result<Error> {
    let input = name_of(connection, actor, input).await?;
    let kpi = name_of(connection, actor, kpi).await?;
    Ok(Conflict::SlowerInput { input, kpi }.into())
}

async fn name_of(connection: &mut Connection, actor: &Actor, kpi: &Kpi) -> Result<String> {
    match access::kpi_by_id(connection, actor, kpi.id, store::PRESENT).await {
        Ok(_) => Ok(kpi.name.to_string()),
        Err(Error::NotFound(_)) => Ok("…".to_owned()),
        Err(other) => Err(other),
    }
}
