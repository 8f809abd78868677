//! A scorecard's strategy map: a line of words, and a picture.

use rust_decimal::Decimal;

use super::summary::{coverage, headline, plain_title, post_picture};
use crate::discord::picture::{Content, Picture};
use crate::discord::reply::Post;
use crate::domain::rollup::Rollup;
use crate::domain::score::Status;
use crate::locale::Voice;
use crate::picture::map::{Band, Legend, Map, Objective, Way};
use crate::say;
use crate::service::summary::{Drawn, ObjectiveSummary, PerspectiveSummary, Summary};

/// The answer to `/map`.
pub fn shown(voice: &Voice, summary: &Summary) -> Post {
    match picture(voice, summary) {
        Some(_) => {
            let button = post_picture(voice, summary, Drawn::Map);
            posted(voice, summary).row(super::buttons(vec![button]))
        }
        None => Post::text(say!(
            voice.words,
            "map-empty",
            name = crate::locale::escape(&summary.name)
        )),
    }
}

/// The map as it stands in a channel.
pub(super) fn posted(voice: &Voice, summary: &Summary) -> Post {
    let post = Post::text(headline(voice, summary));
    match picture(voice, summary) {
        Some(picture) => post.picture(picture),
        None => post,
    }
}

/// The picture; none where there is no objective.
pub(super) fn picture(voice: &Voice, summary: &Summary) -> Option<Picture> {
    let objectives = summary
        .perspectives
        .iter()
        .map(|one| one.objectives.len())
        .sum::<usize>();
    (objectives > 0).then(|| Picture {
        content: Content::Map(Box::new(map(voice, summary))),
        name: "map",
        description: in_words(voice, summary),
    })
}

fn map(voice: &Voice, summary: &Summary) -> Map {
    Map {
        title: summary.name.clone(),
        subtitle: subtitle(voice, summary, "map-title"),
        result: result(voice, summary),
        bands: summary
            .perspectives
            .iter()
            .map(|one| band(voice, summary, one))
            .collect(),
        arrows: arrows(summary),
        empty: voice.words.say("map-no-objectives", &[]),
        footnotes: footnotes(voice, summary),
        words: legend(voice, summary),
    }
}

/// The scorecard's sign, with score and word: `6.1 · at risk`.
pub(super) fn result(voice: &Voice, summary: &Summary) -> Option<(Status, String)> {
    let result = &summary.result;
    let level = result.level.filter(|_| !summary.running)?;
    let word = if result.provisional {
        voice.words.say("map-provisional", &[])
    } else {
        voice.status_word(result.status)
    };
    Some((result.status, format!("{} · {word}", voice.score(level))))
}

pub(super) fn legend(voice: &Voice, summary: &Summary) -> Legend {
    let before = voice.period(summary.period.prev(), summary.fiscal);
    Legend {
        statuses: Status::ALL.iter().map(|status| voice.status_word(*status)).collect(),
        arrow: voice.words.say("map-legend-arrow", &[]),
        change: say!(voice.words, "map-legend-change", period = before),
    }
}

/// `Strategy map · November 2026 · 92 % of the weight is in`.
pub(super) fn subtitle(voice: &Voice, summary: &Summary, key: &str) -> String {
    let mut parts = vec![voice.words.say(key, &[]), plain_title(voice, summary)];
    parts.extend(coverage(voice, &summary.result).filter(|_| !summary.running));
    parts.join(" · ")
}

fn band(voice: &Voice, summary: &Summary, perspective: &PerspectiveSummary) -> Band {
    Band {
        name: perspective.name.clone(),
        status: perspective.result.status,
        score: score(voice, summary, &perspective.result),
        objectives: perspective
            .objectives
            .iter()
            .map(|objective| drawn(voice, summary, objective))
            .collect(),
    }
}

/// A score in words; empty where there is none.
pub(super) fn score(voice: &Voice, summary: &Summary, result: &Rollup) -> String {
    let level = result.level.filter(|_| !summary.running);
    level.map(|level| voice.score(level)).unwrap_or_default()
}

fn drawn(voice: &Voice, summary: &Summary, objective: &ObjectiveSummary) -> Objective {
    Objective {
        name: objective.name.clone(),
        status: status(&objective.result),
        score: score(voice, summary, &objective.result),
        change: change(voice, summary, objective.change),
    }
}

/// A change of a score, and which way it went.
pub(super) fn change(voice: &Voice, summary: &Summary, change: Option<Decimal>) -> Option<(Way, String)> {
    Some(changed(voice, change.filter(|_| !summary.running)?))
}

/// Which way a score went, and how far.
pub(super) fn changed(voice: &Voice, change: Decimal) -> (Way, String) {
    (way(change), voice.numbers.change(change, 1))
}

/// An objective none of whose KPIs has a target, or that has none, is unscored; one whose values are missing has no data.
fn status(result: &Rollup) -> Status {
    let counts = &result.counts;
    match result.status {
        status if result.level.is_some() => status,
        Status::NoData if counts.scored() + counts.no_data == 0 && counts.not_applicable > 0 => Status::NotApplicable,
        Status::NoData if counts.scored() + counts.no_data == 0 => Status::Unscored,
        status => status,
    }
}

fn way(change: Decimal) -> Way {
    match crate::domain::score::fixed(change, 1) {
        zero if zero.is_zero() => Way::Level,
        below if below.is_sign_negative() => Way::Down,
        _ => Way::Up,
    }
}

/// Arrows as places among all objectives.
fn arrows(summary: &Summary) -> Vec<(usize, usize)> {
    let all: Vec<_> = summary
        .perspectives
        .iter()
        .flat_map(|perspective| perspective.objectives.iter().map(|objective| objective.id))
        .collect();
    let place = |id| all.iter().position(|other| *other == id);
    let arrows = summary.arrows.iter();
    arrows
        .filter_map(|arrow| Some((place(arrow.cause)?, place(arrow.effect)?)))
        .collect()
}

/// What stands below.
pub(super) fn footnotes(voice: &Voice, summary: &Summary) -> Vec<String> {
    let mut notes = Vec::new();
    if summary.running {
        let kind = voice.kind(summary.period.kind());
        notes.push(say!(voice.words, "map-running", kind = kind));
    }
    if summary
        .published
        .as_ref()
        .is_some_and(|published| !published.restatements.is_empty())
    {
        notes.push(voice.words.say("map-restated", &[]));
    }
    notes
}

/// The picture in words, for those who do not see it.
fn in_words(voice: &Voice, summary: &Summary) -> String {
    let scored = |name: &str, status: Status, score: String| {
        let gap = if score.is_empty() { "" } else { " " };
        format!("{name}{gap}{score} {}", voice.status_word(status))
    };
    let bands = summary.perspectives.iter().map(|perspective| {
        let objectives = perspective.objectives.iter().map(|objective| {
            let score = score(voice, summary, &objective.result);
            scored(&objective.name, status(&objective.result), score)
        });
        let head = scored(
            &perspective.name,
            perspective.result.status,
            score(voice, summary, &perspective.result),
        );
        let objectives: Vec<String> = objectives.collect();
        if objectives.is_empty() {
            format!("{}: {}.", perspective.name, voice.words.say("map-no-objectives", &[]))
        } else {
            format!("{head}: {}.", objectives.join(", "))
        }
    });
    let bands: Vec<String> = bands.collect();
    say!(
        voice.words,
        "map-alt",
        name = summary.name.as_str(),
        period = plain_title(voice, summary),
        bands = bands.join(" "),
        count = summary.arrows.len()
    )
}
