//! The words: one Fluent file per language, and one formatter for numbers and dates. `discord` asks for words by key;
//! nothing else holds a sentence for people.

mod number;
mod voice;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use number::Numbers;
pub use voice::{Voice, day, distance, instant};

/// The language that everyone gets who has none of the others, and that has every key.
const FALLBACK: &str = "en";

/// Language tag and file; a further language is a further line.
pub(crate) const FILES: [(&str, &str); 2] = [(FALLBACK, include_str!("en.ftl")), ("de", include_str!("de.ftl"))];

/// Discord's locales, of which one language may have several.
const DISCORD_LOCALES: [&str; 34] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko", "ar",
    "he",
];

static LANGUAGES: LazyLock<HashMap<&'static str, Language>> = LazyLock::new(|| {
    FILES
        .into_iter()
        .map(|(tag, text)| (tag, Language::read(tag, text)))
        .collect()
});

struct Language {
    bundle: FluentBundle<FluentResource>,
}

impl Language {
    fn read(tag: &'static str, text: &'static str) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, faults)| {
            tracing::error!(tag, ?faults, "a language file has entries that cannot be read");
            readable
        });
        if let Err(faults) = bundle.add_resource(resource) {
            tracing::error!(tag, ?faults, "a language file has a key twice");
        }
        Self { bundle }
    }
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: &'static Language,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.language.bundle.locales).finish()
    }
}

/// One named thing that a sentence speaks of.
pub type Argument<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// The words for a Discord locale (`en-US`, `de`), English where there is no file for it.
    ///
    /// # Panics
    /// Never: the fallback language is compiled in.
    #[must_use]
    pub fn of(locale: &str) -> Self {
        let language = LANGUAGES.get(language_of(locale)).or_else(|| LANGUAGES.get(FALLBACK));
        #[expect(clippy::expect_used, reason = "FILES has the fallback language")]
        let language = language.expect("the fallback language is compiled in");
        Self { language }
    }

    /// Discord's locales that have words of their own, with these; without those that get the fallback language.
    pub fn translations() -> impl Iterator<Item = (&'static str, Self)> {
        DISCORD_LOCALES
            .into_iter()
            .filter(|locale| language_of(locale) != FALLBACK && LANGUAGES.contains_key(language_of(locale)))
            .map(|locale| (locale, Self::of(locale)))
    }

    /// What a command or option is called in this language, by its name in code: `target_low`, `hand-over`.
    #[must_use]
    pub fn name(&self, code: &str) -> String {
        let key = format!("name-{}", code.replace('_', "-"));
        self.known(&key).unwrap_or_else(|| code.to_owned())
    }

    /// What a choice of an option is called in this language, by its name in code: `year to date`. Numbers stay.
    #[must_use]
    pub fn choice(&self, code: &str) -> String {
        let slug = code.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
        self.known(&format!("choice-{slug}")).unwrap_or_else(|| code.to_owned())
    }

    fn known(self, key: &str) -> Option<String> {
        self.language.bundle.has_message(key).then(|| self.say(key, &[]))
    }

    /// The sentence of a key. What a language has no words for is said in the fallback language. A key or argument that
    /// does not exist there either is a defect: it is logged, and the key stands in.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[Argument<'_>]) -> String {
        let fallback = Self::of(FALLBACK).language;
        let of = |language: &'static Language| {
            let pattern = language.bundle.get_message(key).and_then(|message| message.value());
            pattern.map(|pattern| (&language.bundle, pattern))
        };
        let Some((bundle, pattern)) = of(self.language).or_else(|| of(fallback)) else {
            tracing::error!(key, "there are no words for this key");
            return key.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut faults);
        if !faults.is_empty() {
            tracing::error!(
                key,
                ?faults,
                "the words for this key speak of something that was not given"
            );
        }
        said.into_owned()
    }

    /// Whether there are words for a key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.language.bundle.has_message(key)
    }
}

/// The language of a Discord locale: `en` of `en-US`.
fn language_of(locale: &str) -> &str {
    locale.split('-').next().unwrap_or(FALLBACK)
}

/// Words with named arguments: `say!(words, "log-saved", name = text, count = 3)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), $crate::locale::value($value))),*])
    };
}

/// A text or a whole number, as a sentence takes it.
pub fn value<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

/// A text that a person wrote, so that chat shows it as written: markdown and mentions have no effect.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    const SPECIAL: &[char] = &['\\', '*', '_', '~', '`', '|', '>', '<', '[', ']', '#', '@', ':', '-'];
    if !text.contains(SPECIAL) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut at_start = true;
    for character in text.chars() {
        let special = match character {
            // These have a meaning only where a line starts.
            '-' | '#' | '>' => at_start,
            // `<t:…>`, `<@…>`, `:smile:` and links.
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '[' | ']' | '@' => true,
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(character);
        at_start = character == '\n';
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests;
