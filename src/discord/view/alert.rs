//! Off-target alerts as the team channel reads them.

use serenity::all::UserId;

use super::embed;
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::domain::target::{Gap, gap};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::alert::{AlertContent, Outcome};

/// A KPI that slipped, or what became of that.
pub fn alert(voice: &Voice, alert: &AlertContent) -> Post {
    let key = match (alert.outcome, alert.status) {
        (Outcome::Withdrawn, _) => "alert-withdrawn",
        (Outcome::Archived, _) => "alert-archived",
        (_, Status::OffTarget) => "alert-off-target",
        (_, _) => "alert-still-open",
    };
    let mut lines = vec![headline(voice, alert, key)];
    lines.push(trend(voice, alert));
    lines.extend(note(voice, alert));
    lines.extend(drives(voice, alert));
    let mut post = Post::default().embed(embed(colour(alert), lines.join("\n")));
    if let (Some((_, Some(user))), Outcome::Open) = (&alert.owner, alert.outcome) {
        let user = UserId::new(user.cast_unsigned());
        post.content = say!(voice.words, "alert-mention", person = format!("<@{user}>"));
        post.mentions.push(user);
    }
    post
}

/// A KPI that is on target again.
pub fn recovered(voice: &Voice, alert: &AlertContent) -> Post {
    let key = if alert.is_withdrawn() {
        "alert-recovered-withdrawn"
    } else {
        "alert-recovered"
    };
    let mut lines = vec![headline(voice, alert, key)];
    if !alert.is_withdrawn() {
        lines.push(trend(voice, alert));
    }
    Post::default().embed(embed(colour(alert), lines.join("\n")))
}

fn colour(alert: &AlertContent) -> Status {
    if matches!(alert.outcome, Outcome::Withdrawn | Outcome::Archived) {
        Status::NoData
    } else {
        alert.status
    }
}

/// `🔴 **Customer churn** went off target: **3.4 %** in November 2026, target 2.0 %, 1.4 points too high.`
fn headline(voice: &Voice, alert: &AlertContent, key: &str) -> String {
    let kpi = &alert.kpi;
    let gap = match gap(alert.value, &alert.rule) {
        Some(Gap::TooHigh(by)) => say!(voice.words, "alert-too-high", by = voice.gap(kpi, by)),
        Some(Gap::TooLow(by)) => say!(voice.words, "alert-too-low", by = voice.gap(kpi, by)),
        Some(Gap::Met { .. }) | None => String::new(),
    };
    say!(
        voice.words,
        key,
        name = escape(kpi.name.as_str()),
        value = voice.value(kpi, alert.value, Some(&alert.rule)),
        period = voice.period(alert.period, alert.fiscal),
        status = voice.status(alert.status),
        target = voice.target(kpi, &alert.rule),
        gap = gap,
    )
}

/// `Aug 1.9 % · Sep 2.1 % · Oct 2.3 % · Nov 3.4 %`.
fn trend(voice: &Voice, alert: &AlertContent) -> String {
    let point = |(period, value): &(_, Option<_>)| {
        let value = value.map_or_else(|| "–".to_owned(), |value| voice.value(&alert.kpi, value, None));
        format!("{} {value}", voice.period_short(*period, alert.fiscal))
    };
    let known = alert.trend.iter().skip_while(|(_, value)| value.is_none());
    known.map(point).collect::<Vec<_>>().join(" · ")
}

fn note(voice: &Voice, alert: &AlertContent) -> Option<String> {
    let note = alert.note.as_ref()?;
    let owner = alert.owner.as_ref().map(|(name, _)| name);
    let name = alert.note_by.as_ref().or(owner).map_or("", String::as_str);
    Some(say!(
        voice.words,
        "alert-note",
        person = escape(name),
        note = escape(note)
    ))
}

fn drives(voice: &Voice, alert: &AlertContent) -> Option<String> {
    if alert.drives.is_empty() {
        return None;
    }
    let names: Vec<String> = alert
        .drives
        .iter()
        .take(3)
        .map(|name| format!("**{}**", escape(name)))
        .collect();
    Some(say!(voice.words, "alert-drives", names = names.join(", ")))
}
