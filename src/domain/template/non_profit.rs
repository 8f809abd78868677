//! An organisation that serves a cause: those it serves come first, money is a means.

use super::{Template, TemplateObjective, TemplatePerspective, higher, lower, yes_no};

pub(super) const TEMPLATE: Template = Template {
    vision: "A community in which nobody is left to face our cause alone.",
    mission: "We bring donors, volunteers and those we serve together, and show what comes of every gift.",
    perspectives: &[BENEFICIARIES, FINANCIAL, PROCESS, LEARNING],
};

const BENEFICIARIES: TemplatePerspective = TemplatePerspective {
    name: "Beneficiaries",
    objectives: &[
        TemplateObjective {
            name: "Reach those who need us",
            drives: &["Change lives for good"],
            kpis: &[
                higher("people-served", "People served", "people").sum(),
                lower("waiting-list", "People waiting for help", "people").last(),
            ],
        },
        TemplateObjective {
            name: "Change lives for good",
            drives: &[],
            kpis: &[
                higher("outcomes", "People who reached their goal", "%")
                    .quarterly()
                    .marks("70", "55"),
                higher("satisfaction", "Would recommend us", "%")
                    .quarterly()
                    .marks("90", "80"),
            ],
        },
    ],
};

const FINANCIAL: TemplatePerspective = TemplatePerspective {
    name: "Financial",
    objectives: &[
        TemplateObjective {
            name: "Grow dependable income",
            drives: &["Reach those who need us"],
            kpis: &[
                higher("donations", "Donations", "$ k").sum(),
                higher("donor-retention", "Donors who gave again", "%")
                    .yearly()
                    .last()
                    .marks("50", "42"),
            ],
        },
        TemplateObjective {
            name: "Let gifts reach the cause",
            drives: &["Grow dependable income"],
            kpis: &[
                higher("programme-share", "Spent on programmes", "%")
                    .quarterly()
                    .decimals(1)
                    .marks("80", "72"),
                higher("reserve", "Months of costs in reserve", "months")
                    .quarterly()
                    .last()
                    .decimals(1)
                    .marks("6", "3"),
            ],
        },
    ],
};

const PROCESS: TemplatePerspective = TemplatePerspective {
    name: "Internal Process",
    objectives: &[
        TemplateObjective {
            name: "Help without delay",
            drives: &["Change lives for good"],
            kpis: &[lower("time-to-help", "Days from first contact to help", "days")
                .decimals(1)
                .marks("7", "14")],
        },
        TemplateObjective {
            name: "Show what gifts achieve",
            drives: &["Grow dependable income"],
            kpis: &[
                higher("thanked", "Gifts thanked within three days", "%")
                    .leading()
                    .marks("95", "85"),
                yes_no("impact-report", "Impact report published on time").quarterly(),
            ],
        },
        TemplateObjective {
            name: "Work with partners",
            drives: &["Reach those who need us"],
            kpis: &[higher("referrals", "Referrals from partners", "referrals")
                .leading()
                .sum()],
        },
    ],
};

const LEARNING: TemplatePerspective = TemplatePerspective {
    name: "Learning & Growth",
    objectives: &[
        TemplateObjective {
            name: "Keep volunteers",
            drives: &["Help without delay", "Work with partners"],
            kpis: &[
                higher("volunteer-hours", "Volunteer hours", "hours").leading().sum(),
                higher("volunteer-retention", "Volunteers still active after a year", "%")
                    .quarterly()
                    .last()
                    .marks("65", "50"),
            ],
        },
        TemplateObjective {
            name: "Equip staff to do good work",
            drives: &["Help without delay", "Show what gifts achieve"],
            kpis: &[
                higher("safeguarding", "Staff with current safeguarding training", "%")
                    .last()
                    .marks("100", "95"),
                lower("staff-turnover", "Staff who left", "%")
                    .quarterly()
                    .sum()
                    .decimals(1)
                    .marks("3", "5"),
            ],
        },
    ],
};
