//! Showing a scorecard with its structure.

use super::{Scorecard, zone_of};
use crate::domain::zone;
use crate::service::person::Who;
use crate::service::reader::{self, ReadBy};
use crate::service::{Actor, Result, Services, access};
use crate::store::{self, Connection};

/// A scorecard and the people around it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The scorecard.
    pub card: Scorecard,
    /// Its manager.
    pub manager: Who,
    /// The scorecards in which a private one counts, by name.
    pub counts_in: Vec<String>,
    /// Its sponsor.
    pub sponsor: Option<Who>,
    /// Its parent's name.
    pub parent: Option<String>,
    /// Its children's names.
    pub children: Vec<String>,
    /// Who reads it, where not everybody does.
    pub readers: Option<ReadBy>,
    /// Its perspectives with the number of objectives and KPIs in each.
    pub perspectives: Vec<Contents>,
}

/// What is in a perspective.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The perspective's name.
    pub name: String,
    /// Its objectives, each with its KPIs' names.
    pub objectives: Vec<(String, Vec<String>)>,
}

/// Shows a scorecard with its structure.
pub async fn show(services: &Services, viewer: &Actor, typed: Option<&str>, channel: Option<i64>) -> Result<Shown> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    show_card(services, &mut reader, viewer, card).await
}

pub(in crate::service) async fn show_card(
    services: &Services,
    connection: &mut Connection,
    viewer: &Actor,
    card: Scorecard,
) -> Result<Shown> {
    let today = zone::day_of(services.now(), zone_of(&card));
    let all = access::scorecards(connection, viewer).await?;
    let objectives = store::objective::of_scorecard(connection, viewer.server, card.id, today).await?;
    let kpis = store::kpi::of_scorecard(connection, viewer.server, card.id, today).await?;
    let perspectives = store::perspective::of_scorecard(connection, viewer.server, card.id, today)
        .await?
        .into_iter()
        .map(|perspective| Contents {
            objectives: objectives
                .iter()
                .filter(|objective| objective.perspective == perspective.id)
                .map(|objective| {
                    let measures = kpis.iter().filter(|placed| placed.objective == objective.id);
                    (
                        objective.name.clone(),
                        measures.map(|placed| placed.kpi.name.to_string()).collect(),
                    )
                })
                .collect(),
            name: perspective.name,
        })
        .collect();
    Ok(Shown {
        manager: access::who(connection, viewer, Some(card.manager))
            .await?
            .unwrap_or_else(|| Who::from("")),
        sponsor: access::who(connection, viewer, card.sponsor).await?,
        parent: all
            .iter()
            .find(|other| Some(other.id) == card.parent)
            .map(|parent| parent.name.clone()),
        children: all
            .iter()
            .filter(|other| other.parent == Some(card.id))
            .map(|child| child.name.clone())
            .collect(),
        readers: reader::read_by(connection, viewer, &card).await?,
        counts_in: reader::counts_in(connection, viewer, &card).await?,
        perspectives,
        card,
    })
}
