//! The form by which a sponsor says something to a digest.

use serenity::all::{CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal, InputTextStyle};

use super::text;
use crate::discord::Failure;
use crate::discord::actor::Door;
use crate::discord::component::{Act, Id};
use crate::domain::id::{ReviewId, ServerId};
use crate::locale::Voice;
use crate::service::review;

/// The form: a text.
#[must_use]
pub fn form(voice: &Voice, server: ServerId, id: ReviewId) -> CreateInteractionResponse {
    let words = voice.words;
    let limit = u16::try_from(review::MAX_COMMENT).unwrap_or(u16::MAX);
    let label = words.say("sponsor-form-label", &[]);
    let input = CreateInputText::new(InputTextStyle::Paragraph, label, "comment");
    let row = CreateActionRow::InputText(input.required(true).max_length(limit));
    let id = Id::Act(Act::Comment(server, id)).to_string();
    let modal = CreateModal::new(id, words.say("sponsor-form-title", &[]));
    CreateInteractionResponse::Modal(modal.components(vec![row]))
}

/// Says what the form says.
pub async fn submit(door: &Door, id: ReviewId, typed: &[(String, String)]) -> Result<(), Failure> {
    Ok(review::comment(&door.services, &door.actor, id, text(typed, "comment")).await?)
}
