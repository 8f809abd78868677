//! The story as data: chapters of steps, in the words people type.

/// Where the clock stands at the beginning.
pub const BEGINS_AT: &str = "2026-09-30T15:00:00Z";

/// A part of the story, shown on the page while it happens.
pub struct Chapter {
    /// What happens, in words.
    pub title: &'static str,
    /// How.
    pub steps: &'static [Step],
}

/// One thing that happens.
#[derive(Debug)]
pub enum Step {
    /// The bot is connected and its commands are there.
    Ready,
    /// Somebody sends a command; the answer holds the words.
    Command {
        by: &'static str,
        at: &'static str,
        line: &'static str,
        says: &'static str,
    },
    /// The same with a file of the demo's data.
    File {
        by: &'static str,
        at: &'static str,
        line: &'static str,
        file: &'static str,
        says: &'static str,
    },
    /// Somebody presses a button of the last answer; what comes then holds the words.
    Press { button: &'static str, says: &'static str },
    /// The clock moves on to an instant, by way of all events before it.
    Until(&'static str),
    /// The bot's direct message to somebody holds the words.
    Asked { who: &'static str, says: &'static str },
    /// Somebody answers the bot's direct message by its form: values by the beginning of the field's label.
    Answer {
        by: &'static str,
        button: &'static str,
        values: &'static [(&'static str, &'static str)],
        says: &'static str,
    },
    /// The bot wrote the words into a channel.
    Posted { at: &'static str, says: &'static str },
    /// Somebody writes to the others.
    Say {
        by: &'static str,
        at: &'static str,
        text: &'static str,
    },
    /// Everybody dismisses what only they can see.
    Tidy,
}

const NORA: &str = "Nora Lindqvist";
const HENRIK: &str = "Henrik Alder";
const MARIA: &str = "Maria Keller";
const PRIYA: &str = "Priya Nair";
const ANA: &str = "Ana Petrova";
const TOMAS: &str = "Tomas Ruiz";
const SAM: &str = "Sam Okafor";
const LEO: &str = "Leo Brandt";

/// The whole story.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        title: "The bot joins Alder & Finch",
        steps: &[Step::Ready],
    },
    Chapter {
        title: "Three scorecards are created",
        steps: &[
            Step::Say {
                by: HENRIK,
                at: "general",
                text: "From today we run the company by one scorecard. Nora sets it up this afternoon; the bot will ask each of you for your figures, once a month.",
            },
            Step::Command {
                by: NORA,
                at: "leadership",
                line: "/settings number_format:1,234.5",
                says: "→ `1,234.5`",
            },
            Step::Command {
                by: NORA,
                at: "leadership",
                line: "/scorecard create name:\"Alder & Finch\" channel:#leadership manager:@Nora Lindqvist sponsor:@Henrik Alder time_zone:Europe/Berlin",
                says: "**Alder & Finch** is created with the perspectives",
            },
            Step::Command {
                by: NORA,
                at: "sales-team",
                line: "/scorecard create name:Sales channel:#sales-team manager:@Maria Keller sponsor:@Henrik Alder time_zone:Europe/London",
                says: "**Sales** is created with the perspectives",
            },
            Step::Command {
                by: NORA,
                at: "operations-team",
                line: "/scorecard create name:Operations channel:#operations-team manager:@Tomas Ruiz sponsor:@Henrik Alder time_zone:Europe/Berlin",
                says: "**Operations** is created with the perspectives",
            },
        ],
    },
    Chapter {
        title: "The owners say hello to the bot",
        steps: &[
            Step::Say {
                by: NORA,
                at: "general",
                text: "Whoever has not talked to the bot yet: please give it a `/help`, so that it knows you by name.",
            },
            Step::Command {
                by: PRIYA,
                at: "leadership",
                line: "/help",
                says: "**To look:** `/summary`",
            },
            Step::Command {
                by: ANA,
                at: "sales-team",
                line: "/help",
                says: "**To look:** `/summary`",
            },
            Step::Command {
                by: SAM,
                at: "operations-team",
                line: "/help",
                says: "**To look:** `/summary`",
            },
            Step::Command {
                by: LEO,
                at: "general",
                line: "/help",
                says: "**To look:** `/summary`",
            },
        ],
    },
    Chapter {
        title: "28 KPIs are imported",
        steps: &[
            Step::File {
                by: NORA,
                at: "leadership",
                line: "/import what:kpis",
                file: "kpis.csv",
                says: "28 rows of KPIs**\n28 new",
            },
            Step::Press {
                button: "Import 28 rows",
                says: "28 rows of KPIs are imported",
            },
        ],
    },
    Chapter {
        title: "A year of figures is imported",
        steps: &[
            Step::File {
                by: NORA,
                at: "leadership",
                line: "/import what:actuals",
                file: "actuals.csv",
                says: "270 rows of values**\n270 new",
            },
            Step::Press {
                button: "Import 270 rows",
                says: "270 rows of values are imported",
            },
            Step::Say {
                by: NORA,
                at: "leadership",
                text: "The figures since last November are in. October will be the first month we review this way: try `/summary`.",
            },
        ],
    },
    Chapter {
        title: "October ends, and the owners are asked",
        steps: &[
            Step::Until("2026-11-02T09:30:00Z"),
            Step::Asked {
                who: MARIA,
                says: "October 2026 is over",
            },
            Step::Asked {
                who: LEO,
                says: "October 2026 is over",
            },
        ],
    },
    Chapter {
        title: "October's figures come in",
        steps: &[
            Step::Answer {
                by: MARIA,
                button: "Enter",
                values: &[
                    ("Net revenue", "1,214,000"),
                    ("Online share of sales", "31.1"),
                    ("Dealer churn", "1.1"),
                    ("Order intake", "1,248,000"),
                    ("Average discount", "7.8"),
                ],
                says: "Everything is in.",
            },
            Step::Answer {
                by: SAM,
                button: "Enter",
                values: &[
                    ("First-pass yield", "96.7"),
                    ("Scrapped wood", "4.3"),
                    ("Plant utilisation", "83"),
                    ("Reportable accidents", "0"),
                    ("Unplanned downtime", "14.6"),
                ],
                says: "Everything is in.",
            },
            Step::Command {
                by: PRIYA,
                at: "leadership",
                line: "/log kpi:gross-margin value:39.3",
                says: "**Gross margin** · October 2026: **",
            },
            Step::Command {
                by: PRIYA,
                at: "leadership",
                line: "/log kpi:warranty-cost value:16,900 note:\"Parasol hinges are replaced for free.\"",
                says: "**Warranty cost** · October 2026: **",
            },
            Step::Command {
                by: PRIYA,
                at: "leadership",
                line: "/log kpi:stock-days value:65",
                says: "**Days of stock** · October 2026: **",
            },
            Step::Until("2026-11-03T08:10:00Z"),
            Step::Command {
                by: ANA,
                at: "sales-team",
                line: "/log kpi:nps value:45",
                says: "**Net Promoter Score** · October 2026: **",
            },
            Step::Command {
                by: ANA,
                at: "sales-team",
                line: "/log kpi:returns value:3.8 note:\"Two of three returns are parasols with the new hinge.\"",
                says: "**Return rate** · October 2026: **",
            },
            Step::Command {
                by: ANA,
                at: "sales-team",
                line: "/log kpi:quote-time value:15.4",
                says: "**Time to quote** · October 2026: **",
            },
            Step::Command {
                by: ANA,
                at: "sales-team",
                line: "/log kpi:dealer-visits value:67",
                says: "**Dealer visits** · October 2026: **",
            },
            Step::Until("2026-11-03T08:15:00Z"),
            Step::Posted {
                at: "leadership",
                says: "**Return rate** went off target",
            },
            Step::Say {
                by: TOMAS,
                at: "leadership",
                text: "The hinge supplier sends new ones this week. We check every parasol before it ships.",
            },
            Step::Command {
                by: TOMAS,
                at: "operations-team",
                line: "/log kpi:on-time value:94.6",
                says: "**On-time delivery** · October 2026: **",
            },
            Step::Command {
                by: TOMAS,
                at: "operations-team",
                line: "/log kpi:lead-time value:11.8",
                says: "**Order lead time** · October 2026: **",
            },
            Step::Command {
                by: TOMAS,
                at: "operations-team",
                line: "/log kpi:complete-orders value:97.8",
                says: "**Orders shipped complete** · October 2026: **",
            },
            Step::Command {
                by: TOMAS,
                at: "operations-team",
                line: "/log kpi:maintenance value:96",
                says: "**Planned maintenance done** · October 2026: **",
            },
            Step::Until("2026-11-06T09:30:00Z"),
            Step::Command {
                by: LEO,
                at: "general",
                line: "/log kpi:training-hours value:271",
                says: "**Training hours** · October 2026: **",
            },
            Step::Command {
                by: LEO,
                at: "general",
                line: "/log kpi:turnover value:0.9",
                says: "**Staff turnover** · October 2026: **",
            },
        ],
    },
    Chapter {
        title: "The digest of October is posted",
        steps: &[
            Step::Until("2026-11-09T10:30:00Z"),
            Step::Posted {
                at: "leadership",
                says: "**Alder & Finch · October 2026: ",
            },
            Step::Posted {
                at: "sales-team",
                says: "**Sales · October 2026: ",
            },
            Step::Posted {
                at: "operations-team",
                says: "**Operations · October 2026: ",
            },
            Step::Say {
                by: HENRIK,
                at: "leadership",
                text: "A good month, apart from the parasols. Thank you all for answering in time.",
            },
        ],
    },
    Chapter {
        title: "The last day of November begins",
        steps: &[Step::Tidy, Step::Until("2026-11-30T15:00:00Z")],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The first column and the column of this name, of a CSV without quoted commas in them.
    fn columns(csv: &'static str, name: &str) -> Vec<(&'static str, &'static str)> {
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let head = lines.next().unwrap();
        let at = |name: &str| head.iter().position(|one| *one == name).unwrap();
        let (key, wanted) = (at("key"), at(name));
        lines.map(|line| (line[key], line[wanted])).collect()
    }

    #[test]
    fn every_monthly_kpi_is_answered_for_october_exactly_once() {
        let kpis = include_str!("../../data/kpis.csv");
        let names: BTreeMap<_, _> = columns(kpis, "name")
            .into_iter()
            .map(|(key, name)| (name, key))
            .collect();
        let mut answered = Vec::new();
        for step in CHAPTERS.iter().flat_map(|chapter| chapter.steps) {
            match step {
                Step::Answer { values, .. } => answered.extend(values.iter().map(|(label, _)| names[label])),
                Step::Command { line, .. } => {
                    let key = line.strip_prefix("/log kpi:").and_then(|rest| rest.split(' ').next());
                    answered.extend(key);
                }
                _ => {}
            }
        }
        answered.sort_unstable();
        let monthly = columns(kpis, "frequency")
            .into_iter()
            .filter(|(_, frequency)| *frequency == "monthly");
        let mut expected: Vec<_> = monthly.map(|(key, _)| key).collect();
        expected.sort_unstable();
        assert_eq!(answered, expected);
    }

    #[test]
    fn the_clock_only_goes_forward() {
        let instants = CHAPTERS
            .iter()
            .flat_map(|chapter| chapter.steps)
            .filter_map(|step| match step {
                Step::Until(at) => Some(*at),
                _ => None,
            });
        let mut all = vec![BEGINS_AT];
        all.extend(instants);
        let parsed: Vec<chrono::DateTime<chrono::Utc>> = all.iter().map(|at| at.parse().unwrap()).collect();
        assert!(parsed.is_sorted(), "{all:?}");
        assert_eq!(all.last(), Some(&"2026-11-30T15:00:00Z"));
    }

    #[test]
    fn every_imported_value_belongs_to_an_imported_kpi() {
        let kpis: Vec<_> = columns(include_str!("../../data/kpis.csv"), "key")
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        let actuals = columns(include_str!("../../data/actuals.csv"), "period");
        assert_eq!((kpis.len(), actuals.len()), (28, 270));
        for (key, period) in actuals {
            assert!(kpis.contains(&key), "{key} in {period}");
        }
    }
}
