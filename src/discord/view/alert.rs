//! Alerts as the team channel reads them, and as those do who answer them.

mod watch;

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, UserId,
};

use super::decision::flat;
use super::{EMBED_TEXT, bold, button, buttons, cut, embed, initiative, listed};
use crate::discord::component::{Act, Id};
use crate::discord::reply::Post;
use crate::domain::alert::AlertKind;
use crate::domain::id::{AlertId, KpiId};
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::domain::target::{Gap, gap};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::alert::{AlertContent, Answer, Answering, Listed, Outcome};

pub use watch::watch;

/// Discord's limits for a select: so many options, of so many characters.
const OPTIONS: usize = 25;
const OPTION: usize = 100;

/// How many initiatives an alert names before they are counted.
const ACTIONS: usize = 3;

/// A KPI that slipped, or what became of that.
pub fn alert(voice: &Voice, alert: &AlertContent) -> Post {
    let key = match (alert.outcome, alert.status) {
        (Outcome::Withdrawn, _) => "alert-withdrawn",
        (Outcome::Retargeted, _) => "alert-retargeted",
        (Outcome::Archived, _) => "alert-archived",
        (_, Status::OffTarget) => "alert-off-target",
        (_, _) => "alert-still-open",
    };
    let mut lines = vec![headline(voice, alert, key)];
    lines.push(trend(voice, alert));
    lines.extend(note(voice, alert));
    lines.extend(initiative::actions(voice, &alert.initiatives, ACTIONS));
    lines.extend(drives(voice, alert));
    lines.extend(alert.answer.as_ref().map(|answer| answer_line(voice, answer)));
    let embed = embed(colour(alert), lines.join("\n"));
    let mut post = pictured(voice, alert, Post::default().embed(embed));
    if let (Some(id), Outcome::Open) = (alert.alert, alert.outcome) {
        post = post.row(choices(voice, (id, Some(alert.kpi.id)), alert.answer.is_some()));
    }
    if let (Some((_, Some(user))), Outcome::Open) = (&alert.owner, alert.outcome) {
        let user = UserId::new(user.cast_unsigned());
        post.content = say!(voice.words, "alert-mention", person = format!("<@{user}>"));
        post.mentions.push(user);
    }
    if matches!(alert.outcome, Outcome::Withdrawn | Outcome::Archived) {
        return post;
    }
    let why = Id::WhyKpi {
        kpi: alert.kpi.id,
        first_day: alert.period.first_day(),
    };
    let label = voice.words.say("why-button", &[]);
    post.row(buttons(vec![button(why, label, ButtonStyle::Secondary)]))
}

/// What can be done about an alert.
fn choices(voice: &Voice, (id, kpi): (AlertId, Option<KpiId>), answered: bool) -> CreateActionRow {
    let words = voice.words;
    let one = |act: Act, key: &str, style| button(Id::Act(act), words.say(key, &[]), style);
    let mut choices = Vec::new();
    if !answered {
        let acknowledge = Act::Alert(id, Answering::Acknowledge);
        choices.push(one(acknowledge, "alert-button-acknowledge", ButtonStyle::Primary));
    }
    let snooze = Act::Alert(id, Answering::Snooze);
    choices.push(one(snooze, "alert-button-snooze", ButtonStyle::Secondary));
    choices.extend(kpi.map(|kpi| one(Act::Begin(kpi), "initiative-button-add", ButtonStyle::Secondary)));
    buttons(choices)
}

/// `Acknowledged by Maria until 20 December 2026: “We call them”`.
pub fn answer_line(voice: &Voice, answer: &Answer) -> String {
    let words = voice.words;
    let by = flat(&answer.by);
    let said = match (answer.snoozed, answer.until) {
        (true, Some(day)) => say!(words, "alert-snoozed", by = by, day = voice.day(day)),
        (false, Some(day)) => say!(words, "alert-acknowledged-until", by = by, day = voice.day(day)),
        (_, None) => say!(words, "alert-acknowledged", by = by),
    };
    match &answer.comment {
        Some(comment) => format!("{said}: {}", say!(words, "alert-comment", comment = flat(comment))),
        None => said,
    }
}

/// The rest of an alert is over, and how its KPI stands by now.
pub fn woken(voice: &Voice, alert: &AlertContent) -> Post {
    let mut lines = Vec::new();
    if let Some(answer) = &alert.answer {
        let key = if answer.snoozed {
            "alert-woken-snoozed"
        } else {
            "alert-woken"
        };
        lines.push(say!(voice.words, key, by = flat(&answer.by)));
    }
    lines.push(headline(voice, alert, "alert-still-open"));
    lines.push(trend(voice, alert));
    lines.extend(initiative::actions(voice, &alert.initiatives, ACTIONS));
    let mut post = Post::default().embed(embed(alert.status, lines.join("\n")));
    if let Some(id) = alert.alert {
        post = post.row(choices(voice, (id, Some(alert.kpi.id)), false));
    }
    if let Some((_, Some(user))) = &alert.owner {
        let user = UserId::new(user.cast_unsigned());
        post.content = say!(voice.words, "alert-mention", person = format!("<@{user}>"));
        post.mentions.push(user);
    }
    post
}

