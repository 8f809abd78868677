//! A KPI in one line.

use super::super::{NAME_IN_LIST, change, formula};
use crate::domain::kpi::Direction;
use crate::domain::name::shorten_middle;
use crate::domain::score::Status;
use crate::locale::{Voice, day, escape};
use crate::say;
use crate::service::summary::{FeedLine, Line, PerspectiveSummary, Summary};

/// How much of a reason a line shows.
const REASON_IN_LINE: usize = 100;

/// The KPIs of a perspective, a line each.
pub fn kpi_lines(voice: &Voice, summary: &Summary, perspective: &PerspectiveSummary) -> Vec<String> {
    let lines = perspective.lines.iter().map(|line| kpi_line(voice, summary, line));
    let feeds = perspective.feeds.iter().map(|feed| feed_line(voice, summary, feed));
    lines.chain(feeds).collect()
}

/// `🟢 **Win deals** 7.4 · Sales · +0.3`: what feeds an objective of the perspective.
fn feed_line(voice: &Voice, summary: &Summary, feed: &FeedLine) -> String {
    let words = voice.words;
    let name = shorten_middle(&feed.name, NAME_IN_LIST);
    let scorecard = shorten_middle(&feed.scorecard, NAME_IN_LIST);
    let score = feed.result.level.map(|level| voice.score(level));
    // A private scorecard is not named.
    let key = if scorecard.is_empty() {
        "summary-feed-private"
    } else {
        "summary-feed"
    };
    let mut parts = vec![say!(
        words,
        key,
        sign = feed.result.status.sign(),
        name = escape(&name),
        scorecard = escape(&scorecard),
        score = score.unwrap_or_else(|| words.say("summary-feed-no-score", &[]))
    )];
    parts.extend(change(voice, feed.change));
    if feed.of.end_day() < summary.period.end_day() && feed.of.kind() >= summary.period.kind() {
        let period = voice.period(feed.of, feed.fiscal);
        parts.push(say!(words, "summary-line-as-of", period = period));
    }
    parts.join(" · ")
}

/// `🔴 **Customer churn** 3.4 % · target 2.0 % · +1.1 points`.
pub fn kpi_line(voice: &Voice, summary: &Summary, line: &Line) -> String {
    let mut parts = vec![stand(voice, line)];
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
    parts.extend(line.carried.map(|from| {
        say!(
            voice.words,
            "summary-line-carried",
            period = voice.period(from, summary.fiscal)
        )
    }));
    parts.extend(line.outlook.map(|outlook| {
        say!(
            voice.words,
            "summary-line-outlook",
            outlook = voice.value(&line.kpi, outlook.outlook, None),
            target = voice.mark(&line.kpi, outlook.target)
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

/// A KPI and what it stands at: `🔴 **Customer churn** 3.4 %`.
fn stand(voice: &Voice, line: &Line) -> String {
    let sign = line.status.unwrap_or(Status::NoData).sign();
    let name = shorten_middle(line.kpi.name.as_str(), NAME_IN_LIST);
    let name = escape(&name).into_owned();
    if let (None, Some(lack)) = (&line.value, &line.lack) {
        let name = shorten_middle(line.kpi.name.as_str(), NAME_IN_LIST);
        return format!("{sign} {}", formula::without(voice, &name, lack));
    }
    match (&line.value, &line.reason) {
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
                reason = escape(&shorten_middle(reason, REASON_IN_LINE))
            )
        }
        (None, None) if line.to_date => say!(voice.words, "summary-line-open", sign = sign, name = name),
        (None, None) => {
            let person = escape(&shorten_middle(&line.answers, NAME_IN_LIST)).into_owned();
            match line.expected_at {
                Some(at) => say!(
                    voice.words,
                    "summary-line-expected",
                    sign = sign,
                    name = name,
                    person = person,
                    day = day(at)
                ),
                None => say!(
                    voice.words,
                    "summary-line-waiting",
                    sign = sign,
                    name = name,
                    person = person
                ),
            }
        }
    }
}

/// How far a value moved from the period before: `+1.1 points`.
pub fn moved(voice: &Voice, line: &Line) -> Option<String> {
    let (value, previous) = (line.value?, line.previous?);
    if value == previous || line.as_of.is_some() || line.kpi.direction == Direction::YesNo {
        return None;
    }
    let sign = if value > previous { '+' } else { '\u{2212}' };
    Some(format!("{sign}{}", voice.gap(&line.kpi, value - previous)))
}
