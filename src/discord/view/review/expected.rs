//! What a review still waits for: values, values that are known later, and words.

use super::super::NAME_IN_LIST;
use super::NAMED;
use crate::domain::name::shorten_middle;
use crate::locale::{Voice, day, escape};
use crate::say;
use crate::service::review::Standing;

/// A line each, of every kind the first.
pub(super) fn lines(voice: &Voice, standing: &Standing) -> Vec<String> {
    let words = voice.words;
    let short = |kpi: &str| escape(&shorten_middle(kpi, NAME_IN_LIST)).into_owned();
    let missing = standing
        .missing
        .iter()
        .map(|(kpi, person)| say!(words, "digest-waiting", name = short(kpi), person = escape(person)));
    let later = standing.later.iter().map(|(kpi, person, at)| {
        let (name, person) = (short(kpi), escape(person));
        say!(words, "digest-expected", name = name, person = person, day = day(*at))
    });
    let unexplained = standing
        .unexplained
        .iter()
        .map(|(kpi, person)| say!(words, "review-word", name = short(kpi), person = escape(person)));
    let mut lines = Vec::new();
    for kind in [missing.collect::<Vec<_>>(), later.collect(), unexplained.collect()] {
        let more = kind.len().saturating_sub(NAMED);
        lines.extend(kind.into_iter().take(NAMED));
        lines.extend((more > 0).then(|| say!(words, "list-more", count = more)));
    }
    lines
}
