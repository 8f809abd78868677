//! A hospital: patients first, money as what keeps the doors open.

use super::{Template, TemplateObjective, TemplatePerspective, higher, lower, range};

pub(super) const TEMPLATE: Template = Template {
    vision: "To be the hospital we would choose for our own families.",
    mission: "We give safe, timely and kind care to everyone who comes to us, and learn from every case.",
    perspectives: &[PATIENTS, PROCESS, LEARNING, FINANCIAL],
};

const PATIENTS: TemplatePerspective = TemplatePerspective {
    name: "Patients",
    objectives: &[
        TemplateObjective {
            name: "Heal safely",
            drives: &["Earn patients' trust"],
            kpis: &[
                lower("infections", "Hospital-acquired infections per 1,000 patient days", "")
                    .decimals(2)
                    .marks("0.50", "0.90"),
                lower("readmissions", "Readmitted within 30 days", "%")
                    .decimals(1)
                    .marks("8", "11"),
                lower("falls", "Falls per 1,000 patient days", "")
                    .decimals(1)
                    .marks("2.5", "4.0"),
            ],
        },
        TemplateObjective {
            name: "Earn patients' trust",
            drives: &["Stay financially sound"],
            kpis: &[
                higher("recommend", "Patients who would recommend us", "%").marks("85", "75"),
                lower("complaints", "Complaints per 1,000 discharges", "")
                    .decimals(1)
                    .marks("3", "6"),
            ],
        },
    ],
};

const PROCESS: TemplatePerspective = TemplatePerspective {
    name: "Internal Process",
    objectives: &[
        TemplateObjective {
            name: "See patients in time",
            drives: &["Earn patients' trust"],
            kpis: &[
                lower("ed-wait", "Wait in the emergency department", "minutes")
                    .weekly()
                    .marks("30", "60"),
                lower("surgery-wait", "Wait for planned surgery", "days").marks("45", "75"),
            ],
        },
        TemplateObjective {
            name: "Use beds and theatres well",
            drives: &["See patients in time", "Stay financially sound"],
            kpis: &[
                range("occupancy", "Bed occupancy", "%")
                    .weekly()
                    .decimals(1)
                    .marks("80", "88"),
                lower("length-of-stay", "Average length of stay", "days")
                    .decimals(1)
                    .marks("4.5", "5.5"),
            ],
        },
        TemplateObjective {
            name: "Follow safe practice every time",
            drives: &["Heal safely"],
            kpis: &[
                higher("hand-hygiene", "Hand hygiene compliance", "%")
                    .leading()
                    .marks("95", "88"),
                higher("checklist", "Surgical checklist complete", "%")
                    .leading()
                    .decimals(1)
                    .marks("100", "98"),
            ],
        },
    ],
};

const LEARNING: TemplatePerspective = TemplatePerspective {
    name: "Learning & Growth",
    objectives: &[
        TemplateObjective {
            name: "Keep enough skilled staff",
            drives: &["Follow safe practice every time", "See patients in time"],
            kpis: &[
                lower("vacancies", "Nursing posts vacant", "%")
                    .last()
                    .decimals(1)
                    .marks("6", "10"),
                lower("sick-leave", "Sick leave", "%").decimals(1).marks("4.5", "6.5"),
            ],
        },
        TemplateObjective {
            name: "Learn from every incident",
            drives: &["Heal safely"],
            kpis: &[higher("incident-reviews", "Incidents reviewed within 14 days", "%")
                .leading()
                .marks("90", "75")],
        },
    ],
};

const FINANCIAL: TemplatePerspective = TemplatePerspective {
    name: "Financial",
    objectives: &[
        TemplateObjective {
            name: "Stay financially sound",
            drives: &[],
            kpis: &[
                higher("operating-margin", "Operating margin", "%")
                    .decimals(1)
                    .marks("3.0", "1.0"),
                range("cost-per-case", "Cost per weighted case against budget", "%")
                    .decimals(1)
                    .marks("95", "101"),
            ],
        },
        TemplateObjective {
            name: "Be paid in full and on time",
            drives: &["Stay financially sound"],
            kpis: &[lower("denied-claims", "Claims denied", "%").decimals(1).marks("5", "8")],
        },
    ],
};
