//! The ids of the ways to a server's first scorecard.

use std::fmt;

/// A way to the first scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Show the ready sets.
    Choose,
    /// Take the ready set that was chosen.
    Template,
    /// Say how a file is imported.
    Import,
    /// Make an empty one.
    Empty,
}

/// Reads what follows the verb.
pub(super) fn read(word: &str) -> Option<Start> {
    Some(match word {
        "choose" => Start::Choose,
        "template" => Start::Template,
        "import" => Start::Import,
        "empty" => Start::Empty,
        _ => return None,
    })
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Choose => "choose",
            Self::Template => "template",
            Self::Import => "import",
            Self::Empty => "empty",
        })
    }
}
