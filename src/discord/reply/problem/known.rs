//! What somebody is asked for and is known already.

use chrono::{DateTime, Utc};

use super::bold;
use crate::domain::kpi::Kpi;
use crate::domain::value::Entry;
use crate::locale::{Voice, escape, instant};
use crate::say;

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
