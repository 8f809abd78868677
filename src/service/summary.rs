//! The perspective summary: a scorecard's numbers in one period, as every reader sees them. Also what digests show and
//! what a close publishes.

mod compute;
mod dive;
mod feed;
mod history;
mod line;
mod load;
mod objective;
mod outlook;
mod people;
mod post;
mod published;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::formula::Lack;
use super::{Actor, Invalid, Result, Services, access, scorecard};
use crate::domain::id::{ObjectiveId, PerspectiveId, ScorecardId};
use crate::domain::kpi::Kpi;
use crate::domain::outlook::Outlook;
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::reading::View;
use crate::domain::rollup::Rollup;
use crate::domain::score::{Rule, Status};

pub(super) use compute::{Computed, build, compute, result};
pub use history::{History, with_history};
pub(super) use load::Contents;
pub use objective::{Arrow, ObjectiveSummary};
pub use post::{Drawn, Posted, Shape, post};
pub use published::{Published, Restated};

/// A scorecard in one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Summary {
    /// The scorecard.
    pub scorecard: ScorecardId,
    /// Its name.
    pub name: String,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// The period.
    pub period: Period,
    /// Alone, or with the year before it.
    pub view: View,
    /// The period is not over, so nothing in it is rolled up.
    pub running: bool,
    /// The scorecard's result.
    pub result: Rollup,
    /// Its change from the period before, in score points.
    pub change: Option<Decimal>,
    /// Its perspectives in order.
    pub perspectives: Vec<PerspectiveSummary>,
    /// What was published of the period, where its review is closed.
    #[serde(default)]
    pub published: Option<Published>,
    /// What drives what, among its objectives.
    #[serde(default)]
    pub arrows: Vec<Arrow>,
}

/// A perspective in one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PerspectiveSummary {
    /// The perspective.
    pub id: PerspectiveId,
    /// Its name.
    pub name: String,
    /// Its result.
    pub result: Rollup,
    /// Its change from the period before, in score points.
    pub change: Option<Decimal>,
    /// Its KPIs, in the order of its objectives.
    pub lines: Vec<Line>,
    /// Its objectives in order.
    #[serde(default)]
    pub objectives: Vec<ObjectiveSummary>,
    /// What feeds its objectives from scorecards below.
    #[serde(default)]
    pub feeds: Vec<FeedLine>,
}

/// An objective of a scorecard below that feeds one of this scorecard: one input, whatever it is made of.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FeedLine {
    /// The name of the objective that is fed.
    pub objective: String,
    /// The objective that feeds.
    pub source: ObjectiveId,
    /// Its scorecard.
    pub below: ScorecardId,
    /// Its name.
    pub name: String,
    /// The name of its scorecard.
    pub scorecard: String,
    /// The period of its scorecard that counts.
    pub of: Period,
    /// How that is labelled.
    pub fiscal: FiscalStart,
    /// Its result.
    pub result: Rollup,
    /// Its change from the period before, in score points.
    pub change: Option<Decimal>,
}

