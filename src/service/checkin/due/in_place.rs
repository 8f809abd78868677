//! What a deputy or a manager is asked for when it is overdue and its owner has not answered.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{AskedOn, DueItem, Expected, InPlace, Last, expected};
use crate::domain::id::{KpiId, PersonId, ServerId};
use crate::domain::zone;
use crate::service::away::StandIns;
use crate::service::review::business_days_late;
use crate::service::{Result, scorecard};
use crate::store::scorecard::Scorecard;
use crate::store::{self, Connection};

/// The missing values of others that somebody was asked for, while they may still enter them.
pub(super) async fn of_others(connection: &mut Connection, server: ServerId, person: PersonId) -> Result<Vec<DueItem>> {
    let mut asked = store::review::stood_in_for(connection, server, person).await?;
    let mut found = Vec::new();
    while let Some((card, review, _)) = asked.first().copied() {
        let of_review = |(other, period, _): &(_, _, _)| (*other, *period) == (card, review);
        let values: Vec<(KpiId, NaiveDate)> = asked.extract_if(.., |one| of_review(one)).map(|one| one.2).collect();
        let Some(card) = store::scorecard::by_id(connection, server, card).await? else {
            continue;
        };
        let last = StandIns::load(connection, server, &card).await?;
        let last = last.last(connection, server, &card).await? == person;
        for value in expected(connection, server, &card, review).await? {
            let known = (value.item.kpi.id, value.item.period.first_day());
            let stands_in = value.deputy == Some(person) || last;
            if value.entry.is_none() && value.answers != person && stands_in && values.contains(&known) {
                found.push(explained(connection, server, (&card, last), value).await?);
            }
        }
    }
    Ok(found)
}

async fn explained(
    connection: &mut Connection,
    server: ServerId,
    (card, last): (&Scorecard, bool),
    value: Expected,
) -> Result<DueItem> {
    let of = name(connection, server, value.answers).await?;
    let last = if last {
        let asked = asked_on(connection, server, &value, scorecard::zone_of(card)).await?;
        Some(Last {
            days_late: business_days_late(card),
            asked,
        })
    } else {
        None
    };
    Ok(DueItem {
        in_place: Some(InPlace { of, last }),
        ..value.item
    })
}

/// Who was asked for a value on which days, the first who was asked first.
async fn asked_on(connection: &mut Connection, server: ServerId, value: &Expected, zone: Tz) -> Result<Vec<AskedOn>> {
    let (kpi, first_day) = (value.item.kpi.id, value.item.period.first_day());
    let mut asked: Vec<(PersonId, Vec<NaiveDate>)> = Vec::new();
    for (person, at) in store::review::reached(connection, server, kpi, first_day).await? {
        let day = zone::day_of(at, zone);
        match asked.iter_mut().find(|(other, _)| *other == person) {
            Some((_, days)) if days.contains(&day) => {}
            Some((_, days)) => days.push(day),
            None => asked.push((person, vec![day])),
        }
    }
    let mut named = Vec::with_capacity(asked.len());
    for (person, days) in asked {
        let person = name(connection, server, person).await?;
        named.push(AskedOn { person, days });
    }
    Ok(named)
}

async fn name(connection: &mut Connection, server: ServerId, person: PersonId) -> Result<String> {
    let found = store::person::by_id(connection, server, person).await?;
    Ok(found.map(|person| person.name).unwrap_or_default())
}
