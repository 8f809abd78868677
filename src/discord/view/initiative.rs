//! Initiatives as people read them: one in full, a list, what changed, and a line in alerts and digests.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{EMBED_TEXT, bold, change_of, cut, embed, listed, or_none};
use crate::discord::reply::Post;
use crate::domain::initiative::InitiativeStatus;
use crate::domain::score::Status;
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::initiative::{Mark, Shown, Told, Update};

use super::decision::flat;

/// An initiative that was begun, and what comes next.
pub fn added(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let one = &shown.initiative;
    let said = say!(
        words,
        "initiative-added",
        name = bold(&one.name),
        about = bold(&one.about)
    );
    let mut lines = vec![said, standing(voice, &shown.told())];
    lines.extend(details(voice, shown));
    lines.push(words.say(
        if one.due_on.is_some() {
            "initiative-next"
        } else {
            "initiative-next-undated"
        },
        &[],
    ));
    Post::default().embed(embed(Status::NoData, cut_to(voice, &lines)))
}

/// What changed, old → new, and what was said.
pub fn updated(voice: &Voice, before: &Shown, after: &Shown) -> Post {
    let words = voice.words;
    let (old, new) = (&before.initiative, &after.initiative);
    let day = |day: Option<NaiveDate>| day.map_or_else(|| words.say("value-none", &[]), |day| voice.day(day));
    let money = |amount: Option<Decimal>, shown: &Shown| {
        amount.map_or_else(
            || words.say("value-none", &[]),
            |amount| voice.numbers.amount(&shown.initiative.money_unit, amount),
        )
    };
    let percent = |percent: u8| format!("{percent}\u{202f}%");
    let changes = [
        ("name", bold(&old.name), bold(&new.name)),
        ("status", status(voice, old.status), status(voice, new.status)),
        ("percent", percent(old.percent), percent(new.percent)),
        ("owner", flat(&old.owner_name), flat(&new.owner_name)),
        ("start", day(old.start_on), day(new.start_on)),
        ("due-on", day(old.due_on), day(new.due_on)),
        ("budget", money(old.budget(), before), money(new.budget(), after)),
        ("spent", money(old.spent(), before), money(new.spent(), after)),
        (
            "effect",
            or_none(words, old.effect.as_deref()),
            or_none(words, new.effect.as_deref()),
        ),
    ];
    let mut lines = vec![say!(words, "initiative-updated", name = bold(&new.name))];
    lines.extend(
        changes
            .iter()
            .filter_map(|(field, old, new)| change_of(words, field, old, new)),
    );
    let was = |mark: &Mark| before.marks.iter().any(|known| known == mark);
    lines.extend(after.marks.iter().filter(|mark| !was(mark)).map(|one| mark(voice, one)));
    let note = after.updates.first().and_then(|update| update.note.as_deref());
    lines.extend(note.map(|note| say!(words, "initiative-note", note = flat(note))));
    Post::default().embed(embed(Status::NoData, cut_to(voice, &lines)))
}

/// An initiative in full, with what was said of it.
pub fn shown(voice: &Voice, shown: &Shown) -> Post {
    let one = &shown.initiative;
    let place = [bold(&one.name), flat(&one.about), flat(&shown.scorecard)];
    let mut lines = vec![place.join(" · "), standing(voice, &shown.told())];
    lines.extend(details(voice, shown));
    if !shown.updates.is_empty() {
        lines.push(String::new());
        lines.extend(shown.updates.iter().map(|update| said(voice, update)));
    }
    Post::default().embed(embed(Status::NoData, cut_to(voice, &lines)))
}

fn cut_to(voice: &Voice, lines: &[String]) -> String {
    cut(lines, EMBED_TEXT, |count| say!(voice.words, "list-more", count = count))
}

/// Start, budget, what is expected, milestones.
fn details(voice: &Voice, shown: &Shown) -> Vec<String> {
    let words = voice.words;
    let one = &shown.initiative;
    let amount = |amount: Decimal| voice.numbers.amount(&one.money_unit, amount);
    let mut lines = Vec::new();
    lines.extend(
        one.start_on
            .map(|day| say!(words, "initiative-start", day = voice.day(day))),
    );
    lines.extend(match (one.budget(), one.spent()) {
        (Some(budget), None) => Some(say!(words, "initiative-budget", budget = amount(budget))),
        (None, Some(spent)) => Some(say!(words, "initiative-spent", spent = amount(spent))),
        (Some(budget), Some(spent)) => {
            let (budget, spent) = (amount(budget), amount(spent));
            Some(say!(words, "initiative-money", budget = budget, spent = spent))
        }
        (None, None) => None,
    });
    lines.extend(
        one.effect
            .as_deref()
            .map(|effect| say!(words, "initiative-effect", effect = flat(effect))),
    );
    lines.extend(shown.marks.iter().map(|one| mark(voice, one)));
    lines
}

