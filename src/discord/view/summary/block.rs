//! Blocks of lines as the embeds of one message: each gets its share of the room, and what does not fit is counted.

use super::super::{EMBED_TEXT, cut, embed};
use super::head::perspective_head;
use crate::discord::reply::Post;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::Voice;
use crate::say;
use crate::service::summary::{PerspectiveSummary, Summary};

/// Discord's limit for the embeds of a message.
pub const EMBEDS: usize = 10;

/// Discord's limit for the text of all embeds of a message, with room for what else stands in it.
const ALL_TEXT: usize = 5600;

/// How much of that the scores of the perspectives without a block of their own may take.
const OTHERS_TEXT: usize = 1500;

/// A head with lines below it.
pub struct Block {
    /// What gives it its colour.
    pub status: Status,
    /// What is always said.
    pub head: String,
    /// What is said as far as it fits.
    pub lines: Vec<String>,
}

impl Block {
    /// A head alone.
    pub fn head(status: Status, head: String) -> Self {
        Self {
            status,
            head,
            lines: Vec::new(),
        }
    }

    /// A perspective with what is to be said of it.
    pub fn of(voice: &Voice, summary: &Summary, (perspective, lines): (&PerspectiveSummary, &Lines<'_>)) -> Self {
        Self {
            status: perspective.result.status,
            head: perspective_head(voice, summary, perspective),
            lines: lines(perspective),
        }
    }
}

/// What is to be said of a perspective, a line each.
type Lines<'a> = dyn Fn(&PerspectiveSummary) -> Vec<String> + 'a;

/// A block for each perspective that has KPIs; where there are more than so many, the last block names the others with
/// their scores.
pub fn perspective_blocks(voice: &Voice, summary: &Summary, most: usize, lines: &Lines<'_>) -> Vec<Block> {
    let filled: Vec<_> = summary
        .perspectives
        .iter()
        .filter(|one| !one.lines.is_empty() || !one.feeds.is_empty())
        .collect();
    let full = if filled.len() > most { most - 1 } else { filled.len() };
    let (full, rest) = filled.split_at(full);
    let mut blocks: Vec<Block> = full
        .iter()
        .map(|perspective| Block::of(voice, summary, (perspective, lines)))
        .collect();
    if !rest.is_empty() {
        let heads: Vec<String> = rest.iter().map(|one| perspective_head(voice, summary, one)).collect();
        let heads = cut(&heads, OTHERS_TEXT, |count| {
            say!(voice.words, "summary-more", count = count)
        });
        let others = say!(voice.words, "summary-others", count = rest.len());
        blocks.push(Block::head(Status::NoData, format!("{others}\n{heads}")));
    }
    blocks
}

/// The blocks as embeds. Each takes an even share of what the ones before it left.
pub fn fill(voice: &Voice, mut post: Post, blocks: Vec<Block>) -> Post {
    let heads: usize = blocks.iter().map(|block| length(&block.head) + 1).sum();
    let mut left = ALL_TEXT.saturating_sub(heads);
    let mut waiting = blocks.iter().filter(|block| !block.lines.is_empty()).count();
    for block in blocks {
        let mut text = block.head;
        if !block.lines.is_empty() {
            let share = (left / waiting.max(1)).min(EMBED_TEXT.saturating_sub(length(&text) + 1));
            let more = |count: usize| say!(voice.words, "summary-more", count = count);
            let lines = cut(&block.lines, share, more);
            left = left.saturating_sub(length(&lines));
            waiting -= 1;
            text = format!("{text}\n{lines}");
        }
        post = post.embed(embed(block.status, text));
    }
    post
}

/// The blocks in full, over as many messages as it takes. A block goes on in the next embed, or the next message, line by
/// line.
pub fn block_pages(blocks: Vec<Block>) -> Vec<Post> {
    let mut pages = Pages::default();
    for block in blocks {
        pages.begin(block.status);
        for line in std::iter::once(block.head).chain(block.lines) {
            pages.add(&line);
        }
    }
    pages.end()
}

/// Messages in the making.
#[derive(Default)]
struct Pages {
    done: Vec<Post>,
    page: Post,
    /// How much text the page has, the open embed included.
    used: usize,
    status: Option<Status>,
    text: String,
}

impl Pages {
    fn begin(&mut self, status: Status) {
        self.close_embed();
        self.status = Some(status);
    }

    fn add(&mut self, line: &str) {
        let line = shorten_middle(line, EMBED_TEXT / 2);
        let needed = length(&line) + 1;
        if length(&self.text) + needed > EMBED_TEXT {
            self.close_embed();
        }
        if self.used + needed > ALL_TEXT || self.page.embeds.len() == EMBEDS {
            self.close_embed();
            self.done.push(std::mem::take(&mut self.page));
            self.used = 0;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&line);
        self.used += needed;
    }

    fn close_embed(&mut self) {
        if let Some(status) = self.status.filter(|_| !self.text.is_empty()) {
            let text = std::mem::take(&mut self.text);
            let page = std::mem::take(&mut self.page);
            self.page = page.embed(embed(status, text));
        }
    }

    fn end(mut self) -> Vec<Post> {
        self.close_embed();
        if !self.page.embeds.is_empty() {
            self.done.push(self.page);
        }
        self.done
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}
