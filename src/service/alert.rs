//! Off-target alerts: what a change of a value means for the team channel. Called by `actual` and `import`.

mod content;
mod import;
mod recovery;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::actual::{Held, Ledger};
use super::notice::{self, Span, Stored};
use super::{Actor, Result, Services};
use crate::domain::alert::{Change, Decision, ValueChange, decide};
use crate::domain::id::{KpiId, NoticeId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Rule, Status};
use crate::store::alert::OpenAlert;
use crate::store::notice::Destination;
use crate::store::{self, Connection};

use content::{Said, content, earlier};
pub use import::{ImportAlert, ImportAlerts, ImportTold};
pub(super) use import::{Moved, follow_import};

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
    let mut open = store::alert::open_of_kpi(write, actor.server, after.kpi().id).await?;
    if open.is_none() && period == after.last_ended(services.now()) {
        let status = status(after.held(period));
        open = recovery::reopen(write, actor, after, (period, status)).await?;
    }
    let decision = decision(services, (before, after), (period, note), open);
    let by = actor.person;
    let said = note.map(|note| Said { note, by });
    let mut content = content(write, actor, after, (after.held(period), said)).await?;
    if content.is_none() && decision == Decision::EditStillOpen {
        content = earlier(write, actor, after, period).await?;
    }
    act(services, write, actor, after, (decision, open, content)).await
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
fn decision(
    services: &Services,
    (before, after): (&Ledger, &Ledger),
    (period, note): (Period, Option<&str>),
    open: Option<OpenAlert>,
) -> Decision {
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
    decide(&change, opened_by)
}

async fn act(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (decision, open, content): (Decision, Option<OpenAlert>, Option<AlertContent>),
) -> Result<Told> {
    let now = services.now();
    match (decision, open, content) {
        (Decision::Open, _, Some(content)) => {
            let first_day = content.period.first_day();
            let alert = store::alert::insert(write, actor.server, ledger.kpi().id, first_day, now).await?;
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
        (Decision::Recover, Some(open), Some(content)) => {
            let due_at = now + wait(write, actor).await?;
            recovery::recover(write, actor, ledger, (open, content), (now, due_at)).await
        }
        (Decision::EditStillOpen, Some(OpenAlert { notice: Some(said), .. }), Some(content)) => {
            restate(write, actor, said, content).await?;
            Ok(Told::Changed)
        }
        (Decision::Withdraw, Some(open), _) => {
            store::alert::end(write, actor.server, open.id, "withdrawn", now).await?;
            finish(write, actor, open, Outcome::Withdrawn).await?;
            Ok(Told::Withdrawn)
        }
        _ => Ok(Told::Nothing),
    }
}

/// Ends the alert of a KPI that goes out of use, without a new message.
pub(super) async fn end_archived(services: &Services, write: &mut Connection, actor: &Actor, kpi: KpiId) -> Result<()> {
    let Some(open) = store::alert::open_of_kpi(write, actor.server, kpi).await? else {
        return Ok(());
    };
    store::alert::end(write, actor.server, open.id, "withdrawn", services.now()).await?;
    finish(write, actor, open, Outcome::Archived).await
}

/// The alert keeps the numbers it was said with, marked with how it ended.
async fn finish(write: &mut Connection, actor: &Actor, open: OpenAlert, outcome: Outcome) -> Result<()> {
    let Some(said) = open.notice else {
        return Ok(());
    };
    match stored(write, actor, said).await? {
        Some(Stored::Alert(mut content)) => {
            content.outcome = outcome;
            notice::rewrite(write, actor.server, said, &Stored::Alert(content)).await
        }
        Some(Stored::ImportAlerts(mut list)) => {
            list.end(open.id, outcome);
            notice::rewrite(write, actor.server, said, &Stored::ImportAlerts(list)).await
        }
        _ => Ok(()),
    }
}

/// The alert has other numbers now.
async fn restate(write: &mut Connection, actor: &Actor, said: NoticeId, content: AlertContent) -> Result<()> {
    let restated = match stored(write, actor, said).await? {
        Some(Stored::ImportAlerts(mut list)) => {
            list.restate(&content);
            Stored::ImportAlerts(list)
        }
        _ => Stored::Alert(Box::new(content)),
    };
    notice::rewrite(write, actor.server, said, &restated).await
}

async fn stored(connection: &mut Connection, actor: &Actor, id: NoticeId) -> Result<Option<Stored>> {
    let payload = store::notice::by_id(connection, actor.server, id).await?;
    Ok(payload.map(|payload| serde_json::from_str(&payload)).transpose()?)
}

async fn say(
    write: &mut Connection,
    actor: &Actor,
    ledger: &Ledger,
    (key, stored): (&str, &Stored),
    (now, due_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Option<NoticeId>> {
    let Some(channel) = ledger.card.channel else {
        return Ok(None);
    };
    let to = Destination::Team(ledger.card.id, channel);
    let span = Span::from(now, due_at);
    Ok(Some(
        notice::write(write, actor.server, key, (to, stored), span).await?.0,
    ))
}

/// How long an alert waits, so that an undone typo says nothing.
async fn wait(connection: &mut Connection, actor: &Actor) -> Result<TimeDelta> {
    let server = store::server::by_id(connection, actor.server).await?;
    Ok(TimeDelta::seconds(server.map_or(60, |server| server.alert_wait_s)))
}
