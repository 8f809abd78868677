//! Scorecards as people read them: one that was made, one in full, all of them.

mod check;
mod picture;

use super::person::{who, who_or_none};
use super::{EMBED_TEXT, bold, cut, embed, listed as short};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::domain::scorecard::{MANY_KPIS, RedNote, Visibility};
use crate::locale::{Voice, Words, escape, instant};
use crate::say;
use crate::service::person::Who;
use crate::service::scorecard::{Contents, Listed, Scorecard, Shown, TakenOver};

pub use check::checked;
pub use picture::{drawn, posted};

/// How many KPIs of an objective are named before they are counted.
const KPIS_NAMED: usize = 6;

/// How much of a vision or mission is shown.
const TEXT: usize = 500;

/// How deep a list shows the cascade.
const DEEPEST: usize = 6;

/// A scorecard that was made, and what comes next.
pub fn created(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let (objectives, kpis) = size(shown);
    let name = bold(&shown.card.name);
    let mut lines = vec![if objectives == 0 {
        let names: Vec<String> = shown
            .perspectives
            .iter()
            .map(|one| escape(&one.name).into_owned())
            .collect();
        say!(
            words,
            "scorecard-created",
            name = name,
            perspectives = names.join(" · ")
        )
    } else {
        let perspectives = shown.perspectives.len();
        say!(
            words,
            "scorecard-filled",
            name = name,
            perspectives = perspectives,
            objectives = objectives,
            kpis = kpis
        )
    }];
    lines.push(people(voice, shown));
    lines.push(reviewed(voice, shown));
    let kpis = shown
        .perspectives
        .iter()
        .flat_map(|one| &one.objectives)
        .flat_map(|(_, kpis)| kpis);
    lines.push(match kpis.min_by_key(|name| name.len()) {
        Some(first) => say!(words, "scorecard-next-filled", kpi = escape(first)),
        None => words.say("scorecard-next", &[]),
    });
    Post::text(lines.join("\n"))
}

/// A scorecard that was changed, old → new.
pub fn edited(voice: &Voice, before: &Shown, after: &Shown) -> Post {
    let words = voice.words;
    let change = |field, before: String, after: String| super::change_of(words, field, &before, &after);
    let person = |someone: &Option<Who>| who_or_none(words, someone.as_ref());
    let text = |text: &Option<String>| super::or_none(words, text.as_deref());
    let channel = |shown: &Shown| {
        shown
            .card
            .channel
            .map_or_else(|| super::or_none(words, None), |id| format!("<#{id}>"))
    };
    let asked = |shown: &Shown| words.choice(shown.card.red_note.as_str());
    let lines = [
        change("name", bold(&before.card.name), bold(&after.card.name)),
        change("channel", channel(before), channel(after)),
        change("manager", who(words, &before.manager), who(words, &after.manager)),
        change("sponsor", person(&before.sponsor), person(&after.sponsor)),
        change("parent", text(&before.parent), text(&after.parent)),
        change(
            "visibility",
            super::reader::read_by(words, before.readers.as_ref()),
            super::reader::read_by(words, after.readers.as_ref()),
        ),
        change("level", level(voice, &before.card), level(voice, &after.card)),
        change("time-zone", before.card.time_zone.clone(), after.card.time_zone.clone()),
        change("review", review(voice, before), review(voice, after)),
        change("red-note", asked(before), asked(after)),
        change("vision", text(&before.card.vision), text(&after.card.vision)),
        change("mission", text(&before.card.mission), text(&after.card.mission)),
    ];
    let mut said = vec![say!(words, "scorecard-edited", name = bold(&after.card.name))];
    said.extend(lines.into_iter().flatten());
    said.extend(counts_in(words, after).filter(|_| before.readers.is_none()));
    Post::default().embed(embed(
        Status::NoData,
        cut(&said, EMBED_TEXT, |count| say!(words, "list-more", count = count)),
    ))
}

/// A scorecard that somebody took over.
pub fn taken_over(voice: &Voice, taken: &TakenOver) -> Post {
    let (name, from) = (bold(&taken.scorecard), escape(&taken.from));
    Post::text(say!(voice.words, "scorecard-taken-over", name = name, from = from))
}

/// A scorecard with its structure.
pub fn shown(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let mut lines = vec![format!("{} · {}", bold(&shown.card.name), level(voice, &shown.card))];
    for (key, text) in [
        ("scorecard-vision", &shown.card.vision),
        ("scorecard-mission", &shown.card.mission),
    ] {
        lines.extend(
            text.as_deref()
                .map(|text| say!(words, key, text = escape(&shorten_middle(text, TEXT)))),
        );
    }
    lines.push(people(voice, shown));
    lines.push(reviewed(voice, shown));
    lines.extend(cascade(voice, shown));
    lines.extend(counts_in(words, shown));
    for perspective in &shown.perspectives {
        lines.push(String::new());
        lines.extend(contents(voice, perspective));
    }
    let (_, kpis) = size(shown);
    if kpis > MANY_KPIS {
        lines.push(String::new());
        lines.push(say!(words, "scorecard-many", kpis = kpis, most = MANY_KPIS));
    }
    let text = cut(&lines, EMBED_TEXT, |count| {
        say!(words, "scorecard-more-lines", count = count)
    });
    Post::default().embed(embed(Status::NoData, text))
}

