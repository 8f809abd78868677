//! The answer to `/help`: what somebody can do here, the nearest thing first.

use super::{cut, embed, listed, start};
use crate::discord::reply::Post;
use crate::domain::score::Status;
use crate::locale::Words;
use crate::say;
use crate::service::help::Situation;

/// How many names are given before they are counted.
const NAMED: usize = 8;

/// In a direct message.
pub fn direct(words: Words) -> Post {
    Post::text(words.say("help-direct", &[]))
}

/// In a server.
pub fn here(words: Words, situation: &Situation) -> Post {
    let mut blocks = vec![words.say("help-what", &[])];
    if situation.scorecards == 0 {
        blocks.push(words.say(
            if situation.administrator {
                "help-start"
            } else {
                "help-start-member"
            },
            &[],
        ));
    } else {
        if !situation.owned.is_empty() {
            let (count, names) = (situation.owned.len(), names(words, &situation.owned));
            blocks.push(say!(words, "help-owner", count = count, names = names));
        }
        let counts = (situation.scorecards, situation.kpis);
        blocks.push(say!(words, "help-member", scorecards = counts.0, kpis = counts.1));
        if !situation.managed.is_empty() {
            let (count, names) = (situation.managed.len(), names(words, &situation.managed));
            blocks.push(say!(words, "help-manager", count = count, names = names));
        }
    }
    if situation.administrator {
        blocks.push(words.say("help-administrator", &[]));
    }
    let text = cut(&blocks, super::EMBED_TEXT, |count| {
        say!(words, "list-more", count = count)
    });
    let post = Post::default().embed(embed(Status::NoData, text.replace('\n', "\n\n")));
    if situation.scorecards == 0 && situation.administrator {
        return post.row(start::ways(words));
    }
    post
}

fn names(words: Words, all: &[String]) -> String {
    let mut names: Vec<String> = all.iter().take(NAMED).map(|name| listed(name)).collect();
    if all.len() > NAMED {
        names.push(say!(words, "list-more", count = all.len() - NAMED));
    }
    names.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(situation: &Situation) -> String {
        let post = here(Words::of("en"), situation);
        serde_json::to_value(&post.embeds[0]).unwrap()["description"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn nobody() -> Situation {
        Situation {
            administrator: false,
            scorecards: 0,
            managed: Vec::new(),
            owned: Vec::new(),
            kpis: 0,
        }
    }

    #[test]
    fn help_says_what_this_person_can_do() {
        let check = |situation: Situation, said: &[&str], unsaid: &[&str]| {
            let text = text(&situation);
            for part in said {
                assert!(text.contains(part), "{part} in {text}");
            }
            for part in unsaid {
                assert!(!text.contains(part), "no {part} in {text}");
            }
        };
        check(
            nobody(),
            &["no scorecard"],
            &["/scorecard template", "/settings", "/log"],
        );
        check(
            Situation {
                administrator: true,
                ..nobody()
            },
            &["/scorecard template", "/settings", "then `/log` takes the first value"],
            &["/checkin"],
        );
        let member = Situation {
            scorecards: 2,
            kpis: 30,
            ..nobody()
        };
        check(
            member.clone(),
            &["/summary", "30 KPIs"],
            &["/log", "/kpi add", "/settings"],
        );
        check(
            Situation {
                owned: vec!["Churn".into()],
                ..member.clone()
            },
            &["/log", "**Churn**"],
            &["/kpi add"],
        );
        check(
            Situation {
                managed: vec!["Acme".into()],
                ..member
            },
            &["/kpi add", "**Acme**"],
            &["/settings"],
        );
    }

    #[test]
    fn help_fits_for_somebody_with_everything() {
        let names = |count: usize| vec!["n".repeat(150); count];
        let situation = Situation {
            administrator: true,
            scorecards: 2_000,
            managed: names(2_000),
            owned: names(3_000),
            kpis: 30_000,
        };
        assert!(text(&situation).encode_utf16().count() <= super::super::EMBED_TEXT);
    }
}
