//! The pictures in docs/pictures: what a manager meets, and what is hard to draw. Drawn by the example, compared by a
//! test, measured by a benchmark.

use scorecard_bot::domain::score::Status::{self, AtRisk, NoData, NotApplicable, OffTarget, OnTarget, Unscored};
use scorecard_bot::domain::theme::Theme;
use scorecard_bot::picture::Drawing;
use scorecard_bot::picture::cascade::{self, Branch, Cascade};
use scorecard_bot::picture::map::{self, Band, Map, Objective, Way};
use scorecard_bot::picture::scorecard::{self, Card, Column};
use scorecard_bot::picture::trend::{self, Bounds, Chart, Kind, Label, Line, Mark, Panel, Slot};

/// A picture: what its file is called, what it shows, and how it is drawn.
pub struct Case {
    pub name: &'static str,
    pub shows: &'static str,
    pub draw: fn() -> Drawing,
}

/// All of them.
pub const ALL: [Case; 17] = [
    case("map", "twelve objectives in four perspectives", || {
        map::draw(&company(), Theme::Light)
    }),
    case("map-dark", "the same on a dark screen", || {
        map::draw(&company(), Theme::Dark)
    }),
    case("map-small", "four objectives", || map::draw(&small(), Theme::Light)),
    case("map-forty", "forty objectives with sixty links", || {
        map::draw(&forty(), Theme::Light)
    }),
    case("map-names", "names of a hundred characters", || {
        map::draw(&long_names(), Theme::Light)
    }),
    case("map-scripts", "names in other scripts", || {
        map::draw(&scripts(), Theme::Light)
    }),
    case("map-red", "everything off target", || {
        map::draw(&alike(OffTarget), Theme::Light)
    }),
    case("map-no-data", "nothing is in yet", || {
        map::draw(&alike(NoData), Theme::Light)
    }),
    case("map-one", "one perspective, an empty one, and a circle", || {
        map::draw(&one_perspective(), Theme::Light)
    }),
    case("trend", "a year with targets that stepped and missing months", || {
        chart(vec![churn()], Theme::Light)
    }),
    case("trend-dark", "the same on a dark screen", || {
        chart(vec![churn()], Theme::Dark)
    }),
    case("trend-outlook", "where a year is heading", || {
        chart(vec![revenue()], Theme::Light)
    }),
    case("trend-range", "two years in a band of good values", || {
        chart(vec![stock()], Theme::Light)
    }),
    case("trend-six", "six KPIs beside each other", || {
        chart(
            vec![churn(), revenue(), stock(), revenue(), stock(), churn()],
            Theme::Light,
        )
    }),
    case("scorecard", "a scorecard on one page", || {
        scorecard::draw(&page(), Theme::Light)
    }),
    case("cascade", "scorecards below each other", || {
        cascade::draw(&group(), Theme::Light)
    }),
    case("cascade-dark", "the same on a dark screen", || {
        cascade::draw(&group(), Theme::Dark)
    }),
];

