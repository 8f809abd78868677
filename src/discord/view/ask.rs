//! What somebody is asked for by direct message: prompt, reminder, overdue; and what they read when they answer otherwise
//! than by a value.

mod choose;
mod place;

use chrono::{DateTime, Utc};
use serenity::all::{ButtonStyle, CreateButton, CreateEmbed, CreateEmbedFooter};

use super::{EMBED_TEXT, button, buttons, checkin, cut, embed, initiative, log};
use crate::discord::component::{Ask, Id};
use crate::discord::reply::{Post, reason};
use crate::domain::cycle::Step;
use crate::domain::id::ServerId;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::Error;
use crate::service::actual::{Entered, Recorded};
use crate::service::checkin::{Asked, DueItem};
use crate::service::initiative::Told;

pub use choose::{to_whom, which_has_none, which_is_handed_over};

/// Discord's limit for the label of a button.
const BUTTON: usize = 80;

/// How much text initiatives may have beside the values that are asked for.
const INITIATIVES: usize = 1200;

/// The message.
pub fn ask(voice: &Voice, asked: &Asked) -> Post {
    if asked.items.is_empty() {
        if !asked.initiatives.is_empty() {
            let text = initiatives(voice, &asked.initiatives, EMBED_TEXT);
            return Post::default().embed(named(embed(Status::NoData, text), asked));
        }
        let said = say!(voice.words, "ask-done", server = escape(&asked.server_name));
        return Post::default().embed(embed(Status::OnTarget, said));
    }
    let (own, others): (Vec<DueItem>, Vec<DueItem>) =
        asked.items.iter().cloned().partition(|item| item.in_place.is_none());
    let beside = if asked.initiatives.is_empty() {
        0
    } else {
        INITIATIVES + 2
    };
    let all = EMBED_TEXT - beside;
    let room = if others.is_empty() { all } else { all / 2 };
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(
        own.first()
            .map(|first| own_block(voice, (asked.rung, first), &own, room)),
    );
    if !others.is_empty() {
        let room = if own.is_empty() { all } else { all / 2 - 2 };
        blocks.push(place::block(voice, &others, room));
    }
    let late = asked.rung >= Step::Overdue || !others.is_empty();
    let status = if late { Status::AtRisk } else { Status::NoData };
    if !asked.initiatives.is_empty() {
        blocks.push(initiatives(voice, &asked.initiatives, INITIATIVES));
    }
    let embed = named(embed(status, blocks.join("\n\n")), asked);
    Post::default().embed(embed).row(buttons(answers(voice, asked, &own)))
}

/// Below it which server it is about; one that spoke before Discord introduced it has no name yet.
fn named(embed: CreateEmbed, asked: &Asked) -> CreateEmbed {
    if asked.server_name.is_empty() {
        return embed;
    }
    embed.footer(CreateEmbedFooter::new(shorten_middle(&asked.server_name, 100)))
}

/// What the person does themselves and is due about now.
fn initiatives(voice: &Voice, due: &[Told], room: usize) -> String {
    let heading = say!(voice.words, "ask-initiatives", count = due.len());
    let next = voice.words.say("ask-initiatives-next", &[]);
    let used = heading.encode_utf16().count() + next.encode_utf16().count() + 2;
    let lines: Vec<String> = due.iter().map(|told| initiative::line(voice, told)).collect();
    let lines = cut(&lines, room - used, |count| {
        say!(voice.words, "list-more", count = count)
    });
    format!("{heading}\n{lines}\n{next}")
}

/// What somebody answers for themselves. What is reminded of, or overdue, stands apart from what is due later.
fn own_block(voice: &Voice, (rung, first): (Step, &DueItem), own: &[DueItem], room: usize) -> String {
    let key = match rung {
        Step::Prompt | Step::Due | Step::Digest | Step::Close => "ask-prompt",
        Step::Before => "ask-before",
        Step::Remind => "ask-remind",
        Step::Overdue | Step::Deputy | Step::Manager => "ask-overdue",
    };
    let first_due = match rung {
        Step::Prompt => own.len(),
        _ => own.partition_point(|item| item.due_at <= first.due_at),
    };
    let (now, later) = own.split_at(first_due);
    let mut text = heading(voice, key, now);
    if rung == Step::Manager {
        text = format!("{text}\n{}", voice.words.say("ask-last", &[]));
    }
    let lines = |items: &[DueItem], room: usize| checkin::lines(voice, items, (Some(first.period), room));
    let room = |used: &str| room.saturating_sub(used.encode_utf16().count() + 1);
    if later.is_empty() {
        return format!("{text}\n{}", lines(now, room(&text)));
    }
    let also = heading(voice, "ask-also", later);
    let text = format!("{text}\n{}\n{also}", lines(now, room(&text) / 2));
    format!("{text}\n{}", lines(later, room(&text)))
}

