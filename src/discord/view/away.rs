//! Who is away, from when until when, and who stands in.

use serenity::all::{ButtonStyle, CreateButton};

use super::{bold, button, buttons};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::away::Shown;

/// How many absences have a button: Discord's limit for a row.
const BUTTONS: usize = 5;

/// How many absences are listed.
const LISTED: usize = 25;

/// An absence that was said, and how to take it back.
pub fn set(voice: &Voice, shown: &Shown) -> Post {
    let text = format!("{}\n{}", line(voice, shown), voice.words.say("away-next", &[]));
    Post::text(text).row(buttons(vec![back(voice, shown)]))
}

/// An absence that ended before its time.
pub fn ended(voice: &Voice, shown: &Shown) -> Post {
    Post::text(say!(voice.words, "away-ended", name = bold(&shown.name)))
}

/// The absences that concern somebody.
pub fn listed(voice: &Voice, all: &[Shown]) -> Post {
    if all.is_empty() {
        return Post::text(voice.words.say("away-nobody", &[]));
    }
    let mut lines: Vec<String> = all.iter().take(LISTED).map(|shown| line(voice, shown)).collect();
    if all.len() > LISTED {
        lines.push(say!(voice.words, "list-more", count = all.len() - LISTED));
    }
    let ends = all.iter().take(BUTTONS).map(|shown| back(voice, shown)).collect();
    Post::text(lines.join("\n")).row(buttons(ends))
}

fn line(voice: &Voice, shown: &Shown) -> String {
    let (from, until) = (voice.day(shown.days.0), voice.day(shown.days.1));
    let name = bold(&shown.name);
    match &shown.deputy {
        Some(deputy) => say!(
            voice.words,
            "away-line-deputy",
            name = name,
            from = from,
            until = until,
            deputy = escape(deputy)
        ),
        None => say!(voice.words, "away-line", name = name, from = from, until = until),
    }
}

fn back(voice: &Voice, shown: &Shown) -> CreateButton {
    let label = if shown.own {
        voice.words.say("away-button-back", &[])
    } else {
        say!(
            voice.words,
            "away-button-back-of",
            name = shorten_middle(&shown.name, 40)
        )
    };
    button(Id::Back(shown.person), label, ButtonStyle::Secondary)
}
