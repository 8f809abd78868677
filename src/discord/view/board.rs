//! The board of a review, as the team channel reads it.

use super::{EMBED_TEXT, bold, cut, embed};
use crate::discord::reply::Post;
use crate::domain::cycle::ReviewState;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, distance, escape, instant};
use crate::say;
use crate::service::review::{BoardContent, Group};

/// How much of a name the board shows.
const NAME: usize = 40;

/// How many names a line holds; the others are counted.
const NAMES: usize = 6;

/// The board.
pub fn board(voice: &Voice, board: &BoardContent) -> Post {
    let words = voice.words;
    let (have, all) = (board.have(), board.expected);
    let percent = (have * 100).checked_div(all).unwrap_or(100);
    let mut lines = vec![say!(
        words,
        "board-heading",
        scorecard = bold(&board.scorecard),
        period = voice.period(board.period, board.fiscal),
        count = have,
        all = all,
        percent = percent
    )];
    lines.push(match board.state {
        ReviewState::Collecting => say!(
            words,
            "board-due",
            due = instant(board.due_at),
            distance = distance(board.due_at)
        ),
        ReviewState::InReview => words.say("board-in-review", &[]),
        ReviewState::Closed => words.say("board-closed", &[]),
    });
    let groups = |key: &'static str, groups: &[Group]| -> Vec<String> {
        let line = |group: &Group| {
            say!(
                words,
                key,
                person = bold(&group.person),
                names = names(voice, &group.kpis)
            )
        };
        groups.iter().map(line).collect()
    };
    lines.extend(groups("board-late", &board.late));
    lines.extend(groups("board-waiting", &board.waiting));
    lines.extend(
        board
            .later
            .iter()
            .map(|(name, at)| say!(words, "board-later", name = short(name), at = instant(*at))),
    );
    lines.extend(groups("board-unexplained", &board.unexplained));
    lines.extend(
        board
            .left_out
            .iter()
            .map(|(name, reason)| say!(words, "board-left-out", name = short(name), reason = escape(reason))),
    );
    lines.extend(groups("board-submitted", &board.submitted));
    let status = if board.late.is_empty() {
        Status::NoData
    } else {
        Status::AtRisk
    };
    let status = if have == all { Status::OnTarget } else { status };
    let more = |count| say!(words, "board-more", count = count);
    Post::default().embed(embed(status, cut(&lines, EMBED_TEXT, more)))
}

fn short(name: &str) -> String {
    escape(&shorten_middle(name, NAME)).into_owned()
}

fn names(voice: &Voice, kpis: &[String]) -> String {
    let mut named: Vec<String> = kpis.iter().take(NAMES).map(|name| short(name)).collect();
    if kpis.len() > NAMES {
        named.push(say!(voice.words, "board-others", count = kpis.len() - NAMES));
    }
    voice.all_of(&named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::{FiscalStart, Period};
    use crate::domain::value::NumberFormat;
    use crate::locale::Words;

    #[test]
    fn the_board_of_a_very_large_review_can_be_sent_and_counts_what_it_leaves_out() {
        let groups = |count: usize| -> Vec<Group> {
            let group = |at: usize| Group {
                person: format!("{}{at}", "*".repeat(90)),
                kpis: vec!["_".repeat(150); 60],
            };
            (0..count).map(group).collect()
        };
        let content = BoardContent {
            scorecard: "~".repeat(150),
            fiscal: FiscalStart::JANUARY,
            period: Period::parse("2026-11", FiscalStart::JANUARY).unwrap(),
            state: ReviewState::Collecting,
            due_at: "2026-12-07T16:00:00Z".parse().unwrap(),
            expected: 240,
            submitted: groups(40),
            waiting: groups(40),
            late: groups(40),
            later: Vec::new(),
            left_out: vec![("_".repeat(150), "`".repeat(300)); 60],
            unexplained: Vec::new(),
        };
        for tag in ["en", "de"] {
            let post = board(&Voice::new(Words::of(tag), NumberFormat::Unset), &content);
            let json = serde_json::to_value(&post.embeds).unwrap();
            let text = json[0]["description"].as_str().unwrap();
            assert!(text.encode_utf16().count() <= EMBED_TEXT, "{tag}");
            assert!(text.lines().last().unwrap().contains('…'), "{tag}: {text}");
        }
    }
}
