//! Forms: what they look like when they open, and what is done when they come back. Fields carry their KPI and period in
//! their id; the services check everything else.

pub mod alert;
mod ask;
pub mod initiative;
pub mod sponsor;

use std::sync::Arc;

use chrono::NaiveDate;
use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, Http, InputTextStyle,
    ModalInteraction,
};

use super::actor::Door;
use super::component::{Act, Id, Start};
use super::reply::{Place, Press};
use super::{Bot, Failure, view};
use crate::domain::id::{KpiId, ServerId};
use crate::domain::name::{MAX_LENGTH, shorten_middle};
use crate::domain::value::MAX_REASON;
use crate::locale::Voice;
use crate::say;
use crate::service::actual::{self, Entered};
use crate::service::checkin::{self, DueItem, Field};
use crate::service::scorecard::{self, Create};

pub use ask::{correct, no_value, why};

/// Discord's limit for the label of a field and the title of a form.
const LABEL: usize = 45;

/// Discord's limit for what a field shows while it is empty.
const HINT: usize = 100;

/// The field of a new scorecard's name.
const NAME: &str = "name";

/// The field of a reason.
const REASON: &str = "reason";

/// The field of a note.
const NOTE: &str = "note";

/// The form of a check-in: a field a value.
#[must_use]
pub fn checkin(voice: &Voice, server: ServerId, items: &[DueItem]) -> CreateInteractionResponse {
    let rows = items.iter().take(checkin::FORM).map(|item| {
        let label = shorten_middle(item.kpi.name.as_str(), LABEL);
        let hint = shorten_middle(&view::checkin::hint(voice, item), HINT);
        let id = format!("{}:{}", item.kpi.id, item.period.first_day());
        let input = CreateInputText::new(InputTextStyle::Short, label, id)
            .required(false)
            .placeholder(hint);
        CreateActionRow::InputText(input.max_length(400))
    });
    let title = shorten_middle(&view::checkin::form_title(voice, items), LABEL);
    let id = Id::Checkin { server, page: 0 }.to_string();
    CreateInteractionResponse::Modal(CreateModal::new(id, title).components(rows.collect()))
}

/// The form of a note.
#[must_use]
pub fn note(voice: &Voice, server: ServerId, entered: Entered) -> CreateInteractionResponse {
    let words = voice.words;
    let limit = u16::try_from(actual::MAX_NOTE).unwrap_or(u16::MAX);
    let input = CreateInputText::new(InputTextStyle::Paragraph, words.say("log-note-label", &[]), NOTE);
    let row = CreateActionRow::InputText(input.required(true).max_length(limit));
    let id = Id::Note {
        entered,
        server: Some(server),
    };
    let modal = CreateModal::new(id.to_string(), words.say("log-note-title", &[]));
    CreateInteractionResponse::Modal(modal.components(vec![row]))
}

/// The form that rejects a *not applicable*: why.
#[must_use]
pub fn reject(voice: &Voice, entered: Entered) -> CreateInteractionResponse {
    let words = voice.words;
    let limit = u16::try_from(MAX_REASON).unwrap_or(u16::MAX);
    let input = CreateInputText::new(InputTextStyle::Paragraph, words.say("reject-label", &[]), REASON);
    let row = CreateActionRow::InputText(input.required(false).max_length(limit));
    let modal = CreateModal::new(Id::Reject(entered).to_string(), words.say("reject-title", &[]));
    CreateInteractionResponse::Modal(modal.components(vec![row]))
}

/// The form of a new, empty scorecard; it begins with the server's name.
#[must_use]
pub fn new_scorecard(voice: &Voice, server_name: &str) -> CreateInteractionResponse {
    let words = voice.words;
    let limit = u16::try_from(MAX_LENGTH).unwrap_or(u16::MAX);
    let input = CreateInputText::new(InputTextStyle::Short, words.say("start-name-label", &[]), NAME)
        .required(true)
        .max_length(limit)
        .value(server_name);
    let modal = CreateModal::new(Id::Start(Start::Empty).to_string(), words.say("start-name-title", &[]));
    CreateInteractionResponse::Modal(modal.components(vec![CreateActionRow::InputText(input)]))
}

