//! What reviews decide: written down by the scorecard's manager, open until its owner or the manager closes it.

mod close;
mod find;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::audit::{self, Entry, facts};
use super::person::Named;
use super::{Actor, Conflict, Error, Invalid, NotFound, Noun, Result, Services, access, scorecard};
use crate::domain::audit::{Subject, Verb, made};
use crate::domain::cycle::ReviewState;
use crate::domain::day;
use crate::domain::id::{DecisionId, KpiId, ObjectiveId, ReviewId, ServerId};
use crate::domain::name::closest;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::zone;
pub use crate::store::decision::Decision;
use crate::store::decision::NewDecision;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

pub(super) use close::record_all;
pub use close::{Took, close, take_back};
use find::named;
pub use find::offered;

/// The most characters of a decision, and of what came of it.
pub const MAX_TEXT: usize = 500;

/// The most open decisions of a scorecard.
const MOST: usize = 200;

/// How many of the closed ones a list has.
const CLOSED_SHOWN: i64 = 25;

/// How long a decision that was written down, or closed, can be taken back by a press.
const UNDO_FOR: TimeDelta = TimeDelta::minutes(10);

/// What somebody gives to write a decision down, as typed.
#[derive(Debug, Clone, Default)]
pub struct Add<'a> {
    /// What was decided.
    pub text: &'a str,
    /// Who does it.
    pub owner: Option<Named>,
    /// By when.
    pub due: Option<&'a str>,
    /// The KPI it is about.
    pub kpi: Option<&'a str>,
    /// The objective it is about.
    pub objective: Option<&'a str>,
    /// The scorecard; needed where neither is given and the channel does not say it.
    pub scorecard: Option<&'a str>,
    /// The channel they are in.
    pub channel: Option<i64>,
    /// The period whose review decided it.
    pub review: Option<&'a str>,
}

/// A decision as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Its row.
    pub id: DecisionId,
    /// What was decided.
    pub text: String,
    /// The name of the scorecard.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period whose review decided it.
    pub period: Option<Period>,
    /// Who does it.
    pub owner: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// That day is over, and it is open.
    pub overdue: bool,
    /// The KPI or objective it is about.
    pub about: Option<String>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// What came of it.
    pub outcome: Option<String>,
}

fn told(decision: Decision, card: &Scorecard, today: NaiveDate) -> Told {
    Told {
        id: decision.id,
        period: decision.period(),
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        overdue: decision.closed_at.is_none() && decision.due_on.is_some_and(|due| due < today),
        closed_at: decision.closed_at.map(|at| at.0),
        text: decision.text,
        owner: decision.owner_name,
        due_on: decision.due_on,
        about: decision.about,
        outcome: decision.outcome,
    }
}

/// Writes down what a review decided.
pub async fn add(services: &Services, actor: &Actor, wanted: &Add<'_>) -> Result<Told> {
    let mut write = services.write().await?;
    let (card, about) = place(&mut write, actor, wanted).await?;
    access::manage(&mut write, actor, &card).await?;
    let today = today(services, &card);
    let due_on = wanted.due.map(|typed| due(typed, today)).transpose()?;
    let review = review_of(&mut write, actor, &card, wanted.review).await?;
    let new = NewDecision {
        scorecard: card.id,
        review,
        kpi: about.0,
        objective: about.1,
        text: text("text", wanted.text)?,
        owner: scorecard::somebody(&mut write, actor, wanted.owner.as_ref()).await?,
        due_on,
        by: actor.person,
    };
    let decision = insert(services, &mut write, actor, &new).await?;
    services.keep(write).await?;
    Ok(told(decision, &card, today))
}

/// Writes one down and into the audit trail.
async fn insert(services: &Services, write: &mut Connection, actor: &Actor, new: &NewDecision<'_>) -> Result<Decision> {
    let open = store::decision::open_of(write, actor.server, new.scorecard).await?;
    if open.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Decision,
            most: MOST,
        }
        .into());
    }
    let id = store::decision::insert(write, actor.server, new, services.now()).await?;
    let decision = store::decision::by_id(write, actor.server, id).await?;
    let decision = decision.ok_or_else(|| missing("", &[]))?;
    let entry = Entry::new(Verb::Created, Subject::Decision, (Some(id.get()), &decision.text)).within(new.scorecard);
    audit::record(services, write, actor, entry.with(made(&facts::decision(&decision)))).await?;
    Ok(decision)
}

