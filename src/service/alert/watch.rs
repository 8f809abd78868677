//! What a review finds beside its numbers, once with its digest: alerts that nobody has answered, KPIs whose year will
//! miss its target, links of the strategy map that do not hold. Nothing of it is looked for between reviews.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::overdue::Overdue;
use super::pace::pace;
use crate::domain::alert::{AlertKind, Effect, Event, LONG, fails, step};
use crate::domain::id::{AlertId, KpiId, ObjectiveId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::outlook::Outlook;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::reading::{Asked, View};
use crate::domain::score::Status;
use crate::service::notice::{self, Span, Stored};
use crate::service::summary::{Contents, build};
use crate::service::{Result, Services, person, scorecard};
use crate::store::alert::OpenAlert;
use crate::store::notice::Destination;
use crate::store::objective::Drive;
use crate::store::review::Review;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What a review found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WatchContent {
    /// The period of the review.
    pub period: Period,
    /// How fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The KPIs that went off target before it and still are, and that nobody has answered for.
    pub unanswered: Vec<Unanswered>,
    /// The KPIs whose outlook misses the year's target by now.
    pub off_pace: Vec<(Kpi, Outlook)>,
    /// Those whose outlook does not any more.
    pub on_pace: Vec<(Kpi, Outlook)>,
    /// What drives what, where the cause is good for long and the effect is off target all the same.
    pub failing: Vec<(String, String)>,
    /// Such links whose effect is not off target any more.
    pub holding: Vec<(String, String)>,
    /// The alerts that can be answered, with what each is about.
    #[serde(default)]
    pub alerts: Vec<(AlertId, String)>,
    /// The values that were overdue when it was said.
    #[serde(default)]
    pub missing: Vec<Overdue>,
    /// The value that caused it was corrected.
    #[serde(default)]
    pub withdrawn: bool,
}

/// A KPI that went off target and that nobody has answered for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// Its name.
    pub kpi: String,
    /// The period in which it slipped.
    pub since: Period,
    /// The owner's name and Discord user id.
    pub owner: Option<(String, Option<i64>)>,
}

impl WatchContent {
    /// Nothing was found in a period.
    pub(super) fn none(period: Period, fiscal: FiscalStart) -> Self {
        Self {
            period,
            fiscal,
            unanswered: Vec::new(),
            off_pace: Vec::new(),
            on_pace: Vec::new(),
            failing: Vec::new(),
            holding: Vec::new(),
            alerts: Vec::new(),
            missing: Vec::new(),
            withdrawn: false,
        }
    }

    /// Whether there is nothing to say unless it was said before.
    #[must_use]
    pub fn is_pointless(&self) -> bool {
        let came = !self.missing.is_empty() && self.missing.iter().all(|value| value.came);
        self.withdrawn || came
    }

    fn is_empty(&self) -> bool {
        self.unanswered.is_empty()
            && self.off_pace.is_empty()
            && self.on_pace.is_empty()
            && self.failing.is_empty()
            && self.holding.is_empty()
    }
}

/// Looks at what is open with the digest of a review, and says what it found, if anything.
pub(in crate::service) async fn watch(
    services: &Services,
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    span: Span,
) -> Result<()> {
    let now = services.now();
    let contents = Contents::load(write, server, card, review.period.last_day()).await?;
    let mut found = WatchContent::none(review.period, card.fiscal_start);
    unanswered(write, (server, card, review), &contents, (now, &mut found)).await?;
    pace(write, (server, card, review), &contents, (now, &mut found)).await?;
    links(write, (server, card, review), &contents, (now, &mut found)).await?;
    let Some(channel) = card.channel.filter(|_| !found.is_empty()) else {
        return Ok(());
    };
    let (to, key) = (Destination::Team(card.id, channel), format!("watch:{}", review.id));
    notice::write(write, server, &key, (to, &Stored::Watch(Box::new(found))), span).await?;
    Ok(())
}

pub(super) fn asked(card: &Scorecard, period: Period, view: View, now: DateTime<Utc>) -> Asked {
    Asked {
        period,
        view,
        now,
        zone: scorecard::zone_of(card),
        fiscal: card.fiscal_start,
    }
}

