//! What was missed while the bot was not in the server.

use chrono::{DateTime, Utc};

use super::step;
use crate::discord::reply::Post;
use crate::discord::view::{EMBED_TEXT, bold, cut, embed};
use crate::domain::cycle::Step;
use crate::domain::score::Status as Signal;
use crate::locale::{Voice, instant};
use crate::say;
use crate::service::review::MissedContent;

/// The message.
pub fn missed(voice: &Voice, missed: &MissedContent) -> Post {
    let words = voice.words;
    let (from, until) = (instant(missed.from), instant(missed.until));
    let mut lines = vec![say!(words, "missed-while", from = from, until = until)];
    let steps = |steps: &[(Step, DateTime<Utc>)]| {
        let named = steps
            .iter()
            .map(|(taken, at)| format!("{} ({})", step(words, *taken), instant(*at)));
        named.collect::<Vec<_>>().join(" · ")
    };
    for review in &missed.reviews {
        lines.push(say!(
            words,
            "missed-review",
            scorecard = bold(&review.scorecard),
            period = voice.period(review.period, review.fiscal)
        ));
        if !review.late.is_empty() {
            lines.push(say!(words, "missed-late", steps = steps(&review.late)));
        }
        if !review.left_out.is_empty() {
            lines.push(say!(words, "missed-left-out", steps = steps(&review.left_out)));
        }
    }
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Signal::NoData, cut(&lines, EMBED_TEXT, more)))
}
