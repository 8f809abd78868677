//! What the rows of a file of KPIs are compared with: the server as it stands.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::tree::{Path, Tree};
use crate::domain::formula::{Formula, FormulaError};
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId};
use crate::domain::import::KpiRow;
use crate::domain::name::Name;
use crate::domain::period::FiscalStart;
use crate::domain::target::DatedTarget;
use crate::domain::zone;
use crate::service::import::found::Reason;
use crate::service::import::people::People;
use crate::service::{Actor, Error, Need, Result, Services, access, person, scorecard};
use crate::store::kpi::Placed;
use crate::store::objective::Drive;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The server as it stands.
pub struct World {
    pub cards: Vec<Scorecard>,
    cards_by: HashMap<String, usize>,
    managed: HashSet<ScorecardId>,
    /// The names of all scorecards, folded, those that do not exist for the person too.
    taken: HashSet<String>,
    pub server: store::server::Server,
    pub people: People,
    pub kpis: HashMap<String, Placed>,
    pub keys: HashSet<String>,
    pub paths: HashMap<ObjectiveId, Path>,
    pub targets: HashMap<KpiId, Vec<DatedTarget>>,
    pub measured: HashSet<KpiId>,
    /// The KPIs in whose scorecards a review is closed.
    pub published: HashSet<KpiId>,
    pub drives: Vec<Drive>,
    /// What the KPIs that are named are computed by, as it is stored.
    pub formulas: HashMap<KpiId, String>,
    /// The rows of keys in formulas; those of KPIs that the file makes are below 0.
    inputs: HashMap<String, KpiId>,
}

impl World {
    pub async fn load(
        services: &Services,
        connection: &mut Connection,
        actor: &Actor,
        (rows, strangers): (&[KpiRow], &[person::Named]),
    ) -> Result<(Self, Tree)> {
        let server = actor.server;
        let cards = access::scorecards(connection, actor).await?;
        let tomorrow = zone::add_days(services.now().date_naive(), 1);
        let objectives = store::objective::all(connection, server, tomorrow).await?;
        let tree = Tree::load(connection, actor, &cards, &objectives).await?;
        let paths = tree.paths();
        let all = store::kpi::all(connection, server, tomorrow).await?;
        let kpis: HashMap<String, Placed> = all
            .into_iter()
            .filter(|placed| paths.contains_key(&placed.objective))
            .map(|placed| (placed.kpi.key.folded(), placed))
            .collect();
        let named = rows.iter().filter_map(|row| kpis.get(&row.key.folded()));
        let mut ids: Vec<KpiId> = named.map(|placed| placed.kpi.id).collect();
        ids.sort_unstable();
        ids.dedup();
        let named = |(at, card): (usize, &Scorecard)| Some((Name::parse(&card.name).ok()?.unique(), at));
        let people = store::person::all(connection, server).await?;
        let world = Self {
            server: store::server::by_id(connection, server).await?.ok_or(Error::NotHere)?,
            people: People::new(people, strangers),
            keys: store::kpi::keys(connection, server).await?.into_iter().collect(),
            targets: store::target::of_kpis(connection, server, &ids).await?,
            measured: store::actual::measured(connection, server).await?,
            published: store::review::published_kpis(connection, server).await?,
            drives: store::objective::drives(connection, server).await?,
            managed: access::managed(connection, actor).await?,
            taken: store::scorecard::names(connection, server).await?.into_iter().collect(),
            cards_by: cards.iter().enumerate().filter_map(named).collect(),
            formulas: formulas(connection, actor, &ids).await?,
            inputs: inputs(&kpis, rows),
            cards,
            kpis,
            paths,
        };
        Ok((world, tree))
    }

    /// A formula as it would be stored.
    pub fn formula(&self, typed: &str) -> std::result::Result<String, FormulaError> {
        let formula = Formula::parse(typed, &|word| self.inputs.get(&word.to_lowercase()).copied())?;
        Ok(formula.stored())
    }

    /// The formula of a KPI with keys; empty where it has none.
    pub fn written(&self, kpi: KpiId) -> String {
        let formula = self.formulas.get(&kpi).and_then(|text| Formula::from_stored(text).ok());
        let key = |id: KpiId| {
            self.inputs
                .iter()
                .find(|(_, input)| **input == id)
                .map(|(key, _)| key.clone())
        };
        formula.map_or_else(String::new, |formula| {
            formula.write(&|id| key(id).unwrap_or_else(|| "…".to_owned()))
        })
    }

    fn card(&self, name: &Name) -> Option<&Scorecard> {
        self.cards_by.get(&name.unique()).and_then(|at| self.cards.get(*at))
    }

    /// Fails unless the person may change a scorecard, or make one that is not there.
    pub fn may_change(&self, actor: &Actor, name: &Name) -> std::result::Result<(), Reason> {
        match self.card(name) {
            None if self.taken.contains(&name.unique()) => Err(Reason::TakenName),
            None if actor.administrator => Ok(()),
            None => Err(Reason::Denied(Need::Administrator)),
            Some(card) if self.managed.contains(&card.id) => Ok(()),
            Some(card) => {
                let manager = self.people.name(card.manager);
                Err(Reason::Denied(Need::Manager {
                    scorecard: card.name.clone(),
                    manager,
                }))
            }
        }
    }

    /// How a scorecard reads fiscal periods, and the day it is there.
    pub fn calendar(&self, services: &Services, name: &Name) -> (FiscalStart, NaiveDate) {
        let (zone, fiscal) = match self.card(name) {
            Some(card) => (scorecard::zone_of(card), card.fiscal_start),
            None => (
                self.server.time_zone.parse().unwrap_or(chrono_tz::Tz::UTC),
                self.server.fiscal_start,
            ),
        };
        (fiscal, zone::day_of(services.now(), zone))
    }
}

/// What some KPIs are computed by at present, as it is stored.
async fn formulas(connection: &mut Connection, actor: &Actor, ids: &[KpiId]) -> Result<HashMap<KpiId, String>> {
    let rows = store::formula::of_kpis(connection, actor.server, ids).await?;
    let newest = rows
        .into_iter()
        .filter_map(|(id, rows)| Some((id, rows.last()?.formula.clone()?)));
    Ok(newest.collect())
}

/// What keys in formulas mean.
fn inputs(kpis: &HashMap<String, Placed>, rows: &[KpiRow]) -> HashMap<String, KpiId> {
    let mut inputs: HashMap<String, KpiId> = HashMap::new();
    for (place, row) in (1_i64..).zip(rows) {
        inputs.insert(row.key.folded(), KpiId::from(-place));
    }
    inputs.extend(kpis.iter().map(|(key, placed)| (key.clone(), placed.kpi.id)));
    inputs
}
