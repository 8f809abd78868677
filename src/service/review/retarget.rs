//! Targets that were changed after their period had begun, or by the KPI's own owner: what a review has to be told beside
//! its numbers. Looks only.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::cycle::taking_part;
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::kpi::Kpi;
use crate::domain::period::Period;
use crate::domain::score::Rule;
use crate::domain::target::{DatedTarget, Judged, revise, rule_in};
use crate::domain::zone;
use crate::service::{Result, scorecard};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::target::Revised;
use crate::store::{self, Connection};

/// A change of a target that a review names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retargeted {
    /// The KPI.
    pub kpi: Kpi,
    /// What its value was judged by before.
    pub before: Rule,
    /// What by since; none where it is not judged any more.
    pub after: Option<Rule>,
    /// Who changed it.
    pub by: String,
    /// They own the KPI.
    pub own: bool,
    /// When.
    pub at: DateTime<Utc>,
    /// How far the period was by then.
    pub when: Progress,
    /// Why, where they had to say.
    pub reason: Option<String>,
}

/// How far a period was when its target was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// It had not begun.
    Ahead,
    /// It had begun.
    Begun,
    /// It was over.
    Over,
}

/// What happened to the rule of a period, by one step of somebody's.
struct Change<'a> {
    period: Period,
    rules: (Rule, Option<Rule>),
    by: &'a Revised,
}

/// The changes that a review of a period names, in the scorecard's order and in that in which they were made.
pub(super) async fn of_review(
    connection: &mut Connection,
    server: ServerId,
    card: &Scorecard,
    review: Period,
) -> Result<Vec<Retargeted>> {
    let kpis = store::kpi::of_scorecard(connection, server, card.id, review.last_day()).await?;
    let ids: Vec<KpiId> = kpis.iter().map(|placed| placed.kpi.id).collect();
    let revised = store::target::revised(connection, server, &ids).await?;
    let mut named = Vec::new();
    for placed in &kpis {
        let own: Vec<&Revised> = revised.iter().filter(|revised| revised.kpi == placed.kpi.id).collect();
        let mut told: Vec<DateTime<Utc>> = Vec::new();
        for period in taking_part(placed.kpi.frequency, review, card.fiscal_start) {
            for change in changes(&own, (placed, period)) {
                if told.contains(&change.by.at) {
                    continue;
                }
                if let Some(retargeted) = retargeted(connection, server, (card, placed), &change).await? {
                    told.push(change.by.at);
                    named.push(retargeted);
                }
            }
        }
    }
    Ok(named)
}

/// The changes of a period's rule. What was set at once is one change; the first target is none.
fn changes<'a>(revised: &[&'a Revised], (placed, period): (&Placed, Period)) -> Vec<Change<'a>> {
    let judged = Judged::from(&placed.kpi);
    let rule = |targets: &[DatedTarget]| rule_in(targets, period, &judged).ok().flatten();
    let mut targets = Vec::new();
    let mut found = Vec::new();
    for step in revised.chunk_by(|one, other| one.at == other.at) {
        let before = rule(&targets);
        for revised in step {
            targets = revise(&targets, &revised.revision);
        }
        let after = rule(&targets);
        let own = |revised: &&&Revised| revised.revision.target.from == Some(period);
        if let (Some(before), Some(by)) = (before, step.iter().find(own).or(step.last()))
            && Some(before) != after
        {
            found.push(Change {
                period,
                rules: (before, after),
                by,
            });
        }
    }
    found
}

/// A change as it is told; nothing where it was made in time by somebody else than the owner.
async fn retargeted(
    connection: &mut Connection,
    server: ServerId,
    (card, placed): (&Scorecard, &Placed),
    change: &Change<'_>,
) -> Result<Option<Retargeted>> {
    let (zone, at) = (scorecard::zone_of(card), change.by.at);
    let when = if at >= zone::start_of(change.period.end_day(), zone) {
        Progress::Over
    } else if at >= change.period.starts_at(zone) {
        Progress::Begun
    } else {
        Progress::Ahead
    };
    let own = owner_on(connection, server, placed.kpi.id, zone::day_of(at, zone)).await? == Some(change.by.by);
    // An owner's change is told in the first period that it holds for.
    let first = change.by.revision.target.from == Some(change.period);
    if when == Progress::Ahead && !(own && first) {
        return Ok(None);
    }
    let by = store::person::by_id(connection, server, change.by.by).await?;
    Ok(Some(Retargeted {
        kpi: placed.kpi.clone(),
        before: change.rules.0,
        after: change.rules.1,
        by: by.map(|person| person.name).unwrap_or_default(),
        own,
        at,
        when,
        reason: change.by.reason.clone(),
    }))
}

/// Who owned a KPI on a day.
async fn owner_on(
    connection: &mut Connection,
    server: ServerId,
    kpi: KpiId,
    day: chrono::NaiveDate,
) -> Result<Option<PersonId>> {
    let placed = store::kpi::by_id(connection, server, kpi, day).await?;
    Ok(placed.and_then(|placed| placed.owner))
}
