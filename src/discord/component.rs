//! Buttons and selects: routed by a versioned `custom_id`, so that one pressed a week and three restarts later still
//! works. Nothing in an id is trusted: the services check who may do what.

mod act;
mod ask;
mod cascade;
mod id;
mod import;
mod jump;
mod picture;
mod post;
mod start;
mod structure;
mod why;

use std::sync::Arc;

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, Http};

use super::actor::Door;
use super::reply::{Place, Post, Press};
use super::{Bot, Failure, form, view};
use crate::service::summary::Shape;
use crate::service::{actual, checkin, review, summary};

pub use cascade::Opened;
pub use id::{Act, Ask, Id, Span, Start};
pub use jump::Jump;

/// Takes a press.
pub async fn press(http: &Http, bot: &Arc<Bot>, press: &ComponentInteraction) -> Result<(), Failure> {
    let answer = Press::Component(press);
    let Some(id) = Id::read(&press.data.custom_id) else {
        return stale(http, answer).await;
    };
    let door = Door::of_press(http, bot, press, &id).await?;
    match id {
        Id::Undo { entered, .. } => {
            let undone = actual::undo(&door.services, &door.actor, entered).await?;
            answer
                .answer(http, view::log::undone(&door.voice, &undone), Place::Here)
                .await?;
        }
        Id::Note { entered, .. } => {
            let server = door.actor.server;
            answer.respond(http, form::note(&door.voice, server, entered)).await?;
        }
        Id::Reject(entered) => answer.respond(http, form::reject(&door.voice, entered)).await?,
        Id::Settle { draft, reading, .. } => {
            let saved = actual::settle(&door.services, &door.actor, draft, reading).await?;
            let post = view::log::recorded(&door.voice, door.actor.server, &saved);
            // A form's answer keeps the buttons of the values that still wait.
            let alone = press.message.components.len() == 1;
            let place = if alone { Place::Here } else { Place::Aside };
            answer.answer(http, post, place).await?;
        }
        Id::Import { draft } => Box::pin(import::apply(http, press, &door, draft)).await?,
        Id::Schedule { draft } => {
            let saved = review::schedule::save(&door.services, &door.actor, draft).await?;
            answer
                .answer(http, view::review::planned(&door.voice, &saved), Place::Here)
                .await?;
        }
        Id::CancelImport { draft } => import::cancel(http, press, &door, draft).await?,
        Id::Checkin { server, page } => open_checkin(http, answer, &door, (server, page)).await?,
        Id::Act(act) => act::press(http, press, &door, act).await?,
        Id::Ask { server, ask } => ask::press(http, press, &door, (server, ask)).await?,
        Id::Start(_) | Id::Restore(_) | Id::Audit(_) | Id::Back(_) | Id::History(_) | Id::Forget => {
            structure::press(http, press, &door, id).await?;
        }
        Id::Cascade { top, page } => Box::pin(cascade::press(http, bot, (press, &door), (top, page))).await?,
        Id::Why { .. } | Id::WhyKpi { .. } => Box::pin(why::press(http, press, &door, id)).await?,
        Id::Summary {
            card,
            period,
            view,
            perspective,
        } => {
            let chosen = match &press.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => {
                    values.first().and_then(|value| value.parse().ok())
                }
                _ => perspective,
            };
            let shown =
                summary::of_period(&door.services, &door.actor, card, (period.kind, period.first_day, view)).await?;
            answer
                .answer(http, view::summary::shown(&door.voice, &shown, chosen), Place::Here)
                .await?;
        }
        Id::Picture { card, period, view } => {
            Box::pin(picture::press(http, bot, (press, &door), (card, period, view))).await?;
        }
        Id::Post {
            card,
            period,
            view,
            perspective,
        } => {
            let shape = Shape::Words(perspective);
            post::summary(http, press, &door, (card, period, view, shape)).await?;
        }
        Id::PostPicture {
            card,
            period,
            view,
            drawn,
        } => {
            let shape = Shape::Picture(drawn);
            post::summary(http, press, &door, (card, period, view, shape)).await?;
        }
    }
    Ok(())
}

/// A check-in's form can only be opened by a press, and holds five values.
async fn open_checkin(
    http: &Http,
    answer: Press<'_>,
    door: &Door,
    (server, page): (crate::domain::id::ServerId, usize),
) -> Result<(), Failure> {
    let due = checkin::due(&door.services, &door.actor).await?;
    let from = (page * checkin::FORM).min(due.len());
    let fields = &due[from..];
    let fields = if fields.is_empty() { &due[..] } else { fields };
    if fields.is_empty() {
        answer
            .answer(http, view::checkin::nothing_due(&door.voice), Place::Aside)
            .await?;
        return Ok(());
    }
    let response = form::checkin(&door.voice, server, &fields[..fields.len().min(checkin::FORM)]);
    answer.respond(http, response).await?;
    Ok(())
}

/// A button that this version does not know any more, or another bot's.
async fn stale(http: &Http, answer: Press<'_>) -> Result<(), Failure> {
    let words = crate::locale::Words::of(answer.locale());
    answer
        .answer(http, Post::text(words.say("error-stale-button", &[])), Place::Aside)
        .await?;
    Ok(())
}