async fn unanswered(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    contents: &Contents,
    (now, said): (DateTime<Utc>, &mut WatchContent),
) -> Result<()> {
    let ids: Vec<KpiId> = contents.kpis.iter().map(|placed| placed.kpi.id).collect();
    let asked = asked(card, review.period, View::Period, now);
    for alert in store::alert::of_kpis(write, server, &ids).await? {
        let remind = step(Some(alert.state), Event::Reviewed).1 == Effect::Remind;
        let Some(placed) = contents.kpis.iter().find(|placed| Some(placed.kpi.id) == alert.kpi) else {
            continue;
        };
        let earlier = alert.kind == AlertKind::OffTarget && alert.first_day < review.period.first_day();
        let red = contents.read(placed, &asked).status() == Some(Status::OffTarget);
        let Some(since) = Period::starting(placed.kpi.frequency, alert.first_day) else {
            continue;
        };
        if remind && earlier && red {
            let owner = person::owner(write, server, (placed, card.manager)).await?;
            said.alerts.push((alert.id, placed.kpi.name.to_string()));
            said.unanswered.push(Unanswered {
                kpi: placed.kpi.name.to_string(),
                since,
                owner: owner.map(|owner| (owner.name, owner.user)),
            });
        }
    }
    Ok(())
}

/// Ends an alert where an event does; gives what else is to be done.
pub(super) async fn apply(
    write: &mut Connection,
    server: ServerId,
    open: Option<OpenAlert>,
    event: Event,
    now: DateTime<Utc>,
) -> Result<Effect> {
    let (state, effect) = step(open.map(|open| open.state), event);
    if let (Some(open), Some(state)) = (open, state)
        && !state.is_open()
    {
        store::alert::end(write, server, open.id, state, now).await?;
    }
    Ok(effect)
}

/// Opens and ends the alerts about links whose cause is good for long while their effect is off target.
async fn links(
    write: &mut Connection,
    (server, card, review): (ServerId, &Scorecard, &Review),
    contents: &Contents,
    (now, found): (DateTime<Utc>, &mut WatchContent),
) -> Result<()> {
    let name = |id: ObjectiveId| {
        let objective = contents.objectives.iter().find(|objective| objective.id == id);
        objective.map(|objective| objective.name.clone())
    };
    let mut known: HashMap<Period, HashMap<ObjectiveId, Status>> = HashMap::new();
    let drives = store::objective::drives_within(write, server, card.id).await?;
    for Drive { cause, effect, lag } in drives {
        let (Some(from), Some(to)) = (name(cause), name(effect)) else {
            continue;
        };
        let mut seen = Vec::new();
        let lag = usize::try_from(lag).unwrap_or_default();
        let back = std::iter::successors(Some(review.period), |period| Some(period.prev()));
        let of_cause = back.skip(lag).take(LONG);
        for (period, objective) in std::iter::once((review.period, effect)).chain(of_cause.map(|it| (it, cause))) {
            if let Entry::Vacant(unknown) = known.entry(period) {
                let summary = build(write, server, card, (period, View::Period), now).await?;
                let objectives = summary
                    .perspectives
                    .iter()
                    .flat_map(|perspective| &perspective.objectives);
                let all = objectives.map(|objective| (objective.id, objective.result.status));
                unknown.insert(all.collect());
            }
            seen.push(known.get(&period).and_then(|all| all.get(&objective)).copied());
            if seen[0] != Some(Status::OffTarget) {
                break;
            }
        }
        let open = store::alert::open_of_link(write, server, (cause, effect)).await?;
        let event = match (fails(seen[0], &seen[1..]), open) {
            (true, None) => Event::Slipped,
            (true, Some(_)) => Event::Moved,
            (false, _) => Event::Recovered,
        };
        match apply(write, server, open, event, now).await? {
            Effect::Open => {
                let first_day = review.period.first_day();
                let id = store::alert::insert_link(write, server, (cause, effect), first_day, now).await?;
                found.alerts.push((id, format!("{from} → {to}")));
                found.failing.push((from, to));
            }
            Effect::Recover => found.holding.push((from, to)),
            _ => {}
        }
    }
    Ok(())
}
