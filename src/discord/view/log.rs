//! What the person who logged a value reads: one line when all is well, the gap when it is not.

mod closed;
mod year_to_date;

use rust_decimal::Decimal;
use serenity::all::{ButtonStyle, CreateButton};

use super::{button, buttons, embed, formula};
use crate::discord::component::{Act, Id};
use crate::discord::reply::Post;
use crate::domain::actual::Source;
use crate::domain::id::ServerId;
use crate::domain::kpi::Kpi;
use crate::domain::score::{Rule, Status, score};
use crate::domain::value::Entry;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::{Doubtful, Entered, Held, Logged, Reading, Recorded, Undone};
use crate::service::alert::Told;

/// The answer to `/log`.
pub fn logged(voice: &Voice, server: ServerId, logged: &Logged) -> Post {
    match logged {
        Logged::Saved(saved) => recorded(voice, server, saved),
        Logged::Doubtful(doubtful) => Post::default()
            .embed(embed(Status::NoData, doubt(voice, doubtful)))
            .row(buttons(readings(voice, server, doubtful))),
    }
}

/// `34.0 % is far from 2.3 %, the value before. Is it right?`
pub fn doubt(voice: &Voice, doubtful: &Doubtful) -> String {
    if let Some(split) = &doubtful.to_date {
        return year_to_date::question(voice, doubtful, split);
    }
    let kpi = &doubtful.kpi;
    say!(
        voice.words,
        "log-doubt",
        name = escape(kpi.name.as_str()),
        period = voice.period(doubtful.period, doubtful.fiscal),
        value = voice.value(kpi, doubtful.value, None),
        last = doubtful
            .last
            .map(|last| voice.value(kpi, last, None))
            .unwrap_or_default(),
    )
}

/// A button for each reading of a doubtful value.
pub fn readings(voice: &Voice, server: ServerId, doubtful: &Doubtful) -> Vec<CreateButton> {
    let one = |reading: Reading, value: Decimal, style: ButtonStyle| {
        let value = voice.value(&doubtful.kpi, value, None);
        let id = Id::Settle {
            server,
            draft: doubtful.draft,
            reading,
        };
        button(id, say!(voice.words, "log-button-save", value = value), style)
    };
    let meant = doubtful
        .meant
        .map(|meant| one(Reading::Meant, meant, ButtonStyle::Primary));
    let typed = one(Reading::Typed, doubtful.value, ButtonStyle::Secondary);
    meant.into_iter().chain([typed]).collect()
}

/// What was saved.
pub fn recorded(voice: &Voice, server: ServerId, recorded: &Recorded) -> Post {
    let status = status(&recorded.now);
    let mut lines = vec![headline(voice, recorded)];
    lines.extend(details(voice, recorded));
    let buttons = recorded
        .revision
        .map_or_else(Vec::new, |revision| choices(voice, server, (recorded, revision)));
    Post::default()
        .embed(embed(status, lines.join("\n")))
        .row(super::buttons(buttons))
}

/// `🔴 **Customer churn** · November 2026: **3.4 %**, off target (target 2.0 %, red flag 2.5 %)`.
pub fn headline(voice: &Voice, recorded: &Recorded) -> String {
    let kpi = &recorded.placed.kpi;
    let period = voice.period(recorded.now.period, recorded.fiscal);
    let name = escape(kpi.name.as_str());
    let key = match (&recorded.now.entry, recorded.to_date) {
        (Entry::NotApplicable { reason }, _) => {
            return say!(
                voice.words,
                "log-not-applicable",
                name = name,
                period = period,
                reason = escape(reason)
            );
        }
        (Entry::Number(_), true) => "log-to-date",
        (Entry::Number(_), false) => "log-headline",
    };
    let judged = judged(voice, kpi, &recorded.now);
    let value = recorded.now.entry.number().unwrap_or_default();
    let line = say!(
        voice.words,
        key,
        sign = status(&recorded.now).sign(),
        name = name,
        period = period,
        value = voice.value(kpi, value, recorded.now.rule.as_ref()),
        judged = judged,
    );
    if recorded.source == Source::Same {
        return format!("{line} {}", voice.words.say("log-same", &[]));
    }
    line
}

/// `off target (target 2.0 %, red flag 2.5 %)`.
fn judged(voice: &Voice, kpi: &Kpi, held: &Held) -> String {
    let Some(rule) = held.rule else {
        return voice.words.say("log-no-target", &[]);
    };
    let word = voice.status_word(status(held));
    let target = voice.target(kpi, &rule);
    let red = voice.red_flag(kpi, &rule).filter(|_| status(held) != Status::OnTarget);
    match red {
        Some(red) => say!(voice.words, red_key(&rule), status = word, target = target, red = red),
        None => say!(voice.words, "log-judged", status = word, target = target),
    }
}

fn red_key(rule: &Rule) -> &'static str {
    if rule.is_assumed() {
        "log-judged-assumed"
    } else {
        "log-judged-red"
    }
}

