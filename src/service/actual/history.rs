//! What became of a KPI's values: every revision, the newest first.

use chrono::NaiveDate;

use super::Entered;
use crate::domain::id::KpiId;
use crate::domain::kpi::Kpi;
use crate::domain::period::{FiscalStart, Period};
use crate::domain::value::Entry;
use crate::service::formula::{self, Written};
use crate::service::review::closed;
use crate::service::{Actor, Result, Services, access};
use crate::store::{self, Connection};

pub use crate::store::actual::PastRevision;

/// How many revisions a page has.
const PAGE: i64 = 10;

/// Which revisions somebody looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// Of which KPI.
    pub kpi: KpiId,
    /// Of the period that begins on this day only.
    pub first_day: Option<NaiveDate>,
    /// Which page, from 0.
    pub page: u16,
}

/// One page of a KPI's revisions.
#[derive(Debug, Clone)]
pub struct History {
    /// The KPI.
    pub kpi: Kpi,
    /// How its fiscal periods are labelled.
    pub fiscal: FiscalStart,
    /// What it is computed by, the earliest first.
    pub formulas: Vec<Written>,
    /// What is looked at.
    pub looked: Looked,
    /// The revisions, each with its period.
    pub revisions: Vec<(Period, PastRevision)>,
    /// Those of them that came after the close of their period's review, by their place in the list.
    pub late: Vec<usize>,
    /// Whether there are older ones.
    pub more: bool,
    /// What is not applicable by now and may be rejected by the viewer: the newest of what is looked at.
    pub rejectable: Option<(Entered, Period)>,
}

/// What became of the values of a KPI that somebody named, of one period or of all.
pub async fn history(services: &Services, viewer: &Actor, typed: &str, period: Option<&str>) -> Result<History> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
    let period = match period {
        Some(typed) => Some(Period::parse_kind(typed, placed.kpi.frequency, card.fiscal_start)?),
        None => None,
    };
    let looked = Looked {
        kpi: placed.kpi.id,
        first_day: period.map(Period::first_day),
        page: 0,
    };
    look(&mut reader, viewer, looked).await
}

/// Another page.
pub async fn history_page(services: &Services, viewer: &Actor, looked: Looked) -> Result<History> {
    let mut reader = services.read().await?;
    look(&mut reader, viewer, looked).await
}

async fn look(reader: &mut Connection, viewer: &Actor, looked: Looked) -> Result<History> {
    let (placed, card) = access::kpi_by_id(reader, viewer, looked.kpi, store::PRESENT).await?;
    let (server, kind) = (viewer.server, placed.kpi.frequency);
    let which = (looked.kpi, looked.first_day);
    let skipped = i64::from(looked.page) * PAGE;
    let mut found = store::actual::history(reader, server, which, (skipped, PAGE + 1)).await?;
    let more = found.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let revisions: Vec<(Period, PastRevision)> = found
        .into_iter()
        .filter_map(|revised| Some((Period::starting(kind, revised.first_day)?, revised)))
        .collect();
    let rejectable = if access::manages(reader, viewer, &card).await? {
        not_applicable(reader, viewer, looked).await?
    } else {
        None
    };
    let mut late = Vec::new();
    for (place, (period, revised)) in revisions.iter().enumerate() {
        let first = revised.before.is_none() && revised.after.is_some();
        if first && closed::came_late(reader, viewer, (looked.kpi, &card), (*period, revised.at)).await? {
            late.push(place);
        }
    }
    Ok(History {
        formulas: formula::written(reader, viewer, looked.kpi).await?,
        fiscal: card.fiscal_start,
        kpi: placed.kpi,
        looked,
        revisions,
        late,
        more,
        rejectable,
    })
}

/// The newest period of what is looked at that is not applicable.
async fn not_applicable(reader: &mut Connection, viewer: &Actor, looked: Looked) -> Result<Option<(Entered, Period)>> {
    let held = store::actual::of_kpi(reader, viewer.server, looked.kpi).await?;
    let chosen = |period: &Period| looked.first_day.is_none_or(|day| day == period.first_day());
    let newest = held.iter().rev().find(|(period, _)| chosen(period));
    let Some((period, Entry::NotApplicable { .. })) = newest else {
        return Ok(None);
    };
    let revisions = store::actual::revisions(reader, viewer.server, looked.kpi, period.first_day()).await?;
    Ok(revisions.first().map(|newest| {
        let entered = Entered {
            kpi: looked.kpi,
            first_day: period.first_day(),
            revision: newest.revision,
        };
        (entered, *period)
    }))
}
