//! The perspective summary: a headline, a block for each perspective, or one perspective's KPIs in full.

mod block;
mod head;
mod line;
mod restated;

use serenity::all::{ButtonStyle, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use super::{button, buttons};
use crate::discord::component::{Id, Jump, Span};
use crate::discord::reply::Post;
use crate::domain::id::PerspectiveId;
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::summary::{Drawn, PerspectiveSummary, Posted, Summary};
use crate::service::why::Focus;

pub(super) use block::{Block, block_pages, fill, perspective_blocks};
pub(super) use head::{coverage, headline, plain_title, scored};
pub(super) use line::{kpi_line, moved};
pub(super) use restated::footnote;

use block::EMBEDS;
use head::title;
use line::kpi_lines;
pub use restated::numbers as restated_numbers;

/// The answer to `/summary`, with its buttons.
pub fn shown(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Post {
    let mut post = content(voice, summary, chosen);
    if summary.perspectives.len() > 1 {
        post = post.row(perspectives(voice, summary, chosen));
    }
    post.row(buttons(turning(voice, summary, chosen)))
}

/// A summary that somebody posted.
pub fn posted(voice: &Voice, posted: &Posted) -> Post {
    let by = say!(voice.words, "summary-posted-by", name = escape(&posted.by));
    let mut post = match posted.drawn {
        None => content(voice, &posted.summary, posted.perspective),
        Some(Drawn::Map) => super::map::posted(voice, &posted.summary),
        Some(Drawn::Page) => {
            let history = posted.history.iter().cloned().collect();
            super::scorecard::posted(voice, &posted.summary, &history)
        }
    };
    let gap = if post.content.is_empty() { "" } else { "\n" };
    post.content = format!("{by}{gap}{}", post.content);
    post
}

/// The button that posts a picture of a scorecard to the channel.
pub(super) fn post_picture(voice: &Voice, summary: &Summary, drawn: Drawn) -> serenity::all::CreateButton {
    let id = Id::PostPicture {
        card: summary.scorecard,
        period: Span::from(summary.period),
        view: summary.view,
        drawn,
    };
    button(id, voice.words.say("summary-button-post", &[]), ButtonStyle::Primary)
}

fn content(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Post {
    let one = summary
        .perspectives
        .iter()
        .find(|perspective| Some(perspective.id) == chosen);
    let lines = |perspective: &PerspectiveSummary| kpi_lines(voice, summary, perspective);
    if let Some(perspective) = one {
        let title = title(voice, summary);
        let mut block = Block::of(voice, summary, (perspective, &lines));
        block.head.insert_str(0, &format!("{title}\n"));
        below(&mut block.head, &footnote(voice, summary, chosen));
        return fill(voice, Post::default(), vec![block]);
    }
    let mut head = headline(voice, summary);
    below(&mut head, &footnote(voice, summary, None));
    let mut blocks = vec![Block::head(summary.result.status, head)];
    blocks.extend(perspective_blocks(voice, summary, EMBEDS - 1, &lines));
    fill(voice, Post::default(), blocks)
}

fn below(head: &mut String, lines: &[String]) {
    for line in lines {
        head.push('\n');
        head.push_str(line);
    }
}

fn perspectives(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> CreateActionRow {
    let all = CreateSelectMenuOption::new(voice.words.say("summary-select-all", &[]), "0")
        .default_selection(chosen.is_none());
    let mut options = vec![all];
    options.extend(summary.perspectives.iter().take(24).map(|perspective| {
        CreateSelectMenuOption::new(shorten_middle(&perspective.name, 100), perspective.id.to_string())
            .default_selection(Some(perspective.id) == chosen)
    }));
    // A select of its own id: the chosen value says which perspective.
    let id = format!("{}:select", id(summary, summary.period, None));
    CreateActionRow::SelectMenu(
        CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder(voice.words.say("summary-select", &[])),
    )
}

fn turning(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Vec<serenity::all::CreateButton> {
    let (before, after) = (summary.period.prev(), summary.period.next());
    let short = |period: Period| voice.period(period, summary.fiscal);
    let mut row = vec![button(
        id(summary, before, chosen),
        format!("◀ {}", short(before)),
        ButtonStyle::Secondary,
    )];
    if !summary.running {
        row.push(button(
            id(summary, after, chosen),
            format!("{} ▶", short(after)),
            ButtonStyle::Secondary,
        ));
        let picture = Id::Picture {
            card: summary.scorecard,
            period: Span::from(summary.period),
            view: summary.view,
        };
        row.push(button(
            picture,
            voice.words.say("summary-button-picture", &[]),
            ButtonStyle::Secondary,
        ));
        let post = Id::Post {
            card: summary.scorecard,
            period: Span::from(summary.period),
            view: summary.view,
            perspective: chosen,
        };
        row.push(button(
            post,
            voice.words.say("summary-button-post", &[]),
            ButtonStyle::Primary,
        ));
        let why = Id::Why {
            jump: Jump {
                card: summary.scorecard,
                period: Span::from(summary.period),
                view: summary.view,
                focus: chosen.map_or(Focus::Scorecard(summary.scorecard), Focus::Perspective),
            },
            page: None,
        };
        row.push(button(why, voice.words.say("why-button", &[]), ButtonStyle::Secondary));
    }
    row
}

fn id(summary: &Summary, period: Period, perspective: Option<PerspectiveId>) -> Id {
    Id::Summary {
        card: summary.scorecard,
        period: Span::from(period),
        view: summary.view,
        perspective,
    }
}
