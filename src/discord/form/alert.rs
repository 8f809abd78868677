//! The forms by which an alert is answered, opened by "Acknowledge" and "Snooze…".

use serenity::all::{CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, InputTextStyle};

use super::{LABEL, text};
use crate::discord::Failure;
use crate::discord::actor::Door;
use crate::discord::component::{Act, Id};
use crate::domain::id::AlertId;
use crate::domain::name::shorten_middle;
use crate::locale::Voice;
use crate::service::alert::{self, Answering, Listed};

/// The form: what is said, and until when.
#[must_use]
pub fn form(voice: &Voice, id: AlertId, how: Answering) -> CreateInteractionResponse {
    let words = voice.words;
    let needs = |field| (field == "until") == (how == Answering::Snooze);
    let field = |field: &'static str, style, most| {
        let optional = if needs(field) { "" } else { "-optional" };
        let label = words.say(&format!("alert-form-{field}{optional}"), &[]);
        let input = CreateInputText::new(style, shorten_middle(&label, LABEL), field);
        CreateActionRow::InputText(input.required(needs(field)).max_length(most))
    };
    let mut rows = vec![
        field("comment", InputTextStyle::Paragraph, 500),
        field("until", InputTextStyle::Short, 40),
    ];
    let title = match how {
        Answering::Acknowledge => "alert-form-acknowledge",
        Answering::Snooze => {
            rows.reverse();
            "alert-form-snooze"
        }
    };
    let modal = CreateModal::new(Id::Act(Act::Alert(id, how)).to_string(), words.say(title, &[]));
    CreateInteractionResponse::Modal(modal.components(rows))
}

/// Answers as the form says.
pub async fn submit(
    door: &Door,
    (id, how): (AlertId, Answering),
    typed: &[(String, String)],
) -> Result<Listed, Failure> {
    let given = |field| Some(text(typed, field).trim()).filter(|text| !text.is_empty());
    let (services, actor) = (&door.services, &door.actor);
    Ok(match how {
        Answering::Acknowledge => {
            alert::acknowledge(services, actor, id, (text(typed, "comment"), given("until"))).await?
        }
        Answering::Snooze => alert::snooze(services, actor, id, (given("comment"), text(typed, "until"))).await?,
    })
}
