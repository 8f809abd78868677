//! Which objective of a scorecard below feeds one above: its score is one input of that one, with a weight.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Shown, describe, record, today};
use crate::domain::audit::{Verb, between};
use crate::domain::id::{ObjectiveId, ScorecardId};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::weight::Weight;
use crate::service::audit::facts;
use crate::service::consent::{self, Source};
use crate::service::{Actor, Conflict, Invalid, Noun, Result, Services, access, reader, review};
use crate::store::objective::Objective;
use crate::store::objective::feed::{self, Edge};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most objectives that feed one.
const MOST: usize = 50;

/// Which objective feeds which, and how much it counts there.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    /// The objective that feeds, as typed.
    pub source: String,
    /// The objective that is fed, as typed.
    pub into: String,
    /// What it weighs there; as before, else 1.
    pub weight: Option<Weight>,
    /// It feeds it no more.
    pub remove: bool,
}

/// What became of a feed.
#[derive(Debug, Clone)]
pub struct FeedChange {
    /// The objective that is fed, as it stands.
    pub shown: Shown,
    /// The name of the objective that feeds.
    pub source: String,
    /// The name of its scorecard.
    pub below: String,
    /// What it weighed; none where it fed nothing there.
    pub before: Option<Weight>,
    /// What it weighs; none where it feeds no more.
    pub after: Option<Weight>,
    /// The first period of the scorecard above in which that counts; none where it counts in all.
    pub from: Option<Period>,
    /// How that is labelled.
    pub fiscal: FiscalStart,
}

/// Has an objective feed another one, changes its weight there, or ends it.
pub async fn feed(services: &Services, actor: &Actor, wanted: &Feed) -> Result<FeedChange> {
    let mut write = services.write().await?;
    let done = link(services, &mut write, actor, wanted).await;
    if let Ok(change) = done {
        services.keep(write).await?;
        return Ok(change);
    }
    drop(write);
    let waiting = consent::Link {
        source: wanted.source.clone(),
        into: wanted.into.clone(),
        weight: wanted.weight,
    };
    consent::or_ask(services, actor, done, Some(waiting)).await
}

/// The same within a use case. Where it fails, nothing was changed.
pub(in crate::service) async fn link(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    wanted: &Feed,
) -> Result<FeedChange> {
    let (source, below) = access::objective(write, actor, &wanted.source, store::PRESENT).await?;
    let (fed, card) = access::objective(write, actor, &wanted.into, store::PRESENT).await?;
    if !(wanted.remove && reader::consents(actor, &below)) {
        access::manage(write, actor, &card).await?;
    }
    let edges = feed::all(write, actor.server).await?;
    let held = edges.iter().find(|edge| (edge.source, edge.fed) == (source.id, fed.id));
    let before = held.and_then(|edge| edge.weight);
    let after = (!wanted.remove).then(|| wanted.weight.or(before).unwrap_or_default());
    if before == after {
        return Err(Invalid::NothingToChange.into());
    }
    if before.is_none() {
        refuse(write, actor, ((&source, &below), (&fed, &card)), &edges).await?;
        reader::may_feed(write, actor, (&below, &card), Source::Objective(source.id)).await?;
    }
    let from = if held.is_none() {
        first_open(write, actor, &card).await?
    } else {
        today(services, &card)
    };
    let was = describe(write, actor, &card, fed.clone(), today(services, &card)).await?;
    feed::set(write, actor.server, (source.id, fed.id), from, after).await?;
    let shown = describe(write, actor, &card, fed, today(services, &card)).await?;
    let changes = between(
        &facts::feed(&was, (&source.name, &below.name)),
        &facts::feed(&shown, (&source.name, &below.name)),
    );
    record(services, write, actor, (Verb::Changed, &shown.objective), changes).await?;
    follow(services, write, actor, (&card, from)).await?;
    Ok(FeedChange {
        shown,
        source: source.name,
        below: below.name,
        before,
        after,
        from: (from > store::BEGINNING).then(|| Period::containing(card.review_cycle, from, card.fiscal_start)),
        fiscal: card.fiscal_start,
    })
}

/// A new feed counts in every period whose numbers are not published yet.
async fn first_open(write: &mut Connection, actor: &Actor, card: &Scorecard) -> Result<NaiveDate> {
    let closed = store::review::closed(write, actor.server, card.id).await?;
    let ends = closed.into_iter().map(Period::end_day);
    Ok(ends.max().unwrap_or(store::BEGINNING))
}

/// Brings the digests up to date that show the change.
async fn follow(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, from): (&Scorecard, NaiveDate),
) -> Result<()> {
    let open = store::review::open(write, actor.server, card.id).await?;
    let periods = open.into_iter().map(|review| review.period);
    let concerned: Vec<Period> = periods.filter(|period| period.last_day() >= from).collect();
    review::refresh(services, write, (actor.server, card), &concerned).await
}

