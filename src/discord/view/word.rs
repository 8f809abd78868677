//! Values off target that wait for a word, below what else is due.

use serenity::all::ButtonStyle;

use super::{NAME_IN_LIST, button, buttons, cut, embed, listed};
use crate::discord::actor::Door;
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::Voice;
use crate::say;
use crate::service::checkin::Unexplained;

/// Discord's limit for rows of buttons.
const ROWS: usize = 5;

/// How many values of a server get a button of their own: those of one row.
const BUTTONS: usize = 5;

/// How much text one server's list may have.
const TEXT: usize = 600;

/// How much of a KPI's name a button shows.
const NAME: usize = 40;

/// The same answer with what waits for a word, a block a server as far as there is room.
pub fn due(mut post: Post, lists: &[(Door, Vec<Unexplained>)]) -> Post {
    let filled = lists.iter().filter(|(_, waiting)| !waiting.is_empty());
    for (door, waiting) in filled {
        if post.rows.len() < ROWS {
            post = post.embed(embed(Status::OffTarget, text(&door.voice, waiting)));
            post = post.row(buttons(choices(door, waiting)));
        }
    }
    post
}

fn text(voice: &Voice, waiting: &[Unexplained]) -> String {
    let mut lines = vec![say!(voice.words, "word-heading", count = waiting.len())];
    lines.extend(waiting.iter().map(|one| {
        say!(
            voice.words,
            "word-line",
            name = listed(one.kpi.name.as_str()),
            period = voice.period(one.period, one.fiscal),
            value = voice.value(&one.kpi, one.value, Some(&one.rule)),
            target = voice.target(&one.kpi, &one.rule)
        )
    }));
    cut(&lines, TEXT, |count| say!(voice.words, "list-more", count = count))
}

fn choices(door: &Door, waiting: &[Unexplained]) -> Vec<serenity::all::CreateButton> {
    let one = |one: &Unexplained| {
        let name = shorten_middle(one.kpi.name.as_str(), NAME.min(NAME_IN_LIST));
        let label = say!(door.voice.words, "word-button", name = name);
        let id = Id::Note {
            entered: one.entered,
            server: Some(door.actor.server),
        };
        button(id, label, ButtonStyle::Primary)
    };
    waiting.iter().take(BUTTONS).map(one).collect()
}
