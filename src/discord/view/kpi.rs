//! KPIs as people read them: one in full, a scorecard's list, and what changed, old → new.

mod target;
mod values;
mod yearly;

use super::person::{who, who_or_none};
use super::{EMBED_TEXT, bold, change_of, cut, embed, formula, initiative, listed as short, or_none};
use crate::discord::reply::Post;
use crate::domain::kpi::Kpi;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::kpi::{Edited, Shown};
use crate::service::person::Who;

use values::{last_values, state, status, value};

pub use target::target_set;

/// How many of the initiatives about a KPI are named before they are counted.
const ACTIONS: usize = 5;

/// A KPI that was added, and what comes next.
pub fn added(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    let said = say!(
        words,
        "kpi-added",
        name = bold(kpi.name.as_str()),
        key = kpi.key.as_str(),
        objective = bold(&shown.objective),
        scorecard = bold(&shown.scorecard)
    );
    let mut lines = vec![said, traits(voice, kpi), people(voice, shown)];
    lines.extend(target::listed(voice, shown));
    lines.extend(formula::lines(voice, shown));
    lines.push(match shown.latest().filter(|_| shown.placed.computed) {
        Some(held) => state(voice, shown, &held),
        None if shown.placed.computed => words.say("kpi-no-values", &[]),
        None => say!(words, "kpi-next", key = kpi.key.as_str()),
    });
    Post::text(lines.join("\n"))
}

/// What changed, old → new; with the running period's red flag where it is assumed from what changed.
pub fn edited(voice: &Voice, edited: &Edited) -> Post {
    let words = voice.words;
    let (before, after) = (&edited.before, &edited.after);
    let (old, new) = (&before.placed.kpi, &after.placed.kpi);
    let unit = |kpi: &Kpi| or_none(words, Some(kpi.unit.as_str()).filter(|unit| !unit.is_empty()));
    let weight = |shown: &Shown| voice.numbers.plain(shown.placed.weight.get());
    let baseline = |kpi: &Kpi| {
        kpi.baseline
            .map_or_else(|| or_none(words, None), |number| voice.mark(kpi, number))
    };
    let person = |someone: &Option<Who>| who_or_none(words, someone.as_ref());
    let yes_no = |yes: bool| words.say(if yes { "value-yes" } else { "value-no" }, &[]);
    let known_on = |kpi: &Kpi| say!(words, "kpi-available-day", day = kpi.available_on.unwrap_or(1));
    let mut lines = vec![say!(words, "kpi-edited", name = bold(new.name.as_str()))];
    let changes = [
        ("name", bold(old.name.as_str()), bold(new.name.as_str())),
        ("objective", bold(&before.objective), bold(&after.objective)),
        ("owner", person(&before.owner), person(&after.owner)),
        ("deputy", person(&before.deputy), person(&after.deputy)),
        ("weight", weight(before), weight(after)),
        ("unit", unit(old), unit(new)),
        ("decimals", old.decimals.to_string(), new.decimals.to_string()),
        ("direction", direction(voice, old), direction(voice, new)),
        ("frequency", frequency(voice, old), frequency(voice, new)),
        ("aggregation", aggregation(voice, old), aggregation(voice, new)),
        ("indicator", indicator(voice, old), indicator(voice, new)),
        ("baseline", baseline(old), baseline(new)),
        ("best-possible", yes_no(old.best_possible), yes_no(new.best_possible)),
        ("carry-forward", yes_no(old.carry_forward), yes_no(new.carry_forward)),
        ("entered-ytd", yes_no(old.entered_ytd), yes_no(new.entered_ytd)),
        ("available-on", known_on(old), known_on(new)),
    ];
    lines.extend(
        changes
            .iter()
            .filter_map(|(field, before, after)| change_of(words, field, before, after)),
    );
    if let Some(change) = formula::change(voice, before, after) {
        lines.push(change);
        lines.extend(after.latest().map(|held| state(voice, after, &held)));
        lines.extend(formula::lines(voice, after));
    }
    lines.extend(target::red_flag_moved(voice, edited));
    lines.extend(target::consequences(voice, after, (&edited.past, &edited.restated)));
    Post::text(lines.join("\n"))
}

/// KPIs that have a new owner, all at once.
pub fn all_handed_over(voice: &Voice, all: &[(Shown, Shown)]) -> Post {
    let words = voice.words;
    let line = |(before, after): &(Shown, Shown)| {
        let (from, to) = (
            who_or_none(words, before.owner.as_ref()),
            who_or_none(words, after.owner.as_ref()),
        );
        let name = bold(after.placed.kpi.name.as_str());
        say!(words, "kpi-handed-over", name = name, before = from, after = to)
    };
    let lines: Vec<String> = all.iter().map(line).collect();
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    Post::default().embed(embed(Status::NoData, text))
}

/// A KPI that has a new owner.
pub fn handed_over(voice: &Voice, before: &Shown, after: &Shown) -> Post {
    let words = voice.words;
    let name = bold(after.placed.kpi.name.as_str());
    let (from, to) = (
        who_or_none(words, before.owner.as_ref()),
        who_or_none(words, after.owner.as_ref()),
    );
    Post::text(say!(words, "kpi-handed-over", name = name, before = from, after = to))
}

