//! Scorecards: creating, changing, showing, listing.

mod edit;

use chrono_tz::Tz;

use super::person::{self, Named};
use super::{Actor, Conflict, Invalid, Noun, Result, Services, access, review};
use crate::domain::id::{PersonId, ScorecardId, ServerId};
use crate::domain::name::Name;
use crate::domain::period::{FiscalStart, PeriodKind};
use crate::domain::scorecard::{CardLevel, PERSPECTIVES};
use crate::domain::zone;
use crate::store::scorecard::{NewScorecard, Scorecard};
use crate::store::{self, Connection};

pub use edit::{Edit, edit};

/// The most characters of a vision or mission.
pub const MAX_TEXT: usize = 1000;

/// The most scorecards of a server.
const MOST: usize = 2_000;

/// What somebody gives to create a scorecard; what is missing has a default.
#[derive(Debug, Clone, Default)]
pub struct Create {
    /// Its name.
    pub name: String,
    /// Where in the organisation it stands; the organisation, or a team below a parent.
    pub level: Option<CardLevel>,
    /// The scorecard it cascades from, as typed.
    pub parent: Option<String>,
    /// Its team channel, checked by the door.
    pub channel: Option<i64>,
    /// Who manages it; the person who creates it.
    pub manager: Option<Named>,
    /// Who sponsors it.
    pub sponsor: Option<Named>,
    /// Its time zone, as typed; the parent's or the server's.
    pub time_zone: Option<String>,
    /// The month in which its fiscal year begins; the parent's or the server's.
    pub fiscal_start: Option<FiscalStart>,
    /// How often it is reviewed; monthly.
    pub review_cycle: Option<PeriodKind>,
    /// What the unit wants to become.
    pub vision: Option<String>,
    /// What the unit is for.
    pub mission: Option<String>,
}

/// A scorecard and the people around it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The scorecard.
    pub card: Scorecard,
    /// Its manager's name.
    pub manager: String,
    /// Its sponsor's name.
    pub sponsor: Option<String>,
    /// Its parent's name.
    pub parent: Option<String>,
    /// Its children's names.
    pub children: Vec<String>,
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

/// Creates a scorecard with the four perspectives.
pub async fn create(services: &Services, actor: &Actor, wanted: &Create) -> Result<Shown> {
    let mut write = services.write().await?;
    let id = add(services, &mut write, actor, wanted, &PERSPECTIVES).await?;
    let card = access::scorecard_by_id(&mut write, actor, id).await?;
    let shown = show_card(services, &mut write, actor, card).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// Adds a scorecard within a use case.
pub(super) async fn add(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    wanted: &Create,
    perspectives: &[&str],
) -> Result<ScorecardId> {
    let parent = match &wanted.parent {
        Some(typed) => Some(access::scorecard(write, actor, Some(typed), None).await?),
        None => None,
    };
    match &parent {
        Some(parent) => access::manage(write, actor, parent).await?,
        None => access::administer(actor)?,
    }
    let name = Name::parse(&wanted.name)?;
    refuse_taken(write, actor.server, &name, None).await?;
    let texts = [("vision", &wanted.vision), ("mission", &wanted.mission)];
    for (field, text) in texts {
        short_enough(field, text.as_deref())?;
    }
    let server = store::server::by_id(write, actor.server)
        .await?
        .ok_or(super::Error::NotHere)?;
    let inherited_zone = parent
        .as_ref()
        .map_or(server.time_zone, |parent| parent.time_zone.clone());
    let zone = time_zone(wanted.time_zone.as_deref().unwrap_or(&inherited_zone))?;
    let fiscal = wanted.fiscal_start.unwrap_or(
        parent
            .as_ref()
            .map_or(server.fiscal_start, |parent| parent.fiscal_start),
    );
    let cycle = wanted.review_cycle.unwrap_or(PeriodKind::Month);
    let level = wanted.level.unwrap_or(if parent.is_some() {
        CardLevel::Team
    } else {
        CardLevel::Organisation
    });
    let now = services.now();
    let new = NewScorecard {
        name: name.as_str(),
        name_folded: &name.unique(),
        level,
        channel: wanted.channel,
        manager: somebody(write, actor, wanted.manager.as_ref())
            .await?
            .unwrap_or(actor.person),
        sponsor: somebody(write, actor, wanted.sponsor.as_ref()).await?,
        time_zone: zone.name(),
        fiscal_start: fiscal,
        review_cycle: cycle,
        parent: parent.map(|parent| parent.id),
        vision: wanted.vision.as_deref(),
        mission: wanted.mission.as_deref(),
    };
    let id = store::scorecard::insert(write, actor.server, &new, now).await?;
    let card = access::scorecard_by_id(write, actor, id).await?;
    store::scorecard::set_next_step(write, actor.server, id, review::first_opening(&card)).await?;
    for name in perspectives {
        let name = Name::parse(name)?;
        store::perspective::insert(write, actor.server, id, name.as_str(), &name.unique()).await?;
    }
    Ok(id)
}

/// Shows a scorecard with its structure.
pub async fn show(services: &Services, viewer: &Actor, typed: Option<&str>, channel: Option<i64>) -> Result<Shown> {
    let mut reader = services.read().await?;
    let card = access::scorecard(&mut reader, viewer, typed, channel).await?;
    show_card(services, &mut reader, viewer, card).await
}

/// The scorecards of the server, each parent followed by its children, with their depth.
pub async fn list(services: &Services, viewer: &Actor) -> Result<Vec<(usize, Shown)>> {
    let mut reader = services.read().await?;
    let all = access::scorecards(&mut reader, viewer).await?;
    let mut ordered = Vec::with_capacity(all.len());
    cascade(&all, None, 0, &mut ordered);
    let mut shown = Vec::with_capacity(ordered.len());
    for (depth, card) in ordered {
        shown.push((depth, show_card(services, &mut reader, viewer, card).await?));
    }
    Ok(shown)
}

fn cascade(all: &[Scorecard], parent: Option<ScorecardId>, depth: usize, ordered: &mut Vec<(usize, Scorecard)>) {
    let known = |id: ScorecardId| all.iter().any(|card| card.id == id);
    for card in all {
        let under = card.parent.filter(|parent| known(*parent));
        if under == parent && depth <= all.len() {
            ordered.push((depth, card.clone()));
            cascade(all, Some(card.id), depth + 1, ordered);
        }
    }
}

pub(super) async fn show_card(
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
        manager: access::name_of(connection, viewer, card.manager).await?,
        sponsor: match card.sponsor {
            Some(sponsor) => Some(access::name_of(connection, viewer, sponsor).await?),
            None => None,
        },
        parent: all
            .iter()
            .find(|other| Some(other.id) == card.parent)
            .map(|parent| parent.name.clone()),
        children: all
            .iter()
            .filter(|other| other.parent == Some(card.id))
            .map(|child| child.name.clone())
            .collect(),
        perspectives,
        card,
    })
}