fn mark(voice: &Voice, mark: &Mark) -> String {
    let words = voice.words;
    let name = flat(&mark.name);
    match (mark.reached_on, mark.due_on) {
        (Some(day), _) => say!(words, "initiative-mark-reached", name = name, day = voice.day(day)),
        (None, Some(day)) => say!(words, "initiative-mark-due", name = name, day = voice.day(day)),
        (None, None) => format!("• {name}"),
    }
}

/// `24 November 2026 10:00 · Maria: in progress, 40 % · “Half of them called back”`.
fn said(voice: &Voice, update: &Update) -> String {
    let mut text = say!(
        voice.words,
        "initiative-said",
        at = instant(update.made_at.0),
        by = flat(&update.by),
        status = status(voice, update.status),
        percent = i64::from(update.percent)
    );
    if let Some(note) = &update.note {
        text.push_str(" · ");
        text.push_str(&say!(voice.words, "initiative-note", note = flat(note)));
    }
    text
}

/// The initiatives of a scorecard or about a KPI.
pub fn list(voice: &Voice, of: &str, (found, open): (&[Told], bool)) -> Post {
    let words = voice.words;
    let of = bold(of);
    if found.is_empty() {
        let key = if open {
            "initiative-none"
        } else {
            "initiative-none-closed"
        };
        return Post::text(say!(words, key, of = of));
    }
    let key = if open {
        "initiative-list"
    } else {
        "initiative-list-closed"
    };
    let mut lines = vec![say!(words, key, of = of, count = found.len())];
    lines.extend(found.iter().map(|told| line(voice, told)));
    lines.push(words.say("initiative-list-next", &[]));
    Post::default().embed(embed(Status::NoData, cut_to(voice, &lines)))
}

/// `• *Win-back calls* · in progress, 40 % · Maria · due 20 December 2026 · **Customer churn**`.
pub fn line(voice: &Voice, told: &Told) -> String {
    let standing = standing(voice, told);
    format!("• *{}* · {standing} · {}", flat(&told.name), listed(&told.about))
}

/// `in progress, 40 % · Maria · due 20 December 2026`.
fn standing(voice: &Voice, told: &Told) -> String {
    let words = voice.words;
    let mut parts = vec![match told.status {
        InitiativeStatus::InProgress => say!(
            words,
            "initiative-standing",
            status = status(voice, told.status),
            percent = i64::from(told.percent)
        ),
        other => status(voice, other),
    }];
    parts.push(flat(&told.owner));
    parts.extend(due(voice, told));
    parts.join(" · ")
}

fn due(voice: &Voice, told: &Told) -> Option<String> {
    let day = voice.day(told.due_on?);
    let key = if told.overdue {
        "decision-overdue"
    } else {
        "decision-due"
    };
    Some(say!(voice.words, key, day = day))
}

/// `Action: *Win-back calls*, 40 %, due 20 December 2026.`, for what is open about a KPI or an objective; the rest counted.
pub fn actions(voice: &Voice, open: &[Told], most: usize) -> Vec<String> {
    let words = voice.words;
    let mut lines: Vec<String> = open.iter().take(most).map(|told| action(voice, told)).collect();
    if open.len() > most {
        lines.push(say!(words, "initiative-actions-more", count = open.len() - most));
    }
    lines
}

fn action(voice: &Voice, told: &Told) -> String {
    let mut parts = vec![format!("*{}*", flat(&told.name))];
    parts.push(format!("{}\u{202f}%", told.percent));
    parts.extend(due(voice, told));
    parts.push(escape(&told.owner).into_owned());
    say!(voice.words, "initiative-action", what = parts.join(", "))
}

fn status(voice: &Voice, status: InitiativeStatus) -> String {
    let key = match status {
        InitiativeStatus::Planned => "status-planned",
        InitiativeStatus::InProgress => "status-in-progress",
        InitiativeStatus::Done => "status-done",
        InitiativeStatus::Dropped => "status-dropped",
    };
    voice.words.say(key, &[])
}
