//! The buttons and selects of a prompt. A press may come days later, when the value is in, somebody else's, or its KPI out
//! of use: what is due is looked up anew, and whoever presses is told what has become of it.

use chrono::NaiveDate;
use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, Http};

use super::id::Ask;
use crate::discord::actor::Door;
use crate::discord::reply::{Place, Post, Press};
use crate::discord::view::ask as view;
use crate::discord::{Failure, form};
use crate::domain::id::{KpiId, ServerId};
use crate::service::{actual, checkin, kpi};

/// Takes a press on something below a prompt.
pub async fn press(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (server, ask): (ServerId, Ask),
) -> Result<(), Failure> {
    let answer = Press::Component(press);
    match ask {
        Ask::Same => {
            let entered = checkin::same_as_last(&door.services, &door.actor).await?;
            let post = super::view::checkin::entered(&door.voice, server, &entered);
            answer.answer(http, post, Place::Aside).await?;
        }
        Ask::Snooze => {
            let at = checkin::snooze(&door.services, &door.actor).await?;
            answer
                .answer(http, view::snoozed(&door.voice, at), Place::Aside)
                .await?;
        }
        Ask::TakeBack(entered) => {
            let undone = actual::undo(&door.services, &door.actor, entered).await?;
            let post = super::view::log::undone(&door.voice, &undone);
            answer.answer(http, post, Place::Here).await?;
        }
        Ask::LeaveOut { page } => leave_out(http, press, door, (server, page)).await?,
        Ask::NoValue { kpi, first_day } => open_reason(http, answer, door, (server, kpi, first_day)).await?,
        Ask::HandOver { page } => hand_over(http, press, door, (server, page)).await?,
        Ask::Give { kpi, page } => give(http, press, door, (server, kpi, page)).await?,
        Ask::Correct { draft } => {
            let again = checkin::again(&door.services, &door.actor, draft).await?;
            answer.respond(http, form::correct(&door.voice, server, &again)).await?;
        }
        Ask::Why { draft } => {
            let again = checkin::again(&door.services, &door.actor, draft).await?;
            answer
                .respond(http, form::why(&door.voice, (server, draft), &again))
                .await?;
        }
    }
    Ok(())
}

/// What was chosen from a list: another page of it, or one of its lines.
enum Chosen<T> {
    Nothing,
    Page(usize),
    One(T),
}

fn chosen<T>(press: &ComponentInteraction, read: impl Fn(&str) -> Option<T>) -> Chosen<T> {
    let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind else {
        return Chosen::Nothing;
    };
    let value = values.first().map_or("", String::as_str);
    match value.strip_prefix("page:").and_then(|page| page.parse().ok()) {
        Some(page) => Chosen::Page(page),
        None => read(value).map_or(Chosen::Nothing, Chosen::One),
    }
}

/// The KPI and the first day of the period that an option stands for.
fn value(text: &str) -> Option<(KpiId, NaiveDate)> {
    let (kpi, first_day) = text.split_once(':')?;
    Some((kpi.parse().ok()?, first_day.parse().ok()?))
}

/// Which of the due values is meant is asked where there are several.
async fn leave_out(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (server, page): (ServerId, usize),
) -> Result<(), Failure> {
    let answer = Press::Component(press);
    let (page, place) = match chosen(press, value) {
        Chosen::One((kpi, first_day)) => return open_reason(http, answer, door, (server, kpi, first_day)).await,
        Chosen::Page(page) => (page, Place::Here),
        Chosen::Nothing => (page, Place::Aside),
    };
    let due = checkin::due(&door.services, &door.actor).await?;
    let post = match &due[..] {
        [] => nothing_due(door),
        [only] => {
            let response = form::no_value(&door.voice, server, only);
            return Ok(answer.respond(http, response).await?);
        }
        several => view::which_has_none(&door.voice, (server, page), several),
    };
    Ok(answer.answer(http, post, place).await?)
}

async fn open_reason(
    http: &Http,
    answer: Press<'_>,
    door: &Door,
    (server, kpi, first_day): (ServerId, KpiId, NaiveDate),
) -> Result<(), Failure> {
    let item = checkin::still_due(&door.services, &door.actor, kpi, first_day).await?;
    Ok(answer.respond(http, form::no_value(&door.voice, server, &item)).await?)
}

/// Which of the due KPIs is meant is asked where there are several, and then to whom it goes.
async fn hand_over(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (server, page): (ServerId, usize),
) -> Result<(), Failure> {
    let (kpi, page, place) = match chosen(press, |text| text.parse().ok()) {
        Chosen::One(kpi) => (Some(kpi), 0, Place::Here),
        Chosen::Page(page) => (None, page, Place::Here),
        Chosen::Nothing => (None, page, Place::Aside),
    };
    let mut due = checkin::due(&door.services, &door.actor).await?;
    due.sort_by_key(|item| item.kpi.id);
    due.dedup_by_key(|item| item.kpi.id);
    let post = match (kpi, &due[..]) {
        (Some(kpi), _) => successors(door, (server, kpi, 0)).await?,
        (None, []) => nothing_due(door),
        (None, [only]) => successors(door, (server, only.kpi.id, 0)).await?,
        (None, several) => view::which_is_handed_over(&door.voice, (server, page), several),
    };
    Ok(Press::Component(press).answer(http, post, place).await?)
}

async fn give(
    http: &Http,
    press: &ComponentInteraction,
    door: &Door,
    (server, kpi, page): (ServerId, KpiId, usize),
) -> Result<(), Failure> {
    let post = match chosen(press, |text| text.parse().ok()) {
        Chosen::One(person) => {
            let (before, after) = kpi::hand_over_to(&door.services, &door.actor, kpi, person).await?;
            super::view::kpi::handed_over(&door.voice, &before, &after)
        }
        Chosen::Page(other) => successors(door, (server, kpi, other)).await?,
        Chosen::Nothing => successors(door, (server, kpi, page)).await?,
    };
    Ok(Press::Component(press).answer(http, post, Place::Here).await?)
}

async fn successors(door: &Door, (server, kpi, page): (ServerId, KpiId, usize)) -> Result<Post, Failure> {
    let (kpi, people) = kpi::successors(&door.services, &door.actor, kpi).await?;
    Ok(view::to_whom(&door.voice, (server, page), (&kpi, &people)))
}

fn nothing_due(door: &Door) -> Post {
    super::view::checkin::nothing_due(&door.voice)
}
