//! Who is away: said by themselves or by a manager, and what follows from it. Check-ins go to who stands in from the first
//! day on, and come back after the last; the tick sees to both.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::notice::{self, TellContent};
use super::person::{self, Named};
use super::{Actor, Error, Invalid, Need, Result, Services, access, checkin, decision, review, scorecard};
use crate::domain::away::{Answering, Away, asked, told_last};
use crate::domain::id::{PersonId, ServerId};
use crate::domain::scorecard::Visibility;
use crate::domain::zone;
use crate::store::away::Absence;
use crate::store::kpi::Placed;
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// What somebody says about an absence, as typed.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// The first day; today.
    pub from: Option<&'a str>,
    /// The last day.
    pub until: Option<&'a str>,
    /// Who stands in; the KPIs' deputies, else the managers.
    pub deputy: Option<Named>,
    /// Who is away; who says it.
    pub person: Option<Named>,
}

/// Somebody's absence, for people to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The first and the last day.
    pub days: (NaiveDate, NaiveDate),
    /// Who stands in for them.
    pub deputy: Option<String>,
    /// Whether it is the reader's own.
    pub own: bool,
}

/// Notes that somebody is away. What they are asked for meanwhile goes to others.
pub async fn set(services: &Services, actor: &Actor, wanted: &Wanted<'_>) -> Result<Shown> {
    let mut write = services.write().await?;
    let whose = match &wanted.person {
        Some(named) => person::named(&mut write, actor.server, named).await?,
        None => actor.person,
    };
    may_set(&mut write, actor, whose).await?;
    let today = today(services, &mut write, actor.server).await?;
    let from = match wanted.from {
        Some(typed) => decision::read_day(typed, today)?,
        None => today,
    };
    let until = wanted.until.ok_or(Invalid::Blank { field: "until" })?;
    let until = decision::read_day(until, from)?;
    if until < today {
        return Err(Invalid::DayOver { day: until }.into());
    }
    if until < from {
        return Err(Invalid::BackBeforeGone { from, until }.into());
    }
    let deputy = match &wanted.deputy {
        Some(named) => Some(person::named(&mut write, actor.server, named).await?),
        None => None,
    };
    if deputy == Some(whose) {
        return Err(Invalid::OwnDeputy.into());
    }
    let away = Away { from, until, deputy };
    let begun = away.covers(today);
    store::away::set(&mut write, actor.server, (whose, &away), begun).await?;
    ask_others(services, &mut write, actor.server, whose).await?;
    let shown = shown(&mut write, actor, (whose, &away)).await?;
    tell(services, &mut write, actor, &shown, deputy).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// Ends an absence before its time, or takes it back.
pub async fn end(services: &Services, actor: &Actor, whose: PersonId) -> Result<Shown> {
    let mut write = services.write().await?;
    may_set(&mut write, actor, whose).await?;
    let all = store::away::all(&mut write, actor.server).await?;
    let found = all.into_iter().find(|absence| absence.person == whose);
    let found = found.ok_or(Invalid::NothingToChange)?;
    store::away::end(&mut write, actor.server, whose).await?;
    ask_others(services, &mut write, actor.server, whose).await?;
    let shown = shown(&mut write, actor, (whose, &found.away)).await?;
    services.keep(write).await?;
    Ok(shown)
}

/// The absences that concern somebody: their own, those in which they stand in, and those that they may change.
pub async fn list(services: &Services, viewer: &Actor) -> Result<Vec<Shown>> {
    let mut reader = services.read().await?;
    let mut found = Vec::new();
    for absence in store::away::all(&mut reader, viewer.server).await? {
        let mine = absence.person == viewer.person || absence.away.deputy == Some(viewer.person);
        if mine || may_set(&mut reader, viewer, absence.person).await.is_ok() {
            found.push(shown(&mut reader, viewer, (absence.person, &absence.away)).await?);
        }
    }
    Ok(found)
}

/// Begins and ends absences whose day has come, in every server.
pub async fn turn(services: &Services) -> Result<()> {
    let mut reader = services.read().await?;
    let all = store::away::everywhere(&mut reader).await?;
    drop(reader);
    let turned = |absence: &Absence| {
        let today = zone::day_of(services.now(), zone_of(&absence.time_zone));
        absence.away.until < today || absence.begun != absence.away.covers(today)
    };
    if !all.iter().any(turned) {
        return Ok(());
    }
    let mut write = services.write().await?;
    for absence in all.into_iter().filter(turned) {
        let today = zone::day_of(services.now(), zone_of(&absence.time_zone));
        if absence.away.until < today {
            store::away::end(&mut write, absence.server, absence.person).await?;
        } else {
            let begun = absence.away.covers(today);
            store::away::set(&mut write, absence.server, (absence.person, &absence.away), begun).await?;
        }
        ask_others(services, &mut write, absence.server, absence.person).await?;
    }
    services.keep(write).await
}

/// Fails unless somebody may say when a person is away: that person, and who manages a scorecard in which they answer.
async fn may_set(connection: &mut Connection, actor: &Actor, whose: PersonId) -> Result<()> {
    if whose == actor.person || actor.administrator {
        return Ok(());
    }
    let managed = access::managed(connection, actor).await?;
    let answered = store::scorecard::answered_by(connection, actor.server, whose).await?;
    if answered.iter().any(|card| managed.contains(card)) {
        return Ok(());
    }
    let name = access::name_of(connection, actor, whose).await?;
    Err(Need::ManagerOf { name }.into())
}

/// Asks for what is missing from somebody whoever answers for it by now.
pub(super) async fn ask_others(
    services: &Services,
    write: &mut Connection,
    server: ServerId,
    whose: PersonId,
) -> Result<()> {
    for card in store::scorecard::answered_by(write, server, whose).await? {
        let Some(card) = store::scorecard::by_id(write, server, card).await? else {
            continue;
        };
        for placed in store::kpi::of_scorecard(write, server, card.id, store::PRESENT).await? {
            if placed.owner.unwrap_or(card.manager) == whose {
                checkin::handed_over(write, server, placed.kpi.id).await?;
                review::ask_anew(services, write, (server, &card), placed.kpi.id).await?;
            }
        }
    }
    Ok(())
}

/// Tells whoever did not say it themselves: the person who is away, and who stands in.
async fn tell(
    services: &Services,
    write: &mut Connection,
    actor: &Actor,
    shown: &Shown,
    deputy: Option<PersonId>,
) -> Result<()> {
    let mut people: Vec<PersonId> = [Some(shown.person), deputy].into_iter().flatten().collect();
    people.retain(|person| *person != actor.person);
    let news = TellContent::Away {
        by: access::name_of(write, actor, actor.person).await?,
        name: shown.name.clone(),
        from: shown.days.0,
        until: shown.days.1,
        deputy: shown.deputy.clone(),
    };
    let what = format!("away:{}:{}", shown.person, services.now().timestamp_millis());
    notice::tell(services, write, actor.server, (&what, news), &people).await
}

async fn shown(connection: &mut Connection, viewer: &Actor, (person, away): (PersonId, &Away)) -> Result<Shown> {
    Ok(Shown {
        person,
        name: access::name_of(connection, viewer, person).await?,
        days: (away.from, away.until),
        deputy: match away.deputy {
            Some(deputy) => Some(access::name_of(connection, viewer, deputy).await?),
            None => None,
        },
        own: person == viewer.person,
    })
}

async fn today(services: &Services, connection: &mut Connection, server: ServerId) -> Result<NaiveDate> {
    let server = store::server::by_id(connection, server).await?.ok_or(Error::NotHere)?;
    Ok(zone::day_of(services.now(), zone_of(&server.time_zone)))
}

fn zone_of(name: &str) -> Tz {
    scorecard::time_zone(name).unwrap_or(Tz::UTC)
}

/// Why somebody does not answer for what is theirs, with their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absent {
    /// They are away for some days.
    Away(String),
    /// They left the server.
    Left(String),
}

