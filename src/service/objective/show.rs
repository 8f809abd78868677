//! An objective with what surrounds it, as far as it exists for who looks.

use chrono::NaiveDate;

use super::today;
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId};
use crate::domain::weight::Weight;
use crate::service::person::Who;
use crate::service::{Actor, Result, Services, access, initiative};
use crate::store::objective::Objective;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// An objective and what surrounds it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The objective.
    pub objective: Objective,
    /// The scorecard's name.
    pub scorecard: String,
    /// The perspective's name.
    pub perspective: String,
    /// The owner.
    pub owner: Option<Who>,
    /// Names of what it drives, each with the lag in periods.
    pub drives: Vec<(String, i64)>,
    /// Names of what drives it, each with the lag in periods.
    pub driven_by: Vec<(String, i64)>,
    /// What feeds it.
    pub fed_by: Vec<Fed>,
    /// What it feeds.
    pub feeds: Vec<Fed>,
    /// What is being done about it and its KPIs; told by `show` only.
    pub initiatives: Vec<initiative::Told>,
    /// The KPIs that measure it: key and name.
    pub kpis: Vec<(String, String)>,
}

/// The other end of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fed {
    /// The objective's name.
    pub name: String,
    /// Its scorecard's name.
    pub scorecard: String,
    /// The weight of the one that feeds.
    pub weight: Weight,
}

/// Shows an objective.
pub async fn show(services: &Services, viewer: &Actor, typed: &str) -> Result<Shown> {
    let mut reader = services.read().await?;
    let (objective, card) = access::objective(&mut reader, viewer, typed, store::PRESENT).await?;
    let today = today(services, &card);
    let mut kpis = store::kpi::of_scorecard(&mut reader, viewer.server, card.id, today).await?;
    kpis.retain(|placed| placed.objective == objective.id);
    let kpis: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    let about = (&kpis[..], &[objective.id][..]);
    let initiatives = initiative::open_about(&mut reader, viewer.server, about, today).await?;
    let shown = describe(&mut reader, viewer, &card, objective, today).await?;
    Ok(Shown { initiatives, ..shown })
}

pub(super) async fn describe(
    connection: &mut Connection,
    viewer: &Actor,
    card: &Scorecard,
    objective: Objective,
    today: NaiveDate,
) -> Result<Shown> {
    let all = store::objective::of_scorecard(connection, viewer.server, card.id, today).await?;
    let perspectives = store::perspective::of_scorecard(connection, viewer.server, card.id, today).await?;
    let kpis = store::kpi::of_scorecard(connection, viewer.server, card.id, today).await?;
    let arrows = store::objective::drives_of(connection, viewer.server, objective.id).await?;
    let (fed_by, feeds) = feeds(connection, viewer, &objective).await?;
    let named = |id: ObjectiveId| all.iter().find(|other| other.id == id).map(|other| other.name.clone());
    let drives = arrows.iter().filter(|arrow| arrow.cause == objective.id);
    let driven_by = arrows.iter().filter(|arrow| arrow.effect == objective.id);
    Ok(Shown {
        scorecard: card.name.clone(),
        perspective: perspectives
            .into_iter()
            .find(|perspective| perspective.id == objective.perspective)
            .map(|perspective| perspective.name)
            .unwrap_or_default(),
        owner: access::who(connection, viewer, objective.owner).await?,
        drives: drives
            .filter_map(|arrow| Some((named(arrow.effect)?, arrow.lag)))
            .collect(),
        driven_by: driven_by
            .filter_map(|arrow| Some((named(arrow.cause)?, arrow.lag)))
            .collect(),
        fed_by,
        feeds,
        initiatives: Vec::new(),
        kpis: kpis
            .into_iter()
            .filter(|placed| placed.objective == objective.id)
            .map(|placed| (placed.kpi.key.as_str().to_owned(), placed.kpi.name.to_string()))
            .collect(),
        objective,
    })
}

/// What feeds an objective, and what it feeds.
async fn feeds(connection: &mut Connection, viewer: &Actor, objective: &Objective) -> Result<(Vec<Fed>, Vec<Fed>)> {
    let edges = store::objective::feed::around(connection, viewer.server, objective.id).await?;
    if edges.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let cards = access::scorecards(connection, viewer).await?;
    let fed = |name: &str, scorecard: ScorecardId, weight: Option<Weight>| {
        Some(Fed {
            name: name.to_owned(),
            scorecard: cards.iter().find(|card| card.id == scorecard)?.name.clone(),
            weight: weight?,
        })
    };
    let into = edges.iter().filter(|edge| edge.fed == objective.id);
    let from = edges.iter().filter(|edge| edge.source == objective.id);
    Ok((
        into.filter_map(|edge| fed(&edge.source_name, edge.below, edge.weight))
            .collect(),
        from.filter_map(|edge| fed(&edge.fed_name, edge.above, edge.weight))
            .collect(),
    ))
}
