//! What a private scorecard feeds: a number of it that others would learn takes the word of whose it is.

use std::collections::BTreeSet;

use crate::domain::id::{KpiId, ScorecardId};
use crate::domain::scorecard::Visibility;
use crate::service::consent::{self, Source, Use};
use crate::service::{Actor, Result, access};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Whether somebody decides what a private scorecard feeds: the person whose card it is, else its manager.
pub(in crate::service) fn consents(actor: &Actor, card: &Scorecard) -> bool {
    card.visibility == Visibility::Private && consent::decides(card) == actor.person
}

/// Fails where others would learn a number of a private scorecard, because it feeds another one or a formula there reads
/// it: unless that is private to the same people, or whoever decides about the private one says so, or said so.
pub(in crate::service) async fn may_feed(
    connection: &mut Connection,
    actor: &Actor,
    (from, into): (&Scorecard, &Scorecard),
    source: Source,
) -> Result<()> {
    if from.id == into.id || from.visibility == Visibility::Open || consents(actor, from) {
        return Ok(());
    }
    if into.visibility == Visibility::Private {
        let reads = store::reader::of_scorecard(connection, actor.server, from.id).await?;
        let learns = store::reader::of_scorecard(connection, actor.server, into.id).await?;
        let same = learns.people.iter().all(|person| reads.people.contains(person))
            && learns.roles.iter().all(|role| reads.roles.contains(role));
        if same {
            return Ok(());
        }
    }
    if store::consent::given(connection, actor.server, (source, into.id)).await? {
        return Ok(());
    }
    let wanted = Use {
        source,
        from: from.id,
        into: into.id,
    };
    Err(consent::missing(connection, actor, from, wanted).await?)
}

/// The names of the scorecards in which numbers of a private one are used, as far as they exist for somebody; none of one
/// that everybody reads.
pub(in crate::service) async fn counts_in(
    connection: &mut Connection,
    viewer: &Actor,
    card: &Scorecard,
) -> Result<Vec<String>> {
    if card.visibility == Visibility::Open {
        return Ok(Vec::new());
    }
    let edges = store::objective::feed::all(connection, viewer.server).await?;
    let fed = edges
        .iter()
        .filter(|edge| edge.below == card.id && edge.weight.is_some());
    let mut above: BTreeSet<ScorecardId> = fed.map(|edge| edge.above).collect();
    let kpis = store::kpi::of_scorecard(connection, viewer.server, card.id, store::PRESENT).await?;
    let ids: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    for reader in store::formula::readers_now(connection, viewer.server, &ids).await? {
        let placed = store::kpi::by_id(connection, viewer.server, reader, store::PRESENT).await?;
        above.extend(placed.map(|placed| placed.scorecard));
    }
    above.remove(&card.id);
    let all = access::scorecards(connection, viewer).await?;
    Ok(all
        .into_iter()
        .filter(|other| above.contains(&other.id))
        .map(|other| other.name)
        .collect())
}
