//! A KPI's key: the short word it is typed and imported by.

use serde::{Deserialize, Serialize};

/// The most characters a key may have.
const MAX_LENGTH: usize = 32;

/// A KPI's key: 1 to 32 of letters, digits, `-`, `_` and `.`, kept as typed, compared without case.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

/// Why a text cannot be a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Nothing was given.
    #[error("a key needs at least one letter or digit, as in `nps`")]
    Empty,
    /// It is too long.
    #[error("a key has at most {MAX_LENGTH} characters, this one has {length}")]
    TooLong {
        /// Its length in characters.
        length: usize,
    },
    /// A character that is not accepted.
    #[error("a key is made of letters, digits, `-`, `_` and `.`, without “{found}”")]
    Forbidden {
        /// The first such character.
        found: char,
    },
}

impl Key {
    /// Reads a key as a person typed it.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let key = text.trim();
        let accepted = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if let Some(found) = key.chars().find(|c| !accepted(*c)) {
            return Err(KeyError::Forbidden { found });
        }
        if !key.chars().any(char::is_alphanumeric) {
            return Err(KeyError::Empty);
        }
        match key.chars().count() {
            length if length > MAX_LENGTH => Err(KeyError::TooLong { length }),
            _ => Ok(Self(key.to_owned())),
        }
    }

    /// The key as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique in a server: the key without its case.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.folded().cmp(&other.folded())
    }
}

impl std::hash::Hash for Key {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.folded().hash(state);
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl std::str::FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        Self::parse(text)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_compared_without_case() {
        assert_eq!(Key::parse(" NPS ").unwrap(), Key::parse("nps").unwrap());
        assert_eq!(Key::parse("NPS").unwrap().as_str(), "NPS");
    }

    #[test]
    fn a_key_takes_letters_digits_and_three_signs() {
        for good in ["nps", "i875", "on-time_2.0", "größe"] {
            assert!(Key::parse(good).is_ok(), "{good}");
        }
        assert_eq!(Key::parse("a b"), Err(KeyError::Forbidden { found: ' ' }));
        assert_eq!(Key::parse(" "), Err(KeyError::Empty));
        assert_eq!(Key::parse("-."), Err(KeyError::Empty));
        assert_eq!(Key::parse(&"k".repeat(33)), Err(KeyError::TooLong { length: 33 }));
    }
}
