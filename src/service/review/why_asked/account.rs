//! One KPI's account: which value it is about, who answers for it, and what is told of that. Looks only.

use chrono::{DateTime, NaiveDate, Utc};

use super::{About, Rung, Silence, rung, silence};
use crate::domain::cycle::{Schedule, reviewed_in};
use crate::domain::id::PersonId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::zone;
use crate::service::away::StandIns;
use crate::service::checkin::{self, Expected};
use crate::service::review::{next_opening, schedule_known, schedule_planned};
use crate::service::{Actor, Result, Services, access, scorecard};
use crate::store::kpi::Placed;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// Why people were asked for the value of a KPI, or were not.
#[derive(Debug, Clone)]
pub struct Account {
    /// The KPI.
    pub kpi: Kpi,
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period of the value, or of the review where that expects none.
    pub period: Period,
    /// Who answers for it, where a value is expected.
    pub answers: Option<Answers>,
    /// Why nobody is asked, or not the person it is about.
    pub silence: Vec<Silence>,
    /// What was said, and what will be, in order.
    pub steps: Vec<Rung>,
}

/// Who answers for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Who.
    pub name: String,
    /// Nobody owns the KPI, so its manager does.
    pub ownerless: bool,
    /// They do in somebody else's place: whose, and until which day; none where that person left the server.
    pub instead_of: Option<(String, Option<NaiveDate>)>,
}

/// What is known of one value, wherever it is looked at.
pub(super) struct Case<'a> {
    pub card: &'a Scorecard,
    pub placed: &'a Placed,
    /// The period under review.
    pub reviewed: Period,
    pub review: Option<Review>,
    pub value: Option<Expected>,
    pub schedule: Schedule,
    pub now: DateTime<Utc>,
    /// Who is told last of all.
    pub last: PersonId,
    pub about: Option<&'a About>,
}

/// Tells of one value.
pub(super) async fn account(
    services: &Services,
    reader: &mut Connection,
    viewer: &Actor,
    (card, placed): (&Scorecard, &Placed),
    (about, typed): (Option<&About>, Option<&str>),
) -> Result<Account> {
    let (server, now) = (viewer.server, services.now());
    let calendar = store::calendar::of_server(reader, server).await?;
    let reviewed = match typed {
        Some(typed) => by_name(typed, card)?,
        None => match store::review::newest(reader, server, card.id).await? {
            Some(review) => review.period,
            None => opening(card, next_opening(card, &calendar, now)),
        },
    };
    let known_after = placed.kpi.known_after();
    let schedule = schedule_known(card, reviewed, known_after, &calendar);
    let review = store::review::of_period(reader, server, card.id, reviewed).await?;
    let mut values = checkin::expected(reader, server, card, reviewed).await?;
    values.retain(|value| value.item.kpi.id == placed.kpi.id);
    let missing = values.iter().position(|value| value.entry.is_none());
    let value = match missing {
        Some(first) => Some(values.swap_remove(first)),
        None => values.pop(),
    };
    let stand_ins = StandIns::load(reader, server, card).await?;
    let case = Case {
        card,
        placed,
        reviewed,
        review,
        value,
        schedule,
        now,
        last: stand_ins.last(reader, server, card).await?,
        about,
    };
    let planned = schedule_planned(card, reviewed, known_after, &calendar);
    Ok(Account {
        kpi: placed.kpi.clone(),
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        period: case.value.as_ref().map_or(reviewed, |value| value.item.period),
        answers: answers(reader, viewer, &case).await?,
        silence: silence::of(reader, viewer, &case).await?,
        steps: rung::of(reader, viewer, &case, &planned).await?,
    })
}

/// The period under review that somebody named, by itself or by a period of a KPI.
fn by_name(typed: &str, card: &Scorecard) -> Result<Period> {
    let period = Period::parse(typed, card.fiscal_start)?;
    Ok(if period.kind() == card.review_cycle {
        period
    } else {
        reviewed_in(period, card.review_cycle, card.fiscal_start)
    })
}

/// The period whose review opens at an instant.
fn opening(card: &Scorecard, at: DateTime<Utc>) -> Period {
    let day = zone::day_of(at, scorecard::zone_of(card));
    Period::containing(card.review_cycle, day, card.fiscal_start).prev()
}

async fn answers(reader: &mut Connection, viewer: &Actor, case: &Case<'_>) -> Result<Option<Answers>> {
    let Some(value) = &case.value else {
        return Ok(None);
    };
    let first = case.placed.owner.unwrap_or(case.card.manager);
    let instead_of = if first == value.answers {
        None
    } else {
        let name = access::name_of(reader, viewer, first).await?;
        Some((name, until(reader, viewer, first).await?))
    };
    Ok(Some(Answers {
        name: access::name_of(reader, viewer, value.answers).await?,
        ownerless: case.placed.owner.is_none(),
        instead_of,
    }))
}

/// The last day on which somebody is away.
pub(super) async fn until(reader: &mut Connection, viewer: &Actor, person: PersonId) -> Result<Option<NaiveDate>> {
    let all = store::away::all(reader, viewer.server).await?;
    let found = all
        .into_iter()
        .find(|absence| absence.person == person && absence.begun);
    Ok(found.map(|absence| absence.away.until))
}
