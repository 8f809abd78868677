//! The cascade: scorecards below each other, each with its score in the period in which it counts above.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::{Actor, Result, Services, access, scorecard, summary};
use crate::domain::cycle::counted_in;
use crate::domain::id::ScorecardId;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::rollup::Rollup;
use crate::domain::scorecard::CardLevel;
use crate::store;
use crate::store::scorecard::Scorecard;

/// How many scorecards stand on a page.
pub const PAGE: usize = 20;

/// What somebody wants to see.
#[derive(Debug, Clone, Copy)]
pub enum Top<'a> {
    /// A scorecard, as typed.
    Typed(&'a str),
    /// A scorecard by its row.
    Row(ScorecardId),
    /// All that exist for the viewer.
    All,
}

/// A page of a cascade.
#[derive(Debug, Clone)]
pub struct Cascade {
    /// The scorecard at the top; none: all of the server.
    pub top: Option<(ScorecardId, String)>,
    /// The scorecards of the page, each followed by those below it.
    pub branches: Vec<Branch>,
    /// Which page it is, from 0.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// How many scorecards there are.
    pub total: usize,
}

/// A scorecard of a cascade.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The scorecard.
    pub id: ScorecardId,
    /// Its name.
    pub name: String,
    /// Where in the organisation it stands.
    pub level: CardLevel,
    /// How deep it stands in the cascade, from 0.
    pub depth: usize,
    /// The period whose numbers are shown: at the top the last one that ended, below the one that counts above.
    pub period: Period,
    /// How that is labelled.
    pub fiscal: FiscalStart,
    /// Its result.
    pub result: Rollup,
    /// Its change from the period before, in score points.
    pub change: Option<Decimal>,
    /// Whether it counts in no other scorecard, though one that the viewer sees stands above it.
    pub feeds_nothing: bool,
}

/// A page of a cascade, from 0; the last one where there are fewer.
pub async fn show(services: &Services, viewer: &Actor, top: Top<'_>, page: usize) -> Result<Cascade> {
    let mut reader = services.read().await?;
    let now = services.now();
    let top = match top {
        Top::Typed(typed) => Some(access::scorecard(&mut reader, viewer, Some(typed), None).await?),
        Top::Row(id) => Some(access::scorecard_by_id(&mut reader, viewer, id).await?),
        Top::All => None,
    };
    let all = access::scorecards(&mut reader, viewer).await?;
    let parents = store::scorecard::parents(&mut reader, viewer.server).await?;
    let ordered = ordered(&all, &parents, top.as_ref().map(|card| card.id));
    let total = ordered.len();
    let pages = total.div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let mut above: Vec<Period> = Vec::new();
    let mut branches = Vec::with_capacity(PAGE);
    for (index, (depth, card)) in ordered.iter().enumerate().take((page + 1) * PAGE) {
        above.truncate(*depth);
        let period = match above.last() {
            Some(above) => counted_in(*above, card.review_cycle, card.fiscal_start),
            None => Period::last_ended(card.review_cycle, now, scorecard::zone_of(card), card.fiscal_start),
        };
        above.push(period);
        if index < page * PAGE {
            continue;
        }
        let (result, change) = summary::result(&mut reader, viewer.server, (card, period), now).await?;
        let fed = store::objective::feed::from(&mut reader, viewer.server, card.id).await?;
        branches.push(Branch {
            id: card.id,
            name: card.name.clone(),
            level: card.level,
            depth: *depth,
            period,
            fiscal: card.fiscal_start,
            result,
            change,
            // Of what the viewer does not see it must not be told that it stands above.
            feeds_nothing: *depth > 0 && !fed,
        });
    }
    Ok(Cascade {
        top: top.map(|card| (card.id, card.name)),
        branches,
        page,
        pages,
        total,
    })
}

/// The scorecards of a cascade, each followed by those below it, with their depth. What stands below a scorecard that does
/// not exist for the viewer stands below the next one above that does.
pub(super) fn ordered<'a>(
    all: &'a [Scorecard],
    parents: &[(ScorecardId, ScorecardId)],
    top: Option<ScorecardId>,
) -> Vec<(usize, &'a Scorecard)> {
    let seen: HashSet<ScorecardId> = all.iter().map(|card| card.id).collect();
    let parents: HashMap<ScorecardId, ScorecardId> = parents.iter().copied().collect();
    let mut below: HashMap<Option<ScorecardId>, Vec<&Scorecard>> = HashMap::new();
    for card in all {
        let mut above = card.parent;
        // Parents never run in a circle: this is only a bound.
        for _ in 0..scorecard::MOST {
            match above {
                Some(id) if !seen.contains(&id) => above = parents.get(&id).copied(),
                _ => break,
            }
        }
        below.entry(above).or_default().push(card);
    }
    let mut ordered = Vec::with_capacity(all.len());
    let first = match top {
        Some(top) => all.iter().filter(|card| card.id == top).collect(),
        None => below.remove(&None).unwrap_or_default(),
    };
    let mut stack: Vec<(usize, &Scorecard)> = first.into_iter().rev().map(|card| (0, card)).collect();
    while let Some((depth, card)) = stack.pop() {
        ordered.push((depth, card));
        let children = below.remove(&Some(card.id)).unwrap_or_default();
        stack.extend(children.into_iter().rev().map(|child| (depth + 1, child)));
    }
    ordered
}
