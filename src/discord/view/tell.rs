//! What a person is told because somebody else did something that concerns them.

use super::{consent, listed};
use crate::discord::reply::Post;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::notice::{TellContent, Told};
use crate::service::person::Departed;

/// How many KPIs are named before they are counted.
const NAMED: usize = 10;

/// The message.
pub fn told(voice: &Voice, told: &Told) -> Post {
    let words = voice.words;
    let server = escape(&told.server);
    Post::text(match &told.news {
        TellContent::TakenOver {
            scorecard,
            by,
            from,
            reason,
        } => {
            let said = say!(
                words,
                "told-taken-over",
                scorecard = escape(scorecard),
                server = server,
                by = escape(by),
                from = escape(from)
            );
            match reason {
                Some(reason) => format!("{said}\n“{}”", escape(reason)),
                None => said,
            }
        }
        TellContent::HandedOver { by, from, kpis } => {
            say!(
                words,
                "told-handed-over",
                by = escape(by),
                from = escape(from),
                server = server,
                count = kpis.len(),
                kpis = names(voice, kpis)
            )
        }
        TellContent::Consent {
            by,
            names,
            answer,
            linked,
        } => consent::told(words, (by, names), (*answer, *linked)),
        TellContent::MadePrivate {
            by,
            scorecard,
            counts_in,
        } => say!(
            words,
            "told-made-private",
            by = escape(by),
            server = server,
            scorecard = escape(scorecard),
            names = names(voice, counts_in)
        ),
        TellContent::Departed(left) => return departed(voice, told, left),
        TellContent::Away {
            by,
            name,
            from,
            until,
            deputy,
        } => {
            let key = if deputy.is_some() {
                "told-away-deputy"
            } else {
                "told-away"
            };
            say!(
                words,
                key,
                by = escape(by),
                name = escape(name),
                server = server,
                from = voice.day(*from),
                until = voice.day(*until),
                deputy = deputy.as_deref().map(escape).unwrap_or_default()
            )
        }
    })
}

/// Some names, and how many more there are.
fn names(voice: &Voice, all: &[String]) -> String {
    let mut names: Vec<String> = all.iter().take(NAMED).map(|name| listed(name)).collect();
    if all.len() > NAMED {
        names.push(say!(voice.words, "list-more", count = all.len() - NAMED));
    }
    names.join(" · ")
}

/// Somebody left, and what is to be done about what was theirs.
fn departed(voice: &Voice, told: &Told, left: &Departed) -> Post {
    let words = voice.words;
    let (name, server) = (escape(&left.from), escape(&told.server));
    let mut lines = vec![say!(words, "told-departed", name = name, server = server)];
    if !left.kpis.is_empty() {
        let (count, kpis) = (left.kpis.len(), names(voice, &left.kpis));
        lines.push(say!(words, "told-departed-kpis", count = count, kpis = kpis));
        let from = left.user.map_or_else(String::new, |user| format!("<@{user}>"));
        lines.push(say!(words, "told-departed-hand-over", from = from));
    }
    if !left.scorecards.is_empty() {
        let (count, scorecards) = (left.scorecards.len(), names(voice, &left.scorecards));
        lines.push(say!(
            words,
            "told-departed-cards",
            count = count,
            scorecards = scorecards
        ));
    }
    Post::text(lines.join("\n"))
}
