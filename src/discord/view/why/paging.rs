//! A long chain in pages, none of which is longer than Discord takes.

use super::Step;

/// How many steps a page has at most: a select offers 25.
pub(super) const STEPS: usize = 24;

/// Steps in pages; one that is longer than a page goes on on the next, so that nothing is left out.
pub(super) fn pages(steps: Vec<Step>, most: usize) -> Vec<Vec<Step>> {
    let length = |text: &str| text.encode_utf16().count() + 1;
    let mut pages: Vec<Vec<Step>> = vec![Vec::new()];
    let mut used = 0;
    let pieces = steps.into_iter().flat_map(|step| {
        let mut jump = step.jump;
        let pieces = split(&step.text, most).into_iter();
        pieces
            .map(move |text| Step {
                text,
                jump: jump.take(),
            })
            .collect::<Vec<_>>()
    });
    for piece in pieces {
        let room = length(&piece.text);
        let full = pages
            .last()
            .is_some_and(|page| !page.is_empty() && (used + room > most || page.len() >= STEPS));
        if full {
            pages.push(Vec::new());
            used = 0;
        }
        used += room;
        if let Some(page) = pages.last_mut() {
            page.push(piece);
        }
    }
    pages
}

/// A text in pieces of at most so many characters, parted between words.
pub(super) fn split(text: &str, most: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for word in text.split_inclusive(' ') {
        let room = word.encode_utf16().count();
        if used > 0 && used + room + 1 > most {
            pieces.push(String::new());
            used = 0;
        }
        used += room;
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(word);
        }
    }
    pieces
}
