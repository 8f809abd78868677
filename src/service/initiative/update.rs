//! What is said of an initiative: how far it is, what it has cost, what was reached. Each update stays on record.

use super::{Details, Initiative, Shown, describe, find, full, money, put, refuse_taken, save, text, today};
use crate::domain::audit::{Subject, Verb, between};
use crate::domain::initiative::{InitiativeStatus, MOST_MILESTONES, Progress};
use crate::domain::name::{Name, closest, fold};
use crate::domain::value::NumberFormat;
use crate::service::audit::{self, Entry, facts};
use crate::service::person::Named;
use crate::service::{Actor, Error, Invalid, NotFound, Noun, Result, Services, access, alert, scorecard};
use crate::store::initiative::history::{self, Mark};
use crate::store::{Connection, Number};

/// What somebody says of an initiative, as typed.
#[derive(Debug, Clone, Default)]
pub struct Change<'a> {
    /// Its new name.
    pub name: Option<&'a str>,
    /// Where it stands.
    pub status: Option<InitiativeStatus>,
    /// How much of it is done, 0 to 100.
    pub percent: Option<u8>,
    /// In words.
    pub note: Option<&'a str>,
    /// What it has cost so far.
    pub spent: Option<&'a str>,
    /// A milestone that was reached.
    pub reached: Option<&'a str>,
    /// Who does it from now.
    pub owner: Option<Named>,
    /// Everything else; milestones come after those that it has.
    pub details: Details<'a>,
}

/// Changes an initiative; gives it before and after.
pub async fn update(
    services: &Services,
    actor: &Actor,
    (typed, wanted): (&str, &Change<'_>),
    format: NumberFormat,
) -> Result<(Shown, Shown)> {
    let mut write = services.write().await?;
    let (one, place) = find::named(&mut write, actor, typed).await?;
    if one.owner != actor.person {
        place.keep(&mut write, actor).await?;
    }
    let today = today(services, &place.card);
    let before = describe(services, &mut write, actor, (one.clone(), &place.card)).await?;
    let mut after = one.clone();
    let more = put(&mut after, &wanted.details, (today, format))?;
    change(&mut write, actor, &mut after, (wanted, format)).await?;
    if before.marks.len() + more.len() > MOST_MILESTONES {
        return Err(full(Noun::Milestone, MOST_MILESTONES));
    }
    let reached = wanted.reached.map(|typed| mark(&before.marks, typed)).transpose()?;
    let note = wanted.note.map(|note| text("note", note)).transpose()?;
    if after == one && more.is_empty() && reached.is_none() && note.is_none() {
        return Err(Invalid::NothingToChange.into());
    }
    let name = Name::parse(&after.name)?;
    if after.name != one.name || (after.status.is_open() && !one.status.is_open()) {
        refuse_taken(&mut write, actor, &after, &name).await?;
    }
    save(services, &mut write, actor, (&after, &name, &place.card)).await?;
    for milestone in &more {
        history::add_mark(&mut write, actor.server, one.id, milestone).await?;
    }
    if let Some(position) = reached {
        history::reach(&mut write, actor.server, (one.id, position), today).await?;
    }
    let progress = Progress {
        status: after.status,
        percent: after.percent,
    };
    let said = (actor.person, services.now());
    history::add_update(&mut write, actor.server, (one.id, progress, note), said).await?;
    let entry = Entry::new(Verb::Changed, Subject::Initiative, (Some(one.id.get()), &after.name));
    let changes = between(&facts::initiative(&one), &facts::initiative(&after));
    let entry = entry.within(place.card.id).with(changes).because(note);
    audit::record(services, &mut write, actor, entry).await?;
    alert::touched(services, &mut write, actor, (place.kpi, place.objective)).await?;
    let after = describe(services, &mut write, actor, (after, &place.card)).await?;
    services.keep(write).await?;
    Ok((before, after))
}

async fn change(
    write: &mut Connection,
    actor: &Actor,
    one: &mut Initiative,
    (wanted, format): (&Change<'_>, NumberFormat),
) -> Result<()> {
    if let Some(name) = wanted.name {
        one.name = Name::parse(name)?.to_string();
    }
    if let Some(owner) = scorecard::somebody(write, actor, wanted.owner.as_ref()).await? {
        one.owner = owner;
        one.owner_name = access::name_of(write, actor, owner).await?;
    }
    if let Some(typed) = wanted.spent {
        let known = Some(&one.money_unit).filter(|unit| !unit.as_str().is_empty());
        let (spent, unit) = money(typed, known, format)?;
        one.spent = Some(Number(spent));
        one.money_unit = unit;
    }
    let progress = Progress {
        status: one.status,
        percent: one.percent,
    }
    .after(wanted.status, wanted.percent);
    (one.status, one.percent) = (progress.status, progress.percent);
    Ok(())
}

/// The milestone that somebody means, by words of it that no other one has.
fn mark(marks: &[Mark], typed: &str) -> Result<i64> {
    let query = fold(typed);
    let exact = marks.iter().find(|mark| fold(&mark.name) == query);
    let mut found = marks.iter().filter(|mark| fold(&mark.name).contains(&query));
    let found = exact.or_else(|| match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    });
    found.map(|mark| mark.position).ok_or_else(|| {
        let names: Vec<String> = marks.iter().map(|mark| mark.name.clone()).collect();
        Error::from(NotFound {
            noun: Noun::Milestone,
            typed: typed.to_owned(),
            close: closest(typed, names.iter()).into_iter().cloned().collect(),
        })
    })
}
