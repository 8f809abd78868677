//! A company that sells goods or services.

use super::{Template, TemplateObjective, TemplatePerspective, higher, lower, range};

pub(super) const TEMPLATE: Template = Template {
    vision: "To be the first choice of the customers we serve, and a company people are proud to work for.",
    mission: "We make goods and services that our customers rely on, and grow by keeping our promises.",
    perspectives: &[FINANCIAL, CUSTOMER, PROCESS, LEARNING],
};

const FINANCIAL: TemplatePerspective = TemplatePerspective {
    name: "Financial",
    objectives: &[
        TemplateObjective {
            name: "Grow revenue",
            drives: &["Earn a healthy margin"],
            kpis: &[
                higher("revenue", "Net revenue", "$ k").sum(),
                higher("revenue-growth", "Revenue growth over last year", "%")
                    .quarterly()
                    .decimals(1)
                    .marks("10", "5"),
            ],
        },
        TemplateObjective {
            name: "Earn a healthy margin",
            drives: &[],
            kpis: &[higher("gross-margin", "Gross margin", "%")
                .decimals(1)
                .marks("45", "40")],
        },
        TemplateObjective {
            name: "Keep cash flowing",
            drives: &["Earn a healthy margin"],
            kpis: &[lower("days-sales", "Days sales outstanding", "days")
                .last()
                .marks("40", "55")],
        },
    ],
};

const CUSTOMER: TemplatePerspective = TemplatePerspective {
    name: "Customer",
    objectives: &[
        TemplateObjective {
            name: "Keep customers",
            drives: &["Grow revenue"],
            kpis: &[
                lower("churn", "Customer churn", "%").decimals(1).marks("2.0", "2.5"),
                higher("nps", "Net Promoter Score", "points")
                    .quarterly()
                    .last()
                    .marks("45", "30"),
            ],
        },
        TemplateObjective {
            name: "Win new customers",
            drives: &["Grow revenue"],
            kpis: &[
                higher("new-customers", "New customers", "customers").sum(),
                higher("win-rate", "Offers won", "%")
                    .leading()
                    .decimals(1)
                    .marks("30", "22"),
            ],
        },
    ],
};

const PROCESS: TemplatePerspective = TemplatePerspective {
    name: "Internal Process",
    objectives: &[
        TemplateObjective {
            name: "Deliver on time",
            drives: &["Keep customers"],
            kpis: &[higher("on-time", "On-time delivery", "%")
                .leading()
                .decimals(1)
                .marks("96", "92")],
        },
        TemplateObjective {
            name: "Get it right the first time",
            drives: &["Keep customers", "Earn a healthy margin"],
            kpis: &[
                lower("defects", "Deliveries with a defect", "%")
                    .decimals(2)
                    .marks("0.8", "1.5"),
                lower("resolve-time", "Time to resolve a complaint", "hours")
                    .decimals(1)
                    .marks("24", "48"),
            ],
        },
        TemplateObjective {
            name: "Use capacity well",
            drives: &["Keep cash flowing"],
            kpis: &[range("utilisation", "Capacity in use", "%").weekly().marks("75", "88")],
        },
    ],
};

const LEARNING: TemplatePerspective = TemplatePerspective {
    name: "Learning & Growth",
    objectives: &[
        TemplateObjective {
            name: "Build the skills we need",
            drives: &["Get it right the first time", "Win new customers"],
            kpis: &[higher("training", "Training hours for each employee", "hours")
                .leading()
                .sum()
                .marks("3", "1.5")],
        },
        TemplateObjective {
            name: "Be a place people stay",
            drives: &["Deliver on time"],
            kpis: &[
                higher("engagement", "Employee engagement", "%")
                    .quarterly()
                    .last()
                    .marks("75", "65"),
                lower("turnover", "Employees who left", "%")
                    .sum()
                    .decimals(1)
                    .marks("1.0", "1.5"),
            ],
        },
    ],
};
