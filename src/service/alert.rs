//! Alerts: what a change of a value means for the team channel, and what people answer. Called by `actual`, `import`
//! and the doors.

mod answer;
mod content;
mod find;
mod import;
mod overdue;
mod pace;
mod recovery;
mod say;
mod wake;
mod watch;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::actual::{Held, Ledger};
use super::notice::Stored;
use super::trend::Trend;
use super::{Actor, Result, Services};
use crate::domain::alert::{AlertKind, AlertState, Change, Effect, ValueChange, event, step};
use crate::domain::id::AlertId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Rule, Status};
use crate::store::alert::OpenAlert;
use crate::store::{self, Connection};

pub use answer::{Answering, acknowledge, begin, snooze};
use content::{Said, content, earlier};
pub use find::{Listed, list, offered, one};
pub use import::{ImportAlert, ImportAlerts, ImportTold};
pub(super) use import::{Moved, follow_import};
pub use overdue::Overdue;
pub(super) use overdue::{Telling, came_in, overdue};
pub(super) use pace::follow_pace;
pub(super) use say::{end_archived, reopen_archived, touched};
use say::{finish_as, restate, say};
pub(super) use wake::next_event_at;
pub use wake::wake_due;
pub(super) use watch::watch;
pub use watch::{Unanswered, WatchContent};

/// What the team channel is told because of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// That the KPI went off target.
    OffTarget,
    /// That it is on target again.
    Recovered,
    /// That the open alert has other numbers now.
    Changed,
    /// That the slip was taken back.
    Withdrawn,
}

/// What became of a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The KPI is off target.
    Open,
    /// It is on target again.
    Resolved,
    /// The value was corrected: it never was off target.
    Withdrawn,
    /// By the target it has now it never was off target.
    Retargeted,
    /// The KPI went out of use.
    Archived,
}

/// What an alert says, as it stood when it was caused.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AlertContent {
    /// How it stands.
    pub outcome: Outcome,
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The scorecard's name.
    pub scorecard: String,
    /// The period.
    pub period: Period,
    /// Its value.
    pub value: Decimal,
    /// Its status.
    pub status: Status,
    /// What it was judged by.
    pub rule: Rule,
    /// The last periods, the oldest first.
    pub trend: Vec<(Period, Option<Decimal>)>,
    /// The owner's name and Discord user id.
    pub owner: Option<(String, Option<i64>)>,
    /// What was said with the value.
    pub note: Option<String>,
    /// Who said it; none in alerts that were kept before this was.
    #[serde(default)]
    pub note_by: Option<String>,
    /// What the KPI's objective drives.
    pub drives: Vec<String>,
    /// What it is judged by now, where that withdrew it.
    #[serde(default)]
    pub retargeted: Option<Rule>,
    /// The alert; none in those that were kept before people could answer.
    #[serde(default)]
    pub alert: Option<AlertId>,
    /// What somebody answered.
    #[serde(default)]
    pub answer: Option<Answer>,
    /// What is being done about the KPI and its objective.
    #[serde(default)]
    pub initiatives: Vec<super::initiative::Told>,
    /// Its last periods in full, for the picture; none in alerts that were kept before this was.
    #[serde(default)]
    pub chart: Option<Box<Trend>>,
}

/// What somebody answered to an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Who.
    pub by: String,
    /// In words.
    pub comment: Option<String>,
    /// The day on which it ends by itself.
    pub until: Option<NaiveDate>,
    /// They want to hear of it later, and have not said that they deal with it.
    pub snoozed: bool,
}

impl AlertContent {
    /// Whether there is nothing to say unless it was said before.
    #[must_use]
    pub fn is_pointless(&self) -> bool {
        self.outcome != Outcome::Open
    }

    /// Whether it was taken back.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.outcome == Outcome::Withdrawn
    }
}

/// Decides what a change of a value means, and writes it down to be said.
pub(super) async fn follow(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (before, after): (&Ledger, &Ledger),
    (period, note): (Period, Option<&str>),
) -> Result<Told> {
    let mut open = store::alert::open_of_kpi(write, actor.server, after.kpi().id, AlertKind::OffTarget).await?;
    if open.is_none() && period == after.last_ended(services.now()) {
        let status = status(after.held(period));
        open = recovery::reopen(write, actor, after, (period, status)).await?;
    }
    let effect = effect(services, (before, after), (period, note), open);
    let by = actor.person;
    let said = note.map(|note| Said { note, by });
    let mut content = content(write, actor, after, (after.held(period), said, services.now())).await?;
    if content.is_none() && effect == Effect::Edit {
        content = earlier(write, actor, after, (period, services.now())).await?;
    }
    // The same value under another rule: it is the target that was corrected.
    let unchanged = before.actuals.get(&period) == after.actuals.get(&period);
    if let (Effect::Withdraw, Some(open), true) = (effect, open, unchanged) {
        return withdraw(write, actor, open, (after.rule(period), services.now())).await;
    }
    act(services, write, actor, after, (effect, open, content)).await
}

