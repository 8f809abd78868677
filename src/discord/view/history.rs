//! What became of a KPI's values, revision by revision.

use serenity::all::ButtonStyle;

use super::{EMBED_TEXT, button, buttons, cut, embed, listed};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::actual::Source;
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::domain::score::Status;
use crate::domain::value::Entry;
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::actual::{History, Looked, PastRevision};

/// How much of a note or reason a line shows.
const TEXT: usize = 160;

/// A page of revisions.
pub fn page(voice: &Voice, history: &History) -> Post {
    let words = voice.words;
    let name = listed(history.kpi.name.as_str());
    let mut lines = vec![say!(words, "history-heading", name = name.as_str())];
    let formula = history.formulas.last().and_then(|written| written.text.as_deref());
    lines.extend(formula.map(|text| say!(words, "history-computed", formula = escape(text))));
    if history.revisions.is_empty() {
        lines.push(words.say("history-none", &[]));
    }
    let revised = history.revisions.iter().enumerate();
    lines.extend(revised.map(|(place, revised)| line(voice, history, (revised, history.late.contains(&place)))));
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    Post::default()
        .embed(embed(Status::NoData, text))
        .row(buttons(choices(voice, history)))
}

/// `24 November 2026 10:00 · **November 2026** 96.0 % → 94.0 % · Maria, by command · “two late parcels”`.
fn line(voice: &Voice, history: &History, ((period, revised), late): (&(Period, PastRevision), bool)) -> String {
    let words = voice.words;
    let said = |entry: &Option<Entry>| match entry {
        Some(Entry::Number(value)) => voice.value(&history.kpi, *value, None),
        Some(Entry::NotApplicable { reason }) => {
            let reason = shorten_middle(reason, TEXT);
            say!(words, "log-not-applicable-short", reason = escape(&reason))
        }
        None => words.say("log-blank", &[]),
    };
    let (before, after) = (said(&revised.before), said(&revised.after));
    let change = match (&revised.before, before == after) {
        (None, _) => after,
        (Some(_), true) => say!(words, "history-same", value = after),
        (Some(_), false) => format!("{before} → {after}"),
    };
    let door = match revised.source {
        Source::Command => "history-by-command",
        Source::Form => "history-by-form",
        Source::Same => "history-by-same",
        Source::Import => "history-by-import",
        Source::Formula => "history-by-formula",
        Source::Undo => "history-by-undo",
    };
    let mut parts = vec![
        instant(revised.at),
        format!("**{}** {change}", voice.period(*period, history.fiscal)),
        say!(words, door, person = escape(&revised.author)),
    ];
    if late {
        parts.push(words.say("history-late", &[]));
    }
    parts.extend(revised.note.as_deref().map(|note| {
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("“{}”", escape(&shorten_middle(&note, TEXT)))
    }));
    parts.join(" · ")
}

fn choices(voice: &Voice, history: &History) -> Vec<serenity::all::CreateButton> {
    let words = voice.words;
    let turn = |page: u16, key: &str| {
        let looked = Looked { page, ..history.looked };
        button(Id::History(looked), words.say(key, &[]), ButtonStyle::Secondary)
    };
    let page = history.looked.page;
    let newer = page.checked_sub(1).map(|page| turn(page, "history-button-newer"));
    let older = history.more.then(|| turn(page + 1, "audit-button-older"));
    let reject = history.rejectable.map(|(entered, period)| {
        let period = voice.period(period, history.fiscal);
        let label = say!(words, "history-button-reject", period = period);
        button(Id::Reject(entered), label, ButtonStyle::Danger)
    });
    newer.into_iter().chain(older).chain(reject).collect()
}