/// Who answers in place of those who are away at present, or left, for the KPIs of one scorecard.
pub(super) struct StandIns {
    away: HashMap<PersonId, Option<PersonId>>,
    left: HashSet<PersonId>,
}

impl StandIns {
    /// Looks them up. Whom somebody named and who may not read a private scorecard does not stand in there.
    pub async fn load(connection: &mut Connection, server: ServerId, card: &Scorecard) -> Result<Self> {
        let mut away = store::away::present(connection, server).await?;
        if card.visibility == Visibility::Private && !away.is_empty() {
            let readers = store::reader::of_scorecard(connection, server, card.id).await?;
            for named in away.values_mut() {
                *named = named.filter(|person| readers.people.contains(person));
            }
        }
        let left = store::person::gone(connection, server).await?;
        away.extend(left.iter().map(|person| (*person, None)));
        Ok(Self { away, left })
    }

    /// Why somebody is not asked for what is theirs.
    pub async fn why(&self, connection: &mut Connection, server: ServerId, person: PersonId) -> Result<Absent> {
        let found = store::person::by_id(connection, server, person).await?;
        let name = found.map(|person| person.name).unwrap_or_default();
        Ok(if self.left.contains(&person) {
            Absent::Left(name)
        } else {
            Absent::Away(name)
        })
    }

    /// Whether somebody is not away.
    pub fn is_here(&self, person: PersonId) -> bool {
        !self.away.contains_key(&person)
    }

    /// Who is told last of all what is overdue in the scorecard: its manager, or who is there in their place and may read it.
    pub async fn last(&self, connection: &mut Connection, server: ServerId, card: &Scorecard) -> Result<PersonId> {
        if self.is_here(card.manager) {
            return Ok(card.manager);
        }
        let mut above = store::scorecard::managers_above(connection, server, card.id).await?;
        if card.visibility == Visibility::Private {
            let readers = store::reader::of_scorecard(connection, server, card.id).await?;
            above.retain(|person| readers.people.contains(person));
        }
        Ok(told_last(card.manager, &above, &self.away))
    }

    /// Who is asked for the values of a KPI.
    pub fn asked(&self, card: &Scorecard, placed: &Placed) -> PersonId {
        let answering = Answering {
            first: placed.owner.unwrap_or(card.manager),
            deputy: placed.deputy,
            manager: card.manager,
        };
        asked(&answering, &self.away)
    }
}