/// The scorecard of a decision, and the KPI or objective it is about.
async fn place(
    write: &mut Connection,
    actor: &Actor,
    wanted: &Add<'_>,
) -> Result<(Scorecard, (Option<KpiId>, Option<ObjectiveId>))> {
    match (wanted.kpi, wanted.objective) {
        (Some(_), Some(_)) => Err(Invalid::KpiOrObjective.into()),
        (Some(typed), None) => {
            let (placed, card) = access::kpi(write, actor, typed, store::PRESENT).await?;
            Ok((card, (Some(placed.kpi.id), None)))
        }
        (None, Some(typed)) => {
            let (objective, card) = access::objective(write, actor, typed, store::PRESENT).await?;
            Ok((card, (None, Some(objective.id))))
        }
        (None, None) => {
            let card = access::scorecard(write, actor, wanted.scorecard, wanted.channel).await?;
            Ok((card, (None, None)))
        }
    }
}

/// The review that decides: the one of a period, else the one under discussion, else the oldest open one, else the newest.
async fn review_of(
    write: &mut Connection,
    actor: &Actor,
    card: &Scorecard,
    typed: Option<&str>,
) -> Result<Option<ReviewId>> {
    if let Some(typed) = typed {
        let period = Period::parse(typed, card.fiscal_start)?;
        let review = store::review::of_period(write, actor.server, card.id, period).await?;
        let review = review.ok_or_else(|| NotFound {
            noun: Noun::Review,
            typed: typed.to_owned(),
            close: Vec::new(),
        })?;
        return Ok(Some(review.id));
    }
    let open = store::review::open(write, actor.server, card.id).await?;
    let discussed = open.iter().find(|review| review.state == ReviewState::InReview);
    if let Some(review) = discussed.or(open.first()) {
        return Ok(Some(review.id));
    }
    let newest = store::review::newest(write, actor.server, card.id).await?;
    Ok(newest.map(|review| review.id))
}

/// The open decisions of a scorecard, or those that were closed last.
pub async fn list(
    services: &Services,
    viewer: &Actor,
    place: (Option<&str>, Option<i64>),
    closed: bool,
) -> Result<(Scorecard, Vec<Told>)> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, place.0, place.1).await?;
    let found = if closed {
        store::decision::closed_of(&mut reader, viewer.server, card.id, CLOSED_SHOWN).await?
    } else {
        store::decision::open_of(&mut reader, viewer.server, card.id).await?
    };
    let today = today(services, &card);
    let told = found.into_iter().map(|decision| told(decision, &card, today)).collect();
    Ok((card, told))
}

/// The open decisions of a scorecard, for its digest.
pub(super) async fn open_of(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    now: DateTime<Utc>,
) -> Result<Vec<Told>> {
    let today = zone::day_of(now, scorecard::zone_of(card));
    let found = store::decision::open_of(connection, server, card.id).await?;
    Ok(found.into_iter().map(|decision| told(decision, card, today)).collect())
}

/// The day in what somebody typed for something that is still to be done.
pub(super) fn due(typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    let day = read_day(typed, today)?;
    if day < today {
        return Err(Invalid::DayOver { day }.into());
    }
    Ok(day)
}

/// The day in what somebody typed.
pub(super) fn read_day(typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    day::parse(typed, today).map_err(|error| {
        Invalid::DayUnread {
            typed: typed.to_owned(),
            error,
        }
        .into()
    })
}

/// What was typed into a field that must say something.
pub(super) fn text<'a>(field: &'static str, typed: &'a str) -> Result<&'a str> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Invalid::Blank { field }.into());
    }
    if text.chars().count() > MAX_TEXT {
        return Err(Invalid::TooLong { field, most: MAX_TEXT }.into());
    }
    Ok(text)
}

fn today(services: &Services, card: &Scorecard) -> NaiveDate {
    zone::day_of(services.now(), scorecard::zone_of(card))
}

fn missing(typed: &str, texts: &[String]) -> Error {
    NotFound {
        noun: Noun::Decision,
        typed: typed.to_owned(),
        close: closest(typed, texts.iter()).into_iter().cloned().collect(),
    }
    .into()
}
