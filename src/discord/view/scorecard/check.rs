//! What weakens a scorecard, each with the command that mends it.

use crate::discord::reply::Post;
use crate::discord::view::{EMBED_TEXT, bold, cut, embed, listed};
use crate::domain::score::Status;
use crate::domain::scorecard::MANY_KPIS;
use crate::locale::{Voice, Words};
use crate::say;
use crate::service::scorecard::{LONG_GREEN, Weakness};

/// How many names a point gives before it counts them.
const NAMED: usize = 6;

/// The list, or that there is nothing to mend.
pub fn checked(voice: &Voice, name: &str, found: &[Weakness]) -> Post {
    let words = voice.words;
    if found.is_empty() {
        return Post::text(say!(words, "check-sound", name = bold(name)));
    }
    let mut lines = vec![say!(words, "check-heading", name = bold(name), count = found.len())];
    lines.extend(found.iter().map(|weakness| line(words, weakness)));
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    Post::default().embed(embed(Status::NoData, text))
}

fn line(words: Words, weakness: &Weakness) -> String {
    let names = |key: &str, all: &[String]| say!(words, key, count = all.len(), names = some(words, all));
    match weakness {
        Weakness::ManyKpis(count) => say!(words, "check-many", count = *count, most = MANY_KPIS),
        Weakness::Unmeasured(all) => names("check-unmeasured", all),
        Weakness::Unlinked(all) => names("check-unlinked", all),
        Weakness::OnlyLagging(all) => names("check-only-lagging", all),
        Weakness::Ownerless(all) => names("check-ownerless", all),
        Weakness::NeverUpdated(all) => names("check-never-updated", all),
        Weakness::AlwaysGreen(all) => {
            say!(
                words,
                "check-always-green",
                count = all.len(),
                names = some(words, all),
                periods = LONG_GREEN
            )
        }
        Weakness::Apart => words.say("check-apart", &[]),
        Weakness::FeedsNothing(parent) => say!(words, "check-feeds-nothing", parent = listed(parent)),
    }
}

fn some(words: Words, all: &[String]) -> String {
    let mut names: Vec<String> = all.iter().take(NAMED).map(|name| listed(name)).collect();
    if all.len() > NAMED {
        names.push(say!(words, "list-more", count = all.len() - NAMED));
    }
    names.join(" · ")
}
