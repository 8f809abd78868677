//! Errors in words: what was read, what is accepted, with an example of the person's own. Only `reply` calls this.

mod file;
mod invalid;
mod known;
mod period;
mod value;
mod yearly;

use rand::Rng;

use super::Post;
use crate::locale::{Voice, Words, escape};
use crate::say;
use crate::service::{Conflict, Error, Need, NotFound, Noun};

/// The letters and digits of a reference: none that is read as another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// How many of them one has.
const REFERENCE: usize = 6;

pub use file::row_reason;

/// What a person is told about an error.
#[must_use]
pub fn problem(voice: &Voice, error: &Error) -> Post {
    Post::text(reason(voice, error))
}

/// The same as a sentence.
#[must_use]
pub fn reason(voice: &Voice, error: &Error) -> String {
    match error {
        Error::Invalid(invalid) => invalid::said(voice, invalid),
        Error::NotFound(missing) => not_found(voice.words, missing),
        Error::Denied(need) => denied(voice.words, need),
        Error::Conflict(conflict) => in_the_way(voice, conflict),
        Error::Left(server) => say!(voice.words, "error-left", server = escape(server)),
        Error::NotHere => voice.words.say("error-not-here", &[]),
        Error::Store(_) | Error::Stored(_) | Error::Unwritten(_) => internal(voice.words, error),
    }
}

/// A short text by which somebody who runs the bot finds what broke in its log.
#[must_use]
pub fn reference() -> String {
    let mut random = rand::rng();
    (0..REFERENCE)
        .map(|_| char::from(ALPHABET[random.random_range(0..ALPHABET.len())]))
        .collect()
}

/// What broke is logged here, once; the person sees only where to find it.
fn internal(words: Words, error: &Error) -> String {
    let reference = reference();
    tracing::error!(reference, %error, "a use case broke");
    say!(words, "error-internal", reference = reference)
}

fn not_found(words: Words, missing: &NotFound) -> String {
    let (noun, typed) = (noun(words, missing.noun), missing.typed.trim());
    let names: Vec<String> = missing.close.iter().map(|name| bold(name)).collect();
    if typed.is_empty() && missing.noun == Noun::Scorecard {
        return match names.as_slice() {
            [] => words.say("error-no-scorecard", &[]),
            names => say!(words, "error-which-scorecard", names = either(words, names)),
        };
    }
    if typed.is_empty() || is_reference(typed) {
        return say!(words, "error-gone", noun = noun);
    }
    let typed_name = bold(&shortened(typed));
    if names
        .iter()
        .filter(|name| name.to_lowercase() == typed_name.to_lowercase())
        .count()
        > 1
    {
        return say!(words, "error-several", noun = noun, typed = typed_name);
    }
    if names.is_empty() {
        let hint = words.say(&format!("error-hint-{}", word(missing.noun)), &[]);
        return say!(words, "error-unknown", noun = noun, typed = typed_name, hint = hint);
    }
    say!(
        words,
        "error-did-you-mean",
        noun = noun,
        typed = typed_name,
        names = either(words, &names)
    )
}

fn denied(words: Words, need: &Need) -> String {
    match need {
        Need::Administrator => words.say("error-needs-administrator", &[]),
        Need::Manager { scorecard, manager } => {
            say!(
                words,
                "error-needs-manager",
                scorecard = bold(scorecard),
                manager = escape(manager)
            )
        }
        Need::Asked { scorecard, name } => {
            say!(
                words,
                "error-consent-asked",
                scorecard = bold(scorecard),
                name = escape(name)
            )
        }
        Need::Consent { scorecard, name, .. } => {
            say!(
                words,
                "error-needs-consent",
                scorecard = bold(scorecard),
                name = escape(name)
            )
        }
        Need::ManagerOf { name } => say!(words, "error-needs-manager-of", name = bold(name)),
        Need::NewReader {
            scorecard,
            manager,
            name,
        } => {
            say!(
                words,
                "error-new-reader",
                scorecard = bold(scorecard),
                manager = escape(manager),
                name = bold(name)
            )
        }
        Need::Owner {
            kpi,
            owner: Some(owner),
        } => {
            say!(words, "error-needs-owner", kpi = bold(kpi), owner = escape(owner))
        }
        Need::Decision {
            owner: Some(owner),
            scorecard,
        } => say!(
            words,
            "error-needs-doer",
            owner = escape(owner),
            scorecard = bold(scorecard)
        ),
        Need::Keeper {
            about,
            owner: Some(owner),
            scorecard,
        } => say!(
            words,
            "error-needs-keeper",
            about = bold(about),
            owner = escape(owner),
            scorecard = bold(scorecard)
        ),
        Need::Keeper {
            about,
            owner: None,
            scorecard,
        } => say!(
            words,
            "error-needs-keeper-none",
            about = bold(about),
            scorecard = bold(scorecard)
        ),
        Need::Sponsor { scorecard } => say!(words, "error-needs-sponsor", scorecard = bold(scorecard)),
        Need::Decision { owner: None, scorecard } => {
            say!(words, "error-needs-doer-none", scorecard = bold(scorecard))
        }
        Need::Repeated { kpi, manager } => {
            say!(words, "error-repeated", kpi = bold(kpi), manager = escape(manager))
        }
        Need::Owner { kpi, owner: None } => say!(words, "error-needs-owner-none", kpi = bold(kpi)),
    }
}

