//! Values → messages: what people read, in their words. Loads nothing, decides nothing.

pub mod alert;
pub mod archive;
pub mod ask;
pub mod audit;
pub mod away;
mod board;
pub mod cascade;
pub mod checkin;
pub mod consent;
pub mod decision;
mod digest;
pub mod export;
pub mod forget;
mod formula;
pub mod help;
pub mod history;
pub mod import;
pub mod initiative;
pub mod kpi;
pub mod log;
pub mod map;
mod meeting;
pub mod notice;
pub mod objective;
pub mod person;
pub mod perspective;
pub mod reader;
pub mod reject;
pub mod review;
pub mod scorecard;
pub mod settings;
mod sponsor;
pub mod start;
pub mod summary;
mod tell;
pub mod trend;
pub mod why;
pub mod word;

use rust_decimal::Decimal;
use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbed};

use super::component::Id;
use crate::domain::kpi::Kpi;
use crate::domain::name::shorten_middle;
use crate::domain::score::{Rule, Status, fixed};
use crate::domain::target::{Counts, Gap, attainment, gap};
use crate::locale::{Voice, Words, escape};
use crate::say;

/// Discord's limit for the text of one embed.
const EMBED_TEXT: usize = 4096;

/// The colour of a status.
fn colour(status: Status) -> u32 {
    match status {
        Status::OnTarget => 0x002E_A043,
        Status::AtRisk => 0x00E3_B341,
        Status::OffTarget => 0x00DA_3633,
        Status::NoData | Status::NotApplicable | Status::Unscored => 0x008B_949E,
    }
}

/// An embed in the colour of a status.
fn embed(status: Status, text: impl Into<String>) -> CreateEmbed {
    CreateEmbed::new().colour(colour(status)).description(text)
}

/// A button that leads somewhere.
fn button(id: Id, label: String, style: ButtonStyle) -> CreateButton {
    CreateButton::new(id.to_string()).label(label).style(style)
}

/// A row of buttons.
fn buttons(buttons: Vec<CreateButton>) -> CreateActionRow {
    CreateActionRow::Buttons(buttons)
}

/// `19 🟢 2 🟡 4 🔴 15 ▫️`, without what there is none of.
fn counts(counts: &Counts) -> String {
    let some = Status::ALL.iter().filter(|status| counts.of(**status) > 0);
    let parts: Vec<String> = some
        .map(|status| format!("{} {}", counts.of(*status), status.sign()))
        .collect();
    parts.join(" ")
}

/// A score with its change: `6.1 🟡 at risk (−0.5)`.
fn change(voice: &Voice, change: Option<rust_decimal::Decimal>) -> Option<String> {
    change.map(|change| voice.numbers.change(change, 1))
}

/// How much of a name a list shows.
const NAME_IN_LIST: usize = 70;

/// How far a value is from what it must reach: `96 % of target`, `1.4 points too high`; none where there is no such
/// distance. A percentage that would be rounded to the target and is short of it shows more decimals.
fn distance(voice: &Voice, kpi: &Kpi, value: Decimal, rule: &Rule) -> Option<String> {
    if let Rule::Linear { target, .. } = rule
        && let Some(percent) = attainment(value, *target, kpi.direction)
    {
        let met = percent >= Decimal::ONE_HUNDRED;
        let shown = (0..=4)
            .map(|decimals| fixed(percent, decimals))
            .find(|shown| (*shown >= Decimal::ONE_HUNDRED) == met);
        let shown = shown.unwrap_or(percent);
        let percent = voice.numbers.fixed(shown, shown.scale());
        return Some(say!(voice.words, "value-attainment", percent = percent));
    }
    match gap(value, rule)? {
        Gap::TooHigh(by) => Some(say!(voice.words, "value-too-high", by = voice.gap(kpi, by))),
        Gap::TooLow(by) => Some(say!(voice.words, "value-too-low", by = voice.gap(kpi, by))),
        Gap::Met { .. } => None,
    }
}

/// What a person wrote, in bold.
fn bold(text: &str) -> String {
    format!("**{}**", escape(text))
}

/// A name as a list shows it: in bold, its middle left out where it is long.
fn listed(name: &str) -> String {
    bold(&shorten_middle(name, NAME_IN_LIST))
}

/// What has changed, old → new; none where nothing has.
fn change_of(words: Words, field: &str, before: &str, after: &str) -> Option<String> {
    let field = words.say(&format!("field-{field}"), &[]);
    (before != after).then(|| say!(words, "change-line", field = field, before = before, after = after))
}

/// What a person wrote, or the word for nothing.
fn or_none(words: Words, text: Option<&str>) -> String {
    text.map_or_else(|| words.say("value-none", &[]), |text| escape(text).into_owned())
}

/// As many lines as fit into so many characters; what is left is counted, never silently gone.
fn cut(lines: &[String], most: usize, more: impl Fn(usize) -> String) -> String {
    let length = |text: &str| text.encode_utf16().count() + 1;
    let mut used = 0;
    let mut kept = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let rest = more(lines.len() - at);
        let room = if at + 1 == lines.len() {
            0
        } else {
            length(&more(lines.len()))
        };
        if used + length(line) + room > most {
            kept.push(rest);
            break;
        }
        used += length(line);
        kept.push(line.clone());
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_do_not_fit_are_counted() {
        let more = |count: usize| format!("and {count} more");
        let lines: Vec<String> = (0..5).map(|line| format!("line {line}")).collect();
        assert_eq!(cut(&lines, 100, more), "line 0\nline 1\nline 2\nline 3\nline 4");
        assert_eq!(cut(&lines, 30, more), "line 0\nline 1\nand 3 more");
        assert_eq!(cut(&lines, 1, more), "and 5 more");
        assert_eq!(cut(&[], 1, more), "");
    }

    #[test]
    fn a_list_never_outgrows_its_room() {
        let lines: Vec<String> = (0..60).map(|line| format!("{line} {}", "n".repeat(150))).collect();
        for most in 20..5_000 {
            let cut = cut(&lines, most, |count| format!("and {count} more"));
            assert!(cut.len() <= most, "{most}");
        }
    }
}
