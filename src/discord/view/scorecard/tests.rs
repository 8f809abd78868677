//! The scorecard views keep to Discord's limits at their largest.

use chrono::DateTime;

use super::*;
use crate::domain::id::{PersonId, ScorecardId};
use crate::domain::period::{FiscalStart, PeriodKind};
use crate::domain::scorecard::{CardLevel, Visibility};
use crate::domain::value::NumberFormat;
use crate::locale::Words;
use crate::service::scorecard::Scorecard;

fn voice() -> Voice {
    Voice::new(Words::of("en"), NumberFormat::Unset)
}

fn acme(name: &str, perspectives: usize, objectives: usize, kpis: usize) -> Shown {
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let objective = |at: usize| (format!("{name} {at}"), vec![name.to_owned(); kpis]);
    Shown {
        card: Scorecard {
            id: ScorecardId::from(1),
            name: name.into(),
            level: CardLevel::Organisation,
            vision: None,
            mission: None,
            channel: None,
            manager: PersonId::from(1),
            sponsor: None,
            time_zone: "Europe/Berlin".into(),
            fiscal_start: FiscalStart::JANUARY,
            review_cycle: PeriodKind::Month,
            cycle_rules: None,
            cap_red: true,
            red_note: crate::domain::scorecard::RedNote::Optional,
            parent: None,
            visibility: Visibility::Open,
            person: None,
            created_at: at,
            next_step_at: Some(at),
        },
        manager: "Maria".into(),
        sponsor: None,
        parent: None,
        children: Vec::new(),
        readers: None,
        counts_in: Vec::new(),
        perspectives: (0..perspectives)
            .map(|at| Contents {
                name: format!("Perspective {at}"),
                objectives: (0..objectives).map(objective).collect(),
            })
            .collect(),
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
}

#[test]
fn an_empty_server_says_how_to_start() {
    check(
        &listed(&voice(), &[], true),
        &["no scorecard here yet", "import a CSV", "build your own"],
    );
    check(
        &listed(&voice(), &[], false),
        &["no scorecard here yet", "**Manage Server**"],
    );
}

#[test]
fn a_new_scorecard_says_what_comes_next() {
    let parts = [
        "**Acme** is created",
        "Perspective 0 · Perspective 1",
        "manager Maria",
        "no team channel",
        "`/objective add`",
    ];
    check(&created(&voice(), &acme("Acme", 2, 0, 0)), &parts);
    let parts = [
        "4 perspectives, 12 objectives, 24 KPIs",
        "reviewed monthly · Europe/Berlin",
        "<t:1800000000:f>",
        "`/log`",
    ];
    check(&created(&voice(), &acme("Acme", 4, 3, 2)), &parts);
}

#[test]
fn a_scorecard_is_shown_with_what_is_in_it() {
    let parts = ["**Acme** · organisation", "**Perspective 1**", "• Acme 0: Acme · Acme"];
    check(&shown(&voice(), &acme("Acme", 2, 1, 2)), &parts);
    check(&shown(&voice(), &acme("Acme", 2, 0, 0)), &["no objectives yet"]);
    check(&shown(&voice(), &acme("Acme", 2, 1, 0)), &["no KPI yet"]);
    check(&shown(&voice(), &acme("Acme", 2, 7, 2)), &["28 KPIs", "More than 25"]);
}

#[test]
fn the_largest_scorecards_fit_and_what_is_left_out_is_counted() {
    let long = "*".repeat(150);
    let mut full = acme(&long, 12, 50, 60);
    full.card.vision = Some("_".repeat(1_000));
    full.card.mission = Some("_".repeat(1_000));
    full.children = vec![long.clone(); 100];
    check(&shown(&voice(), &full), &["more lines", "and 94 more"]);
    check(&created(&voice(), &full), &["600 objectives"]);
    let all: Vec<Listed> = (0..60)
        .map(|depth| Listed {
            depth,
            card: full.card.clone(),
            manager: Who::from("Maria"),
            kpis: 4,
        })
        .collect();
    let post = listed(&voice(), &all, true);
    check(&post, &["**60 scorecards**", "… and "]);
    let text = text(&post);
    let left: usize = text
        .rsplit("… and ")
        .next()
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(text.matches("manager Maria").count() + left, 60);
}

#[test]
fn a_changed_scorecard_shows_only_what_changed() {
    let before = acme("Acme", 4, 0, 0);
    let mut after = before.clone();
    after.card.name = "Acme Group".into();
    after.card.channel = Some(7);
    after.card.vision = Some("*First* choice".into());
    let post = edited(&voice(), &before, &after);
    check(
        &post,
        &[
            "Name: **Acme** → **Acme Group**",
            "Team channel: none → <#7>",
            "Vision: none → \\*First\\* choice",
        ],
    );
    assert_eq!(text(&post).lines().count(), 4, "{}", text(&post));
}