fn in_the_way(voice: &Voice, conflict: &Conflict) -> String {
    let words = voice.words;
    match conflict {
        Conflict::Taken { noun: Noun::Kpi, name } => say!(words, "error-taken-key", name = escape(name)),
        Conflict::Taken { noun: taken, name } => {
            say!(words, "error-taken", noun = noun(words, *taken), name = bold(name))
        }
        Conflict::Fixed { kpi } => say!(words, "error-fixed", kpi = bold(kpi)),
        Conflict::Past { period, running } => {
            let (period, running) = (invalid::months(voice, *period), invalid::months(voice, *running));
            say!(words, "error-past", period = period, running = running)
        }
        Conflict::Restates { period } => {
            say!(words, "error-restates", period = invalid::months(voice, *period))
        }
        Conflict::NoOverride { period } => {
            say!(words, "error-no-override", period = invalid::months(voice, *period))
        }
        Conflict::IsIn { kpi, entry, by, at } => known::is_in(voice, (kpi, entry), (by, *at)),
        Conflict::NotAsked { kpi } => say!(words, "error-not-asked", kpi = bold(kpi)),
        Conflict::NothingToRepeat => words.say("error-nothing-to-repeat", &[]),
        Conflict::NotCollecting { period } => {
            say!(words, "error-not-collecting", period = invalid::months(voice, *period))
        }
        Conflict::NotOver { period } => say!(words, "error-not-over", period = invalid::months(voice, *period)),
        Conflict::Computed { kpi } => say!(words, "error-computed", kpi = bold(kpi)),
        Conflict::SlowerInput { input, kpi } => {
            say!(words, "error-slower-input", input = bold(input), kpi = bold(kpi))
        }
        Conflict::ReadsItself { kpi } => say!(words, "error-reads-itself", kpi = bold(kpi)),
        Conflict::FeedsItself { circle } => {
            let name = |name: &Option<String>| name.as_deref().map_or_else(|| "…".to_owned(), bold);
            let mut names: Vec<String> = circle.iter().map(name).collect();
            names.extend(names.first().cloned());
            say!(words, "error-feeds-itself", circle = names.join(" → "))
        }
        Conflict::Read { name, readers } => known::read(words, name, readers),
        Conflict::YearChanged { kpi } => say!(words, "error-year-changed", kpi = bold(kpi)),
        Conflict::StillManages { scorecards } => {
            let names: Vec<String> = scorecards.iter().take(10).map(|name| bold(name)).collect();
            say!(words, "error-still-manages", names = names.join(", "))
        }
        Conflict::ChangedSince => words.say("error-changed-since", &[]),
        Conflict::AlertOver => words.say("error-alert-over", &[]),
        Conflict::NoChannel { scorecard } => say!(words, "error-no-channel", scorecard = bold(scorecard)),
        Conflict::DoneSince => words.say("error-done-since", &[]),
        Conflict::UndoOver => words.say("error-undo-over", &[]),
        Conflict::TooLate => words.say("error-too-late", &[]),
        Conflict::Closed { period } => say!(words, "error-closed", period = invalid::months(voice, *period)),
        Conflict::Published { key, label, period } => period::published(voice, *period, (key, label)),
        Conflict::NotRejectable { kpi } => say!(words, "error-not-rejectable", kpi = bold(kpi)),
        Conflict::TooMuch => words.say("error-too-much", &[]),
        Conflict::Full { noun, most } => {
            let nouns = words.say(&format!("nouns-{}", word(*noun)), &[]);
            say!(
                words,
                "error-full",
                nouns = nouns,
                most = voice.numbers.plain((*most).into())
            )
        }
    }
}

/// Whether a text is what autocomplete puts where a name could stand.
fn is_reference(typed: &str) -> bool {
    typed
        .strip_prefix('#')
        .is_some_and(|id| !id.is_empty() && id.bytes().all(|digit| digit.is_ascii_digit()))
}

/// What a person wrote, in bold, as they wrote it.
fn bold(text: &str) -> String {
    format!("**{}**", escape(text))
}

/// What a person wrote, short enough to be repeated to them.
fn shortened(text: &str) -> String {
    crate::domain::name::shorten_middle(text, 150)
}

/// `A`, `A or B`, `A, B or C`.
fn either(words: Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => say!(words, "list-or", first = first.join(", "), last = last.as_str()),
    }
}

fn noun(words: Words, noun: Noun) -> String {
    words.say(&format!("noun-{}", word(noun)), &[])
}

fn word(noun: Noun) -> &'static str {
    match noun {
        Noun::Scorecard => "scorecard",
        Noun::Perspective => "perspective",
        Noun::Objective => "objective",
        Noun::Kpi => "kpi",
        Noun::Actual => "actual",
        Noun::Draft => "draft",
        Noun::Template => "template",
        Noun::Review => "review",
        Noun::Decision => "decision",
        Noun::Feed => "feed",
        Noun::Anything => "anything",
        Noun::Initiative => "initiative",
        Noun::Milestone => "milestone",
        Noun::Alert => "alert",
    }
}

#[cfg(test)]
mod tests;