/// Takes a form that came back.
pub async fn submit(http: &Http, bot: &Arc<Bot>, submitted: &ModalInteraction) -> Result<(), Failure> {
    let answer = Press::Form(submitted);
    let Some(id) = Id::read(&submitted.data.custom_id) else {
        return Ok(());
    };
    let door = Door::of_form(http, bot, submitted, &id).await?;
    let typed = fields(submitted);
    match id {
        Id::Checkin { server, .. } => {
            let fields: Vec<Field<'_>> = typed.iter().filter_map(|(id, typed)| field(id, typed)).collect();
            let entered = checkin::enter(&door.services, &door.actor, &fields, door.number_format).await?;
            answer
                .answer(
                    http,
                    view::checkin::entered(&door.voice, server, &entered),
                    Place::Aside,
                )
                .await?;
        }
        Id::Note { entered, .. } => {
            let held = actual::annotate(&door.services, &door.actor, entered, text(&typed, NOTE)).await?;
            let said = say!(door.voice.words, "log-note-saved", status = held_sign(&held));
            answer
                .answer(http, super::reply::Post::text(said), Place::Aside)
                .await?;
        }
        Id::Ask { ask, .. } => ask::submit(http, answer, (&door, ask), &typed).await?,
        Id::Reject(entered) => {
            let reason = Some(text(&typed, REASON));
            let rejected = actual::reject(&door.services, &door.actor, entered, reason).await?;
            let post = view::reject::rejected(&door.voice, door.actor.server, &rejected);
            answer.answer(http, post, Place::Aside).await?;
        }
        Id::Start(Start::Empty) => {
            let wanted = Create {
                name: text(&typed, NAME).to_owned(),
                ..Create::default()
            };
            let created = scorecard::create(&door.services, &door.actor, &wanted).await?;
            answer
                .answer(http, view::scorecard::created(&door.voice, &created), Place::Aside)
                .await?;
        }
        Id::Act(Act::Begin(kpi)) => {
            let shown = initiative::submit(&door, kpi, &typed).await?;
            let post = view::initiative::added(&door.voice, &shown);
            answer.answer(http, post, Place::Aside).await?;
        }
        Id::Act(Act::Alert(alert, how)) => {
            let listed = alert::submit(&door, (alert, how), &typed).await?;
            let post = view::alert::answered(&door.voice, &listed, how);
            answer.answer(http, post, Place::Aside).await?;
        }
        Id::Act(Act::Comment(_, review)) => {
            sponsor::submit(&door, review, &typed).await?;
            let said = door.voice.words.say("sponsor-commented", &[]);
            answer
                .answer(http, super::reply::Post::text(said), Place::Aside)
                .await?;
        }
        // The others are only on buttons and selects.
        _ => {}
    }
    Ok(())
}

/// What was typed into a field.
fn text<'a>(typed: &'a [(String, String)], wanted: &str) -> &'a str {
    let found = typed.iter().find(|(id, _)| id == wanted);
    found.map_or("", |(_, typed)| typed.as_str())
}

fn held_sign(held: &actual::Held) -> &'static str {
    held.judgement.map_or("▫️", |judgement| judgement.status.sign())
}

/// The ids and texts of a form's fields.
fn fields(submitted: &ModalInteraction) -> Vec<(String, String)> {
    let inputs = submitted.data.components.iter().flat_map(|row| &row.components);
    inputs
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => {
                Some((input.custom_id.clone(), input.value.clone().unwrap_or_default()))
            }
            _ => None,
        })
        .collect()
}

fn field<'a>(id: &str, typed: &'a str) -> Option<Field<'a>> {
    let (kpi, first_day) = id.split_once(':')?;
    let kpi: KpiId = kpi.parse().ok()?;
    let first_day: NaiveDate = first_day.parse().ok()?;
    Some(Field { kpi, first_day, typed })
}