/// Where a private scorecard counts.
fn counts_in(words: Words, shown: &Shown) -> Option<String> {
    let names: Vec<String> = shown.counts_in.iter().map(|name| short(name)).collect();
    (!names.is_empty()).then(|| say!(words, "scorecard-counts-in", names = names.join(" · ")))
}

/// All scorecards, each below its parent.
pub fn listed(voice: &Voice, all: &[Listed], administrator: bool) -> Post {
    let words = voice.words;
    if all.is_empty() {
        return super::start::none(words, administrator);
    }
    let lines: Vec<String> = all.iter().map(|one| line(voice, one)).collect();
    let heading = say!(words, "scorecard-list", count = all.len());
    let room = EMBED_TEXT - heading.len() - 1;
    let text = cut(&lines, room, |count| say!(words, "scorecard-more", count = count));
    Post::default().embed(embed(Status::NoData, format!("{heading}\n{text}")))
}

fn line(voice: &Voice, listed: &Listed) -> String {
    let indent = "\u{2003}".repeat(listed.depth.min(DEEPEST));
    let kpis = say!(voice.words, "count-kpis", count = listed.kpis);
    let level = level(voice, &listed.card);
    let manager = say!(
        voice.words,
        "scorecard-manager",
        name = who(voice.words, &listed.manager)
    );
    let name = short(&listed.card.name);
    let private = match listed.card.visibility {
        Visibility::Private => format!(" · {}", voice.words.say("scorecard-private", &[])),
        Visibility::Open => String::new(),
    };
    format!("{indent}{name} · {level} · {kpis} · {manager}{private}")
}

/// A perspective with its objectives and their KPIs.
fn contents(voice: &Voice, perspective: &Contents) -> Vec<String> {
    let words = voice.words;
    let mut lines = vec![bold(&perspective.name)];
    if perspective.objectives.is_empty() {
        lines.push(words.say("scorecard-perspective-empty", &[]));
    }
    for (objective, kpis) in &perspective.objectives {
        let name = escape(&shorten_middle(objective, super::NAME_IN_LIST)).into_owned();
        if kpis.is_empty() {
            lines.push(say!(words, "scorecard-objective-empty", name = name));
            continue;
        }
        let named = kpis.iter().take(KPIS_NAMED);
        let short = |kpi: &String| escape(&shorten_middle(kpi, super::NAME_IN_LIST)).into_owned();
        let mut measures: Vec<String> = named.map(short).collect();
        if kpis.len() > KPIS_NAMED {
            measures.push(say!(words, "list-more", count = kpis.len() - KPIS_NAMED));
        }
        lines.push(say!(
            words,
            "scorecard-objective",
            name = name,
            kpis = measures.join(" · ")
        ));
    }
    lines
}

fn people(voice: &Voice, shown: &Shown) -> String {
    let words = voice.words;
    let mut parts = vec![say!(words, "scorecard-manager", name = who(words, &shown.manager))];
    parts.extend(
        shown
            .sponsor
            .as_ref()
            .map(|sponsor| say!(words, "scorecard-sponsor", name = who(words, sponsor))),
    );
    parts.extend(shown.readers.as_ref().map(|readers| {
        let names = super::reader::read_by(words, Some(readers));
        say!(words, "scorecard-read-by", names = names)
    }));
    parts.push(match shown.card.channel {
        Some(channel) => say!(words, "scorecard-channel", channel = format!("<#{channel}>")),
        None => words.say("scorecard-channel-none", &[]),
    });
    parts.join(" · ")
}

fn reviewed(voice: &Voice, shown: &Shown) -> String {
    let words = voice.words;
    let card = &shown.card;
    let month = voice.month(u32::from(card.fiscal_start.month()));
    let mut parts = vec![review(voice, shown), card.time_zone.clone()];
    if !card.fiscal_start.is_january() {
        parts.push(say!(words, "scorecard-fiscal", month = month));
    }
    if card.red_note == RedNote::Required {
        parts.push(words.say("scorecard-red-note", &[]));
    }
    parts.extend(
        card.next_step_at
            .map(|at| say!(words, "scorecard-next-step", at = instant(at))),
    );
    parts.join(" · ")
}

fn review(voice: &Voice, shown: &Shown) -> String {
    voice
        .words
        .say(&format!("scorecard-review-{}", shown.card.review_cycle.noun()), &[])
}

fn level(voice: &Voice, card: &Scorecard) -> String {
    voice.words.say(&format!("level-{}", card.level), &[])
}

fn cascade(voice: &Voice, shown: &Shown) -> Vec<String> {
    let words = voice.words;
    let mut lines = Vec::new();
    lines.extend(
        shown
            .parent
            .as_deref()
            .map(|parent| say!(words, "scorecard-parent", name = bold(parent))),
    );
    if !shown.children.is_empty() {
        let mut names: Vec<String> = shown.children.iter().take(KPIS_NAMED).map(|name| short(name)).collect();
        if shown.children.len() > KPIS_NAMED {
            names.push(say!(words, "list-more", count = shown.children.len() - KPIS_NAMED));
        }
        lines.push(say!(words, "scorecard-children", names = names.join(" · ")));
    }
    lines
}

/// How many objectives and KPIs it has.
fn size(shown: &Shown) -> (usize, usize) {
    let objectives = || {
        shown
            .perspectives
            .iter()
            .flat_map(|perspective| &perspective.objectives)
    };
    (objectives().count(), objectives().map(|(_, kpis)| kpis.len()).sum())
}

#[cfg(test)]
mod tests;
