//! What a scorecard is and what follows from it: pure, no clock, no database, no chat.

/// Makes an enum whose variants have stored words: `as_str`, `FromStr`, `Display`, `ALL`.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stored words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word it is stored, imported and exported as.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let wanted = text.trim().to_lowercase();
                Self::ALL.iter().copied().find(|it| it.as_str() == wanted)
                    .ok_or_else(|| $crate::domain::UnknownWord { read: text.trim().to_owned(), accepted: Self::WORDS })
            }
        }
    };
}

pub mod actual;
pub mod alert;
pub mod audit;
pub mod away;
pub mod cycle;
pub mod day;
pub mod decision;
pub mod export;
pub mod formula;
pub mod id;
pub mod import;
pub mod initiative;
pub mod kpi;
pub mod name;
pub mod outlook;
pub mod period;
pub mod proof;
pub mod reading;
pub mod restatement;
pub mod rollup;
pub mod score;
pub mod scorecard;
pub mod target;
pub mod template;
pub mod theme;
pub mod unit;
pub mod value;
pub mod weight;
pub mod year_to_date;
pub mod zone;

/// A word that is none of those accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{read}” is none of: {}", accepted.join(", "))]
pub struct UnknownWord {
    /// What was read.
    pub read: String,
    /// What is accepted.
    pub accepted: &'static [&'static str],
}
