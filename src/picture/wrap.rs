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
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut room = width - taken;
    let hyphen = face.width("-");
    let parts: Vec<&str> = word.graphemes(true).collect();
    for (at, part) in parts.iter().enumerate() {
        let joins = parts
            .get(at + 1)
            .is_some_and(|next| is_alphabetic(part) && is_alphabetic(next));
        let needed = face.width(&piece) + face.width(part) + if joins { hyphen } else { 0.0 };
        if needed > room && (!piece.is_empty() || room < width) {
            let hyphenated = piece.graphemes(true).next_back().is_some_and(is_alphabetic) && is_alphabetic(part);
            // Two letters before a hyphen say nothing.
            if hyphenated && piece.graphemes(true).count() < 3 && pieces.is_empty() && taken > 0.0 {
                pieces.push(String::new());
            } else {
                pieces.push(format!("{piece}{}", if hyphenated { "-" } else { "" }));
                piece.clear();
            }
            room = width;
        }
        piece.push_str(part);
    }
    pieces.push(piece);
    pieces
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
