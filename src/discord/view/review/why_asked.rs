//! Why somebody was asked for a value, or was not.

use super::step;
use crate::discord::reply::Post;
use crate::discord::view::{EMBED_TEXT, bold, cut, embed};
use crate::domain::score::Status as Signal;
use crate::locale::{Voice, day, distance, escape, instant};
use crate::say;
use crate::service::review::{Account, Accounts, How, Reached, Rung, Silence};

/// Why somebody was asked for values, or was not.
pub fn why_asked(voice: &Voice, accounts: &Accounts) -> Post {
    let words = voice.words;
    let mut lines = Vec::new();
    for account in &accounts.accounts {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(heading(voice, account));
        lines.extend(account.silence.iter().map(|silence| reason(voice, account, silence)));
        lines.extend(account.steps.iter().flat_map(|rung| rungs(voice, rung)));
    }
    if accounts.accounts.is_empty() {
        let person = escape(accounts.about.as_deref().unwrap_or_default()).into_owned();
        lines.push(say!(words, "why-asked-none", person = person));
    }
    if accounts.more > 0 {
        lines.push(say!(words, "why-asked-more", count = accounts.more));
    }
    let more = |count| say!(words, "list-more", count = count);
    Post::default().embed(embed(Signal::NoData, cut(&lines, EMBED_TEXT, more)))
}

fn heading(voice: &Voice, account: &Account) -> String {
    let words = voice.words;
    let kpi = bold(account.kpi.name.as_str());
    let period = voice.period(account.period, account.fiscal);
    let Some(answers) = &account.answers else {
        return say!(words, "why-asked-kpi", kpi = kpi, period = period);
    };
    let person = escape(&answers.name).into_owned();
    match &answers.instead_of {
        Some((owner, None)) => say!(
            words,
            "why-asked-left",
            kpi = kpi,
            period = period,
            person = person,
            owner = escape(owner)
        ),
        Some((owner, Some(until))) => say!(
            words,
            "why-asked-in-place",
            kpi = kpi,
            period = period,
            person = person,
            owner = escape(owner),
            day = voice.day(*until)
        ),
        None if answers.ownerless => say!(
            words,
            "why-asked-ownerless",
            kpi = kpi,
            period = period,
            person = person,
            scorecard = bold(&account.scorecard)
        ),
        None => say!(words, "why-asked-owner", kpi = kpi, period = period, person = person),
    }
}

fn reason(voice: &Voice, account: &Account, silence: &Silence) -> String {
    let words = voice.words;
    let period = |period| voice.period(period, account.fiscal);
    match silence {
        Silence::Archived(since) => say!(words, "why-asked-archived", day = voice.day(*since)),
        Silence::Computed => words.say("why-asked-computed", &[]),
        Silence::Before(first) => say!(words, "why-asked-before", period = period(*first)),
        Silence::OtherFrequency(next, review) => say!(
            words,
            "why-asked-frequency",
            period = period(*next),
            review = period(*review)
        ),
        Silence::In(by, at) => say!(words, "why-asked-in", person = escape(by), at = instant(*at)),
        Silence::NotApplicable(by, at, reason) => say!(
            words,
            "why-asked-not-applicable",
            person = escape(by),
            at = instant(*at),
            reason = escape(reason)
        ),
        Silence::Carried => words.say("why-asked-carried", &[]),
        Silence::KnownOn(at) => say!(words, "why-asked-known", day = day(*at)),
        Silence::Running(at) => say!(words, "why-asked-running", day = day(*at)),
        Silence::NotOpen(at) => say!(words, "why-asked-not-open", at = instant(*at)),
        Silence::Closed => words.say("why-asked-closed", &[]),
        Silence::Weekly => words.say("why-asked-weekly", &[]),
        Silence::Away(person, until, other) => say!(
            words,
            "why-asked-away",
            person = escape(person),
            day = voice.day(*until),
            other = escape(other)
        ),
        Silence::Deputy(person) => say!(words, "why-asked-deputy", person = escape(person)),
        Silence::Last(person) => say!(words, "why-asked-last", person = escape(person)),
        Silence::NotTheirs(person) => say!(words, "why-asked-not-theirs", person = escape(person)),
        Silence::NoReader(person) => say!(words, "why-asked-no-reader", person = escape(person)),
    }
}

fn rungs(voice: &Voice, rung: &Rung) -> Vec<String> {
    let words = voice.words;
    let what = step(words, rung.step);
    let mut lines = match &rung.how {
        How::Told(told) => told
            .iter()
            .map(|(person, reached)| {
                let (key, at) = match *reached {
                    Reached::Direct(at) => ("why-asked-direct", Some(at)),
                    Reached::Joined(at) => ("why-asked-joined", Some(at)),
                    Reached::PutOff(at) => ("why-asked-put-off", Some(at)),
                    Reached::Channel(at) => ("why-asked-channel", Some(at)),
                    Reached::Nowhere => ("why-asked-nowhere", None),
                    Reached::Waits => ("why-asked-waits", None),
                };
                let at = at.map(instant).unwrap_or_default();
                say!(words, key, step = what.clone(), person = escape(person), at = at)
            })
            .collect(),
        How::TooLate(came_at) => vec![say!(words, "why-asked-too-late", step = what, at = instant(*came_at))],
        How::Coming(names) => {
            let names: Vec<String> = names.iter().map(|name| escape(name).into_owned()).collect();
            vec![say!(
                words,
                "why-asked-coming",
                step = what,
                person = voice.all_of(&names),
                at = instant(rung.at),
                distance = distance(rung.at)
            )]
        }
    };
    if let (Some(planned), Some(line)) = (rung.moved_from, lines.last_mut()) {
        let moved = say!(words, "why-asked-moved", at = instant(planned));
        *line = format!("{line} {moved}");
    }
    lines
}
