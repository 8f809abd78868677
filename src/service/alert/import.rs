//! What an import means for the team channels: one message a channel, however many KPIs slip or recover.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{AlertContent, Answer, Outcome, Said, act, content, effect, wait};
use crate::domain::alert::{AlertKind, AlertState, Effect};
use crate::domain::id::{AlertId, DraftId, PersonId, ScorecardId};
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::score::{Rule, Status};
use crate::domain::scorecard::Visibility;
use crate::domain::value::Entry;
use crate::service::actual::{Held, Ledger};
use crate::service::notice::{self, Span, Stored};
use crate::service::{Actor, Result, Services};
use crate::store::alert::OpenAlert;
use crate::store::notice::Destination;
use crate::store::person::Person;
use crate::store::{self, Connection};

/// The most KPIs a message lists.
const LISTED: usize = 100;

/// How many KPIs the team channels hear of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportTold {
    /// Went off target.
    pub slipped: usize,
    /// Are on target again.
    pub recovered: usize,
}

/// What an import made of the KPIs of a channel, as it stood then.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportAlerts {
    /// The KPIs that went off target, the first of them.
    pub slipped: Vec<ImportAlert>,
    /// How many more there are.
    pub slipped_more: usize,
    /// The KPIs that are on target again, the first of them.
    pub recovered: Vec<ImportAlert>,
    /// How many more there are.
    pub recovered_more: usize,
}

/// One KPI that an import moved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportAlert {
    /// Its alert.
    pub alert: AlertId,
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
    /// The owner's name and Discord user id.
    pub owner: Option<(String, Option<i64>)>,
    /// What somebody answered.
    #[serde(default)]
    pub answer: Option<Answer>,
    /// What it is judged by now, where that withdrew it.
    #[serde(default)]
    pub retargeted: Option<Rule>,
}

impl ImportAlerts {
    /// Whether there is nothing to say unless it was said before.
    #[must_use]
    pub fn is_pointless(&self) -> bool {
        let open = self.slipped.iter().any(|alert| alert.outcome == Outcome::Open);
        !open && self.slipped_more == 0 && self.recovered.is_empty()
    }

    /// Marks a slip with how it ended.
    pub(super) fn end(&mut self, id: AlertId, (outcome, retargeted): (Outcome, Option<Rule>)) {
        if let Some(alert) = self.slipped.iter_mut().find(|alert| alert.alert == id) {
            alert.outcome = outcome;
            alert.retargeted = retargeted;
        }
    }

    /// Notes what was answered to a slip.
    pub(super) fn answer(&mut self, id: AlertId, answer: Option<Answer>) {
        if let Some(alert) = self.slipped.iter_mut().find(|alert| alert.alert == id) {
            alert.answer = answer;
        }
    }

    /// Gives a slip other numbers.
    pub(super) fn restate(&mut self, content: &AlertContent) {
        if let Some(alert) = self.slipped.iter_mut().find(|alert| alert.kpi.id == content.kpi.id) {
            alert.period = content.period;
            alert.value = content.value;
            alert.status = content.status;
            alert.rule = content.rule;
        }
    }
}

/// A KPI whose newest ended period an import changed.
pub(in crate::service) struct Moved {
    /// The KPI as it stands after the import.
    pub after: Ledger,
    /// The period.
    pub period: Period,
    /// What held in it before.
    pub before: Option<Entry>,
    /// What was said with the value.
    pub note: Option<String>,
}

impl Moved {
    /// The KPI as if everything but this value had been entered, so that its status before is that of the period before.
    fn without(&self) -> Ledger {
        let mut before = self.after.clone();
        match &self.before {
            Some(entry) => before.actuals.insert(self.period, entry.clone()),
            None => before.actuals.remove(&self.period),
        };
        before
    }
}

/// A transition that a channel is told.
struct Transition {
    moved: Moved,
    effect: Effect,
    open: Option<OpenAlert>,
}

