//! Showing one KPI in full, and those of a scorecard.

use super::{Shown, describe};
use crate::domain::outlook;
use crate::domain::period::Period;
use crate::domain::reading::{Asked, Source, View};
use crate::domain::zone;
use crate::service::{Actor, Result, Services, access, initiative, scorecard};
use crate::store;
use crate::store::scorecard::Scorecard;

/// Shows a KPI, with the outlook for its year where there is one.
pub async fn show(services: &Services, viewer: &Actor, typed: &str) -> Result<Shown> {
    let mut reader = services.read().await?;
    let (placed, card) = access::kpi(&mut reader, viewer, typed, store::PRESENT).await?;
    let (now, zone) = (services.now(), scorecard::zone_of(&card));
    let mut shown = describe(&mut reader, viewer, placed.kpi.id, zone::day_of(now, zone)).await?;
    let kpi = &shown.placed.kpi;
    let source = Source {
        kpi,
        targets: &shown.targets,
        actuals: &shown.actuals,
        created_on: shown.placed.created_on,
        book: None,
    };
    let asked = Asked {
        period: Period::last_ended(kpi.frequency, now, zone, card.fiscal_start),
        view: View::YearToDate,
        now,
        zone,
        fiscal: card.fiscal_start,
    };
    shown.outlook = outlook::outlook(&source, &asked);
    let (about, today) = ([placed.kpi.id], zone::day_of(now, zone));
    shown.initiatives = initiative::open_about(&mut reader, viewer.server, (&about, &[]), today).await?;
    Ok(shown)
}

/// The KPIs of a scorecard in its order, each with its objective's and owner's name.
pub async fn list(
    services: &Services,
    viewer: &Actor,
    typed: Option<&str>,
    channel: Option<i64>,
) -> Result<(Scorecard, Vec<Shown>)> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    let mut shown = Vec::new();
    for placed in store::kpi::of_scorecard(&mut reader, viewer.server, card.id, today).await? {
        shown.push(describe(&mut reader, viewer, placed.kpi.id, today).await?);
    }
    Ok((card, shown))
}
