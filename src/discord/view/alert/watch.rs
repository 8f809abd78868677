//! What a review found beside its numbers, as the team channel reads it.

use serenity::all::UserId;

use super::choose_one;
use crate::discord::reply::Post;
use crate::discord::view::{EMBED_TEXT, cut, embed, listed};
use crate::domain::kpi::Kpi;
use crate::domain::outlook::Outlook;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::alert::{Overdue, Unanswered, WatchContent};

/// How many owners are mentioned; all of them are named.
const MENTIONED: usize = 20;

/// The message.
pub fn watch(voice: &Voice, found: &WatchContent) -> Post {
    let words = voice.words;
    let mut lines = Vec::new();
    let mut part = |key: &str, part: Vec<String>| {
        if !part.is_empty() {
            lines.push(say!(words, key, count = part.len()));
            lines.extend(part);
        }
    };
    let (came, missing): (Vec<&Overdue>, Vec<&Overdue>) = found.missing.iter().partition(|value| value.came);
    let late = |key: &'static str| move |value: &&Overdue| overdue(voice, found, (key, value));
    part(
        "watch-missing",
        missing.iter().map(late("watch-missing-line")).collect(),
    );
    part("watch-came", came.iter().map(late("watch-came-line")).collect());
    let each = |one: &Unanswered| unanswered(voice, found, one);
    part("watch-unanswered", found.unanswered.iter().map(each).collect());
    let paced = |(kpi, outlook): &(Kpi, Outlook)| pace(voice, kpi, outlook);
    part("watch-off-pace", found.off_pace.iter().map(paced).collect());
    part("watch-on-pace", found.on_pace.iter().map(paced).collect());
    let link = |key: &'static str| {
        move |(cause, effect): &(String, String)| say!(words, key, cause = listed(cause), effect = listed(effect))
    };
    part("watch-links", found.failing.iter().map(link("watch-failing")).collect());
    part(
        "watch-links-again",
        found.holding.iter().map(link("watch-holding")).collect(),
    );
    let bad = !found.unanswered.is_empty() || !found.off_pace.is_empty() || !found.failing.is_empty();
    let status = match (found.withdrawn, bad) {
        (true, _) => Status::NoData,
        (false, true) => Status::OffTarget,
        (false, false) if !missing.is_empty() => Status::NoData,
        (false, false) => Status::OnTarget,
    };
    if found.withdrawn {
        lines.insert(0, words.say("watch-withdrawn", &[]));
    }
    let more = |count| say!(words, "list-more", count = count);
    let mut post = Post::default().embed(embed(status, cut(&lines, EMBED_TEXT, more)));
    let answered: &[_] = if found.withdrawn { &[] } else { &found.alerts };
    if let Some(row) = choose_one(voice, answered) {
        post = post.row(row);
    }
    for owner in found.unanswered.iter().filter_map(|one| one.owner.as_ref()?.1) {
        let owner = UserId::new(owner.cast_unsigned());
        if post.mentions.len() < MENTIONED && !post.mentions.contains(&owner) {
            post.mentions.push(owner);
        }
    }
    let mentions: Vec<String> = post.mentions.iter().map(|owner| format!("<@{owner}>")).collect();
    post.content = mentions.join(" ");
    post
}

/// `• **Training hours** for November 2026, waiting for Leo`.
fn overdue(voice: &Voice, found: &WatchContent, (key, value): (&str, &Overdue)) -> String {
    say!(
        voice.words,
        key,
        kpi = listed(&value.kpi),
        period = voice.period(value.period, found.fiscal),
        person = escape(&value.person)
    )
}

/// `• **Customer churn**, since October 2026 (Maria)`.
fn unanswered(voice: &Voice, found: &WatchContent, one: &Unanswered) -> String {
    let since = voice.period(one.since, found.fiscal);
    let owner = one.owner.as_ref().map_or("", |(name, _)| name.as_str());
    let key = if owner.is_empty() {
        "watch-since"
    } else {
        "watch-since-owner"
    };
    say!(
        voice.words,
        key,
        kpi = listed(&one.kpi),
        since = since,
        owner = escape(owner)
    )
}

/// `• **Net revenue**: heading for $11.5M, and the year's target is $12.0M`.
fn pace(voice: &Voice, kpi: &Kpi, outlook: &Outlook) -> String {
    say!(
        voice.words,
        "watch-pace",
        kpi = listed(kpi.name.as_str()),
        outlook = voice.value(kpi, outlook.outlook, None),
        target = voice.mark(kpi, outlook.target)
    )
}
