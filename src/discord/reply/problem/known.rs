//! What is in the way that the person may not know of: a value that is in already, formulas that read what is to go.

use chrono::{DateTime, Utc};

use super::bold;
use crate::domain::kpi::Kpi;
use crate::domain::value::Entry;
use crate::locale::{Voice, Words, escape, instant};
use crate::say;

/// How many names are given before they are counted.
const NAMED: usize = 10;

/// `**Customer churn** is in already: 2.1 %, entered by Ada, …`.
pub(super) fn is_in(voice: &Voice, (kpi, entry): (&Kpi, &Entry), (by, at): (&str, DateTime<Utc>)) -> String {
    let value = match entry {
        Entry::Number(value) => voice.value(kpi, *value, None),
        Entry::NotApplicable { reason } => {
            say!(voice.words, "log-not-applicable-short", reason = escape(reason))
        }
    };
    let (name, at) = (bold(kpi.name.as_str()), instant(at));
    say!(
        voice.words,
        "error-is-in",
        kpi = name,
        value = value,
        by = escape(by),
        at = at
    )
}

/// Formulas read what was to go out of use.
pub(super) fn read(words: Words, name: &str, readers: &[String]) -> String {
    let names: Vec<String> = readers.iter().take(NAMED).map(|name| bold(name)).collect();
    let (count, names) = (readers.len(), names.join(" · "));
    say!(words, "error-read", name = bold(name), count = count, names = names)
}
