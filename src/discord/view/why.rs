//! Why a score is what it is, as a chain that can be worked out again from what is printed: a block for each step, in
//! pages, each step to be looked at by itself.

mod detail;
mod mean;
mod paging;
mod value;

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use paging::pages;

use super::{NAME_IN_LIST, button, buttons, embed, summary};
use crate::discord::component::{Id, Jump, Span};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::proof;
use crate::domain::reading::View;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::why::{Above, Focus, Node, Why};
use rust_decimal::Decimal;

/// How much text a page has at most; Discord takes 4,096 characters.
const PAGE: usize = 3_600;

/// How much of a name a term shows.
const NAME_IN_TERM: usize = 40;

/// A step of the chain.
struct Step {
    text: String,
    /// Where it is shown by itself.
    jump: Option<(String, Jump)>,
}

/// A page of the chain, from 0.
pub fn page(voice: &Voice, why: &Why, page: usize) -> Post {
    let head = head(voice, why);
    let mut steps = steps(voice, why);
    if let Some(first) = steps.first_mut() {
        first.jump = None;
    }
    let pages = pages(steps, PAGE);
    let at = page.min(pages.len().saturating_sub(1));
    let mut text = vec![head];
    let mut jumps = Vec::new();
    for step in pages.get(at).into_iter().flatten() {
        text.push(step.text.clone());
        jumps.extend(step.jump.clone());
    }
    let status = why.top.status().unwrap_or(Status::NoData);
    let mut post = Post::default().embed(embed(status, text.join("\n")));
    if !jumps.is_empty() {
        post = post.row(deeper(voice, why, &jumps));
    }
    let turning = turning(voice, why, (at, pages.len()));
    if turning.is_empty() {
        post
    } else {
        post.row(buttons(turning))
    }
}

/// `Acme · November 2026`, and which page it is.
fn head(voice: &Voice, why: &Why) -> String {
    let key = match why.view {
        View::Period => "why-title",
        View::YearToDate => "why-title-ytd",
    };
    say!(
        voice.words,
        key,
        name = escape(&shorten_middle(&why.name, NAME_IN_LIST)),
        period = voice.period(why.period, why.fiscal)
    )
}

/// The steps from what was asked about down to the actuals, then what it counts in and what was published.
fn steps(voice: &Voice, why: &Why) -> Vec<Step> {
    let mut steps = Vec::new();
    let printed = why.top.level().map(crate::domain::score::display_score);
    down(voice, why, (&why.top, printed), &mut steps);
    if let Node::Kpi(value) = &why.top {
        let detail = detail::lines(voice, why, value);
        steps.extend(detail.into_iter().map(|text| Step { text, jump: None }));
    }
    if !why.running {
        let mut counted = why.top.level().is_some();
        for above in &why.above {
            steps.push(up(voice, why, above, counted));
            counted = above.result.level.is_some();
        }
    }
    if let Some(shown) = &why.summary {
        let chosen = match why.focus {
            Focus::Perspective(id) => Some(id),
            _ => None,
        };
        let footnote = summary::footnote(voice, shown, chosen);
        steps.extend(footnote.into_iter().map(|text| Step { text, jump: None }));
    }
    steps
}

/// A node, and all that it is made of.
fn down(voice: &Voice, why: &Why, (node, printed): (&Node, Option<Decimal>), steps: &mut Vec<Step>) {
    match node {
        Node::Parent(parent) => {
            let counted: Vec<_> = parent
                .children
                .iter()
                .filter(|child| child.node.level().is_some())
                .collect();
            let levels: Vec<_> = counted
                .iter()
                .filter_map(|child| Some((child.node.level()?, child.weight)))
                .collect();
            let mut scores = printed
                .map_or_else(Vec::new, |printed| proof::children(printed, &levels))
                .into_iter();
            let children: Vec<_> = parent
                .children
                .iter()
                .map(|child| {
                    let score = child.node.level().and_then(|_| scores.next());
                    (child, score)
                })
                .collect();
            steps.push(Step {
                text: mean::lines(voice, why, (parent, printed), &children),
                jump: jump(why, node),
            });
            for (child, score) in children {
                down(voice, why, (&child.node, score), steps);
            }
        }
        Node::Kpi(kpi) => {
            let asked = why.focus == Focus::Kpi(kpi.kpi.id);
            steps.extend(value::lines(voice, why, (kpi, printed), asked).map(|text| Step {
                text,
                jump: jump(why, node),
            }));
        }
        Node::Fed(fed) => steps.push(Step {
            text: value::fed(voice, (fed, printed)),
            jump: jump(why, node),
        }),
    }
}

