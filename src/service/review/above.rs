//! What a change means for the scorecards above: a scorecard whose objectives are fed shows it too. Open digests are
//! brought up to date by `digest`, closed reviews are marked here and keep their numbers.

use super::digest::shows;
use crate::domain::cycle::counted_in;
use crate::domain::id::{KpiId, ServerId};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::restatement::Cause;
use crate::service::{Actor, Result, Services};
use crate::store::review::Restatement;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most ways up that are followed: far more than any organisation has.
const MOST: usize = 500;

/// A scorecard above another one, and the way down to that.
pub(super) struct Above {
    /// The scorecard.
    pub card: Scorecard,
    /// The cycles of the scorecards below it, down to the one that changed.
    down: Vec<(PeriodKind, FiscalStart)>,
}

impl Above {
    /// Whether a review of it shows what was entered for a period in the scorecard that changed.
    pub fn shows(&self, review: Period, entered: Period) -> bool {
        let Some((_, fiscal)) = self.down.last() else {
            return false;
        };
        let down = self.down.iter();
        let counted = down.fold(review, |above, (cycle, fiscal)| counted_in(above, *cycle, *fiscal));
        shows(*fiscal, counted, entered)
    }
}

/// The scorecards above one by what feeds them, each as often as there are ways up to it.
pub(super) async fn of(connection: &mut Connection, server: ServerId, card: &Scorecard) -> Result<Vec<Above>> {
    let mut found: Vec<Above> = Vec::new();
    let mut waiting = vec![(card.clone(), Vec::new())];
    while let Some((below, down)) = waiting.pop() {
        let mut way = vec![(below.review_cycle, below.fiscal_start)];
        way.extend(down);
        for above in store::objective::feed::above(connection, server, below.id).await? {
            let Some(above) = store::scorecard::by_id(connection, server, above).await? else {
                continue;
            };
            if found.len() < MOST {
                waiting.push((above.clone(), way.clone()));
                found.push(Above {
                    card: above,
                    down: way.clone(),
                });
            }
        }
    }
    Ok(found)
}

/// Marks the closed reviews of the scorecards above that show what changed in one; their published numbers stay.
pub(in crate::service) async fn restated(
    services: &Services,
    write: &mut Connection,
    (actor, card): (&Actor, &Scorecard),
    (kpi, changed): (KpiId, &[Period]),
    reason: Option<&str>,
) -> Result<()> {
    let restatement = Restatement {
        kpi,
        by: actor.person,
        at: services.now(),
        cause: Cause::Changed,
        reason: reason.map(str::to_owned),
    };
    let mut marked = Vec::new();
    for above in of(write, actor.server, card).await? {
        for review in store::review::closed_of(write, actor.server, above.card.id).await? {
            let concerned = changed.iter().any(|entered| above.shows(review.period, *entered));
            if concerned && !marked.contains(&review.id) {
                marked.push(review.id);
                store::review::restate_above(write, actor.server, (review.id, card.id), &restatement).await?;
            }
        }
    }
    Ok(())
}
