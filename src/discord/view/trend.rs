//! The trend of KPIs: a line of words, and a picture.

mod scale;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::listed;
use crate::discord::picture::{Content, Picture};
use crate::discord::reply::Post;
use crate::domain::kpi::Direction;
use crate::domain::period::{Period, PeriodKind};
use crate::domain::score::{Rule, Status};
use crate::locale::Voice;
use crate::picture::trend::{Bounds, Chart, Kind, Legend, Mark, Panel, Slot};
use crate::say;
use crate::service::trend::{Point, State, Trend, group};

/// The answer to `/trend`: what has values in one picture, and in words what has none.
pub fn shown(voice: &Voice, trends: &[Trend]) -> Post {
    let lines: Vec<String> = trends.iter().map(|trend| line(voice, trend)).collect();
    let drawn: Vec<&Trend> = trends.iter().filter(|trend| trend.newest().is_some()).collect();
    let post = Post::text(lines.join("\n"));
    if drawn.is_empty() {
        return post;
    }
    post.picture(picture(voice, &drawn))
}

/// The picture of some trends.
pub(super) fn picture(voice: &Voice, trends: &[&Trend]) -> Picture {
    let said: Vec<String> = trends.iter().map(|trend| in_words(voice, trend)).collect();
    Picture {
        content: Content::Trend(Box::new(chart(voice, trends))),
        name: "trend",
        description: said.join(" "),
    }
}

/// `🔴 **Customer churn** · November 2026: 3.4 %, off target`.
fn line(voice: &Voice, trend: &Trend) -> String {
    let name = listed(trend.kpi.name.as_str());
    let Some((point, value, status)) = trend.newest() else {
        return say!(voice.words, "trend-empty", name = name, key = trend.kpi.key.as_str());
    };
    say!(
        voice.words,
        "trend-line",
        sign = status.sign(),
        name = name,
        period = voice.period(point.period, trend.fiscal),
        value = voice.value(&trend.kpi, value, point.rule.as_ref()),
        status = voice.status_word(status)
    )
}

fn chart(voice: &Voice, trends: &[&Trend]) -> Chart {
    let footnotes = trends
        .iter()
        .flat_map(|trend| footnotes(voice, trend, trends.len() > 1));
    let (title, subtitle) = match trends {
        [only] => (only.kpi.name.to_string(), about(voice, only)),
        several => together(voice, several),
    };
    Chart {
        title,
        subtitle,
        panels: trends.iter().map(|trend| panel(voice, trend)).collect(),
        footnotes: footnotes.collect(),
        words: legend(voice),
    }
}

