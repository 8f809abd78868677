//! Perspectives as people read them: what changed, and all of them in order.

use super::{bold, change_of, cut, embed, listed};
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::locale::Voice;
use crate::say;
use crate::service::perspective::Changed;

/// What changed, old → new, and the perspectives as they stand.
pub fn changed(voice: &Voice, changed: &Changed) -> Post {
    let words = voice.words;
    let (name, scorecard) = (bold(&changed.after.name), bold(&changed.scorecard));
    let mut lines = Vec::new();
    match &changed.before {
        None => lines.push(say!(words, "perspective-added", name = name, scorecard = scorecard)),
        Some(before) => {
            lines.push(say!(words, "perspective-edited", name = name, scorecard = scorecard));
            let weight = |weight: crate::domain::weight::Weight| voice.numbers.plain(weight.get());
            let place = |position: i64| (position + 1).to_string();
            lines.extend(change_of(
                words,
                "name",
                &bold(&before.name),
                &bold(&changed.after.name),
            ));
            lines.extend(change_of(
                words,
                "weight",
                &weight(before.weight),
                &weight(changed.after.weight),
            ));
            lines.extend(change_of(
                words,
                "place",
                &place(before.position),
                &place(changed.after.position),
            ));
        }
    }
    lines.push(String::new());
    for (at, one) in changed.all.iter().enumerate() {
        let weight = voice.numbers.plain(one.weight.get());
        lines.push(say!(
            words,
            "perspective-line",
            place = at + 1,
            name = listed(&one.name),
            weight = weight
        ));
    }
    let text = cut(&lines, super::EMBED_TEXT, |count| {
        say!(words, "list-more", count = count)
    });
    Post::default().embed(embed(Status::NoData, text))
}
