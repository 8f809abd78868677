//! A total of the fiscal year and what it makes of its period, before it is saved and after.

use crate::domain::year_to_date::Split;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::{Doubtful, Recorded};

/// `**Net revenue** · year to date **480**, so November 2026 is **40** (440 through October 2026).`
pub(super) fn question(voice: &Voice, doubtful: &Doubtful, split: &Split) -> String {
    let kpi = &doubtful.kpi;
    let value = |value| voice.value(kpi, value, None);
    let period = voice.period(doubtful.period, doubtful.fiscal);
    let mut lines = vec![say!(
        voice.words,
        "log-year-to-date",
        name = escape(kpi.name.as_str()),
        total = value(split.total),
        period = period.as_str(),
        own = value(split.own),
        before = value(split.before),
        previous = voice.period(doubtful.period.prev(), doubtful.fiscal),
    )];
    if let Some(meant) = doubtful.meant {
        let meant = value(meant);
        lines.push(say!(
            voice.words,
            "log-year-to-date-odd",
            period = period,
            value = meant
        ));
    }
    if let Some((later, was, becomes)) = split.later {
        lines.push(say!(
            voice.words,
            "log-year-to-date-later",
            period = voice.period(later, doubtful.fiscal),
            before = value(was),
            after = value(becomes)
        ));
    }
    lines.join("\n")
}

/// `Year to date: 480.`
pub(super) fn total(voice: &Voice, recorded: &Recorded) -> Option<String> {
    let total = voice.value(&recorded.placed.kpi, recorded.year_to_date?, None);
    Some(say!(voice.words, "log-year-total", total = total))
}
