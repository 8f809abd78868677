//! A city or one of its departments: residents are the customers, the budget is a limit.

use super::{Template, TemplateObjective, TemplatePerspective, higher, lower, range};

pub(super) const TEMPLATE: Template = Template {
    vision: "A city that is safe, clean and easy to live in, for everybody in it.",
    mission: "We serve residents fairly and promptly, and account for every unit of money they entrust to us.",
    perspectives: &[RESIDENTS, FINANCIAL, PROCESS, LEARNING],
};

const RESIDENTS: TemplatePerspective = TemplatePerspective {
    name: "Residents",
    objectives: &[
        TemplateObjective {
            name: "Keep residents safe",
            drives: &["Be a city people want to live in"],
            kpis: &[
                lower("response-time", "Emergency response time", "minutes")
                    .decimals(1)
                    .marks("8", "10"),
                lower("road-injuries", "People injured on roads", "people").sum(),
            ],
        },
        TemplateObjective {
            name: "Keep streets and water clean",
            drives: &["Be a city people want to live in"],
            kpis: &[
                higher("clean-streets", "Streets rated clean", "%")
                    .decimals(1)
                    .marks("93", "88"),
                higher("water-quality", "Water samples that meet the standard", "%")
                    .decimals(2)
                    .marks("100", "99.5"),
            ],
        },
        TemplateObjective {
            name: "Be a city people want to live in",
            drives: &[],
            kpis: &[higher("resident-survey", "Residents satisfied with services", "%")
                .yearly()
                .last()
                .marks("70", "60")],
        },
    ],
};

const FINANCIAL: TemplatePerspective = TemplatePerspective {
    name: "Financial",
    objectives: &[
        TemplateObjective {
            name: "Live within the budget",
            drives: &["Be a city people want to live in"],
            kpis: &[
                range("budget-use", "Spending against the budget to date", "%")
                    .decimals(1)
                    .marks("95", "101"),
                higher("collection", "Bills collected within 30 days", "%")
                    .decimals(1)
                    .marks("90", "80"),
            ],
        },
        TemplateObjective {
            name: "Look after what we own",
            drives: &["Keep streets and water clean", "Live within the budget"],
            kpis: &[lower("repair-backlog", "Repairs overdue", "%")
                .quarterly()
                .last()
                .decimals(1)
                .marks("5", "10")],
        },
    ],
};

const PROCESS: TemplatePerspective = TemplatePerspective {
    name: "Internal Process",
    objectives: &[
        TemplateObjective {
            name: "Answer residents promptly",
            drives: &["Be a city people want to live in"],
            kpis: &[
                higher("calls-answered", "Calls answered within 30 seconds", "%")
                    .weekly()
                    .marks("80", "70"),
                higher("requests-on-time", "Service requests closed on time", "%").marks("90", "80"),
            ],
        },
        TemplateObjective {
            name: "Decide permits quickly",
            drives: &["Answer residents promptly"],
            kpis: &[lower("permit-days", "Days to decide a permit", "days").marks("20", "35")],
        },
        TemplateObjective {
            name: "Inspect before things break",
            drives: &["Look after what we own", "Keep residents safe"],
            kpis: &[
                higher("inspections", "Planned inspections done", "%")
                    .leading()
                    .marks("98", "90"),
                lower("main-breaks", "Water main breaks", "breaks").sum(),
            ],
        },
    ],
};

const LEARNING: TemplatePerspective = TemplatePerspective {
    name: "Learning & Growth",
    objectives: &[
        TemplateObjective {
            name: "Fill posts with able people",
            drives: &["Inspect before things break", "Answer residents promptly"],
            kpis: &[
                lower("vacancy-rate", "Posts vacant", "%")
                    .last()
                    .decimals(1)
                    .marks("6", "10"),
                lower("injuries", "Workplace injuries", "injuries").sum(),
            ],
        },
        TemplateObjective {
            name: "Offer services online",
            drives: &["Decide permits quickly", "Answer residents promptly"],
            kpis: &[higher("online-share", "Requests made online", "%")
                .leading()
                .marks("60", "45")],
        },
    ],
};
