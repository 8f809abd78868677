//! Tests of the ready sets: whole, valid, linked without circles.

use std::collections::{HashMap, HashSet};

use super::*;
use crate::domain::name::{Key, Name};
use crate::domain::target::{Judged, TargetSpec};
use crate::domain::unit::Unit;

fn objectives(template: &Template) -> Vec<&TemplateObjective> {
    template
        .perspectives
        .iter()
        .flat_map(|perspective| perspective.objectives)
        .collect()
}

#[test]
fn each_set_has_four_perspectives_and_a_size_that_can_be_reviewed() {
    for name in TemplateName::ALL {
        let template = template(*name);
        let objectives = objectives(template);
        let kpis: Vec<_> = objectives.iter().flat_map(|objective| objective.kpis).collect();
        assert_eq!(template.perspectives.len(), 4, "{name}");
        assert!(
            (8..=12).contains(&objectives.len()),
            "{name} has {} objectives",
            objectives.len()
        );
        assert!((10..=18).contains(&kpis.len()), "{name} has {} KPIs", kpis.len());
        assert!(objectives.iter().all(|objective| !objective.kpis.is_empty()), "{name}");
        assert!(kpis.iter().any(|kpi| kpi.indicator == Indicator::Leading), "{name}");
        assert!(!template.vision.is_empty() && !template.mission.is_empty(), "{name}");
    }
}

#[test]
fn every_name_key_unit_and_target_of_a_set_is_accepted() {
    for name in TemplateName::ALL {
        let mut keys = HashSet::new();
        let mut names = HashSet::new();
        for objective in objectives(template(*name)) {
            assert!(
                names.insert(Name::parse(objective.name).unwrap().unique()),
                "{}",
                objective.name
            );
            for kpi in objective.kpis {
                assert!(keys.insert(Key::parse(kpi.key).unwrap()), "{name}: {} twice", kpi.key);
                assert!(names.insert(Name::parse(kpi.name).unwrap().unique()), "{}", kpi.name);
                check_target(kpi);
            }
        }
    }
}

fn check_target(kpi: &TemplateKpi) {
    let judged = Judged {
        direction: kpi.direction,
        percent: Unit::parse(kpi.unit).unwrap().is_percent(),
        best_possible: false,
        baseline: None,
    };
    let rule = kpi.spec().resolve(&judged);
    assert!(rule.is_ok(), "{}: {rule:?}", kpi.key);
    assert_eq!(
        rule.unwrap().is_some(),
        kpi.target.is_some() || kpi.direction == Direction::YesNo,
        "{}",
        kpi.key
    );
    assert!(kpi.direction != Direction::YesNo || kpi.spec() == TargetSpec::default());
}

#[test]
fn what_an_objective_drives_is_in_the_set_and_never_leads_back() {
    for name in TemplateName::ALL {
        let links: HashMap<&str, &[&str]> = objectives(template(*name))
            .iter()
            .map(|objective| (objective.name, objective.drives))
            .collect();
        assert!(
            links.values().filter(|drives| drives.is_empty()).count() <= 2,
            "{name} has loose ends"
        );
        for start in links.keys() {
            let mut ahead: Vec<&str> = links[start].to_vec();
            let mut seen = HashSet::new();
            while let Some(next) = ahead.pop() {
                assert_ne!(next, *start, "{name}: a circle");
                assert!(
                    links.contains_key(next),
                    "{name}: {start} drives {next}, which is not there"
                );
                if seen.insert(next) {
                    ahead.extend(links[next]);
                }
            }
        }
    }
}