fn details(voice: &Voice, recorded: &Recorded) -> Vec<String> {
    let kpi = &recorded.placed.kpi;
    let mut lines: Vec<String> = year_to_date::total(voice, recorded).into_iter().collect();
    if let Some(replaced) = &recorded.replaced {
        let key = if recorded.revision.is_some() {
            "log-replaced"
        } else {
            "log-unchanged"
        };
        let before = said(voice, kpi, replaced);
        lines.push(say!(voice.words, key, before = before));
    }
    if status(&recorded.now) != Status::OnTarget
        && let (Some(rule), Some(value)) = (&recorded.now.rule, recorded.now.entry.number())
    {
        let far = super::distance(voice, kpi, value, rule);
        lines.extend(far.map(|far| say!(voice.words, "log-distance", distance = far)));
    }
    if status(&recorded.now) != Status::OnTarget
        && let Some(previous) = &recorded.previous
    {
        lines.push(compared(voice, recorded, previous));
    }
    let told = match recorded.told {
        Told::OffTarget => Some("log-told-off-target"),
        Told::Recovered => Some("log-told-recovered"),
        Told::Changed => Some("log-told-changed"),
        Told::Withdrawn => Some("log-told-withdrawn"),
        Told::Nothing => None,
    };
    lines.extend(told.map(|key| voice.words.say(key, &[])));
    lines.extend(formula::moved(voice, &recorded.moved));
    lines.extend(closed::lines(voice, recorded));
    if recorded.word_due {
        lines.push(voice.words.say("log-word-due", &[]));
    }
    lines
}

/// `October 2026 was 🟡 at risk with 2.3 %. Score 4.7 → 0.0.`
fn compared(voice: &Voice, recorded: &Recorded, previous: &Held) -> String {
    let kpi = &recorded.placed.kpi;
    let period = voice.period(previous.period, recorded.fiscal);
    let value = said(voice, kpi, previous);
    match (previous.judgement, recorded.now.judgement) {
        (Some(before), Some(now)) => say!(
            voice.words,
            "log-compared-score",
            period = period,
            status = voice.status(before.status),
            value = value,
            before = voice.numbers.fixed(score(before.level), 1),
            after = voice.numbers.fixed(score(now.level), 1),
        ),
        _ => say!(voice.words, "log-compared", period = period, value = value),
    }
}

/// What holds, as text: `2.3 %`, or why there is no value.
fn said(voice: &Voice, kpi: &Kpi, held: &Held) -> String {
    match &held.entry {
        Entry::Number(value) => voice.value(kpi, *value, held.rule.as_ref()),
        Entry::NotApplicable { reason } => {
            say!(voice.words, "log-not-applicable-short", reason = escape(reason))
        }
    }
}

fn choices(
    voice: &Voice,
    server: ServerId,
    (recorded, revision): (&Recorded, i64),
) -> Vec<serenity::all::CreateButton> {
    let entered = Entered {
        kpi: recorded.placed.kpi.id,
        first_day: recorded.now.period.first_day(),
        revision,
    };
    let server = Some(server);
    let mut choices = Vec::new();
    if status(&recorded.now) != Status::OnTarget && recorded.note.is_none() {
        let label = voice.words.say("log-button-note", &[]);
        choices.push(button(Id::Note { entered, server }, label, ButtonStyle::Primary));
    }
    if status(&recorded.now) == Status::OffTarget || status(&recorded.now) == Status::AtRisk {
        let begin = Id::Act(Act::Begin(entered.kpi));
        let label = voice.words.say("initiative-button-add", &[]);
        choices.push(button(begin, label, ButtonStyle::Secondary));
    }
    if matches!(status(&recorded.now), Status::OffTarget | Status::AtRisk) {
        let why = Id::WhyKpi {
            kpi: entered.kpi,
            first_day: entered.first_day,
        };
        let label = voice.words.say("why-button", &[]);
        choices.push(button(why, label, ButtonStyle::Secondary));
    }
    choices.push(button(
        Id::Undo { entered, server },
        voice.words.say("log-button-undo", &[]),
        ButtonStyle::Secondary,
    ));
    choices
}

/// The answer to Undo.
pub fn undone(voice: &Voice, undone: &Undone) -> Post {
    let kpi = &undone.placed.kpi;
    let name = escape(kpi.name.as_str());
    let period = voice.period(undone.period, undone.fiscal);
    let text = |held: &Option<Held>| {
        held.as_ref()
            .map_or_else(|| voice.words.say("log-blank", &[]), |held| said(voice, kpi, held))
    };
    let (before, after) = (text(&undone.taken_back), text(&undone.now));
    let line = say!(
        voice.words,
        "log-undone",
        name = name,
        period = period,
        before = before,
        after = after
    );
    let status = undone.now.as_ref().map_or(Status::NoData, status);
    Post::default().embed(embed(status, line)).row(buttons(Vec::new()))
}

/// The status of what holds.
pub fn status(held: &Held) -> Status {
    match (&held.entry, held.judgement) {
        (Entry::NotApplicable { .. }, _) => Status::NotApplicable,
        (_, Some(judgement)) => judgement.status,
        (_, None) => Status::Unscored,
    }
}
