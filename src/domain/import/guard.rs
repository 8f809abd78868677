//! Texts in cells: written so that no spreadsheet takes one for a formula, and read back as they were.

use std::borrow::Cow;

/// What makes a spreadsheet compute a cell, in its wide forms too.
const COMPUTED: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// What stands before a text that would be computed, as spreadsheets have it themselves.
const GUARD: char = '\'';

/// A text as a cell holds it.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_computed(text) || text.strip_prefix(GUARD).is_some_and(is_guarded) {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a cell holds.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|text| is_guarded(text)).unwrap_or(cell)
}

fn is_computed(text: &str) -> bool {
    text.starts_with(COMPUTED)
}

/// Whether a guard before a text was put there: it would be computed, or begins with a guard itself.
fn is_guarded(text: &str) -> bool {
    is_computed(text) || text.starts_with(GUARD)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_be_computed_is_guarded_and_nothing_else() {
        let check = |text: &str, cell: &str| {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        };
        check("Customer churn", "Customer churn");
        check("", "");
        check("=1+1", "'=1+1");
        check("+49 30 1", "'+49 30 1");
        check("-", "'-");
        check("@here", "'@here");
        check("＝1", "'＝1");
        check("'tis", "'tis");
        check("'=1", "''=1");
        check("''", "'''");
        check("'", "'");
    }

    proptest! {
        #[test]
        fn a_guarded_text_is_never_computed_and_read_back_as_it_was(text in "['=+@a\\-\t＝ ]{0,6}") {
            let cell = guarded(&text);
            prop_assert!(!is_computed(&cell));
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
