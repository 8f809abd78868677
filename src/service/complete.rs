//! What autocomplete offers: everything of a kind that somebody may see, change or enter values of. Called on every
//! keystroke, so it only reads.

use std::collections::HashMap;

use super::{Actor, Result, Services, access, scorecard};
use crate::domain::id::{PerspectiveId, ScorecardId};
use crate::domain::period::{FiscalStart, Period};
use crate::store;
use crate::store::kpi::Placed;
use crate::store::objective::Objective;
use crate::store::perspective::Perspective;
use crate::store::scorecard::Scorecard;

/// What somebody wants to do with what they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Look at it.
    See,
    /// Enter values of it.
    Log,
    /// Change it.
    Manage,
}

/// How many periods before or after the running one are offered.
const PERIODS: usize = 24;

/// Which way periods are offered from the running one on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Those that were, for values.
    Back,
    /// Those that come, for targets; then those that were.
    Ahead,
}

/// The scorecards, by name.
pub async fn scorecards(services: &Services, viewer: &Actor, purpose: Purpose) -> Result<Vec<Scorecard>> {
    let mut reader = services.read().await?;
    let all = access::scorecards(&mut reader, viewer).await?;
    Ok(fitting(all, viewer, purpose))
}

fn fitting(all: Vec<Scorecard>, viewer: &Actor, purpose: Purpose) -> Vec<Scorecard> {
    let fits: Vec<bool> = all
        .iter()
        .map(|card| purpose == Purpose::See || access::manages_among(&all, viewer, card))
        .collect();
    all.into_iter()
        .zip(fits)
        .filter_map(|(card, fits)| fits.then_some(card))
        .collect()
}

/// The perspectives in their order, each with its scorecard's name; of one scorecard where it is named.
pub async fn perspectives(
    services: &Services,
    viewer: &Actor,
    card: Option<&str>,
    purpose: Purpose,
) -> Result<Vec<(Perspective, String)>> {
    let mut reader = services.read().await?;
    let cards = match card {
        Some(typed) => vec![access::scorecard(&mut reader, viewer, Some(typed), None).await?],
        None => fitting(access::scorecards(&mut reader, viewer).await?, viewer, purpose),
    };
    let mut found = Vec::new();
    for card in cards {
        let today = crate::domain::zone::day_of(services.now(), scorecard::zone_of(&card));
        for perspective in store::perspective::of_scorecard(&mut reader, viewer.server, card.id, today).await? {
            found.push((perspective, card.name.clone()));
        }
    }
    Ok(found)
}

/// The objectives in their order, each with its perspective's name.
pub async fn objectives(services: &Services, viewer: &Actor, purpose: Purpose) -> Result<Vec<(Objective, String)>> {
    let mut reader = services.read().await?;
    let cards = fitting(access::scorecards(&mut reader, viewer).await?, viewer, purpose);
    let today = services.now().date_naive();
    let mut names: HashMap<PerspectiveId, String> = HashMap::new();
    for card in &cards {
        for perspective in store::perspective::of_scorecard(&mut reader, viewer.server, card.id, today).await? {
            names.insert(perspective.id, perspective.name);
        }
    }
    let all = store::objective::all(&mut reader, viewer.server, today).await?;
    let beside = |objective: Objective| names.get(&objective.perspective).cloned().map(|name| (objective, name));
    Ok(all.into_iter().filter_map(beside).collect())
}

/// The KPIs by name, those that the person owns or stands in for first.
pub async fn kpis(services: &Services, viewer: &Actor, purpose: Purpose) -> Result<Vec<Placed>> {
    let mut reader = services.read().await?;
    let cards = access::scorecards(&mut reader, viewer).await?;
    let seen: Vec<ScorecardId> = cards.iter().map(|card| card.id).collect();
    let managed: Vec<ScorecardId> = fitting(cards, viewer, Purpose::Manage)
        .into_iter()
        .map(|card| card.id)
        .collect();
    let own = |placed: &Placed| [placed.owner, placed.deputy].contains(&Some(viewer.person));
    let mut found = store::kpi::all(&mut reader, viewer.server, store::PRESENT).await?;
    found.retain(|placed| match purpose {
        Purpose::See => seen.contains(&placed.scorecard),
        Purpose::Log => seen.contains(&placed.scorecard) && (own(placed) || managed.contains(&placed.scorecard)),
        Purpose::Manage => managed.contains(&placed.scorecard),
    });
    found.sort_by_key(|placed| !own(placed));
    Ok(found)
}

/// The running period and those before or after it, of a KPI's frequency, else of a scorecard's review cycle; and how
/// they are labelled.
pub async fn periods(
    services: &Services,
    viewer: &Actor,
    kpi: Option<&str>,
    (card, channel): (Option<&str>, Option<i64>),
    way: Way,
) -> Result<(Vec<Period>, FiscalStart)> {
    let mut reader = services.read().await?;
    let (kind, card) = if let Some(typed) = kpi {
        let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
        (placed.kpi.frequency, card)
    } else {
        let card = access::scorecard(&mut reader, viewer, card, channel).await?;
        (card.review_cycle, card)
    };
    let running = Period::running(kind, services.now(), scorecard::zone_of(&card), card.fiscal_start);
    let back = std::iter::successors(Some(running), |period| Some(period.prev()));
    let ahead = std::iter::successors(Some(running), |period| Some(period.next()));
    let offered = match way {
        Way::Back => back.take(PERIODS + 1).collect(),
        // A target can be set for a period that is over, on purpose: who types its name finds it.
        Way::Ahead => ahead.take(PERIODS + 1).chain(back.skip(1).take(PERIODS)).collect(),
    };
    Ok((offered, card.fiscal_start))
}
