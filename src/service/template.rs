//! Starting a scorecard from a ready set: its perspectives, objectives, arrows and KPIs, all or nothing.

use std::collections::HashMap;

use super::audit::{self, facts::Brought};
use super::scorecard::{self, Create, Shown};
use super::{Actor, Conflict, Error, NotFound, Noun, Result, Services, access};
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId};
use crate::domain::kpi::Kpi;
use crate::domain::name::{Key, Name, closest};
use crate::domain::target::{DatedTarget, Judged, Span};
use crate::domain::template::{Template, TemplateKpi, TemplateName, template};
use crate::domain::unit::Unit;
use crate::domain::weight::Weight;
use crate::domain::zone;
use crate::service::Invalid;
use crate::store::kpi::Place;
use crate::store::objective::Drive;
use crate::store::{self, Connection};

/// How many keys are tried where one is in use: `churn`, `churn-2`, …
const TRIES: usize = 99;

/// Makes a scorecard from a ready set. What is missing of it has the set's words: its name is the server's, else the
/// set's.
pub async fn start(services: &Services, actor: &Actor, typed: &str, wanted: &Create) -> Result<Shown> {
    let name = named(typed)?;
    let set = template(name);
    let mut write = services.write().await?;
    let mut wanted = wanted.clone();
    if wanted.name.trim().is_empty() {
        wanted.name = free_name(&mut write, actor, name).await?;
    }
    wanted.vision = wanted.vision.or_else(|| Some(set.vision.to_owned()));
    wanted.mission = wanted.mission.or_else(|| Some(set.mission.to_owned()));
    let perspectives: Vec<&str> = set.perspectives.iter().map(|perspective| perspective.name).collect();
    let id = scorecard::add(services, &mut write, actor, &wanted, &perspectives).await?;
    fill(services, &mut write, actor, (id, set)).await?;
    let card = access::scorecard_by_id(&mut write, actor, id).await?;
    audit::record_brought(services, &mut write, actor, (id, &card.name), brought(set)).await?;
    let shown = scorecard::show_card(services, &mut write, actor, card).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// What a ready set brings into its scorecard besides the perspectives it is made with.
fn brought(set: &Template) -> Brought {
    let objectives = || set.perspectives.iter().flat_map(|perspective| perspective.objectives);
    let kpis = || objectives().flat_map(|objective| objective.kpis);
    Brought {
        objectives: objectives().count(),
        kpis: kpis().count(),
        links: objectives().map(|objective| objective.drives.len()).sum(),
        targets: kpis().filter(|kpi| !kpi.spec().is_empty()).count(),
        ..Brought::default()
    }
}

fn named(typed: &str) -> Result<TemplateName> {
    typed.parse().map_err(|_| {
        let close: Vec<String> = closest(typed, TemplateName::WORDS.iter().copied())
            .into_iter()
            .map(str::to_owned)
            .collect();
        let close = if close.is_empty() {
            TemplateName::WORDS.iter().map(|&word| word.to_owned()).collect()
        } else {
            close
        };
        Error::from(NotFound {
            noun: Noun::Template,
            typed: typed.to_owned(),
            close,
        })
    })
}

/// The server's name, where it can be a scorecard's and is free, else the set's.
async fn free_name(write: &mut Connection, actor: &Actor, set: TemplateName) -> Result<String> {
    let server = store::server::by_id(write, actor.server).await?.ok_or(Error::NotHere)?;
    let taken: Vec<String> = store::scorecard::all(write, actor.server)
        .await?
        .into_iter()
        .map(|card| card.name)
        .collect();
    let free = Name::parse(&server.name).ok().filter(|name| {
        !taken
            .iter()
            .any(|other| Name::parse(other).is_ok_and(|other| other.unique() == name.unique()))
    });
    Ok(free.map_or_else(|| capitalised(set.as_str()), |name| name.to_string()))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

async fn fill(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, set): (ScorecardId, &Template),
) -> Result<()> {
    let today = store::PRESENT;
    let perspectives = store::perspective::of_scorecard(write, actor.server, card, today).await?;
    let mut made: HashMap<&str, ObjectiveId> = HashMap::new();
    for (perspective, wanted) in perspectives.iter().zip(set.perspectives) {
        for objective in wanted.objectives {
            let name = Name::parse(objective.name)?;
            let id =
                store::objective::insert(write, actor.server, perspective.id, name.as_str(), &name.unique()).await?;
            made.insert(objective.name, id);
            for kpi in objective.kpis {
                add_kpi(services, write, actor, (card, id, kpi)).await?;
            }
        }
    }
    let objectives = set.perspectives.iter().flat_map(|perspective| perspective.objectives);
    for objective in objectives {
        for effect in objective.drives {
            if let (Some(&cause), Some(&effect)) = (made.get(objective.name), made.get(effect)) {
                store::objective::drive(write, actor.server, Drive { cause, effect, lag: 0 }).await?;
            }
        }
    }
    Ok(())
}

/// Adds a KPI without an owner: who answers for it is for people to say.
async fn add_kpi(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    (card, objective, wanted): (ScorecardId, ObjectiveId, &TemplateKpi),
) -> Result<()> {
    let card = access::scorecard_by_id(write, actor, card).await?;
    let today = zone::day_of(services.now(), scorecard::zone_of(&card));
    let kpi = Kpi {
        id: KpiId::from(0),
        key: free_key(write, actor, wanted.key).await?,
        name: Name::parse(wanted.name)?,
        unit: Unit::parse(wanted.unit).map_err(Invalid::Unit)?,
        direction: wanted.direction,
        indicator: wanted.indicator,
        frequency: wanted.frequency,
        aggregation: wanted.aggregation,
        decimals: wanted.decimals,
        baseline: None,
        best_possible: false,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    };
    let id = store::kpi::insert(write, actor.server, &kpi, today).await?;
    let place = Place {
        objective,
        owner: None,
        deputy: None,
        weight: Weight::default(),
    };
    store::kpi::place(write, actor.server, id, store::BEGINNING, place).await?;
    let spec = wanted.spec();
    if !spec.is_empty() {
        spec.resolve(&Judged::from(&kpi))?;
        let dated = DatedTarget {
            from: None,
            span: Span::Onwards,
            spec,
        };
        let set = store::target::Set {
            by: actor.person,
            at: services.now(),
            reason: None,
        };
        store::target::set(write, actor.server, id, &dated, set).await?;
    }
    Ok(())
}

/// The key, else the key with a number behind it where it is in use.
async fn free_key(write: &mut Connection, actor: &Actor, wanted: &str) -> Result<Key> {
    for number in 1..=TRIES {
        let typed = if number == 1 {
            wanted.to_owned()
        } else {
            format!("{wanted}-{number}")
        };
        let key = Key::parse(&typed)?;
        if !store::kpi::key_taken(write, actor.server, &key.folded()).await? {
            return Ok(key);
        }
    }
    Err(Conflict::Taken {
        noun: Noun::Kpi,
        name: wanted.to_owned(),
    }
    .into())
}
