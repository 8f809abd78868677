//! When the steps of a scorecard's reviews are taken: shown with the next periods' instants before a change is saved.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{first_review, rules_of, schedule_with};
use crate::domain::audit::{Subject, Verb, between};
use crate::domain::cycle::{BusinessCalendar, CycleRules, Schedule, When};
use crate::domain::id::{DraftId, ScorecardId};
use crate::domain::period::Period;
use crate::service::audit::{self, Entry, facts};
use crate::service::{Actor, Error, Invalid, NotFound, Noun, Result, Services, access, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How many periods a change is shown for.
const SHOWN: usize = 3;

/// How many periods a change must work for.
const CHECKED: usize = 60;

/// How long a change waits for its second press.
const WAIT: TimeDelta = TimeDelta::minutes(30);

/// What kind of draft it is.
const KIND: &str = "schedule-1";

/// What somebody gives to change a schedule, as typed: a day after the period's end and a local time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// When owners are asked.
    pub prompt: Option<&'a str>,
    /// When values are due.
    pub due: Option<&'a str>,
    /// When the digest is posted.
    pub digest: Option<&'a str>,
    /// Whether it is posted as soon as everything is in.
    pub early: Option<bool>,
    /// When the meeting is; `none` for no meeting.
    pub meeting: Option<&'a str>,
}

/// A schedule and the instants it means.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The scorecard.
    pub card: Scorecard,
    /// The rules as they are.
    pub before: CycleRules,
    /// The rules as they would be; the same where nothing is to change.
    pub after: CycleRules,
    /// The instants of the next periods.
    pub next: Vec<Schedule>,
    /// What waits for a second press; none where nothing is to change.
    pub draft: Option<DraftId>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    card: ScorecardId,
    rules: CycleRules,
}

/// Shows when the steps of a scorecard's reviews are taken, or would be after a change, which waits for a second press.
pub async fn plan(
    services: &Services,
    actor: &Actor,
    (typed, channel): (Option<&str>, Option<i64>),
    wanted: Wanted<'_>,
) -> Result<Planned> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, actor, typed, channel).await?;
    let before = rules_of(&card);
    let after = changed(before, wanted)?;
    let calendar = store::calendar::of_server(&mut reader, actor.server).await?;
    let next = coming(services, &card, &after, &calendar);
    let mut planned = Planned {
        card,
        before,
        after,
        next: next.iter().take(SHOWN).copied().collect(),
        draft: None,
    };
    if before == after {
        return Ok(planned);
    }
    access::manage(&mut reader, actor, &planned.card).await?;
    drop(reader);
    if let Some(wrong) = next.iter().find(|schedule| !schedule.is_ordered()) {
        return Err(Invalid::ScheduleOrder { period: wrong.period }.into());
    }
    let kept = serde_json::to_string(&Kept {
        card: planned.card.id,
        rules: after,
    })?;
    let (now, owner) = (services.now(), (actor.server, actor.person));
    let mut write = services.write().await?;
    planned.draft = Some(store::draft::insert(&mut write, owner, KIND, &kept, (now, now + WAIT)).await?);
    services.keep(write).await?;
    Ok(planned)
}

/// Saves a schedule that was shown before.
pub async fn save(services: &Services, actor: &Actor, draft: DraftId) -> Result<Planned> {
    let mut write = services.write().await?;
    let kept = take(services, &mut write, actor, draft).await?;
    let mut card = access::scorecard_by_id(&mut write, actor, kept.card).await?;
    access::manage(&mut write, actor, &card).await?;
    let before = rules_of(&card);
    store::scorecard::set_cycle_rules(&mut write, actor.server, card.id, kept.rules).await?;
    store::scorecard::set_next_step(&mut write, actor.server, card.id, services.now()).await?;
    let entry = Entry::new(Verb::Changed, Subject::Scorecard, (Some(card.id.get()), &card.name)).within(card.id);
    let changes = between(&facts::schedule(&before), &facts::schedule(&kept.rules));
    audit::record(services, &mut write, actor, entry.with(changes)).await?;
    card.cycle_rules = Some(kept.rules);
    let calendar = store::calendar::of_server(&mut write, actor.server).await?;
    let next = coming(services, &card, &kept.rules, &calendar);
    services.keep_cycle(write).await?;
    Ok(Planned {
        card,
        before,
        after: kept.rules,
        next: next.into_iter().take(SHOWN).collect(),
        draft: None,
    })
}

async fn take(services: &Services, write: &mut Connection, actor: &Actor, draft: DraftId) -> Result<Kept> {
    let owner = (actor.server, actor.person);
    let payload = store::draft::take(write, owner, draft, KIND, services.now()).await?;
    let payload = payload.ok_or_else(|| {
        Error::from(NotFound {
            noun: Noun::Draft,
            typed: String::new(),
            close: Vec::new(),
        })
    })?;
    Ok(serde_json::from_str(&payload)?)
}

fn changed(mut rules: CycleRules, wanted: Wanted<'_>) -> Result<CycleRules> {
    for (typed, kept) in [
        (wanted.prompt, &mut rules.prompt),
        (wanted.due, &mut rules.due),
        (wanted.digest, &mut rules.digest),
    ] {
        if let Some(typed) = typed {
            *kept = when(typed)?;
        }
    }
    rules.early = wanted.early.unwrap_or(rules.early);
    rules.meeting = match wanted.meeting {
        Some(typed) if typed.trim().eq_ignore_ascii_case("none") => None,
        Some(typed) => Some(when(typed)?),
        None => rules.meeting,
    };
    Ok(rules)
}

fn when(typed: &str) -> Result<When> {
    let read = typed.parse::<When>();
    Ok(read.map_err(|error| Invalid::When { typed: error.read })?)
}

/// The instants of the reviews that are still to come, the running period's first.
fn coming(services: &Services, card: &Scorecard, rules: &CycleRules, calendar: &BusinessCalendar) -> Vec<Schedule> {
    let zone = scorecard::zone_of(card);
    let first = first_review(card.created_at, zone, card.review_cycle, card.fiscal_start);
    let running = Period::running(card.review_cycle, services.now(), zone, card.fiscal_start);
    std::iter::successors(Some(first.max(running)), |period| Some(period.next()))
        .take(CHECKED)
        .map(|period| schedule_with(card, rules, period, calendar))
        .collect()
}
