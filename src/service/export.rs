//! Exports: what somebody may see of KPIs or values, as rows under the columns of an import. Imported again they change
//! nothing.

mod actual;
mod kpi;

use std::collections::HashMap;

use super::{Actor, Result, Services, access};
use crate::domain::export::Sheet;
use crate::domain::id::{KpiId, ScorecardId};
use crate::domain::import::What;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What there is to export.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The rows.
    pub sheet: Sheet,
    /// Of how many KPIs.
    pub kpis: usize,
    /// How many KPIs are computed: their values follow from the others and are left out.
    pub computed: usize,
}

/// The KPIs that somebody may see, each with its scorecard.
struct Seen {
    cards: HashMap<ScorecardId, Scorecard>,
    kpis: Vec<Placed>,
}

impl Seen {
    fn ids(&self) -> Vec<KpiId> {
        self.kpis.iter().map(|placed| placed.kpi.id).collect()
    }

    fn card(&self, placed: &Placed) -> Option<&Scorecard> {
        self.cards.get(&placed.scorecard)
    }
}

/// What somebody may see of the server, or of one scorecard that they name, sorted.
pub async fn export(services: &Services, viewer: &Actor, what: What, scorecard: Option<&str>) -> Result<Exported> {
    let mut reader = services.read().await?;
    let seen = seen(&mut reader, viewer, scorecard).await?;
    let rows = match what {
        What::Kpis => kpi::rows(&mut reader, viewer, &seen).await?,
        What::Actuals => actual::rows(&mut reader, viewer, &seen).await?,
    };
    let computed = seen.kpis.iter().filter(|placed| placed.computed).count();
    Ok(Exported {
        sheet: Sheet { what, rows },
        kpis: seen.kpis.len(),
        computed: if what == What::Actuals { computed } else { 0 },
    })
}

async fn seen(reader: &mut Connection, viewer: &Actor, scorecard: Option<&str>) -> Result<Seen> {
    let cards = match scorecard {
        Some(typed) => vec![access::scorecard(reader, viewer, Some(typed), None).await?],
        None => access::scorecards(reader, viewer).await?,
    };
    let cards: HashMap<ScorecardId, Scorecard> = cards.into_iter().map(|card| (card.id, card)).collect();
    let mut kpis = match (scorecard, cards.keys().next()) {
        (Some(_), Some(only)) => store::kpi::of_scorecard(reader, viewer.server, *only, store::PRESENT).await?,
        _ => store::kpi::all(reader, viewer.server, store::PRESENT).await?,
    };
    kpis.retain(|placed| cards.contains_key(&placed.scorecard));
    kpis.sort_by_key(|placed| placed.kpi.key.folded());
    Ok(Seen { cards, kpis })
}