/// The time zone of a stored scorecard; it was checked when it was written.
#[must_use]
pub fn zone_of(card: &Scorecard) -> Tz {
    card.time_zone.parse().unwrap_or(Tz::UTC)
}

/// A time zone as people type it: its IANA name in any case.
pub fn time_zone(typed: &str) -> Result<Tz> {
    let wanted = typed.trim().replace(' ', "_");
    let known = chrono_tz::TZ_VARIANTS
        .iter()
        .find(|zone| zone.name().eq_ignore_ascii_case(&wanted));
    known.copied().ok_or_else(|| {
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        let close = crate::domain::name::closest(typed, names)
            .into_iter()
            .map(str::to_owned)
            .collect();
        Invalid::TimeZone {
            typed: typed.to_owned(),
            close,
        }
        .into()
    })
}

pub(super) async fn somebody(write: &mut Connection, actor: &Actor, named: Option<&Named>) -> Result<Option<PersonId>> {
    match named {
        Some(named) => Ok(Some(person::named(write, actor.server, named).await?)),
        None => Ok(None),
    }
}

pub(super) fn short_enough(field: &'static str, text: Option<&str>) -> Result<()> {
    match text {
        Some(text) if text.chars().count() > MAX_TEXT => Err(Invalid::TooLong { field, most: MAX_TEXT }.into()),
        _ => Ok(()),
    }
}

/// Fails where another scorecard has the name.
async fn refuse_taken(
    connection: &mut Connection,
    server: ServerId,
    name: &Name,
    except: Option<ScorecardId>,
) -> Result<()> {
    let all = store::scorecard::all(connection, server).await?;
    if except.is_none() && all.len() >= MOST {
        return Err(Conflict::Full {
            noun: Noun::Scorecard,
            most: MOST,
        }
        .into());
    }
    let same = |card: &&Scorecard| {
        Some(card.id) != except && Name::parse(&card.name).is_ok_and(|taken| taken.unique() == name.unique())
    };
    match all.iter().find(same) {
        Some(_) => Err(Conflict::Taken {
            noun: Noun::Scorecard,
            name: name.to_string(),
        }
        .into()),
        None => Ok(()),
    }
}
