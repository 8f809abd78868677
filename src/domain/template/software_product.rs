//! A software product and its team.

use super::{Template, TemplateObjective, TemplatePerspective, higher, lower, yes_no};

pub(super) const TEMPLATE: Template = Template {
    vision: "To be the tool our users would miss most if it were gone.",
    mission: "We solve one real problem of our users better each month, safely and without surprises.",
    perspectives: &[FINANCIAL, CUSTOMER, PROCESS, LEARNING],
};

const FINANCIAL: TemplatePerspective = TemplatePerspective {
    name: "Financial",
    objectives: &[
        TemplateObjective {
            name: "Grow recurring revenue",
            drives: &[],
            kpis: &[
                higher("mrr", "Monthly recurring revenue", "$ k").last(),
                higher("net-retention", "Net revenue retention", "%")
                    .last()
                    .marks("105", "98"),
            ],
        },
        TemplateObjective {
            name: "Spend on what pays back",
            drives: &["Grow recurring revenue"],
            kpis: &[
                lower("payback", "Months to pay back a new customer", "months")
                    .quarterly()
                    .decimals(1)
                    .marks("12", "18"),
                lower("hosting-share", "Hosting cost as a share of revenue", "%")
                    .decimals(1)
                    .marks("12", "18"),
            ],
        },
    ],
};

const CUSTOMER: TemplatePerspective = TemplatePerspective {
    name: "Customer",
    objectives: &[
        TemplateObjective {
            name: "Get users to their first success",
            drives: &["Be used every week"],
            kpis: &[higher("activation", "New users active after a week", "%")
                .weekly()
                .leading()
                .decimals(1)
                .marks("40", "30")],
        },
        TemplateObjective {
            name: "Be used every week",
            drives: &["Grow recurring revenue"],
            kpis: &[
                higher("weekly-users", "Weekly active users", "users").weekly().last(),
                lower("logo-churn", "Customers lost", "%")
                    .decimals(1)
                    .marks("1.5", "2.5"),
            ],
        },
        TemplateObjective {
            name: "Help fast and kindly",
            drives: &["Be used every week"],
            kpis: &[
                lower("first-reply", "Time to the first reply", "hours")
                    .weekly()
                    .decimals(1)
                    .marks("4", "8"),
                higher("csat", "Satisfied with support", "%").marks("92", "85"),
            ],
        },
    ],
};

const PROCESS: TemplatePerspective = TemplatePerspective {
    name: "Internal Process",
    objectives: &[
        TemplateObjective {
            name: "Ship small and often",
            drives: &["Get users to their first success"],
            kpis: &[
                higher("deploys", "Deployments", "deployments")
                    .weekly()
                    .leading()
                    .sum()
                    .marks("10", "5"),
                lower("lead-time", "Time from merge to production", "hours")
                    .weekly()
                    .decimals(1)
                    .marks("24", "72"),
            ],
        },
        TemplateObjective {
            name: "Keep it up and fast",
            drives: &["Be used every week"],
            kpis: &[
                higher("uptime", "Availability", "%")
                    .decimals(2)
                    .marks("99.90", "99.50"),
                lower("failed-changes", "Changes that failed", "%")
                    .decimals(1)
                    .marks("10", "20"),
            ],
        },
        TemplateObjective {
            name: "Keep customers' data safe",
            drives: &["Grow recurring revenue"],
            kpis: &[
                lower(
                    "open-findings",
                    "Serious security findings open for over 30 days",
                    "findings",
                )
                .last()
                .marks("0", "2"),
                yes_no("restore-test", "Restore from backup rehearsed").quarterly(),
            ],
        },
    ],
};

const LEARNING: TemplatePerspective = TemplatePerspective {
    name: "Learning & Growth",
    objectives: &[
        TemplateObjective {
            name: "Learn from users",
            drives: &["Get users to their first success", "Help fast and kindly"],
            kpis: &[higher("interviews", "User interviews", "interviews")
                .leading()
                .sum()
                .marks("8", "4")],
        },
        TemplateObjective {
            name: "Work at a pace that lasts",
            drives: &["Ship small and often", "Keep it up and fast"],
            kpis: &[
                higher("team-health", "Team health check", "points")
                    .quarterly()
                    .last()
                    .decimals(1)
                    .marks("4.0", "3.3"),
                lower("pages", "Alerts outside working hours", "alerts")
                    .weekly()
                    .sum()
                    .marks("2", "6"),
            ],
        },
    ],
};
