//! What somebody is asked for in another's place: as the deputy, and last of all as the manager.

use crate::discord::view::{checkin, cut, listed};
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::checkin::{AskedOn, DueItem, InPlace};

/// Whether the manager is told of a value, last of all.
pub fn is_last(item: &DueItem) -> bool {
    item.in_place.as_ref().is_some_and(|place| place.last.is_some())
}

/// The one person whose values all of them are, if they are somebody else's.
pub fn only_one(items: &[DueItem]) -> Option<&str> {
    let of = |item: &'_ DueItem| item.in_place.as_ref().map(|place| place.of.as_str().to_owned());
    let first = items.first()?;
    let same = items.iter().all(|item| of(item) == of(first));
    first.in_place.as_ref().filter(|_| same).map(|place| place.of.as_str())
}

/// The values of others, within so many characters.
pub fn block(voice: &Voice, others: &[DueItem], room: usize) -> String {
    let (last, stand_in): (Vec<&DueItem>, Vec<&DueItem>) = others.iter().partition(|item| is_last(item));
    let mut lines = Vec::new();
    if !stand_in.is_empty() {
        lines.push(say!(voice.words, "ask-deputy", count = stand_in.len()));
        let line = |item: &&DueItem| {
            let of = item.in_place.as_ref().map(|place| escape(&place.of).into_owned());
            format!(
                "{} · {}",
                checkin::line(voice, item, (others, None)),
                of.unwrap_or_default()
            )
        };
        lines.extend(stand_in.iter().map(line));
    }
    lines.extend(
        last.iter()
            .filter_map(|item| told(voice, item, item.in_place.as_ref()?)),
    );
    if !last.is_empty() {
        lines.push(say!(voice.words, "ask-last-of-all", count = last.len()));
    }
    cut(&lines, room, |count| say!(voice.words, "checkin-more", count = count))
}

/// `**Training hours** for November is 3 business days late. Leo was asked on 1, 4 and 7 December.`
fn told(voice: &Voice, item: &DueItem, place: &InPlace) -> Option<String> {
    let last = place.last.as_ref()?;
    let late = say!(
        voice.words,
        "ask-late",
        name = listed(item.kpi.name.as_str()),
        period = voice.period(item.period, item.fiscal),
        count = i64::from(last.days_late),
    );
    let one = |asked: &AskedOn| {
        let (person, days) = (escape(&asked.person), voice.days(&asked.days));
        say!(voice.words, "ask-was-asked", person = person, days = days)
    };
    let asked: Vec<String> = last.asked.iter().map(one).collect();
    let asked = if asked.is_empty() {
        say!(voice.words, "ask-not-reached", person = escape(&place.of))
    } else {
        asked.join(" ")
    };
    Some(format!("{late} {asked}"))
}