/// Decides what an import means, and writes it down to be said: an alert of its own where a channel has one, else a list.
pub(in crate::service) async fn follow_import(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (moved, draft): (Vec<Moved>, DraftId),
) -> Result<ImportTold> {
    let mut told = ImportTold::default();
    // What is private is told apart from what else is said in its channel.
    let mut channels: BTreeMap<(Option<i64>, Option<ScorecardId>), Vec<Transition>> = BTreeMap::new();
    for moved in moved {
        let open = store::alert::open_of_kpi(write, actor.server, moved.after.kpi().id, AlertKind::OffTarget).await?;
        let effect = effect(
            services,
            (&moved.without(), &moved.after),
            (moved.period, moved.note.as_deref()),
            open,
        );
        let card = &moved.after.card;
        let private = (card.visibility == Visibility::Private).then_some(card.id);
        let channel = (card.channel, private);
        let transition = Transition { moved, effect, open };
        match effect {
            Effect::Nothing | Effect::Close | Effect::Wake | Effect::Remind => {}
            Effect::Edit | Effect::Withdraw => alone(services, write, actor, transition).await?,
            Effect::Open | Effect::Recover => {
                let heard = usize::from(channel.0.is_some());
                let recovered = effect == Effect::Recover;
                *(if recovered {
                    &mut told.recovered
                } else {
                    &mut told.slipped
                }) += heard;
                channels.entry(channel).or_default().push(transition);
            }
        }
    }
    let people = store::person::all(write, actor.server).await?;
    let people = people.into_iter().map(|person| (person.id, person)).collect();
    for ((channel, private), mut transitions) in channels {
        match (channel, transitions.len()) {
            (Some(channel), 2..) => {
                let apart = private.map_or_else(String::new, |card| format!(":{card}"));
                let key = format!("import:{draft}:{channel}{apart}");
                list(services, write, actor, (transitions, channel, &key), &people).await?;
            }
            _ => {
                for transition in transitions.drain(..) {
                    alone(services, write, actor, transition).await?;
                }
            }
        }
    }
    Ok(told)
}

async fn alone(services: &Services, write: &mut Connection, actor: &Actor, transition: Transition) -> Result<()> {
    let Transition { moved, effect, open } = transition;
    let by = actor.person;
    let said = moved.note.as_deref().map(|note| Said { note, by });
    let content = content(
        write,
        actor,
        &moved.after,
        (moved.after.held(moved.period), said, services.now()),
    )
    .await?;
    act(services, write, actor, &moved.after, (effect, open, content)).await?;
    Ok(())
}

type People = HashMap<PersonId, Person>;

async fn list(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (transitions, channel, key): (Vec<Transition>, i64, &str),
    people: &People,
) -> Result<()> {
    let now = services.now();
    let card = transitions.first().map(|first| first.moved.after.card.id);
    let (mut slipped, mut recovered) = (Vec::new(), Vec::new());
    for Transition { moved, effect, open } in transitions {
        if let (Effect::Recover, Some(open)) = (effect, open) {
            store::alert::end(write, actor.server, open.id, AlertState::Resolved, now).await?;
            recovered.extend(line(&moved, (open.id, Outcome::Resolved), people));
        } else {
            let (kpi, first_day) = (moved.after.kpi().id, moved.period.first_day());
            let alert = store::alert::insert(write, actor.server, (kpi, AlertKind::OffTarget), first_day, now).await?;
            slipped.extend(line(&moved, (alert, Outcome::Open), people));
        }
    }
    let opened: Vec<AlertId> = slipped.iter().map(|alert: &ImportAlert| alert.alert).collect();
    let more = |alerts: &mut Vec<ImportAlert>| {
        let more = alerts.len().saturating_sub(LISTED);
        alerts.truncate(LISTED);
        more
    };
    let (slipped_more, recovered_more) = (more(&mut slipped), more(&mut recovered));
    let stored = ImportAlerts {
        slipped,
        slipped_more,
        recovered,
        recovered_more,
    };
    let stored = Stored::ImportAlerts(Box::new(stored));
    let due_at = now + wait(write, actor).await?;
    let to = card.map_or(Destination::Channel(channel), |card| Destination::Team(card, channel));
    let span = Span::from(now, due_at);
    let (said, _) = notice::write(write, actor.server, key, (to, &stored), span).await?;
    for alert in opened {
        store::alert::set_notice(write, actor.server, alert, said).await?;
    }
    Ok(())
}

/// What there is to say about a KPI; a transition always has a judged number.
fn line(moved: &Moved, (alert, outcome): (AlertId, Outcome), people: &People) -> Option<ImportAlert> {
    let ledger = &moved.after;
    let Held {
        period,
        entry,
        judgement,
        rule,
    } = ledger.held(moved.period)?;
    let here = |person: &PersonId| people.get(person).is_some_and(|person| !person.left);
    let (owner, deputy) = (ledger.placed.owner, ledger.placed.deputy);
    let in_turn = owner.into_iter().chain(deputy).chain([ledger.card.manager]);
    let called = owner.and_then(|owner| in_turn.clone().find(here).or(Some(owner)));
    let owner = called.and_then(|person| people.get(&person));
    Some(ImportAlert {
        retargeted: None,
        alert,
        outcome,
        kpi: ledger.kpi().clone(),
        fiscal: ledger.card.fiscal_start,
        scorecard: ledger.card.name.clone(),
        period,
        value: entry.number()?,
        status: judgement?.status,
        rule: rule?,
        owner: owner.map(|owner| (owner.name.clone(), owner.user)),
        answer: None,
    })
}
