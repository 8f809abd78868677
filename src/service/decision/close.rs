//! Closing decisions, taking either back, and what the end of a review decides.

use super::{Told, UNDO_FOR, insert, missing, named, text, today, told};
use crate::domain::audit::{Subject, Verb, between};
use crate::domain::decision::{MOST_AT_ONCE, listed};
use crate::domain::id::DecisionId;
use crate::service::audit::{self, Entry, facts};
use crate::service::{Actor, Conflict, Invalid, Noun, Result, Services, access};
use crate::store::decision::NewDecision;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What was taken back of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Took {
    /// It is as if it had not been written down.
    Decision,
    /// It is open again.
    Close,
}

/// Closes a decision, with what came of it.
pub async fn close(services: &Services, actor: &Actor, typed: &str, outcome: Option<&str>) -> Result<Told> {
    let mut write = services.write().await?;
    let (before, card) = named(&mut write, actor, typed).await?;
    let outcome = outcome.map(|outcome| text("outcome", outcome)).transpose()?;
    let closed = (actor.person, services.now(), outcome);
    store::decision::set_closed(&mut write, actor.server, before.id, Some(closed)).await?;
    let after = store::decision::by_id(&mut write, actor.server, before.id).await?;
    let after = after.ok_or_else(|| missing(typed, &[]))?;
    let row = (Some(after.id.get()), after.text.as_str());
    let entry = Entry::new(Verb::Closed, Subject::Decision, row).within(card.id);
    let changes = between(&facts::decision(&before), &facts::decision(&after));
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    services.keep(write).await?;
    let today = today(services, &card);
    Ok(told(after, &card, today))
}

/// Takes back, within ten minutes, that a decision was written down, or that it was closed: by who did it, or a manager.
pub async fn take_back(services: &Services, actor: &Actor, id: DecisionId, took: Took) -> Result<Told> {
    let mut write = services.write().await?;
    let decision = store::decision::by_id(&mut write, actor.server, id).await?;
    let decision = decision.ok_or_else(|| missing("", &[]))?;
    let card = access::scorecard_by_id(&mut write, actor, decision.scorecard).await?;
    let (by, at) = match (took, decision.closed_by, decision.closed_at) {
        (Took::Decision, None, _) => (decision.decided_by, decision.decided_at),
        (Took::Close, Some(by), Some(at)) => (by, at),
        _ => return Err(Conflict::DoneSince.into()),
    };
    if by != actor.person {
        access::manage(&mut write, actor, &card).await?;
    }
    if services.now() - at.0 > UNDO_FOR {
        return Err(Conflict::UndoOver.into());
    }
    let verb = match took {
        Took::Decision => {
            store::decision::delete(&mut write, actor.server, id).await?;
            Verb::Removed
        }
        Took::Close => {
            store::decision::set_closed(&mut write, actor.server, id, None).await?;
            Verb::Restored
        }
    };
    let entry = Entry::new(verb, Subject::Decision, (Some(id.get()), &decision.text)).within(card.id);
    audit::record(services, &mut write, actor, entry).await?;
    services.keep(write).await?;
    let today = today(services, &card);
    Ok(told(decision, &card, today))
}

/// Writes down what the end of a review decided. A review that decided nothing says so: without decisions of its own it
/// cannot be closed in silence.
pub(in crate::service) async fn record_all(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, review): (&Scorecard, &Review),
    typed: Option<&str>,
) -> Result<()> {
    let Some(typed) = typed else {
        let before = store::decision::of_review(write, actor.server, review.id).await?;
        return if before.is_empty() {
            Err(Invalid::NoDecisions.into())
        } else {
            Ok(())
        };
    };
    let texts = listed(typed);
    if texts.len() > MOST_AT_ONCE {
        let (noun, most) = (Noun::Decision, MOST_AT_ONCE);
        return Err(Conflict::Full { noun, most }.into());
    }
    for one in texts {
        let new = NewDecision {
            scorecard: card.id,
            review: Some(review.id),
            kpi: None,
            objective: None,
            text: text("decisions", one)?,
            owner: None,
            due_on: None,
            by: actor.person,
        };
        insert(services, write, actor, &new).await?;
    }
    Ok(())
}