/// A KPI in one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// The KPI.
    pub kpi: Kpi,
    /// Its objective's name.
    pub objective: String,
    /// Who answers for it: the owner, else the scorecard's manager.
    pub answers: String,
    /// Whether it has no owner, so that the manager answers.
    pub ownerless: bool,
    /// Its status; none where it does not count in the period.
    pub status: Option<Status>,
    /// Its level, 0 to 3.
    pub level: Option<Decimal>,
    /// Its value.
    pub value: Option<Decimal>,
    /// What it is judged by.
    pub rule: Option<Rule>,
    /// Its value in the period before.
    pub previous: Option<Decimal>,
    /// The change of its score from the period before.
    pub change: Option<Decimal>,
    /// The period the value is of, where it is an earlier one of a slower KPI.
    pub as_of: Option<Period>,
    /// Why the formula gives nothing.
    #[serde(default)]
    pub lack: Option<Lack>,
    /// The period whose value stands in for one that has none.
    #[serde(default)]
    pub carried: Option<Period>,
    /// The value is of a period that is not over.
    pub to_date: bool,
    /// Where its fiscal year is heading, in the year to date of a KPI that sums.
    #[serde(default)]
    pub outlook: Option<Outlook>,
    /// How many periods the value is made of.
    pub parts: usize,
    /// Those of them without a value.
    pub missing: Vec<Period>,
    /// The day, at noon, on which its missing value becomes known, where that is still to come.
    #[serde(default)]
    pub expected_at: Option<DateTime<Utc>>,
    /// Why there is no value.
    pub reason: Option<String>,
    /// What was said with the value.
    pub note: Option<String>,
    /// How much of the scorecard's score it decides, 0 to 1.
    #[serde(default)]
    pub share: Option<Decimal>,
}

impl Summary {
    /// Every KPI.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.perspectives.iter().flat_map(|perspective| &perspective.lines)
    }

    /// The KPIs with a status.
    pub fn with_status(&self, status: Status) -> impl Iterator<Item = &Line> {
        self.lines().filter(move |line| line.status == Some(status))
    }

    /// Perspectives that have a score.
    #[must_use]
    pub fn scored_perspectives(&self) -> usize {
        self.perspectives
            .iter()
            .filter(|perspective| perspective.result.level.is_some())
            .count()
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// The scorecard, as typed.
    pub scorecard: Option<&'a str>,
    /// The channel they are in.
    pub channel: Option<i64>,
    /// Only this perspective, as typed.
    pub perspective: Option<&'a str>,
    /// The period, as typed; the last one of the review cycle that ended.
    pub period: Option<&'a str>,
    /// Alone, or year to date.
    pub view: Option<View>,
}

/// A summary with the one perspective that was asked for, if one was.
pub async fn show(
    services: &Services,
    viewer: &Actor,
    wanted: &Wanted<'_>,
) -> Result<(Summary, Option<PerspectiveId>)> {
    let mut reader = services.read().await?;
    let now = services.now();
    let (card, perspective) = match wanted.perspective {
        Some(typed) => {
            let place = (wanted.scorecard, wanted.channel);
            let (perspective, card) =
                access::placed_perspective(&mut reader, viewer, place, typed, crate::store::PRESENT).await?;
            (card, Some(perspective.id))
        }
        None => (
            access::scorecard(&mut reader, viewer, wanted.scorecard, wanted.channel).await?,
            None,
        ),
    };
    let zone = scorecard::zone_of(&card);
    let period = match wanted.period {
        Some(typed) => Period::parse(typed, card.fiscal_start)?,
        None => Period::last_ended(card.review_cycle, now, zone, card.fiscal_start),
    };
    if !period.has_begun(now, zone) {
        let begins_at = period.starts_at(zone);
        return Err(Invalid::NotBegun { period, begins_at }.into());
    }
    let view = wanted.view.unwrap_or(View::Period);
    let summary = build(&mut reader, viewer.server, &card, (period, view), now).await?;
    Ok((summary, perspective))
}

/// A summary by the scorecard's row and a period, for buttons.
pub async fn of_period(
    services: &Services,
    viewer: &Actor,
    id: ScorecardId,
    (kind, first_day, view): (PeriodKind, chrono::NaiveDate, View),
) -> Result<Summary> {
    let mut reader = services.read().await?;
    let now = services.now();
    let card = access::scorecard_by_id(&mut reader, viewer, id).await?;
    let period = Period::containing(kind, first_day, card.fiscal_start);
    let zone = scorecard::zone_of(&card);
    if !period.has_begun(now, zone) {
        return Err(Invalid::NotBegun {
            period,
            begins_at: period.starts_at(zone),
        }
        .into());
    }
    build(&mut reader, viewer.server, &card, (period, view), now).await
}
