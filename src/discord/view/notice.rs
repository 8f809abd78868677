//! A notice becomes a message.

use serenity::all::UserId;

use super::{alert, ask, board, consent, digest, import, meeting, reject, review, sponsor, summary, tell};
use crate::discord::reply::Post;
use crate::locale::{Voice, Words, escape, instant};
use crate::say;
use crate::service::notice::{Content, Delivery, ExposedContent, Lost, MendContent};

/// The messages of a notice, in the language of whom it is for: the first is its own, the others are its further pages.
pub fn pages(delivery: &Delivery) -> Vec<Post> {
    let voice = voice(delivery);
    let mut pages = match &delivery.content {
        Content::Digest(content) => digest::pages(&voice, content),
        Content::More(content, page) => vec![further(&voice, content, *page)],
        other => vec![alone(&voice, other)],
    };
    if pages.is_empty() {
        pages.push(Post::default());
    }
    if let Some(due_at) = delivery.late_since {
        let late = say!(voice.words, "notice-late", due = instant(due_at));
        let break_line = if pages[0].content.is_empty() { "" } else { "\n" };
        pages[0].content.push_str(break_line);
        pages[0].content.push_str(&late);
    }
    pages
}

fn voice(delivery: &Delivery) -> Voice {
    Voice::new(Words::of(&delivery.locale), delivery.number_format)
}

/// What the thread is called that a notice opens.
pub fn thread_name(delivery: &Delivery) -> String {
    match &delivery.content {
        Content::Meeting(content) => meeting::thread_name(&voice(delivery), content),
        Content::Comment(comment, _) => voice(delivery).period(comment.period, comment.fiscal),
        _ => String::new(),
    }
}

/// A notice that is one message.
fn alone(voice: &Voice, content: &Content) -> Post {
    match content {
        Content::Ask(asked) => ask::ask(voice, asked),
        Content::Alert(content) => alert::alert(voice, content),
        Content::Recovered(content) => alert::recovered(voice, content),
        Content::Watch(found) => alert::watch(voice, found),
        Content::Woken(content) => alert::woken(voice, content),
        Content::ImportAlerts(content) => import::alerts(voice, content),
        Content::Sponsor(content) => sponsor::sponsor(voice, content),
        Content::Comment(content, under) => sponsor::comment(voice, content, *under),
        Content::Board(content) => board::board(voice, content),
        Content::Meeting(content) => meeting::opening(voice, content),
        Content::Reopened(content) => review::reopened(voice, content),
        Content::Closed(content) => digest::closed(voice, content),
        Content::Summary(posted) => summary::posted(voice, posted),
        Content::Unreached(user) => unreached(voice, *user),
        Content::Rejected(server, content) => reject::told(voice, *server, content),
        Content::Mend(content) => Post::text(mend(voice, content)),
        Content::Exposed(content) => Post::text(exposed(voice, content)),
        Content::Missed(missed) => review::missed(voice, missed),
        Content::Consent(asked) => consent::asked(voice, asked),
        Content::Told(told) => tell::told(voice, told),
        Content::Digest(_) | Content::More(..) => Post::default(),
    }
}

/// A further page; one that is there no more says so.
fn further(voice: &Voice, content: &Content, page: usize) -> Post {
    let mut pages = match content {
        Content::Digest(content) => digest::pages(voice, content),
        _ => Vec::new(),
    };
    if page < pages.len() {
        pages.swap_remove(page)
    } else {
        Post::text(voice.words.say("digest-no-more", &[]))
    }
}

/// A person whom no direct message reaches is asked to look for themselves, without a word on what it is about.
fn unreached(voice: &Voice, user: i64) -> Post {
    let user = UserId::new(user.cast_unsigned());
    let mut post = Post::text(say!(voice.words, "notice-unreached", person = format!("<@{user}>")));
    post.mentions.push(user);
    post
}

/// A channel shows what is private: which, to whom, and what to do.
fn exposed(voice: &Voice, content: &ExposedContent) -> String {
    say!(
        voice.words,
        "notice-exposed",
        channel = format!("<#{}>", content.channel),
        scorecard = escape(&content.scorecard),
        server = escape(&content.server),
        onlookers = super::reader::onlookers(voice.words, &content.onlookers),
    )
}

/// A channel takes no messages: which, why, and what to do.
fn mend(voice: &Voice, content: &MendContent) -> String {
    let server = escape(&content.server);
    let whose = content.scorecard.as_deref().map(escape).unwrap_or_default();
    match &content.lost {
        Lost::Gone => say!(voice.words, "notice-channel-gone", scorecard = whose, server = server),
        Lost::Denied(missing) => {
            let names: Vec<String> = missing.iter().map(|name| voice.permission(name)).collect();
            say!(
                voice.words,
                "notice-channel-denied",
                channel = format!("<#{}>", content.channel),
                scorecard = whose,
                server = server,
                count = names.len(),
                missing = names.join(", "),
            )
        }
    }
}
