//! What a private scorecard feeds: a number of it that others would learn takes the word of whose it is.

use crate::domain::scorecard::Visibility;
use crate::service::{Actor, Need, Result, access};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Whether somebody decides what a private scorecard feeds: the person whose card it is, else its manager.
pub(in crate::service) fn consents(actor: &Actor, card: &Scorecard) -> bool {
    card.visibility == Visibility::Private && card.person.unwrap_or(card.manager) == actor.person
}

/// Fails where others would learn a number of a private scorecard, because it feeds another one or a formula there reads
/// it: unless that is private to the same people, or whoever decides about the private one says so.
pub(in crate::service) async fn may_feed(
    connection: &mut Connection,
    actor: &Actor,
    (from, into): (&Scorecard, &Scorecard),
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
    let decides = from.person.unwrap_or(from.manager);
    Err(Need::Consent {
        scorecard: from.name.clone(),
        name: access::name_of(connection, actor, decides).await?,
    }
    .into())
}
