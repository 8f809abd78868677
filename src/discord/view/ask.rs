//! What somebody is asked for by direct message: prompt, reminder, overdue.

use serenity::all::{CreateEmbed, CreateEmbedFooter};

use super::{EMBED_TEXT, buttons, checkin, cut, embed, initiative};
use crate::discord::reply::Post;
use crate::domain::cycle::Step;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::checkin::Asked;
use crate::service::initiative::Told;

/// How much text initiatives may have beside the values that are asked for.
const INITIATIVES: usize = 1200;

/// The message.
pub fn ask(voice: &Voice, asked: &Asked) -> Post {
    let Some(first) = asked.items.first() else {
        if !asked.initiatives.is_empty() {
            let text = initiatives(voice, &asked.initiatives, EMBED_TEXT);
            return Post::default().embed(named(embed(Status::NoData, text), asked));
        }
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
    let more = if asked.initiatives.is_empty() {
        String::new()
    } else {
        format!("\n\n{}", initiatives(voice, &asked.initiatives, INITIATIVES))
    };
    let room = EMBED_TEXT - heading.encode_utf16().count() - more.encode_utf16().count() - 1;
    let lines = checkin::lines(voice, &asked.items, (Some(first.period), room));
    let text = format!("{heading}\n{lines}{more}");
    let enter = checkin::enter(voice, asked.server, count);
    Post::default()
        .embed(named(embed(status, text), asked))
        .row(buttons(vec![enter]))
}

/// Below it which server it is about; one that spoke before Discord introduced it has no name yet.
fn named(embed: CreateEmbed, asked: &Asked) -> CreateEmbed {
    if asked.server_name.is_empty() {
        return embed;
    }
    embed.footer(CreateEmbedFooter::new(shorten_middle(&asked.server_name, 100)))
}

/// What the person does themselves and is due about now.
fn initiatives(voice: &Voice, due: &[Told], room: usize) -> String {
    let heading = say!(voice.words, "ask-initiatives", count = due.len());
    let next = voice.words.say("ask-initiatives-next", &[]);
    let used = heading.encode_utf16().count() + next.encode_utf16().count() + 2;
    let lines: Vec<String> = due.iter().map(|told| initiative::line(voice, told)).collect();
    let lines = cut(&lines, room - used, |count| {
        say!(voice.words, "list-more", count = count)
    });
    format!("{heading}\n{lines}\n{next}")
}
