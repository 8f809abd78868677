//! What somebody is asked for by direct message: prompt, reminder, overdue.

use super::{buttons, checkin, embed};
use crate::discord::reply::Post;
use crate::domain::cycle::Step;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::checkin::Asked;

/// The message.
pub fn ask(voice: &Voice, asked: &Asked) -> Post {
    if asked.items.is_empty() {
        let said = say!(voice.words, "ask-done", server = escape(&asked.server_name));
        return Post::default().embed(embed(Status::OnTarget, said));
    }
    let key = match asked.rung {
        Step::Prompt | Step::Digest | Step::Close => "ask-prompt",
        Step::Remind => "ask-remind",
        Step::Overdue => "ask-overdue",
    };
    let status = if asked.rung == Step::Overdue {
        Status::AtRisk
    } else {
        Status::NoData
    };
    let count = asked.items.len();
    let period = asked
        .items
        .first()
        .map(|item| voice.period(item.period, item.fiscal))
        .unwrap_or_default();
    let heading = say!(
        voice.words,
        key,
        count = count,
        period = period,
        server = escape(&asked.server_name)
    );
    let text = format!("{heading}\n{}", checkin::list(voice, &asked.items));
    let enter = checkin::enter(voice, asked.server, count);
    Post::default().embed(embed(status, text)).row(buttons(vec![enter]))
}