/// Withdraws an alert: its value was corrected, or it has another target by now, which is named.
async fn withdraw(
    write: &mut Connection,
    actor: &Actor,
    open: OpenAlert,
    (retargeted, now): (Option<Rule>, DateTime<Utc>),
) -> Result<Told> {
    store::alert::end(write, actor.server, open.id, AlertState::Withdrawn, now).await?;
    let outcome = retargeted.map_or(Outcome::Withdrawn, |_| Outcome::Retargeted);
    finish_as(write, actor, open, (outcome, retargeted)).await?;
    Ok(Told::Withdrawn)
}

fn status(held: Option<Held>) -> Option<Status> {
    held.and_then(|held| held.judgement).map(|judgement| judgement.status)
}

/// The period whose value speaks for a KPI: its newest ended one. Where nothing came after the period that opened its
/// alert, that one still does, so that a correction is told however late it comes.
fn speaking(ledger: &Ledger, last_ended: Period, opened_by: Option<Period>) -> Period {
    opened_by
        .filter(|opened| *opened < last_ended && ledger.actuals.range(opened.next()..=last_ended).next().is_none())
        .unwrap_or(last_ended)
}

/// What is to be done with a KPI's alert when a value changes.
fn effect(
    services: &Services,
    (before, after): (&Ledger, &Ledger),
    (period, note): (Period, Option<&str>),
    open: Option<OpenAlert>,
) -> Effect {
    let opened_by = open.and_then(|alert| Period::starting(after.kpi().frequency, alert.first_day));
    let last_ended = after.last_ended(services.now());
    let newest_ended = match speaking(after, last_ended, opened_by) {
        speaking if speaking == period => speaking,
        _ => last_ended,
    };
    let entry = |ledger: &Ledger| ledger.actuals.get(&period).cloned();
    let change = Change {
        period,
        newest_ended,
        before: status(before.held(period)).or_else(|| status(before.held(period.prev()))),
        after: status(after.held(period)).unwrap_or(Status::NoData),
        // A note belongs to what the team reads, and a target to what it means, so they count as a change.
        value: if entry(before) == entry(after) && before.rule(period) == after.rule(period) && note.is_none() {
            ValueChange::Same
        } else {
            ValueChange::Changed
        },
    };
    step(open.map(|open| open.state), event(&change, opened_by)).1
}

async fn act(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (effect, open, content): (Effect, Option<OpenAlert>, Option<AlertContent>),
) -> Result<Told> {
    let now = services.now();
    match (effect, open, content) {
        (Effect::Open, _, Some(mut content)) => {
            let (first_day, about) = (content.period.first_day(), (ledger.kpi().id, AlertKind::OffTarget));
            let alert = store::alert::insert(write, actor.server, about, first_day, now).await?;
            content.alert = Some(alert);
            let due_at = now + wait(write, actor).await?;
            let key = format!("alert:{alert}");
            let said = say(
                write,
                actor,
                ledger,
                (&key, &Stored::Alert(Box::new(content))),
                (now, due_at),
            )
            .await?;
            if let Some(said) = said {
                store::alert::set_notice(write, actor.server, alert, said).await?;
            }
            Ok(if said.is_some() { Told::OffTarget } else { Told::Nothing })
        }
        (Effect::Recover, Some(open), Some(content)) => {
            let due_at = now + wait(write, actor).await?;
            recovery::recover(write, actor, ledger, (open, content), (now, due_at)).await
        }
        (Effect::Edit, Some(open), Some(content)) if open.notice.is_some() => {
            restate(write, actor, open, content).await?;
            Ok(Told::Changed)
        }
        (Effect::Withdraw, Some(open), _) => withdraw(write, actor, open, (None, now)).await,
        _ => Ok(Told::Nothing),
    }
}

/// How long an alert waits, so that an undone typo says nothing.
async fn wait(connection: &mut Connection, actor: &Actor) -> Result<TimeDelta> {
    let server = store::server::by_id(connection, actor.server).await?;
    Ok(TimeDelta::seconds(server.map_or(60, |server| server.alert_wait_s)))
}
