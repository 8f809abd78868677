//! Reviews as people read them: how they stand, when their steps are taken, the calendar, the close.

mod expected;
mod missed;
mod open;
pub mod retarget;
mod why_asked;

use chrono::{DateTime, NaiveDate, Utc};
use serenity::all::ButtonStyle;

use super::{EMBED_TEXT, bold, button, buttons, change_of, cut, embed};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::cycle::{BusinessCalendar, CycleRules, DayCount, QuietHours, ReviewState, Schedule, Step, When};
use crate::domain::period::FiscalStart;
use crate::domain::score::Status as Signal;
use crate::locale::{Voice, Words, distance, instant};
use crate::say;
use crate::service::review::schedule::Planned;
use crate::service::review::{Standing, Status};
use crate::service::scorecard::{Scorecard, zone_of};

pub use missed::missed;
pub use open::{closed, opened, reopened};
pub use why_asked::why_asked;

/// How many missing values a review names.
const NAMED: usize = 15;

/// Where the reviews of a scorecard stand.
pub fn status(voice: &Voice, status: &Status) -> Post {
    let words = voice.words;
    let fiscal = status.card.fiscal_start;
    let mut lines = vec![say!(words, "review-status", scorecard = bold(&status.card.name))];
    for standing in &status.open {
        lines.push(String::new());
        lines.extend(one(voice, fiscal, standing));
    }
    if status.open.is_empty() {
        lines.push(words.say("review-none-open", &[]));
    }
    let (period, at) = status.opens;
    lines.push(String::new());
    lines.push(say!(
        words,
        "review-opens",
        period = voice.period(period, fiscal),
        at = instant(at),
        distance = distance(at)
    ));
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Signal::NoData, cut(&lines, EMBED_TEXT, more)))
}

fn one(voice: &Voice, fiscal: FiscalStart, standing: &Standing) -> Vec<String> {
    let words = voice.words;
    let state = words.say(
        match standing.state {
            ReviewState::Collecting => "review-collecting",
            ReviewState::InReview => "review-in-review",
            ReviewState::Closed => "review-closed",
        },
        &[],
    );
    let (missing, later) = (standing.missing.len(), standing.later.len());
    let mut lines = vec![say!(
        words,
        "review-standing",
        period = voice.period(standing.period, fiscal),
        state = state,
        count = standing.expected.saturating_sub(missing + later),
        expected = standing.expected
    )];
    lines.extend(expected::lines(voice, standing));
    lines.extend(standing.targets.iter().map(|changed| retarget::line(voice, changed)));
    for done in &standing.done {
        let (at, step) = (instant(done.at), step(words, done.step));
        lines.push(match &done.skipped {
            Some(reason) => say!(
                words,
                "review-step-skipped",
                step = step,
                at = at,
                reason = reason.as_str()
            ),
            None => say!(words, "review-step-done", step = step, at = at),
        });
    }
    let coming = standing.coming().into_iter().map(|(next, at)| {
        say!(
            words,
            "review-step-coming",
            step = step(words, next),
            at = instant(at),
            distance = distance(at)
        )
    });
    lines.extend(coming);
    lines
}

fn step(words: Words, step: Step) -> String {
    let key = match step {
        Step::Prompt => "review-step-prompt",
        Step::Before => "review-step-before",
        Step::Remind => "review-step-remind",
        Step::Due => "review-step-due",
        Step::Overdue => "review-step-overdue",
        Step::Deputy => "review-step-deputy",
        Step::Manager => "review-step-manager",
        Step::Digest => "review-step-digest",
        Step::Close => "review-step-close",
    };
    words.say(key, &[])
}

/// A schedule with its next instants; where it is a change, with a button that saves it.
pub fn planned(voice: &Voice, planned: &Planned) -> Post {
    let words = voice.words;
    let mut lines = vec![say!(words, "review-schedule", scorecard = bold(&planned.card.name))];
    let pairs = rules(words, &planned.before)
        .into_iter()
        .zip(rules(words, &planned.after));
    for ((field, before), (_, after)) in pairs {
        lines.push(change_of(words, field, &before, &after).unwrap_or_else(|| {
            let field = words.say(&format!("field-{field}"), &[]);
            say!(words, "settings-line", field = field, value = after)
        }));
    }
    for schedule in &planned.next {
        lines.push(String::new());
        lines.push(bold(&voice.period(schedule.period, planned.card.fiscal_start)));
        lines.extend(instants(words, schedule, &planned.card));
    }
    lines.push(String::new());
    lines.push(words.say(
        if planned.draft.is_some() {
            "review-schedule-unsaved"
        } else {
            "review-schedule-next"
        },
        &[],
    ));
    let post = Post::default().embed(embed(Signal::NoData, lines.join("\n")));
    match planned.draft {
        Some(draft) => post.row(buttons(vec![button(
            Id::Schedule { draft },
            words.say("review-schedule-save", &[]),
            ButtonStyle::Primary,
        )])),
        None => post,
    }
}

