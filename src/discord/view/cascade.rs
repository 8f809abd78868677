//! A cascade: a line for each scorecard, a picture of them all, and a select that opens the summary of one.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::summary::{coverage, scored};
use super::{EMBED_TEXT, button, buttons, change, cut, embed, map};
use crate::discord::component::{Id, Opened};
use crate::discord::picture::{Content, Picture};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::domain::rollup::Rollup;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::picture;
use crate::say;
use crate::service::cascade::{Branch, Cascade};

/// How much of a name a line shows: a page of them fits into one embed.
const NAME: usize = 50;

/// So deep a line is moved in at most.
const DEEPEST: usize = 6;

/// A page of a cascade.
pub fn page(voice: &Voice, cascade: &Cascade, administrator: bool) -> Post {
    let words = voice.words;
    let Some(first) = cascade.branches.first() else {
        return super::start::none(words, administrator);
    };
    let heading = match &cascade.top {
        Some((_, name)) => say!(
            words,
            "cascade-of",
            name = escape(&shorten_middle(name, NAME)),
            count = cascade.total.saturating_sub(1)
        ),
        None => say!(words, "cascade-all", count = cascade.total),
    };
    let usual = first.period;
    let lines: Vec<String> = cascade
        .branches
        .iter()
        .map(|branch| line(voice, branch, usual))
        .collect();
    let period = voice.period(usual, first.fiscal);
    let heading = format!("{heading} · {period}");
    let room = EMBED_TEXT - heading.encode_utf16().count() - 1;
    let text = cut(&lines, room, |count| say!(words, "list-more", count = count));
    let post = Post::default().embed(embed(first.result.status, format!("{heading}\n{text}")));
    post.picture(drawn(voice, cascade, &period))
        .row(opening(voice, cascade))
        .row(buttons(turning(cascade)))
}

/// `↳ **Sales 6.1** 🟡 at risk · −0.5 · 92 % of the weight is in`.
fn line(voice: &Voice, branch: &Branch, usual: Period) -> String {
    let indent = match branch.depth.min(DEEPEST) {
        0 => String::new(),
        depth => format!("{}↳ ", "\u{2003}".repeat(depth - 1)),
    };
    let name = shorten_middle(&branch.name, NAME);
    let mut parts = vec![scored(voice, &escape(&name), &branch.result)];
    parts.extend(change(voice, branch.change));
    parts.extend(coverage(voice, &branch.result));
    parts.extend(notes(voice, branch, usual));
    format!("{indent}{}", parts.join(" · "))
}

/// What sets a scorecard apart from those around it.
fn notes(voice: &Voice, branch: &Branch, usual: Period) -> Vec<String> {
    let mut notes = Vec::new();
    if branch.period != usual {
        notes.push(voice.period(branch.period, branch.fiscal));
    }
    if branch.feeds_nothing {
        notes.push(voice.words.say("cascade-feeds-nothing", &[]));
    }
    notes
}

/// A select of the scorecards on the page.
fn opening(voice: &Voice, cascade: &Cascade) -> CreateActionRow {
    let options = cascade.branches.iter().map(|branch| {
        let opened = Opened {
            card: branch.id,
            period: branch.period.into(),
        };
        CreateSelectMenuOption::new(shorten_middle(&branch.name, 100), opened.to_string())
    });
    let options = options.collect();
    let id = format!("{}:select", id(cascade, cascade.page));
    CreateActionRow::SelectMenu(
        CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder(voice.words.say("cascade-select", &[])),
    )
}

fn id(cascade: &Cascade, page: usize) -> Id {
    Id::Cascade {
        top: cascade.top.as_ref().map(|(id, _)| *id),
        page,
    }
}

/// Buttons to the pages before and after.
fn turning(cascade: &Cascade) -> Vec<CreateButton> {
    let to = |page: usize, sign: &str| {
        let label = format!("{sign} {}/{}", page + 1, cascade.pages);
        button(id(cascade, page), label, ButtonStyle::Secondary)
    };
    let mut row = Vec::new();
    if cascade.page > 0 {
        row.push(to(cascade.page - 1, "◀"));
    }
    if cascade.page + 1 < cascade.pages {
        row.push(to(cascade.page + 1, "▶"));
    }
    row
}

fn drawn(voice: &Voice, cascade: &Cascade, period: &str) -> Picture {
    let title = match &cascade.top {
        Some((_, name)) => name.clone(),
        None => voice.words.say("cascade-title-all", &[]),
    };
    let mut subtitle = format!("{} · {period}", voice.words.say("cascade-title", &[]));
    if cascade.pages > 1 {
        subtitle = format!("{subtitle} · {}/{}", cascade.page + 1, cascade.pages);
    }
    let usual = cascade.branches.first().map(|first| first.period);
    let branches = cascade.branches.iter().map(|branch| pictured(voice, branch, usual));
    Picture {
        description: in_words(voice, cascade, (&title, period)),
        content: Content::Cascade(Box::new(picture::cascade::Cascade {
            title,
            subtitle,
            branches: branches.collect(),
            footnotes: vec![voice.words.say("cascade-footnote", &[])],
            words: picture::map::Legend {
                statuses: Status::ALL.iter().map(|status| voice.status_word(*status)).collect(),
                arrow: String::new(),
                change: voice.words.say("cascade-legend-change", &[]),
            },
        })),
        name: "cascade",
    }
}

fn pictured(voice: &Voice, branch: &Branch, usual: Option<Period>) -> picture::cascade::Branch {
    let result = &branch.result;
    let mut note = vec![voice.words.say(&format!("level-{}", branch.level), &[])];
    note.extend(notes(voice, branch, usual.unwrap_or(branch.period)));
    if result.provisional {
        note.push(voice.words.say("map-provisional", &[]));
    }
    picture::cascade::Branch {
        depth: branch.depth,
        name: branch.name.clone(),
        note: note.join(" · "),
        status: result.status,
        level: result.level.and_then(|level| level.to_f32()),
        score: result.level.map(|level| voice.score(level)).unwrap_or_default(),
        change: branch.change.map(|change| map::changed(voice, change)),
        coverage: share_in(voice, result),
    }
}

/// `92 % in`.
fn share_in(voice: &Voice, result: &Rollup) -> String {
    let percent = |coverage: Decimal| voice.numbers.fixed(coverage * Decimal::ONE_HUNDRED, 0);
    let said = result
        .coverage
        .map(|coverage| say!(voice.words, "cascade-coverage", percent = percent(coverage)));
    said.unwrap_or_default()
}

/// The picture in words, for those who do not see it.
fn in_words(voice: &Voice, cascade: &Cascade, (title, period): (&str, &str)) -> String {
    let cards = cascade.branches.iter().map(|branch| {
        let score = branch.result.level.map(|level| voice.score(level));
        let parts = [
            Some(branch.name.clone()),
            score,
            Some(voice.status_word(branch.result.status)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" ")
    });
    let cards: Vec<String> = cards.collect();
    say!(
        voice.words,
        "cascade-alt",
        name = title,
        period = period,
        cards = cards.join(", ")
    )
}
