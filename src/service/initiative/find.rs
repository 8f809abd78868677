//! What an initiative is about, and finding one that somebody named: those about what is archived rest with it.

use super::Initiative;
use crate::domain::id::{KpiId, ObjectiveId, PersonId};
use crate::domain::name::{Name, closest, fold};
use crate::domain::period::PeriodKind;
use crate::service::{Actor, Error, Invalid, Need, NotFound, Noun, Result, Services, access};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What an initiative is about, as somebody says it.
#[derive(Debug, Clone, Copy, Default)]
pub enum About<'a> {
    /// Nothing was said.
    #[default]
    Nothing,
    /// A KPI, as typed.
    Kpi(&'a str),
    /// A KPI by its row, from a button.
    KpiRow(KpiId),
    /// An objective, as typed.
    Objective(&'a str),
    /// An objective by its row.
    ObjectiveRow(ObjectiveId),
}

/// What an initiative is about, and who keeps what is done about it.
pub(in crate::service) struct Place {
    pub kpi: Option<KpiId>,
    pub objective: Option<ObjectiveId>,
    pub name: String,
    pub card: Scorecard,
    pub frequency: Option<PeriodKind>,
    owner: Option<PersonId>,
    deputy: Option<PersonId>,
}

impl Place {
    /// Fails unless somebody keeps what is done here: the owner, the deputy, or who manages the scorecard.
    pub async fn keep(&self, connection: &mut Connection, actor: &Actor) -> Result<()> {
        let own = self.owner == Some(actor.person) || self.deputy == Some(actor.person);
        if own || access::manages(connection, actor, &self.card).await? {
            return Ok(());
        }
        let owner = match self.owner {
            Some(owner) => Some(access::name_of(connection, actor, owner).await?),
            None => None,
        };
        Err(Need::Keeper {
            about: self.name.clone(),
            owner,
            scorecard: self.card.name.clone(),
        }
        .into())
    }
}

/// The KPI or objective that somebody means.
pub(in crate::service) async fn about(connection: &mut Connection, actor: &Actor, about: About<'_>) -> Result<Place> {
    let (placed, card) = match about {
        About::Nothing => return Err(Invalid::KpiOrObjective.into()),
        About::Objective(typed) => {
            let (objective, card) = access::objective(connection, actor, typed, store::PRESENT).await?;
            return Ok(of_objective(objective, card));
        }
        About::ObjectiveRow(id) => {
            let found = store::objective::by_id(connection, actor.server, id, store::PRESENT).await?;
            let objective = found.ok_or_else(|| gone(Noun::Objective))?;
            let card = access::scorecard_by_id(connection, actor, objective.scorecard).await?;
            return Ok(of_objective(objective, card));
        }
        About::Kpi(typed) => access::kpi(connection, actor, typed, store::PRESENT).await?,
        About::KpiRow(id) => access::kpi_by_id(connection, actor, id, store::PRESENT).await?,
    };
    Ok(Place {
        kpi: Some(placed.kpi.id),
        frequency: Some(placed.kpi.frequency),
        objective: None,
        name: placed.kpi.name.to_string(),
        card,
        owner: placed.owner,
        deputy: placed.deputy,
    })
}

/// The name of a KPI, where somebody keeps what is done about it; for a form that asks for the rest.
pub async fn begin(services: &Services, actor: &Actor, kpi: KpiId) -> Result<String> {
    let mut reader = services.read().await?;
    let place = about(&mut reader, actor, About::KpiRow(kpi)).await?;
    place.keep(&mut reader, actor).await?;
    Ok(place.name)
}

fn of_objective(objective: crate::store::objective::Objective, card: Scorecard) -> Place {
    Place {
        kpi: None,
        frequency: None,
        objective: Some(objective.id),
        name: objective.name,
        card,
        owner: objective.owner,
        deputy: None,
    }
}

/// What an initiative is about, where that is in use and exists for somebody.
pub(super) async fn place_of(connection: &mut Connection, viewer: &Actor, one: &Initiative) -> Result<Option<Place>> {
    let place = match (one.kpi, one.objective) {
        (Some(kpi), _) => about(connection, viewer, About::KpiRow(kpi)).await,
        (None, Some(id)) => about(connection, viewer, About::ObjectiveRow(id)).await,
        (None, None) => return Ok(None),
    };
    match place {
        Ok(place) => Ok(Some(place)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// An initiative that somebody named: by the reference that autocomplete gave, or by its name, an open one first.
pub(super) async fn named(connection: &mut Connection, viewer: &Actor, typed: &str) -> Result<(Initiative, Place)> {
    let referred = typed.trim().strip_prefix('#').and_then(|id| id.parse::<i64>().ok());
    let mut found = Vec::new();
    if let Some(id) = referred {
        found.extend(store::initiative::by_id(connection, viewer.server, id.into()).await?);
    }
    if found.is_empty() {
        let unique = Name::parse(typed).map(|name| name.unique()).unwrap_or_default();
        found = store::initiative::named(connection, viewer.server, &unique).await?;
    }
    let mut seen = Vec::new();
    for one in found {
        if let Some(place) = place_of(connection, viewer, &one).await? {
            seen.push((one, place));
        }
    }
    if seen.iter().filter(|(one, _)| one.status.is_open()).count() == 1 {
        seen.retain(|(one, _)| one.status.is_open());
    }
    match (seen.pop(), seen.pop()) {
        (Some(only), None) => Ok(only),
        (Some((first, _)), Some((second, _))) => Err(missing(typed, &[first.name, second.name])),
        _ => {
            let all = visible(connection, viewer).await?;
            let names: Vec<String> = all.into_iter().map(|(one, _)| one.name).collect();
            Err(missing(typed, &names))
        }
    }
}

/// The open initiatives that exist for somebody, the newest first.
async fn visible(connection: &mut Connection, viewer: &Actor) -> Result<Vec<(Initiative, Scorecard)>> {
    let cards = access::scorecards(connection, viewer).await?;
    let kpis = store::kpi::all(connection, viewer.server, store::PRESENT).await?;
    let objectives = store::objective::all(connection, viewer.server, store::PRESENT).await?;
    let card_of = |one: &Initiative| {
        let of_kpi = kpis.iter().find(|placed| Some(placed.kpi.id) == one.kpi);
        let of_objective = objectives.iter().find(|objective| Some(objective.id) == one.objective);
        let id = of_kpi
            .map(|placed| placed.scorecard)
            .or(of_objective.map(|objective| objective.scorecard))?;
        cards.iter().find(|card| card.id == id).cloned()
    };
    let open = store::initiative::open(connection, viewer.server).await?;
    Ok(open
        .into_iter()
        .filter_map(|one| card_of(&one).map(|card| (one, card)))
        .collect())
}

/// The open initiatives that match what is typed, those of the person first, each with what it is about.
pub async fn offered(services: &Services, viewer: &Actor, typed: &str, most: usize) -> Result<Vec<Initiative>> {
    let mut reader = services.read().await?;
    let query = fold(typed);
    let mut found: Vec<Initiative> = store::initiative::open(&mut reader, viewer.server).await?;
    found.retain(|one| fold(&format!("{} {}", one.name, one.about)).contains(&query));
    found.sort_by_key(|one| one.owner != viewer.person);
    let mut offered = Vec::new();
    for one in found {
        if offered.len() == most {
            break;
        }
        if place_of(&mut reader, viewer, &one).await?.is_some() {
            offered.push(one);
        }
    }
    Ok(offered)
}

fn missing(typed: &str, names: &[String]) -> Error {
    NotFound {
        noun: Noun::Initiative,
        typed: typed.to_owned(),
        close: closest(typed, names.iter()).into_iter().cloned().collect(),
    }
    .into()
}

fn gone(noun: Noun) -> Error {
    NotFound {
        noun,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}
