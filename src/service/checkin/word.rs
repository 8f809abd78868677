//! Values off target of which nobody has said why, where the scorecard asks for it: they count, and a word on them stays
//! due until it is given.

use crate::domain::cycle::{newest_known, taking_part};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Rule, Status};
use crate::domain::scorecard::RedNote;
use crate::domain::target::{Judged, rule_in};
use crate::domain::value::Entry;
use crate::domain::zone;
use crate::service::actual::Entered;
use crate::service::summary::Contents;
use crate::service::{Actor, Result, Services, scorecard};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// A value that waits for a word.
#[derive(Debug, Clone)]
pub struct Unexplained {
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// Its value.
    pub value: rust_decimal::Decimal,
    /// What it is judged by.
    pub rule: Rule,
    /// The revision that a word is said with.
    pub entered: Entered,
}

/// What waits for a word from somebody in a server, by name.
pub async fn unexplained(services: &Services, viewer: &Actor) -> Result<Vec<Unexplained>> {
    let mut reader = services.read().await?;
    let mut all = Vec::new();
    for id in store::scorecard::answered_by(&mut reader, viewer.server, viewer.person).await? {
        let Some(card) = store::scorecard::by_id(&mut reader, viewer.server, id).await? else {
            continue;
        };
        let today = zone::day_of(services.now(), scorecard::zone_of(&card));
        let review = newest_known(today, 0, card.review_cycle, card.fiscal_start);
        let waiting = unexplained_in(&mut reader, viewer.server, &card, review).await?;
        let theirs = waiting.into_iter().filter(|(answers, _)| *answers == viewer.person);
        all.extend(theirs.map(|(_, one)| one));
    }
    all.sort_by_key(|one| one.kpi.name.folded());
    Ok(all)
}

/// What waits for a word in a review of a scorecard, each with who answers for it. What a formula gives has nobody to say
/// why but those of its inputs.
pub(in crate::service) async fn unexplained_in(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    review: Period,
) -> Result<Vec<(PersonId, Unexplained)>> {
    if card.red_note == RedNote::Optional {
        return Ok(Vec::new());
    }
    let contents = Contents::load(connection, server, card, review.last_day()).await?;
    let mut all = Vec::new();
    let asked = |placed: &&Placed| !placed.computed && !contents.idle.contains(&placed.kpi.id);
    for placed in contents.kpis.iter().filter(asked) {
        for period in taking_part(placed.kpi.frequency, review, card.fiscal_start) {
            let Some((value, rule)) = off_target(&contents, placed, period) else {
                continue;
            };
            let (id, first_day) = (placed.kpi.id, period.first_day());
            let revisions = store::actual::revisions(connection, server, id, first_day).await?;
            let Some(newest) = revisions.first().filter(|newest| newest.note.is_none()) else {
                continue;
            };
            let one = Unexplained {
                kpi: placed.kpi.clone(),
                fiscal: card.fiscal_start,
                period,
                value,
                rule,
                entered: Entered {
                    kpi: id,
                    first_day,
                    revision: newest.revision,
                },
            };
            all.push((placed.owner.unwrap_or(card.manager), one));
        }
    }
    Ok(all)
}

fn off_target(contents: &Contents, placed: &Placed, period: Period) -> Option<(rust_decimal::Decimal, Rule)> {
    let value = contents
        .actuals_of(placed.kpi.id)?
        .get(&period)
        .and_then(Entry::number)?;
    let targets = contents.targets.get(&placed.kpi.id)?;
    let rule = rule_in(targets, period, &Judged::from(&placed.kpi)).ok().flatten()?;
    (rule.judge(value).status == Status::OffTarget).then_some((value, rule))
}
