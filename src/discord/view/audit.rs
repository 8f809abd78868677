//! The audit trail as people read it: when, who, what, old → new.

use std::borrow::Cow;

use serenity::all::ButtonStyle;

use super::{EMBED_TEXT, bold, button, buttons, cut, embed};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::audit::{Change, Fact, Verb};
use crate::domain::name::shorten_middle;
use crate::domain::period::PeriodKind;
use crate::domain::score::Status;
use crate::locale::{Voice, escape, instant};
use crate::say;
use crate::service::audit::{Page, Told};

/// How much of a text is shown.
const TEXT: usize = 80;

/// How many fields of an entry are shown before they are counted.
const FIELDS: usize = 6;

/// A page of the trail, the newest first.
pub fn page(voice: &Voice, page: &Page) -> Post {
    let words = voice.words;
    if page.entries.is_empty() {
        return Post::text(words.say("audit-none", &[]));
    }
    let lines: Vec<String> = page.entries.iter().map(|entry| line(voice, page, entry)).collect();
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    let older = page.older.map(|filter| {
        let label = words.say("audit-button-older", &[]);
        button(Id::Audit(filter), label, ButtonStyle::Secondary)
    });
    Post::default()
        .embed(embed(Status::NoData, text))
        .row(buttons(older.into_iter().collect()))
}

/// `24 November 2026 10:00 · Maria changed the KPI **Churn** (Acme): Weight: 1 → 3`.
fn line(voice: &Voice, page: &Page, entry: &Told) -> String {
    let words = voice.words;
    let done = say!(
        words,
        &format!("audit-verb-{}", entry.verb),
        who = escape(&entry.person),
        noun = words.say(&format!("noun-{}", entry.subject), &[]),
        name = bold(&shorten_middle(&entry.name, TEXT))
    );
    let place = entry.scorecard.as_deref().filter(|card| *card != entry.name);
    let place = place.map_or_else(String::new, |card| {
        format!(" ({})", escape(&shorten_middle(card, TEXT)))
    });
    let mut parts: Vec<String> = Vec::new();
    for change in entry.changes.iter().take(FIELDS) {
        parts.push(changed(voice, page, (entry, change)));
    }
    if entry.changes.len() > FIELDS {
        parts.push(say!(words, "list-more", count = entry.changes.len() - FIELDS));
    }
    parts.extend(
        entry
            .reason
            .as_deref()
            .map(|reason| format!("“{}”", escape(&shorten_middle(reason, TEXT)))),
    );
    let what = if parts.is_empty() {
        String::new()
    } else {
        format!(": {}", parts.join(" · "))
    };
    format!("{} · {done}{place}{what}", instant(entry.at))
}

/// `Weight: 1 → 3`; of something new only what it is.
fn changed(voice: &Voice, page: &Page, (entry, change): (&Told, &Change)) -> String {
    let words = voice.words;
    let field = words.say(&format!("field-{}", change.field), &[]);
    let said = |fact: &Option<Fact>| match fact {
        Some(fact) => told(voice, page, (entry, &change.field), fact),
        None => words.say("value-none", &[]),
    };
    let after = said(&change.after);
    if change.before.is_none() && matches!(entry.verb, Verb::Created | Verb::Imported) {
        return format!("{field}: {after}");
    }
    say!(
        words,
        "change-line",
        field = field,
        before = said(&change.before),
        after = after
    )
}

fn told(voice: &Voice, page: &Page, (entry, field): (&Told, &str), fact: &Fact) -> String {
    let words = voice.words;
    match fact {
        Fact::Text(text) => escape(&shorten_middle(text, TEXT)).into_owned(),
        Fact::Word(word) => named(voice, field, word).into_owned(),
        Fact::Number(month) if field == "fiscal-start" => {
            voice.month(u32::try_from(month.trunc().mantissa()).unwrap_or(1))
        }
        Fact::Number(number) => voice.numbers.plain(*number),
        Fact::Person(person) => {
            let name = page.people.get(person).map_or("", String::as_str);
            escape(name).into_owned()
        }
        Fact::Scorecard(card) => match page.scorecards.get(card) {
            Some(name) => escape(&shorten_middle(name, TEXT)).into_owned(),
            None => words.say("audit-another-scorecard", &[]),
        },
        Fact::Channel(channel) => format!("<#{channel}>"),
        Fact::Role(role) => format!("<@&{role}>"),
        Fact::Day(day) => day.to_string(),
        Fact::Period(period) => voice.period(*period, entry.fiscal),
    }
}

/// The words of a stored word; itself where it has none.
fn named<'a>(voice: &Voice, field: &str, word: &'a str) -> Cow<'a, str> {
    let words = voice.words;
    let key = match (field, word.parse::<PeriodKind>()) {
        ("review" | "frequency", Ok(kind)) => format!("frequency-{}", kind.noun()),
        ("visibility", _) => format!("visibility-{word}"),
        ("alert-state", _) => format!("alert-state-{word}"),
        _ if matches!(word, "yes" | "no") => format!("value-{word}"),
        _ => format!("{field}-{}", word.replace(' ', "-")),
    };
    if words.knows(&key) {
        Cow::Owned(words.say(&key, &[]))
    } else {
        escape(word)
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Words;

    /// The texts in quotes that begin a field: `("weight", …`.
    fn fields(source: &str) -> Vec<&str> {
        let word = |text: &&str| text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        source
            .split("(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(word)
            .collect()
    }

    #[test]
    fn every_field_that_is_written_down_has_words() {
        let fields = fields(include_str!("../../service/audit/facts.rs"));
        assert!(fields.len() > 40, "{fields:?}");
        for field in fields {
            assert!(Words::of("en").knows(&format!("field-{field}")), "{field}");
        }
    }
}