fn heading(voice: &Voice, key: &str, items: &[DueItem]) -> String {
    let Some(first) = items.first() else {
        return String::new();
    };
    say!(
        voice.words,
        key,
        count = items.len(),
        period = voice.period(first.period, first.fiscal),
        due = instant(first.due_at),
        distance = distance(first.due_at),
    )
}

/// The ways to answer.
fn answers(voice: &Voice, asked: &Asked, own: &[DueItem]) -> Vec<CreateButton> {
    let server = asked.server;
    let other = |ask: Ask, key: &str| {
        let label = voice.words.say(key, &[]);
        button(Id::Ask { server, ask }, label, ButtonStyle::Secondary)
    };
    // A manager is told so that somebody looks: there is nothing to repeat or to put off.
    let last = own.is_empty() && asked.items.iter().any(place::is_last);
    let mut answers = vec![match place::only_one(&asked.items) {
        Some(of) => {
            let label = shorten_middle(&say!(voice.words, "ask-button-enter-for", person = of), BUTTON);
            button(Id::Checkin { server, page: 0 }, label, ButtonStyle::Primary)
        }
        None => checkin::enter(voice, server, asked.items.len()),
    }];
    if !last && asked.items.iter().any(|item| item.repeatable().is_some()) {
        answers.push(other(Ask::Same, "ask-button-same"));
    }
    answers.push(other(Ask::LeaveOut { page: 0 }, "ask-button-leave-out"));
    if !last {
        answers.push(other(Ask::Snooze, "ask-button-snooze"));
    }
    answers.push(other(Ask::HandOver { page: 0 }, "ask-button-hand-over"));
    answers
}

/// A due value in a few words: `November 2026 · last 310 · target 300`.
pub fn item(voice: &Voice, item: &DueItem) -> String {
    let period = voice.period(item.period, item.fiscal);
    format!("{period} · {}", checkin::hint(voice, item))
}

/// When somebody is asked again.
pub fn snoozed(voice: &Voice, at: Option<DateTime<Utc>>) -> Post {
    match at {
        None => checkin::nothing_due(voice),
        Some(at) => Post::text(say!(
            voice.words,
            "ask-snoozed",
            at = instant(at),
            distance = distance(at)
        )),
    }
}

/// A value that is not applicable.
pub fn left_out(voice: &Voice, server: ServerId, saved: &Recorded) -> Post {
    let lines = [log::headline(voice, saved), voice.words.say("ask-left-out", &[])];
    let undo = saved.revision.map(|revision| {
        let entered = Entered {
            kpi: saved.placed.kpi.id,
            first_day: saved.now.period.first_day(),
            revision,
        };
        let ask = Ask::TakeBack(entered);
        button(
            Id::Ask { server, ask },
            voice.words.say("log-button-undo", &[]),
            ButtonStyle::Secondary,
        )
    });
    let post = Post::default().embed(embed(Status::NotApplicable, lines.join("\n")));
    post.row(buttons(undo.into_iter().collect()))
}

/// What became of the reasons of values off target.
pub fn explained(voice: &Voice, (saved, refused): &(usize, Vec<Error>)) -> Post {
    let mut lines = Vec::new();
    if *saved > 0 {
        lines.push(say!(voice.words, "ask-explained", count = *saved));
    }
    lines.extend(refused.iter().map(|error| reason(voice, error)));
    Post::text(lines.join("\n"))
}

/// The buttons that follow a form: corrections before anything new.
pub fn following(voice: &Voice, server: ServerId, entered: &crate::service::checkin::Entered) -> Vec<CreateButton> {
    let drafts = [
        (
            entered.correct.map(|draft| Ask::Correct { draft }),
            "checkin-button-correct",
        ),
        (entered.why.map(|draft| Ask::Why { draft }), "checkin-button-why"),
    ];
    let drafts = drafts.into_iter().filter_map(|(ask, key)| Some((ask?, key)));
    drafts
        .map(|(ask, key)| {
            button(
                Id::Ask { server, ask },
                voice.words.say(key, &[]),
                ButtonStyle::Secondary,
            )
        })
        .collect()
}
