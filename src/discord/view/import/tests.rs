//! What previews and lists of slips look like, and that they fit, whatever people write.

use serenity::all::CreateEmbed;

use super::*;
use crate::domain::import::Problem;
use crate::domain::kpi::{Aggregation, Direction, Indicator, Kpi};
use crate::domain::name::{Key, Name};
use crate::domain::period::{FiscalStart, Period, PeriodKind};
use crate::domain::score::Rule;
use crate::domain::unit::Unit;
use crate::domain::value::Entry;
use crate::domain::value::NumberFormat;
use crate::locale::Words;
use crate::service::alert::{ImportAlert, ImportAlerts, Outcome};
use crate::service::import::{Cell, Change, Field};
use crate::service::import::{Made, Reason};

fn voice() -> Voice {
    Voice::new(Words::of("en"), NumberFormat::Point)
}

fn kpi(name: &str) -> Kpi {
    Kpi {
        id: 1.into(),
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
    }
}

fn november() -> Period {
    Period::parse("2026-11", FiscalStart::JANUARY).unwrap()
}

fn linear(target: i64, red: i64, assumed: bool) -> Rule {
    Rule::Linear {
        target: target.into(),
        red: red.into(),
        assumed,
        best_possible: false,
    }
}

fn text(embed: &CreateEmbed) -> String {
    let json = serde_json::to_value(embed).unwrap();
    json["description"].as_str().unwrap().to_owned()
}

fn only(post: &Post) -> String {
    assert_eq!(post.embeds.len(), 1);
    text(&post.embeds[0])
}

#[test]
fn a_preview_says_old_and_new_and_what_is_assumed() {
    let change = Change::Value {
        kpi: Box::new(kpi("Customer churn")),
        period: november(),
        fiscal: FiscalStart::JANUARY,
        before: Entry::Number("2.3".parse().unwrap()),
        after: Entry::Number("3.4".parse().unwrap()),
    };
    let fields = vec![Field {
        column: "name",
        before: Cell::Text("*NPS*".to_owned()),
        after: Cell::Text("@here".to_owned()),
    }];
    let name = Name::parse("*NPS*").unwrap();
    let found = Found {
        rows: 4,
        new: 1,
        changed: 2,
        unchanged: 1,
        made: Made {
            kpis: 1,
            drives: 2,
            ..Made::default()
        },
        changes: vec![change, Change::Kpi { name, fields }],
        assumed: 1,
        assumed_shown: vec![(kpi("Customer churn"), linear(2, 3, true))],
        ..Found::default()
    };
    let preview = Preview {
        draft: Some(7.into()),
        what: What::Kpis,
        found,
    };
    let post = previewed(&voice(), &preview);
    assert_eq!(
        only(&post).replace('\u{202f}', " ").lines().collect::<Vec<_>>(),
        [
            "**4 rows of KPIs**",
            "1 new · 2 changed · 1 as they are",
            "Made for them: one KPI · 2 links of the strategy map",
            "**Customer churn** · November 2026: 2.3 % → 3.4 %",
            "**\\*NPS\\***: `name` \\*NPS\\* → \\@here",
            "One target has no red flag, so one is assumed. **Customer churn**: target 2.0 %, red flag 3.0 %",
            "Nothing is written yet. This preview waits for half an hour.",
        ]
    );
    assert_eq!(post.rows.len(), 1);
}

#[test]
fn ten_wrong_lines_are_shown_and_the_others_counted() {
    let refused = |line| Refused {
        line,
        column: "key",
        reason: Reason::Cell(Problem::Repeated { first: 2 }),
    };
    let found = Found {
        rows: 40,
        refused: (3..28).map(refused).collect(),
        ..Found::default()
    };
    let preview = Preview {
        draft: None,
        what: What::Actuals,
        found,
    };
    let post = previewed(&voice(), &preview);
    let said = only(&post);
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 14, "{said}");
    assert_eq!(
        lines[1],
        "**25 lines are refused, so nothing of this file is imported.**"
    );
    assert_eq!(lines[2], "Line 3, `key`: The same is in line 2 already.");
    assert_eq!(lines[12], "and 15 more");
    assert!(post.rows.is_empty());
}

#[test]
fn a_list_of_slips_fits_into_one_message_and_counts_the_rest() {
    let alert = |outcome: Outcome| ImportAlert {
        retargeted: None,
        alert: 1.into(),
        outcome,
        kpi: kpi(&"*".repeat(150)),
        fiscal: FiscalStart::JANUARY,
        scorecard: "Acme".to_owned(),
        period: november(),
        value: 3.into(),
        status: Status::OffTarget,
        rule: linear(1, 2, false),
        answer: None,
        owner: Some(("_".repeat(100), Some(815_000_000_000_000_000))),
    };
    let many = |outcome| (0..100).map(|_| alert(outcome)).collect::<Vec<_>>();
    let list = ImportAlerts {
        slipped: many(Outcome::Open),
        slipped_more: 20,
        recovered: many(Outcome::Resolved),
        recovered_more: 0,
    };
    let post = alerts(&voice(), &list);
    let sizes: Vec<usize> = post
        .embeds
        .iter()
        .map(|embed| text(embed).encode_utf16().count())
        .collect();
    assert_eq!(sizes.len(), 2);
    assert!(
        sizes.iter().all(|size| *size <= 4096) && sizes.iter().sum::<usize>() <= 6000,
        "{sizes:?}"
    );
    let slipped = text(&post.embeds[0]);
    let listed = slipped.lines().count() - 2;
    assert!(slipped.starts_with("🔴 **120 KPIs** went off target"), "{slipped}");
    assert!(slipped.ends_with(&format!("and {} more", 120 - listed)), "{slipped}");
    assert_eq!(post.content, "<@815000000000000000>");
    let withdrawn = ImportAlerts {
        slipped: many(Outcome::Withdrawn),
        slipped_more: 0,
        recovered: Vec::new(),
        recovered_more: 0,
    };
    assert_eq!(alerts(&voice(), &withdrawn).content, "");
}
