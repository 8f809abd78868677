//! What stands above KPIs: a scorecard's headline, a perspective's head.

use super::super::{NAME_IN_LIST, change, counts};
use crate::domain::name::shorten_middle;
use crate::domain::reading::View;
use crate::domain::rollup::Rollup;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::summary::{PerspectiveSummary, Summary};

/// How much of a name the headline's list shows.
const NAME_IN_HEAD: usize = 30;

/// `Acme · November 2026`, the view named.
pub fn title(voice: &Voice, summary: &Summary) -> String {
    let period = voice.period(summary.period, summary.fiscal);
    let key = match (summary.view, summary.running) {
        (View::Period, false) => "summary-title",
        (View::Period, true) => "summary-title-running",
        (View::YearToDate, false) => "summary-title-ytd",
        (View::YearToDate, true) => "summary-title-ytd-running",
    };
    say!(voice.words, key, name = escape(&summary.name), period = period)
}

/// `November 2026`, `November 2026 so far`, `2026 until November 2026`: the period of a picture, which says the view.
pub fn plain_title(voice: &Voice, summary: &Summary) -> String {
    let period = voice.period(summary.period, summary.fiscal);
    let key = match (summary.view, summary.running) {
        (View::Period, false) => return period,
        (View::Period, true) => "map-period-running",
        (View::YearToDate, false) => "map-period-ytd",
        (View::YearToDate, true) => "map-period-ytd-running",
    };
    say!(voice.words, key, period = period)
}

/// `**Acme · November 2026: 6.1** 🟡 at risk (−0.5) · 13 🟢 3 🟡 2 🔴 2 ⚪ · 92 % of the weight is in`.
pub fn headline(voice: &Voice, summary: &Summary) -> String {
    let title = title(voice, summary);
    if summary.running {
        let kind = voice.kind(summary.period.kind());
        return say!(voice.words, "summary-running", name = title, kind = kind);
    }
    let heading = if summary.result.level.is_some() {
        format!("{title}:")
    } else {
        title
    };
    let mut parts = vec![scored(voice, &heading, &summary.result)];
    if let Some(change) = change(voice, summary.change) {
        let before = voice.period(summary.period.prev(), summary.fiscal);
        parts.push(say!(
            voice.words,
            "summary-change-from",
            change = change,
            period = before
        ));
    }
    parts.push(counts(&summary.result.counts));
    parts.extend(coverage(voice, &summary.result));
    let (scored, all) = (summary.scored_perspectives(), summary.perspectives.len());
    if scored < all {
        let without = summary.perspectives.iter().filter(|one| one.result.level.is_none());
        let names: Vec<String> = without
            .map(|one| escape(&shorten_middle(&one.name, NAME_IN_HEAD)).into_owned())
            .collect();
        parts.push(say!(
            voice.words,
            "summary-from",
            scored = scored,
            all = all,
            names = names.join(", ")
        ));
    }
    if summary.result.counts.total() == 0 {
        parts.push(voice.words.say("summary-empty", &[]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// `**Customer 3.1** 🔴 off target (−1.6) · 4 of 5 KPIs`.
pub fn perspective_head(voice: &Voice, summary: &Summary, perspective: &PerspectiveSummary) -> String {
    let name = shorten_middle(&perspective.name, NAME_IN_LIST);
    let name = escape(&name);
    if summary.running {
        return format!("**{name}**");
    }
    let mut parts = vec![scored(voice, &name, &perspective.result)];
    parts.extend(change(voice, perspective.change));
    parts.push(counts(&perspective.result.counts));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A bold name with its score and status, and what is to be said about them.
pub fn scored(voice: &Voice, name: &str, result: &Rollup) -> String {
    let Some(level) = result.level else {
        return say!(
            voice.words,
            "summary-no-score",
            name = name,
            sign = result.status.sign()
        );
    };
    let score = voice.score(level);
    let status = voice.status(result.status);
    let key = match (result.provisional, result.held) {
        (true, _) => "summary-provisional",
        (false, true) => "summary-held",
        (false, false) => "summary-scored",
    };
    say!(
        voice.words,
        key,
        name = name,
        score = score,
        status = status,
        sign = result.status.sign()
    )
}

/// `92 % of the weight is in`.
pub fn coverage(voice: &Voice, result: &Rollup) -> Option<String> {
    let coverage = result.coverage?;
    let percent = voice.numbers.fixed(coverage * rust_decimal::Decimal::ONE_HUNDRED, 0);
    Some(say!(voice.words, "summary-coverage", percent = percent))
}
