//! Changes from one period to another, over what is scored in both.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use rust_decimal::Decimal;

use super::{Card, CardRollup, Input, Objective, Settings, roll_up};
use crate::domain::id::{KpiId, ObjectiveId, PerspectiveId};
use crate::domain::score;

/// How scores changed, in score points (0 to 10), over the KPIs that are scored in both periods.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The scorecard's; none where nothing is scored in both.
    pub card: Option<Decimal>,
    /// Those of perspectives that have one.
    pub perspectives: HashMap<PerspectiveId, Decimal>,
    /// Those of objectives that have one.
    pub objectives: HashMap<ObjectiveId, Decimal>,
    /// Those of KPIs that have one.
    pub kpis: HashMap<KpiId, Decimal>,
    /// Those of what feeds: the objective that is fed, then the one that feeds it.
    pub feeds: HashMap<(ObjectiveId, ObjectiveId), Decimal>,
}

/// What changed from `before` to `now`.
#[must_use]
pub fn changes(now: &Card, before: &Card, settings: &Settings) -> Change {
    let (levels_now, levels_before) = (levels(now), levels(before));
    let both: HashSet<KpiId> = levels_now
        .keys()
        .filter(|id| levels_before.contains_key(id))
        .copied()
        .collect();
    let (now, before) = (only(now, &both), only(before, &both));
    let after = roll_up(&now, settings);
    let earlier = roll_up(&before, settings);
    Change {
        card: after.rollup.score().zip(earlier.rollup.score()).map(|(a, b)| a - b),
        perspectives: differences(perspectives(&after), &perspectives(&earlier)),
        objectives: differences(objectives(&after), &objectives(&earlier)),
        kpis: differences(levels_now, &levels_before),
        feeds: differences(feeds(&now), &feeds(&before)),
    }
}

fn levels(card: &Card) -> HashMap<KpiId, Decimal> {
    let mut found = HashMap::new();
    all(card).for_each(|objective| levels_of(objective, &mut found));
    found
}

/// The KPIs of an objective that are scored, and those of what feeds it.
fn levels_of(objective: &Objective, found: &mut HashMap<KpiId, Decimal>) {
    found.extend(objective.kpis.iter().filter_map(|kpi| match kpi.input {
        Input::Scored(judgement) => Some((kpi.id, score::score(judgement.level))),
        _ => None,
    }));
    for feed in &objective.feeds {
        levels_of(&feed.source, found);
    }
}

fn all(card: &Card) -> impl Iterator<Item = &Objective> {
    card.perspectives.iter().flat_map(|perspective| &perspective.objectives)
}

/// The card without the KPIs that are not scored in both periods.
fn only(card: &Card, both: &HashSet<KpiId>) -> Card {
    let mut card = card.clone();
    for perspective in &mut card.perspectives {
        perspective.objectives.iter_mut().for_each(|it| narrow(it, both));
    }
    card
}

fn narrow(objective: &mut Objective, both: &HashSet<KpiId>) {
    objective.kpis.retain(|kpi| both.contains(&kpi.id));
    for feed in &mut objective.feeds {
        narrow(&mut feed.source, both);
    }
}

fn feeds(card: &Card) -> HashMap<(ObjectiveId, ObjectiveId), Decimal> {
    let feeds = all(card).flat_map(|objective| objective.feeds.iter().map(|feed| (objective.id, feed)));
    feeds
        .filter_map(|(fed, feed)| Some(((fed, feed.source.id), feed.roll_up()?.score()?)))
        .collect()
}

fn perspectives(card: &CardRollup) -> HashMap<PerspectiveId, Decimal> {
    card.perspectives
        .iter()
        .filter_map(|it| Some((it.id, it.rollup.score()?)))
        .collect()
}

fn objectives(card: &CardRollup) -> HashMap<ObjectiveId, Decimal> {
    let all = card.perspectives.iter().flat_map(|perspective| &perspective.objectives);
    all.filter_map(|it| Some((it.id, it.rollup.score()?))).collect()
}

fn differences<K: Eq + Hash>(now: HashMap<K, Decimal>, before: &HashMap<K, Decimal>) -> HashMap<K, Decimal> {
    now.into_iter()
        .filter_map(|(id, score)| {
            let change = score - before.get(&id)?;
            Some((id, change))
        })
        .collect()
}
