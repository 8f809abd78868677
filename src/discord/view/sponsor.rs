//! What the sponsor of a scorecard reads by direct message, and what they say to it.

use serenity::all::ButtonStyle;

use super::decision::flat;
use super::digest::off_target;
use super::summary::headline;
use super::{EMBED_TEXT, button, buttons, cut, decision, embed};
use crate::discord::component::{Act, Id};
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::review::{CommentContent, SponsorContent};

/// How many KPIs are named.
const WORST: usize = 3;

/// How many decisions are named before they are counted.
const DECISIONS: usize = 8;

/// The headline, the worst three, what is decided and not done; with a button to say something to it.
pub fn sponsor(voice: &Voice, content: &SponsorContent) -> Post {
    let words = voice.words;
    let (digest, summary) = (&content.digest, &content.digest.summary);
    let mut lines = vec![headline(voice, summary)];
    lines.extend(digest.preliminary.then(|| words.say("digest-preliminary", &[])));
    lines.push(String::new());
    if digest.off_target.is_empty() {
        lines.push(words.say("sponsor-none-off-target", &[]));
    } else {
        lines.push(say!(words, "digest-off-target", count = digest.off_target.len()));
        lines.extend(
            digest
                .off_target
                .iter()
                .take(WORST)
                .map(|line| off_target(voice, summary, line)),
        );
        let more = digest.off_target.len().saturating_sub(WORST);
        lines.extend((more > 0).then(|| say!(words, "list-more", count = more)));
    }
    if !digest.decisions.is_empty() {
        lines.push(String::new());
        lines.push(say!(words, "digest-decisions", count = digest.decisions.len()));
        lines.extend(
            digest
                .decisions
                .iter()
                .take(DECISIONS)
                .map(|told| decision::line(voice, told)),
        );
        let more = digest.decisions.len().saturating_sub(DECISIONS);
        lines.extend((more > 0).then(|| say!(words, "list-more", count = more)));
    }
    let comment = Id::Act(Act::Comment(content.server, content.review));
    let comment = button(comment, words.say("sponsor-button-comment", &[]), ButtonStyle::Primary);
    let more = |count| say!(words, "list-more", count = count);
    Post::default()
        .embed(embed(summary.result.status, cut(&lines, EMBED_TEXT, more)))
        .row(buttons(vec![comment]))
}

/// What somebody says to a digest, under it.
pub fn comment(voice: &Voice, comment: &CommentContent, under: Option<(i64, i64)>) -> Post {
    let key = if comment.sponsor {
        "sponsor-comment"
    } else {
        "sponsor-comment-manager"
    };
    let said = say!(
        voice.words,
        key,
        by = escape(&comment.by),
        period = voice.period(comment.period, comment.fiscal),
        text = flat(&comment.text)
    );
    Post {
        under,
        ..Post::default()
    }
    .embed(embed(Status::NoData, said))
}
