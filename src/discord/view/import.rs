//! Imports as the person who gave the file reads them: what it would do, and what it did.

mod alert;
mod change;

use rust_decimal::Decimal;
use serenity::all::ButtonStyle;

use super::{EMBED_TEXT, button, buttons, cut, embed, listed};
use crate::discord::component::Id;
use crate::discord::reply::{Post, row_reason};
use crate::domain::import::What;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::import::{Done, Found, Preview, Refused, SHOWN};

pub use alert::alerts;
use change::changed;

/// How much of a text a line shows.
const TEXT_IN_LINE: usize = 60;

/// While a file is read.
pub fn reading(voice: &Voice, file: &str) -> Post {
    Post::text(say!(
        voice.words,
        "import-reading",
        file = escape(&shorten_middle(file, TEXT_IN_LINE))
    ))
}

/// While rows are written.
pub fn writing(voice: &Voice) -> Post {
    Post::text(voice.words.say("import-writing", &[]))
}

/// What a file would do, with the buttons to do it.
pub fn previewed(voice: &Voice, preview: &Preview) -> Post {
    let mut lines = vec![headline(voice, preview.what, &preview.found)];
    if preview.found.refused.is_empty() {
        lines.extend(contents(voice, &preview.found));
        let last = if preview.draft.is_some() {
            "import-nothing-yet"
        } else {
            "import-nothing-to-do"
        };
        lines.push(voice.words.say(last, &[]));
    } else {
        lines.extend(refused(voice, &preview.found));
    }
    let post = Post::default().embed(embed(Status::NoData, fitted(voice, &lines)));
    let Some(draft) = preview.draft else {
        return post;
    };
    let count = preview.found.writes();
    let label = say!(
        voice.words,
        "import-button",
        count = count,
        number = number(voice, count)
    );
    post.row(buttons(vec![
        button(Id::Import { draft }, label, ButtonStyle::Primary),
        button(
            Id::CancelImport { draft },
            voice.words.say("import-button-cancel", &[]),
            ButtonStyle::Secondary,
        ),
    ]))
}

/// The same, where something changed since the first preview.
pub fn differs(voice: &Voice, preview: &Preview) -> Post {
    let mut post = previewed(voice, preview);
    post.content = voice.words.say("import-differs", &[]);
    post
}

/// What a file did.
pub fn done(voice: &Voice, done: &Done) -> Post {
    let count = done.found.writes();
    let key = match done.what {
        What::Kpis => "import-done-kpis",
        What::Actuals => "import-done-actuals",
    };
    let mut lines = vec![say!(voice.words, key, count = count, number = number(voice, count))];
    lines.push(counts(voice, &done.found));
    lines.extend(made(voice, &done.found));
    let told = done.told.slipped + done.told.recovered;
    if told > 0 {
        lines.push(say!(
            voice.words,
            "import-told",
            count = told,
            number = number(voice, told)
        ));
    }
    let next = match done.what {
        What::Kpis => "import-next-kpis",
        What::Actuals => "import-next-actuals",
    };
    lines.push(voice.words.say(next, &[]));
    Post::default().embed(embed(Status::NoData, fitted(voice, &lines)))
}

/// A preview that was thrown away.
pub fn cancelled(voice: &Voice) -> Post {
    Post::text(voice.words.say("import-cancelled", &[]))
}

/// A preview that was pressed before, or has waited too long.
pub fn gone(voice: &Voice) -> Post {
    Post::text(voice.words.say("import-gone", &[]))
}

fn headline(voice: &Voice, what: What, found: &Found) -> String {
    let key = match what {
        What::Kpis => "import-headline-kpis",
        What::Actuals => "import-headline-actuals",
    };
    let rows = found.rows;
    say!(voice.words, key, count = rows, number = number(voice, rows))
}

