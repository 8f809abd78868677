//! The perspective summary: a headline, a block for each perspective, or one perspective's KPIs in full.

use serenity::all::{ButtonStyle, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use super::{EMBED_TEXT, button, buttons, change, counts, embed};
use crate::discord::component::{Id, Span};
use crate::discord::reply::Post;
use crate::domain::id::PerspectiveId;
use crate::domain::name::shorten_middle;
use crate::domain::period::Period;
use crate::domain::reading::View;
use crate::domain::rollup::Rollup;
use crate::domain::score::Status;
use crate::locale::{Voice, escape};
use crate::say;
use crate::service::summary::{Line, PerspectiveSummary, Posted, Summary};

/// Discord's limit for the text of all embeds of a message, with room for what else stands in it.
const ALL_TEXT: usize = 5600;

/// The answer to `/summary`, with its buttons.
pub fn shown(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Post {
    let mut post = content(voice, summary, chosen);
    if summary.perspectives.len() > 1 {
        post = post.row(perspectives(voice, summary, chosen));
    }
    post.row(buttons(turning(voice, summary, chosen)))
}

/// A summary that somebody posted.
pub fn posted(voice: &Voice, posted: &Posted) -> Post {
    let mut post = content(voice, &posted.summary, posted.perspective);
    post.content = say!(voice.words, "summary-posted-by", name = escape(&posted.by));
    post
}

fn content(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Post {
    let one = summary
        .perspectives
        .iter()
        .find(|perspective| Some(perspective.id) == chosen);
    match one {
        Some(perspective) => Post::default().embed(embed(
            perspective.result.status,
            fit(
                voice,
                vec![title(voice, summary), perspective_head(voice, summary, perspective)],
                &perspective_lines(voice, summary, perspective, usize::MAX),
                EMBED_TEXT,
            ),
        )),
        None => whole(voice, summary),
    }
}

/// Every perspective with its KPIs, as many as fit.
fn whole(voice: &Voice, summary: &Summary) -> Post {
    let head = headline(voice, summary);
    let mut left = ALL_TEXT.saturating_sub(head.chars().count());
    let mut post = Post::default().embed(embed(summary.result.status, head));
    let filled: Vec<_> = summary
        .perspectives
        .iter()
        .filter(|one| !one.lines.is_empty())
        .take(9)
        .collect();
    let blocks = filled.len();
    for (at, perspective) in filled.into_iter().enumerate() {
        let share = (left / (blocks - at).max(1)).min(EMBED_TEXT);
        let lines = perspective_lines(voice, summary, perspective, usize::MAX);
        let text = fit(
            voice,
            vec![perspective_head(voice, summary, perspective)],
            &lines,
            share,
        );
        left = left.saturating_sub(text.chars().count());
        post = post.embed(embed(perspective.result.status, text));
    }
    post
}

/// Lines below a head, as many as fit into so many characters; the rest is counted, never silently gone.
pub fn fit(voice: &Voice, mut head: Vec<String>, lines: &[String], most: usize) -> String {
    const ROOM: usize = 40;
    let mut used: usize = head.iter().map(|line| line.chars().count() + 1).sum();
    for (at, line) in lines.iter().enumerate() {
        let length = line.chars().count() + 1;
        let last = at + 1 == lines.len();
        if used + length + if last { 0 } else { ROOM } > most {
            head.push(say!(voice.words, "summary-more", count = lines.len() - at));
            break;
        }
        used += length;
        head.push(line.clone());
    }
    head.join("\n")
}

/// `Acme · November 2026`, the view named.
fn title(voice: &Voice, summary: &Summary) -> String {
    let period = voice.period(summary.period, summary.fiscal);
    let key = match (summary.view, summary.running) {
        (View::Period, false) => "summary-title",
        (View::Period, true) => "summary-title-running",
        (View::YearToDate, false) => "summary-title-ytd",
        (View::YearToDate, true) => "summary-title-ytd-running",
    };
    say!(voice.words, key, name = escape(&summary.name), period = period)
}

/// `**Acme · November 2026: 6.1** 🟡 at risk (−0.5) · 13 🟢 3 🟡 2 🔴 2 ⚪ · 92 % of the weight is in`.
pub fn headline(voice: &Voice, summary: &Summary) -> String {
    let title = title(voice, summary);
    if summary.running {
        let kind = voice.kind(summary.period.kind());
        return say!(voice.words, "summary-running", name = title, kind = kind);
    }
    let heading = if summary.result.level.is_some() {
        format!("{title}:")
    } else {
        title
    };
    let mut parts = vec![scored(voice, &heading, &summary.result)];
    if let Some(change) = change(voice, summary.change) {
        let before = voice.period(summary.period.prev(), summary.fiscal);
        parts.push(say!(
            voice.words,
            "summary-change-from",
            change = change,
            period = before
        ));
    }
    parts.push(counts(&summary.result.counts));
    parts.extend(coverage(voice, &summary.result));
    let (scored, all) = (summary.scored_perspectives(), summary.perspectives.len());
    if scored < all {
        let without = summary.perspectives.iter().filter(|one| one.result.level.is_none());
        let names: Vec<String> = without.map(|one| escape(&one.name).into_owned()).collect();
        parts.push(say!(
            voice.words,
            "summary-from",
            scored = scored,
            all = all,
            names = names.join(", ")
        ));
    }
    if summary.result.counts.total() == 0 {
        parts.push(voice.words.say("summary-empty", &[]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// `**Customer 3.1** 🔴 off target (−1.6) · 4 of 5 KPIs`.
pub fn perspective_head(voice: &Voice, summary: &Summary, perspective: &PerspectiveSummary) -> String {
    if summary.running {
        return format!("**{}**", escape(&perspective.name));
    }
    let mut parts = vec![scored(voice, &escape(&perspective.name), &perspective.result)];
    parts.extend(change(voice, perspective.change));
    parts.push(counts(&perspective.result.counts));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A bold name with its score and status, and what is to be said about them.
fn scored(voice: &Voice, name: &str, result: &Rollup) -> String {
    let Some(level) = result.level else {
        return say!(voice.words, "summary-no-score", name = name);
    };
    let score = voice.score(level);
    let status = voice.status(result.status);
    let key = match (result.provisional, result.held) {
        (true, _) => "summary-provisional",
        (false, true) => "summary-held",
        (false, false) => "summary-scored",
    };
    say!(
        voice.words,
        key,
        name = name,
        score = score,
        status = status,
        sign = result.status.sign()
    )
}

fn coverage(voice: &Voice, result: &Rollup) -> Option<String> {
    let coverage = result.coverage?;
    let percent = voice.numbers.fixed(coverage * rust_decimal::Decimal::ONE_HUNDRED, 0);
    Some(say!(voice.words, "summary-coverage", percent = percent))
}

/// The KPIs of a perspective, a line each.
fn perspective_lines(voice: &Voice, summary: &Summary, perspective: &PerspectiveSummary, most: usize) -> Vec<String> {
    perspective
        .lines
        .iter()
        .take(most)
        .map(|line| kpi_line(voice, summary, line))
        .collect()
}

/// `🔴 **Customer churn** 3.4 % · target 2.0 % · +1.1 points`.
pub fn kpi_line(voice: &Voice, summary: &Summary, line: &Line) -> String {
    let sign = line.status.unwrap_or(Status::NoData).sign();
    let name = escape(line.kpi.name.as_str()).into_owned();
    let mut parts = vec![match (&line.value, &line.reason) {
        (Some(value), _) => {
            let value = voice.value(&line.kpi, *value, line.rule.as_ref());
            say!(voice.words, "summary-line", sign = sign, name = name, value = value)
        }
        (None, Some(reason)) => {
            say!(
                voice.words,
                "summary-line-not-applicable",
                sign = sign,
                name = name,
                reason = escape(reason)
            )
        }
        (None, None) if line.to_date => say!(voice.words, "summary-line-open", sign = sign, name = name),
        (None, None) => {
            say!(
                voice.words,
                "summary-line-waiting",
                sign = sign,
                name = name,
                person = escape(&line.answers)
            )
        }
    }];
    parts.extend(line.rule.map(|rule| {
        say!(
            voice.words,
            "summary-line-target",
            target = voice.target(&line.kpi, &rule)
        )
    }));
    parts.extend(moved(voice, line));
    parts.extend(line.as_of.map(|of| {
        say!(
            voice.words,
            "summary-line-as-of",
            period = voice.period(of, summary.fiscal)
        )
    }));
    if line.to_date && !summary.running {
        parts.push(voice.words.say("summary-line-to-date", &[]));
    }
    if line.parts > 1 && !line.missing.is_empty() {
        let have = line.parts - line.missing.len();
        parts.push(say!(voice.words, "summary-line-parts", have = have, all = line.parts));
    }
    parts.join(" · ")
}

/// How far a value moved from the period before: `+1.1 points`.
pub fn moved(voice: &Voice, line: &Line) -> Option<String> {
    let (value, previous) = (line.value?, line.previous?);
    if value == previous || line.as_of.is_some() || line.kpi.direction == crate::domain::kpi::Direction::YesNo {
        return None;
    }
    let sign = if value > previous { '+' } else { '\u{2212}' };
    Some(format!("{sign}{}", voice.gap(&line.kpi, value - previous)))
}

fn perspectives(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> CreateActionRow {
    let all = CreateSelectMenuOption::new(voice.words.say("summary-select-all", &[]), "0")
        .default_selection(chosen.is_none());
    let mut options = vec![all];
    options.extend(summary.perspectives.iter().take(24).map(|perspective| {
        CreateSelectMenuOption::new(shorten_middle(&perspective.name, 100), perspective.id.to_string())
            .default_selection(Some(perspective.id) == chosen)
    }));
    // A select of its own id: the chosen value says which perspective.
    let id = format!("{}:select", id(summary, summary.period, None));
    CreateActionRow::SelectMenu(
        CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder(voice.words.say("summary-select", &[])),
    )
}

fn turning(voice: &Voice, summary: &Summary, chosen: Option<PerspectiveId>) -> Vec<serenity::all::CreateButton> {
    let (before, after) = (summary.period.prev(), summary.period.next());
    let short = |period: Period| voice.period(period, summary.fiscal);
    let mut row = vec![button(
        id(summary, before, chosen),
        format!("◀ {}", short(before)),
        ButtonStyle::Secondary,
    )];
    if !summary.running {
        row.push(button(
            id(summary, after, chosen),
            format!("{} ▶", short(after)),
            ButtonStyle::Secondary,
        ));
        let post = Id::Post {
            card: summary.scorecard,
            period: Span::from(summary.period),
            view: summary.view,
            perspective: chosen,
        };
        row.push(button(
            post,
            voice.words.say("summary-button-post", &[]),
            ButtonStyle::Primary,
        ));
    }
    row
}

fn id(summary: &Summary, period: Period, perspective: Option<PerspectiveId>) -> Id {
    Id::Summary {
        card: summary.scorecard,
        period: Span::from(period),
        view: summary.view,
        perspective,
    }
}
