//! Objectives as people read them.

use super::person::who_or_none;
use super::{EMBED_TEXT, NAME_IN_LIST, bold, change_of, cut, embed, initiative, listed, or_none};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::domain::weight::Weight;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::objective::{Fed, FeedChange, Shown};

/// How many arrows in one direction are named before they are counted.
const ARROWS_NAMED: usize = 12;

/// How many of the initiatives about it are named before they are counted.
const ACTIONS: usize = 8;

/// An objective that was added, and what comes next.
pub fn added(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let (name, perspective) = (bold(&shown.objective.name), bold(&shown.perspective));
    let scorecard = bold(&shown.scorecard);
    let said = say!(
        words,
        "objective-added",
        name = name,
        perspective = perspective,
        scorecard = scorecard
    );
    Post::text(format!("{said}\n{}", words.say("objective-next", &[])))
}

/// What changed, old → new.
pub fn edited(voice: &Voice, before: &Shown, after: &Shown) -> Post {
    let words = voice.words;
    let weight = |shown: &Shown| voice.numbers.plain(shown.objective.weight.get());
    let description = |shown: &Shown| or_none(words, shown.objective.description.as_deref());
    let owner = |shown: &Shown| who_or_none(words, shown.owner.as_ref());
    let mut lines = vec![say!(words, "objective-edited", name = bold(&after.objective.name))];
    lines.extend(change_of(
        words,
        "name",
        &bold(&before.objective.name),
        &bold(&after.objective.name),
    ));
    lines.extend(change_of(
        words,
        "perspective",
        &bold(&before.perspective),
        &bold(&after.perspective),
    ));
    lines.extend(change_of(words, "owner", &owner(before), &owner(after)));
    lines.extend(change_of(words, "weight", &weight(before), &weight(after)));
    lines.extend(change_of(
        words,
        "description",
        &description(before),
        &description(after),
    ));
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    Post::default().embed(embed(Status::NoData, text))
}

/// An objective and what surrounds it.
pub fn shown(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let place = [
        bold(&shown.objective.name),
        escape(&shown.perspective).into_owned(),
        escape(&shown.scorecard).into_owned(),
    ];
    let mut lines = vec![place.join(" · ")];
    lines.extend(
        shown
            .objective
            .description
            .as_deref()
            .map(|text| escape(text).into_owned()),
    );
    let weight = voice.numbers.plain(shown.objective.weight.get());
    let owner = who_or_none(words, shown.owner.as_ref());
    lines.push(say!(words, "objective-owner", owner = owner, weight = weight));
    lines.extend(arrows(voice, "objective-drives", &shown.drives));
    lines.extend(arrows(voice, "objective-driven-by", &shown.driven_by));
    lines.extend(feeds(voice, "objective-fed-by", &shown.fed_by));
    lines.extend(feeds(voice, "objective-feeds", &shown.feeds));
    lines.extend(initiative::actions(voice, &shown.initiatives, ACTIONS));
    lines.push(String::new());
    if shown.kpis.is_empty() && shown.fed_by.is_empty() {
        lines.push(words.say("objective-no-kpis", &[]));
    }
    lines.extend(shown.kpis.iter().map(|(key, name)| format!("{} `{key}`", listed(name))));
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "kpi-more", count = count));
    Post::default().embed(embed(Status::NoData, text))
}

/// What became of a feed, and the objective that is fed.
pub fn fed(voice: &Voice, change: &FeedChange) -> Post {
    let words = voice.words;
    let (source, below) = (bold(&change.source), escape(&change.below).into_owned());
    let name = bold(&change.shown.objective.name);
    let weight = |weight: Option<Weight>| {
        weight
            .map(|weight| voice.numbers.plain(weight.get()))
            .unwrap_or_default()
    };
    let key = match (change.before, change.after) {
        (None, Some(_)) => "objective-feed-added",
        (Some(_), Some(_)) => "objective-feed-changed",
        (_, None) => "objective-feed-removed",
    };
    let from = change.from.map_or_else(
        || words.say("objective-feed-always", &[]),
        |from| say!(words, "objective-feed-from", period = voice.period(from, change.fiscal)),
    );
    let said = say!(
        words,
        key,
        source = source,
        scorecard = below,
        name = name,
        before = weight(change.before),
        after = weight(change.after),
        from = from
    );
    let mut post = shown(voice, &change.shown);
    post.content = said;
    post
}

/// `Fed by **Win deals** of Sales (weight 2)`.
fn feeds(voice: &Voice, key: &str, feeds: &[Fed]) -> Option<String> {
    let words = voice.words;
    if feeds.is_empty() {
        return None;
    }
    let feed = |feed: &Fed| {
        let scorecard = shorten_middle(&feed.scorecard, NAME_IN_LIST);
        say!(
            words,
            "objective-feed",
            name = listed(&feed.name),
            scorecard = escape(&scorecard),
            weight = voice.numbers.plain(feed.weight.get())
        )
    };
    let mut names: Vec<String> = feeds.iter().take(ARROWS_NAMED).map(feed).collect();
    if feeds.len() > ARROWS_NAMED {
        names.push(say!(words, "list-more", count = feeds.len() - ARROWS_NAMED));
    }
    Some(say!(words, key, names = names.join(" · ")))
}

/// `Drives **Grow revenue** (after 2 periods)`.
fn arrows(voice: &Voice, key: &str, arrows: &[(String, i64)]) -> Option<String> {
    let words = voice.words;
    if arrows.is_empty() {
        return None;
    }
    let arrow = |(name, lag): &(String, i64)| match lag {
        0 => listed(name),
        lag => say!(words, "objective-lag", name = listed(name), lag = *lag),
    };
    let mut names: Vec<String> = arrows.iter().take(ARROWS_NAMED).map(arrow).collect();
    if arrows.len() > ARROWS_NAMED {
        names.push(say!(words, "list-more", count = arrows.len() - ARROWS_NAMED));
    }
    Some(say!(words, key, names = names.join(" · ")))
}
