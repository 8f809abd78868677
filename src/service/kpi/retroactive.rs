//! What a change of targets, or of how a KPI is judged, does to periods that have begun: open reviews are computed anew,
//! closed ones are marked as restated, and alerts follow. Called by `target`, `yearly` and `edit`.

use super::Shown;
use crate::domain::audit::{Change, Subject, Verb};
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::restatement::Cause;
use crate::domain::target::{DatedTarget, Judged, differing};
use crate::service::actual::Ledger;
use crate::service::{Actor, Conflict, Invalid, Result, Services, alert, audit, review, scorecard};
use crate::store::review::{Closed, Restatement};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The most characters of a reason.
pub const MAX_REASON: usize = 300;

/// What a change does to periods that have begun.
#[derive(Debug, Clone)]
pub(super) struct Effect {
    /// The period that runs.
    pub running: Period,
    /// The periods in which values are judged otherwise, the earliest first.
    pub changed: Vec<Period>,
    /// The closed reviews that show one of them, the oldest first.
    closed: Vec<Closed>,
}

impl Effect {
    /// What changing a KPI and its targets does; nothing is written.
    pub async fn of(
        services: &Services,
        connection: &mut Connection,
        actor: &Actor,
        (shown, card): (&Shown, &Scorecard),
        (targets, kpi): (&[DatedTarget], &Kpi),
    ) -> Result<Self> {
        let old = &shown.placed.kpi;
        let running = Period::running(
            old.frequency,
            services.now(),
            scorecard::zone_of(card),
            card.fiscal_start,
        );
        let closed = store::review::closed_with(connection, actor.server, old.id).await?;
        let published = closed.iter().map(|it| it.review.period.first_day()).min();
        let days = [Some(shown.placed.created_on), published].into_iter().flatten();
        let first = days.map(|day| Period::containing(old.frequency, day, card.fiscal_start));
        let first = first
            .chain(shown.actuals.keys().next().copied())
            .min()
            .unwrap_or(running);
        let begun = std::iter::successors(Some(first), |period| Some(period.next())).take_while(|it| *it <= running);
        let changed = differing(
            (&shown.targets, &Judged::from(old)),
            (targets, &Judged::from(kpi)),
            begun,
        );
        let concerned = |it: &Closed| {
            changed
                .iter()
                .any(|one| review::shows(it.fiscal, it.review.period, *one))
        };
        Ok(Self {
            running,
            closed: closed.into_iter().filter(concerned).collect(),
            changed,
        })
    }

    /// The changed periods that are over.
    pub fn past(&self) -> impl Iterator<Item = Period> {
        self.changed.iter().copied().filter(|period| *period < self.running)
    }

    /// The reviews of this scorecard whose published numbers stay while the live ones change.
    pub fn restated(&self, card: &Scorecard) -> Vec<Period> {
        let of_card = self.closed.iter().filter(|it| it.scorecard == card.id);
        of_card.map(|it| it.review.period).collect()
    }

    /// Refuses to change what was published without a reason.
    pub fn needs_reason(&self, reason: Option<&str>) -> Result<()> {
        match self.closed.first() {
            Some(closed) if reason.is_none() => Err(Conflict::Restates {
                period: closed.review.period,
            }
            .into()),
            _ => Ok(()),
        }
    }

    /// Lets reviews and alerts follow a change that was written.
    pub async fn follow(
        &self,
        services: &Services,
        write: &mut Connection,
        actor: &Actor,
        (before, after, card): (&Shown, &Shown, &Scorecard),
        reason: Option<&str>,
    ) -> Result<()> {
        for closed in &self.closed {
            let restatement = Restatement {
                kpi: after.placed.kpi.id,
                by: actor.person,
                at: services.now(),
                cause: Cause::Changed,
                reason: reason.map(str::to_owned),
            };
            store::review::restate(write, actor.server, closed.review.id, &restatement).await?;
        }
        let newest = self.running.prev();
        if self.changed.contains(&newest) {
            let (before, after) = (ledger(before, card), ledger(after, card));
            alert::follow(services, write, actor, (&before, &after), (newest, None)).await?;
        }
        let changed = (after.placed.kpi.id, &self.changed[..]);
        review::restated(services, write, (actor, card), changed, reason).await?;
        review::refresh(services, write, (actor.server, card), &self.changed).await
    }
}

/// Writes down what was done to a KPI, and why where it changes a period that was over.
pub(super) async fn record_because(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (verb, shown, changes): (Verb, &Shown, Vec<Change>),
    reason: Option<&str>,
) -> Result<()> {
    let placed = &shown.placed;
    let known = (Some(placed.kpi.id.get()), placed.kpi.name.as_str());
    let entry = audit::Entry::new(verb, Subject::Kpi, known).within(placed.scorecard);
    audit::record(services, write, actor, entry.because(reason).with(changes)).await
}

fn ledger(shown: &Shown, card: &Scorecard) -> Ledger {
    Ledger {
        placed: shown.placed.clone(),
        card: card.clone(),
        targets: shown.targets.clone(),
        actuals: shown.actuals.clone(),
    }
}

/// A reason without blanks around it; none where nothing was said.
pub(super) fn reason(typed: Option<&str>) -> Result<Option<&str>> {
    let reason = typed.map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > MAX_REASON) {
        return Err(Invalid::TooLong {
            field: "reason",
            most: MAX_REASON,
        }
        .into());
    }
    Ok(reason)
}
