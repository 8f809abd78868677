//! What a closed review published, beside the numbers as they are now. Called by `load` only.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Summary;
use crate::domain::cycle::ReviewState;
use crate::domain::id::{PersonId, PerspectiveId, ServerId};
use crate::domain::reading::View;
use crate::domain::restatement::Cause;
use crate::domain::rollup::Rollup;
use crate::service::Result;
use crate::store::{self, Connection};

/// The numbers of a period as they were published at its close.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Published {
    /// The scorecard's result.
    pub result: Rollup,
    /// The results of its perspectives.
    pub perspectives: Vec<(PerspectiveId, Rollup)>,
    /// What was changed since, the newest first.
    pub restatements: Vec<Restated>,
}

/// What somebody changed after the close.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Restated {
    /// The KPI's name; of what feeds, its scorecard's, and nothing where that is private.
    pub kpi: String,
    /// Who changed it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What happened.
    #[serde(default)]
    pub cause: Cause,
    /// Why, where it was changed on purpose.
    pub reason: Option<String>,
}

/// A summary with what was published of its period.
pub(super) async fn beside(
    connection: &mut Connection,
    server: ServerId,
    mut summary: Summary,
    names: &HashMap<PersonId, String>,
) -> Result<Summary> {
    summary.published = of(connection, server, &summary, names).await?;
    Ok(summary)
}

/// What was published of a summary's period; none where its review is not closed.
async fn of(
    connection: &mut Connection,
    server: ServerId,
    summary: &Summary,
    names: &HashMap<PersonId, String>,
) -> Result<Option<Published>> {
    let review = store::review::of_period(connection, server, summary.scorecard, summary.period).await?;
    let closed = review.filter(|review| review.state == ReviewState::Closed && summary.view == View::Period);
    let Some(review) = closed else {
        return Ok(None);
    };
    let Some(published) = store::review::published(connection, server, review.id).await? else {
        return Ok(None);
    };
    let published: Summary = serde_json::from_str(&published)?;
    let kpis: HashMap<_, _> = summary
        .lines()
        .map(|line| (line.kpi.id, line.kpi.name.as_str()))
        .collect();
    let restatements = store::review::restatements(connection, server, review.id).await?;
    let restated = restatements.into_iter().filter_map(|it| {
        Some(Restated {
            // A KPI that does not stand in the period any more changed nothing in it.
            kpi: (*kpis.get(&it.kpi)?).to_owned(),
            by: names.get(&it.by).cloned().unwrap_or_default(),
            at: it.at,
            cause: it.cause,
            reason: it.reason,
        })
    });
    let below = store::review::restatements_below(connection, server, review.id).await?;
    let below = below.into_iter().map(|(scorecard, it)| Restated {
        kpi: scorecard,
        by: names.get(&it.by).cloned().unwrap_or_default(),
        at: it.at,
        cause: it.cause,
        reason: it.reason,
    });
    let mut restatements: Vec<Restated> = restated.chain(below).collect();
    restatements.sort_by_key(|restated| Reverse(restated.at));
    Ok(Some(Published {
        result: published.result,
        perspectives: published.perspectives.iter().map(|one| (one.id, one.result)).collect(),
        restatements,
    }))
}