/// The alerts of a scorecard that are not over.
pub fn list(voice: &Voice, card: &str, found: &[Listed]) -> Post {
    let words = voice.words;
    let card = bold(card);
    if found.is_empty() {
        return Post::text(say!(words, "alert-none", scorecard = card));
    }
    let mut lines = vec![say!(words, "alert-list", scorecard = card, count = found.len())];
    lines.extend(found.iter().map(|alert| line(voice, alert)));
    lines.push(words.say("alert-list-next", &[]));
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Status::NoData, cut(&lines, EMBED_TEXT, more)))
}

/// `• **Customer churn** · off target since November 2026 · Acknowledged by Maria: “We call them”`.
fn line(voice: &Voice, alert: &Listed) -> String {
    let since = match alert.period {
        Some(period) => voice.period(period, alert.fiscal),
        None => voice.day(alert.first_day),
    };
    let kind = kind(voice, alert.kind);
    let since = say!(voice.words, "alert-since", kind = kind, since = since);
    let mut parts = vec![format!("• {}", listed(&alert.name)), since];
    parts.extend(alert.answer.as_ref().map(|answer| answer_line(voice, answer)));
    parts.join(" · ")
}

/// `off target`.
pub fn kind(voice: &Voice, kind: AlertKind) -> String {
    let key = match kind {
        AlertKind::OffTarget => "alert-kind-off-target",
        AlertKind::Missing => "alert-kind-missing",
        AlertKind::OffPace => "alert-kind-off-pace",
        AlertKind::Hypothesis => "alert-kind-hypothesis",
    };
    voice.words.say(key, &[])
}

/// One alert of a list, with what can be done about it.
pub fn chosen(voice: &Voice, alert: &Listed) -> Post {
    let row = choices(voice, (alert.id, alert.kpi), alert.answer.is_some());
    Post::text(line(voice, alert)).row(row)
}

/// A select to choose one of some alerts, to answer it.
pub fn choose_one(voice: &Voice, alerts: &[(AlertId, String)]) -> Option<CreateActionRow> {
    if alerts.is_empty() {
        return None;
    }
    let option =
        |(id, name): &(AlertId, String)| CreateSelectMenuOption::new(shorten_middle(name, OPTION), id.to_string());
    let options = alerts.iter().take(OPTIONS).map(option).collect();
    let kind = CreateSelectMenuKind::String { options };
    let menu = CreateSelectMenu::new(Id::Act(Act::ChooseAlert).to_string(), kind);
    Some(CreateActionRow::SelectMenu(
        menu.placeholder(voice.words.say("alert-choose", &[])),
    ))
}

/// An alert that somebody answered.
pub fn answered(voice: &Voice, alert: &Listed, how: Answering) -> Post {
    let words = voice.words;
    let name = bold(&alert.name);
    let until = alert.answer.as_ref().and_then(|answer| answer.until);
    let said = match (how, until) {
        (Answering::Acknowledge, None) => say!(words, "alert-answered", name = name),
        (Answering::Acknowledge, Some(day)) => say!(words, "alert-answered-until", name = name, day = voice.day(day)),
        (Answering::Snooze, day) => {
            let day = day.map(|day| voice.day(day)).unwrap_or_default();
            say!(words, "alert-answered-snoozed", name = name, day = day)
        }
    };
    Post::text(said)
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
    pictured(
        voice,
        alert,
        Post::default().embed(embed(colour(alert), lines.join("\n"))),
    )
}

/// With the trend as a picture, unless there is nothing left to show.
fn pictured(voice: &Voice, alert: &AlertContent, post: Post) -> Post {
    let shown = alert
        .chart
        .as_deref()
        .filter(|_| matches!(alert.outcome, Outcome::Open | Outcome::Resolved));
    match shown {
        Some(chart) => post.picture(super::trend::picture(voice, &[chart])),
        None => post,
    }
}

fn colour(alert: &AlertContent) -> Status {
    let over = [Outcome::Withdrawn, Outcome::Retargeted, Outcome::Archived];
    if over.contains(&alert.outcome) {
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
        by = alert
            .retargeted
            .map(|rule| voice.target(kpi, &rule))
            .unwrap_or_default(),
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