/// What something counts in: `Counts with 1 of 2 in **Keep customers 2.0** 🔴`.
fn up(voice: &Voice, why: &Why, above: &Above, counted: bool) -> Step {
    let words = voice.words;
    let name = escape(&shorten_middle(&above.name, NAME_IN_LIST)).into_owned();
    let text = match (above.weight.filter(|_| counted), above.result.level) {
        (Some(weight), Some(level)) => say!(
            words,
            "why-above",
            weight = voice.numbers.plain(weight.get()),
            all = voice.numbers.plain(above.all),
            name = name,
            score = voice.score(level),
            status = mean::status(voice, &above.result)
        ),
        _ => say!(words, "why-above-out", name = name),
    };
    Step {
        text,
        jump: Some((above.name.clone(), here(why, above.focus))),
    }
}

fn here(why: &Why, focus: Focus) -> Jump {
    Jump {
        card: why.scorecard,
        period: Span::from(why.period),
        view: why.view,
        focus,
    }
}

/// Where a node is shown by itself, with its name.
fn jump(why: &Why, node: &Node) -> Option<(String, Jump)> {
    let jump = match node {
        Node::Fed(fed) if fed.name.is_empty() => return None,
        Node::Fed(fed) => Jump {
            card: fed.below,
            period: Span::from(fed.of),
            view: why.view,
            focus: Focus::Objective(fed.source),
        },
        node => here(why, node.focus()?),
    };
    Some((node.name().to_owned(), jump))
}

/// A select of the steps on the page.
fn deeper(voice: &Voice, why: &Why, jumps: &[(String, Jump)]) -> CreateActionRow {
    let mut seen = Vec::new();
    let options = jumps.iter().filter_map(|(name, jump)| {
        let value = jump.to_string();
        if seen.contains(&value) {
            return None;
        }
        seen.push(value.clone());
        Some(CreateSelectMenuOption::new(shorten_middle(name, 100), value))
    });
    let options = options.collect();
    let id = format!(
        "{}:select",
        Id::Why {
            jump: here(why, why.focus),
            page: Some(0)
        }
    );
    CreateActionRow::SelectMenu(
        CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder(voice.words.say("why-select", &[])),
    )
}

/// Buttons to the pages before and after, and to what it counts in.
fn turning(voice: &Voice, why: &Why, (at, pages): (usize, usize)) -> Vec<CreateButton> {
    let to = |page: usize, sign: &str| {
        let id = Id::Why {
            jump: here(why, why.focus),
            page: Some(page),
        };
        button(id, format!("{sign} {}/{pages}", page + 1), ButtonStyle::Secondary)
    };
    let mut row = Vec::new();
    if at > 0 {
        row.push(to(at - 1, "◀"));
    }
    if at + 1 < pages {
        row.push(to(at + 1, "▶"));
    }
    if let Some(above) = why.above.first() {
        let id = Id::Why {
            jump: here(why, above.focus),
            page: Some(0),
        };
        let name = shorten_middle(&above.name, 60);
        row.push(button(
            id,
            say!(voice.words, "why-button-up", name = name),
            ButtonStyle::Secondary,
        ));
    }
    row
}

#[cfg(test)]
#[path = "why/tests.rs"]
mod tests;
