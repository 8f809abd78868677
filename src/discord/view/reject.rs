//! A *not applicable* that was rejected: for who did it, and for who answers for the value.

use serenity::all::ButtonStyle;

use super::{button, buttons, checkin, embed};
use crate::discord::component::Id;
use crate::discord::reply::Post;
use crate::domain::id::ServerId;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::actual::{Rejected, RejectedContent};

/// The answer to who rejected it.
pub fn rejected(voice: &Voice, server: ServerId, rejected: &Rejected) -> Post {
    let mut lines = vec![say!(
        voice.words,
        "reject-done",
        name = escape(rejected.kpi.name.as_str()),
        period = voice.period(rejected.period, rejected.fiscal),
        was = escape(&rejected.was)
    )];
    let told = rejected
        .told
        .as_deref()
        .map(|name| say!(voice.words, "reject-told", person = escape(name)));
    lines.extend(told);
    let undo = Id::Undo {
        entered: rejected.entered,
        server: Some(server),
    };
    let undo = button(undo, voice.words.say("log-button-undo", &[]), ButtonStyle::Secondary);
    Post::default()
        .embed(embed(Status::NoData, lines.join("\n")))
        .row(buttons(vec![undo]))
}

/// What the person who answers for the value reads.
pub fn told(voice: &Voice, server: ServerId, content: &RejectedContent) -> Post {
    let mut lines = vec![say!(
        voice.words,
        "reject-notice",
        name = escape(&content.kpi),
        period = voice.period(content.period, content.fiscal),
        was = escape(&content.was),
        by = escape(&content.by)
    )];
    lines.extend(content.reason.as_deref().map(|reason| format!("“{}”", escape(reason))));
    let label = content.period.label(content.fiscal);
    lines.push(say!(
        voice.words,
        "reject-next",
        key = escape(&content.key),
        label = label
    ));
    Post::default()
        .embed(embed(Status::NoData, lines.join("\n")))
        .row(buttons(vec![checkin::enter(voice, server, 1)]))
}
