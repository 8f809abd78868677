//! Names and keys that people give, and how a name is found again: folding, "did you mean", shortening.

mod find;
mod index;
mod key;

pub use find::{closest, fold, matches, shorten_middle};
pub use index::Index;
pub use key::{Key, KeyError};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The most characters a name may have.
pub const MAX_LENGTH: usize = 150;

/// A name: trimmed, inner whitespace collapsed, 1 to 150 characters, none of them invisible control.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// Why a text cannot be a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing in it can be seen.
    #[error("a name needs at least one visible character")]
    Empty,
    /// It is too long.
    #[error("a name has at most {MAX_LENGTH} characters, this one has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A control character, or one that reverses the text around it.
    #[error("a name cannot contain the hidden character U+{:04X}", *.found as u32)]
    Hidden {
        /// The first such character.
        found: char,
    },
    /// A mention of everybody, which would be taken for one wherever the name is copied to.
    #[error("a name cannot contain @everyone or @here")]
    Mention,
}

impl Name {
    /// Reads a name as a person typed it.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .nfc()
            .collect::<String>();
        if let Some(found) = name.chars().find(|c| is_hidden(*c)) {
            return Err(NameError::Hidden { found });
        }
        if !name.chars().any(is_visible) {
            return Err(NameError::Empty);
        }
        let folded = fold(&name);
        if ["@everyone", "@here"].iter().any(|mention| folded.contains(mention)) {
            return Err(NameError::Mention);
        }
        match name.chars().count() {
            length if length > MAX_LENGTH => Err(NameError::TooLong { length }),
            _ => Ok(Self(name)),
        }
    }

    /// The name as it is shown (and must still be escaped for chat).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two names of the same parent must not share: the name without its case.
    #[must_use]
    pub fn unique(&self) -> String {
        let compatible: String = self.0.nfkc().collect();
        compatible
            .to_lowercase()
            .replace('ß', "ss")
            .replace('ς', "σ")
            .nfkc()
            .collect()
    }

    /// The text that searches look in, without case and accents.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// Control characters, and those that override the direction of what follows.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E001F}' | '\u{FFF9}'..='\u{FFFB}')
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}')
}

impl TryFrom<String> for Name {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        Self::parse(&text)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl std::str::FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        Self::parse(text)
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_trimmed_and_its_whitespace_collapsed() {
        for (typed, kept) in [
            ("  Net  revenue\n", "Net revenue"),
            ("Ümsatz 🚀", "Ümsatz 🚀"),
            ("إيرادات", "إيرادات"),
            ("U\u{308}ber", "\u{DC}ber"),
        ] {
            assert_eq!(Name::parse(typed).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn a_name_without_anything_to_see_is_refused() {
        for blank in ["", "  \n", "\u{200B}", "\u{3164} \u{2060}"] {
            assert_eq!(Name::parse(blank), Err(NameError::Empty), "{blank:?}");
        }
    }

    #[test]
    fn a_name_cannot_hide_characters_that_reverse_or_control_the_text() {
        for found in ['\u{202E}', '\u{2066}', '\u{7}', '\u{1b}'] {
            let typed = format!("Net {found}revenue");
            assert_eq!(Name::parse(&typed), Err(NameError::Hidden { found }));
        }
        assert_eq!(
            NameError::Hidden { found: '\u{202E}' }.to_string(),
            "a name cannot contain the hidden character U+202E"
        );
    }

    #[test]
    fn a_name_cannot_call_everybody() {
        for typed in ["@everyone", "Net @Here revenue", "all@everyone", "＠everyone"] {
            assert_eq!(Name::parse(typed), Err(NameError::Mention), "{typed}");
        }
        assert!(Name::parse("Mentions of @acme, everyone here").is_ok());
    }

    #[test]
    fn a_name_has_at_most_150_characters() {
        assert!(Name::parse(&"é".repeat(150)).is_ok());
        assert_eq!(Name::parse(&"é".repeat(151)), Err(NameError::TooLong { length: 151 }));
    }

    #[test]
    fn two_names_that_differ_in_case_only_are_the_same_name() {
        let unique = |text: &str| Name::parse(text).unwrap().unique();
        assert_eq!(unique("STRASSE"), unique("Straße"));
        assert_ne!(unique("Über"), unique("Uber"));
    }
}
