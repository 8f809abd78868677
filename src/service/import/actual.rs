//! A file of actuals: what each row would change.

mod write;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::found::{Change, Found, Named, Reason, SHOWN};
use crate::domain::id::{KpiId, PersonId, ScorecardId};
use crate::domain::import::{ActualRow, Problem};
use crate::domain::name::closest;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::Entry;
use crate::domain::zone;
use crate::service::{Actor, Need, Result, Services, access, scorecard};
use crate::store::actual::Noted;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use write::carry_out;

/// One revision to be written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Step {
    kpi: KpiId,
    period: Period,
    before: Option<Entry>,
    after: Entry,
    note: Option<String>,
}

/// What a file of actuals would write, and what it was decided on.
pub(super) struct Plan {
    pub steps: Vec<Step>,
    world: World,
}

/// What rows are compared with.
struct World {
    cards: Vec<Scorecard>,
    kpis: HashMap<String, Placed>,
    actuals: HashMap<KpiId, BTreeMap<Period, Noted>>,
    /// The scorecards whose closed periods the person may restate.
    managed: HashSet<ScorecardId>,
    closed: HashMap<ScorecardId, Vec<Period>>,
    names: HashMap<PersonId, String>,
    formulas: HashMap<KpiId, Vec<store::formula::Row>>,
}

impl World {
    async fn load(services: &Services, connection: &mut Connection, actor: &Actor, rows: &[ActualRow]) -> Result<Self> {
        let server = actor.server;
        let cards = access::scorecards(connection, actor).await?;
        let visible: HashSet<ScorecardId> = cards.iter().map(|card| card.id).collect();
        let tomorrow = zone::add_days(services.now().date_naive(), 1);
        let all = store::kpi::all(connection, server, tomorrow).await?;
        let kpis: HashMap<String, Placed> = all
            .into_iter()
            .filter(|placed| visible.contains(&placed.scorecard))
            .map(|placed| (placed.kpi.key.folded(), placed))
            .collect();
        let mut named: Vec<&Placed> = rows.iter().filter_map(|row| kpis.get(&row.key.folded())).collect();
        named.sort_by_key(|placed| placed.kpi.id);
        named.dedup_by_key(|placed| placed.kpi.id);
        let ids: Vec<KpiId> = named.iter().map(|placed| placed.kpi.id).collect();
        let touched: HashSet<ScorecardId> = named.iter().map(|placed| placed.scorecard).collect();
        let managed = access::managed(connection, actor).await?;
        let mut closed = HashMap::new();
        for card in touched {
            closed.insert(card, store::review::closed(connection, server, card).await?);
        }
        let people = store::person::all(connection, server).await?;
        Ok(Self {
            actuals: store::actual::of_kpis(connection, server, &ids).await?,
            formulas: store::formula::of_kpis(connection, server, &ids).await?,
            names: people.into_iter().map(|person| (person.id, person.name)).collect(),
            cards,
            kpis,
            managed,
            closed,
        })
    }

    fn card(&self, placed: &Placed) -> Option<&Scorecard> {
        self.cards.iter().find(|card| card.id == placed.scorecard)
    }

    fn unknown(&self, row: &ActualRow, suggest: bool) -> Reason {
        let keys = self.kpis.values().map(|placed| placed.kpi.key.as_str());
        let typed = row.key.as_str().to_owned();
        let close = if suggest { closest(&typed, keys) } else { Vec::new() };
        let close = close.into_iter().map(str::to_owned).collect();
        Reason::Unknown {
            noun: Named::Kpi,
            typed,
            close,
        }
    }

    /// Fails unless the person may enter values of a KPI.
    fn may_log(&self, actor: &Actor, placed: &Placed) -> std::result::Result<(), Reason> {
        let own = placed.owner == Some(actor.person) || placed.deputy == Some(actor.person);
        if own || self.managed.contains(&placed.scorecard) {
            return Ok(());
        }
        let owner = placed.owner.and_then(|owner| self.names.get(&owner).cloned());
        Err(Reason::Denied(Need::Owner {
            kpi: placed.kpi.name.to_string(),
            owner,
        }))
    }

    fn is_computed(&self, kpi: KpiId, period: Period) -> bool {
        let mut rows = self.formulas.get(&kpi).map_or(&[][..], Vec::as_slice).iter().rev();
        let held = rows.find(|row| row.from <= period.first_day());
        held.is_some_and(|row| row.formula.is_some())
    }

    /// Fails where the period beside one is not applicable already, or is said to be by the file.
    fn refuse_second(
        &self,
        row: &ActualRow,
        step: &Step,
        none: &mut BTreeSet<(KpiId, Period)>,
    ) -> std::result::Result<(), Reason> {
        let (kpi, period) = (step.kpi, step.period);
        let placed = self.kpis.get(&row.key.folded());
        let new = step.before.as_ref() != Some(&step.after) && matches!(step.after, Entry::NotApplicable { .. });
        let Some(card) = placed.and_then(|placed| self.card(placed)).filter(|_| new) else {
            return Ok(());
        };
        let held = self.actuals.get(&kpi);
        let is_none = |period: Period| {
            let entry = held.and_then(|held| held.get(&period)).map(|held| &held.entry);
            matches!(entry, Some(Entry::NotApplicable { .. })) || none.contains(&(kpi, period))
        };
        if self.managed.contains(&card.id) || (!is_none(period.prev()) && !is_none(period.next())) {
            none.insert((kpi, period));
            return Ok(());
        }
        Err(Reason::SecondNotApplicable {
            manager: self.names.get(&card.manager).cloned().unwrap_or_default(),
        })
    }

