//! What a row of a file changes: old → new.

use super::TEXT_IN_LINE;
use crate::discord::view::listed;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::domain::value::Entry;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::import::{Cell, Change, Field};

/// `**Customer churn** · November 2026: 2.3 % → 3.4 %`.
pub fn changed(voice: &Voice, change: &Change) -> String {
    match change {
        Change::Value {
            kpi,
            period,
            fiscal,
            before,
            after,
        } => {
            let entry = |entry: &Entry| match entry {
                Entry::Number(number) => voice.value(kpi, *number, None),
                Entry::NotApplicable { .. } => voice.status_word(Status::NotApplicable),
            };
            let (before, after) = (entry(before), entry(after));
            let (name, period) = (listed(kpi.name.as_str()), voice.period(*period, *fiscal));
            if before == after {
                return say!(
                    voice.words,
                    "import-change-note",
                    name = name,
                    period = period,
                    value = after
                );
            }
            say!(
                voice.words,
                "import-change-value",
                name = name,
                period = period,
                before = before,
                after = after
            )
        }
        Change::Kpi { name, fields } if fields.is_empty() => {
            say!(voice.words, "import-change-links", name = listed(name.as_str()))
        }
        Change::Kpi { name, fields } => {
            let fields: Vec<String> = fields.iter().map(|field| self::field(voice, field)).collect();
            say!(
                voice.words,
                "import-change-kpi",
                name = listed(name.as_str()),
                fields = fields.join(" · ")
            )
        }
    }
}

fn field(voice: &Voice, field: &Field) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Nothing => voice.words.say("value-none", &[]),
        Cell::Text(text) => escape(&shorten_middle(text, TEXT_IN_LINE)).into_owned(),
        Cell::Number(number) => voice.numbers.plain(*number),
        Cell::Word(word) => (*word).to_owned(),
    };
    format!("`{}` {} → {}", field.column, cell(&field.before), cell(&field.after))
}