fn rules(words: Words, rules: &CycleRules) -> Vec<(&'static str, String)> {
    vec![
        ("prompt", when(words, rules.prompt)),
        ("due", when(words, rules.due)),
        ("digest", when(words, rules.digest)),
        (
            "early",
            words.say(if rules.early { "value-yes" } else { "value-no" }, &[]),
        ),
        (
            "meeting",
            rules
                .meeting
                .map_or_else(|| words.say("value-none", &[]), |meeting| when(words, meeting)),
        ),
    ]
}

fn when(words: Words, when: When) -> String {
    let (key, day) = match when.day {
        DayCount::Calendar(day) => ("review-day", day),
        DayCount::Business(day) => ("review-business-day", day),
    };
    say!(words, key, day = day, time = when.time.format("%H:%M").to_string())
}

/// Each instant in the scorecard's zone, and as each reader sees it.
fn instants(words: Words, schedule: &Schedule, card: &Scorecard) -> Vec<String> {
    let line = |taken: Step, at: DateTime<Utc>| {
        say!(
            words,
            "review-instant",
            step = step(words, taken),
            local = local(at, card),
            at = instant(at)
        )
    };
    let mut lines = vec![line(Step::Prompt, schedule.prompt_at)];
    lines.push(say!(
        words,
        "review-instant",
        step = words.say("review-step-due", &[]),
        local = local(schedule.due_at, card),
        at = instant(schedule.due_at)
    ));
    lines.push(line(Step::Digest, schedule.digest_at));
    lines.extend(schedule.meeting_at.map(|at| {
        let meeting = words.say("field-meeting", &[]);
        say!(
            words,
            "review-instant",
            step = meeting,
            local = local(at, card),
            at = instant(at)
        )
    }));
    lines
}

/// `2026-12-07 17:00 Europe/Berlin`.
fn local(at: DateTime<Utc>, card: &Scorecard) -> String {
    let shown = at.with_timezone(&zone_of(card));
    format!("{} {}", shown.format("%Y-%m-%d %H:%M"), card.time_zone)
}

/// The calendar of a server, with what changed.
pub fn calendar(voice: &Voice, (before, after): (&BusinessCalendar, &BusinessCalendar), today: NaiveDate) -> Post {
    let words = voice.words;
    let quiet =
        |hours: Option<QuietHours>| hours.map_or_else(|| words.say("value-none", &[]), |hours| hours.to_string());
    let days = |calendar: &BusinessCalendar| -> Vec<String> {
        calendar
            .holidays
            .iter()
            .filter(|day| **day >= today)
            .map(NaiveDate::to_string)
            .collect()
    };
    let mut lines = Vec::new();
    lines.extend(change_of(
        words,
        "quiet-hours",
        &quiet(before.quiet),
        &quiet(after.quiet),
    ));
    let difference = |one: &BusinessCalendar, other: &BusinessCalendar| -> Vec<String> {
        one.holidays
            .difference(&other.holidays)
            .map(NaiveDate::to_string)
            .collect()
    };
    for (key, days) in [
        ("review-holidays-added", difference(after, before)),
        ("review-holidays-removed", difference(before, after)),
    ] {
        if !days.is_empty() {
            lines.push(say!(words, key, days = days.join(", ")));
        }
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(say!(words, "review-quiet-hours", hours = quiet(after.quiet)));
    let coming = days(after);
    lines.push(if coming.is_empty() {
        words.say("review-no-holidays", &[])
    } else {
        say!(words, "review-holidays", days = coming.join(", "))
    });
    lines.push(words.say("review-calendar-next", &[]));
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Signal::NoData, cut(&lines, EMBED_TEXT, more)))
}
