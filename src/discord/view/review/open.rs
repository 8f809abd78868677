//! Reviews that somebody opened, closed, or opened again.

use crate::discord::reply::Post;
use crate::discord::view::bold;
use crate::domain::period::Period;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::review::{Closed, Reopened, ReopenedContent};

/// A review that somebody closed.
pub fn closed(voice: &Voice, closed: &Closed) -> Post {
    let words = voice.words;
    let period: Period = closed.period;
    let mut lines = vec![say!(
        words,
        "review-closed-now",
        scorecard = bold(&closed.scorecard),
        period = voice.period(period, closed.fiscal)
    )];
    if closed.decisions > 0 {
        lines.push(say!(words, "review-closed-decisions", count = closed.decisions));
    }
    if closed.missing > 0 {
        lines.push(say!(words, "digest-closed-missing", count = closed.missing));
    }
    if closed.channel.is_some() {
        lines.push(words.say("review-closed-told", &[]));
    }
    Post::text(lines.join("\n"))
}

/// A review that somebody opened before its time, or opened again.
pub fn opened(voice: &Voice, (opened, key): (&Reopened, &str)) -> Post {
    let mut lines = vec![say!(
        voice.words,
        key,
        scorecard = bold(&opened.scorecard),
        period = voice.period(opened.period, opened.fiscal)
    )];
    if opened.channel.is_some() {
        lines.push(voice.words.say("review-closed-told", &[]));
    }
    Post::text(lines.join("\n"))
}

/// The team channel reads that published numbers may change.
pub fn reopened(voice: &Voice, reopened: &ReopenedContent) -> Post {
    Post::text(say!(
        voice.words,
        "review-reopened",
        scorecard = bold(&reopened.scorecard),
        period = voice.period(reopened.period, reopened.fiscal),
        person = escape(&reopened.by),
        reason = escape(&reopened.reason)
    ))
}
