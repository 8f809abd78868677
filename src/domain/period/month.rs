//! Months by the names that people type. `label` reads periods with it.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// As German writes them, where that differs in the first letters.
const GERMAN_MONTHS: [(&str, u32); 8] = [
    ("märz", 3),
    ("maerz", 3),
    ("mrz", 3),
    ("mai", 5),
    ("juni", 6),
    ("juli", 7),
    ("oktober", 10),
    ("dezember", 12),
];

/// A month by its English or German name, whole or by at least three letters.
pub(super) fn named(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.len() < 3 {
        return None;
    }
    let english = MONTHS.iter().position(|month| month.starts_with(word));
    let german = GERMAN_MONTHS.iter().find(|(month, _)| month.starts_with(word));
    match english {
        Some(index) => u32::try_from(index + 1).ok(),
        None => german.map(|(_, month)| *month),
    }
}