const fn case(name: &'static str, shows: &'static str, draw: fn() -> Drawing) -> Case {
    Case { name, shows, draw }
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

fn words() -> map::Legend {
    map::Legend {
        statuses: texts(&[
            "on target",
            "at risk",
            "off target",
            "no data",
            "not applicable",
            "unscored",
        ]),
        arrow: "drives".to_owned(),
        change: "change from October 2026".to_owned(),
    }
}

fn objective(name: &str, status: Status, score: &str, change: &str) -> Objective {
    let way = match change.chars().next() {
        Some('+') => Some(Way::Up),
        Some('±') => Some(Way::Level),
        Some(_) => Some(Way::Down),
        None => None,
    };
    Objective {
        name: name.to_owned(),
        status,
        score: score.to_owned(),
        change: way.map(|way| (way, change.to_owned())),
    }
}

fn band(name: &str, status: Status, score: &str, objectives: Vec<Objective>) -> Band {
    Band {
        name: name.to_owned(),
        status,
        score: score.to_owned(),
        objectives,
    }
}

fn strategy(result: Option<(Status, &str)>, bands: Vec<Band>, arrows: &[(usize, usize)]) -> Map {
    Map {
        title: "Acme".to_owned(),
        subtitle: "Strategy map · November 2026 · 92 % of the weight is in".to_owned(),
        result: result.map(|(status, text)| (status, text.to_owned())),
        bands,
        arrows: arrows.to_vec(),
        empty: "no objectives".to_owned(),
        footnotes: Vec::new(),
        words: words(),
    }
}

fn company() -> Map {
    let bands = vec![
        band(
            "Financial",
            AtRisk,
            "6.4",
            vec![
                objective("Grow recurring revenue", OnTarget, "7.2", "+0.4"),
                objective("Keep costs in line with growth", AtRisk, "5.1", "−0.3"),
                objective("Improve cash conversion", OnTarget, "8.0", "±0.0"),
            ],
        ),
        band(
            "Customer",
            OffTarget,
            "3.1",
            vec![
                objective("Keep customers", OffTarget, "2.0", "−2.7"),
                objective("Win referrals", AtRisk, "4.8", "+0.2"),
                objective("Deliver on time", OnTarget, "7.9", "+0.6"),
            ],
        ),
        band(
            "Internal Process",
            OnTarget,
            "7.0",
            vec![
                objective("Answer every request within a day", OnTarget, "7.0", ""),
                objective("Release weekly without defects", OnTarget, "9.1", "+1.0"),
                objective("Shorten time from order to delivery", NoData, "", ""),
            ],
        ),
        band(
            "Learning & Growth",
            AtRisk,
            "5.0",
            vec![
                objective("Train every engineer", AtRisk, "5.0", "−0.4"),
                objective("Keep good people", OnTarget, "8.3", "+0.1"),
                objective("One source of data", Unscored, "", ""),
            ],
        ),
    ];
    let arrows = [
        (9, 7),
        (9, 6),
        (10, 6),
        (10, 7),
        (11, 8),
        (6, 3),
        (7, 3),
        (8, 5),
        (5, 3),
        (3, 0),
        (4, 0),
        (5, 4),
        (8, 1),
        (1, 2),
        (11, 1),
    ];
    strategy(Some((AtRisk, "6.1 · at risk")), bands, &arrows)
}

fn small() -> Map {
    let one = |name: &str, label: &str, status: Status, score: &str| {
        band(label, status, score, vec![objective(name, status, score, "+0.5")])
    };
    let bands = vec![
        one("Grow revenue", "Financial", OnTarget, "7.2"),
        one("Keep customers", "Customer", AtRisk, "4.0"),
        one("Answer within a day", "Internal Process", OffTarget, "2.1"),
        one("Train the support team", "Learning & Growth", OnTarget, "8.8"),
    ];
    strategy(Some((AtRisk, "5.5 · at risk")), bands, &[(3, 2), (2, 1), (1, 0)])
}

const PERSPECTIVES: [&str; 4] = ["Financial", "Customer", "Internal Process", "Learning & Growth"];
const STATUSES: [Status; 7] = [OnTarget, AtRisk, OffTarget, OnTarget, NoData, OnTarget, NotApplicable];

/// Perspectives with as many objectives each, named in turn.
fn filled(names: &[&str], each: usize) -> Vec<Band> {
    let objective_at = |place: usize| {
        let status = STATUSES[place % STATUSES.len()];
        let score = if matches!(status, NoData | NotApplicable) {
            ""
        } else {
            "6.1"
        };
        let change = if place.is_multiple_of(3) { "+0.5" } else { "−0.2" };
        objective(
            names[place % names.len()],
            status,
            score,
            if score.is_empty() { "" } else { change },
        )
    };
    let of = |(index, name): (usize, &&str)| {
        band(
            name,
            AtRisk,
            "5.5",
            (index * each..(index + 1) * each).map(objective_at).collect(),
        )
    };
    PERSPECTIVES.iter().enumerate().map(of).collect()
}

fn forty() -> Map {
    let names = [
        "Grow recurring revenue",
        "Keep customers",
        "Answer every request within a day",
        "Train every engineer",
        "Deliver on time",
        "Release weekly without defects",
        "Win referrals",
        "Keep costs in line with growth",
        "One source of data",
    ];
    let mut arrows = Vec::new();
    let mut state: u64 = 12_345;
    while arrows.len() < 60 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let pick = |shift: u32| usize::try_from((state >> shift) % 40).unwrap_or(0);
        let (cause, effect) = (pick(33), pick(45));
        let steps = (cause / 10).checked_sub(effect / 10);
        let drawn = match steps {
            Some(1) => true,
            Some(0) => (state >> 20).is_multiple_of(4),
            Some(2) => (state >> 20).is_multiple_of(8),
            _ => false,
        };
        if drawn && cause != effect && !arrows.contains(&(cause, effect)) {
            arrows.push((cause, effect));
        }
    }
    strategy(Some((NoData, "5.5 · provisional")), filled(&names, 10), &arrows)
}

