//! Finds what somebody asks about: a KPI, an objective, a perspective or a scorecard, by the reference that autocomplete
//! gave or by its name.

use chrono::NaiveDate;

use super::Focus;
use crate::domain::audit::Subject;
use crate::domain::period::PeriodKind;
use crate::service::{Actor, Error, NotFound, Noun, Result, access};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// How many names are offered where nothing has the one that was typed.
const CLOSE: usize = 4;

/// How autocomplete names something of a kind where a name could stand: `objective #12`.
#[must_use]
pub fn reference(kind: Subject, id: i64) -> String {
    format!("{kind} {}", access::reference(id))
}

/// What somebody named, with its scorecard. Of several kinds with one name the smallest is meant.
pub(super) async fn find(
    connection: &mut Connection,
    viewer: &Actor,
    typed: &str,
    channel: Option<i64>,
) -> Result<(Focus, Scorecard)> {
    let kinds = [
        Subject::Kpi,
        Subject::Objective,
        Subject::Perspective,
        Subject::Scorecard,
    ];
    let referred = typed.trim().split_once(" #").and_then(|(kind, id)| {
        let kind = kind.parse::<Subject>().ok()?;
        Some((kind, format!("#{id}")))
    });
    if let Some((kind, typed)) = referred {
        return of_kind(connection, viewer, (kind, &typed), channel).await;
    }
    let mut close = Vec::new();
    for kind in kinds {
        match of_kind(connection, viewer, (kind, typed), channel).await {
            Err(Error::NotFound(missing)) => close.extend(missing.close),
            found => return found,
        }
    }
    close.truncate(CLOSE);
    Err(NotFound {
        noun: Noun::Anything,
        typed: typed.to_owned(),
        close,
    }
    .into())
}

async fn of_kind(
    connection: &mut Connection,
    viewer: &Actor,
    (kind, typed): (Subject, &str),
    channel: Option<i64>,
) -> Result<(Focus, Scorecard)> {
    let on = store::PRESENT;
    Ok(match kind {
        Subject::Kpi => {
            let (placed, card) = access::kpi(connection, viewer, typed, on).await?;
            (Focus::Kpi(placed.kpi.id), card)
        }
        Subject::Objective => {
            let (objective, card) = access::objective(connection, viewer, typed, on).await?;
            (Focus::Objective(objective.id), card)
        }
        Subject::Perspective => {
            let place = (None, channel);
            let (perspective, card) = access::placed_perspective(connection, viewer, place, typed, on).await?;
            (Focus::Perspective(perspective.id), card)
        }
        _ => {
            let card = access::scorecard(connection, viewer, Some(typed), channel).await?;
            (Focus::Scorecard(card.id), card)
        }
    })
}

/// The periods in which something has a score of its own.
pub(super) async fn frequency(
    connection: &mut Connection,
    viewer: &Actor,
    (focus, card): (Focus, &Scorecard),
) -> Result<PeriodKind> {
    Ok(match focus {
        Focus::Kpi(id) => {
            let (placed, _) = access::kpi_by_id(connection, viewer, id, store::PRESENT).await?;
            placed.kpi.frequency
        }
        _ => card.review_cycle,
    })
}

/// The scorecard in which a KPI stood on a day, where that is another one than at present.
pub(super) async fn stood(
    connection: &mut Connection,
    viewer: &Actor,
    (focus, card): (Focus, &Scorecard),
    on: NaiveDate,
) -> Result<Option<Scorecard>> {
    let Focus::Kpi(id) = focus else {
        return Ok(None);
    };
    match store::kpi::by_id(connection, viewer.server, id, on).await? {
        Some(placed) if placed.scorecard != card.id => Ok(Some(
            access::scorecard_by_id(connection, viewer, placed.scorecard).await?,
        )),
        _ => Ok(None),
    }
}

/// What was asked about is not there in the period.
pub(super) fn gone(focus: Focus) -> Error {
    let noun = match focus {
        Focus::Scorecard(_) => Noun::Scorecard,
        Focus::Perspective(_) => Noun::Perspective,
        Focus::Objective(_) => Noun::Objective,
        Focus::Kpi(_) => Noun::Kpi,
    };
    NotFound {
        noun,
        typed: String::new(),
        close: Vec::new(),
    }
    .into()
}