/// `Acme · monthly, lower is better · December 2025 to November 2026`.
fn about(voice: &Voice, trend: &Trend) -> String {
    let kpi = &trend.kpi;
    let how = say!(
        voice.words,
        "trend-how",
        frequency = voice.words.say(&format!("frequency-{}", kpi.frequency.noun()), &[]),
        direction = voice.words.say(&format!("direction-{}", kpi.direction), &[])
    );
    [Some(trend.scorecard.clone()), Some(how), span(voice, trend)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Title and subtitle of several: their scorecard where they share it.
fn together(voice: &Voice, trends: &[&Trend]) -> (String, String) {
    let count = say!(voice.words, "count-kpis", count = trends.len());
    let first = trends.first();
    let shared = first.filter(|first| trends.iter().all(|trend| trend.scorecard == first.scorecard));
    let spans: Vec<String> = trends.iter().filter_map(|trend| span(voice, trend)).collect();
    let span = spans.first().filter(|first| spans.iter().all(|span| span == *first));
    match shared {
        Some(shared) => {
            let parts = [Some(count), span.cloned()].into_iter().flatten();
            (shared.scorecard.clone(), parts.collect::<Vec<_>>().join(" · "))
        }
        None => (count, span.cloned().unwrap_or_default()),
    }
}

/// `December 2025 to November 2026`, without what is still to come.
fn span(voice: &Voice, trend: &Trend) -> Option<String> {
    let past = |point: &&Point| !matches!(point.state, State::Expected(_));
    let first = trend.points.iter().find(past)?.period;
    let last = trend.points.iter().rev().find(past)?.period;
    let (first, last) = (voice.period(first, trend.fiscal), voice.period(last, trend.fiscal));
    Some(if first == last {
        first
    } else {
        say!(voice.words, "period-span", first = first, last = last)
    })
}

fn panel(voice: &Voice, trend: &Trend) -> Panel {
    let kpi = &trend.kpi;
    let missing = trend
        .points
        .iter()
        .rev()
        .find(|point| !matches!(point.state, State::Expected(_)));
    let newest = match missing.map(|point| &point.state) {
        Some(State::Missing) => Some((Status::NoData, voice.status_word(Status::NoData))),
        Some(State::NotApplicable) => Some((Status::NotApplicable, voice.status_word(Status::NotApplicable))),
        _ => trend.newest().map(|(point, value, status)| {
            let value = voice.value(kpi, value, point.rule.as_ref());
            (status, format!("{value} · {}", voice.status_word(status)))
        }),
    };
    Panel {
        title: kpi.name.to_string(),
        newest,
        slots: trend.points.iter().map(|point| slot(voice, trend, point)).collect(),
        ticks: scale::ticks(voice, trend),
        labels: scale::labels(voice, trend),
    }
}

fn slot(voice: &Voice, trend: &Trend, point: &Point) -> Slot {
    let value = |value: Decimal, status: Status, kind: Kind| Mark::Value {
        value: float(value),
        status,
        text: voice.value(&trend.kpi, value, point.rule.as_ref()),
        kind,
    };
    Slot {
        label: voice.period_short(point.period, trend.fiscal),
        group: year(point.period, trend),
        mark: match point.state {
            State::Absent => Mark::Nothing,
            State::Missing => Mark::Missing,
            State::NotApplicable => Mark::NotApplicable,
            State::Value(number, status, None) => value(number, status, Kind::Whole),
            State::Value(number, status, Some(_)) => value(number, status, Kind::Carried),
            State::ToDate(number, status) => value(number, status, Kind::ToDate),
            State::Expected(number) => Mark::Expected(float(number)),
        },
        bounds: point.rule.as_ref().and_then(bounds),
        break_at: point.new_formula.then(|| voice.words.say("trend-new-formula", &[])),
    }
}

/// The year under a period's name: that of the calendar for weeks and months, the fiscal one for quarters.
fn year(period: Period, trend: &Trend) -> String {
    match period.kind() {
        PeriodKind::Week | PeriodKind::Month => period.anchor_day().format("%Y").to_string(),
        PeriodKind::Quarter | PeriodKind::Year => group(period, trend.fiscal).label(trend.fiscal),
    }
}

fn bounds(rule: &Rule) -> Option<Bounds> {
    match *rule {
        Rule::Linear { target, red, .. } => Some(Bounds::Line {
            target: float(target),
            red: float(red),
        }),
        Rule::Range {
            low,
            high,
            red_low,
            red_high,
            ..
        } => Some(Bounds::Band {
            low: float(low),
            high: float(high),
            red_low: float(red_low),
            red_high: float(red_high),
        }),
        Rule::YesNo => None,
    }
}

/// For drawing only.
fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or_default()
}

fn footnotes(voice: &Voice, trend: &Trend, named: bool) -> Vec<String> {
    let kpi = &trend.kpi;
    let mut notes = Vec::new();
    if let Some(outlook) = &trend.outlook {
        notes.push(say!(
            voice.words,
            "trend-outlook",
            year = voice.period(outlook.year, trend.fiscal),
            outlook = voice.value(kpi, outlook.outlook, None),
            target = voice.value(kpi, outlook.target, None),
            pace = voice.numbers.fixed(outlook.pace * Decimal::ONE_HUNDRED, 0)
        ));
    }
    if !trend.restated.is_empty() {
        let periods: Vec<String> = trend
            .restated
            .iter()
            .map(|period| voice.period(*period, trend.fiscal))
            .collect();
        notes.push(say!(voice.words, "trend-restated", periods = periods.join(", ")));
    }
    if named {
        for note in &mut notes {
            *note = format!("{}: {note}", kpi.name);
        }
    }
    notes
}

fn legend(voice: &Voice) -> Legend {
    let say = |key: &str| voice.words.say(key, &[]);
    Legend {
        on_target: voice.status_word(Status::OnTarget),
        at_risk: voice.status_word(Status::AtRisk),
        off_target: voice.status_word(Status::OffTarget),
        missing: voice.status_word(Status::NoData),
        not_applicable: voice.status_word(Status::NotApplicable),
        unscored: voice.status_word(Status::Unscored),
        target: say("trend-legend-target"),
        red_flag: say("trend-legend-red-flag"),
        band: say("trend-legend-band"),
        outlook: say("trend-legend-outlook"),
        carried: say("trend-legend-carried"),
        to_date: say("trend-legend-to-date"),
    }
}

/// The picture in words, for those who do not see it.
fn in_words(voice: &Voice, trend: &Trend) -> String {
    let kpi = &trend.kpi;
    let point = |point: &Point| {
        let said = match &point.state {
            State::Absent | State::Expected(_) => return None,
            State::Missing => voice.status_word(Status::NoData),
            State::NotApplicable => voice.status_word(Status::NotApplicable),
            State::Value(value, status, _) | State::ToDate(value, status) => {
                let value = voice.value(kpi, *value, point.rule.as_ref());
                format!("{value} {}", voice.status_word(*status))
            }
        };
        Some(format!("{} {said}", voice.period_short(point.period, trend.fiscal)))
    };
    let points: Vec<String> = trend.points.iter().filter_map(point).collect();
    let rule = trend.points.iter().rev().find_map(|point| point.rule.as_ref());
    let judged = rule.filter(|_| kpi.direction != Direction::YesNo).map(|rule| {
        let red = voice.red_flag(kpi, rule).unwrap_or_default();
        say!(
            voice.words,
            "trend-alt-judged",
            target = voice.target(kpi, rule),
            red = red
        )
    });
    say!(
        voice.words,
        "trend-alt",
        name = kpi.name.as_str(),
        span = span(voice, trend).unwrap_or_default(),
        points = points.join(", "),
        judged = judged.unwrap_or_default()
    )
}

#[cfg(test)]
#[path = "trend/tests.rs"]
mod tests;
