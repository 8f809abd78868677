//! The footnote of a closed period whose numbers are others now than the published ones.

use super::super::NAME_IN_LIST;
use crate::domain::id::PerspectiveId;
use crate::domain::name::shorten_middle;
use crate::domain::restatement::Cause;
use crate::domain::rollup::Rollup;
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::summary::{Published, Restated, Summary};

/// How many changes are named, the newest.
const NAMED: usize = 3;

/// `published 6.1 🟡 → restated 5.4 🔴`, and who changed what; empty where the numbers are as they were published.
pub fn footnote(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Vec<String> {
    let mut lines = numbers(voice, summary, chosen);
    let Some(published) = summary.published.as_ref().filter(|_| !lines.is_empty()) else {
        return lines;
    };
    let named = published.restatements.iter().take(NAMED);
    lines.extend(named.map(|it| restatement(voice, it)));
    if published.restatements.len() > NAMED {
        let count = published.restatements.len() - NAMED;
        lines.push(say!(voice.words, "list-more", count = count));
    }
    lines
}

/// The numbers alone.
pub fn numbers(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Vec<String> {
    let Some(published) = &summary.published else {
        return Vec::new();
    };
    let words = voice.words;
    let line = |(name, before, after): Difference<'_>| {
        let (before, after) = (scored(voice, before), scored(voice, after));
        match name {
            None => say!(words, "summary-restated", before = before, after = after),
            Some(name) => {
                let name = shorten_middle(name, NAME_IN_LIST);
                say!(
                    words,
                    "summary-restated-perspective",
                    name = escape(&name),
                    before = before,
                    after = after
                )
            }
        }
    };
    differences(summary, published, chosen).into_iter().map(line).collect()
}

type Difference<'a> = (Option<&'a str>, &'a Rollup, &'a Rollup);

/// The scorecard's numbers, or the chosen perspective's, where they differ; else the perspectives' that do.
fn differences<'a>(
    summary: &'a Summary,
    published: &'a Published,
    chosen: Option<PerspectiveId>,
) -> Vec<Difference<'a>> {
    let differs = |before: &Rollup, after: &Rollup| (before.level, before.status) != (after.level, after.status);
    if chosen.is_none() && differs(&published.result, &summary.result) {
        return vec![(None, &published.result, &summary.result)];
    }
    let shown = summary
        .perspectives
        .iter()
        .filter(|one| chosen.is_none_or(|chosen| chosen == one.id));
    shown
        .filter_map(|one| {
            let (_, before) = published.perspectives.iter().find(|(id, _)| *id == one.id)?;
            let name = chosen.is_none().then_some(one.name.as_str());
            differs(before, &one.result).then_some((name, before, &one.result))
        })
        .collect()
}

fn scored(voice: &Voice, result: &Rollup) -> String {
    let sign = result.status.sign();
    match result.level {
        Some(level) => format!("{} {sign}", voice.score(level)),
        None => format!("{sign} {}", voice.status_word(result.status)),
    }
}

fn restatement(voice: &Voice, restated: &Restated) -> String {
    let key = match (restated.cause, &restated.reason) {
        (Cause::Late, _) => "summary-restated-late",
        (Cause::TakenBack, _) => "summary-restated-taken-back",
        (Cause::Changed, Some(_)) => "summary-restated-by",
        (Cause::Changed, None) => "summary-restated-plain",
    };
    let name = if restated.kpi.is_empty() {
        voice.words.say("why-private", &[])
    } else {
        escape(&shorten_middle(&restated.kpi, NAME_IN_LIST)).into_owned()
    };
    say!(
        voice.words,
        key,
        name = name,
        person = escape(&restated.by),
        at = instant(restated.at),
        reason = escape(restated.reason.as_deref().unwrap_or_default())
    )
}
