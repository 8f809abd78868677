//! Where a scorecard's reviews stand, from the rows: what was said when, what is missing from whom, what comes next.

use chrono::{DateTime, Utc};

use super::{Retargeted, next_opening, retarget, schedule_of};
use crate::domain::cycle::{ReviewState, Schedule, Step};
use crate::domain::period::Period;
use crate::domain::zone;
use crate::service::{Actor, Result, Services, access, checkin, scorecard};
use crate::store::review::{Review, StepDone};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The reviews of a scorecard.
#[derive(Debug, Clone)]
pub struct Status {
    /// The scorecard.
    pub card: Scorecard,
    /// Its open reviews, the oldest first.
    pub open: Vec<Standing>,
    /// When the next review opens, and of which period.
    pub opens: (Period, DateTime<Utc>),
}

/// How one review stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The period.
    pub period: Period,
    /// How far it is.
    pub state: ReviewState,
    /// Its instants.
    pub schedule: Schedule,
    /// The steps behind it.
    pub done: Vec<StepDone>,
    /// How many values it expects.
    pub expected: usize,
    /// What is missing: the KPI's name and who answers for it.
    pub missing: Vec<(String, String)>,
    /// What is off target and waits for a word: the KPI's name and who answers for it.
    pub unexplained: Vec<(String, String)>,
    /// The targets that were changed after their period had begun, or by the KPI's own owner.
    pub targets: Vec<Retargeted>,
    /// What is expected later, because it is not known yet: the same, and noon of the day on which it becomes known.
    pub later: Vec<(String, String, DateTime<Utc>)>,
}

impl Standing {
    /// The steps that are still to come, with their instants.
    #[must_use]
    pub fn coming(&self) -> Vec<(Step, DateTime<Utc>)> {
        let done = |step: Step| self.done.iter().any(|done| done.step == step);
        self.schedule
            .steps()
            .into_iter()
            .filter(|(step, _)| !done(*step))
            .collect()
    }
}

/// Where the reviews of a scorecard stand.
pub async fn status(
    services: &Services,
    viewer: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
) -> Result<Status> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    let calendar = store::calendar::of_server(&mut reader, viewer.server).await?;
    let mut open = Vec::new();
    for review in store::review::open(&mut reader, viewer.server, card.id).await? {
        let schedule = schedule_of(&card, review.period, &calendar);
        open.push(standing(services, &mut reader, viewer, (&card, &review, schedule)).await?);
    }
    let opens_at = next_opening(&card, &calendar, services.now());
    let day = zone::day_of(opens_at, scorecard::zone_of(&card));
    let period = Period::containing(card.review_cycle, day, card.fiscal_start).prev();
    Ok(Status {
        card,
        open,
        opens: (period, opens_at),
    })
}

async fn standing(
    services: &Services,
    reader: &mut Connection,
    viewer: &Actor,
    (card, review, schedule): (&Scorecard, &Review, Schedule),
) -> Result<Standing> {
    let values = checkin::expected(reader, viewer.server, card, review.period).await?;
    let expected = values.len();
    let today = zone::day_of(services.now(), scorecard::zone_of(card));
    let (mut named, mut later) = (Vec::new(), Vec::new());
    for missing in values.into_iter().filter(|value| value.entry.is_none()) {
        let name = access::name_of(reader, viewer, missing.answers).await?;
        let (kpi, known_on) = (
            missing.item.kpi.name.to_string(),
            missing.item.kpi.known_on(missing.item.period),
        );
        if known_on > today {
            later.push((kpi, name, zone::noon(known_on, scorecard::zone_of(card))));
        } else {
            named.push((kpi, name));
        }
    }
    let mut unexplained = Vec::new();
    for (person, one) in checkin::unexplained_in(reader, viewer.server, card, review.period).await? {
        let name = access::name_of(reader, viewer, person).await?;
        unexplained.push((one.kpi.name.to_string(), name));
    }
    Ok(Standing {
        period: review.period,
        state: review.state,
        schedule,
        done: store::review::steps(reader, viewer.server, review.id).await?,
        expected,
        missing: named,
        later,
        unexplained,
        targets: retarget::of_review(reader, viewer.server, card, review.period).await?,
    })
}
