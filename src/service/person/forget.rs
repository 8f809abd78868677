//! To be forgotten: a person's name and Discord id leave the server's rows, what they entered stays. Notes belong to the
//! numbers they explain and stay as well, without a name.

use serde_json::Value;

use crate::domain::zone;
use crate::service::{Actor, Conflict, Error, Result, Services, checkin, review, scorecard};
use crate::store::kpi::Place;
use crate::store::{self, Connection};

/// How somebody is called who was forgotten.
const NOBODY: &str = "—";

/// The fields of stored contents that hold people's names, alone or first in a list.
const NAMES: [&str; 5] = ["answers", "owner", "by", "note_by", "from"];

/// Forgets who asks for it, in this server. Whoever manages scorecards gives them to somebody first.
pub async fn forget(services: &Services, actor: &Actor) -> Result<()> {
    let mut write = services.write().await?;
    let server = actor.server;
    let person = store::person::by_id(&mut write, server, actor.person).await?;
    let person = person.ok_or(Error::NotHere)?;
    let cards = store::scorecard::all(&mut write, server).await?;
    let archived = store::scorecard::archived(&mut write, server).await?;
    let managed = cards.iter().chain(&archived).filter(|card| card.manager == person.id);
    let managed: Vec<String> = managed.map(|card| card.name.clone()).collect();
    if !managed.is_empty() {
        return Err(Conflict::StillManages { scorecards: managed }.into());
    }
    release(services, &mut write, actor).await?;
    store::person::forget(&mut write, server, person.id, NOBODY).await?;
    rewrite(&mut write, actor, &person.name).await?;
    services.keep(write).await
}

/// Their KPIs become their managers' to answer.
async fn release(services: &Services, write: &mut Connection, actor: &Actor) -> Result<()> {
    let mine = |person: Option<crate::domain::id::PersonId>| person == Some(actor.person);
    for placed in store::kpi::all(write, actor.server, store::PRESENT).await? {
        if !mine(placed.owner) && !mine(placed.deputy) {
            continue;
        }
        let Some(card) = store::scorecard::by_id(write, actor.server, placed.scorecard).await? else {
            continue;
        };
        let today = zone::day_of(services.now(), scorecard::zone_of(&card));
        let place = Place {
            objective: placed.objective,
            owner: placed.owner.filter(|owner| *owner != actor.person),
            deputy: placed.deputy.filter(|deputy| *deputy != actor.person),
            weight: placed.weight,
        };
        store::kpi::place(write, actor.server, placed.kpi.id, today, place).await?;
        checkin::handed_over(write, actor.server, placed.kpi.id).await?;
        review::ask_anew(services, write, (actor.server, &card), placed.kpi.id).await?;
    }
    Ok(())
}

/// Takes their name out of what was said and published.
async fn rewrite(write: &mut Connection, actor: &Actor, name: &str) -> Result<()> {
    for (id, kept) in store::person::naming_notices(write, actor.server, name).await? {
        if let Some(without) = without(&kept, name)? {
            store::person::rewrite_notice(write, actor.server, id, &without).await?;
        }
    }
    for (id, kept) in store::person::naming_reviews(write, actor.server, name).await? {
        if let Some(without) = without(&kept, name)? {
            store::person::rewrite_review(write, actor.server, id, &without).await?;
        }
    }
    Ok(())
}

/// A stored content without a name; none where it does not name them.
fn without(kept: &str, name: &str) -> Result<Option<String>> {
    let mut content: Value = serde_json::from_str(kept)?;
    Ok(erase(&mut content, name).then(|| content.to_string()))
}

fn erase(content: &mut Value, name: &str) -> bool {
    match content {
        Value::Object(fields) => {
            let mut erased = false;
            for (field, value) in fields {
                erased |= if NAMES.contains(&field.as_str()) {
                    erase_name(value, name)
                } else {
                    erase(value, name)
                };
            }
            erased
        }
        Value::Array(values) => values
            .iter_mut()
            .fold(false, |erased, value| erase(value, name) | erased),
        _ => false,
    }
}

/// A field that holds a name, or a name with a Discord id.
fn erase_name(value: &mut Value, name: &str) -> bool {
    match value {
        Value::String(text) if text == name => {
            NOBODY.clone_into(text);
            true
        }
        Value::Array(parts) if parts.first().and_then(Value::as_str) == Some(name) => {
            *parts = vec![Value::from(NOBODY), Value::Null];
            true
        }
        other => erase(other, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leaves_the_fields_of_people_and_no_others() {
        let kept =
            r#"{"content":"alert-1","kpi":{"name":"Leo"},"owner":["Leo",7],"note":"Leo","lines":[{"answers":"Leo"}]}"#;
        let without = without(kept, "Leo").unwrap().unwrap();
        let expected =
            r#"{"content":"alert-1","kpi":{"name":"Leo"},"lines":[{"answers":"—"}],"note":"Leo","owner":["—",null]}"#;
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&without), read(expected));
        assert_eq!(super::without(kept, "Maria").unwrap(), None);
    }
}
