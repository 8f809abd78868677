//! What is due from a person, the words of its form, and what became of it.

use serenity::all::{ButtonStyle, CreateEmbedFooter};

use super::{EMBED_TEXT, NAME_IN_LIST, ask, button, buttons, cut, embed, listed, log};
use crate::discord::actor::Door;
use crate::discord::component::Id;
use crate::discord::reply::{Post, reason};
use crate::domain::id::ServerId;
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::away::Absent;
use crate::service::checkin::{DueItem, Entered, FORM};

/// How many servers one answer shows: Discord's limit for rows of buttons.
const SERVERS: usize = 5;

/// How much text the lists of one answer may have together, below Discord's limit for all embeds.
const ALL_TEXT: usize = 5000;

/// How much of what was typed an answer repeats.
const TYPED: usize = 60;

/// How many rows the buttons for doubtful values take, which leaves one for what comes next.
const DOUBT_ROWS: usize = 4;

/// The answer to `/checkin`: one block a server.
pub fn due(lists: &[(Door, Vec<DueItem>)]) -> Post {
    let Some((first, _)) = lists.first() else {
        return Post::default();
    };
    let filled: Vec<_> = lists.iter().filter(|(_, items)| !items.is_empty()).collect();
    if filled.is_empty() {
        return nothing_due(&first.voice);
    }
    let mut post = Post::default();
    let room = ALL_TEXT / filled.len().min(SERVERS);
    for (door, items) in filled.iter().take(SERVERS) {
        let mut embed = embed(Status::NoData, list(&door.voice, items, room));
        if lists.len() > 1 {
            embed = embed.footer(CreateEmbedFooter::new(shorten_middle(&door.server_name, 100)));
        }
        post = post.embed(embed);
        post = post.row(buttons(vec![enter(&door.voice, door.actor.server, items.len())]));
    }
    if filled.len() > SERVERS {
        let count = filled.len() - SERVERS;
        post.content = say!(first.voice.words, "checkin-servers-more", count = count);
    }
    post
}

/// Nothing is due.
pub fn nothing_due(voice: &Voice) -> Post {
    Post::text(voice.words.say("checkin-nothing-due", &[]))
}

/// The button that opens the form.
pub fn enter(voice: &Voice, server: ServerId, count: usize) -> serenity::all::CreateButton {
    let label = say!(voice.words, "checkin-button-enter", count = count.min(FORM));
    button(Id::Checkin { server, page: 0 }, label, ButtonStyle::Primary)
}

/// The due values under how many they are and by when, within so many characters.
fn list(voice: &Voice, items: &[DueItem], room: usize) -> String {
    let Some(first) = items.first() else {
        return voice.words.say("checkin-nothing-due", &[]);
    };
    let heading = say!(
        voice.words,
        "checkin-heading",
        count = items.len(),
        due = instant(first.due_at),
        distance = distance(first.due_at),
    );
    let room = room.min(EMBED_TEXT).saturating_sub(heading.len() + 1);
    format!("{heading}\n{}", lines(voice, items, (None, room)))
}

/// A line for each due value, as many as fit into so many characters; its period is left out where the heading said it.
pub fn lines(voice: &Voice, items: &[DueItem], (said, room): (Option<Period>, usize)) -> String {
    let lines: Vec<String> = items.iter().map(|item| line(voice, item, (items, said))).collect();
    cut(&lines, room, |count| say!(voice.words, "checkin-more", count = count))
}

/// `**Net revenue** · November 2026 · last $1.21M · target $1.20M`.
pub fn line(voice: &Voice, item: &DueItem, (all, said): (&[DueItem], Option<Period>)) -> String {
    let mut parts = vec![listed(item.kpi.name.as_str())];
    if said != Some(item.period) {
        parts.push(voice.period(item.period, item.fiscal));
    }
    parts.extend(last(voice, item));
    parts.extend(target(voice, item));
    if all.iter().any(|other| other.scorecard != item.scorecard) {
        parts.push(escape(&shorten_middle(&item.scorecard, NAME_IN_LIST)).into_owned());
    }
    parts.extend(item.absent.as_ref().map(|absent| match absent {
        Absent::Away(name) => say!(voice.words, "checkin-away", name = escape(name)),
        Absent::Left(name) => say!(voice.words, "checkin-person-left", name = escape(name)),
    }));
    if item.ownerless {
        parts.push(voice.words.say("checkin-ownerless", &[]));
    }
    parts.join(" · ")
}

