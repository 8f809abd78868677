//! Whether a number of a private scorecard may be used elsewhere: the question to who decides, and what became of it.

use serenity::all::ButtonStyle;

use super::{bold, button, buttons};
use crate::discord::component::{Act, Id};
use crate::discord::reply::Post;
use crate::locale::{Voice, Words, escape};
use crate::say;
use crate::service::consent::{Answer, ConsentContent, Names};

/// The question, with a button for each answer.
pub fn asked(voice: &Voice, asked: &ConsentContent) -> Post {
    let words = voice.words;
    let names = &asked.names;
    let said = say!(
        words,
        "consent-asked",
        by = escape(&asked.by),
        server = escape(&asked.server_name),
        source = bold(&names.source),
        scorecard = bold(&names.scorecard),
        into = into(words, names)
    );
    let way = |answer, label: &str, style| {
        let id = Id::Act(Act::Consent(asked.server, asked.draft, answer));
        button(id, words.say(label, &[]), style)
    };
    Post::text(said).row(buttons(vec![
        way(Answer::Allow, "consent-button-allow", ButtonStyle::Primary),
        way(Answer::Refuse, "consent-button-refuse", ButtonStyle::Secondary),
    ]))
}

/// What who decides said.
pub fn answered(voice: &Voice, names: &Names, answer: Answer) -> Post {
    let key = match answer {
        Answer::Allow => "consent-allowed",
        Answer::Refuse => "consent-refused",
    };
    Post::text(about(voice.words, key, names))
}

/// The same for who asked.
pub fn told(words: Words, (by, names): (&str, &Names), (answer, linked): (Answer, bool)) -> String {
    let key = match (answer, linked) {
        (Answer::Allow, true) => "told-consent-linked",
        (Answer::Allow, false) => "told-consent-allowed",
        (Answer::Refuse, _) => "told-consent-refused",
    };
    say!(
        words,
        key,
        by = escape(by),
        source = bold(&names.source),
        scorecard = bold(&names.scorecard),
        into = into(words, names)
    )
}

fn about(words: Words, key: &str, names: &Names) -> String {
    say!(
        words,
        key,
        source = bold(&names.source),
        scorecard = bold(&names.scorecard),
        into = into(words, names)
    )
}

fn into(words: Words, names: &Names) -> String {
    let unseen = || words.say("why-private", &[]);
    names.into.as_deref().map_or_else(unseen, bold)
}
