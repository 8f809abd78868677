//! What happens at Alder & Finch before the reader joins: the chapters of the story, in order.

use super::script::{Chapter, Step};

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
                line: "/scorecard create name:Sales parent:\"Alder & Finch\" level:department channel:#sales-team manager:@Maria Keller sponsor:@Henrik Alder time_zone:Europe/London",
                says: "**Sales** is created with the perspectives",
            },
            Step::Command {
                by: NORA,
                at: "operations-team",
                line: "/scorecard create name:Operations parent:\"Alder & Finch\" level:department channel:#operations-team manager:@Tomas Ruiz sponsor:@Henrik Alder time_zone:Europe/Berlin",
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
            Step::Command {
                by: NORA,
                at: "leadership",
                line: "/objective feeds source:\"Win good orders\" into:\"Grow profitable revenue\"",
                says: "feeds **Grow profitable revenue**",
            },
            Step::Command {
                by: NORA,
                at: "leadership",
                line: "/objective feeds source:\"Run without stops\" into:\"Keep the plant flowing\"",
                says: "feeds **Keep the plant flowing**",
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
