//! What somebody is asked for by direct message: prompt, reminder, overdue.

use serenity::all::CreateEmbedFooter;

use super::{EMBED_TEXT, buttons, checkin, embed};
use crate::discord::reply::Post;
use crate::domain::cycle::Step;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::checkin::Asked;

/// The message.
pub fn ask(voice: &Voice, asked: &Asked) -> Post {
    let Some(first) = asked.items.first() else {
        let said = say!(voice.words, "ask-done", server = escape(&asked.server_name));
        return Post::default().embed(embed(Status::OnTarget, said));
    };
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
    let heading = say!(
        voice.words,
        key,
        count = count,
        period = voice.period(first.period, first.fiscal),
        due = instant(first.due_at),
        distance = distance(first.due_at),
    );
    let room = EMBED_TEXT - heading.encode_utf16().count() - 1;
    let lines = checkin::lines(voice, &asked.items, (Some(first.period), room));
    let text = format!("{heading}\n{lines}");
    let enter = checkin::enter(voice, asked.server, count);
    let mut embed = embed(status, text);
    // A server that spoke before Discord introduced it has no name yet.
    if !asked.server_name.is_empty() {
        embed = embed.footer(CreateEmbedFooter::new(shorten_middle(&asked.server_name, 100)));
    }
    Post::default().embed(embed).row(buttons(vec![enter]))
}