    /// Fails unless the person may change what was published, and says why.
    fn may_restate(
        &self,
        placed: &Placed,
        reason: Option<&str>,
        (period, fiscal): (Period, FiscalStart),
    ) -> std::result::Result<(), Reason> {
        match (self.managed.contains(&placed.scorecard), reason) {
            (true, Some(_)) => Ok(()),
            (true, None) => Err(Reason::Published { period, fiscal }),
            (false, _) => Err(Reason::Closed { period, fiscal }),
        }
    }

    fn is_closed(&self, placed: &Placed, period: Period) -> bool {
        let covers = |closed: &Period| closed.first_day() <= period.last_day() && period.last_day() < closed.end_day();
        self.closed
            .get(&placed.scorecard)
            .is_some_and(|closed| closed.iter().any(covers))
    }
}

/// A refused cell.
type Fault = (&'static str, Reason);

/// Decides what a file would do.
pub(super) async fn plan(
    services: &Services,
    connection: &mut Connection,
    actor: &Actor,
    (rows, reason): (&[ActualRow], Option<&str>),
) -> Result<(Plan, Found)> {
    let world = World::load(services, connection, actor, rows).await?;
    let mut found = Found::default();
    let mut steps = Vec::new();
    let (mut seen, mut none) = (HashMap::new(), BTreeSet::new());
    for row in rows {
        let suggest = found.refused.len() < SHOWN;
        match decide(services, (actor, reason), &world, (row, &mut seen), suggest) {
            Err((column, reason)) => found.refuse(row.line, column, reason),
            Ok(None) => found.unchanged += 1,
            Ok(Some(step)) => {
                if let Err(reason) = world.refuse_second(row, &step, &mut none) {
                    found.refuse(row.line, "value", reason);
                    continue;
                }
                let placed = world
                    .kpis
                    .get(&row.key.folded())
                    .filter(|placed| placed.kpi.entered_ytd);
                found
                    .own_values
                    .extend(placed.map(|placed| placed.kpi.name.to_string()));
                count(&world, row, &step, &mut found);
                steps.push(step);
            }
        }
    }
    Ok((Plan { steps, world }, found))
}

fn count(world: &World, row: &ActualRow, step: &Step, found: &mut Found) {
    let Some(before) = &step.before else {
        found.new += 1;
        return;
    };
    found.changed += 1;
    if let Some(placed) = world.kpis.get(&row.key.folded())
        && let Some(card) = world.card(placed)
    {
        found.change(|| Change::Value {
            kpi: Box::new(placed.kpi.clone()),
            period: step.period,
            fiscal: card.fiscal_start,
            before: before.clone(),
            after: step.after.clone(),
        });
    }
}

fn decide(
    services: &Services,
    (actor, reason): (&Actor, Option<&str>),
    world: &World,
    (row, seen): (&ActualRow, &mut HashMap<(KpiId, Period), u64>),
    suggest: bool,
) -> std::result::Result<Option<Step>, Fault> {
    let unknown = || ("key", world.unknown(row, suggest));
    let placed = world.kpis.get(&row.key.folded()).ok_or_else(unknown)?;
    let card = world.card(placed).ok_or_else(unknown)?;
    let (kpi, fiscal, zone) = (&placed.kpi, card.fiscal_start, scorecard::zone_of(card));
    let period = Period::parse_kind(&row.period.0, kpi.frequency, fiscal)
        .map_err(|error| ("period", Reason::Cell(error.into())))?;
    if let Some(first) = seen.insert((kpi.id, period), row.line) {
        return Err(("period", Reason::Cell(Problem::Repeated { first })));
    }
    if !period.has_begun(services.now(), zone) {
        return Err((
            "period",
            Reason::NotBegun {
                period,
                fiscal,
                begins_at: period.starts_at(zone),
            },
        ));
    }
    let held = world.actuals.get(&kpi.id).and_then(|held| held.get(&period));
    let Some(after) = entry(row, placed, held)? else {
        return Ok(None);
    };
    let same = held.is_some_and(|held| held.entry == after);
    let noted = row.note.is_none() || held.is_some_and(|held| held.note == row.note);
    if same && noted {
        return Ok(None);
    }
    if world.is_computed(kpi.id, period) {
        return Err(("key", Reason::Computed));
    }
    world.may_log(actor, placed).map_err(|reason| ("key", reason))?;
    if held.is_some() && !same && world.is_closed(placed, period) {
        world
            .may_restate(placed, reason, (period, fiscal))
            .map_err(|reason| ("period", reason))?;
    }
    let before = held.map(|held| held.entry.clone());
    Ok(Some(Step {
        kpi: kpi.id,
        period,
        before,
        after,
        note: row.note.clone(),
    }))
}

/// What a row says holds; an empty cell leaves what holds as it is.
fn entry(row: &ActualRow, placed: &Placed, held: Option<&Noted>) -> std::result::Result<Option<Entry>, Fault> {
    match (&row.value, held) {
        (Some(value), _) => {
            let entry = value.entry(placed.kpi.direction);
            entry.map(Some).map_err(|error| ("value", Reason::Cell(error.into())))
        }
        (None, Some(held)) => Ok(Some(held.entry.clone())),
        (None, None) if row.note.is_some() => Err(("value", Reason::Cell(Problem::Missing))),
        (None, None) => Ok(None),
    }
}