fn long_names() -> Map {
    let names = [
        "Shorten the time between an order and its delivery to at most two working days everywhere in Europe",
        "Die Kundenzufriedenheit in allen deutschsprachigen Märkten nachhaltig über den Branchenschnitt heben",
        "Donaudampfschifffahrtsgesellschaftskapitänsweiterbildungsprogramm",
        "Keep every promise we make to customers about dates, prices and the people who look after their case",
    ];
    strategy(
        None,
        filled(&names, 3),
        &[(9, 6), (10, 7), (11, 8), (6, 3), (7, 4), (8, 5), (3, 0), (4, 1), (9, 1)],
    )
}

fn scripts() -> Map {
    let names = [
        "Увеличить долю рынка",
        "Αύξηση πωλήσεων",
        "תחזוקת לקוחות",
        "تحسين رضا العملاء",
        "売上を増やし、新しい市場を開拓する",
        "提高客户满意度并缩短交货时间",
        "매출을 늘리고 고객을 지키기",
        "ग्राहक संतुष्टि बढ़ाएँ",
        "เพิ่มความพึงพอใจของลูกค้า",
        "Tăng trưởng doanh thu 🚀",
        "გაყიდვების ზრდა",
        "Zwiększyć sprzedaż",
    ];
    strategy(
        None,
        filled(&names, 3),
        &[(9, 6), (10, 7), (6, 3), (7, 4), (8, 5), (3, 0), (4, 1), (5, 2)],
    )
}

fn alike(status: Status) -> Map {
    let mut map = company();
    let score = if status == OffTarget { "1.2" } else { "" };
    let change = if score.is_empty() {
        None
    } else {
        Some((Way::Down, "−3.0".to_owned()))
    };
    for band in &mut map.bands {
        (band.status, band.score) = (status, score.to_owned());
        for objective in &mut band.objectives {
            (objective.status, objective.score) = (status, score.to_owned());
            objective.change.clone_from(&change);
        }
    }
    map.result = (!score.is_empty()).then(|| (status, "1.2 · off target".to_owned()));
    map
}

fn one_perspective() -> Map {
    let bands = vec![
        band(
            "Mission",
            AtRisk,
            "5.5",
            vec![
                objective("Reach every family in the district", AtRisk, "5.2", "+0.2"),
                objective("Keep volunteers", OnTarget, "7.0", "±0.0"),
                objective("Raise funds", OffTarget, "2.4", "−1.1"),
                objective("Tell our story", OnTarget, "8.0", "+0.9"),
                objective("Work with schools", NotApplicable, "", ""),
            ],
        ),
        band("Society", NoData, "", Vec::new()),
    ];
    strategy(None, bands, &[(1, 0), (2, 1), (3, 2), (0, 3), (4, 0)])
}

