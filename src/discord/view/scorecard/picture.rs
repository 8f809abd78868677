//! A scorecard on one page: perspectives side by side, each with its KPIs, their statuses and their last values.

use rust_decimal::prelude::ToPrimitive;

use super::super::buttons;
use super::super::map;
use super::super::summary::{coverage, headline, post_picture};
use crate::discord::picture::{Content, Picture};
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::locale::Voice;
use crate::picture::map::Legend;
use crate::picture::scorecard::{Card, Column, Kpi};
use crate::say;
use crate::service::summary::{Drawn, History, Line, PerspectiveSummary, Summary};

/// The answer to *Picture*.
pub fn drawn(voice: &Voice, summary: &Summary, history: &History) -> Post {
    let button = post_picture(voice, summary, Drawn::Page);
    posted(voice, summary, history).row(buttons(vec![button]))
}

/// The picture as it stands in a channel.
pub fn posted(voice: &Voice, summary: &Summary, history: &History) -> Post {
    let picture = Picture {
        content: Content::Scorecard(Box::new(card(voice, summary, history))),
        name: "scorecard",
        description: in_words(voice, summary),
    };
    Post::text(headline(voice, summary)).picture(picture)
}

fn card(voice: &Voice, summary: &Summary, history: &History) -> Card {
    let columns = summary
        .perspectives
        .iter()
        .map(|one| column(voice, (summary, one), history));
    Card {
        title: summary.name.clone(),
        subtitle: map::subtitle(voice, summary, "scorecard-picture-title"),
        result: map::result(voice, summary),
        columns: columns.collect(),
        empty: voice.words.say("scorecard-picture-empty", &[]),
        footnotes: map::footnotes(voice, summary),
        words: Legend {
            arrow: voice.words.say("scorecard-picture-spark", &[]),
            ..map::legend(voice, summary)
        },
    }
}

fn column(voice: &Voice, (summary, perspective): (&Summary, &PerspectiveSummary), history: &History) -> Column {
    let result = &perspective.result;
    let kpi = |line: &Line| Kpi {
        name: line.kpi.name.to_string(),
        status: line.status.unwrap_or(Status::Unscored),
        value: value(voice, line),
        spark: history
            .get(&line.kpi.id)
            .map(|values| {
                values
                    .iter()
                    .map(|value| value.and_then(|value| value.to_f64()))
                    .collect()
            })
            .unwrap_or_default(),
    };
    Column {
        name: perspective.name.clone(),
        status: result.status,
        score: map::score(voice, summary, result),
        change: map::change(voice, summary, perspective.change),
        note: coverage(voice, result).filter(|_| !summary.running).unwrap_or_default(),
        kpis: perspective.lines.iter().map(kpi).collect(),
    }
}

/// The value, or the word for there being none.
fn value(voice: &Voice, line: &Line) -> String {
    match (line.value, line.status) {
        (Some(value), _) => voice.value(&line.kpi, value, line.rule.as_ref()),
        (None, Some(Status::NotApplicable)) => voice.status_word(Status::NotApplicable),
        (None, _) => voice.status_word(Status::NoData),
    }
}

/// The picture in words, for those who do not see it.
fn in_words(voice: &Voice, summary: &Summary) -> String {
    let columns = summary.perspectives.iter().map(|perspective| {
        let kpis = perspective.lines.iter().map(|line| {
            let status = line.status.unwrap_or(Status::Unscored);
            format!("{} {} {}", line.kpi.name, value(voice, line), voice.status_word(status))
        });
        let score = map::score(voice, summary, &perspective.result);
        let gap = if score.is_empty() { "" } else { " " };
        let kpis: Vec<String> = kpis.collect();
        format!("{}{gap}{score}: {}.", perspective.name, kpis.join(", "))
    });
    let columns: Vec<String> = columns.collect();
    say!(
        voice.words,
        "scorecard-picture-alt",
        name = summary.name.as_str(),
        period = super::super::summary::plain_title(voice, summary),
        columns = columns.join(" ")
    )
}
