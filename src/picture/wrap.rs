//! Breaks text into lines that fit, and shortens what does not.

use unicode_segmentation::UnicodeSegmentation;

use super::font::{self, Weight};

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    pub size: f32,
    pub weight: Weight,
}

impl Face {
    pub const fn regular(size: f32) -> Self {
        let weight = Weight::Regular;
        Self { size, weight }
    }

    pub const fn bold(size: f32) -> Self {
        let weight = Weight::Bold;
        Self { size, weight }
    }

    pub fn width(self, text: &str) -> f32 {
        font::width(text, self.size, self.weight)
    }
}

/// What stands for what was left out.
const MORE: char = '…';

/// Text on one line that fits into a width: its end is left out where it does not.
pub(super) fn fitted(text: &str, face: Face, width: f32) -> String {
    let text = font::drawable(text);
    if face.width(&text) <= width {
        return text.into_owned();
    }
    shortened(&text, face, width)
}

fn shortened(text: &str, face: Face, width: f32) -> String {
    let room = width - face.width("…");
    let mut line = String::new();
    let mut used = 0.0;
    for part in text.graphemes(true) {
        used += face.width(part);
        if used > room {
            break;
        }
        line.push_str(part);
    }
    line.truncate(line.trim_end_matches([' ', '-', ',']).len());
    line.push(MORE);
    line
}

/// Text on at most so many lines: broken at spaces, in a word only where it is longer than a line; the last line says
/// where something was left out.
pub(super) fn wrapped(text: &str, face: Face, (width, most): (f32, usize)) -> Vec<String> {
    let text = font::drawable(text);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if face.width(&joined) <= width {
            line = joined;
            continue;
        }
        if face.width(word) <= width {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
            continue;
        }
        // What of a long word fits beside the line so far, then lines of it.
        let mut pieces = broken(
            word,
            face,
            (
                width,
                if line.is_empty() {
                    0.0
                } else {
                    face.width(&line) + face.width(" ")
                },
            ),
        );
        let last = pieces.pop().unwrap_or_default();
        for piece in pieces {
            let space = if line.is_empty() || piece.is_empty() { "" } else { " " };
            lines.push(format!("{line}{space}{piece}"));
            line.clear();
        }
        line = last;
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(shortened(&rest, face, width));
    }
    lines
}

/// A word in pieces of a line each; the first has less room. Between letters of an alphabet a hyphen marks the break.
fn broken(word: &str, face: Face, (width, taken): (f32, f32)) -> Vec<String> {
    let parts: Vec<&str> = word.graphemes(true).collect();
    let mut pieces = Vec::new();
    let (mut from, mut room) = (0, width - taken);
    while from < parts.len() {
        let to = end_of_piece(&parts[from..], face, room) + from;
        let letters = |at: usize| parts.get(at).is_some_and(|part| is_alphabetic(part));
        let to = if to < parts.len() && letters(to) && to > from && letters(to - 1) {
            syllable(&parts, (from, to))
        } else {
            to
        };
        let hyphenated = to < parts.len() && to > from && letters(to) && letters(to - 1);
        // Beside other words two letters and a hyphen say nothing.
        let scrap = taken > 0.0 && pieces.is_empty() && hyphenated && to - from < 3;
        let to = match to {
            _ if scrap || (to == from && pieces.is_empty() && taken > 0.0) => from,
            // Not even one fits: it stands alone.
            to if to == from => from + 1,
            to => to,
        };
        let hyphen = if hyphenated && to > from { "-" } else { "" };
        pieces.push(format!("{}{hyphen}", parts[from..to].concat()));
        (from, room) = (to, width);
    }
    pieces
}

/// How many parts fit, a hyphen included where the rest goes on with a letter.
fn end_of_piece(parts: &[&str], face: Face, room: f32) -> usize {
    let mut used = 0.0;
    let mut fits = 0;
    for (at, part) in parts.iter().enumerate() {
        used += face.width(part);
        let goes_on = parts
            .get(at + 1)
            .is_some_and(|next| is_alphabetic(next) && is_alphabetic(part));
        if used + if goes_on { face.width("-") } else { 0.0 } <= room {
            fits = at + 1;
        } else if used > room {
            break;
        }
    }
    fits
}

/// A break a little earlier that looks like one between syllables: before a consonant that a vowel follows.
fn syllable(parts: &[&str], (from, to): (usize, usize)) -> usize {
    let vowel = |at: usize| parts.get(at).is_some_and(|part| is_vowel(part));
    let least = to.saturating_sub(4).max(from + 2);
    let good = |at: &usize| !vowel(*at) && vowel(*at + 1) && parts.len() - *at > 2;
    (least..=to).rev().find(good).unwrap_or(to)
}

fn is_vowel(part: &str) -> bool {
    let first = part.chars().flat_map(char::to_lowercase).next();
    first.is_some_and(|c| "aeiouyäöüáéíóúàèìòùâêîôûąęåøæœıаеёиоуыэюяіїєαεηιουωάέήίόύώ".contains(c))
}

/// A letter of a script that breaks words with a hyphen: Latin, Greek, Cyrillic, Armenian.
fn is_alphabetic(part: &str) -> bool {
    part.chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && u32::from(c) < 0x0590)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face::regular(12.0);

    #[test]
    fn no_line_is_wider_than_it_may_be_and_nothing_is_lost() {
        for name in [
            "Reduce the time between an order and its delivery to two days",
            "Donaudampfschifffahrtsgesellschaftskapitänskajüte verkaufen",
            "売上を増やすために新しい市場を開拓し、既存の顧客との関係を強化する",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z",
            "Ein Unternehmenszufriedenheitsverbesserungsprogramm",
        ] {
            let lines = wrapped(name, FACE, (100.0, 20));
            assert!(lines.len() > 1, "{name}");
            for line in &lines {
                assert!(FACE.width(line) <= 100.0, "{line} of {name}");
            }
            let letters = |text: &str| text.chars().filter(|c| *c != ' ' && *c != '-').collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(name));
        }
    }

    #[test]
    fn a_long_word_is_broken_between_syllables() {
        let lines = wrapped("Kundenzufriedenheit", Face::bold(12.0), (104.0, 3));
        assert_eq!(lines, ["Kundenzufrie-", "denheit"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        let lines = wrapped("Reduce the time between an order and its delivery", FACE, (100.0, 2));
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert_eq!(fitted("short", FACE, 100.0), "short");
        let cut = fitted("Customer satisfaction", FACE, 60.0);
        assert!(cut.ends_with('…') && FACE.width(&cut) <= 60.0, "{cut}");
    }

    #[test]
    fn a_flag_is_not_cut_in_two_and_an_empty_text_has_no_line() {
        assert_eq!(wrapped("", FACE, (100.0, 2)), Vec::<String>::new());
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", FACE, (8.0, 9)).len(), 3);
    }
}