fn slot(index: usize, mark: Mark, bounds: Bounds) -> Slot {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    Slot {
        label: MONTHS[index % 12].to_owned(),
        group: (2025 + index / 12).to_string(),
        mark,
        bounds: Some(bounds),
        break_at: None,
    }
}

fn value(value: f64, status: Status, text: String) -> Mark {
    let kind = Kind::Whole;
    Mark::Value {
        value,
        status,
        text,
        kind,
    }
}

fn marks(marks: &[(f64, &str)]) -> Vec<(f64, String)> {
    marks.iter().map(|(value, text)| (*value, (*text).to_owned())).collect()
}

fn label(line: Line, value: f64, short: &str) -> Label {
    let word = if line == Line::Target { "target" } else { "red flag" };
    Label {
        value,
        line,
        text: format!("{word} {short}"),
        short: short.to_owned(),
    }
}

fn churn() -> Panel {
    let values = [1.9, 2.0, 1.8, 2.2, 2.4, 2.1, 1.9, 2.1, 1.9, 2.0, 2.3, 3.4];
    let slots = values.iter().enumerate().map(|(index, number)| {
        let (target, red) = if index < 5 { (2.2, 2.8) } else { (2.0, 2.5) };
        let status = match *number {
            good if good <= target => OnTarget,
            short if short <= red => AtRisk,
            _ => OffTarget,
        };
        let mark = match index {
            3 => Mark::Missing,
            6 => Mark::NotApplicable,
            _ => value(*number, status, format!("{number:.1}\u{202F}%")),
        };
        let break_at = (index == 8).then(|| "new formula".to_owned());
        Slot {
            break_at,
            ..slot(index + 11, mark, Bounds::Line { target, red })
        }
    });
    Panel {
        title: "Customer churn".to_owned(),
        newest: Some((OffTarget, "3.4\u{202F}% · off target".to_owned())),
        slots: slots.collect(),
        ticks: marks(&[
            (0.0, "0\u{202F}%"),
            (1.0, "1\u{202F}%"),
            (2.0, "2\u{202F}%"),
            (3.0, "3\u{202F}%"),
            (4.0, "4\u{202F}%"),
        ]),
        labels: vec![
            label(Line::Target, 2.0, "2.0\u{202F}%"),
            label(Line::Red, 2.5, "2.5\u{202F}%"),
        ],
    }
}

fn revenue() -> Panel {
    let values = [1.08, 1.00, 1.03, 1.17, 1.09, 1.12, 1.26, 1.18];
    let bounds = Bounds::Line { target: 1.2, red: 1.0 };
    let over = values.iter().enumerate().map(|(index, number)| {
        let status = if *number >= 1.2 { OnTarget } else { AtRisk };
        slot(index, value(*number, status, format!("${number:.2}M")), bounds)
    });
    let left = (8..12).map(|index| slot(index, Mark::Expected(1.116), bounds));
    Panel {
        title: "Net revenue".to_owned(),
        newest: Some((AtRisk, "$1.18M · at risk".to_owned())),
        slots: over.chain(left).collect(),
        ticks: marks(&[
            (0.9, "$0.90M"),
            (1.0, "$1.00M"),
            (1.1, "$1.10M"),
            (1.2, "$1.20M"),
            (1.3, "$1.30M"),
        ]),
        labels: vec![label(Line::Target, 1.2, "$1.20M"), label(Line::Red, 1.0, "$1.00M")],
    }
}

