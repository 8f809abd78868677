//! The digest of a review and the end of one, as the team channel reads them.

use super::summary::{Block, block_pages, headline, kpi_line, moved, perspective_blocks};
use super::{EMBED_TEXT, NAME_IN_LIST, cut, decision, embed, formula, initiative, map, review};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, day, escape};
use crate::say;
use crate::service::review::{ClosedContent, DigestContent};
use crate::service::summary::{Line, PerspectiveSummary, Summary};

/// How much of a note the digest shows; the rest is with the value.
const NOTE_IN_LINE: usize = 160;

/// The digest, as as many messages as it takes: nothing of it is left out.
pub fn pages(voice: &Voice, digest: &DigestContent) -> Vec<Post> {
    let summary = &digest.summary;
    let mut head = vec![headline(voice, summary)];
    let marks = [
        (digest.preliminary, "digest-preliminary"),
        (digest.updated, "digest-updated"),
    ];
    head.extend(
        marks
            .iter()
            .filter(|(set, _)| *set)
            .map(|(_, key)| voice.words.say(key, &[])),
    );
    // Discord shows a message's pictures below its text and above its embeds: the headline comes first, then the map.
    let (head, map) = (head.join("\n"), map::picture(voice, summary));
    let mut blocks = match map {
        Some(_) => Vec::new(),
        None => vec![Block::head(summary.result.status, head.clone())],
    };
    let lines = |perspective: &PerspectiveSummary| movers(voice, perspective);
    blocks.extend(perspective_blocks(voice, summary, usize::MAX, &lines));
    if !digest.off_target.is_empty() {
        let lines = digest.off_target.iter().map(|line| off_target(voice, summary, line));
        blocks.push(Block {
            status: Status::OffTarget,
            head: say!(voice.words, "digest-off-target", count = digest.off_target.len()),
            lines: lines.collect(),
        });
    }
    if !digest.targets.is_empty() {
        blocks.push(Block {
            status: Status::NoData,
            head: say!(voice.words, "digest-targets", count = digest.targets.len()),
            lines: digest
                .targets
                .iter()
                .map(|changed| review::retarget::line(voice, changed))
                .collect(),
        });
    }
    if !digest.initiatives.is_empty() {
        blocks.push(Block {
            status: Status::AtRisk,
            head: say!(voice.words, "digest-initiatives", count = digest.initiatives.len()),
            lines: digest
                .initiatives
                .iter()
                .map(|told| initiative::line(voice, told))
                .collect(),
        });
    }
    if !digest.decisions.is_empty() {
        blocks.push(Block {
            status: Status::NoData,
            head: say!(voice.words, "digest-decisions", count = digest.decisions.len()),
            lines: digest
                .decisions
                .iter()
                .map(|told| decision::line(voice, told))
                .collect(),
        });
    }
    let mut pages = block_pages(blocks);
    if let Some(map) = map {
        if pages.is_empty() {
            pages.push(Post::default());
        }
        if let Some(first) = pages.first_mut() {
            first.content = head;
            first.pictures.push(map);
        }
    }
    pages
}

/// The worst and the best mover of a perspective, and what it waits for.
fn movers(voice: &Voice, perspective: &PerspectiveSummary) -> Vec<String> {
    let changed = |line: &&Line| line.change.is_some_and(|change| !change.is_zero());
    let mut moving: Vec<&Line> = perspective.lines.iter().filter(changed).collect();
    moving.sort_by_key(|line| line.change);
    let worst = moving
        .first()
        .filter(|line| line.change.is_some_and(|change| change.is_sign_negative()));
    let best = moving
        .last()
        .filter(|line| line.change.is_some_and(|change| change.is_sign_positive()));
    let mut parts: Vec<String> = worst.map(|line| mover(voice, "▼", line)).into_iter().collect();
    parts.extend(best.map(|line| mover(voice, "▲", line)));
    let mut lines = Vec::new();
    if !parts.is_empty() {
        lines.push(parts.join(" · "));
    }
    let left_out = perspective
        .lines
        .iter()
        .filter(|line| line.status == Some(Status::NotApplicable));
    lines.extend(left_out.map(|line| {
        let (sign, name) = (Status::NotApplicable.sign(), short(line.kpi.name.as_str()));
        let reason = escape(line.reason.as_deref().unwrap_or_default());
        say!(
            voice.words,
            "summary-line-not-applicable",
            sign = sign,
            name = name,
            reason = reason
        )
    }));
    let waiting = perspective
        .lines
        .iter()
        .filter(|line| line.status == Some(Status::NoData));
    lines.extend(waiting.map(|line| {
        if let Some(lack) = &line.lack {
            return formula::without(voice, &shorten_middle(line.kpi.name.as_str(), NAME_IN_LIST), lack);
        }
        let (name, person) = (short(line.kpi.name.as_str()), short(&line.answers));
        match line.expected_at {
            Some(at) => say!(
                voice.words,
                "digest-expected",
                name = name,
                person = person,
                day = day(at)
            ),
            None => say!(voice.words, "digest-waiting", name = name, person = person),
        }
    }));
    lines
}

/// `▼ Customer churn 3.4 % (+1.1 points)`.
fn mover(voice: &Voice, arrow: &str, line: &Line) -> String {
    let name = short(line.kpi.name.as_str());
    let value = line
        .value
        .map(|value| voice.value(&line.kpi, value, line.rule.as_ref()))
        .unwrap_or_default();
    match moved(voice, line) {
        Some(moved) => format!("{arrow} {name} {value} ({moved})"),
        None => format!("{arrow} {name} {value}"),
    }
}

fn short(name: &str) -> String {
    escape(&shorten_middle(name, NAME_IN_LIST)).into_owned()
}

/// `🔴 **Customer churn** 3.4 % … · Maria: “Two left”`.
pub fn off_target(voice: &Voice, summary: &Summary, line: &Line) -> String {
    let mut text = kpi_line(voice, summary, line);
    text.push_str(" · ");
    text.push_str(&short(&line.answers));
    if let Some(note) = &line.note {
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&say!(
            voice.words,
            "digest-note",
            note = escape(&shorten_middle(&note, NOTE_IN_LINE))
        ));
    }
    text
}

/// The end of a review.
pub fn closed(voice: &Voice, closed: &ClosedContent) -> Post {
    let summary = &closed.summary;
    let mut lines = vec![headline(voice, summary)];
    lines.push(match &closed.by {
        Some(by) => say!(voice.words, "digest-closed-by", person = escape(by)),
        None => voice.words.say("digest-closed", &[]),
    });
    if closed.missing > 0 {
        lines.push(say!(voice.words, "digest-closed-missing", count = closed.missing));
    }
    if !closed.decisions.is_empty() {
        lines.push(voice.words.say("digest-closed-decisions", &[]));
        lines.extend(
            closed
                .decisions
                .iter()
                .map(|text| format!("• {}", decision::flat(text))),
        );
    } else if closed.by.is_some() {
        lines.push(voice.words.say("digest-closed-no-decisions", &[]));
    }
    let more = |count| say!(voice.words, "list-more", count = count);
    Post::default().embed(embed(summary.result.status, cut(&lines, EMBED_TEXT, more)))
}
