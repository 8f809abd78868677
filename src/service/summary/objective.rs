//! The objectives of a summary, and what drives what among them: what a strategy map shows. Called by `load` only.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Contents;
use crate::domain::id::{ObjectiveId, ScorecardId, ServerId};
use crate::domain::rollup::{Change, ObjectiveRollup, Rollup};
use crate::service::Result;
use crate::store::{self, Connection};

/// An objective in one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ObjectiveSummary {
    /// The objective.
    pub id: ObjectiveId,
    /// Its name.
    pub name: String,
    /// Its result.
    pub result: Rollup,
    /// Its change from the period before, in score points.
    pub change: Option<Decimal>,
}

/// An objective drives another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrow {
    /// What causes.
    pub cause: ObjectiveId,
    /// What is caused.
    pub effect: ObjectiveId,
}

/// The objectives that results are of, in their order.
pub(super) fn of(contents: &Contents, results: &[ObjectiveRollup], change: &Change) -> Vec<ObjectiveSummary> {
    let named = |id: ObjectiveId| contents.objectives.iter().find(|objective| objective.id == id);
    results
        .iter()
        .filter_map(|result| {
            Some(ObjectiveSummary {
                id: result.id,
                name: named(result.id)?.name.clone(),
                result: result.rollup,
                change: change.objectives.get(&result.id).copied(),
            })
        })
        .collect()
}

/// What drives what among the objectives of a scorecard that are in use.
pub(super) async fn arrows(
    connection: &mut Connection,
    server: ServerId,
    card: ScorecardId,
    contents: &Contents,
) -> Result<Vec<Arrow>> {
    let drives = store::objective::drives_within(connection, server, card).await?;
    let in_use = |id: ObjectiveId| contents.objectives.iter().any(|objective| objective.id == id);
    Ok(drives
        .into_iter()
        .filter(|drive| in_use(drive.cause) && in_use(drive.effect))
        .map(|drive| Arrow {
            cause: drive.cause,
            effect: drive.effect,
        })
        .collect())
}