fn stock() -> Panel {
    const DAYS: [f64; 24] = [
        20.0, 22.5, 24.0, 23.4, 21.3, 18.6, 16.5, 16.1, 17.5, 20.1, 22.6, 24.0, 23.4, 21.2, 18.5, 16.4, 16.1, 17.6,
        20.2, 22.7, 24.0, 23.3, 21.1, 18.4,
    ];
    let slots = DAYS.iter().enumerate().map(|(index, days)| {
        let (low, high) = if index < 12 { (17.0, 23.0) } else { (18.0, 22.0) };
        let status = if (low..=high).contains(days) { OnTarget } else { AtRisk };
        let kind = if index == 23 { Kind::ToDate } else { Kind::Whole };
        let (value, text) = (*days, format!("{days:.0}"));
        let bounds = Bounds::Band {
            low,
            high,
            red_low: low - 3.0,
            red_high: high + 3.0,
        };
        slot(
            index,
            Mark::Value {
                value,
                status,
                text,
                kind,
            },
            bounds,
        )
    });
    Panel {
        title: "Average stock reach of all spare parts in the central warehouse".to_owned(),
        newest: Some((OnTarget, "18\u{202F}days · on target".to_owned())),
        slots: slots.collect(),
        ticks: marks(&[
            (12.0, "12\u{202F}days"),
            (16.0, "16\u{202F}days"),
            (20.0, "20\u{202F}days"),
            (24.0, "24\u{202F}days"),
            (28.0, "28\u{202F}days"),
        ]),
        labels: vec![
            label(Line::Target, 18.0, "18\u{202F}days"),
            label(Line::Target, 22.0, "22\u{202F}days"),
            label(Line::Red, 15.0, "15\u{202F}days"),
            label(Line::Red, 25.0, "25\u{202F}days"),
        ],
    }
}

fn chart(panels: Vec<Panel>, theme: Theme) -> Drawing {
    let outlook = panels.first().is_some_and(|panel| panel.title == "Net revenue");
    let (title, subtitle) = match panels.as_slice() {
        [only] => (only.title.clone(), "Acme · monthly, lower is better".to_owned()),
        several => ("Acme".to_owned(), format!("{} KPIs", several.len())),
    };
    let note = "Outlook for 2025: $13.39M of $14.40M, at 93 % of target so far.";
    let chart = Chart {
        title,
        subtitle: if outlook {
            "Acme · monthly, higher is better · January to August 2025".to_owned()
        } else {
            subtitle
        },
        panels,
        footnotes: if outlook { vec![note.to_owned()] } else { Vec::new() },
        words: trend::Legend {
            on_target: "on target".to_owned(),
            at_risk: "at risk".to_owned(),
            off_target: "off target".to_owned(),
            missing: "no data".to_owned(),
            not_applicable: "not applicable".to_owned(),
            unscored: "unscored".to_owned(),
            target: "target".to_owned(),
            red_flag: "red flag".to_owned(),
            band: "good values".to_owned(),
            outlook: "outlook".to_owned(),
            carried: "carried forward".to_owned(),
            to_date: "to date".to_owned(),
        },
    };
    trend::draw(&chart, theme)
}

fn kpi(name: &str, status: Status, value: &str, spark: &[f64]) -> scorecard::Kpi {
    scorecard::Kpi {
        name: name.to_owned(),
        status,
        value: value.to_owned(),
        spark: spark.iter().map(|number| (*number >= 0.0).then_some(*number)).collect(),
    }
}

