//! The KPI views keep to Discord's limits and say what changed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::*;
use crate::domain::id::{KpiId, ObjectiveId, ScorecardId};
use crate::domain::kpi::{Aggregation, Direction, Indicator};
use crate::domain::name::{Key, Name};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::target::{Counts, DatedTarget, Judged, Span, TargetSpec};
use crate::domain::unit::Unit;
use crate::domain::value::{Entry, NumberFormat};
use crate::domain::weight::Weight;
use crate::locale::Words;
use crate::service::kpi::Placed;
use crate::service::kpi::{AnySet, Holds, TargetSet};

fn voice() -> Voice {
    Voice::new(Words::of("en"), NumberFormat::Point)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn month(text: &str) -> Period {
    Period::containing(PeriodKind::Month, day(text), FiscalStart::JANUARY)
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn churn(name: &str) -> Shown {
    let kpi = Kpi {
        id: KpiId::from(1),
        key: Key::parse("churn").unwrap(),
        name: Name::parse(name).unwrap(),
        unit: Unit::parse("%").unwrap(),
        direction: Direction::Lower,
        indicator: Indicator::Lagging,
        frequency: PeriodKind::Month,
        aggregation: Aggregation::Last,
        decimals: 1,
        baseline: None,
        best_possible: false,
        carry_forward: false,
        entered_ytd: false,
        available_on: None,
    };
    let target = |from, target: &str, red: Option<&str>| DatedTarget {
        from,
        span: Span::Onwards,
        spec: TargetSpec {
            target: Some(number(target)),
            red: red.map(number),
            ..TargetSpec::default()
        },
    };
    let values = [("2026-09-01", "2.0"), ("2026-10-01", "2.3"), ("2026-11-01", "3.4")];
    Shown {
        placed: Placed {
            kpi,
            created_on: day("2026-01-01"),
            objective: ObjectiveId::from(1),
            scorecard: ScorecardId::from(1),
            owner: None,
            deputy: None,
            weight: Weight::ONE,
            computed: false,
        },
        scorecard: "Acme".into(),
        fiscal: FiscalStart::JANUARY,
        objective: "Keep customers".into(),
        owner: Some("Maria".into()),
        deputy: None,
        targets: vec![
            target(None, "2.0", Some("2.5")),
            target(Some(month("2027-01-01")), "1.5", None),
        ],
        yearly: Vec::new(),
        outlook: None,
        initiatives: Vec::new(),
        afterwards: Vec::new(),
        actuals: values
            .iter()
            .map(|(at, value)| (month(at), Entry::Number(number(value))))
            .collect(),
        formulas: Vec::new(),
        lack: None,
    }
}

fn text(post: &Post) -> String {
    match post.embeds.first() {
        Some(embed) => serde_json::to_value(embed).unwrap()["description"]
            .as_str()
            .unwrap()
            .to_owned(),
        None => post.content.clone(),
    }
}

#[track_caller]
fn check(post: &Post, parts: &[&str]) {
    let text = text(post);
    for part in parts {
        assert!(text.contains(part), "“{part}” in\n{text}");
    }
    let most = if post.embeds.is_empty() { 2_000 } else { EMBED_TEXT };
    assert!(
        text.encode_utf16().count() <= most,
        "{} characters",
        text.encode_utf16().count()
    );
    assert!(!text.contains("\n\n\n"), "{text}");
}

#[test]
fn a_kpi_is_shown_with_its_state_its_values_and_its_targets() {
    check(
        &shown(&voice(), &churn("Customer churn")),
        &[
            "**Customer churn** `churn` · Keep customers · Acme",
            "🔴 off target · November 2026: **3.4\u{202F}%**",
            "Sep 🟢 2.0\u{202F}% · Oct 🟡 2.3\u{202F}% · Nov 🔴 3.4\u{202F}%",
            "lower is better · monthly · lagging",
            "Owner Maria",
            "Target **2.0\u{202F}%**, red flag 2.5\u{202F}%, for all periods",
            "Target **1.5\u{202F}%**, red flag 2.5\u{202F}% *assumed*, from January 2027 on",
        ],
    );
}

#[test]
fn a_kpi_without_values_targets_and_owner_says_so_and_what_to_do() {
    let bare = Shown {
        targets: Vec::new(),
        actuals: BTreeMap::new(),
        owner: None,
        ..churn("Customer churn")
    };
    let parts = [
        "⚪ no data: it has no value yet",
        "No owner, so the manager",
        "`/kpi target kpi:churn`",
    ];
    check(&shown(&voice(), &bare), &parts);
    check(
        &listed(&voice(), "Acme", std::slice::from_ref(&bare)),
        &["⚪", "no value yet · no owner"],
    );
    check(
        &listed(&voice(), "Acme", &[]),
        &["**Acme** has no KPI yet", "`/kpi add`"],
    );
    check(&added(&voice(), &bare), &["`/log kpi:churn`", "not scored"]);
}

#[test]
fn a_value_that_is_not_applicable_is_shown_with_its_reason() {
    let mut closed = churn("Customer churn");
    closed.actuals.insert(
        month("2026-12-01"),
        Entry::NotApplicable {
            reason: "store *closed*".into(),
        },
    );
    check(
        &shown(&voice(), &closed),
        &["➖ not applicable · December 2026: **not applicable (store \\*closed\\*)**"],
    );
}

#[test]
fn sixty_kpis_with_the_longest_names_fit_and_the_rest_is_counted() {
    let all: Vec<Shown> = (0..60)
        .map(|at| Shown {
            objective: format!("{}{at}", "o".repeat(148)),
            ..churn(&"*".repeat(150))
        })
        .collect();
    let post = listed(&voice(), &"s".repeat(150), &all);
    check(&post, &["**60 KPIs**", "… and "]);
    let text = text(&post);
    let named = text.matches("🔴").count();
    let left: usize = text
        .rsplit("… and ")
        .next()
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(named + left, 60, "{text}");
    check(&shown(&voice(), &all[0]), &["🔴"]);
    check(&added(&voice(), &all[0]), &["Next"]);
}

#[test]
fn an_objective_with_many_kpis_is_named_once() {
    let all: Vec<Shown> = (0..5).map(|at| churn(&format!("KPI {at}"))).collect();
    let text = text(&listed(&voice(), "Acme", &all));
    assert_eq!(text.matches("__Keep customers__").count(), 1, "{text}");
}

#[test]
fn a_new_target_shows_old_and_new_what_is_assumed_and_what_it_would_have_meant() {
    let shown = churn("Customer churn");
    let judged = Judged::from(&shown.placed.kpi);
    let resolve = |at: usize| shown.targets[at].spec.resolve(&judged).unwrap();
    let made = Counts {
        on_target: 7,
        at_risk: 3,
        off_target: 2,
        ..Counts::default()
    };
    let set = TargetSet {
        from: Some(month("2027-01-01")),
        before: resolve(0),
        after: resolve(1),
        preview: Some((12, made)),
        shown: shown.clone(),
        holds: Holds::Onwards,
        until: None,
        past: Vec::new(),
        restated: Vec::new(),
    };
    check(
        &target_set(&voice(), &AnySet::Dated(Box::new(set.clone()))),
        &[
            "**Customer churn** has a new target, from January 2027 on",
            "Target: 2.0\u{202F}% → **1.5\u{202F}%**",
            "Red flag: 2.5\u{202F}% → **2.5\u{202F}% *assumed***",
            "Your last 12 values with it: 7 🟢 3 🟡 2 🔴",
        ],
    );
    let first = TargetSet {
        from: None,
        before: None,
        preview: None,
        ..set
    };
    check(
        &target_set(&voice(), &AnySet::Dated(Box::new(first))),
        &["for all periods", "Target: none → **1.5"],
    );
}

#[test]
fn a_change_shows_only_what_changed() {
    let before = churn("Customer churn");
    let mut after = before.clone();
    after.owner = Some("Leo".into());
    check(&handed_over(&voice(), &before, &after), &["Owner: Maria → Leo"]);
    after.placed.kpi.decimals = 2;
    let change = Edited {
        running: month("2026-12-01"),
        past: Vec::new(),
        restated: Vec::new(),
        before,
        after,
    };
    let post = edited(&voice(), &change);
    check(&post, &["Decimals: 1 → 2", "Owner: Maria → Leo"]);
    assert_eq!(post.content.lines().count(), 3, "{}", post.content);
}