fn target(voice: &Voice, item: &DueItem) -> Option<String> {
    let rule = item.rule?;
    Some(say!(
        voice.words,
        "checkin-target",
        target = voice.target(&item.kpi, &rule)
    ))
}

/// What was before: the last value, or the year so far where its total is entered.
fn last(voice: &Voice, item: &DueItem) -> Option<String> {
    if item.kpi.entered_ytd {
        let value = item.year_before.map(|before| voice.value(&item.kpi, before, None));
        return Some(match value {
            Some(value) => say!(voice.words, "checkin-year-to-date", value = value),
            None => voice.words.say("kpi-entered-ytd", &[]),
        });
    }
    let (_, value) = item.last?;
    Some(say!(
        voice.words,
        "checkin-last",
        value = voice.value(&item.kpi, value, None)
    ))
}

/// What an empty field shows: the last value and the target.
pub fn hint(voice: &Voice, item: &DueItem) -> String {
    let mut parts: Vec<String> = last(voice, item).into_iter().collect();
    parts.extend(target(voice, item));
    if parts.is_empty() {
        return voice.words.say("checkin-first-value", &[]);
    }
    parts.join(" · ")
}

/// The title of a form: its period, where all fields have the same.
pub fn form_title(voice: &Voice, items: &[DueItem]) -> String {
    match items {
        [first, rest @ ..] if rest.iter().all(|item| item.period == first.period) => {
            let period = voice.period(first.period, first.fiscal);
            say!(voice.words, "checkin-form-title", period = period)
        }
        _ => voice.words.say("checkin-form-title-mixed", &[]),
    }
}

/// What became of a form: a line a value, what was not clear, and the next ones.
pub fn entered(voice: &Voice, server: ServerId, entered: &Entered) -> Post {
    let mut lines: Vec<String> = entered
        .saved
        .iter()
        .map(|recorded| log::headline(voice, recorded))
        .collect();
    lines.extend(entered.doubtful.iter().map(|doubtful| log::doubt(voice, doubtful)));
    lines.extend(entered.refused.iter().map(|(_, _, typed, error)| {
        let why = reason(voice, error);
        say!(
            voice.words,
            "checkin-refused",
            typed = escape(&shorten_middle(typed, TYPED)),
            reason = why
        )
    }));
    if entered.left.is_empty() {
        lines.push(voice.words.say("checkin-all-in", &[]));
    } else {
        lines.push(say!(voice.words, "checkin-left", count = entered.left.len()));
    }
    let status = worst(entered);
    let text = cut(&lines, EMBED_TEXT, |count| {
        say!(voice.words, "checkin-more", count = count)
    });
    let mut post = Post::default().embed(embed(status, text));
    // Two a row where there are more of them than rows: each has two buttons at most, and a row holds five.
    let in_row = entered.doubtful.len().div_ceil(DOUBT_ROWS).max(1);
    for doubtful in entered.doubtful.chunks(in_row) {
        let readings = doubtful.iter().flat_map(|one| log::readings(voice, server, one));
        post = post.row(buttons(readings.collect()));
    }
    let refused = |item: &&DueItem| {
        let same = |(kpi, first_day): (_, _)| item.kpi.id == kpi && item.period.first_day() == first_day;
        entered
            .refused
            .iter()
            .any(|(kpi, first_day, ..)| same((*kpi, *first_day)))
    };
    let new = entered.left.iter().filter(|item| !refused(item)).count();
    let next = (new > 0).then(|| next(voice, server, new));
    let following = ask::following(voice, server, entered);
    post.row(buttons(next.into_iter().chain(following).collect()))
}

fn next(voice: &Voice, server: ServerId, left: usize) -> serenity::all::CreateButton {
    let label = say!(voice.words, "checkin-button-next", count = left.min(FORM));
    button(Id::Checkin { server, page: 0 }, label, ButtonStyle::Primary)
}

/// The worst status of what was saved gives the colour.
fn worst(entered: &Entered) -> Status {
    let saved = entered.saved.iter().map(|recorded| log::status(&recorded.now));
    let badness = |status: &Status| match status {
        Status::OffTarget => 3,
        Status::AtRisk => 2,
        Status::OnTarget => 1,
        Status::NoData | Status::NotApplicable | Status::Unscored => 0,
    };
    saved.max_by_key(badness).unwrap_or(Status::NoData)
}
