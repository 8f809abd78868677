//! The reasons why nobody is asked for a value, or not the person somebody wonders about. Looks only.

use chrono::{DateTime, NaiveDate, Utc};

use super::account::{Case, until};
use crate::domain::cycle::{ReviewState, first_review, reviewed_in};
use crate::domain::id::PersonId;
use crate::domain::period::{Period, PeriodKind};
use crate::domain::scorecard::Visibility;
use crate::domain::value::Entry;
use crate::domain::zone;
use crate::service::checkin::Expected;
use crate::service::{Actor, Result, access, scorecard};
use crate::store::{self, Connection};

/// Why nobody is asked for a value, or not the person it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// The KPI is out of use since then.
    Archived(NaiveDate),
    /// A formula gives its values.
    Computed,
    /// The first review of its scorecard, or its own first period, comes later.
    Before(Period),
    /// None of its periods ends in the one under review: its next one, and the review in which that takes part.
    OtherFrequency(Period, Period),
    /// Its value is in: who entered it, and when.
    In(String, DateTime<Utc>),
    /// It is not applicable: who said so, when, and why.
    NotApplicable(String, DateTime<Utc>, String),
    /// Where nothing is entered its last value holds.
    Carried,
    /// Its values become known later: noon of that day.
    KnownOn(DateTime<Utc>),
    /// The period is not over; when it will be.
    Running(DateTime<Utc>),
    /// Its review opens then.
    NotOpen(DateTime<Utc>),
    /// Its review is closed.
    Closed,
    /// Weekly values get the prompt and one reminder.
    Weekly,
    /// The person is away until a day, and somebody else is asked.
    Away(String, NaiveDate, String),
    /// The person is its deputy.
    Deputy(String),
    /// The person is told last of all.
    Last(String),
    /// It is not the person's to answer.
    NotTheirs(String),
    /// Its scorecard is private, and the person may not read it.
    NoReader(String),
}

/// The reasons for a value.
pub(super) async fn of(reader: &mut Connection, viewer: &Actor, case: &Case<'_>) -> Result<Vec<Silence>> {
    let Some(value) = &case.value else {
        return Ok(vec![not_expected(case)]);
    };
    let mut reasons = entered(reader, viewer, case, value).await?;
    if reasons.is_empty() {
        reasons = not_yet(case, value);
    }
    reasons.extend(not_them(reader, viewer, case, value).await?);
    Ok(reasons)
}

/// Why a review expects no value of a KPI.
fn not_expected(case: &Case<'_>) -> Silence {
    let (card, placed) = (case.card, case.placed);
    if placed.computed {
        return Silence::Computed;
    }
    let zone = scorecard::zone_of(card);
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    let own = Period::containing(placed.kpi.frequency, placed.created_on, card.fiscal_start);
    let begins = first.max(reviewed_in(own, card.review_cycle, card.fiscal_start));
    if case.reviewed < begins {
        return Silence::Before(begins);
    }
    let next = Period::containing(placed.kpi.frequency, case.reviewed.last_day(), card.fiscal_start);
    Silence::OtherFrequency(next, reviewed_in(next, card.review_cycle, card.fiscal_start))
}

/// Who entered what there is.
async fn entered(reader: &mut Connection, viewer: &Actor, case: &Case<'_>, value: &Expected) -> Result<Vec<Silence>> {
    let (kpi, first_day) = (case.placed.kpi.id, value.item.period.first_day());
    let revisions = store::actual::revisions(reader, viewer.server, kpi, first_day).await?;
    let Some(newest) = revisions.into_iter().next() else {
        return Ok(Vec::new());
    };
    let by = access::name_of(reader, viewer, newest.author).await?;
    Ok(match newest.actual {
        Some(Entry::Number(_)) => vec![Silence::In(by, newest.entered_at)],
        Some(Entry::NotApplicable { reason }) => vec![Silence::NotApplicable(by, newest.entered_at, reason)],
        None => Vec::new(),
    })
}

/// Why a value that is missing is not asked for, or not any more.
fn not_yet(case: &Case<'_>, value: &Expected) -> Vec<Silence> {
    let zone = scorecard::zone_of(case.card);
    let mut reasons = Vec::new();
    let known_on = value.item.kpi.known_on(value.item.period);
    let closed = case
        .review
        .as_ref()
        .is_some_and(|review| review.state == ReviewState::Closed);
    let ends_at = zone::start_of(case.reviewed.end_day(), zone);
    if case.now < ends_at {
        reasons.push(Silence::Running(ends_at));
    } else if case.placed.kpi.known_after() > 0 && zone::day_of(case.now, zone) < known_on {
        reasons.push(Silence::KnownOn(zone::noon(known_on, zone)));
    } else if closed && case.placed.kpi.known_after() == 0 {
        reasons.push(Silence::Closed);
    } else if case.now < case.schedule.prompt_at {
        reasons.push(Silence::NotOpen(case.schedule.prompt_at));
    }
    if !value.item.leaves_gap() {
        reasons.push(Silence::Carried);
    }
    if value.item.kpi.frequency == PeriodKind::Week {
        reasons.push(Silence::Weekly);
    }
    reasons
}

/// Why not the person it is about.
async fn not_them(
    reader: &mut Connection,
    viewer: &Actor,
    case: &Case<'_>,
    value: &Expected,
) -> Result<Option<Silence>> {
    let Some(about) = case.about.filter(|about| about.person != Some(value.answers)) else {
        return Ok(None);
    };
    let name = about.name.clone();
    let Some(person) = about.person else {
        return Ok(Some(Silence::NotTheirs(name)));
    };
    if !may_read(reader, viewer, case, person).await? {
        return Ok(Some(Silence::NoReader(name)));
    }
    let first = case.placed.owner.unwrap_or(case.card.manager);
    if person == first
        && let Some(until) = until(reader, viewer, person).await?
    {
        let other = access::name_of(reader, viewer, value.answers).await?;
        return Ok(Some(Silence::Away(name, until, other)));
    }
    Ok(Some(if value.deputy == Some(person) {
        Silence::Deputy(name)
    } else if person == case.last {
        Silence::Last(name)
    } else {
        Silence::NotTheirs(name)
    }))
}

async fn may_read(reader: &mut Connection, viewer: &Actor, case: &Case<'_>, person: PersonId) -> Result<bool> {
    if case.card.visibility == Visibility::Open {
        return Ok(true);
    }
    let readers = store::reader::of_scorecard(reader, viewer.server, case.card.id).await?;
    Ok(readers.people.contains(&person))
}
