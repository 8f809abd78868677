//! What reviews decided, as people read it.

use serenity::all::ButtonStyle;

use super::{EMBED_TEXT, bold, button, buttons, cut, embed};
use crate::discord::component::{Act, Id};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::decision::{Told, Took};

/// How much of a decision a list shows.
const IN_LIST: usize = 200;

/// A decision that was written down, and what comes next.
pub fn added(voice: &Voice, told: &Told) -> Post {
    let words = voice.words;
    let said = match told.period {
        Some(period) => say!(
            words,
            "decision-added",
            scorecard = bold(&told.scorecard),
            period = voice.period(period, told.fiscal)
        ),
        None => say!(words, "decision-added-early", scorecard = bold(&told.scorecard)),
    };
    let lines = [said, line(voice, told), words.say("decision-next", &[])];
    Post::text(lines.join("\n")).row(buttons(vec![undo(voice, told, Took::Decision)]))
}

/// A decision that was closed.
pub fn closed(voice: &Voice, told: &Told) -> Post {
    let words = voice.words;
    let mut lines = vec![say!(words, "decision-closed", text = flat(&told.text))];
    lines.extend(outcome(voice, told));
    Post::text(lines.join("\n")).row(buttons(vec![undo(voice, told, Took::Close)]))
}

fn undo(voice: &Voice, told: &Told, took: Took) -> serenity::all::CreateButton {
    let label = voice.words.say("log-button-undo", &[]);
    button(Id::Act(Act::Decision(told.id, took)), label, ButtonStyle::Secondary)
}

/// What was taken back.
pub fn taken_back(voice: &Voice, told: &Told, took: Took) -> Post {
    let key = match took {
        Took::Decision => "decision-removed",
        Took::Close => "decision-reopened",
    };
    Post::text(say!(voice.words, key, text = flat(&told.text)))
}

/// The decisions of a scorecard.
pub fn list(voice: &Voice, card: &str, (found, closed): (&[Told], bool)) -> Post {
    let words = voice.words;
    let card = bold(card);
    if found.is_empty() {
        let key = if closed {
            "decision-none-closed"
        } else {
            "decision-none"
        };
        return Post::text(say!(words, key, scorecard = card));
    }
    let key = if closed {
        "decision-list-closed"
    } else {
        "decision-list"
    };
    let mut lines = vec![say!(words, key, scorecard = card, count = found.len())];
    lines.extend(found.iter().map(|told| line(voice, told)));
    lines.push(words.say(
        if closed {
            "decision-list-older"
        } else {
            "decision-list-next"
        },
        &[],
    ));
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Status::NoData, cut(&lines, EMBED_TEXT, more)))
}

/// `• Call ten customers · Maria · due 20 December 2026 · **Customer churn** · November 2026`.
pub fn line(voice: &Voice, told: &Told) -> String {
    let words = voice.words;
    let mut parts = vec![format!("• {}", flat(&shorten_middle(&told.text, IN_LIST)))];
    parts.extend(told.owner.as_deref().map(|owner| escape(owner).into_owned()));
    if let Some(closed_at) = told.closed_at {
        parts.push(say!(words, "decision-closed-on", at = instant(closed_at)));
        parts.extend(outcome(voice, told));
    } else if let Some(due) = told.due_on {
        let key = if told.overdue {
            "decision-overdue"
        } else {
            "decision-due"
        };
        parts.push(say!(words, key, day = voice.day(due)));
    }
    parts.extend(told.about.as_deref().map(super::listed));
    parts.extend(told.period.map(|period| voice.period(period, told.fiscal)));
    parts.join(" · ")
}

fn outcome(voice: &Voice, told: &Told) -> Option<String> {
    let outcome = told.outcome.as_deref()?;
    Some(say!(voice.words, "decision-outcome", outcome = flat(outcome)))
}

/// What somebody wrote, on one line.
pub fn flat(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    escape(&line).into_owned()
}
