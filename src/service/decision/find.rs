//! Finds an open decision that somebody means, by its reference or by words of it. Called by `decision` only.

use super::missing;
use crate::domain::name::fold;
use crate::service::{Actor, Need, Result, Services, access};
use crate::store::decision::Decision;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The open decisions that somebody may close, the newest first, each with its scorecard's name; only those that match.
pub async fn offered(services: &Services, viewer: &Actor, typed: &str) -> Result<Vec<(Decision, String)>> {
    let mut reader = services.read().await?;
    let query = fold(typed);
    let mut found = mine(&mut reader, viewer).await?;
    found.retain(|(decision, card)| {
        let text = format!("{} {}", decision.text, card.name);
        fold(&text).contains(&query)
    });
    Ok(found
        .into_iter()
        .map(|(decision, card)| (decision, card.name))
        .collect())
}

/// The open decisions that somebody may close: those that are theirs to do, and those of scorecards that they manage.
async fn mine(connection: &mut Connection, viewer: &Actor) -> Result<Vec<(Decision, Scorecard)>> {
    let cards = access::scorecards(connection, viewer).await?;
    let managed = access::managed(connection, viewer).await?;
    let mut mine = Vec::new();
    for decision in store::decision::open(connection, viewer.server).await? {
        let Some(card) = cards.iter().find(|card| card.id == decision.scorecard) else {
            continue;
        };
        if decision.owner == Some(viewer.person) || managed.contains(&card.id) {
            mine.push((decision, card.clone()));
        }
    }
    Ok(mine)
}

/// An open decision that somebody named: by the reference that autocomplete gave, or by words that only one has.
pub(super) async fn named(connection: &mut Connection, actor: &Actor, typed: &str) -> Result<(Decision, Scorecard)> {
    let cards = access::scorecards(connection, actor).await?;
    let mut all = store::decision::open(connection, actor.server).await?;
    all.retain(|decision| cards.iter().any(|card| card.id == decision.scorecard));
    let query = fold(typed);
    let at = all
        .iter()
        .position(|decision| access::reference(decision.id.get()) == typed.trim());
    let containing = || {
        all.iter()
            .filter(|one| !query.is_empty() && fold(&one.text).contains(&query))
    };
    let same = containing()
        .next()
        .filter(|first| containing().all(|one| one.text == first.text));
    let at = at.or_else(|| all.iter().position(|one| Some(one.id) == same.map(|same| same.id)));
    let texts: Vec<String> = all.iter().map(|decision| decision.text.clone()).collect();
    let decision = at.map(|at| all.swap_remove(at)).ok_or_else(|| missing(typed, &texts))?;
    let card = cards.into_iter().find(|card| card.id == decision.scorecard);
    let card = card.ok_or_else(|| missing(typed, &[]))?;
    let own = decision.owner == Some(actor.person);
    if !own && !access::manages(connection, actor, &card).await? {
        return Err(Need::Decision {
            owner: decision.owner_name,
            scorecard: card.name,
        }
        .into());
    }
    Ok((decision, card))
}
