//! The board of a review: one message in the team channel that says what is in and who is waited for. It is decided when it
//! is said, and edited in place.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{schedule_of, shows};
use crate::domain::cycle::ReviewState;
use crate::domain::id::{PersonId, ReviewId, ServerId};
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::Status;
use crate::domain::value::Entry;
use crate::service::checkin::{self, Expected};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Result, Services};
use crate::store::notice::Destination;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How often it is edited at most.
const EVERY: TimeDelta = TimeDelta::seconds(30);

/// Which review a board is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The review.
    pub review: ReviewId,
}

/// What a board says.
#[derive(Debug, Clone)]
pub struct BoardContent {
    /// The scorecard's name.
    pub scorecard: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period under review.
    pub period: Period,
    /// How far the review is.
    pub state: ReviewState,
    /// When values are due.
    pub due_at: DateTime<Utc>,
    /// How many values are expected.
    pub expected: usize,
    /// What is in, by person.
    pub submitted: Vec<Group>,
    /// What is due, by who is waited for.
    pub waiting: Vec<Group>,
    /// What is overdue, by who is waited for.
    pub late: Vec<Group>,
    /// What is known only later, and when.
    pub later: Vec<(String, DateTime<Utc>)>,
    /// What is not applicable, and why.
    pub left_out: Vec<(String, String)>,
    /// What is off target without a reason, by who is to give it.
    pub unexplained: Vec<Group>,
}

impl BoardContent {
    /// How many values are in, those that are not applicable included.
    #[must_use]
    pub fn have(&self) -> usize {
        let submitted: usize = self.submitted.iter().map(|group| group.kpis.len()).sum();
        submitted + self.left_out.len()
    }
}

/// The KPIs of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Who.
    pub person: String,
    /// The KPIs' names.
    pub kpis: Vec<String>,
}

/// Puts the board of a review up, where there is a team channel and its digest is still to come.
pub(super) async fn put_up(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
) -> Result<()> {
    let calendar = store::calendar::of_server(write, server).await?;
    let schedule = schedule_of(card, review.period, &calendar);
    let now = services.now();
    let Some(channel) = card.channel.filter(|_| now < schedule.digest_at) else {
        return Ok(());
    };
    let span = Span {
        now,
        due_at: schedule.prompt_at.max(now - EVERY),
        useful_until_at: Some(schedule.digest_at),
    };
    let stored = Stored::Board(Board { review: review.id });
    let to = Destination::Team(card.id, channel);
    notice::write(write, server, &key(review.id), (to, &stored), span).await?;
    Ok(())
}

/// Brings the boards of a scorecard's open reviews up to date that show a period.
pub(super) async fn refresh(
    write: &mut Connection,
    (server, card): (ServerId, &Scorecard),
    changed: &[Period],
) -> Result<()> {
    for review in store::review::open(write, server, card.id).await? {
        if changed
            .iter()
            .any(|period| shows(card.fiscal_start, review.period, *period))
        {
            renew(write, server, review.id).await?;
        }
    }
    Ok(())
}

/// Has a board say what is so by now, half a minute after it last did.
pub(super) async fn renew(write: &mut Connection, server: ServerId, review: ReviewId) -> Result<()> {
    let Some((id, _)) = store::notice::by_key(write, server, &key(review)).await? else {
        return Ok(());
    };
    Ok(store::notice::renew_gently(write, server, id, EVERY).await?)
}

fn key(review: ReviewId) -> String {
    format!("board:{review}")
}

/// What a board says by now; nothing where its review is gone.
pub(in crate::service) async fn content(
    services: &Services,
    connection: &mut Connection,
    server: ServerId,
    board: Board,
) -> Result<Option<BoardContent>> {
    let Some((card, review)) = store::review::by_id(connection, server, board.review).await? else {
        return Ok(None);
    };
    let Some(card) = store::scorecard::by_id(connection, server, card).await? else {
        return Ok(None);
    };
    let calendar = store::calendar::of_server(connection, server).await?;
    let due_at = schedule_of(&card, review.period, &calendar).due_at;
    let values = checkin::expected(connection, server, &card, review.period).await?;
    let mut content = BoardContent {
        scorecard: card.name.clone(),
        fiscal: card.fiscal_start,
        period: review.period,
        state: review.state,
        due_at,
        expected: values.len(),
        submitted: Vec::new(),
        waiting: Vec::new(),
        late: Vec::new(),
        later: Vec::new(),
        left_out: Vec::new(),
        unexplained: Vec::new(),
    };
    let names: std::collections::HashMap<PersonId, String> = store::person::all(connection, server)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    for value in values {
        let person = names.get(&value.answers).cloned().unwrap_or_default();
        if is_unexplained(connection, server, &value).await? {
            add(&mut content.unexplained, &person, &value);
        }
        content.sort_in(&value, &person, services.now());
    }
    Ok(Some(content))
}

impl BoardContent {
    fn sort_in(&mut self, value: &Expected, person: &str, now: DateTime<Utc>) {
        let name = value.item.kpi.name.to_string();
        match &value.entry {
            Some(Entry::Number(_)) => add(&mut self.submitted, person, value),
            Some(Entry::NotApplicable { reason }) => self.left_out.push((name, reason.clone())),
            None if value.item.due_at <= now => add(&mut self.late, person, value),
            None if value.item.due_at > self.due_at => self.later.push((name, value.item.due_at)),
            None => add(&mut self.waiting, person, value),
        }
    }
}

fn add(groups: &mut Vec<Group>, person: &str, value: &Expected) {
    let name = value.item.kpi.name.to_string();
    match groups.iter_mut().find(|group| group.person == person) {
        Some(group) => group.kpis.push(name),
        None => groups.push(Group {
            person: person.to_owned(),
            kpis: vec![name],
        }),
    }
}

/// Whether a value is off target and nobody has said why.
async fn is_unexplained(connection: &mut Connection, server: ServerId, value: &Expected) -> Result<bool> {
    let number = value.entry.as_ref().and_then(Entry::number);
    let Some((rule, number)) = value.item.rule.zip(number) else {
        return Ok(false);
    };
    if rule.judge(number).status != Status::OffTarget {
        return Ok(false);
    }
    let (kpi, first_day) = (value.item.kpi.id, value.item.period.first_day());
    let revisions = store::actual::revisions(connection, server, kpi, first_day).await?;
    Ok(revisions.first().is_some_and(|newest| newest.note.is_none()))
}