/// What would be made and changed.
fn contents(voice: &Voice, found: &Found) -> Vec<String> {
    let mut lines = vec![counts(voice, found)];
    lines.extend(made(voice, found));
    lines.extend(found.changes.iter().map(|change| changed(voice, change)));
    let more = found.changed.saturating_sub(found.changes.len());
    if more > 0 {
        lines.push(say!(
            voice.words,
            "import-changes-more",
            count = more,
            number = number(voice, more)
        ));
    }
    lines.extend(assumed(voice, found));
    lines.extend(own_values(voice, found));
    lines
}

/// Which values are each period's own, though a form takes the total of the year.
fn own_values(voice: &Voice, found: &Found) -> Option<String> {
    let shown: Vec<String> = found.own_values.iter().take(SHOWN).map(|name| listed(name)).collect();
    (!shown.is_empty()).then(|| say!(voice.words, "import-own-values", names = shown.join(", ")))
}

/// `38 new · 2 changed · 10 as they are`.
fn counts(voice: &Voice, found: &Found) -> String {
    let part = |key: &str, count: usize| {
        (count > 0).then(|| say!(voice.words, key, count = count, number = number(voice, count)))
    };
    let parts = [
        part("import-count-new", found.new),
        part("import-count-changed", found.changed),
        part("import-count-unchanged", found.unchanged),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The structure that is made around new KPIs.
fn made(voice: &Voice, found: &Found) -> Option<String> {
    let made = &found.made;
    let part = |key: &str, count: usize| {
        (count > 0).then(|| say!(voice.words, key, count = count, number = number(voice, count)))
    };
    let names = made.scorecards.iter().take(3).map(|name| listed(name.as_str()));
    let scorecards = match made.scorecards.len() {
        0 => None,
        1..=3 => Some(names.collect::<Vec<_>>().join(" · ")),
        many => part("import-made-scorecards", many),
    };
    let parts = [
        scorecards,
        part("import-made-perspectives", made.perspectives),
        part("import-made-objectives", made.objectives),
        part("import-made-kpis", made.kpis),
        part("import-made-drives", made.drives),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| say!(voice.words, "import-made", list = parts.join(" · ")))
}

/// Targets without a red flag of their own.
fn assumed(voice: &Voice, found: &Found) -> Option<String> {
    if found.assumed == 0 {
        return None;
    }
    let example = found.assumed_shown.first().and_then(|(kpi, rule)| {
        let red = voice.red_flag(kpi, rule)?;
        let target = voice.target(kpi, rule);
        Some(say!(
            voice.words,
            "import-assumed-example",
            name = listed(kpi.name.as_str()),
            target = target,
            red = red
        ))
    });
    let example = example.unwrap_or_default();
    let count = found.assumed;
    Some(say!(
        voice.words,
        "import-assumed",
        count = count,
        number = number(voice, count),
        example = example
    ))
}

/// The first lines that are wrong, and how many more there are.
fn refused(voice: &Voice, found: &Found) -> Vec<String> {
    let count = found.refused_lines();
    let mut lines = vec![say!(
        voice.words,
        "import-refused",
        count = count,
        number = number(voice, count)
    )];
    let line = |refused: &Refused| {
        let reason = row_reason(voice, &refused.reason);
        let line = refused.line.to_string();
        say!(
            voice.words,
            "import-refused-line",
            line = line,
            column = refused.column,
            reason = reason
        )
    };
    lines.extend(found.refused.iter().take(SHOWN).map(line));
    let more = found.refused.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(say!(voice.words, "list-more", count = more));
    }
    lines.push(voice.words.say("import-refused-next", &[]));
    lines
}

fn fitted(voice: &Voice, lines: &[String]) -> String {
    cut(lines, EMBED_TEXT, |count| say!(voice.words, "list-more", count = count))
}

fn number(voice: &Voice, count: usize) -> String {
    voice.numbers.plain(Decimal::from(count))
}

#[cfg(test)]
#[path = "import/tests.rs"]
mod tests;
