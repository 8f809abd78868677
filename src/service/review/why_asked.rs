//! Why somebody was asked for a value, or was not: who answers for it, what was said to whom, what comes next, and the reason
//! of each silence. Read from the rows; nothing is noted for it.

mod account;
mod rung;
mod silence;

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::domain::name::fold;
use crate::service::away::StandIns;
use crate::service::person::Named;
use crate::service::{Actor, Error, Need, Result, Services, access};
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};
use account::account;

pub use account::{Account, Answers};
pub use rung::{How, Reached, Rung};
pub use silence::Silence;

/// How many KPIs are told of at once.
const MOST: usize = 12;

/// Whom and what somebody asks about, as typed.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Which scorecard, where no KPI is named; all that are seen if left out.
    pub scorecard: Option<&'a str>,
    /// Which KPI; all that concern the person if left out.
    pub kpi: Option<&'a str>,
    /// Whom it is about.
    pub person: Option<Named>,
    /// Which period; that of the newest review if left out.
    pub period: Option<&'a str>,
}

/// Why somebody was asked, or was not.
#[derive(Debug, Clone)]
pub struct Accounts {
    /// Whom it is about, where it is about one person.
    pub about: Option<String>,
    /// One for each KPI.
    pub accounts: Vec<Account>,
    /// How many more KPIs there are.
    pub more: usize,
}

/// Whom it is about.
#[derive(Debug, Clone)]
struct About {
    person: Option<PersonId>,
    name: String,
}

/// Tells why people were asked for values, or were not. Everybody may ask about themselves, who manages about others.
pub async fn why_asked(
    services: &Services,
    viewer: &Actor,
    channel: Option<i64>,
    wanted: &Wanted<'_>,
) -> Result<Accounts> {
    let mut reader = services.read().await?;
    let about = match &wanted.person {
        Some(named) => {
            let known = store::person::by_user(&mut reader, viewer.server, named.user).await?;
            Some(About {
                person: known.map(|person| person.id),
                name: named.name.clone(),
            })
        }
        None => None,
    };
    if let Some(kpi) = wanted.kpi {
        return of_kpi(services, &mut reader, viewer, about, (kpi, wanted.period)).await;
    }
    let about = match about {
        Some(about) => about,
        None => own(&mut reader, viewer).await?,
    };
    let cards = match wanted.scorecard {
        Some(_) => vec![access::scorecard(&mut reader, viewer, wanted.scorecard, channel).await?],
        None => access::scorecards(&mut reader, viewer).await?,
    };
    of_person(services, &mut reader, viewer, (about, &cards), wanted.period).await
}

async fn own(reader: &mut Connection, viewer: &Actor) -> Result<About> {
    Ok(About {
        person: Some(viewer.person),
        name: access::name_of(reader, viewer, viewer.person).await?,
    })
}

async fn of_kpi(
    services: &Services,
    reader: &mut Connection,
    viewer: &Actor,
    about: Option<About>,
    (typed, period): (&str, Option<&str>),
) -> Result<Accounts> {
    let (placed, card, gone) = match access::kpi(reader, viewer, typed, store::PRESENT).await {
        Ok((placed, card)) => (placed, card, None),
        Err(Error::NotFound(unknown)) => match archived(reader, viewer, typed).await? {
            Some((placed, card, since)) => (placed, card, Some(since)),
            None => return Err(Error::NotFound(unknown)),
        },
        Err(other) => return Err(other),
    };
    let manages = access::manages(reader, viewer, &card).await?;
    let about = match about {
        Some(other) if other.person != Some(viewer.person) && !manages => {
            return Err(Need::ManagerOf { name: other.name }.into());
        }
        None if !manages => Some(own(reader, viewer).await?),
        about => about,
    };
    let mut told = account(services, reader, viewer, (&card, &placed), (about.as_ref(), period)).await?;
    if let Some(since) = gone {
        told.silence = vec![Silence::Archived(since)];
        told.steps.retain(|rung| !matches!(rung.how, How::Coming(_)));
    }
    Ok(Accounts {
        about: about.map(|about| about.name),
        accounts: vec![told],
        more: 0,
    })
}

/// A KPI that is out of use, as it stood on its last day.
async fn archived(
    reader: &mut Connection,
    viewer: &Actor,
    typed: &str,
) -> Result<Option<(Placed, Scorecard, NaiveDate)>> {
    let wanted = fold(typed.trim());
    for kpi in store::archive::kpis(reader, viewer.server).await? {
        if fold(&kpi.key) != wanted && fold(&kpi.gone.name) != wanted {
            continue;
        }
        let last_day = kpi.gone.since.pred_opt().unwrap_or(kpi.gone.since);
        match access::kpi_by_id(reader, viewer, kpi.gone.id, last_day).await {
            Ok((placed, card)) => return Ok(Some((placed, card, kpi.gone.since))),
            Err(Error::NotFound(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}

async fn of_person(
    services: &Services,
    reader: &mut Connection,
    viewer: &Actor,
    (about, cards): (About, &[Scorecard]),
    period: Option<&str>,
) -> Result<Accounts> {
    let theirs = about.person == Some(viewer.person);
    let mut found = Vec::new();
    let mut allowed = theirs;
    for card in cards {
        if !theirs && !access::manages(reader, viewer, card).await? {
            continue;
        }
        allowed = true;
        let stand_ins = StandIns::load(reader, viewer.server, card).await?;
        for placed in store::kpi::of_scorecard(reader, viewer.server, card.id, store::PRESENT).await? {
            let concerned = [
                placed.owner.or(Some(card.manager)),
                placed.deputy,
                Some(stand_ins.asked(card, &placed)),
            ];
            if about.person.is_some() && concerned.contains(&about.person) {
                found.push((card, placed));
            }
        }
    }
    if !allowed {
        return Err(Need::ManagerOf { name: about.name }.into());
    }
    let more = found.len().saturating_sub(MOST);
    let mut accounts = Vec::new();
    for (card, placed) in found.iter().take(MOST) {
        accounts.push(account(services, reader, viewer, (card, placed), (Some(&about), period)).await?);
    }
    Ok(Accounts {
        about: Some(about.name),
        accounts,
        more,
    })
}