/// A KPI in full.
pub fn shown(voice: &Voice, shown: &Shown) -> Post {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    let place = [escape(&shown.objective), escape(&shown.scorecard)].join(" · ");
    let mut lines = vec![format!("{} `{}` · {place}", bold(kpi.name.as_str()), kpi.key)];
    let latest = shown.latest();
    lines.push(match &latest {
        Some(held) => state(voice, shown, held),
        None => words.say("kpi-no-values", &[]),
    });
    lines.extend(last_values(voice, shown));
    lines.extend(yearly::heading_for(voice, shown));
    lines.extend(initiative::actions(voice, &shown.initiatives, ACTIONS));
    lines.push(String::new());
    lines.extend(formula::lines(voice, shown));
    lines.push(traits(voice, kpi));
    lines.push(people(voice, shown));
    lines.push(say!(
        words,
        "kpi-weight",
        weight = voice.numbers.plain(shown.placed.weight.get())
    ));
    lines.extend(
        kpi.baseline
            .map(|number| say!(words, "kpi-baseline", value = voice.mark(kpi, number))),
    );
    lines.push(String::new());
    lines.extend(target::listed(voice, shown));
    lines.extend(yearly::listed(voice, shown));
    lines.extend(target::afterwards(voice, shown));
    let status = latest.as_ref().map_or(Status::NoData, status);
    let text = cut(&lines, EMBED_TEXT, |count| say!(words, "list-more", count = count));
    Post::default().embed(embed(status, text))
}

/// The KPIs of a scorecard below their objectives.
pub fn listed(voice: &Voice, scorecard: &str, all: &[Shown]) -> Post {
    let words = voice.words;
    if all.is_empty() {
        return Post::text(say!(words, "kpi-none", scorecard = bold(scorecard)));
    }
    let mut blocks: Vec<(String, Vec<String>)> = Vec::new();
    for shown in all {
        let heading = format!("__{}__", escape(&shown.objective));
        match blocks.last_mut().filter(|(last, _)| *last == heading) {
            Some((_, lines)) => lines.push(line(voice, shown)),
            None => blocks.push((heading, vec![line(voice, shown)])),
        }
    }
    let lines: Vec<String> = blocks
        .into_iter()
        .flat_map(|(heading, mut lines)| {
            // A heading stays with its first KPI, so that what is cut off counts KPIs.
            if let Some(first) = lines.first_mut() {
                *first = format!("{heading}\n{first}");
            }
            lines
        })
        .collect();
    let heading = say!(words, "kpi-list", scorecard = bold(scorecard), count = all.len());
    let room = EMBED_TEXT - heading.encode_utf16().count() - 1;
    let text = cut(&lines, room, |count| say!(words, "kpi-more", count = count));
    Post::default().embed(embed(Status::NoData, format!("{heading}\n{text}")))
}

/// `🔴 **Customer churn** 3.4 % · Nov 2026 · Maria`.
fn line(voice: &Voice, shown: &Shown) -> String {
    let words = voice.words;
    let kpi = &shown.placed.kpi;
    let latest = shown.latest();
    let sign = latest.as_ref().map_or(Status::NoData, status).sign();
    let value = latest.map_or_else(
        || words.say("kpi-no-value", &[]),
        |held| {
            format!(
                "{} · {}",
                value(voice, kpi, &held),
                voice.period(held.period, shown.fiscal)
            )
        },
    );
    let owner = match &shown.owner {
        Some(owner) => who(words, owner),
        None => words.say("kpi-no-owner", &[]),
    };
    format!("{sign} {} `{}` {value} · {owner}", short(kpi.name.as_str()), kpi.key)
}

/// `Monthly · lower is better · lagging · longer periods take the last value`.
fn traits(voice: &Voice, kpi: &Kpi) -> String {
    let mut parts = vec![
        direction(voice, kpi),
        frequency(voice, kpi),
        indicator(voice, kpi),
        aggregation(voice, kpi),
    ];
    if kpi.best_possible {
        parts.push(voice.words.say("kpi-best-possible", &[]));
    }
    if kpi.carry_forward {
        parts.push(voice.words.say("kpi-carry-forward", &[]));
    }
    if kpi.entered_ytd {
        parts.push(voice.words.say("kpi-entered-ytd", &[]));
    }
    parts.extend(
        kpi.available_on
            .map(|day| say!(voice.words, "kpi-available-on", day = day)),
    );
    parts.join(" · ")
}

fn people(voice: &Voice, shown: &Shown) -> String {
    let words = voice.words;
    let mut parts = vec![match &shown.owner {
        Some(owner) => say!(words, "kpi-owner", name = who(words, owner)),
        None => words.say("kpi-ownerless", &[]),
    }];
    parts.extend(
        shown
            .deputy
            .as_ref()
            .map(|deputy| say!(words, "kpi-deputy", name = who(words, deputy))),
    );
    parts.join(" · ")
}

fn direction(voice: &Voice, kpi: &Kpi) -> String {
    voice.words.say(&format!("direction-{}", kpi.direction), &[])
}

fn frequency(voice: &Voice, kpi: &Kpi) -> String {
    voice.words.say(&format!("frequency-{}", kpi.frequency.noun()), &[])
}

fn aggregation(voice: &Voice, kpi: &Kpi) -> String {
    voice.words.say(&format!("aggregation-{}", kpi.aggregation), &[])
}

fn indicator(voice: &Voice, kpi: &Kpi) -> String {
    voice.words.say(&format!("indicator-{}", kpi.indicator), &[])
}

#[cfg(test)]
mod tests;
