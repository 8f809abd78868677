//! The form of an initiative about a KPI, opened by "Add action".

use serenity::all::{CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, InputTextStyle};

use super::{LABEL, text};
use crate::discord::Failure;
use crate::discord::actor::Door;
use crate::discord::component::{Act, Id};
use crate::domain::id::KpiId;
use crate::domain::name::{MAX_LENGTH, shorten_middle};
use crate::locale::Voice;
use crate::service::initiative::{self, About, Add, Details, Shown};

/// The form: what is done, by when, what is expected, milestones.
#[must_use]
pub fn form(voice: &Voice, kpi: KpiId) -> CreateInteractionResponse {
    let words = voice.words;
    let field = |id: &'static str, style, most: u16| {
        let label = words.say(&format!("initiative-form-{id}"), &[]);
        let input = CreateInputText::new(style, shorten_middle(&label, LABEL), id);
        CreateActionRow::InputText(input.required(id == "name").max_length(most))
    };
    let rows = vec![
        field(
            "name",
            InputTextStyle::Short,
            u16::try_from(MAX_LENGTH).unwrap_or(u16::MAX),
        ),
        field("due", InputTextStyle::Short, 40),
        field("effect", InputTextStyle::Paragraph, 500),
        field("milestones", InputTextStyle::Paragraph, 2000),
    ];
    let title = words.say("initiative-form-title", &[]);
    let modal = CreateModal::new(Id::Act(Act::Begin(kpi)).to_string(), title);
    CreateInteractionResponse::Modal(modal.components(rows))
}

/// Begins what the form says, for who sent it.
pub async fn submit(door: &Door, kpi: KpiId, typed: &[(String, String)]) -> Result<Shown, Failure> {
    let given = |field| Some(text(typed, field).trim()).filter(|text| !text.is_empty());
    let wanted = Add {
        name: text(typed, "name"),
        about: About::KpiRow(kpi),
        owner: None,
        details: Details {
            due: given("due"),
            effect: given("effect"),
            milestones: given("milestones"),
            ..Details::default()
        },
    };
    Ok(initiative::add(&door.services, &door.actor, &wanted, door.number_format).await?)
}
