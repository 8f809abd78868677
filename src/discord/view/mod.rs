//! Values → messages: what people read, in their words. Loads nothing, decides nothing.

mod alert;
mod ask;
pub mod checkin;
mod digest;
pub mod log;
pub mod notice;
pub mod summary;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbed};

use super::component::Id;
use crate::domain::score::Status;
use crate::domain::target::Counts;
use crate::locale::Voice;

/// Discord's limit for the text of one embed.
const EMBED_TEXT: usize = 4096;

/// The colour of a status.
fn colour(status: Status) -> u32 {
    match status {
        Status::OnTarget => 0x002E_A043,
        Status::AtRisk => 0x00E3_B341,
        Status::OffTarget => 0x00DA_3633,
        Status::NoData | Status::NotApplicable | Status::Unscored => 0x008B_949E,
    }
}

/// An embed in the colour of a status.
fn embed(status: Status, text: impl Into<String>) -> CreateEmbed {
    CreateEmbed::new().colour(colour(status)).description(text)
}

/// A button that leads somewhere.
fn button(id: Id, label: String, style: ButtonStyle) -> CreateButton {
    CreateButton::new(id.to_string()).label(label).style(style)
}

/// A row of buttons.
fn buttons(buttons: Vec<CreateButton>) -> CreateActionRow {
    CreateActionRow::Buttons(buttons)
}

/// `19 🟢 2 🟡 4 🔴 15 ▫️`, without what there is none of.
fn counts(counts: &Counts) -> String {
    let some = Status::ALL.iter().filter(|status| counts.of(**status) > 0);
    let parts: Vec<String> = some
        .map(|status| format!("{} {}", counts.of(*status), status.sign()))
        .collect();
    parts.join(" ")
}

/// A score with its change: `6.1 🟡 at risk (−0.5)`.
fn change(voice: &Voice, change: Option<rust_decimal::Decimal>) -> Option<String> {
    change.map(|change| voice.numbers.change(change, 1))
}
