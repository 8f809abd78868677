//! The thread of a review's meeting: what it begins with.

use super::summary::{Block, fill, kpi_line};
use super::{NAME_IN_LIST, decision};
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::review::MeetingContent;

/// Discord's limit for the name of a thread.
const THREAD: usize = 100;

/// What the thread is called.
pub fn thread_name(voice: &Voice, meeting: &MeetingContent) -> String {
    let period = voice.period(meeting.period(), meeting.summary.fiscal);
    let name = shorten_middle(&meeting.summary.name, THREAD.saturating_sub(period.chars().count() + 3));
    format!("{name} · {period}")
}

/// What the meeting begins with: what is open, and what is most worth talking about.
pub fn opening(voice: &Voice, meeting: &MeetingContent) -> Post {
    let (words, summary) = (voice.words, &meeting.summary);
    let period = voice.period(meeting.period(), summary.fiscal);
    let mut head = say!(words, "meeting-heading", period = period);
    if let Some(at) = meeting.meeting_at {
        let time = say!(words, "meeting-time", at = instant(at), distance = distance(at));
        head = format!("{head}\n{time}");
    }
    let mut blocks = vec![Block::head(Status::NoData, head)];
    blocks.push(Block {
        status: Status::NoData,
        head: say!(words, "meeting-decisions", count = meeting.decisions.len()),
        lines: meeting
            .decisions
            .iter()
            .map(|told| decision::line(voice, told))
            .collect(),
    });
    let dives = meeting.dives.iter().map(|line| {
        let person = escape(&shorten_middle(&line.answers, NAME_IN_LIST)).into_owned();
        format!("{} · {person}", kpi_line(voice, summary, line))
    });
    if !meeting.dives.is_empty() {
        blocks.push(Block {
            status: Status::AtRisk,
            head: say!(words, "meeting-dives", count = meeting.dives.len()),
            lines: dives.collect(),
        });
    }
    blocks.push(Block::head(Status::NoData, words.say("meeting-next", &[])));
    fill(voice, Post::default(), blocks)
}
