//! What the demo's files hold, as the commands that people would type to enter it.

use std::collections::{BTreeMap, BTreeSet};

const KPIS: &str = include_str!("../../data/kpis.csv");
const ACTUALS: &str = include_str!("../../data/actuals.csv");

/// The columns of a KPI that `/kpi add` takes as they are.
const OPTIONS: [&str; 15] = [
    "direction",
    "indicator",
    "frequency",
    "aggregation",
    "decimals",
    "weight",
    "unit",
    "baseline",
    "target",
    "red_flag",
    "target_low",
    "target_high",
    "red_low",
    "red_high",
    "key",
];

/// A line that somebody types into a channel.
pub struct Typed {
    /// The scorecard it is for.
    pub scorecard: &'static str,
    /// The line.
    pub line: String,
}

/// A row by its column names. The demo's files have no commas inside cells.
type Row = BTreeMap<&'static str, &'static str>;

fn rows(csv: &'static str) -> impl Iterator<Item = Row> {
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    lines.map(move |line| head.iter().copied().zip(line.split(',')).collect())
}

/// The objectives and KPIs of the file; `name_of` turns a user name into the name of the person.
pub fn structure(name_of: impl Fn(&str) -> String) -> Vec<Typed> {
    let mut known = BTreeSet::new();
    let mut typed = Vec::new();
    for row in rows(KPIS) {
        let (scorecard, objective) = (row["scorecard"], row["objective"]);
        if known.insert((scorecard, objective)) {
            let line = format!(
                "/objective add name:\"{objective}\" perspective:\"{}\" scorecard:\"{scorecard}\"",
                row["perspective"]
            );
            typed.push(Typed { scorecard, line });
        }
        let mut parts = vec![format!("/kpi add name:\"{}\" objective:\"{objective}\"", row["name"])];
        let given = |option: &&str| !row[*option].is_empty();
        parts.extend(
            OPTIONS
                .into_iter()
                .filter(given)
                .map(|option| format!("{option}:\"{}\"", row[option])),
        );
        parts.extend(
            ["owner", "deputy"]
                .into_iter()
                .filter(given)
                .map(|option| format!("{option}:@{}", name_of(row[option]))),
        );
        typed.push(Typed {
            scorecard,
            line: parts.join(" "),
        });
    }
    let links: BTreeSet<_> = rows(KPIS)
        .filter(|row| !row["drives"].is_empty())
        .map(|row| (row["scorecard"], row["objective"], row["drives"]))
        .collect();
    typed.extend(links.into_iter().map(|(scorecard, objective, drives)| Typed {
        scorecard,
        line: format!("/objective drives cause:\"{objective}\" effect:\"{drives}\""),
    }));
    typed
}

/// The values of the file.
pub fn values() -> Vec<Typed> {
    let cards: BTreeMap<_, _> = rows(KPIS).map(|row| (row["key"], row["scorecard"])).collect();
    let typed = rows(ACTUALS).map(|row| {
        let note = if row["note"].is_empty() {
            String::new()
        } else {
            format!(" note:\"{}\"", row["note"])
        };
        let line = format!(
            "/log kpi:{} value:{} period:{}{note}",
            row["key"], row["value"], row["period"]
        );
        Typed {
            scorecard: cards[row["key"]],
            line,
        }
    });
    typed.collect()
}
