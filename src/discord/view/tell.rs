//! What a person is told because somebody else did something that concerns them.

use super::listed;
use crate::discord::reply::Post;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::notice::{TellContent, Told};

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
            let mut names: Vec<String> = kpis.iter().take(NAMED).map(|name| listed(name)).collect();
            if kpis.len() > NAMED {
                names.push(say!(words, "list-more", count = kpis.len() - NAMED));
            }
            say!(
                words,
                "told-handed-over",
                by = escape(by),
                from = escape(from),
                server = server,
                count = kpis.len(),
                kpis = names.join(" · ")
            )
        }
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
