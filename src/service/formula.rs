//! KPIs with formulas: setting one, and computing their values anew whenever one of their inputs changes, in the same
//! transaction. What is computed is kept as revisions, as if it had been entered, so that alerts, digests, history and
//! corrections know no difference. Called by `kpi`, `actual` and `import`.

mod follow;
mod set;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::{Actor, Result, access};
use crate::domain::formula::{Book, Dated, Formula, Gap, Measured};
use crate::domain::id::{KpiId, ScorecardId, ServerId};
use crate::store::{self, Connection};

pub(super) use follow::{Recomputed, announce, follow};
pub(super) use set::{NONE, check_readers, set};

/// How deep formulas are followed through each other.
const MAX_DEPTH: usize = 20;

/// What a KPI is computed by from a day on, in words a viewer may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The first day of the first period it holds for; none: always.
    pub from: Option<NaiveDate>,
    /// The formula with keys; none: values are entered again.
    pub text: Option<String>,
}

/// Why a formula gives nothing, with the names of what is missing.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// These KPIs have no value.
    Missing(Vec<String>),
    /// A division by zero.
    DivisionByZero,
    /// The result is beyond what is kept.
    TooLarge,
}

/// All that the formulas of some KPIs read; none where none of them has one.
pub(super) async fn book(connection: &mut Connection, server: ServerId, kpis: &[KpiId]) -> Result<Option<Book>> {
    let mut formulas: HashMap<KpiId, Vec<Dated>> = HashMap::new();
    let (mut frontier, mut seen) = (kpis.to_vec(), BTreeSet::new());
    for _ in 0..MAX_DEPTH {
        frontier.retain(|id| !seen.contains(id));
        if frontier.is_empty() {
            break;
        }
        seen.extend(frontier.iter().copied());
        let rows = store::formula::of_kpis(connection, server, &frontier).await?;
        frontier = Vec::new();
        for (id, rows) in rows {
            let dated: Vec<Dated> = rows.iter().map(read).collect();
            let inputs = dated.iter().filter_map(|dated| dated.formula.as_ref());
            frontier.extend(inputs.flat_map(Formula::inputs));
            formulas.insert(id, dated);
        }
    }
    if formulas.is_empty() {
        return Ok(None);
    }
    let ids: Vec<KpiId> = seen.into_iter().collect();
    let mut actuals = store::actual::of_kpis(connection, server, &ids).await?;
    let kpis = store::kpi::attributes(connection, server, &ids).await?;
    let measured = kpis.into_iter().map(|(kpi, created_on)| Measured {
        created_on,
        actuals: actuals
            .remove(&kpi.id)
            .unwrap_or_default()
            .into_iter()
            .map(|(period, noted)| (period, noted.entry))
            .collect(),
        formulas: formulas.remove(&kpi.id).unwrap_or_default(),
        kpi,
    });
    Ok(Some(Book::of(measured)))
}

/// A stored formula; one that cannot be read any more gives nothing.
fn read(row: &store::formula::Row) -> Dated {
    let formula = row.formula.as_deref().and_then(|text| {
        Formula::from_stored(text)
            .inspect_err(|error| tracing::error!(%error, "a stored formula cannot be read"))
            .ok()
    });
    Dated {
        from: row.from,
        formula,
    }
}

/// The formulas of a KPI, the earliest first, as somebody may read them: the key of a KPI that does not exist for them
/// is left out.
pub(super) async fn written(connection: &mut Connection, viewer: &Actor, kpi: KpiId) -> Result<Vec<Written>> {
    let rows = store::formula::of_kpis(connection, viewer.server, &[kpi]).await?;
    let dated: Vec<Dated> = rows.get(&kpi).into_iter().flatten().map(read).collect();
    let inputs: BTreeSet<KpiId> = dated
        .iter()
        .filter_map(|dated| dated.formula.as_ref())
        .flat_map(Formula::inputs)
        .collect();
    let mut keys = HashMap::new();
    for id in inputs {
        if let Ok((placed, _)) = access::kpi_by_id(connection, viewer, id, store::PRESENT).await {
            keys.insert(id, placed.kpi.key.as_str().to_owned());
        }
    }
    let word = |id: KpiId| keys.get(&id).cloned().unwrap_or_else(|| "…".to_owned());
    Ok(dated
        .iter()
        .map(|dated| Written {
            from: Some(dated.from).filter(|from| *from > store::BEGINNING),
            text: dated.formula.as_ref().map(|formula| formula.write(&word)),
        })
        .collect())
}

/// Why a formula of a scorecard's KPI gives nothing, by the names of what it reads. Every reader is told the same, so the
/// name of a KPI of another scorecard, if that is private, is left empty.
pub(super) async fn lack(
    connection: &mut Connection,
    server: ServerId,
    (book, gap): (&Book, &Gap),
    card: ScorecardId,
) -> Result<Lack> {
    let ids = match gap {
        Gap::Missing(ids) => ids,
        Gap::DivisionByZero => return Ok(Lack::DivisionByZero),
        Gap::TooLarge => return Ok(Lack::TooLarge),
    };
    let mut names = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(measured) = book.get(*id) else {
            continue;
        };
        let private = store::reader::private_elsewhere(connection, server, *id, card).await?;
        names.push(if private {
            String::new()
        } else {
            measured.kpi.name.to_string()
        });
    }
    Ok(Lack::Missing(names))
}