fn page() -> Card {
    let column =
        |name: &str, (status, score): (Status, &str), change: Option<(Way, &str)>, kpis: Vec<scorecard::Kpi>| Column {
            name: name.to_owned(),
            status,
            score: score.to_owned(),
            change: change.map(|(way, text)| (way, text.to_owned())),
            note: "80 % of the weight is in".to_owned(),
            kpis,
        };
    Card {
        title: "Acme".to_owned(),
        subtitle: "Scorecard · November 2026 · 92 % of the weight is in".to_owned(),
        result: Some((AtRisk, "6.1 · at risk".to_owned())),
        columns: vec![
            column(
                "Financial",
                (AtRisk, "6.4"),
                Some((Way::Up, "+0.4")),
                vec![
                    kpi(
                        "Net revenue",
                        OnTarget,
                        "$1.24M",
                        &[1.0, 1.1, 1.05, 1.2, 1.15, 1.2, 1.22, 1.24],
                    ),
                    kpi(
                        "Operating margin",
                        AtRisk,
                        "12.4\u{202F}%",
                        &[12.0, 13.0, 14.0, 13.0, 12.5, 12.4],
                    ),
                    kpi(
                        "Days sales outstanding",
                        OnTarget,
                        "38\u{202F}days",
                        &[44.0, 43.0, 42.0, -1.0, 40.0, 39.0, 38.0],
                    ),
                ],
            ),
            column(
                "Customer",
                (OffTarget, "3.1"),
                Some((Way::Down, "−1.6")),
                vec![
                    kpi(
                        "Customer churn",
                        OffTarget,
                        "3.4\u{202F}%",
                        &[1.9, 2.0, 1.8, 2.1, 2.3, 3.4],
                    ),
                    kpi(
                        "On-time delivery of all orders placed by key accounts",
                        AtRisk,
                        "92.0\u{202F}%",
                        &[90.0, 91.0, 90.5, 92.0],
                    ),
                    kpi("Net Promoter Score", NoData, "no data", &[41.0, 40.0, 43.0, 41.0]),
                ],
            ),
            column(
                "Internal Process",
                (OnTarget, "7.0"),
                None,
                vec![
                    kpi("Lead time", OnTarget, "2.5\u{202F}hours", &[5.0, 4.0, 3.0, 2.5]),
                    kpi("Store openings", NotApplicable, "not applicable", &[]),
                ],
            ),
            column(
                "Learning & Growth",
                (AtRisk, "5.0"),
                Some((Way::Level, "±0.0")),
                vec![
                    kpi(
                        "Training hours",
                        Unscored,
                        "310\u{202F}hours",
                        &[300.0, 310.0, 305.0, 310.0],
                    ),
                    kpi("Employee engagement", AtRisk, "71", &[72.0, 71.0, 71.0]),
                ],
            ),
        ],
        empty: "no KPIs".to_owned(),
        footnotes: Vec::new(),
        words: map::Legend {
            arrow: "last 8 periods".to_owned(),
            ..words()
        },
    }
}

fn branch(
    (depth, name, note): (usize, &str, &str),
    (status, level): (Status, Option<f32>),
    (change, coverage): (&str, &str),
) -> Branch {
    Branch {
        depth,
        name: name.to_owned(),
        note: note.to_owned(),
        status,
        level,
        score: level.map_or_else(String::new, |level| format!("{:.1}", level * 10.0 / 3.0)),
        change: objective(name, status, "", change).change,
        coverage: coverage.to_owned(),
    }
}

/// A company, its departments and their teams.
fn group() -> Cascade {
    let (department, team) = ("department", "team");
    let shop = "Online shop for Germany, Austria and Switzerland";
    let night = "team · counts in nothing above";
    Cascade {
        title: "Acme".to_owned(),
        subtitle: "Cascade · November 2026".to_owned(),
        branches: vec![
            branch((0, "Acme", "organisation"), (AtRisk, Some(1.83)), ("−0.5", "92 % in")),
            branch((1, "Sales", department), (OnTarget, Some(2.31)), ("+0.3", "100 % in")),
            branch((2, "Key accounts", team), (OnTarget, Some(2.64)), ("±0.0", "100 % in")),
            branch((2, shop, team), (AtRisk, Some(1.52)), ("−0.8", "88 % in")),
            branch(
                (1, "Production", department),
                (OffTarget, Some(0.66)),
                ("−1.9", "96 % in"),
            ),
            branch(
                (2, "Plant Łódź", "team · Q3 2026"),
                (OffTarget, Some(0.0)),
                ("−2.1", "100 % in"),
            ),
            branch((3, "Night shift", night), (NoData, Some(2.05)), ("+0.4", "61 % in")),
            branch((2, "Plant Porto", team), (NoData, None), ("", "")),
            branch(
                (1, "People & Culture", department),
                (OnTarget, Some(2.2)),
                ("+0.1", "100 % in"),
            ),
        ],
        footnotes: texts(&["Bars reach from 0 to 10; their marks are the red flag and the target."]),
        words: words(),
    }
}