/// Fails where it would not come from below, would close a circle, or would be one too many.
async fn refuse(
    write: &mut Connection,
    actor: &Actor,
    ((source, below), (fed, card)): ((&Objective, &Scorecard), (&Objective, &Scorecard)),
    edges: &[Edge],
) -> Result<()> {
    let all = store::scorecard::all(write, actor.server).await?;
    if !is_below(&all, below.id, card.id) {
        return Err(Invalid::NotBelow {
            below: below.name.clone(),
            above: card.name.clone(),
        }
        .into());
    }
    if let Some(circle) = circle(edges, source.id, fed.id) {
        let seen = access::scorecards(write, actor).await?;
        let seen: HashSet<ScorecardId> = seen.into_iter().map(|card| card.id).collect();
        return Err(Conflict::FeedsItself {
            circle: circle_names(edges, &circle, (source, fed), &seen),
        }
        .into());
    }
    let present = edges.iter().filter(|edge| edge.fed == fed.id && edge.weight.is_some());
    if present.count() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Feed,
            most: MOST,
        }
        .into());
    }
    Ok(())
}

/// Whether a scorecard is below another one in the cascade.
fn is_below(all: &[Scorecard], card: ScorecardId, above: ScorecardId) -> bool {
    let parents: HashMap<ScorecardId, Option<ScorecardId>> = all.iter().map(|card| (card.id, card.parent)).collect();
    let parent = |id: &ScorecardId| parents.get(id).copied().flatten();
    let mut ancestors = std::iter::successors(parent(&card), parent).take(all.len());
    ancestors.any(|ancestor| ancestor == above)
}

/// The way by which an objective that shall feed another one is already fed by that, from the one that shall feed on.
/// What once fed counts too: it still does in the periods in which it held.
fn circle(edges: &[Edge], source: ObjectiveId, fed: ObjectiveId) -> Option<Vec<ObjectiveId>> {
    let mut came_from: HashMap<ObjectiveId, ObjectiveId> = HashMap::new();
    let mut waiting = vec![fed];
    while let Some(at) = waiting.pop() {
        if at == source {
            let back = std::iter::successors(Some(source), |at| came_from.get(at).copied().filter(|_| *at != fed));
            return Some(back.collect());
        }
        for edge in edges.iter().filter(|edge| edge.source == at) {
            if edge.fed != fed && !came_from.contains_key(&edge.fed) {
                came_from.insert(edge.fed, at);
                waiting.push(edge.fed);
            }
        }
    }
    None
}

/// The names along a circle, each feeding the next and the last the first; what does not exist for somebody stays nameless.
fn circle_names(
    edges: &[Edge],
    circle: &[ObjectiveId],
    (source, fed): (&Objective, &Objective),
    seen: &HashSet<ScorecardId>,
) -> Vec<Option<String>> {
    let ends = edges.iter().flat_map(|edge| {
        let above = (edge.fed, edge.above, edge.fed_name.as_str());
        [above, (edge.source, edge.below, edge.source_name.as_str())]
    });
    let own = [source, fed].map(|it| (it.id, it.scorecard, it.name.as_str()));
    let known: HashMap<ObjectiveId, (ScorecardId, &str)> =
        ends.chain(own).map(|(id, card, name)| (id, (card, name))).collect();
    // Backwards along the way: what shall be fed feeds, through the others, what shall feed.
    let names = circle.iter().rev().map(|id| {
        let (card, name) = known.get(id)?;
        seen.contains(card).then(|| (*name).to_owned())
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(source: i64, fed: i64) -> Edge {
        Edge {
            fed: fed.into(),
            fed_name: format!("Objective {fed}"),
            above: (fed * 10).into(),
            source: source.into(),
            source_name: format!("Objective {source}"),
            below: (source * 10).into(),
            weight: Some(Weight::ONE),
        }
    }

    #[test]
    fn a_circle_of_feeds_is_found_with_its_way() {
        let check = |edges: &[(i64, i64)], (source, fed): (i64, i64), way: Option<&[i64]>| {
            let edges: Vec<Edge> = edges.iter().map(|(source, fed)| edge(*source, *fed)).collect();
            let found = circle(&edges, source.into(), fed.into());
            let way = way.map(|way| way.iter().map(|id| ObjectiveId::from(*id)).collect::<Vec<_>>());
            assert_eq!(found, way, "{source} into {fed}");
        };
        check(&[], (1, 2), None);
        check(&[(1, 2), (2, 3)], (4, 1), None);
        check(&[(1, 2), (2, 3)], (3, 1), Some(&[3, 2, 1]));
        check(&[(1, 2), (1, 3), (2, 4), (3, 4)], (4, 1), Some(&[4, 3, 1]));
        check(&[(1, 2), (2, 1)], (3, 1), None);
    }

    #[test]
    fn what_somebody_may_not_see_of_a_circle_stays_nameless() {
        let edges = [edge(1, 2), edge(2, 3)];
        let objective = |id: i64| Objective {
            id: id.into(),
            perspective: 1.into(),
            scorecard: (id * 10).into(),
            name: format!("Objective {id}"),
            description: None,
            owner: None,
            weight: Weight::ONE,
        };
        let seen = [10.into(), 30.into()].into_iter().collect();
        let names = circle_names(
            &edges,
            &[3.into(), 2.into(), 1.into()],
            (&objective(3), &objective(1)),
            &seen,
        );
        let names: Vec<Option<&str>> = names.iter().map(Option::as_deref).collect();
        assert_eq!(names, [Some("Objective 1"), None, Some("Objective 3")]);
    }
}
