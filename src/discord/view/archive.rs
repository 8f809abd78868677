//! What went out of use or came back, as people read it: what went with it, and how it comes back.

use serenity::all::ButtonStyle;

use super::{bold, button, buttons};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::locale::Voice;
use crate::say;
use crate::service::archive::{Fate, Moved};

/// Something that went out of use, with the button that takes that back, or that came back.
pub fn moved(voice: &Voice, moved: &Moved) -> Post {
    let words = voice.words;
    let name = bold(&moved.name);
    let with = with(voice, moved);
    match moved.fate {
        Fate::Removed => Post::text(say!(
            words,
            "archive-removed",
            name = name,
            scorecard = bold(&moved.scorecard)
        )),
        Fate::Restored => Post::text(say!(words, "archive-restored", name = name, with = with)),
        Fate::Archived => {
            let said = say!(words, "archive-archived", name = name, with = with);
            let next = words.say(&format!("archive-next-{}", moved.thing.subject()), &[]);
            let mut lines = vec![said];
            if moved.children > 0 {
                lines.push(say!(words, "archive-children", count = moved.children));
            }
            lines.push(next);
            let undo = words.say("log-button-undo", &[]);
            let undo = button(Id::Restore(moved.thing), undo, ButtonStyle::Secondary);
            Post::text(lines.join("\n")).row(buttons(vec![undo]))
        }
    }
}

/// ` with 2 objectives and 7 KPIs`; empty where nothing goes with it.
fn with(voice: &Voice, moved: &Moved) -> String {
    let words = voice.words;
    let mut parts = Vec::new();
    if moved.objectives > 0 {
        parts.push(say!(words, "count-objectives", count = moved.objectives));
    }
    if moved.kpis > 0 {
        parts.push(say!(words, "count-kpis", count = moved.kpis));
    }
    if parts.is_empty() {
        String::new()
    } else {
        say!(words, "archive-with", parts = parts.join(", "))
    }
}
