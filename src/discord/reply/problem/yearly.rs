//! Why a yearly target cannot be set, in words.

use super::bold;
use crate::domain::target::PhasingError;
use crate::locale::Voice;
use crate::say;
use crate::service::YearlyFault;

/// How many missing periods are named before the rest is counted.
const NAMED: usize = 6;

/// The sentence.
pub(super) fn said(voice: &Voice, fault: &YearlyFault) -> String {
    let words = voice.words;
    match fault {
        YearlyFault::NoSum { kpi } => say!(words, "error-yearly-no-sum", kpi = bold(kpi)),
        YearlyFault::YearMissing => words.say("error-yearly-year-missing", &[]),
        YearlyFault::NotWithYear => words.say("error-yearly-alone", &[]),
        YearlyFault::ListNotTaken => words.say("error-yearly-list-not-taken", &[]),
        YearlyFault::ListMissing { needed } => say!(words, "error-yearly-list-missing", needed = *needed),
        YearlyFault::LastYearIncomplete { kpi, missing, fiscal } => {
            let mut names: Vec<String> = missing
                .iter()
                .take(NAMED)
                .map(|period| voice.period(*period, *fiscal))
                .collect();
            if missing.len() > NAMED {
                names.push(say!(words, "list-more", count = missing.len() - NAMED));
            }
            say!(
                words,
                "error-yearly-last-year",
                kpi = bold(kpi),
                missing = names.join(" · ")
            )
        }
        YearlyFault::Phasing { error, kpi } => match error {
            PhasingError::NoProportions => say!(words, "error-yearly-proportions", kpi = bold(kpi.name.as_str())),
            PhasingError::Count { found, needed } => {
                say!(words, "error-yearly-count", found = *found, needed = *needed)
            }
            PhasingError::Sum { sum, total } => {
                let difference = voice.mark(kpi, (total - sum).abs());
                let key = if sum < total {
                    "error-yearly-short"
                } else {
                    "error-yearly-over"
                };
                let (sum, total) = (voice.mark(kpi, *sum), voice.mark(kpi, *total));
                say!(words, key, sum = sum, total = total, difference = difference)
            }
        },
    }
}
