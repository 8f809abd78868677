//! The forms around a prompt: why there is no value, the same values again, and why they are off target.

use chrono::NaiveDate;
use serenity::all::{CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, Http, InputTextStyle};

use super::{HINT, LABEL, text};
use crate::discord::actor::Door;
use crate::discord::component::{Ask, Id};
use crate::discord::reply::{Place, Press};
use crate::discord::{Failure, view};
use crate::domain::id::{DraftId, ServerId};
use crate::domain::name::shorten_middle;
use crate::domain::value::MAX_REASON;
use crate::locale::Voice;
use crate::service::actual::{Entered, MAX_NOTE};
use crate::service::checkin::{self, Again, DueItem};

/// The field of a reason.
const REASON: &str = "reason";

/// The most characters of a value as it is typed.
const VALUE: u16 = 400;

/// The form that asks why a value is not applicable.
#[must_use]
pub fn no_value(voice: &Voice, server: ServerId, item: &DueItem) -> CreateInteractionResponse {
    let (kpi, first_day) = (item.kpi.id, item.period.first_day());
    let label = shorten_middle(&voice.words.say("ask-reason-label", &[]), LABEL);
    let limit = u16::try_from(MAX_REASON).unwrap_or(u16::MAX);
    let input = CreateInputText::new(InputTextStyle::Short, label, REASON)
        .required(true)
        .placeholder(shorten_middle(&view::ask::item(voice, item), HINT))
        .max_length(limit);
    let ask = Ask::NoValue { kpi, first_day };
    let title = shorten_middle(item.kpi.name.as_str(), LABEL);
    modal(Id::Ask { server, ask }, title, vec![CreateActionRow::InputText(input)])
}

/// The form of a check-in again, with what was entered.
#[must_use]
pub fn correct(voice: &Voice, server: ServerId, again: &[Again]) -> CreateInteractionResponse {
    let field = |value: &Again| {
        let label = shorten_middle(value.kpi.name.as_str(), LABEL);
        let id = format!("{}:{}", value.kpi.id, value.period.first_day());
        let entered = match (&value.typed, value.value) {
            (Some(typed), _) => typed.chars().take(usize::from(VALUE)).collect(),
            (None, Some(value)) => voice.numbers.plain(value),
            (None, None) => String::new(),
        };
        let input = CreateInputText::new(InputTextStyle::Short, label, id).required(false);
        CreateActionRow::InputText(input.max_length(VALUE).value(entered))
    };
    let title = shorten_middle(&voice.words.say("checkin-form-title-correct", &[]), LABEL);
    let rows = again.iter().take(checkin::FORM).map(field).collect();
    modal(Id::Checkin { server, page: 0 }, title, rows)
}

/// The form that asks why values are off target.
#[must_use]
pub fn why(voice: &Voice, (server, draft): (ServerId, DraftId), again: &[Again]) -> CreateInteractionResponse {
    let limit = u16::try_from(MAX_NOTE).unwrap_or(u16::MAX);
    let field = |value: &Again| {
        let label = shorten_middle(value.kpi.name.as_str(), LABEL);
        let revision = value.revision.unwrap_or_default();
        let id = format!("{}:{}:{revision}", value.kpi.id, value.period.first_day());
        let input = CreateInputText::new(InputTextStyle::Paragraph, label, id).required(false);
        CreateActionRow::InputText(input.max_length(limit))
    };
    let title = shorten_middle(&voice.words.say("checkin-form-title-why", &[]), LABEL);
    let rows = again.iter().take(checkin::FORM).map(field).collect();
    let ask = Ask::Why { draft };
    modal(Id::Ask { server, ask }, title, rows)
}

fn modal(id: Id, title: String, rows: Vec<CreateActionRow>) -> CreateInteractionResponse {
    CreateInteractionResponse::Modal(CreateModal::new(id.to_string(), title).components(rows))
}

/// Takes such a form in.
pub(super) async fn submit(
    http: &Http,
    answer: Press<'_>,
    (door, ask): (&Door, Ask),
    typed: &[(String, String)],
) -> Result<(), Failure> {
    let post = match ask {
        Ask::NoValue { kpi, first_day } => {
            let reason = text(typed, REASON);
            let saved = checkin::leave_out(&door.services, &door.actor, (kpi, first_day), reason).await?;
            view::ask::left_out(&door.voice, door.actor.server, &saved)
        }
        Ask::Why { .. } => {
            let notes: Vec<(Entered, &str)> = typed
                .iter()
                .filter_map(|(id, note)| Some((entered(id)?, note.as_str())))
                .collect();
            let explained = checkin::explain(&door.services, &door.actor, &notes).await?;
            view::ask::explained(&door.voice, &explained)
        }
        // The others are only on buttons and selects.
        _ => return Ok(()),
    };
    Ok(answer.answer(http, post, Place::Aside).await?)
}

/// The revision that a field's id names.
fn entered(id: &str) -> Option<Entered> {
    let mut parts = id.split(':');
    let (kpi, first_day, revision) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Entered {
        kpi: kpi.parse().ok()?,
        first_day: first_day.parse::<NaiveDate>().ok()?,
        revision: revision.parse().ok()?,
    })
}
