//! A value of a period whose review is closed: that it came late, and the published numbers beside those it makes.

use super::super::summary;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::Recorded;

/// `The review of November 2026 is closed, so it counts as late.` and `Acme · November 2026: published 6.1 → restated 5.4`.
pub(super) fn lines(voice: &Voice, recorded: &Recorded) -> Vec<String> {
    let period = |period| voice.period(period, recorded.fiscal);
    let late = recorded
        .late
        .map(|late| say!(voice.words, "log-late", period = period(late)));
    let mut lines: Vec<String> = late.into_iter().collect();
    if let Some(restated) = &recorded.restated {
        let (name, period) = (escape(&restated.name), period(restated.period));
        let numbers = summary::restated_numbers(voice, restated, None);
        lines.push(if numbers.is_empty() {
            say!(voice.words, "log-restated-same", name = name, period = period)
        } else {
            let numbers = numbers.join(" · ");
            say!(
                voice.words,
                "log-restated",
                name = name,
                period = period,
                numbers = numbers
            )
        });
    }
    lines
}
