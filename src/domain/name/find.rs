//! Finding a name again from what somebody typed, and fitting one into a short label.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The most suggestions a "did you mean" makes.
const SUGGESTIONS: usize = 3;

/// The text without its case and accents, with its whitespace collapsed: what searches compare.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return collapse(&text.to_ascii_lowercase());
    }
    let compatible: String = text.nfkd().collect();
    let folded = compatible.to_lowercase().nfkd().filter(|c| !is_accent(*c)).fold(
        String::with_capacity(text.len()),
        |mut folded, c| {
            match c {
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ı' => folded.push('i'),
                'ς' => folded.push('σ'),
                _ => folded.push(c),
            }
            folded
        },
    );
    collapse(&folded)
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that change how a letter looks, not which letter it is; vowel signs of other scripts are none.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

/// Whether an already folded query occurs anywhere in `text`.
#[must_use]
pub fn matches(query_folded: &str, text: &str) -> bool {
    query_folded.is_empty() || fold(text).contains(query_folded)
}

/// The candidates nearest to what was typed, best first, at most three: for "did you mean".
///
/// Those that contain the query come first, then those within a third of its letters of it.
#[must_use]
pub fn closest<'a, T: AsRef<str> + ?Sized>(query: &str, candidates: impl IntoIterator<Item = &'a T>) -> Vec<&'a T> {
    let query = fold(query);
    let letters: Vec<char> = query.chars().collect();
    if letters.is_empty() {
        return Vec::new();
    }
    let allowed = (letters.len() / 3).max(1);
    let mut found: Vec<(usize, usize, &T)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let folded = fold(candidate.as_ref());
            if folded.contains(&query) {
                return Some((0, folded.len(), candidate));
            }
            let other: Vec<char> = folded.chars().collect();
            if other.len().abs_diff(letters.len()) > allowed {
                return None;
            }
            let distance = distance(&letters, &other);
            (distance <= allowed).then_some((distance, folded.len(), candidate))
        })
        .collect();
    found.sort_by_key(|(distance, length, _)| (*distance, *length));
    found
        .into_iter()
        .take(SUGGESTIONS)
        .map(|(_, _, candidate)| candidate)
        .collect()
}

/// Edits between two texts, where two swapped neighbours are one edit (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replace = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replace.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// Shortens a text in its middle to at most `max` UTF-16 units (Discord's count at its strictest), never inside
/// what a reader sees as one character.
#[must_use]
pub fn shorten_middle(text: &str, max: usize) -> String {
    let width = |part: &str| part.encode_utf16().count();
    if width(text) <= max {
        return text.to_owned();
    }
    let parts: Vec<&str> = text.graphemes(true).collect();
    let room = max.saturating_sub(1);
    let head_room = room.div_ceil(2);
    let mut head = 0;
    let mut used = 0;
    while head < parts.len() && used + width(parts[head]) <= head_room {
        used += width(parts[head]);
        head += 1;
    }
    let mut tail = parts.len();
    while tail > head && used + width(parts[tail - 1]) <= room {
        used += width(parts[tail - 1]);
        tail -= 1;
    }
    let (start, end) = (parts[..head].concat(), parts[tail..].concat());
    format!("{}…{}", start.trim_end(), end.trim_start())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_drops_case_and_accents() {
        for (text, folded) in [
            ("Net  Revenue", "net revenue"),
            ("Größe", "grosse"),
            ("CRÈME brûlée", "creme brulee"),
            ("İstanbul", "istanbul"),
            ("Łódź", "lodz"),
            ("ＮＰＳ", "nps"),
            ("𝔍", "j"),
            ("ΟΔΟΣ", "οδοσ"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_query_matches_anywhere_in_a_name() {
        assert!(matches(&fold("PROMO"), "Net Promoter Score"));
        assert!(matches(&fold("crème"), "Creme brulee sold"));
        assert!(matches("", "anything"));
        assert!(!matches("nps", "Net Promoter Score"));
    }

    #[test]
    fn the_closest_names_come_first() {
        let names = ["churn", "churn-b2b", "nps", "net-revenue", "training"];
        let check = |query: &str, found: &[&str]| {
            assert_eq!(closest(query, names.iter().copied()), found, "{query}");
        };
        check("chrun", &["churn"]);
        check("churn", &["churn", "churn-b2b"]);
        check("trainnig", &["training"]);
        check("nsp", &["nps"]);
        check("", &[]);
        check("zzzzzz", &[]);
    }

    #[test]
    fn a_long_name_keeps_its_start_and_its_end() {
        assert_eq!(shorten_middle("short", 45), "short");
        assert_eq!(shorten_middle("abcdefghij", 7), "abc…hij");
        assert_eq!(shorten_middle("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 10), "…👨‍👩‍👧");
        assert_eq!(shorten_middle("a👨‍👩‍👧bcdefghijklm", 6), "a…jklm");
    }

    proptest! {
        #[test]
        fn a_shortened_name_fits_and_loses_no_part_of_a_character(text in "\\PC{0,80}", max in 1usize..60) {
            let short = shorten_middle(&text, max);
            prop_assert!(short.encode_utf16().count() <= max);
            let whole: Vec<&str> = text.graphemes(true).collect();
            if let Some((head, _)) = short.split_once('…').filter(|_| short != text) {
                prop_assert!(head.is_empty() || whole.concat().starts_with(head));
            }
        }

        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
